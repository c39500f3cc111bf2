"""A paragraph that went in one place and came, word for word, in another is shown as moved, also one that comparison
takes for two: few words in another clause, or the same with another look.

LibreOffice 7.4 takes such a pair for a move by itself, whatever the file says, and when it is accepted gives the
paragraph after it the looks of the one that went; a pair that is marked as a move comes right."""

from collections.abc import Iterable
from dataclasses import replace

from builder.model import Number, Text
from builder.redline import Fate, Kind, Revision, Span
from builder.word.flow import Grid, Item

__all__ = ["paired"]

SHORTEST = 6
"""Letters, with a space among them, from which LibreOffice sees a move."""


def paired(items: Iterable[Item]) -> list[Item]:
    """The row with each such pair as the two halves of a move."""
    row = list(items)
    came: dict[str, list[int]] = {}
    for place, item in enumerate(row):
        if text := _words(item, "insertion"):
            came.setdefault(text, []).append(place)
    for place, item in enumerate(row):
        text = _words(item, "deletion")
        if text and came.get(text):
            _move(row, place, came[text].pop(0))
    return row


def _words(item: Item, kind: Kind) -> str:
    """What a paragraph that wholly came (or went) says; empty for any other, and for a heading."""
    if isinstance(item, Grid) or item.bookmark or len(item.fate) != 1 or item.fate[0].kind != kind:
        return ""
    inlines = [span.inline if isinstance(span, Span) else span for span in item.spans]
    text = "".join(inline.text for inline in inlines if isinstance(inline, Text | Number)).strip()
    whole = all(isinstance(inline, Text | Number) for inline in inlines)
    return text if whole and len(text) >= SHORTEST and " " in text else ""


def _move(row: list[Item], from_: int, to: int) -> None:
    row[from_] = _moved(row[from_], "move-from", f"stycke {from_}")
    row[to] = _moved(row[to], "move-to", f"stycke {from_}")


def _moved(line: Item, kind: Kind, name: str) -> Item:
    if isinstance(line, Grid):
        return line
    fate: Fate = tuple(Revision(kind, r.author, r.date, name) for r in line.fate)
    return replace(line, fate=fate, mark=fate, spans=tuple(replace(span, fate=fate) for span in line.spans))
