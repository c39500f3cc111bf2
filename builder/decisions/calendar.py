"""The days on the way to a decision, counted backward and forward from the meeting that takes it."""

from dataclasses import dataclass
from datetime import date, timedelta

from builder.decisions.standing import standings
from builder.library import Decision, Library

__all__ = ["Day", "days"]


@dataclass(frozen=True, slots=True)
class Day:
    """A step of a party: the latest day (ISO date) for it, the day it is planned (empty when unknown), and what does
    not fit, in words (empty when it fits). `basis`: the section of law that the time follows from, or empty."""

    party: str
    step: str
    body: str
    latest: str
    planned: str = ""
    basis: str = ""
    fault: str = ""


def days(library: Library, agreement: str) -> tuple[Day, ...]:
    """Each party's steps in order. The meeting is the day the party has planned or decided on, but for one that sent
    the matter back; else the agreement's last day for decisions. Empty without a day to count from."""
    row = library.agreements.get(agreement)
    last = row.decide_by if row else ""
    found: list[Day] = []
    for standing in standings(library, agreement):
        found += _days(library, standing.party.id, standing.decision, last)
    return tuple(found)


def _days(library: Library, party: str, decision: Decision | None, last: str) -> list[Day]:
    sent_back = decision is not None and decision.outcome == "återremiss"
    meeting = (decision.date if decision and not sent_back else "") or last
    try:
        end = date.fromisoformat(meeting)
    except ValueError:
        return []
    planned = dict(decision.meetings) if decision else {}
    steps = sorted(library.steps, key=lambda step: step.days)
    found = []
    for step in steps:
        latest = (end + timedelta(days=step.days)).isoformat()
        on = planned.get(step.body, "") if step.days < 0 else ""
        late = bool(on) and on > latest
        fault = f"{step.body} möts {on}, men det behöver vara senast {latest}." if late else ""
        found.append(Day(party, step.name, step.body, latest, on, step.basis, fault))
    if last and meeting > last:
        found.append(Day(party, "Beslut", decision.body if decision else "", last, meeting, "", (
            f"Beslutet är planerat till {meeting}, efter {last} som är sista dagen."
        )))  # fmt: skip
    return found
