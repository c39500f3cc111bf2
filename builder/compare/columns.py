"""Which columns of two tables are the same: by their headings, else by what stands in them.

Where as many columns stand on both sides between two that are the same, they are taken one by one: a heading
with other words is an edited heading.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from builder.compare.align import Item, align
from builder.compare.order import longest
from builder.compare.paragraphs import Pen, paragraph_item
from builder.model import Cell, Table
from builder.redline import KEPT, Fate, Revision

__all__ = ["Column", "columns_of"]


@dataclass(frozen=True, slots=True)
class Column:
    """A place for a column of either table, or of both: its place in the old and in the new, and its fate.

    A moved column has two places, each with both of its `old` and `new`."""

    old: int | None
    new: int | None
    fate: Fate = KEPT


def columns_of(old: Table, new: Table, pen: Pen) -> tuple[Column, ...]:
    """All columns of both in one order: between two that stay first those that left, then those that arrived."""
    cells_old, cells_new = _columns(old), _columns(new)
    pairs = _best(cells_old, cells_new)
    stay = longest([j for _, j in pairs], [1 + len(cells_old[i].words) for i, _ in pairs])
    staying = [pairs[k] for k in stay]
    moves = {pair: pen.move() for pair in pairs if pair not in staying}
    return tuple(_merged(len(cells_old), len(cells_new), staying, moves, pen))


Moves = dict[tuple[int, int], tuple[Revision, Revision]]


def _merged(olds: int, news: int, staying: list[tuple[int, int]], moves: Moves, pen: Pen) -> Iterator[Column]:
    left = {i: Column(i, j, (away,)) for (i, j), (away, _) in moves.items()}
    arrived = {j: Column(i, j, (here,)) for (i, j), (_, here) in moves.items()}
    at_old = at_new = 0
    for i, j in [*staying, (olds, news)]:
        yield from (left.get(k, Column(k, None, pen.went)) for k in range(at_old, i))
        yield from (arrived.get(k, Column(None, k, pen.came)) for k in range(at_new, j))
        if i < olds:
            yield Column(i, j)
        at_old, at_new = i + 1, j + 1


def _columns(table: Table) -> list[Item]:
    """Each column: its heading as key, and the words under it."""
    heads = next((row.cells for row in table.rows if row.header), ())
    columns = [[row.cells[n] for row in table.rows] for n in range(len(table.alignment))]
    words = [tuple(word for cell in column for word in _words(cell)) for column in columns]
    names = [_words(cell) for cell in heads] or [()] * len(columns)
    return [Item(name, said) for name, said in zip(names, words, strict=True)]


def _words(cell: Cell) -> tuple[str, ...]:
    return tuple(word for paragraph in cell.content for word in paragraph_item(paragraph).words)


def _best(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """By name; one by one where more words stand so: then headings changed place and what is under them did not.

    Where all have a name and as many words stand both ways, one by one: a moved column is marked twice."""
    named = _pairs(old, new)
    in_place = [(k, k) for k in range(len(old))]
    gain = _shared(in_place, old, new) - _shared(named, old, new) if len(old) == len(new) else -1
    return in_place if gain > 0 or (gain == 0 and len(named) == len(old)) else named


def _shared(pairs: Sequence[tuple[int, int]], old: Sequence[Item], new: Sequence[Item]) -> int:
    return sum((Counter(old[i].words) & Counter(new[j].words)).total() for i, j in pairs)


def _pairs(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    if [item.key for item in old] == [item.key for item in new]:
        return [(k, k) for k in range(len(old))]
    named = _named(old, new)
    stay = [named[k] for k in longest([j for _, j in named], [1 + len(old[i].words) for i, _ in named])]
    taken_old, taken_new = {i for i, _ in named}, {j for _, j in named}
    found = list(named)
    at_old = at_new = 0
    for i, j in [*stay, (len(old), len(new))]:
        olds = [k for k in range(at_old, i) if k not in taken_old]
        news = [k for k in range(at_new, j) if k not in taken_new]
        found += _between(old, new, olds, news)
        at_old, at_new = i + 1, j + 1
    return sorted(found)


def _named(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """Columns with the same heading, which no other column of their table has."""
    counts = [Counter(item.key for item in side if item.key) for side in (old, new)]
    places = {item.key: j for j, item in enumerate(new) if counts[1][item.key] == 1}
    return [(i, places[item.key]) for i, item in enumerate(old) if counts[0][item.key] == 1 and item.key in places]


def _between(old: Sequence[Item], new: Sequence[Item], olds: list[int], news: list[int]) -> Iterator[tuple[int, int]]:
    if len(olds) == len(news):
        yield from zip(olds, news, strict=True)
        return
    for a, b in align([old[i] for i in olds], [new[j] for j in news], lambda item: item):
        if a is not None and b is not None:
            yield olds[a], news[b]
