"""The laws of a redline, on documents made from one another by a few edits."""

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import given

from builder.compare import compare
from builder.model import Document, Note, Number, Paragraph, Section, Table
from builder.redline import accept, is_changed, reject, unchanged
from tests.documents import documents, pairs, renumbered


def printed_numbers(sections: tuple[Section, ...]) -> Iterator[str]:
    """Every number in print, which takes no part in equality."""
    for section in sections:
        yield section.number
        for block in section.blocks:
            rows = block.rows if isinstance(block, Table) else ()
            yield from in_paragraph(block) if isinstance(block, Paragraph) else ()
            for row in rows:
                yield from (text for cell in row.cells for p in cell.content for text in in_paragraph(p))


def in_paragraph(paragraph: Paragraph) -> Iterator[str]:
    for inline in paragraph.content:
        if isinstance(inline, Number):
            yield inline.text
        if isinstance(inline, Note):
            yield from (text for p in inline.content for text in in_paragraph(p))


@given(pairs())
def test_accepting_all_gives_the_new_document(pair: tuple[Document, Document]) -> None:
    old, new = pair
    accepted = accept(compare(old, new))
    assert accepted == new.sections
    assert list(printed_numbers(accepted)) == list(printed_numbers(new.sections))


@given(pairs())
def test_rejecting_all_gives_the_old_document(pair: tuple[Document, Document]) -> None:
    old, new = pair
    rejected = reject(compare(old, new))
    assert rejected == old.sections
    assert list(printed_numbers(rejected)) == list(printed_numbers(old.sections))


@given(documents())
def test_a_document_compared_with_itself_is_its_own_redline(document: Document) -> None:
    redline = compare(document, document)
    assert not is_changed(redline)
    assert replace(redline, old=None) == unchanged(document)


@given(documents())
def test_renumbering_alone_is_no_change(document: Document) -> None:
    new = renumbered(document)
    redline = compare(document, new)
    assert not is_changed(redline)
    assert list(printed_numbers(reject(redline))) == list(printed_numbers(document.sections))


@given(pairs())
def test_comparing_twice_gives_the_same(pair: tuple[Document, Document]) -> None:
    assert compare(*pair) == compare(*pair)
