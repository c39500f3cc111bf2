"""A redline as a value: words and paragraphs with their fate, from which both documents can be read.

It never holds the two documents; `accept` and `reject` read them out of the marks. A document that
has not changed is the redline of itself (`unchanged`), so each format has one writer.
"""

from builder.redline.kept import (
    keep_block,
    keep_inline,
    keep_paragraph,
    keep_row,
    keep_section,
    keep_title,
    unchanged,
)  # fmt: skip
from builder.redline.marked import (
    KEPT,
    Fate,
    Kind,
    MarkedBlock,
    MarkedCell,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedSection,
    MarkedTable,
    Redline,
    Repin,
    Revision,
    Span,
)  # fmt: skip
from builder.redline.moved import PartKind, moved_parts, other_half, part_move
from builder.redline.questions import is_changed, row_changed, section_changed
from builder.redline.reading import accept, in_new, in_old, new_block, new_table, old_block, old_table, reject
from builder.redline.wording import new_text, new_words

__all__ = [
    "KEPT", "Fate", "Kind", "MarkedBlock", "MarkedCell", "MarkedNote", "MarkedParagraph", "MarkedPicture",
    "MarkedRow", "MarkedSection", "MarkedTable", "PartKind", "Redline", "Repin", "Revision", "Span", "accept", "in_new",
    "in_old", "is_changed", "keep_block", "keep_inline", "keep_paragraph", "keep_row", "keep_section",
    "keep_title", "moved_parts", "new_block", "new_table", "new_text", "new_words", "old_block", "old_table",
    "other_half", "part_move", "reject", "row_changed", "section_changed", "unchanged",
]  # fmt: skip
