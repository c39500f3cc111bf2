"""The site as MkDocs builds it, in a browser: links followed, words explained, no other host, accessible."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin, urlsplit

import pytest
import yaml
from playwright.sync_api import Browser, Page, expect
from reading import read
from supporting_examples import BESIDE, WITH_SUPPORTING
from test_web_redline import CAME, WENT, redline
from web_examples import DOCUMENT, clause, comparing, para
from work_examples import DECIDED, WORK

from builder.redline import keep_section
from builder.web import Site, navigation, pages, redline_html
from tests.accessible import violations
from tests.served import served

pytestmark = pytest.mark.slow

SHOWN = [
    "", "avtal/hemmet/", "avtal/hemmet/vagar/", "avtal/hemmet/bilaga-parametrar/", "begrepp/", "parametrar/", "lagar/",
    "parter/", "fragor/", "underlag/", "underlag/plan/", "underlag/beslut/", "underlag/beslut/falun/",
    "versioner/", "versioner/hemmet/utkast-1--utkast-2/", "redline.html", "404.html",
    "att-lasa-om/", "att-lasa-om/hemmet/", "laget/", "beslutslage/",
]  # fmt: skip
HOSTILE = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{ 7*7 }} [x](javascript:alert(1))'


CHANGED = redline(
    keep_section(clause("hemmet/ny", "2.2", "Nytt", para("Ett nytt stycke.")), CAME),
    keep_section(clause("hemmet/bort", "2.3", "Borta", para("Ett gammalt stycke.")), WENT),
)


def example() -> Site:
    from dataclasses import replace

    from web_examples import clause

    shown = clause("hemmet/farlig", "2.3", HOSTILE, para(HOSTILE))
    document = replace(DOCUMENT, sections=(*DOCUMENT.sections[:-1], shown, DOCUMENT.sections[-1]))
    documents = (document, WITH_SUPPORTING.documents[1], *BESIDE)
    library = replace(
        WITH_SUPPORTING.library, parties={**DECIDED.parties, **WITH_SUPPORTING.library.parties},
        versions=DECIDED.versions, decisions=DECIDED.decisions, steps=DECIDED.steps,
    )  # fmt: skip
    site = replace(WITH_SUPPORTING, library=library, documents=documents, work=WORK)
    return comparing(site, CHANGED)


def write(folder: Path, site: Site) -> None:
    for path, content in pages(site).items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content if isinstance(content, bytes) else content.encode())


def mkdocs(folder: Path, *options: str) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
    quiet = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(command, cwd=folder, env=quiet, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr


def settings(project: Path, site: Site) -> dict[str, Any]:
    """The project's own settings, without the plugin and with the navigation of a site."""
    config: dict[str, Any] = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = [plugin for plugin in config["plugins"] if "overens" not in plugin]
    config["theme"]["custom_dir"] = str(project / config["theme"]["custom_dir"])
    return {**config, "nav": navigation(site)}


def built_by_mkdocs(folder: Path, project: Path, site: Site) -> Path:
    """A site written to a folder and built by MkDocs with the project's theme but without the plugin."""
    write(folder / "site", site)
    for asset in (project / "site" / "assets").iterdir():
        (folder / "site" / "assets" / asset.name).write_bytes(asset.read_bytes())
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(settings(project, site), allow_unicode=True), "utf-8")
    mkdocs(folder, "--strict")
    return folder / "build" / "site"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Path:
    """The example site, and a redline beside it."""
    folder = built_by_mkdocs(tmp_path_factory.mktemp("site"), project, example())
    (folder / "redline.html").write_text(redline_html(CHANGED), "utf-8")
    return folder


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    with served(built) as folder:
        yield folder.address


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context.new_page()
    context.close()


def test_plain_mkdocs_builds_every_page(tmp_path: Path) -> None:
    site = example()
    write(tmp_path / "docs", site)
    plain = {"site_name": "x", "markdown_extensions": ["attr_list", "footnotes", "sane_lists"], "theme": "mkdocs"}
    (tmp_path / "mkdocs.yml").write_text(yaml.safe_dump(plain), "utf-8")
    mkdocs(tmp_path)
    written = [path for path, content in pages(site).items() if isinstance(content, str)]
    assert len(list((tmp_path / "site").rglob("index.html"))) == len(written)


def test_every_link_of_the_built_site_leads_somewhere(built: Path) -> None:
    found = {path: read(path.read_text("utf-8")) for path in built.rglob("*.html")}
    for path, page in found.items():
        base = f"http://x/{path.relative_to(built).as_posix()}".removesuffix("index.html")
        for link in page.links:
            parts = urlsplit(urljoin(base, link))
            if parts.netloc != "x" or path.name == "404.html":
                continue
            target = built / unquote(parts.path).lstrip("/")
            target = target / "index.html" if target.is_dir() else target
            assert target.is_file(), (path, link)
            anchor = unquote(parts.fragment)
            assert not anchor or target not in found or anchor in found[target].ids, (path, link)


def test_a_reference_is_followed_to_its_clause(page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/grunder/")
    page.get_by_role("link", name="samordnad individuell plan").click()
    assert unquote(page.url).endswith("avtal/hemmet/vagar/#hemmet/sip")
    expect(page.locator("[id='hemmet/sip']")).to_be_visible()
    page.get_by_role("link", name="förskrivning", exact=True).click()
    assert unquote(page.url).endswith("avtal/rehab/hjalpmedel/#rehab/forskrivning")


def test_hostile_text_is_shown_as_text(page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/vagar/#hemmet/farlig")
    assert page.locator("[id='hemmet/farlig']").inner_text().endswith(HOSTILE)
    assert page.evaluate("window.hacked") is None


def test_a_word_is_explained_by_keyboard_and_by_tap(browser: Browser, page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/vagar/", wait_until="load")
    word = page.locator("a.begrepp").first
    page.locator("[id='hemmet/sip']").click()
    for _ in range(20):
        page.keyboard.press("Tab")
        if word.evaluate("e => e === document.activeElement"):
            break
    tip = page.get_by_role("tooltip")
    assert tip.inner_text() == "Plan som visar vem som gör vad för den enskilde."
    assert word.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    phone = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    phone.goto(address + "avtal/hemmet/vagar/", wait_until="load")
    phone.locator("a.begrepp").first.tap()
    assert "Tryck en gång till" in phone.get_by_role("tooltip").inner_text()
    phone.locator("a.begrepp").first.tap()
    phone.wait_for_url("**/begrepp/#sip")
    phone.context.close()


def test_changes_are_stepped_through_by_key_and_button(page: Page, address: str) -> None:
    page.goto(address + "versioner/hemmet/utkast-1--utkast-2/", wait_until="load")
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "andring-1"
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "andring-2"
    page.get_by_role("button", name="Föregående").click()
    assert page.evaluate("document.activeElement.id") == "andring-1"
    assert page.get_by_role("status").first.inner_text() == "1 av 2"
    page.get_by_role("checkbox", name="Tangenterna n och p").uncheck()
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") != "andring-2"


@pytest.mark.parametrize(
    ("mode", "shown", "hidden"), [("Ny text", "nytt", "gammalt"), ("Gammal text", "gammalt", "nytt")]
)
def test_one_side_alone_is_shown_and_spoken(page: Page, address: str, mode: str, shown: str, hidden: str) -> None:
    page.goto(address + "redline.html", wait_until="load")
    page.get_by_role("radio", name=mode).check()
    assert page.get_by_text(f"Ett {shown} stycke.").is_visible()
    assert not page.get_by_text(f"Ett {hidden} stycke.").is_visible()
    spoken = page.locator("main").aria_snapshot()
    assert "tillagt" not in spoken.split("Ändringarna")[-1].lower()
    assert "borttaget" not in spoken.split("Ändringarna")[-1].lower()


def test_the_menu_opens_by_keyboard_on_a_phone(browser: Browser, address: str) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
    phone.goto(address, wait_until="load")
    phone.get_by_role("button", name="Meny").focus()
    phone.keyboard.press("Enter")
    assert phone.evaluate("document.getElementById('__drawer').checked")
    phone.context.close()


def test_one_letter_keys_do_nothing_on_a_page(page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/vagar/", wait_until="load")
    for key in ("n", "p", "s", "f", "/", ".", ","):
        page.keyboard.press(key)
    assert page.url == address + "avtal/hemmet/vagar/"
    assert not page.evaluate("document.getElementById('__search').checked")


@pytest.mark.parametrize("width", [360, 1280])
def test_pages_are_accessible_and_ask_no_other_host(browser: Browser, address: str, axe: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for path in SHOWN:
        page.goto(address + path, wait_until="load")
        assert violations(page, axe) == [], path
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    context.close()


def test_a_wide_table_is_read_in_its_own_frame_or_as_cards(browser: Browser, address: str) -> None:
    wide = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    wide.goto(address + "underlag/plan/", wait_until="load")
    frame, head = wide.locator(".bred-tabell").first, wide.locator(".bred-tabell th").first
    frame.locator("tr").nth(15).scroll_into_view_if_needed()
    assert 0 <= head.evaluate("e => e.getBoundingClientRect().top") < 200
    assert wide.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    wide.set_viewport_size({"width": 740, "height": 800})
    wide.wait_for_timeout(200)
    assert frame.get_attribute("role") == "region"
    frame.focus()
    wide.keyboard.press("ArrowRight")
    wide.wait_for_timeout(300)
    assert frame.evaluate("e => e.scrollLeft") > 0
    wide.set_viewport_size({"width": 360, "height": 800})
    wide.wait_for_timeout(200)
    assert frame.evaluate("e => e.scrollWidth <= e.clientWidth + 1")
    assert frame.locator("td").nth(1).get_attribute("data-rubrik") == "Aktivitet"
    wide.context.close()


@pytest.mark.parametrize("path", SHOWN)
def test_nothing_scrolls_sideways_on_a_small_phone(browser: Browser, address: str, path: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640})
    page = context.new_page()
    page.goto(address + path, wait_until="load")
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    context.close()
