"""How much room lines take, told without a font at hand, and lines cut where they must be."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate, takewhile
from types import MappingProxyType

from builder.pictures.lettering import lines
from builder.slides.script import Line, LineKind, Run

__all__ = ["before", "fits", "fitting", "height", "left", "pages", "rows_of", "total"]

NARROW = 90
"""Hundredths. Room is measured for a face that is wider than Calibri."""

LEADING = 122
"""From line to line in Calibri, hundredths of the size."""

WHOLE = 60
"""Hundredths of a slide that one piece of text may take: headings can stand above it."""

UNENDING = 1_000_000
AIR: Mapping[LineKind, int] = MappingProxyType({
    "section": 70, "heading": 70, "text": 45, "bullet": 60, "number": 60, "code": 45, "cell": 10,
})  # fmt: skip
"""Above a line, hundredths of its size."""


@lru_cache(maxsize=1 << 14)
def rows_of(text: str, size: int, room: int) -> int:
    """How many lines a text takes."""
    return sum(max(1, len(lines(part, max(room, 1), size * NARROW // 100, UNENDING))) for part in text.split("\n"))


def left(line: Line, size: int) -> int:
    """Where the line's words begin, from the left edge of its room."""
    return min(line.indent, 8) * size * 11 // 10


def before(line: Line, size: int) -> int:
    """The air above a line; less within a list in a list."""
    return size * (AIR[line.kind] if line.indent < 2 else AIR[line.kind] // 2) // 100


def height(line: Line, size: int, room: int) -> int:
    """The room from the line above to its foot."""
    return before(line, size) + rows_of(line.text, size, room - left(line, size)) * size * LEADING // 100


def total(lines_: Sequence[Line], size: int, room: int) -> int:
    """The room that lines take together."""
    return sum(height(line, size, room) for line in lines_)


def fits(lines_: Sequence[Line], size: int, room: int, most: int) -> bool:
    """True when there is room for all the lines."""
    return all(used <= most for used in accumulate(height(line, size, room) for line in lines_))


def pages(lines_: Sequence[Line], size: int, room: int, most: int) -> Iterator[tuple[Line, ...]]:
    """The lines in as many parts as they need.

    A heading goes with what it stands over, and a section that one part holds is not broken.
    """
    pieces = [piece for line in lines_ for piece in fitting(line, size, room, most * WHOLE // 100)]
    needs = [height(piece, size, room) for piece in pieces]
    page: list[Line] = []
    used = 0
    for number, piece in enumerate(pieces):
        ahead = _ahead(pieces, needs, number)
        if page and used + (ahead if ahead <= most else needs[number]) > most:
            carried = _carried(page, most - needs[number], size, room)
            yield tuple(page[: len(page) - len(carried)])
            page, used = carried, total(carried, size, room)
        page.append(piece)
        used += needs[number]
    if page:
        yield tuple(page)


def _ahead(pieces: Sequence[Line], needs: Sequence[int], number: int) -> int:
    """The room of the section that begins here; of the one piece when none does."""
    if pieces[number].kind != "section":
        return needs[number]
    rest = takewhile(lambda n: pieces[n].kind != "section", range(number + 1, len(pieces)))
    return needs[number] + sum(needs[n] for n in rest)


def _carried(page: Sequence[Line], most: int, size: int, room: int) -> list[Line]:
    """The headings that a page ends with and the next can begin with."""
    headings = _headings(page)
    fits = len(headings) < len(page) and total(headings, size, room) <= most
    return headings if fits else []


def _headings(page: Sequence[Line]) -> list[Line]:
    """The headings that a page ends with."""
    return [*takewhile(lambda line: line.kind in ("section", "heading"), reversed(page))][::-1]


def fitting(line: Line, size: int, room: int, most: int) -> Iterator[Line]:
    """The line, or pieces of it that are no higher than that."""
    if len(line.text) < 2 or height(line, size, room) <= most:
        yield line
        return
    for half in _halves(line):
        yield from fitting(half, size, room, most)


def _halves(line: Line) -> tuple[Line, Line]:
    """A line in two, between words where it can be. The second is no item of its own."""
    text = line.text
    middle = len(text) // 2
    place = text.rfind(" ", 1, middle + 1) + 1 or middle
    kind = "text" if line.kind in ("bullet", "number") else line.kind
    second = replace(line, runs=_cut(line.runs, place, len(text)), kind=kind, number=0)
    return replace(line, runs=_cut(line.runs, 0, place), asides=()), second


def _cut(runs: tuple[Run, ...], first: int, last: int) -> tuple[Run, ...]:
    """The runs of the signs from first to last."""
    cut: list[Run] = []
    place = 0
    for run in runs:
        text = run.text[max(0, first - place) : max(0, last - place)]
        place += len(run.text)
        if text:
            cut.append(replace(run, text=text))
    return tuple(cut)
