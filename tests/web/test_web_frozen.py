"""Recorded versions as folders of pages: lasting addresses, marks of validity, ways on, and nothing live."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reading import read
from web_examples import DOCUMENT, LIBRARY, OTHER, SITE

from builder.library import Version
from builder.web import pages
from builder.web.frozen import Frozen, frozen_pages
from builder.web.frozen_place import clause_place, folder_name, version_folder
from builder.web.validity import standing, valid_version

HOSTILE = '<img src=x onerror="hacked()"><script>hacked()</script> [x](javascript:hacked()){: onclick="hacked()" }'


def version(label: str, status: str = "utkast", date: str = "2026-10-01") -> Version:
    return Version("hemmet", label, "a" * 40, date, status, events=(("2026-10-03", "Sänt till skrivgruppen"),))


DRAFT, VALID, NEW_DRAFT = version("utkast-1"), version("2027-1", "gällande", "2027-01-01"), version("utkast-2")
ROWS = (DRAFT, VALID, NEW_DRAFT)


def frozen(of: Version = DRAFT, rows: tuple[Version, ...] = ROWS, others: str = "utkast-1") -> dict[str, str]:
    edition = replace(DOCUMENT.edition, version=of.label, status=of.status, date=of.date)
    document = replace(DOCUMENT, edition=edition)
    site = LIBRARY.project
    return frozen_pages(Frozen(LIBRARY, document, of, rows, ((OTHER, others),), site.name, site.address))


def test_a_version_has_its_contents_its_chapters_and_its_registers() -> None:
    assert sorted(path.removeprefix("v/hemmet/utkast-1/") for path in frozen()) == [
        "begrepp.html", "index.html", "kapitel/bilaga-parametrar.html", "kapitel/grunder.html", "kapitel/vagar.html",
        "lagar.html", "parametrar.html", "parter.html",
    ]  # fmt: skip


def test_every_clause_has_an_address_that_no_chapter_is_part_of() -> None:
    contents = read(frozen()["v/hemmet/utkast-1/index.html"])
    for section in DOCUMENT.sections:
        assert section.id in contents.ids
    assert "kapitel/vagar.html#hemmet/sip" in contents.links
    assert clause_place("hemmet", "utkast-1", "hemmet/sip").page == "v/hemmet/utkast-1/index.html"


def test_every_link_within_a_version_leads_to_a_place_that_is_there() -> None:
    made = {path: read(html) for path, html in frozen().items()}
    outside = {"index.html", "versioner/index.html", "avtal/hemmet/index.html", "v/rehab/utkast-1/index.html"}
    outside |= {f"v/hemmet/{label}/index.html" for label in ("2027-1", "utkast-2")}
    for path, page in made.items():
        for link in page.links:
            if ":" in link or "assets/" in link:
                continue
            target, _, anchor = link.partition("#")
            parts = path.split("/")[:-1]
            for step in target.split("/") if target else []:
                parts = parts[:-1] if step == ".." else [*parts, step]
            full = "/".join(parts) if target else path
            assert full in made or full in outside, (path, link)
            assert not anchor or full not in made or anchor in made[full].ids, (path, link)


def test_a_reference_to_another_agreement_leads_to_its_version_of_then() -> None:
    assert "../../../rehab/utkast-1/index.html#rehab/forskrivning" in frozen()["v/hemmet/utkast-1/kapitel/vagar.html"]
    assert "rehab/" not in " ".join(read(frozen(others="")["v/hemmet/utkast-1/kapitel/vagar.html"]).links)


@pytest.mark.parametrize(
    ("of", "mark", "indexed"), [(DRAFT, "UTKAST", False), (VALID, "GÄLLER", True), (NEW_DRAFT, "UTKAST", False)]
)
def test_every_page_says_what_the_version_is(of: Version, mark: str, indexed: bool) -> None:
    for path, html in frozen(of).items():
        assert f"<strong>{mark}</strong>" in html, path
        assert ('<meta name="robots" content="noindex">' not in html) is indexed, path


def test_what_was_valid_is_repealed_when_a_later_version_is_valid() -> None:
    later = version("2028-1", "gällande", "2028-01-01")
    rows = (*ROWS, later)
    assert [standing(row, rows) for row in rows] == ["utkast", "upphävd", "utkast", "gällande"]
    assert valid_version(rows) == later
    page = frozen(VALID, rows)["v/hemmet/2027-1/index.html"]
    assert "<strong>UPPHÄVD</strong>" in page
    assert "noindex" in page


def test_a_draft_leads_to_the_valid_text_and_names_it_as_the_one_to_find() -> None:
    page = frozen()["v/hemmet/utkast-1/kapitel/grunder.html"]
    assert 'Gällande text: <a href="../../2027-1/index.html">version 2027-1</a>' in page
    assert 'Senaste version: <a href="../../utkast-2/index.html">utkast-2</a>' in page
    assert '<link rel="canonical" href="https://overens.example/v/hemmet/2027-1/">' in page
    own = frozen(VALID)["v/hemmet/2027-1/kapitel/grunder.html"]
    assert '<link rel="canonical" href="https://overens.example/v/hemmet/2027-1/kapitel/grunder.html">' in own
    assert "Gällande text:" not in own


def test_hostile_text_stays_text_in_a_version() -> None:
    sections = tuple(
        replace(section, title=(replace(section.title[0], text=HOSTILE),)) for section in DOCUMENT.sections
    )
    document = replace(DOCUMENT, sections=sections, edition=replace(DOCUMENT.edition, title=HOSTILE, parties=HOSTILE))
    row = replace(DRAFT, label=HOSTILE, diary=HOSTILE, events=((HOSTILE, HOSTILE),))
    for path, html in frozen_pages(Frozen(LIBRARY, document, row, (row,), name=HOSTILE, address=HOSTILE)).items():
        page = read(html)
        assert "img" not in page.tags, path
        assert page.tags.count("script") == 2, path
        assert not [name for name, _ in page.attributes if name.startswith("on")], path
        assert not [link for link in page.links if link.startswith("javascript:")], path


@given(st.text(max_size=12), st.text(max_size=12))
def test_two_labels_never_share_a_folder(one: str, other: str) -> None:
    assert (folder_name(one) == folder_name(other)) is (one == other)
    assert ".." not in version_folder("hemmet", one)
    assert version_folder("hemmet", one).count("/") == 2


def test_the_site_leads_to_the_valid_version_first() -> None:
    shown = {f"v/hemmet/{row.label}/index.html": b"" for row in ROWS}
    made = pages(replace(SITE, library=replace(LIBRARY, versions=ROWS), frozen=shown))
    front, versions, contents = (
        str(made[page]) for page in ("index.md", "versioner/index.md", "avtal/hemmet/index.md")
    )
    assert "-   [Hälso- och sjukvård i hemmet](v/hemmet/2027-1/index.html)<br>" in front
    assert versions.index("../v/hemmet/2027-1/index.html") < versions.index("../v/hemmet/utkast-2/index.html")
    assert "GÄLLER</span> [2027-1](../../v/hemmet/2027-1/index.html)." in contents


def test_a_preview_without_versions_has_no_dead_links() -> None:
    made = pages(replace(SITE, library=replace(LIBRARY, versions=ROWS)))
    assert "v/hemmet" not in "".join(text for text in made.values() if isinstance(text, str))
