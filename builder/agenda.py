"""The parties' days as a calendar file (iCalendar, RFC 5545), for the calendars that people have."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256

from icalendar import Calendar, Event

from builder.decisions import Day

__all__ = ["write"]

PRODUCER = "-//Överens//SV"


def write(title: str, days: Iterable[Day], names: Mapping[str, str], stamp: str) -> bytes:
    """A day-long event for each step. `names`: the parties' names by id; `stamp`: the text's date (ISO date), which
    is when the calendar was made."""
    made = datetime.combine(date.fromisoformat(stamp), time(), UTC)
    calendar = Calendar()
    calendar.add("prodid", PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for day in days:
        calendar.add_component(_event(title, day, names.get(day.party, day.party), made))
    return bytes(calendar.to_ical())


def _event(title: str, day: Day, party: str, made: datetime) -> Event:
    on = date.fromisoformat(day.planned or day.latest)
    event = Event()
    event.add("uid", f"{sha256(repr((title, day.party, day.step, day.body)).encode()).hexdigest()[:32]}@overens")
    event.add("dtstamp", made)
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    event.add("summary", f"{party}: {day.step}")
    told = (title, day.body, f"Senast {day.latest}." if day.planned else "", day.basis, day.fault)
    event.add("description", "\n".join(filter(None, told)))
    return event
