"""The blocks of a section: paragraphs and tables, aligned and marked."""

from collections.abc import Iterator, Sequence

from builder.compare.align import Item, Pair, align
from builder.compare.paragraphs import Pen, keep_last, mark_paragraph, mark_paragraphs, paragraph_item
from builder.model import Block, Paragraph, Row, Table
from builder.redline import MarkedBlock, MarkedCell, MarkedRow, MarkedTable, keep_block, keep_row

__all__ = ["mark_blocks"]


def mark_blocks(old: Sequence[Block], new: Sequence[Block], pen: Pen) -> tuple[MarkedBlock, ...]:
    """All blocks of both, in one order."""
    pairs = align(old, new, _item)
    return tuple(_marked(old, new, pair, pen) for pair in _before_tables(pairs, old, new))


def _item(block: Block) -> Item:
    match block:
        case Paragraph():
            return paragraph_item(block)
        case Table(rows=rows):
            words = tuple(word for row in rows for word in _row_words(row))
            return Item(block, words, ("table", len(block.alignment), block.caption))


def _before_tables(pairs: list[Pair], old: Sequence[Block], new: Sequence[Block]) -> Iterator[Pair]:
    """Where paragraphs before a kept table were replaced, the last of them is rewritten instead of
    deleted: LibreOffice 7.4 leaves an empty paragraph when one is deleted just before a table."""
    waiting: list[Pair] = []
    for pair in pairs:
        waiting.append(pair)
        if None not in pair:
            yield from _kept_before(waiting, old, new)
            waiting = []
    yield from waiting


def _kept_before(pairs: list[Pair], old: Sequence[Block], new: Sequence[Block]) -> list[Pair]:
    *changed, last = pairs
    tables = [isinstance(old[i], Table) for i, _ in changed if i is not None]
    tables += [isinstance(new[j], Table) for _, j in changed if j is not None]
    is_table = last[1] is not None and isinstance(new[last[1]], Table)
    return [*keep_last(changed), last] if is_table and not any(tables) else pairs


def _marked(old: Sequence[Block], new: Sequence[Block], pair: Pair, pen: Pen) -> MarkedBlock:
    match pair:
        case (int(i), int(j)):
            return _both(old[i], new[j], pen)
        case (int(i), _):
            return keep_block(old[i], pen.went)
        case (_, int(j)):
            return keep_block(new[j], pen.came)
    raise AssertionError(pair)


def _both(old: Block, new: Block, pen: Pen) -> MarkedBlock:
    match old, new:
        case Paragraph(), Paragraph():
            return mark_paragraph(old, new, pen)
        case Table(), Table():
            return _table(old, new, pen)
    raise AssertionError(old, new)


def _table(old: Table, new: Table, pen: Pen) -> MarkedTable:
    pairs = align(old.rows, new.rows, _row_item)
    rows = tuple(_row(old.rows, new.rows, pair, pen) for pair in pairs)
    changed = old.alignment if old.alignment != new.alignment else None
    return MarkedTable(rows, new.alignment, new.caption, old_alignment=changed)


def _row_words(row: Row) -> Iterator[str]:
    for cell in row.cells:
        for paragraph in cell.content:
            yield from paragraph_item(paragraph).words


def _row_item(row: Row) -> Item:
    return Item(row, tuple(_row_words(row)), (row.key, row.header), row.key)


def _row(old: Sequence[Row], new: Sequence[Row], pair: Pair, pen: Pen) -> MarkedRow:
    match pair:
        case (int(i), int(j)):
            both = zip(old[i].cells, new[j].cells, strict=True)
            cells = tuple(MarkedCell(mark_paragraphs(a.content, b.content, pen)) for a, b in both)
            return MarkedRow(cells, new[j].header, new[j].key)
        case (int(i), _):
            return keep_row(old[i], pen.went)
        case (_, int(j)):
            return keep_row(new[j], pen.came)
    raise AssertionError(pair)
