"""What stands one under the other: paragraphs with their shape, tables and pictures."""

from dataclasses import dataclass, field
from typing import Literal

from builder.model.pictures import Picture
from builder.model.text import Inline, Position

__all__ = ["Alignment", "Block", "Cell", "Paragraph", "Row", "Shape", "Table"]


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph is and where it stands.

    kind: running text, sub-heading, code (literal, lines kept), facts (small print under a heading:
    who is bound, legal basis), question (an open question, boxed) or caption (of the table after it).
    depth: sub-heading 1, 2, … quote: how many quotations enclose it. level: list depth, 0 outside lists.
    marker: "none" is a further paragraph of the item before. start: number of the first item of a numbered list.
    """

    kind: Literal["text", "heading", "code", "facts", "question", "caption"] = "text"
    depth: int = 0
    quote: int = 0
    level: int = 0
    marker: Literal["none", "bullet", "number"] = "none"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inlines that stand together, and their shape."""

    content: tuple[Inline, ...]
    shape: Shape = Shape()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; never merged, never empty of paragraphs (an empty cell holds an empty paragraph)."""

    content: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `key` (a register's row id) pairs rows in comparison; empty when there is none."""

    cells: tuple[Cell, ...]
    header: bool = False
    key: str = ""


Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header rows first, all rows of the same number of cells as `alignment`."""

    rows: tuple[Row, ...]
    alignment: tuple[Alignment, ...]
    position: Position | None = field(default=None, compare=False)


Block = Paragraph | Table | Picture
