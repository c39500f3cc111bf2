"""A document, or a part of one, with one fate throughout."""

from builder.model import Block, Document, Inline, Note, Paragraph, Picture, Row, Section, Table, Text
from builder.redline.marked import (
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
    Redline,
    Span,
)  # fmt: skip

__all__ = [
    "keep_block", "keep_inline", "keep_paragraph", "keep_row", "keep_section", "keep_title", "unchanged",
]  # fmt: skip


def unchanged(document: Document) -> Redline:
    """A document as the redline of itself: everything kept."""
    cover = MarkedParagraph((Span(Text(document.edition.title)),))
    sections = tuple(keep_section(section) for section in document.sections)
    return Redline(document.name, document.edition, cover, sections, template=document.template, bound=document.bound)


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
            return MarkedTable(tuple(keep_row(row, fate) for row in rows), block.alignment, fate)
        case Picture():
            return MarkedPicture(block, fate)
