"""Captions of tables: told in Markdown, numbered through the document, the same number in every format."""

import re
import zipfile
from io import BytesIO

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder import pdf
from builder.changes import changes
from builder.compare import compare
from builder.lint import check
from builder.model import TABLES, Document, Number, Paragraph, Section, Table, words
from builder.redline import unchanged
from builder.web.cells import whole_tables
from builder.web.marked_blocks import marked_blocks
from builder.word import write
from tests.pdf.pdf_reading import elements, faults, opened, shown
from tests.small_project import REGISTERS, document, library

GRID = "| Vad | Vem |\n|---|---|\n| Sår | kommunen |\n"
CAPTION = "Tabell: Vem som gör vad\n\n"


def resolved(body: str, sip: str = "Text.") -> Document:
    """Two clauses, of which `sip` comes first."""
    first = f"titel: Samordnad individuell plan\n---\n{sip}"
    return document(library(body, **{"hemmet/sip": first}, header="", registers=REGISTERS))[0]


def captions(made: Document) -> list[str]:
    return [words(p.content) for section in made.sections for p in titles(section)]


def titles(section: Section) -> list[Paragraph]:
    return [b for b in section.blocks if isinstance(b, Paragraph) and b.shape.kind == "caption"]


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (CAPTION + GRID, ["Tabell 1. Vem som gör vad"]),
        ("Tabell: Vem som gör vad\n" + GRID, ["Tabell 1. Vem som gör vad"]),
        ("Table: Who\n\n" + GRID, ["Tabell 1. Who"]),
        ("Tabell: **Vem** som\ngör vad\n\n" + GRID, ["Tabell 1. Vem som gör vad"]),
        ("Tabell: [Låda](../rehab/lada.md)\n\n" + GRID, ["Tabell 1. Låda (Avtal om patienter, avsnitt 1.1)"]),
        (CAPTION + GRID + "\nText.\n\n" + CAPTION + GRID, [f"Tabell {n}. Vem som gör vad" for n in (1, 2)]),
        ("- ett\n- två\n\n" + CAPTION + GRID, ["Tabell 1. Vem som gör vad"]),
        (GRID, []),
        ("Tabellen: Vem\n\n" + GRID, []),
        ("**Tabell:** Vem\n\n" + GRID, []),
    ],
)
def test_the_paragraph_before_a_table_is_its_caption(body: str, said: list[str]) -> None:
    lib = library(body)
    made = document(lib)[0]
    assert captions(made) == said
    assert [f.code for f in check(lib, (made,)) if f.code == "T315"] == []


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (CAPTION + "Text.\n\n" + GRID, 4),
        ("Text.\n\n" + CAPTION.strip() + "\n", 6),
        ("Tabell:\n\n" + GRID, 4),
        ("- Tabell: I en lista\n\n" + GRID, 4),
        (GRID + "\n" + CAPTION, 8),
    ],
)
def test_what_is_meant_as_a_caption_and_is_none_is_found_and_stays_in_the_text(body: str, line: int) -> None:
    lib = library(body)
    made = document(lib)[0]
    assert captions(made) == []
    assert [f.position.line for f in check(lib, (made,)) if f.code == "T315"] == [line]
    texts = [words(b.content) for s in made.sections for b in s.blocks if isinstance(b, Paragraph)]
    assert any(text.startswith("Tabell:") for text in texts)


tables = st.lists(st.sampled_from([GRID, CAPTION + GRID]), max_size=3)


@pytest.mark.slow
@settings(max_examples=12)
@given(tables, tables)
def test_word_pdf_site_and_redline_give_a_table_the_same_number(first: list[str], second: list[str]) -> None:
    made = resolved("\nText.\n\n".join(second), "\nText.\n\n".join(first))
    wanted = captions(made)
    assert wanted == [f"Tabell {n}. Vem som gör vad" for n in range(1, len(wanted) + 1)]
    assert len(wanted) == sum(body.startswith("Tabell") for body in (*first, *second))
    word = document_xml(write(unchanged(made)))
    assert re.findall(r" SEQ Tabell \\\* ARABIC .*?<w:t [^>]*>(\d+)</w:t>", word) == [
        str(n) for n in range(1, len(wanted) + 1)
    ]
    assert re.findall(r"Tabell\d+\.Vemsomgörvad", shown(pdf.write(unchanged(made)))) == [
        "".join(s.split()) for s in wanted
    ]
    page = "".join(marked_blocks(section.blocks) for section in unchanged(made).sections)
    assert re.findall(r"<caption[^>]*>(.*?)</caption>", page) == wanted


def document_xml(data: bytes) -> str:
    return zipfile.ZipFile(BytesIO(data)).read("word/document.xml").decode()


def test_a_number_that_moved_because_another_table_came_is_no_change() -> None:
    old = resolved(CAPTION + GRID)
    new = resolved(CAPTION + GRID, f"Text.\n\n{CAPTION}{GRID}")
    assert captions(old) == ["Tabell 1. Vem som gör vad"]
    assert captions(new) == ["Tabell 1. Vem som gör vad", "Tabell 2. Vem som gör vad"]
    redline = compare(old, new)
    assert {change.section.id for change in changes(redline)} == {"hemmet/sip"}
    kept = next(s for s in redline.sections if s.id == "hemmet/klausul")
    numbers = [span for b in kept.blocks for span in getattr(b, "spans", ()) if isinstance(span.inline, Number)]
    assert [(span.inline.text, span.follows, span.fate) for span in numbers] == [("Tabell 2.", "Tabell 1.", ())]


@pytest.mark.parametrize(
    ("old", "new", "grade"),
    [
        (GRID, CAPTION + GRID, "liten"),
        (CAPTION + GRID, GRID, "liten"),
        (GRID, "Tabell: Vad kommunen ska göra inom 7 dagar\n\n" + GRID, "liten"),
        (CAPTION + GRID, "Tabell: Vem som gör det\n\n" + GRID, "liten"),
        ("Tabell: Svar inom 14 dagar\n\n" + GRID, "Tabell: Svar inom 30 dagar\n\n" + GRID, "i sak"),
    ],
)
def test_other_words_in_a_caption_are_a_change_and_a_caption_that_only_came_binds_nobody(
    old: str, new: str, grade: str
) -> None:
    redline = compare(resolved(old), resolved(new))
    assert [(change.section.id, change.graded.grade) for change in changes(redline)] == [("hemmet/klausul", grade)]


def test_a_caption_is_no_part_of_the_table_that_it_names() -> None:
    clause = next(s for s in resolved(CAPTION + GRID).sections if s.id == "hemmet/klausul")
    caption, table = clause.blocks[-2:]
    assert isinstance(caption, Paragraph)
    assert caption.content[0] == Number(TABLES, "")
    assert isinstance(table, Table)
    assert table == next(s for s in resolved(GRID).sections if s.id == "hemmet/klausul").blocks[-1]


def test_the_site_puts_a_caption_into_its_table() -> None:
    text = "<b>Tabell 1.</b> Så & så\n{: .tabellrubrik }\n\n| a | b |\n|---|---:|\n| c | d |\n\nText.\n"
    html = whole_tables(markdown.markdown(text, extensions=["attr_list", "tables"]))
    assert '<table>\n<caption class="tabellrubrik"><b>Tabell 1.</b> Så &amp; så</caption>\n<thead>' in html
    assert html.count("tabellrubrik") == 1


def test_in_the_pdf_a_caption_is_a_part_of_its_table_and_stays_on_its_page() -> None:
    rows = "".join(f"| Sak {n} | kommunen |\n" for n in range(6))
    lines = [f"Rad {n}." for n in range(60)]
    for few in range(28, 52, 4):
        body = "\n\n".join([*lines[:few], f"{CAPTION}| Vad | Vem |\n|---|---|\n{rows}"])
        made = pdf.write(unchanged(resolved(body)))
        pages = [sheet.extract_text() for sheet in opened(made).pages]
        assert [n for n, text in enumerate(pages) if "Tabell 1." in text] == [
            n for n, text in enumerate(pages) if "Sak 0" in text
        ]
    (caption,) = elements(made, "/Caption")
    assert caption["/P"]["/S"] == "/Table"  # type: ignore[index]
    assert faults(made) == []
