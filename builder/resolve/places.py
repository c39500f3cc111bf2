"""The exact place in a file of words in a text.

A text knows where it begins; lines that were joined, and quotation marks between them, are found
again in the source.
"""

import re

from builder.model import Position

__all__ = ["locate"]

BETWEEN = r"(?:[\s>\u00a0])+"


def locate(source: str | None, start: Position, text: str, offset: int, length: int) -> Position:
    """Where text[offset:offset + length] stands, when the text begins at `start` of the source."""
    guess = Position(start.path, start.line, start.column + offset)
    words = text[offset : offset + length].split()
    if source is None or not words:
        return guess
    begin = _index(source, start)
    segment = source[begin : begin + 2 * len(text) + 200]
    pattern = re.compile(BETWEEN.join(map(re.escape, words)))
    earlier = len(pattern.findall(text, 0, offset))
    matches = pattern.finditer(segment)
    found = next((match for count, match in enumerate(matches) if count == earlier), None)
    return _advance(start, segment[: found.start()]) if found else guess


def _index(source: str, place: Position) -> int:
    index = 0
    for _ in range(place.line - 1):
        index = source.find("\n", index) + 1
        if not index:
            return len(source)
    return index + place.column - 1


def _advance(start: Position, passed: str) -> Position:
    lines = passed.count("\n")
    column = len(passed) - passed.rfind("\n") if lines else start.column + len(passed)
    return Position(start.path, start.line + lines, column)
