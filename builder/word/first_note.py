"""The mark of the paragraph that holds the document's first footnote.

LibreOffice 7.4 reads all footnotes where it meets the first, and on the way forgets that the mark of that
paragraph came or went: an empty paragraph stays. So that mark is kept, and the one before it carries the fate.
Where no paragraph that stays is before it, as right after a table, a narrow one is put there. Before a table the
table's rule holds (`marks`), and the empty paragraph stays."""

from collections.abc import Iterable, Sequence

from builder.model import Text
from builder.redline import KEPT, Fate, MarkedNote, MarkedParagraph, Span, in_new, in_old
from builder.word.drawings import Drawn
from builder.word.flow import Grid, Item, gap
from builder.word.marks import settle
from builder.word.paragraphs import Line
from builder.word.pen import Pen
from builder.word.revisions import moves

__all__ = ["remembered"]


def remembered(pen: Pen, items: Iterable[Item]) -> list[Item]:
    """The row with the mark of the first footnote's paragraph kept.

    (Seen: LibreOffice shows a paragraph that went and came with the same words as a move. When it is rejected, the
    heading after the one that came takes its looks, unless both halves are written alike.)"""
    row = list(items)
    place = next((n for n, item in enumerate(row) if _has_note(item)), None)
    first = None if place is None else row[place]
    if place is None or not isinstance(first, Line) or not first.fate or _runs_on(row, place):
        return row
    same = [n for n in range(place + 1, len(row)) if _says_the_same(row[n], first)]
    for n in (*reversed(same), place):
        row = _kept_at(pen, row, n)
    return row


def _runs_on(row: Sequence[Item], place: int) -> bool:
    """True where LibreOffice makes one change of the paragraph and its neighbour, with the mark between: both are new,
    or moved together."""
    here, neighbours = row[place], [*row[max(place - 1, 0) : place], *row[place + 1 : place + 2]]
    after = row[place + 1 : place + 2]
    together = any(moves(_fate(here)) is not None and moves(_fate(near)) == moves(_fate(here)) for near in neighbours)
    return together or (bool(after) and _is_new(here) and _is_new(after[0]))


def _fate(item: Item) -> Fate:
    return item.fate if isinstance(item, Line) else KEPT


def _is_new(item: Item) -> bool:
    return in_new(_fate(item)) and not in_old(_fate(item))


def _kept_at(pen: Pen, row: list[Item], place: int) -> list[Item]:
    """The row with the mark at a place kept."""
    start = next((n + 1 for n in range(place - 1, -1, -1) if _ends(row[n])), 0)
    lines = [item for item in row[start : place + 1] if isinstance(item, Line)]
    before = [] if any(not line.fate for line in lines) else [gap(pen)]
    return [*row[:start], *settle([*before, *lines]), *row[place + 1 :]]


def _ends(item: Item) -> bool:
    """True for what no mark can be moved past: a table, and the end of a stretch of pages."""
    return isinstance(item, Grid) or bool(item.pages)


def _has_note(item: Item) -> bool:
    if isinstance(item, Line):
        return _refers(item.spans)
    return any(_refers(paragraph.spans) for paragraph in _paragraphs(item))


def _paragraphs(grid: Grid) -> Iterable[MarkedParagraph]:
    return (paragraph for row in grid.table.rows for cell in row.cells for paragraph in cell.content)


def _refers(spans: Iterable[Span | Drawn]) -> bool:
    return any(isinstance(span, Span) and isinstance(span.inline, MarkedNote) for span in spans)


def _says_the_same(item: Item, line: Line) -> bool:
    return isinstance(item, Line) and bool(item.fate) and _words(item) == _words(line)


def _words(line: Line) -> str:
    texts = (span.inline.text for span in line.spans if isinstance(span, Span) and isinstance(span.inline, Text))
    return "".join(texts)
