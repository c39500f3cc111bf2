"""A square for each of several, with its state: told by words first, then by edge and shade."""

from collections.abc import Iterator, Sequence

from builder.model import Box, Drawing, Label, Part, Picture, Tone
from builder.pictures.lettering import LINE, NARROW, SMALL, lines

__all__ = ["Tile", "tiles"]

Tile = tuple[str, str, Tone, bool]
"""What a square is of, its state in words, its shade, and whether it has an edge."""

ACROSS, GAP, EDGE, PAD, NAME = 3, 16, 10, 14, 28
BREADTH = (NARROW - 2 * EDGE - GAP * (ACROSS - 1)) // ACROSS


def tiles(found: Sequence[Tile], *, caption: str = "", key: str = "") -> Picture:
    """The squares in the order given, from left to right and from above; in words they are told state by state."""
    states = dict.fromkeys(state for _, state, _, _ in found)
    told = (f"{state}: {', '.join(name for name, other, *_ in found if other == state)}." for state in states)
    return Picture(" ".join(told), _drawn(found), caption, key)


def _drawn(found: Sequence[Tile]) -> Drawing:
    parts: list[Part] = []
    y = EDGE
    for start in range(0, len(found), ACROSS):
        row = found[start : start + ACROSS]
        height = max(_height(tile) for tile in row)
        for place, tile in enumerate(row):
            parts += _tile(tile, EDGE + place * (BREADTH + GAP), y, height)
        y += height + GAP
    return Drawing(NARROW, y - GAP + EDGE if found else 2 * EDGE, tuple(parts))


def _height(tile: Tile) -> int:
    name, state, *_ = tile
    return LINE * (len(_broken(name, NAME)) + len(_broken(state, SMALL))) + 2 * PAD


def _broken(text: str, size: int) -> tuple[str, ...]:
    return lines(text, BREADTH - 2 * PAD, size, 3)


def _tile(tile: Tile, x: int, y: int, height: int) -> Iterator[Part]:
    name, state, tone, edge = tile
    yield Box(x, y, BREADTH, height, tone, edge=edge)
    below = y + PAD + NAME - 4
    for text in _broken(name, NAME):
        yield Label(x + PAD, below, text, NAME)
        below += LINE
    for text in _broken(state, SMALL):
        yield Label(x + PAD, below, text, SMALL)
        below += LINE
