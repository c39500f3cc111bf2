"""The blocks of a section: paragraphs, tables and pictures, aligned and marked."""

from collections.abc import Iterator, Sequence

from builder.compare.align import Item, Pair, align, word_list
from builder.compare.paragraphs import Pen, keep_last, mark_paragraph, paragraph_item
from builder.compare.tables import mark_table, row_words, same_table
from builder.model import Block, Paragraph, Picture, Table
from builder.redline import MarkedBlock, keep_block

__all__ = ["mark_blocks"]


def mark_blocks(old: Sequence[Block], new: Sequence[Block], pen: Pen) -> tuple[MarkedBlock, ...]:
    """All blocks of both, in one order."""
    if old == new:  # most sections: nothing to align
        return tuple(_same(a, b, pen) for a, b in zip(old, new, strict=True))
    pairs = align(old, new, _item)
    return tuple(block for pair in _before_tables(pairs, old, new) for block in _marked(old, new, pair, pen))


def _same(old: Block, new: Block, pen: Pen) -> MarkedBlock:
    """A block of both in which at most the numbers of other sections are new."""
    match old, new:
        case Paragraph(), Paragraph():
            return mark_paragraph(old, new, pen)
        case Table(), Table():
            return same_table(old, new, pen)
        case _:
            return keep_block(new)


def _item(block: Block) -> Item:
    match block:
        case Paragraph():
            return paragraph_item(block)
        case Table(rows=rows):
            words = tuple(word for row in rows for word in row_words(row))
            return Item(block, words, "table")
        case Picture(alt=alt, key=key):
            return Item(block, word_list(alt), ("picture", key), key)


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
    words = [isinstance(old[i], Paragraph) for i, _ in changed if i is not None]
    words += [isinstance(new[j], Paragraph) for _, j in changed if j is not None]
    is_table = last[1] is not None and isinstance(new[last[1]], Table)
    return [*keep_last(changed), last] if is_table and all(words) else pairs


def _marked(old: Sequence[Block], new: Sequence[Block], pair: Pair, pen: Pen) -> Iterator[MarkedBlock]:
    match pair:
        case (int(i), int(j)):
            yield from _both(old[i], new[j], pen)
        case (int(i), _):
            yield keep_block(old[i], pen.went)
        case (_, int(j)):
            yield keep_block(new[j], pen.came)


def _both(old: Block, new: Block, pen: Pen) -> Iterator[MarkedBlock]:
    """One block of both, or the two: of a redrawn picture, and of tables without a column in common."""
    match old, new:
        case Paragraph(), Paragraph():
            yield mark_paragraph(old, new, pen)
        case Table(), Table():
            yield from mark_table(old, new, pen)
        case _ if old == new:
            yield keep_block(new)
        case _:
            yield keep_block(old, pen.went)
            yield keep_block(new, pen.came)
