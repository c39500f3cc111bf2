"""The use case of sending: what is asked for, a package for each recipient, and the record of what was sent."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from builder import dispatch
from builder.build import unreadable, versions
from builder.build.error import BuildError
from builder.build.outputs import Tell
from builder.build.packages import Begun, Made, Papers, begin
from builder.build.project import Project
from builder.build.text import Text
from builder.dispatch import Addressee, Occasion, Sent
from builder.library import Assembly, Library, Version
from builder.pdf import PdfError
from builder.repository import RepositoryError, packed, write_stream
from builder.word import TemplateError

__all__ = ["Asked", "Outcome", "Plan", "make", "plan"]

MISSIVE = "remissmissiv"
"""The kind of document that goes first in a package."""

LIST = "sandlista.xlsx"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the user asked for; empty is what there is."""

    version: str
    document: str = ""
    recipients: tuple[str, ...] = ()
    day: str = ""
    zipped: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """Who gets what: the version each had before (or an empty text), and why some get nothing."""

    papers: Papers
    version: Version | None
    since: Mapping[Addressee, str]
    refused: Mapping[Addressee, str]


@dataclass(slots=True)
class Outcome:
    """What was made, what failed and why, and the checksums of the files that all got."""

    sent: list[Sent] = field(default_factory=list)
    failed: dict[Addressee, str] = field(default_factory=dict)
    common: dict[str, str] = field(default_factory=dict)


# --- what is to be sent ------------------------------------------------------------------------------


def plan(project: Project, asked: Asked) -> Plan:
    """Look through all that is asked for before anything is made; BuildError when there is nothing to send."""
    name, missive = _documents(project, asked.document)
    text = project.then(name, asked.version)
    edition = text.whole(name).edition
    version = versions.find(project.current.library, edition.agreement, asked.version)
    day = _day(asked.day) or edition.date
    _trust(project.current)
    library = project.current.library
    occasion = Occasion(name, edition, library.project.sender or edition.author, day, _deadline(library))
    known = dispatch.addressees(library)
    chosen = _chosen(asked.recipients, known)
    due = dispatch.day_of(occasion.deadline)
    refused = {a: why for a in chosen if (why := dispatch.fault(a, known, a.deadline or due, day))}
    since = {a: _had_before(library, edition.agreement, version, a) for a in chosen if a not in refused}
    return Plan(Papers(project, occasion, asked.version, missive), version, since, refused)


def _documents(project: Project, wanted: str) -> tuple[str, str]:
    """The document that is sent and its missiv."""
    own = {item.agreement: item for item in reversed(project.current.library.own_texts())}
    letters = [a for a in project.current.library.assemblies.values() if a.kind == MISSIVE and a.agreement in own]
    if not wanted and len(letters) == 1:
        return own[letters[0].agreement].name, letters[0].name
    if not wanted:
        raise BuildError(_which(letters))
    document = project.current.assembly(wanted)
    for letter in letters:
        if letter.agreement == document.agreement and not document.supporting:
            return document.name, letter.name
    raise BuildError(NO_LETTER.format(document=document.name, kind=MISSIVE, agreement=document.agreement or "…"))


def _trust(text: Text) -> None:
    """Nothing is sent by a list that is read in part."""
    own = [f for f in text.faults if f.position.path.startswith(f"clauses/register/{dispatch.RECIPIENTS}.")]
    if faults := [f for f in own if f.code == TWICE or unreadable.unread([f])]:
        raise BuildError(unreadable.told("Sändlistan går inte att läsa hel, så inget paket görs.", faults))


TWICE = "H105"
"""A key that stands twice: one of the two rows would be left out."""

NO_LETTER = (
    "”{document}” har inget missiv. Skriv ett dokument i assemblies med raderna typ: {kind} och "
    "underlag-till: {agreement}, eller skicka ett annat dokument."
)


def _which(letters: Iterable[Assembly]) -> str:
    names = ", ".join(letter.agreement for letter in letters)
    if not names:
        return f"Projektet har inget missiv. Skriv ett dokument i assemblies med raden typ: {MISSIVE}."
    return f"Flera överenskommelser har ett missiv. Välj med --document: {names}."


def _day(asked: str) -> str:
    if asked and not dispatch.is_day(asked):
        raise BuildError(f"”{asked}” är inget datum. Skriv år, månad och dag så här: --datum 2027-01-08.")
    return asked


def _deadline(library: Library) -> str:
    known = library.parameters.get(dispatch.DEADLINE)
    if known is None or not dispatch.day_of(known.value):
        raise BuildError(NO_DEADLINE.format(name=dispatch.DEADLINE))
    return known.value


NO_DEADLINE = (
    "Sista svarsdagen saknas. Skriv den i clauses/register/parametrar.yml under {name}, till exempel "
    "värde: 31 mars 2027 klockan 12.00."
)


def _chosen(asked: tuple[str, ...], known: tuple[Addressee, ...]) -> tuple[Addressee, ...]:
    if not known:
        raise BuildError(f"Ingen mottagare finns. Skriv dem i clauses/register/{dispatch.RECIPIENTS}.yml.")
    twice = next((word for word in asked if asked.count(word) > 1), "")
    if twice:
        raise BuildError(f"Mottagaren ”{twice}” är angiven två gånger. Ange varje mottagare en gång.")
    chosen, unknown = dispatch.named(asked, known)
    if unknown:
        ids = ", ".join(one.id for one in known)
        raise BuildError(f"Mottagaren ”{unknown[0]}” finns inte i sändlistan. De som finns: {ids}.")
    return chosen


def _had_before(library: Library, agreement: str, version: Version | None, addressee: Addressee) -> str:
    """The latest other version that the recipient has got; an empty text for none."""
    known = versions.of_agreement(library, agreement)
    earlier = known[: known.index(version)] if version in known else known
    return next((v.label for v in reversed(earlier) if any(addressee.id in s.packages for s in v.sendings)), "")


# --- making ------------------------------------------------------------------------------------------


def make(plan: Plan, folder: Path, tell: Tell, *, zipped: bool) -> Outcome:
    """All packages in a folder, with the sender's list; those that fail are told of and the others made."""
    outcome = Outcome(failed=dict(plan.refused))
    try:
        write_stream(folder, _files(plan, outcome, tell, zipped))
    finally:
        plan.papers.end()
    return outcome


def _files(plan: Plan, outcome: Outcome, tell: Tell, zipped: bool) -> Iterator[tuple[str, bytes]]:
    taken: set[str] = set()
    plan.papers.begin()
    for begun in _one_behind(_begun(plan, outcome, tell)):
        with _told(outcome, begun.addressee):
            yield from _finished(plan.papers.occasion, begun, outcome, taken, zipped)
    if not outcome.sent:
        raise BuildError("\n".join([NOTHING, *failures(outcome)]))
    yield LIST, _list(plan.papers.occasion, outcome.sent)


def _begun(plan: Plan, outcome: Outcome, tell: Tell) -> Iterator[Begun]:
    for number, (addressee, since) in enumerate(plan.since.items(), 1):
        tell(f"Paket {number} av {len(plan.since)}: {addressee.name}")
        with _told(outcome, addressee):
            yield begin(plan.papers, addressee, since)


def _one_behind(packages: Iterator[Begun]) -> Iterator[Begun]:
    """Each package when the next is begun: its följesedel is set meanwhile."""
    last = None
    for package in packages:
        if last is not None:
            yield last
        last = package
    if last is not None:
        yield last


@contextmanager
def _told(outcome: Outcome, addressee: Addressee) -> Iterator[None]:
    """A fault in one package stops no other."""
    try:
        yield
    except (BuildError, RepositoryError, PdfError, TemplateError) as error:
        outcome.failed[addressee] = str(error)


def _finished(
    occasion: Occasion, begun: Begun, outcome: Outcome, taken: set[str], zipped: bool
) -> Iterator[tuple[str, bytes]]:
    own = occasion.to(begun.addressee)
    files = _listed(own, begun)
    name = _folder_name(occasion, begun.addressee, taken)
    outcome.common |= {made.name: made.entry.sha256 for made in files if made.common}
    yield from _placed(name, files, zipped)
    outcome.sent.append(_sent(own, begun.addressee, begun.since, name, files))


NOTHING = "Inget paket gjordes."


def failures(outcome: Outcome) -> list[str]:
    """Who got nothing, and why."""
    return [f"{one.name or one.id} ({one.id}): {why}" for one, why in outcome.failed.items()]


def _listed(occasion: Occasion, begun: Begun) -> tuple[Made, ...]:
    """The files that one recipient gets, with their lists last."""
    files = (begun.slip.result(), *begun.files)
    entries = [made.entry for made in files]
    told = dispatch.metadata(occasion, begun.addressee, begun.since, entries)
    sheet = Made(dispatch.METADATA, "Uppgifter för program", told)
    sums = dispatch.checksums([*entries, sheet.entry])
    return (*files, sheet, Made(dispatch.CHECKSUMS, "Kontrollsummor", sums))


def _folder_name(occasion: Occasion, addressee: Addressee, taken: set[str]) -> str:
    """The package's name; the recipient's id tells apart those whose names are alike when they are cut."""
    name = dispatch.file_name((f"remiss-{occasion.edition.version}", addressee.name), "")
    if name in taken:
        name = dispatch.file_name((f"remiss-{occasion.edition.version}", addressee.id, addressee.name), "")
    taken.add(name)
    return name


def _placed(folder: str, files: tuple[Made, ...], zipped: bool) -> Iterator[tuple[str, bytes]]:
    if zipped:
        yield f"{folder}.zip", packed({made.name: made.data for made in files})
    else:
        yield from ((f"{folder}/{made.name}", made.data) for made in files)


def _sent(occasion: Occasion, addressee: Addressee, since: str, name: str, files: tuple[Made, ...]) -> Sent:
    return Sent(addressee, name, occasion.deadline, since, files[-1].entry.sha256)


def _list(occasion: Occasion, sent: list[Sent]) -> bytes:
    from builder import excel

    document, spec = dispatch.sent_list(occasion, sent)
    return excel.write(document, {spec.id: spec})
