"""What has changed in one clause, to stand in a page that tells of something else: only the parts that changed."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.redline import MarkedBlock, MarkedNote, MarkedParagraph, MarkedPicture, MarkedRow, MarkedTable, Redline
from builder.web.escape import html_text
from builder.web.marked_blocks import marked_blocks
from builder.web.marked_text import Notes, spans

__all__ = ["changed_parts"]

LEFT_OUT = "Delar som inte har ändrats är utelämnade."


def changed_parts(redline: Redline, anchor: str, name: str) -> str:
    """The changes of a redline, closed until somebody opens them. `name` tells its tables from others on the page."""
    parts = [part for section in redline.sections for part in _section(section.title, section.blocks, name)]
    body = f'<div class="jamforelse" data-visa="andringar">{"".join(parts)}<p class="fakta">{LEFT_OUT}</p></div>'
    return f'<details id="{html_text(anchor)}"><summary>Visa ändringen i texten</summary>{body}</details>'


def _section(title: MarkedParagraph, blocks: Iterable[MarkedBlock], name: str) -> Iterator[str]:
    if _is_changed(title):
        yield f"<p><strong>{spans(title.spans, Notes())}</strong></p>"
    yield marked_blocks(_kept(blocks), section=name)


def _kept(blocks: Iterable[MarkedBlock]) -> Iterator[MarkedBlock]:
    """The blocks that changed; of a table its heads and the rows that did."""
    for block in blocks:
        match block:
            case MarkedParagraph() if _is_changed(block):
                yield block
            case MarkedTable() if block.fate or any(block.columns):
                yield block
            case MarkedTable(rows=rows) if any(map(_is_changed_row, rows)):
                yield replace(block, rows=tuple(row for row in rows if row.header or _is_changed_row(row)))
            case MarkedPicture() if block.fate:
                yield block
            case _:
                pass


def _is_changed_row(row: MarkedRow) -> bool:
    return bool(row.fate) or any(_is_changed(paragraph) for cell in row.cells for paragraph in cell.content)


def _is_changed(paragraph: MarkedParagraph) -> bool:
    return bool(paragraph.fate) or any(
        span.fate or (isinstance(span.inline, MarkedNote) and any(map(_is_changed, span.inline.content)))
        for span in paragraph.spans
    )
