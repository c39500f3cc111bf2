"""A redline as a value: words and paragraphs with their fate, from which both documents can be read.

It never holds the two documents; `accept` and `reject` read them out of the marks. A document that
has not changed is the redline of itself (`unchanged`), so each format has one writer.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Literal

from builder.model import (
    Alignment,
    Block,
    Break,
    Cell,
    Document,
    Edition,
    Facts,
    Inline,
    Marks,
    Note,
    Number,
    Paragraph,
    Row,
    Section,
    Shape,
    Table,
    Text,
    join,
)  # fmt: skip

__all__ = [
    "KEPT", "Fate", "MarkedCell", "MarkedNote", "MarkedParagraph", "MarkedRow", "MarkedSection", "MarkedTable",
    "Redline", "Revision", "Span", "accept", "is_changed", "reject", "unchanged",
]  # fmt: skip

Kind = Literal["insertion", "deletion", "move-from", "move-to"]


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change. `move` names the pair of a move's two halves, else empty."""

    kind: Kind
    author: str
    date: str
    move: str = ""


Fate = tuple[Revision, ...]
"""The revisions of a thing, oldest first; empty when it is kept. An insertion that another author
deletes is (insertion, deletion)."""

KEPT: Fate = ()


@dataclass(frozen=True, slots=True)
class MarkedNote:
    """A footnote whose own paragraphs carry marks."""

    content: tuple["MarkedParagraph", ...]


@dataclass(frozen=True, slots=True)
class Span:
    """An inline with its fate.

    `inline`: as it reads in the new text, or in the old when it is deleted or moved away.
    `before`: its marks in the old text where they differ (a formatting change), else None.
    `follows`: a number's old text where it only followed its target; the number is not a change.
    `was`: the inline as it stood in the old text where they differ in what no reader sees: white space,
    the encoding of letters, the id of a renamed section, a term found. Not a change; writers pass it by.
    """

    inline: Text | Number | Break | MarkedNote
    fate: Fate = KEPT
    before: Marks | None = None
    follows: str | None = None
    was: Text | Number | None = None


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph: its spans, and the fate of the paragraph itself (its mark, in Word's words).

    `before`: its shape in the old text where it differs (list level, kind), else None.
    """

    spans: tuple[Span, ...]
    shape: Shape = Shape()
    fate: Fate = KEPT
    before: Shape | None = None


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell; columns that come or go are shown by rewriting the rows, so cells have no fate."""

    content: tuple[MarkedParagraph, ...]


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row with its fate; all in an inserted or deleted row has the same fate."""

    cells: tuple[MarkedCell, ...]
    header: bool = False
    key: str = ""
    fate: Fate = KEPT


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table; `fate` when the whole table came, went or moved; `old_alignment` where it differs."""

    rows: tuple[MarkedRow, ...]
    alignment: tuple[Alignment, ...]
    caption: str = ""
    fate: Fate = KEPT
    old_alignment: tuple[Alignment, ...] | None = None


MarkedBlock = MarkedParagraph | MarkedTable


@dataclass(frozen=True, slots=True)
class MarkedSection:
    """A section with its heading; `fate` when it came, went or moved as a whole.

    A moved section stands twice: where it was (move-from, the old text whole) and where it is (move-to,
    the new text whole). What was edited in it has a second revision: words that went are (move-from,
    deletion) in the first half, words that came (move-to, insertion) in the second.
    `number` is the new number (the old one in a deleted or moved-away section), `old_number` the old
    one where it differs, else empty. `level` and `old_level` likewise (`old_level` None where it is
    the same), and `id` and `old_id` (a renamed file).
    """

    id: str
    kind: Literal["chapter", "clause", "annex"]
    level: int
    title: MarkedParagraph
    blocks: tuple[MarkedBlock, ...] = ()
    fate: Fate = KEPT
    number: str = ""
    old_number: str = ""
    old_level: int | None = None
    old_id: str = ""
    facts: Facts = Facts()
    path: str = ""


@dataclass(frozen=True, slots=True)
class Redline:
    """All sections of two documents in one order. `old` and `new` say what is compared; `old` is None
    in a clean document. `cover` holds the marked title of the cover."""

    name: str
    new: Edition
    cover: MarkedParagraph
    sections: tuple[MarkedSection, ...]
    old: Edition | None = None
    template: str = ""


# --- a document as its own redline -------------------------------------------------------------------


def unchanged(document: Document) -> Redline:
    """A document as the redline of itself: everything kept."""
    cover = MarkedParagraph((Span(Text(document.edition.title)),))
    sections = tuple(keep_section(section) for section in document.sections)
    return Redline(document.name, document.edition, cover, sections, template=document.template)


def keep_section(section: Section, fate: Fate = KEPT) -> MarkedSection:
    """A whole section and everything in it with one fate."""
    return MarkedSection(
        section.id, section.kind, section.level, keep_title(section.title, fate),
        tuple(keep_block(block, fate) for block in section.blocks), fate,
        number=section.number, facts=section.facts, path=section.path,
    )  # fmt: skip


def keep_title(title: tuple[Inline, ...], fate: Fate = KEPT) -> MarkedParagraph:
    """A heading's inlines with one fate."""
    return MarkedParagraph(tuple(keep_inline(inline, fate) for inline in title), fate=fate)


def keep_inline(inline: Inline, fate: Fate = KEPT) -> Span:
    """An inline with one fate, a footnote with all it holds."""
    if isinstance(inline, Note):
        return Span(MarkedNote(tuple(keep_paragraph(paragraph, fate) for paragraph in inline.content)), fate)
    return Span(inline, fate)


def keep_paragraph(paragraph: Paragraph, fate: Fate = KEPT) -> MarkedParagraph:
    """A paragraph and all its words with one fate."""
    return MarkedParagraph(tuple(keep_inline(i, fate) for i in paragraph.content), paragraph.shape, fate)


def keep_row(row: Row, fate: Fate = KEPT) -> MarkedRow:
    """A row and all its cells with one fate."""
    cells = tuple(MarkedCell(tuple(keep_paragraph(p, fate) for p in cell.content)) for cell in row.cells)
    return MarkedRow(cells, row.header, row.key, fate)


def keep_block(block: Block, fate: Fate = KEPT) -> MarkedBlock:
    """A block and everything in it with one fate."""
    match block:
        case Paragraph():
            return keep_paragraph(block, fate)
        case Table(rows=rows):
            return MarkedTable(tuple(keep_row(row, fate) for row in rows), block.alignment, block.caption, fate)


# --- reading the two documents out of a redline ------------------------------------------------------

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
    return not any(revision.kind in REMOVED for revision in fate)


def in_old(fate: Fate) -> bool:
    """True for what stood in the old text."""
    return not any(revision.kind in ADDED for revision in fate)


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
        case MarkedTable(rows=rows):
            alignment = block.old_alignment if side.old and block.old_alignment else block.alignment
            return Table(tuple(_row(row, side) for row in rows if side.stands(row.fate)), alignment, block.caption)


def _row(row: MarkedRow, side: _Side) -> Row:
    return Row(tuple(_cell(cell, side) for cell in row.cells), row.header, row.key)


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


# --- questions to a redline --------------------------------------------------------------------------


def is_changed(redline: Redline) -> bool:
    """True when anything at all differs between the two documents, followers apart."""
    return bool(redline.cover.fate) or _paragraph_changed(redline.cover) or any(map(section_changed, redline.sections))


def section_changed(section: MarkedSection) -> bool:
    """True when the section came, went, moved or holds a change."""
    return (
        bool(section.fate)
        or section.old_level is not None
        or _paragraph_changed(section.title)
        or any(_block_changed(block) for block in section.blocks)
    )


def _block_changed(block: MarkedBlock) -> bool:
    match block:
        case MarkedParagraph():
            return _paragraph_changed(block)
        case MarkedTable(rows=rows):
            return bool(block.fate) or block.old_alignment is not None or any(_row_changed(row) for row in rows)


def _row_changed(row: MarkedRow) -> bool:
    return bool(row.fate) or any(_paragraph_changed(p) for cell in row.cells for p in cell.content)


def _paragraph_changed(paragraph: MarkedParagraph) -> bool:
    return bool(paragraph.fate) or paragraph.before is not None or any(_span_changed(s) for s in paragraph.spans)


def _span_changed(span: Span) -> bool:
    inside = span.inline.content if isinstance(span.inline, MarkedNote) else ()
    return bool(span.fate) or span.before is not None or any(map(_paragraph_changed, inside))
