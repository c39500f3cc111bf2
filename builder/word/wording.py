"""What a marked paragraph says in the new text."""

from builder.model import Break, Number, Text
from builder.redline import MarkedNote, MarkedParagraph, in_new

__all__ = ["new_words"]


def new_words(paragraph: MarkedParagraph) -> str:
    """The new words, notes left out, a line break as a space."""
    return "".join(_word(span.inline) for span in paragraph.spans if in_new(span.fate))


def _word(inline: Text | Number | Break | MarkedNote) -> str:
    match inline:
        case Text(text=text) | Number(text=text):
            return text
        case Break():
            return " "
        case MarkedNote():
            return ""
