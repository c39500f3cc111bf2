"""A moved section stands twice: the old text where it was, the new where it is now."""

from dataclasses import dataclass, replace

from builder.model import Marks, Number, Shape, Text
from builder.redline import (
    Fate,
    MarkedBlock,
    MarkedCell,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedSection,
    MarkedTable,
    Revision,
    Span,
    in_new,
    in_old,
)  # fmt: skip

__all__ = ["came_to", "went_from"]


@dataclass(frozen=True, slots=True)
class _Half:
    """One half: the move's own revision comes first in every fate."""

    move: Revision
    old: bool

    def holds(self, fate: Fate) -> bool:
        return in_old(fate) if self.old else in_new(fate)

    def fate(self, fate: Fate) -> Fate:
        return (self.move, *fate)


def went_from(section: MarkedSection, move: Revision) -> MarkedSection:
    """The half that stands where the section was: the old text, with what went marked."""
    half = _section(section, _Half(move, old=True))
    name, number = section.old_id or section.id, section.old_number or section.number
    level = section.level if section.old_level is None else section.old_level
    return replace(half, id=name, number=number, level=level, old_id="", old_number="", old_level=None)


def came_to(section: MarkedSection, move: Revision) -> MarkedSection:
    """The half that stands where the section is now: the new text, with what came marked."""
    return replace(_section(section, _Half(move, old=False)), old_level=None)


def _section(section: MarkedSection, half: _Half) -> MarkedSection:
    blocks = tuple(_block(block, half) for block in section.blocks if half.holds(block.fate))
    return replace(section, title=_paragraph(section.title, half), blocks=blocks, fate=half.fate(section.fate))


def _block(block: MarkedBlock, half: _Half) -> MarkedBlock:
    match block:
        case MarkedParagraph():
            return _paragraph(block, half)
        case MarkedTable(rows=rows, alignment=alignment):
            stands = tuple(_row(row, half) for row in rows if half.holds(row.fate))
            alignment = block.old_alignment or alignment if half.old else alignment
            return MarkedTable(stands, alignment, block.caption, half.fate(block.fate))
        case MarkedPicture(picture=picture, fate=fate):
            return MarkedPicture(picture, half.fate(fate))


def _row(row: MarkedRow, half: _Half) -> MarkedRow:
    cells = tuple(MarkedCell(tuple(_paragraph(p, half) for p in c.content if half.holds(p.fate))) for c in row.cells)
    return replace(row, cells=cells, fate=half.fate(row.fate))


def _paragraph(paragraph: MarkedParagraph, half: _Half) -> MarkedParagraph:
    spans = tuple(_span(span, half) for span in paragraph.spans if half.holds(span.fate))
    shape: Shape = paragraph.before or paragraph.shape if half.old else paragraph.shape
    return MarkedParagraph(spans, shape, half.fate(paragraph.fate), None if half.old else paragraph.before)


def _span(span: Span, half: _Half) -> Span:
    fate = half.fate(span.fate)
    match span.inline:
        case MarkedNote(content=content):
            return Span(MarkedNote(tuple(_paragraph(p, half) for p in content if half.holds(p.fate))), fate)
        case Text() | Number() as inline if half.old:
            return Span(span.was or _old(inline, span.before or inline.marks, span.follows), fate)
        case _:
            return Span(span.inline, fate, span.before, span.follows)


def _old(inline: Text | Number, marks: Marks, follows: str | None) -> Text | Number:
    match inline:
        case Text(text=text):
            return Text(text, marks)
        case Number(clause=clause, text=text):
            return Number(clause, text if follows is None else follows, marks)
