"""Where the marks of a change stand.

Word tracks a paragraph by the mark that ends it, and joins what loses its mark to the next paragraph.
Before a table and at the end of a cell no next paragraph is there: the last mark must stay, and the mark
of the paragraph before the change carries it. (Seen: LibreOffice 7.4 leaves an empty paragraph else.)"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from builder.redline import KEPT, Fate, Revision, in_new, in_old
from builder.word import anchors
from builder.word.flow import Grid, Item, gap
from builder.word.paragraphs import Line
from builder.word.pen import Pen
from builder.word.revisions import moves, rewritten

__all__ = ["ranged", "settle", "settled"]


def settled(pen: Pen, items: Iterable[Item]) -> Iterator[Item]:
    """The row with its marks right: each stretch of paragraphs that ends at a table is settled. A mark that ends
    pages keeps its own fate: pages would come and go with another's."""
    pending: list[Line] = []
    for item in items:
        if isinstance(item, Grid):
            cut = next((n for n in range(len(pending), 0, -1) if pending[n - 1].pages), 0)
            yield from pending[:cut]
            yield from _settled(pen, pending[cut:], new_page=cut > 0)
            pending = []
            yield item
        else:
            pending.append(item)
    yield from pending


def _settled(pen: Pen, lines: list[Line], *, new_page: bool) -> list[Line]:
    """Where nothing is kept, a narrow paragraph before it is: else an empty heading would stay. It has begun the page
    where other pages ended before it: the heading of an annex would leave it alone there."""
    result = settle(lines)
    if not result or not result[-1].mark:
        return result
    return settle([gap(pen), replace(lines[0], stays=new_page), *lines[1:]])


def settle(lines: list[Line]) -> list[Line]:
    """Paragraphs whose last mark is kept, if that can be."""
    if not lines or not lines[-1].fate:
        return lines
    kept = next((n for n in range(len(lines) - 1, -1, -1) if not lines[n].fate), None)
    if kept is None:
        lines, kept = _joined(lines)
    if kept is None:
        return lines
    return [*lines[:kept], *_shifted(lines[kept:])]


def _shifted(lines: Sequence[Line]) -> Iterator[Line]:
    """Each mark gets the fate of the paragraph after it, and the looks of the paragraph that it ends in each text.

    (Seen: LibreOffice 7.4 overlooks a moved mark on a paragraph whose words did not move.)"""
    new, old = lines[0].new, lines[0].old
    for n, line in enumerate(lines):
        fate = lines[n + 1].fate if n + 1 < len(lines) else KEPT
        new = line.new if in_new(line.fate) else new
        old = line.old if in_old(line.fate) else old
        yield replace(line, mark=fate if n else rewritten(fate), new=new if n == 0 or in_new(fate) else old, old=old)


def _joined(lines: list[Line]) -> tuple[list[Line], int | None]:
    """Nothing is kept: the last deleted paragraph that touches an inserted one becomes one paragraph with it."""
    for n in range(len(lines) - 2, -1, -1):
        first, second = lines[n], lines[n + 1]
        fixed = first.bookmark or second.bookmark or first.pages or second.pages
        if not fixed and _sides(first.fate) ^ _sides(second.fate) == 3:
            new, old = (first, second) if in_new(first.fate) else (second, first)
            spans = (*first.spans, *second.spans)
            return [*lines[:n], Line(spans, new.new, old.old), *lines[n + 2 :]], n
    return lines, None


def _sides(fate: Fate) -> int:
    return in_new(fate) + 2 * in_old(fate)


# --- ranges of moves ---------------------------------------------------------------------------------


def ranged(pen: Pen, items: Iterable[Item]) -> list[Item]:
    """The row with a range around each stretch of moved paragraphs, the two halves of a move paired by name.

    Where the halves have not the same number of stretches (a table came between) the move is shown as a
    deletion and an insertion: a range without its other half makes Word repair the file."""
    row = list(items)
    halves = _halves(row)
    row = [item if isinstance(item, Grid) else _paired(item, halves) for item in row]
    result: list[Item] = []
    seen: dict[Revision, int] = {}
    for revision, stretch in groupby(row, _moved):
        if revision is None:
            result += stretch
        else:
            seen[revision] = seen.get(revision, 0) + 1
            result += _range(pen, revision, seen[revision], [line for line in stretch if isinstance(line, Line)])
    return result


def _moved(item: Item) -> Revision | None:
    return None if isinstance(item, Grid) else moves(item.fate)


def _halves(row: list[Item]) -> frozenset[str]:
    """The moves whose halves match, and of which at least one paragraph only moved."""
    from_, to = ({}, {})  # type: tuple[dict[str, int], dict[str, int]]
    for revision, _ in groupby(row, _moved):
        if revision is not None:
            side = from_ if revision.kind == "move-from" else to
            side[revision.move] = side.get(revision.move, 0) + 1
    whole = {move.move for item in row if (move := _moved(item)) and not _edited(item)}
    return frozenset(name for name, number in from_.items() if to.get(name) == number and name in whole)


def _edited(item: Item) -> bool:
    """True for a paragraph that arrived by a move and has an edit among its words."""
    if isinstance(item, Grid):
        return False
    return any(len(span.fate) > 1 and span.fate[0].kind == "move-to" for span in item.spans)


def _paired(line: Line, halves: frozenset[str]) -> Line:
    """The line, its moves rewritten when they have no other half."""
    fates = (line.fate, line.mark)
    lone = [fate for fate in fates if (revision := moves(fate)) is not None and revision.move not in halves]
    if not lone:
        return line
    fate, mark = (rewritten(fate) if fate in lone else fate for fate in fates)
    return replace(line, fate=fate, mark=mark)


def _range(pen: Pen, revision: Revision, number: int, lines: list[Line]) -> list[Line]:
    name = "moveFrom" if revision.kind == "move-from" else "moveTo"
    signed = pen.signed(revision)
    start = f'<w:{name}RangeStart {signed} w:name="{anchors.bookmark(f"flytt {number} {revision.move}")}"/>'
    end = f"<w:{name}RangeEnd {signed.partition(' ')[0]}/>"
    lines = [_arrived(line) if _edited(line) else line for line in lines]
    lines[0] = replace(lines[0], start=start)
    lines[-1] = replace(lines[-1], end=end)
    return lines


def _arrived(line: Line) -> Line:
    """A moved and edited paragraph as a new one.

    (Seen: with an insertion among moved words, LibreOffice 7.4 gives the next paragraph the looks of the one that
    went when all is rejected, in 16 of 24 moves tried, whether it stands inside the moved words or beside them and
    whether the mark is moved or inserted; the other half, where words are deleted among moved ones, comes right.)"""
    spans = tuple(replace(span, fate=rewritten(span.fate)) for span in line.spans)
    return replace(line, spans=spans, fate=rewritten(line.fate), mark=rewritten(line.mark))
