"""A table in parts that fit: how wide its columns are, how high its rows, and where it breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from builder.pictures.lettering import width
from builder.slides.look import MOST_ROWS, PAD, TABLE_SIZES
from builder.slides.measure import pages, total
from builder.slides.script import Grid, GridRow, Line

__all__ = ["Part", "grids"]

Part = tuple[Grid, int, tuple[int, ...], tuple[int, ...]]
"""Some rows, the size of their words, and the widths and heights of columns and rows."""

WIDEST = 45
"""Hundredths of the room that a column asks for at most."""


def grids(grid: Grid, room: int, most: tuple[int, int]) -> list[Part]:
    """The table in as few parts as it can be, its words as large as that allows.

    `most` is the room on the first slide and on the further ones.
    """
    made: list[list[Part]] = []
    for size in TABLE_SIZES:
        widths = _widths(grid, room, size)
        made.append(list(_parts(grid, size, widths, most)))
    fewest = min(map(len, made))
    return next(parts for parts in made if len(parts) == fewest)


def _parts(grid: Grid, size: int, widths: tuple[int, ...], most: tuple[int, int]) -> Iterator[Part]:
    header = tuple(row for row in grid.rows if row.header)
    top = sum(_height(row, widths, size) for row in header)
    if top > min(most) // 2:
        header, top = (), 0
    body = [piece for row in grid.rows if row not in header for piece in _pieces(row, widths, size, min(most) - top)]
    number = 0
    while body or not number:
        taken = _taken(body, widths, size, most[min(number, 1)] - top)
        rows, body = (*header, *body[:taken]), body[taken:]
        yield replace(grid, rows=rows), size, widths, tuple(_height(row, widths, size) for row in rows)
        number += 1


def _taken(rows: Sequence[GridRow], widths: tuple[int, ...], size: int, most: int) -> int:
    """How many rows there is room for: one at least."""
    used = 0
    for number, row in enumerate(rows[:MOST_ROWS]):
        used += _height(row, widths, size)
        if used > most:
            return max(1, number)
    return min(len(rows), MOST_ROWS)


def _pieces(row: GridRow, widths: tuple[int, ...], size: int, most: int) -> Iterator[GridRow]:
    """The row, or several when it is higher than a slide."""
    if _height(row, widths, size) <= most:
        yield row
        return
    columns = zip(row.cells, widths, strict=True)
    cut = [list(pages(cell, size, wide - 2 * PAD, most - PAD)) for cell, wide in columns]
    for cells in zip_longest(*cut, fillvalue=()):
        yield replace(row, cells=tuple(cells))


def _height(row: GridRow, widths: tuple[int, ...], size: int) -> int:
    cells = zip(row.cells, widths, strict=True)
    lines = max((total(cell, size, wide - 2 * PAD) for cell, wide in cells), default=0)
    return max(lines, size * 122 // 100) + PAD


def _widths(grid: Grid, room: int, size: int) -> tuple[int, ...]:
    """Widths that fill the room: each column its longest word, and more by how much it says."""
    columns = list(zip(*(row.cells for row in grid.rows), strict=True)) or [()] * len(grid.alignment)
    needed = [_longest(column, size) + 2 * PAD for column in columns]
    wanted = [max(need, min(_whole(column, size) + 2 * PAD, room * WIDEST // 100))
              for need, column in zip(needed, columns, strict=True)]  # fmt: skip
    spare = room - sum(needed)
    if spare <= 0:
        return tuple(max(2 * PAD + size, need * room // sum(needed)) for need in needed)
    more = [want - need for want, need in zip(wanted, needed, strict=True)]
    if sum(more) < spare:
        return tuple(want * room // sum(wanted) for want in wanted)
    return tuple(need + spare * extra // sum(more) for need, extra in zip(needed, more, strict=True))


def _longest(column: Sequence[tuple[Line, ...]], size: int) -> int:
    words = (word for cell in column for line in cell for word in line.text.split())
    return max((width(word, size) for word in words), default=size)


def _whole(column: Sequence[tuple[Line, ...]], size: int) -> int:
    return max((width(line.text, size) for cell in column for line in cell), default=size)
