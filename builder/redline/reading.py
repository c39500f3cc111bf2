"""The two documents read out of a redline: all changes accepted, or all rejected."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from builder.model import Block, Break, Cell, Inline, Note, Number, Paragraph, Row, Section, Table, Text, join
from builder.redline.marked import (
    Fate,
    MarkedBlock,
    MarkedCell,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedSection,
    MarkedTable,
    Redline,
    Span,
)  # fmt: skip

__all__ = ["accept", "in_new", "in_old", "new_block", "new_table", "old_block", "old_table", "reject"]

T = TypeVar("T")

ADDED = frozenset({"insertion", "move-to"})
REMOVED = frozenset({"deletion", "move-from"})


def accept(redline: Redline) -> tuple[Section, ...]:
    """The sections of the new document."""
    return tuple(_section(section, NEW) for section in redline.sections if in_new(section.fate))


def reject(redline: Redline) -> tuple[Section, ...]:
    """The sections of the old document."""
    return tuple(_section(section, OLD) for section in redline.sections if in_old(section.fate))


def in_new(fate: Fate) -> bool:
    """True for what stands in the new text."""
    return not fate or not any(revision.kind in REMOVED for revision in fate)


def in_old(fate: Fate) -> bool:
    """True for what stood in the old text."""
    return not fate or not any(revision.kind in ADDED for revision in fate)


@dataclass(frozen=True, slots=True)
class _Side:
    stands: Callable[[Fate], bool]
    old: bool


NEW = _Side(in_new, old=False)
OLD = _Side(in_old, old=True)


def _section(section: MarkedSection, side: _Side) -> Section:
    level = section.old_level if side.old and section.old_level is not None else section.level
    number = section.old_number or section.number if side.old else section.number
    name = section.old_id or section.id if side.old else section.id
    blocks = tuple(_block(block, side) for block in section.blocks if side.stands(block.fate))
    return Section(
        name, section.kind, level, _inlines(section.title, side), blocks, number, section.facts, section.path
    )


def _block(block: MarkedBlock, side: _Side) -> Block:
    match block:
        case MarkedParagraph():
            return _paragraph(block, side)
        case MarkedTable():
            return _table(block, side)
        case MarkedPicture(picture=picture):
            return picture


def new_block(block: MarkedBlock) -> Block:
    """A block as it reads in the new text."""
    return _block(block, NEW)


def old_block(block: MarkedBlock) -> Block:
    """A block as it read in the old text."""
    return _block(block, OLD)


def new_table(table: MarkedTable) -> Table:
    """The table as it reads in the new text."""
    return _table(table, NEW)


def old_table(table: MarkedTable) -> Table:
    """The table as it read in the old text."""
    return _table(table, OLD)


def _table(table: MarkedTable, side: _Side) -> Table:
    alignment = table.old_alignment if side.old and table.old_alignment else table.alignment
    rows = tuple(_row(row, table.columns, side) for row in table.rows if side.stands(row.fate))
    return Table(rows, _standing(alignment, table.columns, side))


def _standing(things: Sequence[T], columns: Sequence[Fate], side: _Side) -> tuple[T, ...]:
    """Those whose column stands in this text."""
    if not columns:
        return tuple(things)
    return tuple(thing for thing, fate in zip(things, columns, strict=True) if side.stands(fate))


def _row(row: MarkedRow, columns: Sequence[Fate], side: _Side) -> Row:
    cells = tuple(_cell(cell, side) for cell in _standing(row.cells, columns, side))
    return Row(cells, row.header, row.key)


def _cell(cell: MarkedCell, side: _Side) -> Cell:
    return Cell(tuple(_paragraph(p, side) for p in cell.content if side.stands(p.fate)))


def _paragraph(paragraph: MarkedParagraph, side: _Side) -> Paragraph:
    shape = paragraph.before if side.old and paragraph.before is not None else paragraph.shape
    return Paragraph(_inlines(paragraph, side), shape)


def _inlines(paragraph: MarkedParagraph, side: _Side) -> tuple[Inline, ...]:
    return join(tuple(_inline(span, side) for span in paragraph.spans if side.stands(span.fate)))


def _inline(span: Span, side: _Side) -> Inline:
    match span.inline:
        case MarkedNote(content=content):
            return Note(tuple(_paragraph(p, side) for p in content if side.stands(p.fate)))
        case Text() | Number() if side.old and span.was is not None:
            return span.was
        case Text() as inline:
            return replace(inline, marks=span.before) if side.old and span.before is not None else inline
        case Number() as inline:
            marks = span.before if side.old and span.before is not None else inline.marks
            text = span.follows if side.old and span.follows is not None else inline.text
            return Number(inline.clause, text, marks)
        case Break() as inline:
            return inline
