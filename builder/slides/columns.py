"""A table in parts that fit: how wide its columns are, how high its rows, and where it breaks."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, zip_longest

from builder.pictures.lettering import width
from builder.slides.look import MOST_ROWS, PAD, TABLE_SIZES
from builder.slides.measure import pages, total
from builder.slides.script import Grid, GridRow, Line

__all__ = ["Part", "grids"]

Part = tuple[Grid, int, tuple[int, ...], tuple[int, ...]]
"""Some rows, the size of their words, and the widths and heights of columns and rows."""

WIDEST = 60
"""Hundredths of the room that a column asks for at most."""


def grids(grid: Grid, room: int, most: tuple[int, int]) -> list[Part]:
    """The table in parts, its words as large as they can be without making the parts many more.

    `most` is the room on the first slide and on the further ones.
    """
    made = [_parts(grid, size, _widths(grid, room, size), most) for size in TABLE_SIZES]
    fewest = min(map(len, made))
    return next(parts for parts in made if len(parts) <= fewest + fewest // 2)


def _parts(grid: Grid, size: int, widths: tuple[int, ...], most: tuple[int, int]) -> list[Part]:
    """As few parts as can be, with about as many rows in each."""
    header = tuple(row for row in grid.rows if row.header)
    top = sum(_height(row, widths, size) for row in header)
    if top > min(most) // 2:
        header, top = (), 0
    room = (most[0] - top, most[1] - top)
    body = [piece for row in grid.rows if row not in header for piece in _pieces(row, widths, size, min(room))]
    heights = [_height(row, widths, size) for row in body]
    places = _places(heights, room, MOST_ROWS)
    even = _places(heights, room, -(-len(body) // len(places)))
    return [_part(grid, (*header, *body[first:last]), size, widths) for first, last in min(even, places, key=len)]


def _part(grid: Grid, rows: tuple[GridRow, ...], size: int, widths: tuple[int, ...]) -> Part:
    return replace(grid, rows=rows), size, widths, tuple(_height(row, widths, size) for row in rows)


def _places(heights: Sequence[int], room: tuple[int, int], rows: int) -> list[tuple[int, int]]:
    """Where each part begins and ends: so many rows at most, and no more than there is room for."""
    places: list[tuple[int, int]] = []
    first = 0
    while first < len(heights) or not places:
        fits = [used <= room[min(len(places), 1)] for used in accumulate(heights[first : first + rows])]
        last = first + max(1, sum(fits))
        places.append((first, last))
        first = last
    return places


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
    wanted = [
        max(need, min(_usual(column, size) + 2 * PAD, room * WIDEST // 100))
        for need, column in zip(needed, columns, strict=True)
    ]
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


def _usual(column: Sequence[tuple[Line, ...]], size: int) -> int:
    """The width of a cell on one line: nearer the usual one than the longest."""
    cells = [sum(width(line.text, size) for line in cell) for cell in column] or [size]
    return (max(cells) + 2 * sum(cells) // len(cells)) // 3
