"""Parts of a section that moved by themselves: paragraphs, tables, rows and columns of tables."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Literal

from builder.redline.marked import (
    Fate,
    MarkedBlock,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Revision,
)

__all__ = ["PartKind", "moved_parts", "other_half", "part_move"]

PartKind = Literal["paragraph", "table", "row", "column"]


def part_move(fate: Fate, around: Fate = ()) -> Revision | None:
    """The move of a paragraph, table, row or column by itself, not with the section `around` it."""
    last = fate[-1] if fate else None
    return last if last and last.kind in ("move-from", "move-to") and last not in around else None


def other_half(move: Revision) -> Revision:
    """The half of a move that stands in the other place."""
    return replace(move, kind="move-to" if move.kind == "move-from" else "move-from")


def moved_parts(section: MarkedSection) -> dict[Revision, PartKind]:
    """The moves of which a half stands in the section, in order."""
    parts = ((part_move(fate, section.fate), kind) for block in section.blocks for kind, fate in _fates(block))
    return {move: kind for move, kind in parts if move is not None}


def _fates(block: MarkedBlock) -> Iterator[tuple[PartKind, Fate]]:
    match block:
        case MarkedParagraph(fate=fate):
            yield "paragraph", fate
        case MarkedTable(fate=fate) if fate:
            yield "table", fate
        case MarkedTable(rows=rows, columns=columns):
            yield from (("column", fate) for fate in columns)
            yield from (("row", row.fate) for row in rows)
        case MarkedPicture():
            return
