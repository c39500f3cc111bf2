"""The marks of a line of time: months where they fit, else quarters, else years."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from builder.phrases import Phrases

__all__ = ["Scale", "scale"]

MONTHS, QUARTERS, YEARS = 54, 41, 61
"""The room that a mark of each kind needs."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Marks of `step` months from the month `first` (months since year 0) on."""

    first: int
    step: int
    marks: int

    def start(self, day: date, room: int) -> int:
        """Where a day begins in the room, in whole units; every month is given 31 days."""
        return self._place(day, day.day - 1, room)

    def end(self, day: date, room: int) -> int:
        """Where a day ends."""
        last = day == date.max or (day + timedelta(1)).month != day.month
        return self._place(day, 31 if last else day.day, room)

    def _place(self, month: date, days: int, room: int) -> int:
        passed = (month.year * 12 + month.month - 1 - self.first) * 31 + days
        return passed * room // (31 * self.step * self.marks)

    def texts(self, words: Phrases) -> Iterator[str]:
        """What stands at each mark."""
        for month in range(self.first, self.first + self.step * self.marks, self.step):
            yield _text(month, self.step, words)

    def years(self) -> Iterator[tuple[int, int]]:
        """The place of each year's first mark, and the year."""
        before = None
        for place in range(self.marks):
            year = (self.first + place * self.step) // 12
            if year != before:
                yield place, year
            before = year


def scale(first: date, last: date, room: int) -> Scale:
    """The marks from the one before the first day to the one after the last."""
    start, end = (day.year * 12 + day.month - 1 for day in (first, last))
    for step, each in ((1, MONTHS), (3, QUARTERS), (12, YEARS)):
        begin = start - start % step
        marks = (end - begin) // step + 1
        if marks <= room // each:
            return Scale(begin, step, marks)
    years = (end - begin) // 12 // (room // YEARS) + 1
    return Scale(begin, 12 * years, (end - begin) // (12 * years) + 1)


def _text(month: int, step: int, words: Phrases) -> str:
    if step == 1:
        return words.months[month % 12][:3]
    return f"{words.quarter}{month % 12 // 3 + 1}" if step == 3 else str(month // 12)
