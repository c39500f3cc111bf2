"""Bars over months, quarters or years, as many pictures as they need pages. Nothing is drawn for today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from builder.model import Box, Drawing, Label, Part, Picture, Stroke
from builder.phrases import Phrases, phrases
from builder.pictures.lettering import LINE, SIZE, SMALL, lines
from builder.pictures.ticks import Scale, scale

__all__ = ["Bar", "timeline"]

Bar = tuple[str, str, str]
"""A label and two ISO dates: the first day and the last."""

WIDTH, NAMES, ROOM, HEAD = 1600, 590, 990, 110
TALLEST = 2000
"""So much stands on a page beside a heading and a line of text."""
THICK, LEAST, AIR = 34, 18, 26


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar ready to draw: no days when its dates cannot be read or end before they begin."""

    label: str
    days: tuple[date, date] | None

    @property
    def lines(self) -> tuple[str, ...]:
        """The label as it is written beside the bar."""
        return lines(self.label, NAMES - 30)

    @property
    def height(self) -> int:
        """The room of the row on the sheet."""
        return max(1, len(self.lines)) * LINE + AIR


def timeline(bars: Sequence[Bar], *, caption: str = "", key: str = "", language: str = "sv") -> tuple[Picture, ...]:
    """The bars in the order given, under one scale of time; several pictures when they are too many for a page."""
    words = phrases(language)
    rows = [_Row(label, _days(start, end)) for label, start, end in bars]
    days = [day for row in rows if row.days for day in row.days]
    if not days:
        return ()
    over, sheets = scale(min(days), max(days)), list(_sheets(rows))
    return tuple(
        Picture(
            " ".join(_in_words(sheet, words)),
            _drawn(sheet, over, words),
            _numbered(caption, n, len(sheets), words),
            f"{key}/{n}" if key else "",
        )
        for n, sheet in enumerate(sheets, 1)
    )


def _days(start: str, end: str) -> tuple[date, date] | None:
    try:
        days = date.fromisoformat(start), date.fromisoformat(end)
    except ValueError:
        return None
    return days if days[0] <= days[1] else None


def _sheets(rows: Sequence[_Row]) -> Iterator[list[_Row]]:
    sheet: list[_Row] = []
    used = HEAD
    for row in rows:
        if sheet and used + row.height > TALLEST:
            yield sheet
            sheet, used = [], HEAD
        sheet.append(row)
        used += row.height
    yield sheet


def _numbered(caption: str, number: int, of: int, words: Phrases) -> str:
    return f"{caption} ({number} {words.of} {of})" if caption and of > 1 else caption


# --- in words ----------------------------------------------------------------------------------------


def _in_words(rows: Sequence[_Row], words: Phrases) -> Iterator[str]:
    days = [day for row in rows if row.days for day in row.days]
    if days:
        yield words.timeline.format(bars=len(rows), first=_day(min(days), words), last=_day(max(days), words))
    for row in rows:
        yield f"{row.label.rstrip('.')}: {_span(row, words)}."


def _span(row: _Row, words: Phrases) -> str:
    if row.days is None:
        return words.unclear_dates
    first, last = (_day(day, words) for day in row.days)
    return first if first == last else words.from_to.format(first=first, last=last)


def _day(day: date, words: Phrases) -> str:
    return f"{day.day} {words.months[day.month - 1]} {day.year}"


# --- drawn -------------------------------------------------------------------------------------------


def _drawn(rows: Sequence[_Row], over: Scale, words: Phrases) -> Drawing:
    height = HEAD + sum(row.height for row in rows) + 10
    parts: list[Part] = [*_marks(over, height, words)]
    y = HEAD
    for row in rows:
        parts += _row(row, y, over, words)
        y += row.height
    return Drawing(WIDTH, height, (*parts, Stroke(0, y, WIDTH, y)))


def _marks(over: Scale, height: int, words: Phrases) -> Iterator[Part]:
    yearly = over.step >= 12
    for place, year in () if yearly else over.years():
        yield Label(_mark(over, place) + 6, 40, str(year), SIZE)
    for place, text in enumerate(over.texts(words)):
        yield Label(_mark(over, place) + 6, 90, text, SMALL, "faint")
    starts = {place for place, _ in over.years()}
    for place in range(over.marks + 1):
        yield Stroke(_mark(over, place), 10 if place in starts and not yearly else 60, _mark(over, place), height - 10)


def _mark(over: Scale, place: int) -> int:
    return NAMES + ROOM * place // over.marks


def _row(row: _Row, y: int, over: Scale, words: Phrases) -> Iterator[Part]:
    yield Stroke(0, y, WIDTH, y)
    for n, text in enumerate(row.lines):
        yield Label(0, y + AIR // 2 + SIZE - 2 + LINE * n, text, SIZE)
    middle = y + row.height // 2
    if row.days is None:
        yield Label(NAMES + 16, middle + 10, words.unclear_dates, SMALL, "faint")
    else:
        first, last = over.start(row.days[0], ROOM), over.end(row.days[1], ROOM)
        yield Box(NAMES + min(first, ROOM - LEAST), middle - THICK // 2, max(last - first, LEAST), THICK, "bar")
