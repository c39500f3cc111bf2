"""Boxes in a ring with lines between them. The number where a line leaves a box counts what goes out along it."""

from collections.abc import Iterator, Mapping, Sequence
from math import cos, hypot, pi, sin

from builder.model import Box, Drawing, Label, Part, Stroke
from builder.pictures.lettering import LINE, SIZE, SMALL, lines, width

__all__ = ["network"]

WIDTH, BREADTH, HEIGHT, EDGE = 1600, 470, 180, 20
LEAST, EACH = 330, 75
"""Half the height of the ring: at least, and for each box."""
AWAY = 62
"""So far from its box a number stands."""

Point = tuple[int, int]


def network(boxes: Sequence[tuple[str, str]], counts: Mapping[tuple[int, int], int]) -> Drawing:
    """`boxes` have a title and a line below it; `counts` are from box to box by their places in the row."""
    middles = tuple(_middles(len(boxes)))
    parts: list[Part] = []
    joined = sorted({(min(pair), max(pair)) for pair, count in counts.items() if count and pair[0] != pair[1]})
    for one, other in joined:
        parts.append(Stroke(*middles[one], *middles[other], "faint"))
    for one, other in joined:
        parts += _number(middles[one], middles[other], counts.get((one, other), 0))
        parts += _number(middles[other], middles[one], counts.get((other, one), 0))
    for (title, below), middle in zip(boxes, middles, strict=True):
        parts += _box(title, below, middle)
    lowest = max((y for _, y in middles), default=0)
    return Drawing(WIDTH, lowest + HEIGHT // 2 + EDGE, tuple(parts))


def _middles(count: int) -> Iterator[Point]:
    high = LEAST + EACH * max(count - 4, 0)
    wide = (WIDTH - BREADTH) // 2 - EDGE
    for place in range(count):
        angle = 2 * pi * place / count
        yield round(WIDTH / 2 + wide * sin(angle)), round(EDGE + HEIGHT / 2 + high - high * cos(angle))


def _number(start: Point, end: Point, count: int) -> Iterator[Part]:
    if not count:
        return
    across, down = end[0] - start[0], end[1] - start[1]
    length = hypot(across, down)
    leaves = min(BREADTH / 2 / max(abs(across), 1), HEIGHT / 2 / max(abs(down), 1)) + AWAY / max(length, 1)
    x, y, text = round(start[0] + across * leaves), round(start[1] + down * leaves), str(count)
    room = width(text, SIZE) + 24
    yield Box(x - room // 2, y - 24, room, 48, "low", edge=False)
    yield Label(x, y + 11, text, SIZE, anchor="middle")


def _box(title: str, below: str, middle: Point) -> Iterator[Part]:
    x, y = middle
    yield Box(x - BREADTH // 2, y - HEIGHT // 2, BREADTH, HEIGHT, "low", edge=True)
    texts = [
        *((text, SIZE) for text in lines(title, BREADTH - 40, SIZE, 2)),
        *((text, SMALL) for text in lines(below, BREADTH - 40, SMALL, 2)),
    ]
    first = y - LINE * len(texts) // 2 + SIZE - 2
    for n, (text, size) in enumerate(texts):
        yield Label(x, first + LINE * n, text, size, "text" if size == SIZE else "faint", "middle")
