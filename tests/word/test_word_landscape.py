"""Tables of many columns stand on pages on their side, and everything else does not, whatever came or went."""

from collections.abc import Iterator

import pytest
from hypothesis import given

from builder.compare import compare
from builder.model import Document, Section, Table
from builder.redline import keep_section, unchanged
from builder.word import write
from builder.word.landscape import COLUMNS, stretches
from tests.documents import pairs
from tests.word.parts import W, part
from tests.word.printed import numbered
from tests.word.test_word_rules import faults
from tests.word.word_examples import EDITION, p, section, table

DELETED, INSERTED = {W + "del", W + "moveFrom"}, {W + "ins", W + "moveTo"}
GONE = {"accept": DELETED, "reject": INSERTED}


def wide(columns: int = COLUMNS) -> Table:
    return table(tuple(f"k{n}" for n in range(columns)), tuple("ord" for _ in range(columns)))


HEAD = section("kapitel/t", "Tabeller", "1", level=1)
TEXT = section("hemmet/a", "Text", "1.1", p("Text på stående sida."))
GRID = section("tabell/b", "Bred tabell", "1.2", wide())
NARROW = section("tabell/c", "Smal tabell", "1.3", wide(COLUMNS - 1))
ANNEX = section("bilaga/d", "Bred bilaga", "Bilaga 1", wide(12), level=1)


def document(*sections: Section) -> Document:
    return Document("d", EDITION, sections)


def pages(data: bytes, what: str) -> list[tuple[str, str]]:
    """How the page lies on which each paragraph and each row of a table stands, after accepting or rejecting."""
    gone, body = GONE[what], part(data).find(W + "body")
    waiting: list[str] = []
    placed: list[tuple[str, str]] = []
    for element in body:
        waiting += filter(None, lines(element, gone))
        end = element if element.tag == W + "sectPr" else element.find(f"{W}pPr/{W}sectPr")
        mark = element.find(f"{W}pPr/{W}rPr")
        if end is not None and not (mark is not None and any(e.tag in gone for e in mark)):
            placed += [(orientation(end), text) for text in waiting]
            waiting = []
    return placed


def lines(element, gone: set[str]) -> Iterator[str]:  # type: ignore[no-untyped-def]
    if element.tag != W + "tbl":
        yield said(element, gone)
    for row in element.iter(W + "tr"):
        properties = row.find(W + "trPr")
        if properties is None or not any(e.tag in gone for e in properties):
            yield f"rad {len(list(row.iter(W + 'tc')))}"


def said(element, gone: set[str]) -> str:  # type: ignore[no-untyped-def]
    texts = [t for t in element.iter(W + "t", W + "delText") if not any(e.tag in gone for e in t.iterancestors())]
    return "".join(t.text or "" for t in texts).strip("\u200d ")


def orientation(end) -> str:  # type: ignore[no-untyped-def]
    size = end.find(W + "pgSz")
    lies = size.get(W + "orient") == "landscape"
    assert (int(size.get(W + "w")) > int(size.get(W + "h"))) == lies
    return "liggande" if lies else "stående"


@pytest.mark.parametrize(
    ("sections", "expected"),
    [
        ((HEAD, TEXT), ["stående", "stående", "stående"]),
        ((TEXT, GRID, NARROW), ["stående", "stående", "liggande", "stående", "stående"]),
        ((NARROW, HEAD, GRID, TEXT), ["stående", "liggande", "liggande", "stående", "stående"]),
        ((TEXT, GRID, ANNEX), ["stående", "stående", "liggande", "liggande", "liggande"]),
    ],
)
def test_a_wide_table_brings_the_headings_above_it(sections: tuple[Section, ...], expected: list[str]) -> None:
    data = write(unchanged(document(*sections)))
    titles = {"Tabeller", "Text", "Text på stående sida.", "Bred tabell", "Smal tabell", "Bred bilaga"}
    found = [(lies, text) for lies, text in pages(data, "accept") if text in titles or text == "Slut på dokumentet"]
    assert [lies for lies, _ in found][: len(expected) - 1] == expected[:-1]
    assert found[-1] == (("liggande" if sections[-1] is ANNEX else "stående"), "Slut på dokumentet")
    assert faults(data) == []


def test_the_table_is_as_wide_as_its_page_and_headers_go_on() -> None:
    root = part(write(unchanged(document(TEXT, GRID, NARROW))))
    assert [t.find(f"{W}tblPr/{W}tblW").get(W + "w") for t in root.iter(W + "tbl")][1:] == ["14002", "9070"]
    ends = list(root.iter(W + "sectPr"))
    assert [orientation(end) for end in ends] == ["stående", "stående", "liggande", "stående"]
    assert [len(end.findall(W + "headerReference")) for end in ends] == [2, 0, 0, 0]


def test_a_table_on_its_side_has_smaller_letters_and_others_have_not() -> None:
    root = part(write(unchanged(document(TEXT, GRID, NARROW))))
    looks = [{style.get(W + "val") for style in t.iter(W + "pStyle")} for t in root.iter(W + "tbl")][1:]
    assert looks == [{"Tabellrubrikliten", "Tabelltextliten"}, {"Tabellrubrik", "Tabelltext"}]


def test_a_text_without_wide_tables_has_no_more_sections() -> None:
    assert len(list(part(write(unchanged(document(HEAD, TEXT, NARROW)))).iter(W + "sectPr"))) == 2


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((TEXT, NARROW), (TEXT, GRID, NARROW)),
        ((TEXT, GRID, NARROW), (TEXT, NARROW)),
        ((TEXT, GRID, NARROW, ANNEX), (TEXT, GRID, ANNEX)),
        ((TEXT, GRID, ANNEX), (TEXT, GRID, NARROW, ANNEX)),
        ((GRID, TEXT), (TEXT, GRID)),
        ((TEXT, ANNEX), (TEXT,)),
        ((TEXT,), ()),
        ((GRID,), ()),
    ],
)
def test_pages_turn_back_when_a_change_is_taken_back(old: tuple[Section, ...], new: tuple[Section, ...]) -> None:
    data = write(compare(document(*old), document(*new)))
    assert faults(data) == []
    for what, sections in (("accept", new), ("reject", old)):
        found = {text: lies for lies, text in pages(data, what) if text.startswith("rad")}
        assert found.get(f"rad {COLUMNS}", "liggande") == "liggande"
        assert found.get("rad 12", "liggande") == "liggande"
        assert found.get(f"rad {COLUMNS - 1}", "stående") == "stående"
        assert sum(b in s.blocks for s in sections for b in s.blocks if isinstance(b, Table)) == len(found) - 1


@given(pairs())
def test_every_row_stands_on_a_page_of_its_kind(pair: tuple[Document, Document]) -> None:
    old, new = map(numbered, pair)
    data = write(compare(old, new))
    for what, document_ in (("accept", new), ("reject", old)):
        clean = pages(write(unchanged(document_)), "accept")
        rows = [(lies, text) for lies, text in pages(data, what) if text.startswith("rad ")]
        assert [row for row in rows if row[1] == f"rad {COLUMNS}"] == [r for r in clean if r[1] == f"rad {COLUMNS}"]
        assert all(lies == "liggande" for lies, text in rows if text == f"rad {COLUMNS}")


def test_a_template_that_goes_on_after_the_text_keeps_its_own_pages() -> None:
    marked = tuple(map(keep_section, (TEXT, GRID)))
    made = list(stretches(marked, begins_upright=False, ends_upright=True))
    assert [(stretch.wide, stretch.ends) for stretch in made] == [(False, True), (True, True)]
    made = list(stretches(marked, begins_upright=False, ends_upright=False))
    assert [(stretch.wide, stretch.ends) for stretch in made] == [(False, True), (True, False)]


def test_a_new_annex_on_its_side_begins_on_the_page_that_turns() -> None:
    """A narrow paragraph stands before a heading of which nothing was there; the annex must not begin one page more."""
    body = part(write(compare(document(HEAD, TEXT), document(HEAD, TEXT, ANNEX)))).find(W + "body")
    styles = [(e.find(f"{W}pPr/{W}pStyle"), e) for e in body]
    heading = next(e for style, e in styles if style is not None and style.get(W + "val") == "Bilagerubrik")
    before = heading.getprevious()
    assert before.find(f"{W}pPr/{W}pStyle").get(W + "val") == "Tabellavstand"
    assert before.getprevious().find(f"{W}pPr/{W}sectPr") is not None
    broken = heading.find(f"{W}pPr/{W}pageBreakBefore")
    assert broken is not None
    assert broken.get(W + "val") == "0"
