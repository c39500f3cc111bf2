"""What a redline is asked: whether anything, or a section, changed."""

from builder.redline.marked import (
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedSection,
    MarkedTable,
    Redline,
    Span,
)

__all__ = ["is_changed", "row_changed", "section_changed"]


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
            columns = block.old_alignment is not None or bool(block.columns)
            return bool(block.fate) or columns or any(row_changed(row) for row in rows)
        case MarkedPicture(fate=fate):
            return bool(fate)


def row_changed(row: MarkedRow) -> bool:
    """True when a row came, went, moved or holds a change."""
    return bool(row.fate) or any(_paragraph_changed(p) for cell in row.cells for p in cell.content)


def _paragraph_changed(paragraph: MarkedParagraph) -> bool:
    return bool(paragraph.fate) or paragraph.before is not None or any(_span_changed(s) for s in paragraph.spans)


def _span_changed(span: Span) -> bool:
    inside = span.inline.content if isinstance(span.inline, MarkedNote) else ()
    return bool(span.fate) or span.before is not None or any(map(_paragraph_changed, inside))
