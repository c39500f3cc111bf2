"""What can be found, by which words, and as which files: pure, but for Pagefind itself."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build.searching import search_entries, search_files, search_index, text_entries
from builder.indexing import IndexingError, index_files, pages_of_hits
from builder.library import Clause, Library, Term, Version
from builder.model import (
    Cell,
    Document,
    Edition,
    Facts,
    LawUse,
    Marks,
    Paragraph,
    Row,
    Section,
    Table,
    TermUse,
    Text,
)
from builder.records import Record, RecordColumn, TableSpec, Value, ViewSpec
from builder.search import (
    Entry,
    Lexicon,
    answer_entries,
    clause_entries,
    earlier_entries,
    page_entry,
    paper,
    term_entries,
)
from builder.web import Site
from builder.web.places import Place, places

HOSTILE = '</script><img src=x onerror="alert(1)">{{ 7*7 }}'


def text(words: str, use: TermUse | LawUse | None = None) -> Paragraph:
    return Paragraph((Text(words, Marks(about=use)),))


def clause(id_: str, title: str, *blocks: Paragraph, number: str = "1.1", by: tuple[str, ...] = ()) -> Section:
    return Section(id_, "clause", 2, (Text(title),), blocks, number, Facts(responsible=by))


def document(name: str, *sections: Section, party: str = "") -> Document:
    chapter = Section("kapitel/grunder", "chapter", 1, (Text("Grunder"),), (), "1")
    edition = Edition(f"Avtal {name}", agreement=name, supporting=bool(party), party=party)
    return Document(name, edition, (chapter, *sections))


def found(*documents: Document, library: Library | None = None) -> tuple[Entry, ...]:
    site = Site(library or Library({}, {}), documents)
    return tuple(clause_entries(places(site), documents))


TERM = Term("kateter", "urinkateter", "Ett rör.", abbreviation="KAD", synonyms=("blåskateter",), avoid=("slang",))


def test_a_clause_is_an_entry_with_its_chapter_agreement_and_roles() -> None:
    (entry,) = found(document("a", clause("a/sip", "Plan", text("Parterna planerar."), by=("kommunen",))))
    assert (entry.kind, entry.number, entry.title, entry.text) == ("Klausul", "1.1", "Plan", "Parterna planerar.")
    assert (entry.agreement, entry.chapter, entry.roles) == ("Avtal a", "1 Grunder", ("kommunen",))
    assert entry.place == Place("avtal/a/grunder.md", "a/sip")
    assert (entry.version, entry.status) == ("Arbetskopia", "UTKAST")


def test_a_clause_that_agreements_share_is_one_entry() -> None:
    (entry,) = found(
        document("a", clause("delad/x", "X", number="1.1")), document("b", clause("delad/x", "X", number="1.2"))
    )
    assert [(other.agreement, other.number, other.place.page) for other in entry.elsewhere] == [
        ("Avtal b", "1.2", "avtal/b/grunder.md")
    ]


def test_documents_made_for_a_party_are_left_out() -> None:
    assert found(document("a", clause("a/x", "X"), party="falun")) == ()


def test_terms_laws_and_everyday_words_lead_to_a_clause() -> None:
    row = Record("r", {"ord": (Value("slangen"),), "betyder": (Value("katetern"),), "klausul": (Value("a/y"),)})
    library = Library({}, {}, terms={"kateter": TERM}, records=MappingProxyType({"sokord": (row,)}))
    cited = LawUse("HSL", "14 kap. 1 §")
    first = clause(
        "a/x", "X", text("urinkateter", TermUse("kateter")), text("en kateter"), text("14 kap. 1 § HSL", cited)
    )
    named = clause("a/y", "Byta urinkateter", text("Annat."))
    one, other = found(document("a", first, named), library=library)
    assert one.words == ("KAD", "blåskateter", "slang", "14kap1hsl", "slangen")
    assert one.names == ()
    assert other.names == ("KAD", "blåskateter", "slang", "slangen")
    assert one.instead == (
        ("KAD", "urinkateter"), ("blåskateter", "urinkateter"), ("slang", "urinkateter"), ("slangen", "kateter")
    )  # fmt: skip
    assert [entry.names for entry in term_entries(library)] == [("KAD", "blåskateter", "slang")]


def table(section_id: str, *rows: tuple[str, ...]) -> Section:
    made = (Row(tuple(Cell((text(cell),)) for cell in cells), at == 0, cells[0]) for at, cells in enumerate(rows))
    return Section(section_id, "annex", 1, (Text("Tabell"),), (Table(tuple(made), tuple("left" for _ in rows[0])),))


MEASURES = TableSpec(
    "vem",
    "Vem",
    "vem",
    (
        RecordColumn("id", "Rad", required=True),
        RecordColumn("insats", "Insats", required=True),
        RecordColumn("utför", "Utför", "part"),
        RecordColumn("källa", "Märke", "val"),
        RecordColumn("anmärkning", "Att veta"),
    ),
)
"""The document does not show the column of clauses."""


def measures() -> tuple[Library, Document]:
    row = Record("r-1", {"klausul": (Value("a/x"), Value("borta/y"))})
    clauses = {"a/x": Clause("a/x", "clauses/a/x.md", "Material")}
    view = ViewSpec("vem", "Vem gör vad?", "matris", "vem")
    library = Library(
        clauses,
        {},
        terms={"kateter": TERM},
        tables=MappingProxyType({"vem": MEASURES}),
        records=MappingProxyType({"vem": (row,)}),
        views=MappingProxyType({"vem": view}),
    )
    shown = table(
        "tabell/vem",
        ("Rad", "Insats", "Utför", "Märke", "Att veta"),
        ("r-1", "Byta urinkateter", "Kommunen", "antagande", "tyst"),
    )
    return library, document("a", clause("a/x", "Material", text("Annat.")), clause("a/y", "Y"), shown)


def test_a_row_of_a_table_is_a_way_to_find_the_clause_it_refers_to() -> None:
    library, shown = measures()
    found_words = {entry.place.anchor: entry.words for entry in found(shown, library=library)}
    assert found_words["a/x"] == ("Byta urinkateter",)
    assert found_words["a/y"] == ()
    beside = replace(shown, edition=replace(shown.edition, supporting=True))
    assert all(entry.words == () for entry in found(beside, library=library))


def test_a_row_of_who_does_what_answers_by_itself_and_leads_to_its_rows() -> None:
    library, shown = measures()
    (entry,) = answer_entries(Site(library, (shown,)))
    assert (entry.kind, entry.title, entry.text) == ("Rad", "Byta urinkateter", "Utför: Kommunen")
    assert entry.place == Place("vyer/vem/index.md", "byta-urinkateter")
    assert entry.names == ("KAD", "blåskateter", "slang")
    assert (entry.agreement, entry.status) == ("Avtal a", "UTKAST")
    assert list(answer_entries(Site(replace(library, records=MappingProxyType({})), ()))) == []


def test_parts_of_compounds_are_hidden_words_unless_they_stand_there() -> None:
    entries = found(
        document("a", clause("a/x", "Hemvård", text("hemvård")), clause("a/y", "Vård i ett hem", text("hem och vård")))
    )
    lexicon = Lexicon(entries)
    assert lexicon.parts("hemvård") == ("hem", "vård")
    assert lexicon.parts("hemvård är vård") == ("hem",)
    assert "a/x" in paper(entries[0], lexicon, str)
    assert re.search(r'weight="3.0">hem vård<', paper(entries[0], lexicon, str))


def test_a_page_is_found_by_what_it_shows() -> None:
    html = "<h1>Om</h1><div data-search-exclude><div>banner</div></div><p>Ord<br>här</p><script>kod()</script>"
    assert page_entry("om.md", "Om", html).text == "Om Ord här"


@given(st.text(max_size=60), st.text(max_size=60))
def test_no_text_breaks_out_of_an_entry(title: str, words: str) -> None:
    entry = Entry("Klausul", Place("x.md", "a/x"), title + HOSTILE, words + HOSTILE, agreement=HOSTILE)
    lexicon = Lexicon([entry])
    page = paper(entry, lexicon, str)
    assert "<img" not in page
    files = search_files((entry,), str)
    for name, made in files.items():
        script = made.decode()
        assert "</" not in script, name
        said = json.loads(script.partition("=")[2].rstrip(";\n"))
        assert said or name.endswith("ord.js")


def test_recorded_versions_are_read_from_their_pages() -> None:
    from builder.library import Assembly

    page = (
        '<main><h1 id="kapitel/grunder"><span class="nr">1</span> Grunder</h1><p>Inledning.</p>'
        '<h2 id="a/sip"><span class="nr">1.1</span> Plan <em>nu</em></h2><div data-search-exclude>märke</div>'
        '<p>Parterna<br>planerar.</p><h3 id="a/sip/sedan">Sedan</h3><p>Följer upp.</p>'
        '<p class="klausulfot">Klausul a/sip</p></main><footer>fot</footer>'
    )
    library = Library(
        {},
        {"a": Assembly("a", "assemblies/a.yml", "Avtal a", agreement="a")},
        versions=(Version("a", "utkast-1", "c" * 40, "2026-01-01", "remiss"),),
    )
    (entry,) = earlier_entries(
        library, {"v/a/utkast-1/kapitel/grunder.html": page.encode(), "v/a/utkast-1/index.html": b""}
    )
    assert (entry.kind, entry.number, entry.title) == ("Tidigare", "1.1", "Plan nu")
    assert entry.text == "Parterna planerar. Sedan Följer upp."
    assert (entry.version, entry.status) == ("Version utkast-1", "UTKAST – REMISS")
    assert entry.place == Place("v/a/utkast-1/kapitel/grunder.html", "a/sip")


def test_the_index_is_the_same_bytes_each_time_and_its_hits_are_known() -> None:
    entries = tuple(
        Entry(
            "Klausul", Place("x.md", f"a/{n}"), f"Titel {n}", "ord " * n + "mera", roles=("Kommunen", f"Part {n % 3}")
        )
        for n in range(40)
    )
    first, second = (search_index(entries, str, "sv") for _ in range(2))
    assert first == second
    assert not any("pagefind-ui" in name or "/filter/" in name for name in first)
    values = json.loads(first["sok/val.js"].decode().partition("=")[2].rstrip(";\n"))
    assert len(values) == 40
    assert {role for value in values.values() for role in value["ansvar"]} == {"Kommunen", "Part 0", "Part 1", "Part 2"}


def test_hits_are_named_by_their_pages() -> None:
    page = "<html lang=sv><body data-pagefind-body>ord{}</body></html>"
    made = index_files(((f"{n}.html", page.format(n)) for n in range(3)), "sv")
    assert sorted(pages_of_hits(made).values()) == ["0.html", "1.html", "2.html"]


def test_a_machine_without_pagefind_is_told_in_swedish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "saknas"))
    with pytest.raises(IndexingError, match="Programmet Pagefind finns inte på den här datorn"):
        index_files([("0.html", "<html></html>")], "sv")


def test_pagefind_that_fails_is_told_in_swedish(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    program = tmp_path / "pagefind"
    program.write_text(f"#!{sys.executable}\nraise SystemExit('trasig')\n", "utf-8")
    program.chmod(0o755)
    assert subprocess.run([program], capture_output=True, check=False).returncode == 1
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(program))
    with pytest.raises(IndexingError, match="Sökningen kunde inte byggas: trasig"):
        index_files([("0.html", "<html></html>")], "sv")


def test_a_fault_in_a_page_that_is_to_be_found_is_not_pagefinds() -> None:
    def pages() -> Iterator[tuple[str, str]]:
        yield "0.html", "<html></html>"
        raise ValueError("sidan")

    with pytest.raises(ValueError, match="sidan"):
        index_files(pages(), "sv")


def test_an_empty_site_can_be_searched() -> None:
    site = Site(Library({}, {}), ())
    entries = search_entries(text_entries(site), {})
    assert entries == ()
    assert set(search_files(entries, str)) == {"sok/ord.js", "sok/poster.js"}
    assert search_index(entries, str, "sv") == {}


def test_every_own_clause_of_a_site_is_an_entry() -> None:
    documents = (document("a", clause("a/x", "X"), clause("a/y", "Y")), document("b", clause("b/x", "X")))
    site = replace(Site(Library({}, {}), documents))
    assert [entry.place.anchor for entry in search_entries(text_entries(site), {})] == ["a/x", "a/y", "b/x"]
