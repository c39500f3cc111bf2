"""All that stands in blocks, whatever it stands in: table cells in reading order, a footnote after its paragraph."""

from collections.abc import Iterable, Iterator

from builder.model.blocks import Block, Paragraph, Table
from builder.model.pictures import Picture
from builder.model.text import Inline, Note

__all__ = ["all_inlines", "all_paragraphs"]


def all_paragraphs(blocks: Iterable[Block]) -> Iterator[Paragraph]:
    """Every paragraph of some blocks; a picture has none."""
    for block in blocks:
        match block:
            case Paragraph(content=content):
                yield block
                for inline in content:
                    if isinstance(inline, Note):
                        yield from all_paragraphs(inline.content)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from all_paragraphs(cell.content)
            case Picture():
                pass


def all_inlines(blocks: Iterable[Block]) -> Iterator[Inline]:
    """Every inline of some blocks; those of a footnote after those of the paragraph it is called from."""
    for paragraph in all_paragraphs(blocks):
        yield from paragraph.content
