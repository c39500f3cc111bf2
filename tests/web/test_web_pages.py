"""The pages as values: links, anchors, banners, contents."""

import itertools
import posixpath
from dataclasses import replace

import pytest
from reading import Page, read_markdown, without_front_matter
from supporting_examples import WITH_SUPPORTING
from web_examples import DOCUMENT, LIBRARY, OTHER, SITE, comparing

from builder.changes import changes, counted
from builder.compare import compare
from builder.library import Library, Version
from builder.web import Site, navigation, pages

PAGES = pages(SITE)
READ = {path: read_markdown(without_front_matter(text)) for path, text in PAGES.items() if isinstance(text, str)}
BESIDE = {
    path: read_markdown(without_front_matter(text))
    for path, text in pages(WITH_SUPPORTING).items()
    if isinstance(text, str)
}
FILES = {path for site in (SITE, WITH_SUPPORTING) for path, text in pages(site).items() if isinstance(text, bytes)}
BOTH = [
    pytest.param(read, path, id=f"{name} {path}")
    for name, read in (("alone", READ), ("beside", BESIDE))
    for path in read
]


def test_the_changes_of_a_redline_are_listed_once_for_all_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    spied = "builder.web.redline_page.changes"
    monkeypatch.setattr(spied, lambda redline: told.append(redline.name) or changes(redline))
    before = replace(DOCUMENT, edition=replace(DOCUMENT.edition, version="utkast-0"), sections=DOCUMENT.sections[:-1])
    redline = compare(before, DOCUMENT)
    written = pages(comparing(SITE, redline))
    assert told == [DOCUMENT.name]
    said = counted(changes(redline))
    assert sum(f"): {said}" in str(text) for text in written.values()) == 2


def target(page: str, link: str) -> tuple[str, str]:
    path, _, anchor = link.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else page, anchor


def inside(page: Page) -> list[str]:
    return [link for link in page.links if not link.startswith(("https:", "mailto:"))]


@pytest.mark.parametrize(("read", "path"), BOTH)
def test_every_link_leads_somewhere(read: dict[str, Page], path: str) -> None:
    for link in inside(read[path]):
        page, anchor = target(path, link)
        assert page in read or page in FILES, link
        assert not anchor or anchor in read[page].ids, link


@pytest.mark.parametrize(("read", "path"), BOTH)
def test_no_anchor_stands_twice(read: dict[str, Page], path: str) -> None:
    assert len(read[path].ids) == len(set(read[path].ids))


@pytest.mark.parametrize(("read", "path"), BOTH)
def test_headings_come_in_order(read: dict[str, Page], path: str) -> None:
    levels = read[path].headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(b <= a + 1 for a, b in itertools.pairwise(levels))


@pytest.mark.parametrize("path", [path for path in READ if path not in ("index.md", "sok/index.md")])
def test_every_page_of_a_draft_says_so(path: str) -> None:
    assert READ[path].text.strip().startswith("UTKAST Gäller inte. Arbetskopia, 5 november 2026")
    assert "robots: noindex" in str(PAGES[path])


def test_every_clause_has_its_anchor_and_shows_its_id() -> None:
    page = READ["avtal/hemmet/vagar.md"]
    assert "hemmet/sip" in page.ids
    assert "Klausul hemmet/sip" in page.text


def test_an_anchor_outlives_number_and_title() -> None:
    def renamed(section):  # type: ignore[no-untyped-def]
        return replace(section, number="9.9", title=(replace(section.title[0], text="Nytt namn"),))

    moved = replace(DOCUMENT, sections=tuple(map(renamed, DOCUMENT.sections)))
    page = read_markdown(without_front_matter(str(pages(replace(SITE, documents=(moved,)))["avtal/hemmet/vagar.md"])))
    assert "hemmet/sip" in page.ids


def test_who_refers_here_is_listed_from_all_agreements() -> None:
    text = READ["avtal/hemmet/vagar.md"].text
    assert "Hänvisas från 1.2 Syfte, 1.1 Förskrivning" in text


def test_a_term_is_explained_once_a_clause_and_leads_to_its_definition() -> None:
    source = str(PAGES["avtal/hemmet/vagar.md"])
    assert source.count("(../../begrepp.md#sip ") == 1
    assert "Plan som visar vem som gör vad för den enskilde." in source


def test_the_same_site_gives_the_same_pages() -> None:
    assert pages(SITE) == PAGES


def test_navigation_holds_every_page_once() -> None:
    def paths(nav):  # type: ignore[no-untyped-def]
        for entry in nav:
            yield from [entry] if isinstance(entry, str) else paths(next(iter(entry.values())))

    assert sorted(paths(navigation(SITE))) == sorted(READ)


def test_agreements_stand_in_the_order_of_the_register() -> None:
    assert navigation(replace(SITE, documents=(OTHER, DOCUMENT))) == navigation(SITE)


def front(library: Library) -> str:
    return read_markdown(without_front_matter(str(pages(replace(SITE, library=library))["index.md"]))).text


def test_the_front_page_says_that_nothing_is_valid_yet() -> None:
    assert "Inget av avtalen här gäller än." in READ["index.md"].text


def test_the_front_page_says_what_is_valid() -> None:
    valid = Version("hemmet", "2027-1", "c" * 40, "2027-01-01", "gällande")
    text = front(replace(LIBRARY, versions=(*LIBRARY.versions, valid)))
    assert "Gäller nu: Överenskommelse om hälso- och sjukvård i hemmet" in text
    assert "Övriga texter är utkast." in text
    assert "Gäller: 2027-1" in text


def test_valid_text_carries_no_draft_mark() -> None:
    valid = replace(DOCUMENT, edition=replace(DOCUMENT.edition, status="gällande", version="2027-1"))
    page = str(pages(replace(SITE, documents=(valid,)))["avtal/hemmet/vagar.md"])
    assert "UTKAST" not in page
    assert "noindex" not in page
    assert "GÄLLER" in page


def test_a_site_with_nothing_in_it_still_has_pages() -> None:
    empty = pages(Site(Library({}, {}), ()))
    assert "Det finns inga avtal här än." in str(empty["index.md"])
    assert "Inga begrepp är införda än." in str(empty["begrepp.md"])


def test_lists_keep_their_nesting() -> None:
    source = str(PAGES["avtal/hemmet/vagar.md"])
    assert "-   insatser\n    -   vem som gör vad\n    -   när\n-   uppföljning" in source
