"""Columns of boxes with lines to the next column. A line that stands for several ends in their number."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.model import Box, Drawing, Label, Part, Stroke
from builder.pictures.lettering import LINE, SIZE, SMALL, lines, width

__all__ = ["Item", "Link", "strands"]

Item = tuple[str, str]
"""A key and what is written; a heading when the key is empty."""
Link = tuple[int, str, str, int]
"""From a column's box to one of the next column's, and how many it stands for."""

WIDTH, GAP, EDGE = 1600, 250, 10
PAD, APART, PORT = 16, 14, 44


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box in its place."""

    key: str
    lines: tuple[str, ...]
    x: int
    y: int
    height: int

    def port(self, number: int, of: int) -> int:
        """Where on its side the line with a number meets it."""
        return self.y + self.height * (2 * number + 1) // (2 * of)


def strands(columns: Sequence[Sequence[Item]], links: Sequence[Link]) -> Drawing:
    """The boxes of each column from above, in the order given."""
    breadth = (WIDTH - 2 * EDGE - GAP * (len(columns) - 1)) // max(len(columns), 1)
    placed = [tuple(_column(n, items, breadth, links)) for n, items in enumerate(columns)]
    found = {(n, box.key): box for n, column in enumerate(placed) for box in column if box.key}
    parts: list[Part] = [*_lines(found, links, breadth)]
    parts += (part for column in placed for box in column for part in _box(box, breadth))
    lowest = max((box.y + box.height for column in placed for box in column), default=0)
    return Drawing(WIDTH, lowest + EDGE, tuple(parts))


def _column(number: int, items: Sequence[Item], breadth: int, links: Sequence[Link]) -> Iterator[_Placed]:
    y, x = EDGE, EDGE + number * (breadth + GAP)
    for key, text in items:
        said = lines(text, breadth - 2 * PAD, SIZE, 5)
        leave = sum(link[:2] == (number, key) for link in links)
        come = sum((link[0] + 1, link[2]) == (number, key) for link in links)
        height = max(LINE * len(said) + 2 * PAD, PORT * max(leave, come) if key else 0)
        yield _Placed(key, said, x, y, height)
        y += height + (APART if key else 0)


def _lines(found: Mapping[tuple[int, str], _Placed], links: Sequence[Link], breadth: int) -> Iterator[Part]:
    """The lines, then the numbers over them. Lines leave and come in the order of what they lead to."""
    known = [link for link in links if (link[0], link[1]) in found and (link[0] + 1, link[2]) in found]
    ends: list[tuple[int, int, int, int, int]] = []
    for column, one, other, count in known:
        start, end = found[column, one], found[column + 1, other]
        leave = sorted((found[column + 1, link[2]].y, link) for link in known if link[:2] == (column, one))
        come = sorted((found[column, link[1]].y, link) for link in known if (link[0], link[2]) == (column, other))
        first = start.port([link for _, link in leave].index((column, one, other, count)), len(leave))
        last = end.port([link for _, link in come].index((column, one, other, count)), len(come))
        ends.append((start.x + breadth, first, end.x, last, count))
    yield from (Stroke(x1, y1, x2, y2, "faint") for x1, y1, x2, y2, _ in ends)
    for _, _, x, y, count in ends:
        if count > 1:
            room = width(str(count), SMALL) + 16
            yield Box(x - 12 - room, y - 19, room, 38, "low")
            yield Label(x - 12 - room // 2, y + 9, str(count), SMALL, anchor="middle")


def _box(box: _Placed, breadth: int) -> Iterator[Part]:
    if box.key:
        yield Box(box.x, box.y, breadth, box.height, "low", edge=True)
    first = box.y + (box.height - LINE * len(box.lines)) // 2 + SIZE - 2
    for n, text in enumerate(box.lines):
        yield Label(
            box.x + (PAD if box.key else 0),
            first + LINE * n,
            text,
            SIZE if box.key else SMALL,
            "text" if box.key else "faint",
        )
