"""A few words of Markdown that stand in a register's cell: links and emphasis, no blocks."""

from dataclasses import replace

from builder.finding import Finding
from builder.markdown.blocks import parse
from builder.markdown.inline import is_prose
from builder.model import PLAIN, Inline, Paragraph, Position, Text, Url

__all__ = ["phrase"]

ORDINARY = "[&<\\`*_~"


def phrase(text: str, place: Position) -> tuple[tuple[Inline, ...], tuple[Finding, ...]]:
    """The words as inlines, and what is wrong in them. Words that make a list or a heading stay as written."""
    if not any(sign in text for sign in ORDINARY) and is_prose(text):
        return (Text(text, PLAIN, place),), ()
    blocks, findings = parse(text, place.path)
    shifted = tuple(replace(finding, position=_moved(finding.position, place)) for finding in findings)
    match blocks:
        case (Paragraph(content=content, shape=shape),) if shape.kind == "text" and not shape.level:
            return tuple(_placed(inline, place) for inline in content), shifted
        case _:
            return (Text(text, PLAIN, place),), shifted


def _placed(inline: Inline, place: Position) -> Inline:
    if not isinstance(inline, Text) or inline.position is None:
        return inline
    link = inline.marks.link
    if isinstance(link, Url) and link.position is not None:
        link = replace(link, position=_moved(link.position, place))
    marks = inline.marks if link is None else replace(inline.marks, link=link)
    return replace(inline, marks=marks, position=_moved(inline.position, place))


def _moved(inner: Position, place: Position) -> Position:
    """A place in the words as a place in the register."""
    column = inner.column + (place.column - 1 if inner.line == 1 else 0)
    return Position(place.path, place.line + inner.line - 1, column)
