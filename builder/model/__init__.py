"""The document as values: what a reader sees, with all numbers and references computed.

A paragraph is flat, as Word has it: its place in lists and quotations is part of its `Shape`,
so that two paragraphs can be compared without regard to what they are nested in.
"""

from builder.model.blocks import (
    Alignment,
    Block,
    Cell,
    Paragraph,
    Row,
    Shape,
    Table,
)
from builder.model.control import Control, HistoryEntry
from builder.model.document import (
    ASSUMED,
    Document,
    Edition,
    Facts,
    Question,
    Reason,
    Section,
    SectionKind,
    Variant,
    plain_text,
)
from builder.model.pictures import (
    Box,
    Drawing,
    Label,
    Part,
    Picture,
    Stroke,
    Tone,
)
from builder.model.text import (
    PLAIN,
    TABLES,
    About,
    Break,
    ClauseLink,
    Inline,
    LawUse,
    Link,
    Marks,
    Note,
    Number,
    OutsideLink,
    ParameterUse,
    Position,
    TermUse,
    Text,
    Url,
    join,
    words,
)
from builder.model.walk import all_inlines, all_paragraphs

__all__ = [
    "ASSUMED", "PLAIN", "TABLES", "About", "Alignment", "Block", "Box", "Break", "Cell", "ClauseLink", "Control",
    "Document", "Drawing", "Edition", "Facts", "HistoryEntry", "Inline", "Label", "LawUse", "Link", "Marks", "Note",
    "Number", "OutsideLink", "Paragraph", "ParameterUse", "Part", "Picture", "Position", "Question", "Reason", "Row",
    "Section", "SectionKind", "Shape", "Stroke", "Table", "TermUse", "Text", "Tone", "Url", "Variant", "all_inlines",
    "all_paragraphs", "join", "plain_text", "words",
]  # fmt: skip
