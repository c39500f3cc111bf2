"""The last day to answer: as the project writes it, and as a day that can be compared."""

import re
from datetime import date

from builder.phrases import SWEDISH

__all__ = ["DEADLINE", "day_of", "in_words", "is_day"]

DEADLINE = "remiss-svar"
"""The parameter that says when answers are due."""

ISO = re.compile(r"\b(\d{4})-(\d{2})-(\d{2})\b")
WRITTEN = re.compile(rf"\b(\d{{1,2}}) ({'|'.join(SWEDISH.months)}) (\d{{4}})\b", re.IGNORECASE)


def day_of(text: str) -> str:
    """The day that a text names ("31 mars 2027 klockan 12.00", "2027-03-31") as an ISO date; empty for none."""
    if found := ISO.search(text):
        year, month, day = found.groups()
    elif found := WRITTEN.search(text):
        day, name, year = found.groups()
        month = str(SWEDISH.months.index(name.lower()) + 1)
    else:
        return ""
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""


def is_day(text: str) -> bool:
    """Whether a text is an ISO date and nothing else."""
    return bool(ISO.fullmatch(text)) and day_of(text) == text


def in_words(day: str) -> str:
    """An ISO date in words: "31 mars 2027"; anything else as it is."""
    if not is_day(day):
        return day
    then = date.fromisoformat(day)
    return f"{then.day} {SWEDISH.months[then.month - 1]} {then.year}"
