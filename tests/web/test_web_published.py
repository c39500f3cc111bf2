"""The site as it is published, in a browser: a strict policy that every page keeps, and reading without network."""

import json
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from pypdf import PdfReader
from reading import read

from builder.web.offline import worker as worker_of
from builder.web.policy import inline_scripts, with_policy
from tests.folder import Folder
from tests.served import Served, served

pytestmark = pytest.mark.slow

CLAUSE = "---\ntitel: {}\n---\n{}\n"
TABLE = "| Vem | Belopp |\n|:---|---:|\n| Kommunen | 100 |\n"
INJECTED = "<script>window.injected = 1</script>"


def written(folder: Folder, project: Path) -> None:
    """Two recorded versions, a text being written, pages by hand, and the project's own theme and settings."""
    for name in ("site/tema", "site/assets"):
        shutil.copytree(project / name, folder.path / name)
    settings = (project / "mkdocs.yml").read_text("utf-8").split("\nnav:")[0]
    folder.write("mkdocs.yml", f"{settings}\nnav:\n  - Om: om.md\n")
    folder.write("site/om.md", f"# Om\n\nText.\n\n{INJECTED}\n\n<a href='#' onclick='window.injected=1'>Tryck</a>\n")
    folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\n")
    folder.write("clauses/register/projekt.yml", "namn: Prov\nadress: https://overens.example/\n")
    folder.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", f"Kommunen svarar inom 14 dagar.\n\n{TABLE}"))
    folder.write("clauses/hemmet/plan.md", CLAUSE.format("Plan", "Planen görs efter [Svar](svar.md)."))
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar, hemmet/plan]\n")
    first = folder.commit("2026-11-01")
    folder.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", f"Kommunen svarar inom 7 dagar.\n\n{TABLE}"))
    second = folder.commit("2026-11-10")
    rows = [f"  - {{version: utkast-{n}, commit: {c}, datum: 2026-11-0{n}, status: utkast}}\n"
            for n, c in enumerate((first, second), 1)]  # fmt: skip
    folder.write("clauses/register/versioner.yml", "hemmet:\n" + "".join(rows))
    folder.commit("2026-11-11")


def overens(folder: Path, *words: str) -> None:
    command = [sys.executable, "-m", "builder.cli", *words, "--project", str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory, project: Path) -> Folder:
    made = Folder(tmp_path_factory.mktemp("published") / "avtal")
    written(made, project)
    overens(made.path, "site")
    return made


@pytest.fixture(scope="module")
def built(folder: Folder) -> Path:
    return folder.path / "build" / "site"


@pytest.fixture
def server(built: Path) -> Iterator[Served]:
    with served(built) as folder:
        yield folder


@pytest.fixture
def address(server: Served) -> str:
    return server.address


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    yield context
    context.close()


def watched(context: BrowserContext) -> tuple[Page, list[str]]:
    """A page, and what it says of broken policies."""
    page, said = context.new_page(), list[str]()
    page.on("console", lambda message: said.append(message.text) if "Content Security Policy" in message.text else None)
    return page, said


def kinds(built: Path) -> list[str]:
    return [path.relative_to(built).as_posix() for path in sorted(built.rglob("*.html"))]


# --- the policy --------------------------------------------------------------------------------------


def test_every_page_keeps_its_policy(context: BrowserContext, built: Path, address: str) -> None:
    page, said = watched(context)
    for path in kinds(built):
        page.goto(address + path.removesuffix("index.html"), wait_until="load")
        assert page.locator("meta[http-equiv='Content-Security-Policy']").count() == 1, path
        if path != "om/index.html":
            assert said == [], path
        said.clear()


def test_what_a_page_holds_of_scripts_is_not_run(context: BrowserContext, address: str) -> None:
    page, said = watched(context)
    page.goto(address + "om/", wait_until="load")
    page.get_by_role("link", name="Tryck").click()
    assert page.evaluate("window.injected") is None
    assert len(said) == 2


def test_a_script_that_is_put_in_afterwards_is_not_run(context: BrowserContext, address: str) -> None:
    page, said = watched(context)
    page.goto(address, wait_until="load")
    page.evaluate("document.body.append(Object.assign(document.createElement('script'), {text: 'injected = 1'}))")
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<img src=https://example.org/x.png>')")
    page.wait_for_timeout(300)
    assert page.evaluate("window.injected") is None
    assert len(said) == 2


def test_only_scripts_outside_the_text_are_let_through() -> None:
    theme, text = "<script>theme()</script>", "<p><script>text()</script></p>"
    page = f"<head><meta charset='utf-8'>{theme}<script src='x.js'></script></head>{text}"
    assert inline_scripts(page, text) == {"theme()"}
    made = with_policy(page, text)
    assert made.count("'sha256-") == 1
    assert with_policy(made, text) == made
    assert "sha256" not in with_policy("<head></head>" + text, text)


def test_the_headers_say_what_the_pages_say(built: Path) -> None:
    headers = (built / "_headers").read_text("utf-8")
    assert "frame-ancestors 'none'" in headers
    for path in kinds(built):
        policy = (built / path).read_text("utf-8").split('Security-Policy" content="')[1].split('"')[0]
        for part in policy.replace(";", "").split():
            assert part in headers, (path, part)


# --- without network ---------------------------------------------------------------------------------


KEPT = """async () => {
    const [name] = await caches.keys();
    return name ? (await (await caches.open(name)).keys()).length : 0;
}"""
LISTED = """async () => ((await (await fetch('sw.js')).text()).match(/"[^"]+": "[0-9a-f]{16}"/g) || []).length"""
REPLACED = "async old => { const names = await caches.keys(); return names.length === 1 && names[0] !== old }"


def kept(page: Page, address: str) -> None:
    """Visit the front page and wait until all is kept."""
    page.goto(address, wait_until="load")
    page.evaluate("navigator.serviceWorker.ready.then(() => 1)")
    for _ in range(100):
        count, listed = page.evaluate(KEPT), page.evaluate(LISTED)
        if count == listed:
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"{count} of {listed} files are kept")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("avtal/hemmet/hemmet-svar/", "Kommunen svarar inom 7 dagar"),
        ("avtal/hemmet/hemmet-svar", "Kommunen svarar inom 7 dagar"),
        ("v/hemmet/utkast-1/kapitel/hemmet-svar.html", "Kommunen svarar inom 14 dagar"),
        ("versioner/hemmet/utkast-1--utkast-2/", "Ändringar från utkast-1 till utkast-2"),
        ("om/", "Text."),
    ],
)
def test_every_page_is_read_without_network_after_one_visit(
    context: BrowserContext, address: str, path: str, words: str
) -> None:
    page = context.new_page()
    kept(page, address)
    context.set_offline(True)
    page.goto(address + path, wait_until="load")
    assert words in page.inner_text("main")
    if not path.startswith("v/"):
        assert "Du är utan nät" in page.locator(".utan-nat").inner_text()
        assert "11 november 2026" in page.locator(".utan-nat").inner_text()
    page.reload(wait_until="load")
    assert words in page.inner_text("main")


def test_what_is_not_kept_is_told_of_without_network(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    kept(page, address)
    context.set_offline(True)
    page.goto(address + "finns-inte/")
    assert "Den här sidan är inte sparad" in page.inner_text("body")


def test_a_page_is_read_anew_while_there_is_a_network(context: BrowserContext, built: Path, address: str) -> None:
    page = context.new_page()
    kept(page, address)
    target = built / "avtal/hemmet/hemmet-plan/index.html"
    before = target.read_text("utf-8")
    try:
        target.write_text(before.replace("Planen görs", "Planen skrivs"), "utf-8")
        page.goto(address + "avtal/hemmet/hemmet-plan/")
        assert "Planen skrivs" in page.inner_text("main")
    finally:
        target.write_text(before, "utf-8")


def test_a_new_version_of_the_site_takes_the_place_of_the_old(
    context: BrowserContext, built: Path, server: Served
) -> None:
    page = context.new_page()
    kept(page, server.address)
    name = page.evaluate("caches.keys().then(names => names[0])")
    server.asked.clear()
    target, worker = built / "avtal/hemmet/hemmet-plan/index.html", built / "sw.js"
    before = target.read_text("utf-8"), worker.read_text("utf-8")
    try:
        target.write_text(before[0].replace("Planen görs", "Planen skrivs"), "utf-8")
        files = {path.relative_to(built).as_posix(): path.read_bytes() for path in built.rglob("*") if path.is_file()}
        worker.write_text(worker_of(files), "utf-8")
        page.evaluate("navigator.serviceWorker.getRegistration().then(r => r.update())")
        for _ in range(100):
            if page.evaluate(REPLACED, name):
                break
            page.wait_for_timeout(100)
        assert set(server.asked) - {"/sw.js"} == {"/avtal/hemmet/hemmet-plan/index.html"}
        context.set_offline(True)
        page.goto(server.address + "avtal/hemmet/hemmet-plan/")
        assert "Planen skrivs" in page.inner_text("main")
    finally:
        target.write_text(before[0], "utf-8")
        worker.write_text(before[1], "utf-8")


def test_the_site_can_be_installed(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address, wait_until="load")
    session = context.new_cdp_session(page)
    found = session.send("Page.getAppManifest")
    assert found["errors"] == []
    assert '"start_url": "./"' in found["data"]
    icons = {icon["sizes"]: icon["src"] for icon in json.loads(found["data"])["icons"]}
    assert {"192x192", "512x512"} <= {*icons}
    touch = page.locator("link[rel='apple-touch-icon']").get_attribute("href")
    for size, path in {**icons, "180x180": touch}.items():
        drawn = "async a => { const i = new Image(); i.src = a; await i.decode(); return `${i.width}x${i.height}` }"
        assert page.evaluate(drawn, address + str(path)) == size
    assert page.evaluate("fetch(document.querySelector('link[rel=manifest]').href).then(a => a.status)") == 200


def test_the_same_text_gives_the_same_bytes(folder: Folder, built: Path) -> None:
    before = {path: path.read_bytes() for path in built.rglob("*") if path.is_file() and "pagefind" not in path.parts}
    shutil.rmtree(folder.path / ".cache")
    overens(folder.path, "site")
    assert [path for path, content in before.items() if path.read_bytes() != content] == []


# --- opened from a folder ----------------------------------------------------------------------------


@pytest.fixture(scope="module")
def unpacked(folder: Folder, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("copy")
    overens(folder.path, "site", "--zip", str(place / "avtalen.zip"))
    with zipfile.ZipFile(place / "avtalen.zip") as archive:
        archive.extractall(place)
    return place


def test_the_copy_is_read_and_searched_from_a_folder(context: BrowserContext, unpacked: Path) -> None:
    page, said = watched(context)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto((unpacked / "avtalen" / "index.html").as_uri(), wait_until="load")
    page.get_by_role("link", name="Avtalet", exact=True).first.click()
    page.get_by_role("link", name="Svar").first.click()
    assert "Kommunen svarar inom 7 dagar" in page.inner_text("main")
    assert said == []
    assert {url.split(":")[0] for url in asked} <= {"file", "data", "blob"}


def test_every_link_of_the_copy_leads_to_a_file(unpacked: Path) -> None:
    pages = {path: read(path.read_text("utf-8")) for path in (unpacked / "avtalen").rglob("*.html")}
    assert len(pages) > 30
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme or not parts.path:
                continue
            target = (path.parent / unquote(parts.path)).resolve()
            assert target.is_file(), (path, link)


def test_the_same_site_gives_the_same_copy(folder: Folder, unpacked: Path) -> None:
    before = (unpacked / "avtalen.zip").read_bytes()
    overens(folder.path, "site", "--zip", str(unpacked / "avtalen.zip"))
    assert (unpacked / "avtalen.zip").read_bytes() == before
    assert "index.html i mappen avtalen" in (unpacked / "LAS-MIG.txt").read_text("utf-8")


def test_a_copy_that_is_not_named_zip_is_refused(folder: Folder) -> None:
    command = [sys.executable, "-m", "builder.cli", "site", "--zip", "x.tar", "--project", str(folder.path)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "ska sluta på .zip" in done.stdout + done.stderr


# --- on paper ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "words", "left_out"),
    [
        ("avtal/hemmet/hemmet-svar/", "Kommunen svarar inom 7 dagar", "Nästa"),
        ("avtal/hemmet/hela/", "Planen görs efter", "Nästa"),
        ("versioner/hemmet/utkast-1--utkast-2/", "tillagd", "Föregående"),
        ("v/hemmet/utkast-1/kapitel/hemmet-svar.html", "Kommunen svarar inom 14 dagar", "Alla versioner"),
    ],
)
def test_a_page_prints_its_text_and_no_tools(
    context: BrowserContext, address: str, path: str, words: str, left_out: str
) -> None:
    page = context.new_page()
    page.goto(address + path, wait_until="load")
    printed = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True)))
    text = " ".join(" ".join(sheet.extract_text() for sheet in printed.pages).split())
    assert words in text
    assert "Gäller inte" in text
    assert left_out not in text
    assert f"1 ({len(printed.pages)})" in text


def test_a_comparison_is_taken_home_as_word(context: BrowserContext, address: str) -> None:
    page = context.new_page()
    page.goto(address + "versioner/hemmet/utkast-1--utkast-2/", wait_until="load")
    with page.expect_download() as waiting:
        page.get_by_role("link", name="Ladda ner som Word").click()
    with zipfile.ZipFile(waiting.value.path()) as archive:
        assert b"<w:ins " in archive.read("word/document.xml")
