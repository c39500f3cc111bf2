"""Columns that came, went or moved: Word tracks none, so that every row of such a table goes and comes.

(Words alone will not do: LibreOffice 7.4 leaves an empty column when those of one went.)"""

from collections.abc import Iterator

from builder.model import Table
from builder.redline import (
    Fate,
    MarkedRow,
    MarkedTable,
    Revision,
    in_new,
    in_old,
    keep_row,
    new_table,
    old_table,
)  # fmt: skip

__all__ = ["breadth", "row_by_row"]


def breadth(table: MarkedTable) -> int:
    """How many columns the wider of its two texts has."""
    columns = table.columns or ((),) * len(table.alignment)
    return max(sum(map(in_new, columns)), sum(map(in_old, columns)))


def row_by_row(table: MarkedTable) -> Iterator[tuple[MarkedTable, MarkedRow]]:
    """Each row with its table. Where columns changed: as it was, with the old table, and as it is, with the new."""
    signed = next((fate[0] for fate in table.columns if fate), None)
    if signed is None:
        yield from ((table, row) for row in table.rows)
        return
    old = _side(old_table(table), (Revision("deletion", signed.author, signed.date),))
    new = _side(new_table(table), (Revision("insertion", signed.author, signed.date),))
    olds, news = iter(old.rows), iter(new.rows)
    for row in table.rows:
        if in_old(row.fate):
            yield old, next(olds)
        if in_new(row.fate):
            yield new, next(news)


def _side(table: Table, fate: Fate) -> MarkedTable:
    return MarkedTable(tuple(keep_row(row, fate) for row in table.rows), table.alignment)
