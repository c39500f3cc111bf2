"""What the site gives to programs: tables as files, and a feed; read by code that did not write them."""

import csv
import json
from dataclasses import replace
from datetime import datetime
from io import StringIO
from pathlib import Path
from xml.etree import ElementTree

import pytest
from test_web_redline import CAME, WENT, redline
from web_examples import DOCUMENT, LIBRARY, SITE, clause, comparing, para

from builder.build import Project, site
from builder.library import Decision, Version
from builder.model import Document
from builder.redline import keep_section
from builder.web import Site, pages
from builder.web.feed import feed

ATOM = "{http://www.w3.org/2005/Atom}"
HOSTILE = '=HYPERLINK("x")]]><script>hacked()</script>&\x0b"\''


def compared() -> Site:
    added = keep_section(clause("hemmet/ny", "2.2", "Nytt", para("Ett nytt stycke.")), CAME)
    gone = keep_section(clause("hemmet/bort", "2.3", "Borta", para("Ett gammalt stycke.")), WENT)
    return comparing(SITE, redline(added, gone))


def table(made: dict[str, str | bytes], name: str) -> list[dict[str, str]]:
    text = made[f"data/{name}.csv"]
    assert isinstance(text, bytes)
    return [*csv.DictReader(StringIO(text.decode("utf-8-sig"), newline=""), delimiter=";")]


def whole(made: dict[str, str | bytes], name: str) -> dict[str, object]:
    found: dict[str, object] = json.loads(made[f"data/{name}.json"])
    return found


def test_clauses_read_as_rows() -> None:
    row = next(row for row in table(pages(compared()), "klausuler") if row["klausul"] == "hemmet/sip")
    assert row["avtal"] == "hemmet"
    assert row["nummer"] == "2.1"
    assert row["rubrik"] == "Samordnad individuell plan"
    assert row["ansvarig"] == "regionen"
    assert row["källa"] == "antagande"
    assert row["öppna_frågor"] == "1"
    assert row["text"].startswith("Ansvarig: regionen och kommunen")


def test_decisions_versions_and_changes_read_as_rows() -> None:
    decision = Decision("hemmet", "regionen", "utkast-2", body="Regionfullmäktige", date="2027-02-01", outcome="bifall")
    made = pages(replace(compared(), library=replace(LIBRARY, decisions=(decision,))))
    assert [(row["part_namn"], row["utfall"]) for row in table(made, "beslut")] == [("Regionen", "bifall")]
    assert [row["version"] for row in table(made, "versioner")] == ["utkast-1", "utkast-2"]
    changes = [(row["klausul"], row["hände"], row["grad"]) for row in table(made, "andringar")]
    assert changes == [("hemmet/ny", "Ny", "i sak"), ("hemmet/bort", "Utgår", "i sak")]


def test_both_forms_say_the_same_and_the_page_explains_every_column() -> None:
    made = pages(compared())
    page = str(made["data/index.md"])
    names = [path.removeprefix("data/").removesuffix(".csv") for path in made if path.endswith(".csv")]
    assert "klausuler" in names
    for name in names:
        said, rows = whole(made, name), table(made, name)
        assert isinstance(said["rader"], list)
        assert isinstance(said["kolumner"], dict)
        assert len(said["rader"]) == len(rows), name
        assert f"]({name}.csv)" in page
        for column, meaning in said["kolumner"].items():
            assert meaning, (name, column)
            assert f"<code>{column.replace('_', '&#95;')}</code>" in page


def test_no_cell_is_a_formula_and_no_table_leaves_its_folder() -> None:
    title = replace(DOCUMENT.sections[1], title=(replace(DOCUMENT.sections[1].title[0], text=HOSTILE),), facts=replace(
        DOCUMENT.sections[1].facts, basis=(HOSTILE,)))  # fmt: skip
    document = replace(DOCUMENT, sections=(DOCUMENT.sections[0], title))
    made = pages(replace(SITE, documents=(document,)))
    row = table(made, "klausuler")[0]
    assert row["rubrik"].startswith("'=")
    assert row["lagstöd"].startswith("'=")
    assert all(path.count("/") == 1 for path in made if path.startswith("data/"))


def test_a_site_with_nothing_in_it_has_empty_tables() -> None:
    from builder.library import Library

    made = pages(Site(Library({}, {}), ()))
    assert table(made, "klausuler") == []
    assert ElementTree.fromstring(made["flode.xml"]).tag == f"{ATOM}feed"


# --- the feed ----------------------------------------------------------------------------------------


def read_feed(made: str) -> ElementTree.Element:
    """The feed, when it is one: what RFC 4287 demands of it is there."""
    root = ElementTree.fromstring(made)
    assert root.tag == f"{ATOM}feed"
    ids = [found.text for found in root.iter(f"{ATOM}id")]
    assert len(ids) == len(set(ids))
    for part in (root, *root.iter(f"{ATOM}entry")):
        for name in ("title", "id", "updated"):
            assert len(part.findall(ATOM + name)) == 1, name
        assert str(part.findtext(f"{ATOM}id")).startswith("https://")
        moment = datetime.fromisoformat(str(part.findtext(f"{ATOM}updated")))
        assert moment.tzinfo is not None
    assert len(root.findall(f"{ATOM}author")) == 1
    assert root.find(f"{ATOM}link[@rel='self']") is not None
    return root


def test_each_version_and_what_happened_to_it_is_an_entry_the_newest_first() -> None:
    root = read_feed(feed(compared()))
    entries = root.findall(f"{ATOM}entry")
    assert [str(entry.findtext(f"{ATOM}updated"))[:10] for entry in entries] == [
        "2026-11-01",
        "2026-10-03",
        "2026-10-01",
    ]
    newest = entries[0]
    link = newest.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://overens.example/versioner/hemmet/utkast-1--utkast-2/"
    content = str(newest.findtext(f"{ATOM}content"))
    assert "2 ändringar i sak" in content
    assert "<li>2.2 Nytt: Ny, i sak. Hela texten</li>" in content
    assert "Den första sparade versionen." in str(entries[2].findtext(f"{ATOM}content"))
    assert root.findtext(f"{ATOM}updated") == newest.findtext(f"{ATOM}updated")


def test_hostile_words_stay_words_in_the_feed() -> None:
    edition = replace(DOCUMENT.edition, title=HOSTILE)
    document: Document = replace(DOCUMENT, edition=edition)
    row = Version("hemmet", HOSTILE, "a" * 40, HOSTILE, HOSTILE, events=((HOSTILE, HOSTILE),))
    root = read_feed(feed(replace(SITE, documents=(document,), library=replace(LIBRARY, versions=(row,)))))
    for content in root.iter(f"{ATOM}content"):
        assert "<script" not in str(content.text)


def test_without_an_address_the_feed_is_still_one() -> None:
    project = replace(LIBRARY.project, address="")
    read_feed(feed(replace(SITE, library=replace(LIBRARY, project=project))))


@pytest.mark.slow
def test_the_real_site_gives_data_and_a_feed(project: Path) -> None:
    made = site(project, with_versions=False)
    versions = Project(project).current.library.versions
    assert len(read_feed(feed(made)).findall(f"{ATOM}entry")) >= len(versions)
    clauses = table(pages(made), "klausuler")
    assert len(clauses) == sum(s.kind == "clause" for document in made.own for s in document.sections)
