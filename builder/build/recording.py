"""The record of what was sent to whom: an event put into the version register, which is never rewritten otherwise."""

from pathlib import Path

from builder import dispatch
from builder.build.dispatching import Outcome, Plan
from builder.build.error import BuildError
from builder.dispatch import Event
from builder.library import Version
from builder.read import read
from builder.repository import alone, write_file
from builder.snapshot import Snapshot

__all__ = ["record", "refuse_unrecordable"]

REGISTER = "clauses/register/versioner.yml"
UNSAVED = (
    "Bara en sparad version kan registreras som sänd, och ”{version}” är ingen. Spara en version först, eller gör "
    "paketen utan --registrera."
)
NO_DAY = "Ange dagen då remissen sänds, till exempel --datum 2027-01-08, när utskicket ska registreras."
AGAIN = (
    "{name} ({id}) är redan registrerad som mottagare av {version} den {day}. Spara en ny version om texten har "
    "ändrats, eller välj andra med --mottagare."
)
UNREADABLE = (
    f"{REGISTER} är skriven så att händelsen inte kan läggas till. Skriv versionens nycklar på var sin rad och kör "
    "igen. Paketen är gjorda, men utskicket är inte registrerat."
)
EARLY = "Remissen kan inte ha sänts {day}: versionen är från {date}. Rätta --datum."


def refuse_unrecordable(plan: Plan, version: str, day: str) -> None:
    """BuildError, before anything is made, when the sending could not be recorded."""
    if plan.version is None:
        raise BuildError(UNSAVED.format(version=version))
    if not day:
        raise BuildError(NO_DAY)
    for addressee in plan.since:
        for sending in plan.version.sendings:
            if addressee.id in sending.packages:
                words = {"name": addressee.name, "id": addressee.id, "version": plan.version.label, "day": sending.date}
                raise BuildError(AGAIN.format(**words))


def record(folder: Path, plan: Plan, outcome: Outcome) -> None:
    """Put the sending into the version register. Nothing else in the file changes; it is replaced whole."""
    place = folder / REGISTER
    with alone(place):
        source = place.read_text("utf-8")
        told = _with_sending(source, plan, outcome)
        if told is None:
            raise BuildError(UNREADABLE)
        write_file(place, told.encode())


def _with_sending(source: str, plan: Plan, outcome: Outcome) -> str | None:
    """The register with the event; None when it would not be read as what it is with the event added."""
    version = _same(_versions(source), plan.version)
    if version is None or version.position is None:
        return None
    event = _event(plan, outcome)
    told = dispatch.with_event(source, version.position.line, event)
    after = _same(_versions(told), version) if told is not None else None
    kept = after is not None and after.events == (*version.events, (event.day, event.what))
    return told if kept else None


def _event(plan: Plan, outcome: Outcome) -> Event:
    occasion = plan.papers.occasion
    number = len(outcome.sent)
    what = f"Sänd på remiss till {'en' if number == 1 else number} mottagare. Svar senast {occasion.deadline}."
    packages = {one.addressee.id: one.sha256 for one in outcome.sent}
    return Event(occasion.day, what, packages, outcome.common, plan.papers.wordings)


def _versions(source: str | None) -> tuple[Version, ...]:
    return read(Snapshot({REGISTER: (source or "").encode()}))[0].versions


def _same(known: tuple[Version, ...], wanted: Version | None) -> Version | None:
    names = (wanted.agreement, wanted.label) if wanted else None
    return next((version for version in known if (version.agreement, version.label) == names), None)
