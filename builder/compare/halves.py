"""A moved section stands twice: the old text where it was, the new where it is now."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.model import Marks, Number, Shape, Text
from builder.redline import (
    KEPT,
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

__all__ = [
    "came_to", "cell_came_to", "cell_went_from", "part_came_to", "part_went_from", "row_came_to", "row_went_from",
    "went_from",
]  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Half:
    """One half: the move's own revision comes first in every fate, after what happened `around` the part."""

    move: Revision
    old: bool
    around: Fate = KEPT

    def holds(self, fate: Fate) -> bool:
        return in_old(fate) if self.old else in_new(fate)

    def fate(self, fate: Fate) -> Fate:
        return (*self.around, self.move, *fate)


def went_from(section: MarkedSection, move: Revision) -> MarkedSection:
    """The half that stands where the section was: the old text, with what went marked."""
    half = _section(section, _Half(move, old=True))
    name, number = section.old_id or section.id, section.old_number or section.number
    level = section.level if section.old_level is None else section.old_level
    return replace(half, id=name, number=number, level=level, old_id="", old_number="", old_level=None)


def came_to(section: MarkedSection, move: Revision) -> MarkedSection:
    """The half that stands where the section is now: the new text, with what came marked."""
    return replace(_section(section, _Half(move, old=False)), old_level=None)


def row_went_from(row: MarkedRow, move: Revision) -> MarkedRow:
    """The half of a moved row that stands where it was."""
    return _row(row, _Half(move, old=True))


def row_came_to(row: MarkedRow, move: Revision) -> MarkedRow:
    """The half of a moved row that stands where it is now."""
    return _row(row, _Half(move, old=False))


def part_went_from(block: MarkedBlock, move: Revision, around: Fate) -> MarkedBlock:
    """The half of a moved and edited paragraph or table that stands where it was, in a section with a fate."""
    return _block(block, _Half(move, old=True, around=around))


def part_came_to(block: MarkedBlock, move: Revision, around: Fate) -> MarkedBlock:
    """The half of a moved and edited paragraph or table that stands where it is now."""
    return _block(block, _Half(move, old=False, around=around))


def cell_went_from(cell: MarkedCell, move: Revision) -> MarkedCell:
    """A cell of a moved column, where the column was."""
    return _cell(cell, _Half(move, old=True))


def cell_came_to(cell: MarkedCell, move: Revision) -> MarkedCell:
    """A cell of a moved column, where the column is now."""
    return _cell(cell, _Half(move, old=False))


def _section(section: MarkedSection, half: _Half) -> MarkedSection:
    blocks = tuple(_block(block, half) for block in section.blocks if half.holds(block.fate))
    return replace(section, title=_paragraph(section.title, half), blocks=blocks, fate=half.fate(section.fate))


def _block(block: MarkedBlock, half: _Half) -> MarkedBlock:
    match block:
        case MarkedParagraph():
            return _paragraph(block, half)
        case MarkedTable():
            return _table(block, half)
        case MarkedPicture(picture=picture, fate=fate):
            return MarkedPicture(picture, half.fate(fate))


def _table(table: MarkedTable, half: _Half) -> MarkedTable:
    """The rows and columns of this half; what came or went of them is said by their words."""
    columns = table.columns or (KEPT,) * len(table.alignment)
    alignment = table.old_alignment or table.alignment if half.old else table.alignment
    rows = tuple(
        replace(_row(row, half), cells=tuple(_cell(c, half) for c in _held(row.cells, columns, half)))
        for row in table.rows
        if half.holds(row.fate)
    )
    return MarkedTable(rows, _held(alignment, columns, half), half.fate(table.fate))


def _held(things: Sequence[T], columns: Sequence[Fate], half: _Half) -> tuple[T, ...]:
    return tuple(thing for thing, fate in zip(things, columns, strict=True) if half.holds(fate))


def _row(row: MarkedRow, half: _Half) -> MarkedRow:
    return replace(row, cells=tuple(_cell(cell, half) for cell in row.cells), fate=half.fate(row.fate))


def _cell(cell: MarkedCell, half: _Half) -> MarkedCell:
    return MarkedCell(tuple(_paragraph(p, half) for p in cell.content if half.holds(p.fate)))


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
