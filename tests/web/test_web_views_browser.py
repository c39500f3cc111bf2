"""The views in a browser: rows chosen, an address copied, hostile rows, small phones, and axe on every kind of page."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect
from test_web_site import built_by_mkdocs
from views_examples import HOSTILE, ROWS, with_rows

from builder.web import Site
from tests.accessible import violations
from tests.served import served
from tests.web.views_examples import _rows

pytestmark = pytest.mark.slow

SHOWN = [
    "", "vyer/vem/", "vyer/nar/", "vyer/nar/samre/", "vyer/nar/borta/", "vyer/nar/ond/", "vyer/yrke/",
    "vyer/yrke/skot/", "vyer/part/", "vyer/part/berg/", "vyer/tel/", "avtal/hemmet/vagar/", "beslutslage/",
]  # fmt: skip


def example() -> Site:
    bad = _rows(("ond", {"fråga": (HOSTILE,), "grupp": (HOSTILE,), "klausul": ("hemmet/natt",)}))
    return with_rows(fragor=(*ROWS["fragor"], *bad))


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    return built_by_mkdocs(tmp_path_factory.mktemp("site"), project, example())


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as folder:
        yield folder.address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, permissions=["clipboard-write"])
    yield context.new_page()
    context.close()


def measures(page: Page) -> list[str]:
    rows = page.locator("tbody tr:not([hidden])")
    return [row.locator("td").first.inner_text() for row in rows.all()]


def test_rows_are_chosen_by_words_housing_and_party_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(address + "vyer/vem/", wait_until="load")
    assert measures(page) == ["Bedömning", "Läkarbesök", "Utrustning"]
    page.get_by_label("Part").focus()
    page.keyboard.type("Regionen")
    assert measures(page) == ["Läkarbesök", "Utrustning"]
    page.get_by_label("Boende").select_option(label="särskilt")
    assert measures(page) == ["Läkarbesök"]
    expect(page.locator("form.urval [role=status]")).to_have_text("Visar 1 av 3 rader")
    page.get_by_label("Insats").fill("utrust")
    expect(page.locator("form.urval [role=status]")).to_contain_text("Ingen rad passar")
    page.get_by_role("button", name="Visa alla rader").press("Enter")
    expect(page.locator("form.urval [role=status]")).to_have_text("Visar 3 av 3 rader")


def test_what_holds_for_all_housing_is_there_for_each(page: Page, address: str) -> None:
    page.goto(address + "vyer/vem/", wait_until="load")
    page.get_by_label("Boende").select_option(label="eget")
    assert measures(page) == ["Bedömning", "Läkarbesök", "Utrustning"]


def test_without_scripts_the_whole_table_stands_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "vyer/vem/")
    assert measures(page) == ["Bedömning", "Läkarbesök", "Utrustning"]
    assert not page.locator("form.urval").is_visible()
    context.close()


def test_the_address_of_a_clause_is_copied_by_key_and_said(page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/vagar/", wait_until="load")
    button = page.get_by_role("button", name="Kopiera länk till hemmet/natt")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Länken till hemmet/natt är kopierad.")).to_be_attached()
    assert button.inner_text() == "Kopierad"


def test_a_remark_is_a_letter_to_the_mailbox_of_the_project(page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/vagar/", wait_until="load")
    letter = page.get_by_role("link", name="Lämna synpunkt").first.get_attribute("href") or ""
    assert letter.startswith("mailto:synpunkter@overens.example?subject=Synpunkt%20p%C3%A5%20hemmet/sip")


def test_from_the_start_to_the_answer_in_two_taps_on_a_phone(browser: Browser, address: str) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    phone.goto(address, wait_until="load")
    phone.get_by_role("link", name="Patienten blir sämre?").tap()
    expect(phone.get_by_role("heading", level=1)).to_have_text("Patienten blir sämre?")
    expect(phone.get_by_text("Ringer läkaren").first).to_be_visible()
    phone.context.close()


def test_hostile_rows_run_nothing(page: Page, address: str) -> None:
    for path in ("", "vyer/nar/", "vyer/nar/ond/"):
        page.goto(address + path, wait_until="load")
        assert page.evaluate("window.hacked") is None
    assert page.get_by_role("heading", level=1).inner_text().startswith("<img src=x")


@pytest.mark.parametrize("width", [360, 1280])
def test_views_are_accessible(browser: Browser, address: str, axe: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    for path in SHOWN:
        page.goto(address + path, wait_until="load")
        assert violations(page, axe) == [], path
    context.close()


@pytest.mark.parametrize(("width", "zoom"), [(320, 1), (640, 2)])
def test_nothing_scrolls_sideways_on_a_small_phone_or_enlarged(
    browser: Browser, address: str, width: int, zoom: int
) -> None:
    context = browser.new_context(viewport={"width": width // zoom, "height": 640}, device_scale_factor=zoom)
    page = context.new_page()
    for path in SHOWN:
        page.goto(address + path, wait_until="load")
        assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), path
    context.close()


def test_a_question_is_a_card_of_one_page_on_paper(page: Page, address: str) -> None:
    page.goto(address + "vyer/nar/samre/", wait_until="load")
    printed = page.pdf(format="A4", margin={"top": "15mm", "bottom": "15mm", "left": "15mm", "right": "15mm"})
    assert re.findall(rb"/Count (\d+)", printed) == [b"1"]


def test_no_answer_on_the_front_page_stands_alone_beside_an_empty_row(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(address)
    first, wide = (page.locator("#svar + ul > li").nth(at).bounding_box() for at in (0, 1))
    assert first
    assert wide
    assert first["width"] == wide["width"] > 1000


@pytest.mark.parametrize(("count", "rows"), [(3, 1), (4, 2), (5, 2), (6, 2)])
def test_agreements_fill_their_rows_as_far_as_they_go(page: Page, address: str, count: int, rows: int) -> None:
    page.set_viewport_size({"width": 1280, "height": 1000})
    page.goto(address)
    tops = page.evaluate(PLACED, count)
    assert len(tops) == rows
    assert count % rows or len(set(tops.values())) == 1


PLACED = """count => {
    const list = document.querySelector("#avtalen + ul"), one = list.children[0];
    list.replaceChildren(...Array.from({ length: count }, () => one.cloneNode(true)));
    const tops = {};
    for (const { offsetTop } of list.children) tops[offsetTop] = (tops[offsetTop] || 0) + 1;
    return tops;
}"""
"""How many cards stand in each row."""
