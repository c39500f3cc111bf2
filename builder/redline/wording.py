"""What the marked words say in the new text, without the text being made."""

from collections.abc import Iterable, Iterator

from builder.redline.marked import MarkedBlock, MarkedNote, MarkedParagraph, MarkedPicture, MarkedSection, MarkedTable
from builder.redline.reading import in_new

__all__ = ["new_text", "new_words"]


def new_words(paragraph: MarkedParagraph) -> str:
    """The new words, notes left out, a line break as a space."""
    return "".join([span.inline.text for span in paragraph.spans if in_new(span.fate)])


def new_text(section: MarkedSection) -> Iterator[str]:
    """The `plain_text` of the section that `accept` gives."""
    yield new_words(section.title)
    for block in section.blocks:
        if in_new(block.fate):
            yield from _lines(block)


def _lines(block: MarkedBlock) -> Iterator[str]:
    match block:
        case MarkedParagraph():
            yield from _paragraphs([block])
        case MarkedTable(rows=rows, columns=columns):
            for row in rows:
                if in_new(row.fate):
                    for n, cell in enumerate(row.cells):
                        yield from _paragraphs(cell.content) if not columns or in_new(columns[n]) else ()
        case MarkedPicture(picture=picture):
            yield from filter(None, (picture.caption, picture.alt))


def _paragraphs(paragraphs: Iterable[MarkedParagraph]) -> Iterator[str]:
    for paragraph in paragraphs:
        if in_new(paragraph.fate):
            yield new_words(paragraph)
            for span in paragraph.spans:
                if isinstance(span.inline, MarkedNote) and in_new(span.fate):
                    yield from _paragraphs(span.inline.content)
