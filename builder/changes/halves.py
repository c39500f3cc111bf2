"""What a section read and what it reads, as plain paragraphs: struck words that went, bold words that came.

Bold and struck mean nothing else here: the writing group's own bold is taken off. A table is told row by row,
rows that are as they were left out; footnotes stand in brackets where they belong.
"""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal

from builder.changes.edits import whole
from builder.model import Break, Inline, Marks, Number, Paragraph, Shape, Text, join
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
    Span,
    in_new,
    in_old,
    section_changed,
)  # fmt: skip

__all__ = ["LEFT_OUT", "MOVED", "MOVED_ROW", "Pair", "Side", "heading", "pairs"]

Side = Literal["old", "new"]
Paragraphs = tuple[Paragraph, ...]
Pair = tuple[Paragraphs, Paragraphs]
"""What stood and what stands in its place."""

LEFT_OUT = "[…]"
MOVED, MOVED_ROW = "[Flyttat stycke]", "[Flyttad rad]"
MARKED: dict[Side, Marks] = {"old": Marks(strike=True), "new": Marks(strong=True)}


def heading(section: MarkedSection, side: Side) -> Paragraph:
    """Number and title as they stood or stand."""
    number = (section.old_number if side == "old" else "") or section.number
    words = tuple(_inlines(section.title, side, Marks(emphasis=True), plain=bool(section.fate)))
    return Paragraph(join((Text(f"{number} ".lstrip(), Marks(emphasis=True)), *words)))


def pairs(section: MarkedSection, before: MarkedSection | None = None) -> Iterator[Pair]:
    """The text under the heading, old paragraphs beside those that took their place, or all in one where the halves
    of a moved section do not match. A section that came or went whole has no marks: it is said in words."""
    plain = whole(section.fate) is not None
    stood = before or section
    old = [_side(blocks, "old", stood.fate) for blocks in _together(stood.blocks, plain)]
    new = [_side(blocks, "new", section.fate) for blocks in _together(section.blocks, plain)]
    if len(old) == len(new):
        yield from zip(old, new, strict=True)
    else:
        yield sum(old, ()), sum(new, ())


def _together(blocks: Iterable[MarkedBlock], plain: bool) -> Iterator[list[MarkedBlock]]:
    """Blocks in groups: one that stayed, with the list under it, or neighbours that came and went."""
    group: list[MarkedBlock] = []
    for block in blocks:
        if group and not _goes_with(block, group[-1], plain):
            yield group
            group = []
        group.append(block)
    if group:
        yield group


def _goes_with(block: MarkedBlock, last: MarkedBlock, plain: bool) -> bool:
    """True for what is read with the block above: one that took its place, an item of a list (each cell of a table
    counts from the start), and what stands under the small print."""
    small = isinstance(last, MarkedParagraph) and last.shape.kind == "facts"
    rewritten = not plain and whole(block.fate) is not None and whole(last.fate) is not None
    return small or rewritten or _is_item(block)


def _is_item(block: MarkedBlock) -> bool:
    return isinstance(block, MarkedParagraph) and block.shape.level > 0


def _side(blocks: Iterable[MarkedBlock], side: Side, around: Fate) -> Paragraphs:
    return tuple(paragraph for block in blocks for paragraph in _block(block, side, around))


def _block(block: MarkedBlock, side: Side, around: Fate) -> Iterator[Paragraph]:
    if not _stands(block.fate, side):
        return
    plain = whole(around) is not None
    match block:
        case MarkedParagraph():
            look = Marks(emphasis=block.shape.kind == "heading")
            moved = _told_moved(block.fate, around, MOVED)
            yield Paragraph((*moved, *_inlines(block, side, look, plain)), _shape(block, side))
        case MarkedTable():
            yield from _table(block, side, around)
        case MarkedPicture(picture=picture, fate=fate):
            marks = Marks() if plain or whole(fate) is None else MARKED[side]
            yield Paragraph((Text(f"Bild: {' '.join(filter(None, (picture.caption, picture.alt)))}", marks),))


def _told_moved(fate: Fate, around: Fate, words: str) -> tuple[Text, ...]:
    """What is said before a paragraph or row that moved by itself, not with its section."""
    moved = bool(fate) and whole(fate) is None and fate[-1] not in around
    return (Text(f"{words} ", Marks(emphasis=True)),) if moved else ()


def _shape(paragraph: MarkedParagraph, side: Side) -> Shape:
    """Its place in lists and quotations; a heading in a table would stand in the contents."""
    shape = paragraph.before if side == "old" and paragraph.before else paragraph.shape
    kind: Literal["text", "facts"] = "facts" if shape.kind == "facts" else "text"
    return Shape(kind, quote=shape.quote, level=shape.level, marker=shape.marker, start=shape.start)


def _stands(fate: Fate, side: Side) -> bool:
    return in_old(fate) if side == "old" else in_new(fate)


# --- tables ------------------------------------------------------------------------------------------


def _table(table: MarkedTable, side: Side, around: Fate) -> Iterator[Paragraph]:
    """Rows that changed, and the heads above them. All rows of one that came, went, moved or has other columns."""
    if table.caption:
        yield Paragraph((Text(table.caption, Marks(emphasis=True)),))
    everything = whole(around) is not None or bool(table.fate) or bool(table.columns)
    standing = (row for row in table.rows if _stands(row.fate, side))
    for shown, rows in groupby(standing, lambda row: everything or row.header or _is_changed(row)):
        if shown:
            yield from (_row(row, table.columns, side, around) for row in rows)
        else:
            yield Paragraph((Text(LEFT_OUT, Marks(emphasis=True)),))


def _is_changed(row: MarkedRow) -> bool:
    return section_changed(MarkedSection("", "table", 1, MarkedParagraph(()), (MarkedTable((row,), ()),)))


def _row(row: MarkedRow, columns: tuple[Fate, ...], side: Side, around: Fate) -> Paragraph:
    look, plain = Marks(emphasis=row.header), whole(around) is not None
    fates = columns or (KEPT,) * len(row.cells)
    cells = (
        _cell(cell, side, look if plain or whole(fate) is None else MARKED[side], plain)
        for cell, fate in zip(row.cells, fates, strict=True)
        if _stands(fate, side)
    )
    moved = _told_moved(row.fate, around, MOVED_ROW)
    return Paragraph(join((*moved, *_separated(cells, Text(" | ", Marks(emphasis=row.header))))))


def _cell(cell: MarkedCell, side: Side, look: Marks, plain: bool) -> Iterator[Inline]:
    standing = (_inlines(p, side, look, plain) for p in cell.content if _stands(p.fate, side))
    yield from _separated(standing, Text(" / ", look))


def _separated(parts: Iterable[Iterable[Inline]], mark: Text) -> Iterator[Inline]:
    for place, part in enumerate(parts):
        if place:
            yield mark
        yield from part


# --- words -------------------------------------------------------------------------------------------


def _inlines(paragraph: MarkedParagraph, side: Side, look: Marks, plain: bool) -> tuple[Inline, ...]:
    standing = (span for span in paragraph.spans if _stands(span.fate, side))
    return join(inline for span in standing for inline in _words(span, side, look, plain))


def _words(span: Span, side: Side, look: Marks, plain: bool) -> Iterator[Inline]:
    """A span as its words; links would lead out of this document."""
    marked = not plain and whole(span.fate) is not None
    match span.inline:
        case Text() | Number() as inline:
            yield Text(_text(span, inline, side), _marks(inline.marks, side if marked else None, look))
        case Break():
            yield Break()
        case MarkedNote(content=content):
            yield Text(" (fotnot: ", look)
            notes = (_inlines(p, side, look, plain) for p in content if _stands(p.fate, side))
            yield from _separated(notes, Text(" ", look))
            yield Text(")", look)


def _text(span: Span, inline: Text | Number, side: Side) -> str:
    if side == "new":
        return inline.text
    if span.was is not None:
        return span.was.text
    return span.follows if span.follows is not None else inline.text


def _marks(own: Marks, changed: Side | None, look: Marks) -> Marks:
    return Marks(
        strong=look.strong or changed == "new",
        strike=look.strike or changed == "old",
        emphasis=own.emphasis or look.emphasis,
        code=own.code,
    )
