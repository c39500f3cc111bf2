"""The real site in a browser: a page of each kind is accessible in light and dark, on a telephone and a wide screen,
and is no wider than a screen of 320 pixels.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accessible import violations
from tests.real_site import built_once
from tests.served import served

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("kinds")]

KINDS = {
    "start": r"index\.html",
    "saknad": r"404\.html",
    "avtal": r"avtal/[^/]+/index\.html",
    "bilaga": r"avtal/[^/]+/bilaga-[^/]+/index\.html",
    "hela avtalet": r"avtal/[^/]+/hela/index\.html",
    "kapitel": r"avtal/[^/]+/[^/]+/index\.html",
    "fryst start": r"v/[^/]+/[^/]+/index\.html",
    "fryst kapitel": r"v/[^/]+/[^/]+/kapitel/[^/]+\.html",
    "fryst annat": r"v/[^/]+/[^/]+/[^/]+\.html",
    "frågorna": r"fragor/index\.html",
    "sök": r"sok/index\.html",
    "bilder": r"bilder/index\.html",
    "beslutsläge": r"beslutslage/index\.html",
    "data": r"data/index\.html",
    "läget": r"laget/index\.html",
    "parametrar": r"parametrar/index\.html",
    "lagar": r"lagar/index\.html",
    "begrepp": r"begrepp/index\.html",
    "parter": r"parter/index\.html",
    "hänvisningar": r"hanvisningar/index\.html",
    "att läsa om": r"att-lasa-om/index\.html",
    "avtal att läsa om": r"att-lasa-om/[^/]+/index\.html",
    "versioner": r"versioner/index\.html",
    "historik": r"versioner/[^/]+/historik/index\.html",
    "jämförelse": r"versioner/[^/]+/[^/]+--[^/]+/index\.html",
    "underlagen": r"underlag/index\.html",
    "underlag": r"underlag/[^/]+/index\.html",
    "underlag för en part": r"underlag/[^/]+/[^/]+/index\.html",
    "vy": r"vyer/[^/]+/index\.html",
    "fråga": r"vyer/vad-gor-jag/[^/]+/index\.html",
    "yrke": r"vyer/ditt-yrke/[^/]+/index\.html",
    "kommun": r"vyer/din-kommun/[^/]+/index\.html",
    "handbok och beslut": r"(?:handbok|decisions|om)/(?:[^/]+/)?index\.html",
}
"""Every page is of the first kind that its path is one of; a path of none has to be given one."""
BEGIN = """() => {
    const content = document.querySelector('article') ?? document.querySelector('main');
    content.tabIndex = -1;
    content.focus();
    window.unseen = new Set();
    window.reached = 0;
    document.addEventListener('focusin', ({target}) => {
        const looks = getComputedStyle(target);
        const seen = looks.outlineStyle !== 'none' || looks.boxShadow !== 'none';
        window.reached += 1;
        if (!seen) window.unseen.add(target.outerHTML.slice(0, 200));
    });
}"""
UNSEEN = "[...window.unseen]"
STEPS = 25
"""How often the Tab key is pressed on a page, from where its content begins."""

WIDER = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    return built_once(tmp_path_factory, project)


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as folder:
        yield folder.address


def kind(path: str) -> str:
    return next((name for name, form in KINDS.items() if re.fullmatch(form, path)), "")


def paths(built: Path) -> list[str]:
    return [path.relative_to(built).as_posix() for path in sorted(built.rglob("*.html"))]


def one_of_each(built: Path) -> dict[str, str]:
    """A page of each kind that is neither the lightest nor the heaviest."""
    by_weight = sorted(paths(built), key=lambda path: ((built / path).stat().st_size, path))
    found: dict[str, list[str]] = {}
    for path in by_weight:
        found.setdefault(kind(path), []).append(path)
    return {name: there[len(there) // 2] for name, there in found.items()}


def opened(browser: Browser, width: int) -> Page:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        reduced_motion="reduce",
        service_workers="block",
        bypass_csp=True,
    )
    return context.new_page()


def test_every_page_is_of_a_known_kind_and_every_kind_has_a_page(built: Path) -> None:
    assert [path for path in paths(built) if not kind(path)] == []
    assert {kind(path) for path in paths(built)} >= {*KINDS}


@pytest.mark.parametrize("width", [1280, 360])
def test_a_page_of_each_kind_is_accessible(browser: Browser, built: Path, address: str, axe: Path, width: int) -> None:
    page = opened(browser, width)
    wrong = {}
    for name, path in one_of_each(built).items():
        page.goto(address + path, wait_until="load")
        if found := violations(page, axe):
            wrong[name, path] = found
    page.context.close()
    assert wrong == {}


def test_the_menu_of_a_telephone_and_each_way_to_show_changes_are_accessible(
    browser: Browser, built: Path, address: str, axe: Path
) -> None:
    page = opened(browser, 360)
    page.goto(address, wait_until="load")
    page.get_by_role("button", name="Meny").first.click()
    page.wait_for_timeout(400)
    assert page.evaluate("document.getElementById('__drawer').checked")
    assert violations(page, axe) == []
    page.goto(address + one_of_each(built)["jämförelse"], wait_until="load")
    ways = page.locator(".jamforelse input[name=visa]")
    assert ways.count() >= 3
    for at in range(ways.count()):
        ways.nth(at).check()
        assert violations(page, axe) == []
    page.context.close()


def test_the_menu_of_a_narrow_screen_is_used_by_keyboard_and_gives_the_focus_back(
    browser: Browser, built: Path, address: str
) -> None:
    page = opened(browser, 360)
    page.goto(address + one_of_each(built)["kapitel"], wait_until="load")
    menu = page.get_by_role("button", name="Meny").first
    menu.focus()
    page.keyboard.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    page.keyboard.press("Escape")
    expect(menu).to_be_focused()
    expect(menu).to_have_attribute("aria-expanded", "false")
    assert not page.evaluate("document.getElementById('__drawer').checked")
    page.context.close()


def test_who_uses_the_keyboard_sees_where_they_are(browser: Browser, built: Path, address: str) -> None:
    page = opened(browser, 1280)
    unseen = set()
    for name, path in one_of_each(built).items():
        page.goto(address + path, wait_until="load")
        page.evaluate(BEGIN)
        for _ in range(STEPS):
            page.keyboard.press("Tab")
        unseen |= {(name, found) for found in page.evaluate(UNSEEN)}
        assert page.evaluate("window.reached") > 0, name
    page.context.close()
    assert unseen == set()


def test_no_page_is_wider_than_a_narrow_screen(browser: Browser, built: Path, address: str) -> None:
    """320 pixels is also what 1280 are at four times the size, and 640 at twice."""
    page = opened(browser, 320)
    wide = []
    for path in one_of_each(built).values():
        page.goto(address + path, wait_until="load")
        if page.evaluate(WIDER):
            wide.append(path)
    page.context.close()
    assert wide == []
