"""The next days of an agreement: what the registers do not already say is done."""

from collections.abc import Iterator
from dataclasses import replace

from builder.build import versions
from builder.decisions import Day, Standing, days, outcome
from builder.dispatch.addressee import addressees
from builder.dispatch.deadline import DEADLINE, day_of
from builder.library import Library, Version

__all__ = ["days_left", "next_days"]

NEXT_DAYS = 5
REMISS, FOR_DECISION, VALID, OVER = "remiss", ("beslutsförslag", "beslutad"), "gällande", "upphävd"


def next_days(library: Library, agreement: str, today: str) -> tuple[tuple[str, str], ...]:
    """The next of them as (ISO date, what), those that several parties share told once."""
    known = versions.of_agreement(library, agreement)
    if known and known[-1].status == OVER:
        return ()
    found = [*_answers(library, known), *_steps(library, agreement, known, today), *_entry(library, agreement)]
    return tuple(sorted(day for day in found if day[0] >= today)[:NEXT_DAYS])


def _answers(library: Library, known: tuple[Version, ...]) -> Iterator[tuple[str, str]]:
    """The last day to answer a remiss that has been sent, and that nothing has come after."""
    if not known or known[-1].status != REMISS:
        return
    rows = {one.id: one for one in addressees(library)}
    parameter = library.parameters.get(DEADLINE)
    common = day_of(parameter.value) if parameter else ""
    counts: dict[str, int] = {}
    for recipient in {name for sending in known[-1].sendings for name in sending.packages}:
        own = day_of(rows[recipient].deadline) if recipient in rows else ""
        counts[own or common] = counts.get(own or common, 0) + 1
    for day, count in counts.items():
        yield day, f"Sista dag att svara på {known[-1].label} ({count} mottagare)"


def _steps(library: Library, agreement: str, known: tuple[Version, ...], today: str) -> Iterator[tuple[str, str]]:
    """The parties' steps that are left."""
    if any(version.status == VALID for version in known):
        return
    together: dict[tuple[str, str], list[str]] = {}
    for day in days_left(library, agreement, today):
        party = library.parties[day.party]
        together.setdefault((day.planned or day.latest, day.step), []).append(party.short or party.name)
    for (when, step), names in together.items():
        yield when, f"{step} ({names[0] if len(names) == 1 else f'{len(names)} parter'})"


def days_left(library: Library, agreement: str, today: str) -> tuple[Day, ...]:
    """The parties' days without the steps that have been taken; what a decision tells of legal force is its day."""
    standing = {one.party.id: one for one in outcome(library, agreement).standings}
    reached = _reached(library, versions.of_agreement(library, agreement))
    found = days(library, agreement)
    left = (day for day in found if not _is_done(library, day, standing[day.party], day.party in reached, today))
    return tuple(replace(day, latest=_latest(library, day, standing[day.party])) for day in left)


def _reached(library: Library, known: tuple[Version, ...]) -> frozenset[str]:
    """The parties that a text to decide on has been sent to."""
    rows = {one.id: one for one in addressees(library)}
    sendings = (sending for version in known if version.status in FOR_DECISION for sending in version.sendings)
    sent = (name for sending in sendings for name in sending.packages)
    return frozenset(rows[name].party if name in rows else name for name in sent)


def _is_done(library: Library, day: Day, standing: Standing, reached: bool, today: str) -> bool:
    """Whether the registers say that a step has been taken. What comes before a decision has been taken with it, but
    for one that sends the matter back: then all is to be done again."""
    decision = standing.decision
    decided = standing.state not in ("väntar", "planerat", "återremiss")
    step = next((step for step in library.steps if step.name == day.step), None)
    match step.done_when if step else "":
        case "sänd":
            return reached or decided
        case "anslaget":
            return decided and decision is not None and bool(decision.announced) and decision.announced <= today
        case _:
            before = step is None or step.days <= 0
            return before and (decided or (bool(day.planned) and day.planned < today))


def _latest(library: Library, day: Day, standing: Standing) -> str:
    final = any(step.name == day.step and step.done_when == "laga-kraft" for step in library.steps)
    return (standing.final if final else "") or day.latest


def _entry(library: Library, agreement: str) -> Iterator[tuple[str, str]]:
    day = day_of(outcome(library, agreement).valid_from)
    if day:
        yield day, "Överenskommelsen börjar gälla"
