"""Bars over months, quarters or years, as many pictures as they need pages. Nothing is drawn for today."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from builder.model import Box, Drawing, Label, Part, Picture, Stroke
from builder.phrases import Phrases, phrases
from builder.pictures.lettering import LINE, NARROW, SIZE, SMALL, lines
from builder.pictures.ticks import Scale, scale

__all__ = ["Bar", "timeline"]

Bar = tuple[str, str, str]
"""A label and two ISO dates: the first day and the last."""

WIDTH, NAMES, EDGE, HEAD = 1600, 590, 20, 110
TALLEST = 2000
"""So much stands on a page beside a heading and a line of text."""
THICK, LEAST, AIR = 34, 18, 26


@dataclass(frozen=True, slots=True)
class _Sheet:
    """How wide it is, and how much of that labels have; none where they stand above their bars."""

    width: int
    names: int

    @property
    def room(self) -> int:
        """What is left for the bars."""
        return self.width - self.names - EDGE


@dataclass(frozen=True, slots=True)
class _Row:
    """A bar ready to draw: no days when its dates cannot be read or end before they begin."""

    label: str
    days: tuple[date, date] | None
    sheet: _Sheet

    @property
    def lines(self) -> tuple[str, ...]:
        """The label as it is written beside the bar, or above it."""
        return lines(self.label, (self.sheet.names or self.sheet.width) - 30)

    @property
    def height(self) -> int:
        """The room of the row on the sheet."""
        return max(1, len(self.lines)) * LINE + AIR + (0 if self.sheet.names else THICK + AIR // 2)

    @property
    def middle(self) -> int:
        """How far down in the row the bar has its middle."""
        return self.height // 2 if self.sheet.names else self.height - AIR // 2 - THICK // 2


def timeline(
    bars: Sequence[Bar], *, caption: str = "", key: str = "", language: str = "sv", narrow: bool = False
) -> tuple[Picture, ...]:
    """The bars in the order given, under one scale of time; several pictures when they are too many for a page."""
    words, form = phrases(language), _Sheet(NARROW, 0) if narrow else _Sheet(WIDTH, NAMES)
    rows = [_Row(label, _days(start, end), form) for label, start, end in bars]
    days = [day for row in rows if row.days for day in row.days]
    if not days:
        return ()
    over, sheets = scale(min(days), max(days), form.room), list(_sheets(rows))
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
    height, form = HEAD + sum(row.height for row in rows) + 10, rows[0].sheet
    parts: list[Part] = [*_marks(over, height, form, words)]
    y = HEAD
    for row in rows:
        parts += _row(row, y, over, words)
        y += row.height
    return Drawing(form.width, height, (*parts, Stroke(0, y, form.width, y)))


def _marks(over: Scale, height: int, form: _Sheet, words: Phrases) -> Iterator[Part]:
    yearly = over.step >= 12
    for place, year in () if yearly else over.years():
        yield Label(_mark(over, place, form) + 6, 40, str(year), SIZE)
    for place, text in enumerate(over.texts(words)):
        yield Label(_mark(over, place, form) + 6, 90, text, SMALL, "faint")
    starts = {place for place, _ in over.years()}
    for place in range(over.marks + 1):
        x = _mark(over, place, form)
        yield Stroke(x, 10 if place in starts and not yearly else 60, x, height - 10)


def _mark(over: Scale, place: int, form: _Sheet) -> int:
    return form.names + form.room * place // over.marks


def _row(row: _Row, y: int, over: Scale, words: Phrases) -> Iterator[Part]:
    form, middle = row.sheet, y + row.middle
    yield Stroke(0, y, form.width, y)
    if not form.names:
        yield Box(0, y + 4, form.width, row.height - THICK - AIR, "low")
    for n, text in enumerate(row.lines):
        yield Label(0 if form.names else 10, y + AIR // 2 + SIZE - 2 + LINE * n, text, SIZE)
    if row.days is None:
        yield Label(form.names + 16, middle + 10, words.unclear_dates, SMALL, "faint")
    else:
        first, last = over.start(row.days[0], form.room), over.end(row.days[1], form.room)
        x = form.names + min(first, form.room - LEAST)
        yield Box(x, middle - THICK // 2, max(last - first, LEAST), THICK, "bar")
