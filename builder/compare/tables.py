"""Two tables as one: their columns, their rows, and the words in their cells."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from builder.compare.align import Item, Pair, align
from builder.compare.columns import Column, columns_of
from builder.compare.halves import cell_came_to, cell_went_from, row_came_to, row_went_from
from builder.compare.paragraphs import Pen, mark_paragraph, mark_paragraphs, paragraph_item
from builder.compare.readable import is_landmark
from builder.model import Alignment, Cell, Row, Table
from builder.redline import (
    KEPT,
    Fate,
    MarkedCell,
    MarkedRow,
    MarkedTable,
    Revision,
    in_new,
    in_old,
    keep_paragraph,
    keep_row,
)  # fmt: skip

__all__ = ["mark_table", "row_words", "same_table"]

ABSENT = MarkedCell(())
"""The place of a row in a column that its text does not have."""


def mark_table(old: Table, new: Table, pen: Pen) -> Iterator[MarkedTable]:
    """A table that stands in both; where no column does, the two."""
    columns = columns_of(old, new, pen)
    if all(column.old is None or column.new is None for column in columns):
        yield from (_whole(table, fate) for table, fate in ((old, pen.went), (new, pen.came)))
        return
    rows = tuple(_Rows(old.rows, new.rows, columns, pen).marked())
    before, now = _alignment(columns, old, new, is_old=True), _alignment(columns, old, new, is_old=False)
    fates = tuple(column.fate for column in columns)
    yield MarkedTable(rows, now, KEPT, before if before != now else None, fates if any(fates) else ())


def same_table(old: Table, new: Table, pen: Pen) -> MarkedTable:
    """A table of which at most the numbers of sections that it refers to are new."""
    return MarkedTable(tuple(map(partial(_same_row, pen=pen), old.rows, new.rows)), new.alignment)


def _same_row(old: Row, new: Row, pen: Pen) -> MarkedRow:
    pairs = ((a.content, b.content) for a, b in zip(old.cells, new.cells, strict=True))
    cells = (MarkedCell(tuple(mark_paragraph(a, b, pen) for a, b in zip(*pair, strict=True))) for pair in pairs)
    return MarkedRow(tuple(cells), new.header, new.key)


def _whole(table: Table, fate: Fate) -> MarkedTable:
    return MarkedTable(tuple(keep_row(row, fate) for row in table.rows), table.alignment, fate)


def _alignment(columns: Sequence[Column], old: Table, new: Table, *, is_old: bool) -> tuple[Alignment, ...]:
    """How each column is aligned in one text; one that does not stand there, as in the other."""
    return tuple(
        old.alignment[c.old] if c.old is not None and _from_old(c, is_old) else new.alignment[c.new or 0]
        for c in columns
    )


def _from_old(column: Column, is_old: bool) -> bool:
    return in_old(column.fate) if is_old else not in_new(column.fate)


def row_words(row: Row) -> Iterator[str]:
    """The words of a row, for likeness."""
    for cell in row.cells:
        for paragraph in cell.content:
            yield from paragraph_item(paragraph).words


# --- rows --------------------------------------------------------------------------------------------

Moves = dict[int, tuple[int, Revision]]
"""The place of a moved row on one side → its place on the other, and the half of the move that stands here."""


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of both tables on their way into one order. Rows are alike by what stands in columns of both."""

    old: Sequence[Row]
    new: Sequence[Row]
    columns: Sequence[Column]
    pen: Pen

    def marked(self) -> Iterator[MarkedRow]:
        """All rows of both; one that only changed place stands twice, as moved."""
        shared = sorted({(c.new, c.old) for c in self.columns if c.old is not None and c.new is not None})
        olds = [_part(row, [i for _, i in shared]) for row in self.old]
        news = [_part(row, [j for j, _ in shared]) for row in self.new]
        if shared[0] == (0, 0):
            olds, news = _titled(olds, news)
        pairs = align(olds, news, _row_item)
        left, arrived = self._moves(pairs, olds, news)
        for i, j in pairs:
            if i is not None:
                yield self._both(i, j) if j is not None else self._left(i, left)
            elif j is not None:
                yield self._arrived(j, arrived)

    def _moves(self, pairs: Sequence[Pair], olds: Sequence[Row], news: Sequence[Row]) -> tuple[Moves, Moves]:
        """Rows that went in one place and came, the same or with the same key, in another."""
        came: dict[object, list[int]] = {}
        for i, j in reversed(pairs):
            if i is None and j is not None and (name := _name(news[j])):
                came.setdefault(name, []).append(j)
        left: Moves = {}
        arrived: Moves = {}
        for i, j in pairs:
            if j is None and i is not None and (places := came.get(_name(olds[i]))):
                away, here = self.pen.move()
                place = places.pop()
                left[i], arrived[place] = (place, away), (i, here)
        return left, arrived

    def _left(self, i: int, moves: Moves) -> MarkedRow:
        if i in moves:
            place, move = moves[i]
            return row_went_from(self._both(i, place), move)
        places = [c.old if in_old(c.fate) else None for c in self.columns]
        return _alone(self.old[i], places, self.pen.went)

    def _arrived(self, j: int, moves: Moves) -> MarkedRow:
        if j in moves:
            place, move = moves[j]
            return row_came_to(self._both(place, j), move)
        places = [c.new if in_new(c.fate) else None for c in self.columns]
        return _alone(self.new[j], places, self.pen.came)

    def _both(self, i: int, j: int) -> MarkedRow:
        old, new = self.old[i], self.new[j]
        return MarkedRow(tuple(self._cell(old, new, column) for column in self.columns), new.header, new.key)

    def _cell(self, old: Row, new: Row, column: Column) -> MarkedCell:
        if column.old is None or column.new is None:
            return _one_sided(old, new, column)
        cell = MarkedCell(mark_paragraphs(old.cells[column.old].content, new.cells[column.new].content, self.pen))
        if not column.fate:
            return cell
        move = column.fate[0]
        return cell_went_from(cell, move) if move.kind == "move-from" else cell_came_to(cell, move)


def _alone(row: Row, places: Sequence[int | None], fate: Fate) -> MarkedRow:
    cells = tuple(ABSENT if place is None else _kept(row.cells[place], fate) for place in places)
    return MarkedRow(cells, row.header, row.key, fate)


def _one_sided(old: Row, new: Row, column: Column) -> MarkedCell:
    if column.old is not None:
        return _kept(old.cells[column.old], column.fate)
    return ABSENT if column.new is None else _kept(new.cells[column.new], column.fate)


def _kept(cell: Cell, fate: Fate) -> MarkedCell:
    return MarkedCell(tuple(keep_paragraph(paragraph, fate) for paragraph in cell.content))


def _part(row: Row, places: Sequence[int]) -> Row:
    """The row without the columns that only one of the tables has."""
    return Row(tuple(row.cells[place] for place in places), row.header, row.key)


def _titled(old: Sequence[Row], new: Sequence[Row]) -> tuple[list[Row], list[Row]]:
    """The rows, each whose first cell says what no other's does on either side with that as its key: it is the same row
    whatever the other cells say."""
    titles = [list(map(_title, rows)) for rows in (old, new)]
    counts = [Counter(side) for side in titles]
    once = {title for title in titles[0] if title and all(count[title] == 1 for count in counts)}
    before, now = (
        [replace(row, key=title) if title in once else row for row, title in zip(rows, side, strict=True)]
        for rows, side in zip((old, new), titles, strict=True)
    )
    return before, now


def _title(row: Row) -> str:
    """What the first cell says; empty for a heading, for a row that has a key, and where no word says what the row is
    about: numbers only count the rows."""
    words = [] if row.header or row.key else list(row_words(Row(row.cells[:1])))
    return " ".join(words) if any(is_landmark(word) and not word.isdigit() for word in words) else ""


def _row_item(row: Row) -> Item:
    return Item(row, tuple(row_words(row)), (row.key, row.header), row.key)


def _name(row: Row) -> object:
    """What a moved row is known by: its key, else all it says; nothing for a heading or a row without words."""
    if row.header:
        return None
    return row.key or (row if any(row_words(row)) else None)
