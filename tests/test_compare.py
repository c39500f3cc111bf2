"""Comparison by example: what a reviewer should see between two small documents."""

from builder.compare import compare
from builder.model import Document, Edition, Inline, Note, Number, Paragraph, Section, Text
from builder.redline import MarkedParagraph, MarkedSection, Redline, Span, accept, is_changed, reject, unchanged


def paragraph(*content: str | Inline) -> Paragraph:
    return Paragraph(tuple(Text(part) if isinstance(part, str) else part for part in content))


def section(name: str, title: str, *blocks: Paragraph, number: str = "", level: int = 2) -> Section:
    return Section(name, "clause", level, (Text(title),), blocks, number)


def document(*sections: Section, title: str = "Överenskommelse", version: str = "utkast-2") -> Document:
    return Document("hemmet", Edition(title, version=version, date="2027-01-15"), sections)


def both_ways(old: Document, new: Document) -> Redline:
    redline = compare(old, new)
    assert accept(redline) == new.sections
    assert reject(redline) == old.sections
    return redline


def kinds(marked: MarkedSection) -> tuple[str, ...]:
    return tuple(revision.kind for revision in marked.fate)


def spans(marked: MarkedSection) -> tuple[Span, ...]:
    block = marked.blocks[0]
    assert isinstance(block, MarkedParagraph)
    return block.spans


def fates(marked: MarkedSection) -> list[tuple[str, ...]]:
    return [tuple(revision.kind for revision in span.fate) for span in spans(marked)]


SVAR = section("hemmet/svar", "Svarstid", paragraph("Läkaren ska svara inom 14 dagar."), number="1.1")
VARD_START = "Vården ges i hemmet efter samordnad planering, se "
VARD = section("hemmet/vard", "Vård", paragraph(VARD_START, Number("hemmet/svar", "1.1"), "."), number="1.2")


def test_a_document_compared_with_itself_is_its_own_redline() -> None:
    redline = compare(document(SVAR, VARD), document(SVAR, VARD))
    assert not is_changed(redline)
    assert redline.sections == unchanged(document(SVAR, VARD)).sections


def test_a_changed_word_is_deleted_and_inserted() -> None:
    new = section("hemmet/svar", "Svarstid", paragraph("Läkaren ska svara inom 7 dagar."))
    redline = both_ways(document(SVAR), document(new))
    assert [span.inline for span in spans(redline.sections[0])] == [
        Text("Läkaren ska svara inom "), Text("14"), Text("7"), Text(" dagar."),
    ]  # fmt: skip
    assert fates(redline.sections[0]) == [(), ("deletion",), ("insertion",), ()]


def test_a_moved_section_stands_twice_and_its_edit_shows_in_both_halves() -> None:
    new = section("hemmet/svar", "Svarstid", paragraph("Läkaren bör svara inom 14 dagar."))
    redline = both_ways(document(SVAR, VARD), document(VARD, new))
    assert [(s.id, *kinds(s)) for s in redline.sections] == [
        ("hemmet/svar", "move-from"), ("hemmet/vard",), ("hemmet/svar", "move-to"),
    ]  # fmt: skip
    assert fates(redline.sections[0]) == [("move-from",), ("move-from", "deletion"), ("move-from",)]
    assert fates(redline.sections[2]) == [("move-to",), ("move-to", "insertion"), ("move-to",)]
    assert {half.fate[0].move for half in redline.sections[::2]} == {"hemmet/svar"}


def test_a_number_that_follows_its_target_is_no_change() -> None:
    new = section("hemmet/vard", "Vård", paragraph(VARD_START, Number("hemmet/svar", "2.1"), "."))
    redline = compare(document(VARD), document(new))
    assert not is_changed(redline)
    assert [span.follows for span in spans(redline.sections[0])] == [None, "1.1", None]


def test_a_footnote_is_marked_word_by_word() -> None:
    old = section("hemmet/svar", "Svarstid", paragraph("Se noten.", Note((paragraph("Gäller till 2027."),))))
    new = section("hemmet/svar", "Svarstid", paragraph("Se noten.", Note((paragraph("Gäller till 2028."),))))
    redline = both_ways(document(old), document(new))
    assert is_changed(redline)
    assert fates(redline.sections[0]) == [(), ()]
