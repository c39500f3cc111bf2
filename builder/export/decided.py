"""The state of the parties' decisions in plain words: how far they have come, each one's next step, and why some do not
count."""

from collections.abc import Iterable, Iterator, Sequence
from textwrap import fill

from builder.decisions import MEANING, STATES, Day, Outcome, Standing, all_or_named
from builder.model import Edition

__all__ = ["decisions_text"]

WIDTH = 100


def decisions_text(edition: Edition, found: Outcome, days: Sequence[Day]) -> str:
    """The state of an agreement on the day of its text: what comes next first, then what lacks, then what counts."""
    about = ", ".join(filter(None, (edition.version, edition.status, edition.date)))
    lines = [edition.title, "", about, ""]
    lines += [f"{found.counted} av {len(found.standings)} parter har fattat likalydande beslut."]
    lines += [_laid(f"Överenskommelsen börjar gälla {found.valid_from}." if found.valid_from else found.why, "")]
    steps = list(_next_steps(found, days, edition.date))
    lines += ["", "Nästa steg", *steps] if steps else []
    for state in (*STATES[1:], STATES[0]):
        lines += _of_state(found, [standing for standing in found.standings if standing.state == state])
    return "\n".join([*lines, ""])


def _next_steps(found: Outcome, days: Iterable[Day], today: str) -> Iterator[str]:
    """The first step to come of each party, those that several share told once."""
    first: dict[str, Day] = {}
    for day in sorted(days, key=lambda day: day.latest):
        if day.latest >= today:
            first.setdefault(day.party, day)
    together: dict[tuple[str, str, str, str], list[str]] = {}
    for standing in found.standings:
        if (step := first.get(standing.party.id)) is not None:
            key = step.latest, step.step, step.planned, step.fault
            together.setdefault(key, []).append(standing.party.short or standing.party.name)
    for (latest, name, planned, fault), names in sorted(together.items()):
        when = f", planerat {planned}" if planned else ""
        who = all_or_named(names, len(found.standings))
        yield _laid(f"{latest}  {name}{when}: {who}.{f' {fault}' if fault else ''}", "  ", "              ")


def _of_state(found: Outcome, standings: Sequence[Standing]) -> Iterator[str]:
    """The parties in a state: those that have decided a line each, the others together."""
    if not standings:
        return
    yield ""
    state = standings[0].state
    said = [standing for standing in standings if standing.decision and standing.decision.date]
    names = [standing.party.short or standing.party.name for standing in standings if standing not in said]
    head = f"{state.capitalize()} ({MEANING[state]})"
    yield _laid(f"{head}: {all_or_named(names, len(found.standings))}." if names else f"{head}:", "")
    yield from (_laid(_decided(standing), "  ", "    ") for standing in said)


def _decided(standing: Standing) -> str:
    row = standing.decision
    if row is None:
        return standing.party.name
    facts = [row.body, row.date, row.section, row.diary, row.version or row.checksum[:16]]
    facts += [
        f"anslaget {row.announced}" if row.announced else "",
        f"laga kraft {standing.final}" * bool(standing.final),
    ]
    more = [standing.why, f"Reservation: {row.reservation}" if row.reservation else ""]
    told = ". ".join(filter(None, [", ".join(filter(None, facts)), *(text.rstrip(".") for text in more)]))
    return f"{standing.party.name}: {told}."


def _laid(text: str, indent: str, later: str = "") -> str:
    return fill(text, WIDTH, initial_indent=indent, subsequent_indent=later or indent, break_on_hyphens=False)
