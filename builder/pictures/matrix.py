"""A grid of five by five: how likely, and how grave. Three levels, told apart by words, edges and shades."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.model import Box, Drawing, Label, Part, Picture, Tone
from builder.phrases import Phrases, phrases
from builder.pictures.lettering import LINE, NARROW, SIZE, SMALL, lines

__all__ = ["Point", "matrix"]

Point = tuple[str, int, int]
"""A row's id and its two numbers, from 1 to 5."""

STEPS = range(1, 6)
LEVELS: tuple[tuple[int, Tone], ...] = ((15, "high"), (5, "medium"), (1, "low"))
"""The least product of each level, and its tone."""

WIDTH, SIDE, TOP, FOOT, EDGE = 1600, 70, 70, 115, 10
LOWEST, MOST = 170, 8


@dataclass(frozen=True, slots=True)
class _Cell:
    """A square of the grid with the ids in it."""

    x: int
    y: int
    ids: tuple[str, ...]
    breadth: int

    @property
    def level(self) -> int:
        """Its place in `LEVELS`."""
        return next(n for n, (least, _) in enumerate(LEVELS) if self.x * self.y >= least)

    @property
    def lines(self) -> tuple[str, ...]:
        """The ids as they are written in it."""
        return lines(", ".join(self.ids), self.breadth - 40, SIZE, MOST)


def matrix(
    points: Sequence[Point],
    x_title: str,
    y_title: str,
    *,
    caption: str = "",
    key: str = "",
    language: str = "sv",
    narrow: bool = False,
) -> Picture:
    """The grid: `x_title` names the numbers from left to right, `y_title` those from below."""
    words, wide = phrases(language), NARROW if narrow else WIDTH
    breadth = (wide - SIDE - EDGE) // len(STEPS)
    cells = tuple(_Cell(x, y, tuple(id_ for id_, *at in points if at == [x, y]), breadth) for y in STEPS for x in STEPS)
    outside = tuple(id_ for id_, x, y in points if x not in STEPS or y not in STEPS)
    return Picture(
        _in_words(cells, outside, (x_title, y_title), words),
        _drawn(cells, outside, (x_title, y_title), words, wide),
        caption,
        key,
    )


# --- in words ----------------------------------------------------------------------------------------


def _in_words(cells: tuple[_Cell, ...], outside: tuple[str, ...], titles: tuple[str, str], words: Phrases) -> str:
    said = [words.grid.format(x=titles[0], y=titles[1], most=len(STEPS))]
    for level, (least, _) in enumerate(LEVELS):
        held = sorted((c for c in cells if c.ids and c.level == level), key=lambda c: -c.x * c.y)
        listed = "; ".join(_cell_in_words(cell, titles) for cell in held) or words.none_there
        said.append(words.grid_level.format(level=words.levels[level], least=least, listed=listed))
    return " ".join([*said, *([f"{words.outside_grid}: {', '.join(outside)}."] if outside else [])])


def _cell_in_words(cell: _Cell, titles: tuple[str, str]) -> str:
    return f"{', '.join(cell.ids)} ({titles[0]} {cell.x}, {titles[1]} {cell.y})"


# --- drawn -------------------------------------------------------------------------------------------


def _drawn(
    cells: tuple[_Cell, ...], outside: tuple[str, ...], titles: tuple[str, str], words: Phrases, wide: int
) -> Drawing:
    y = TOP
    parts: list[Part] = [Label(SIDE, TOP - 25, titles[1], SIZE)]
    for step in reversed(STEPS):
        row = [cell for cell in cells if cell.y == step]
        height = max(LOWEST, *(LINE * len(cell.lines) + 80 for cell in row))
        parts.append(Label(SIDE - 20, y + height // 2 + 10, str(step), SIZE, anchor="end"))
        parts += (part for cell in row for part in _cell(cell, y, height, words))
        y += height
    parts += _foot(y, titles[0], cells[0].breadth)
    left = lines(f"{words.outside_grid}: {', '.join(outside)}", wide - SIDE) if outside else ()
    parts += (Label(SIDE, y + FOOT + LINE * n, text, SIZE) for n, text in enumerate(left, 1))
    return Drawing(wide, y + FOOT + LINE * len(left) + EDGE, tuple(parts))


def _cell(cell: _Cell, y: int, height: int, words: Phrases) -> Iterator[Part]:
    x = SIDE + cell.breadth * (cell.x - 1)
    yield Box(x + 4, y + 4, cell.breadth - 8, height - 8, LEVELS[cell.level][1], edge=cell.level == 0)
    yield Label(x + 20, y + 40, words.levels[cell.level], SMALL, "faint")
    for n, text in enumerate(cell.lines, 1):
        yield Label(x + 20, y + 45 + LINE * n, text, SIZE)


def _foot(y: int, title: str, breadth: int) -> Iterator[Part]:
    for step in STEPS:
        yield Label(SIDE + breadth * (step - 1) + breadth // 2, y + 40, str(step), SIZE, anchor="middle")
    yield Label(SIDE + breadth * len(STEPS), y + 90, title, SIZE, anchor="end")
