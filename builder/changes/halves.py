"""What a section read and what it reads, as plain paragraphs: struck words that went, bold words that came.

Bold and struck mean nothing else here: the writing group's own bold is taken off. A table is told row by row,
rows that are as they were left out; footnotes stand in brackets where they belong.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from itertools import groupby, zip_longest
from typing import Literal

from builder.changes.edits import whole
from builder.model import PLAIN, Break, Inline, Marks, Number, Paragraph, Shape, Text, join, words
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
    PartKind,
    Redline,
    Revision,
    Span,
    in_new,
    in_old,
    moved_parts,
    other_half,
    part_move,
    row_changed,
)  # fmt: skip

__all__ = ["LEFT_OUT", "Moves", "Pair", "Side", "elsewhere", "heading", "moves", "pairs"]

Side = Literal["old", "new"]
Paragraphs = tuple[Paragraph, ...]
Pair = tuple[Paragraphs, Paragraphs]
"""What stood and what stands in its place."""

LEFT_OUT = "[…]"
MOVED: dict[PartKind, str] = {
    "paragraph": "Stycket är flyttat",
    "table": "Tabellen är flyttad",
    "row": "Raden är flyttad",
    "column": "Kolumnen är flyttad",
}
MARKED: dict[Side, Marks] = {"old": Marks(strike=True), "new": Marks(strong=True)}


Moves = Mapping[Revision, str]
"""Where each half of what moved by itself stands: number and title of its section."""


def moves(redline: Redline) -> Moves:
    """The places of all paragraphs, rows and columns that moved by themselves."""
    return {move: _name(section) for section in redline.sections for move in moved_parts(section)}


def elsewhere(move: Revision, moved: Moves) -> str:
    """Where the other half of what moved stands, in another section: " till 2 Svar", " från 1 Plan"; else nothing."""
    here, there = moved.get(move), moved.get(other_half(move))
    way = "till" if move.kind == "move-from" else "från"
    return f" {way} {there}" if there and there != here else ""


def _name(section: MarkedSection) -> str:
    return words(heading(section, "new" if in_new(section.fate) else "old").content)


def heading(section: MarkedSection, side: Side) -> Paragraph:
    """Number and title as they stood or stand."""
    number = (section.old_number if side == "old" else "") or section.number
    look = Marks(emphasis=True)
    title = _inlines(section.title, look, _View(side, section.fate))
    return Paragraph(join((Text(f"{number} ".lstrip(), look), *title)))


def pairs(section: MarkedSection, before: MarkedSection | None, moved: Moves) -> Iterator[Pair]:
    """The text under the heading, old paragraphs beside those that took their place. The halves of a moved section
    are matched by the words that stayed. A section that came or went whole has no marks: it is said in words."""
    old, new = list(_groups(before or section, "old", moved)), list(_groups(section, "new", moved))
    if before is None:
        yield from ((one, other) for (_, one), (_, other) in zip(old, new, strict=True))
        return
    keys = [[key or f"{side}{place}" for place, (key, _) in enumerate(found)] for side, found in enumerate((old, new))]
    for _, first, end, start, stop in SequenceMatcher(None, keys[0], keys[1], autojunk=False).get_opcodes():
        for (_, one), (_, other) in zip_longest(old[first:end], new[start:stop], fillvalue=("", ())):
            yield one, other


@dataclass(frozen=True, slots=True)
class _View:
    """The side that is read, the fate of the section it is read in, and where what moved stands."""

    side: Side
    around: Fate
    moved: Moves = field(default_factory=dict)

    @property
    def plain(self) -> bool:
        """True where nothing is marked."""
        return whole(self.around) is not None

    def stands(self, fate: Fate) -> bool:
        """True for what is read on this side."""
        return in_old(fate) if self.side == "old" else in_new(fate)

    def look(self, fate: Fate, look: Marks = PLAIN) -> Marks:
        """The look of what has the fate."""
        return look if self.plain or whole(fate) is None else MARKED[self.side]


def _groups(section: MarkedSection, side: Side, moved: Moves) -> Iterator[tuple[str, Paragraphs]]:
    """Paragraphs that are read together, with their words that stayed."""
    view = _View(side, section.fate, moved)
    for blocks in _together(section.blocks, view.plain):
        yield _stayed(blocks), tuple(paragraph for block in blocks for paragraph in _block(block, view))


def _stayed(blocks: Iterable[MarkedBlock]) -> str:
    spans = (span for block in blocks if isinstance(block, MarkedParagraph) for span in block.spans)
    texts = (span.inline.text for span in spans if isinstance(span.inline, Text) and whole(span.fate) is None)
    return " ".join("".join(texts).split())


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


def _block(block: MarkedBlock, view: _View) -> Iterator[Paragraph]:
    if not view.stands(block.fate):
        return
    match block:
        case MarkedParagraph():
            told = _told_move(block.fate, "paragraph", view)
            look = Marks(emphasis=block.shape.kind in ("heading", "caption"))
            yield Paragraph((*told, *_inlines(block, look, view)), _shape(block, view.side))
        case MarkedTable():
            yield from _table(block, view)
        case MarkedPicture(picture=picture, fate=fate):
            yield Paragraph((Text(f"Bild: {' '.join(filter(None, (picture.caption, picture.alt)))}", view.look(fate)),))


def _told_move(fate: Fate, kind: PartKind, view: _View) -> tuple[Text, ...]:
    """What is said before a part that moved by itself, not with its section: where its other half stands."""
    move = part_move(fate, view.around)
    if move is None:
        return ()
    way = elsewhere(move, view.moved) or " inom klausulen"
    return (Text(f"[{MOVED[kind]}{way}] ", Marks(emphasis=True)),)


def _shape(paragraph: MarkedParagraph, side: Side) -> Shape:
    """Its place in lists and quotations; a heading in a table would stand in the contents."""
    shape = paragraph.before if side == "old" and paragraph.before else paragraph.shape
    kind: Literal["text", "facts"] = "facts" if shape.kind == "facts" else "text"
    return Shape(kind, quote=shape.quote, level=shape.level, marker=shape.marker, start=shape.start)


# --- tables ------------------------------------------------------------------------------------------


def _table(table: MarkedTable, view: _View) -> Iterator[Paragraph]:
    """Rows that changed, and the heads above them. All rows of one that came, went, moved or has other columns."""
    if told := _told_move(table.fate, "table", view):
        yield Paragraph(told)
    view = replace(view, around=(*view.around, *table.fate))
    everything = view.plain or bool(table.fate) or bool(table.columns)
    standing = (row for row in table.rows if view.stands(row.fate))
    for shown, rows in groupby(standing, lambda row: everything or row.header or row_changed(row)):
        if shown:
            yield from (_row(row, table.columns, view) for row in rows)
        else:
            yield Paragraph((Text(LEFT_OUT, Marks(emphasis=True)),))


def _row(row: MarkedRow, columns: tuple[Fate, ...], view: _View) -> Paragraph:
    look = Marks(emphasis=row.header)
    placed = zip(row.cells, columns or (KEPT,) * len(row.cells), strict=True)
    cells = (_cell(cell, fate, row.header, view) for cell, fate in placed if view.stands(fate))
    told = _told_move(row.fate, "row", view)
    return Paragraph(join((*told, *_separated(cells, Text(" | ", look)))))


def _cell(cell: MarkedCell, column: Fate, header: bool, view: _View) -> Iterator[Inline]:
    look = view.look(column, Marks(emphasis=header))
    yield from _told_move(column, "column", view) if header else ()
    yield from _separated((_inlines(p, look, view) for p in cell.content if view.stands(p.fate)), Text(" / ", look))


def _separated(parts: Iterable[Iterable[Inline]], mark: Text) -> Iterator[Inline]:
    for place, part in enumerate(parts):
        if place:
            yield mark
        yield from part


# --- words -------------------------------------------------------------------------------------------


def _inlines(paragraph: MarkedParagraph, look: Marks, view: _View) -> tuple[Inline, ...]:
    standing = (span for span in paragraph.spans if view.stands(span.fate))
    return join(inline for span in standing for inline in _words(span, look, view))


def _words(span: Span, look: Marks, view: _View) -> Iterator[Inline]:
    """A span as its words; links would lead out of this document."""
    match span.inline:
        case Text() | Number() as inline:
            marked = view.look(span.fate, look)
            own = Marks(emphasis=inline.marks.emphasis or look.emphasis, code=inline.marks.code)
            yield Text(_text(span, inline, view.side), replace(own, strong=marked.strong, strike=marked.strike))
        case Break():
            yield Break()
        case MarkedNote(content=content):
            yield Text(" (fotnot: ", look)
            yield from _separated((_inlines(p, look, view) for p in content if view.stands(p.fate)), Text(" ", look))
            yield Text(")", look)


def _text(span: Span, inline: Text | Number, side: Side) -> str:
    if side == "new":
        return inline.text
    if span.was is not None:
        return span.was.text
    return span.follows if span.follows is not None else inline.text
