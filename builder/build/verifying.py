"""The use case of telling what a file is: its version is made anew, and the words of both are compared."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from builder import dispatch
from builder.build import dispatching, packages, versions
from builder.build.error import BuildError
from builder.build.outputs import redline_bytes
from builder.build.packages import Made
from builder.build.project import Project
from builder.build.verifying_forms import form_differences
from builder.library import Sending, Version
from builder.model import Variant
from builder.repository import RepositoryError
from builder.variant import VARIANTS, variant_of
from builder.verify import (
    Difference,
    FileError,
    Identity,
    Story,
    differences,
    pdf_identity,
    read_word,
    words_digest,
    workbook_identity,
)

__all__ = ["Answer", "Verdict", "verify"]

Answer = Literal["same", "differs", "unknown"]
LARGEST = 100_000_000
COMMIT = re.compile(r"[0-9a-f]{40}")

NAMELESS = (
    "Filen säger inte vilket dokument eller vilken version den är. Den kan vara gjord i ett annat program, eller så "
    "har uppgifterna tagits bort. Jämför den mot den fil som sändes."
)
NOT_HERE = "Filen säger att den är ”{document}”, version ”{version}”, men det finns inte i projektet: {why}"
NO_PROJECT = (
    "Här finns inga avtal att jämföra med. Gå till projektets mapp och skriv var filen ligger, eller ange projektets "
    "mapp med --project."
)
UNSAVED = "Filen gjordes av en text som inte var sparad som version. Det går inte att säga vad som stod i den."
FORM = "Filen är ett svarsformulär. Frågor, klausuler och anvisningar jämförs, men inte det som är ifyllt."
SAME_FORM = "Formulärets frågor och klausuler är exakt versionens, och varje rad har kvar sitt id."
WORKBOOK = "Filen är en arbetsbok. Vad den säger att den är står här, men cellerna jämförs inte."
OTHER = "Filändelsen ”{ending}” känns inte igen. Ange en fil som slutar på .docx, .xlsx eller .pdf."
SAME = "Texten är exakt versionens."
SAME_FILE = "Filen är exakt den som görs av versionen."
OTHER_FILE = (
    "Filen är inte den som görs av versionen. Den kan vara ändrad, eller gjord med en annan version av programmet. "
    "Jämför texten med Word-filen."
)
RECORDED = "Filen är exakt den som registrerades när versionen sändes {day}, lika för alla {number} mottagare."
RECORDED_WORDS = "Texten är exakt den som registrerades när versionen sändes {day}."
OTHER_FORM = "Texten skiljer sig från versionens på {places}:"
OTHER_WORDS = (
    "Texten skiljer sig från versionens på {places}. Skiljer bara rader runt avtalets text kan filen vara gjord med en "
    "annan version av programmet:"
)
PENDING = "Filen har {number} som inte är {taken}. Jämförelsen gäller texten utan dem."


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a file is, in words, whether it is what it says, and where it differs."""

    answer: Answer
    said: tuple[str, ...]
    differences: tuple[Difference, ...] = ()


def verify(project: Project, name: str, data: bytes) -> Verdict:
    """What a file from outside is. Never raises for what stands in the file."""
    if not project.current.library.assemblies:
        return Verdict("unknown", (NO_PROJECT,))
    try:
        match Path(name).suffix.lower():
            case ".docx":
                return _word(project, data)
            case ".xlsx":
                return _workbook(project, data)
            case ".pdf":
                return _pdf(project, data)
            case ending:
                return Verdict("unknown", (OTHER.format(ending=ending),))
    except FileError as error:
        return Verdict("unknown", (str(error),))


# --- Word --------------------------------------------------------------------------------------------


def _word(project: Project, data: bytes) -> Verdict:
    story = read_word(data)
    said = story.identity
    if said is None:
        return Verdict("unknown", (NAMELESS,))
    if said.form:
        return _form(project, said, ".docx", data)
    if (sent := _sent_with(project, said, story)) is not None:
        told = (*_told(project, said), *_pending(said, story))
        return Verdict("same", (*told, RECORDED_WORDS.format(day=sent.date)))
    try:
        model = read_word(_made_anew(project, said))
    except (BuildError, RepositoryError) as error:
        return Verdict("unknown", (NOT_HERE.format(document=said.document, version=said.version, why=error),))
    except _UnsavedError:
        return Verdict("unknown", (UNSAVED,))
    return _compared(project, said, story, model)


def _sent_with(project: Project, said: Identity, story: Story) -> Sending | None:
    """The sending that had a file of the same words, which tells what they were also when the program that makes them
    anew has come to write something else around them. What the file says that it is must be the same too."""
    digest = words_digest(story.refused)
    for version, sending in _sendings(project):
        is_version = said.version == version.label and said.commit in ("", version.commit)
        if is_version and not said.since and digest in sending.wordings.values():
            return sending
    return None


def _compared(project: Project, said: Identity, story: Story, model: Story) -> Verdict:
    clauses = model.identity.clauses if model.identity else ()
    found = differences(model.refused, story.refused, clauses)
    told = [*_told(project, said), *_pending(said, story)]
    if said.since and not found:
        found = differences(model.taken, story.taken, clauses)
    return _judged(told, found, SAME, OTHER_WORDS)


def _judged(told: Iterable[str], found: tuple[Difference, ...], same: str, other: str) -> Verdict:
    if found:
        places = "ett ställe" if len(found) == 1 else f"{len(found)} ställen"
        return Verdict("differs", (*told, other.format(places=places)), found)
    return Verdict("same", (*told, same))


def _pending(said: Identity, story: Story) -> Iterator[str]:
    """What a reader has done to the file that its text does not show."""
    if story.revisions and not said.since:
        one = story.revisions == 1
        number = "en spårad ändring" if one else f"{story.revisions} spårade ändringar"
        yield PENDING.format(number=number, taken="godkänd" if one else "godkända")


class _UnsavedError(Exception):
    """The file was made of a text that no version has."""


def _made_anew(project: Project, said: Identity) -> bytes:
    """The file as the project makes it today."""
    revision = _revision(project, said)
    assemblies = project.then(said.document, revision).library.assemblies if _is_known(project, said.document) else {}
    if said.since:
        redline = project.redline(said.document, said.since, revision)
        return redline_bytes(redline, ".docx", project.template(redline, revision))
    letter = said.document not in assemblies or assemblies[said.document].kind == dispatching.MISSIVE
    if said.recipient and letter:
        return _of_package(project, said, revision)
    return project.word(said.document, revision, _variant(said))[0]


def _is_known(project: Project, document: str) -> bool:
    return document in project.current.library.assemblies


def _revision(project: Project, said: Identity) -> str:
    """The version's label, its commit where the document has none of its own, or the text being edited where that is
    what the file holds."""
    known = project.current.library.assemblies.get(said.document)
    labels = {version.label for version in project.current.library.versions}
    if said.version in labels and (known is None or known.agreement):
        return said.version
    if said.version != versions.WORKING_COPY:
        if not COMMIT.fullmatch(said.commit):
            raise BuildError("versionen är inte sparad här.")
        return said.commit
    if project.current.whole(said.document).edition.checksum == said.checksum:
        return "."
    raise _UnsavedError


def _variant(said: Identity) -> Variant | None:
    return next((variant for variant in VARIANTS if variant == said.variant), None)


def _of_package(project: Project, said: Identity, revision: str) -> bytes:
    """A letter as it was made for its recipient."""
    beginning = "missiv-" if _is_known(project, said.document) else f"{said.document}-"
    for made in _package(project, said, revision):
        if made.name.startswith(beginning):
            return made.data
    raise BuildError("Mottagaren får inget sådant papper.")


def _package(project: Project, said: Identity, revision: str) -> Iterator[Made]:
    """What the recipient that a file names gets of a version."""
    plan = dispatching.plan(project, dispatching.Asked(revision, "", (said.recipient,), said.date))
    try:
        for addressee, since in plan.since.items():
            files = []
            for made in packages.contents(plan.papers, addressee, since):
                files.append(made)
                yield made
            yield packages.slip_of(plan.papers.occasion.to(addressee), addressee, tuple(files))
    finally:
        plan.papers.end()


# --- Excel -------------------------------------------------------------------------------------------


def _workbook(project: Project, data: bytes) -> Verdict:
    said = workbook_identity(data)
    if said is None:
        return Verdict("unknown", (NAMELESS,))
    if said.form:
        return _form(project, said, ".xlsx", data)
    return Verdict("unknown", (WORKBOOK, *_told(project, said)))


# --- the answer form ---------------------------------------------------------------------------------


def _form(project: Project, said: Identity, ending: str, data: bytes) -> Verdict:
    try:
        found = form_differences(project, said, _revision(project, said), ending, data)
    except (BuildError, RepositoryError) as error:
        return Verdict("unknown", (NOT_HERE.format(document=said.document, version=said.version, why=error),))
    except _UnsavedError:
        return Verdict("unknown", (UNSAVED,))
    return _judged((FORM, *_told(project, said)), found, SAME_FORM, OTHER_FORM)


# --- PDF ---------------------------------------------------------------------------------------------


def _pdf(project: Project, data: bytes) -> Verdict:
    digest = dispatch.digest(data)
    for version, sending in _sendings(project):
        if digest in sending.files.values():
            said = RECORDED.format(day=sending.date, number=len(sending.packages))
            return Verdict("same", (f"Version: {version.label} av {version.agreement}", said))
    identity = pdf_identity(data) if len(data) <= LARGEST else None
    if identity is None:
        return Verdict("unknown", (NAMELESS,))
    return _pdf_compared(project, identity, digest)


def _pdf_compared(project: Project, said: Identity, digest: str) -> Verdict:
    try:
        told = _told(project, said)
        revision = _revision(project, said)
        if any(dispatch.digest(made) == digest for made in _pdfs(project, said, revision)):
            return Verdict("same", (*told, SAME_FILE))
        return Verdict("differs", (*told, OTHER_FILE))
    except (BuildError, RepositoryError) as error:
        return Verdict("unknown", (NOT_HERE.format(document=said.document, version=said.version, why=error),))
    except _UnsavedError:
        return Verdict("unknown", (UNSAVED,))


def _pdfs(project: Project, said: Identity, revision: str) -> Iterator[bytes]:
    """The PDF in each edition that it may be, the likeliest first."""
    if said.recipient and not _is_known(project, said.document):
        yield from (made.data for made in _package(project, said, revision))
        return
    own = variant_of(project.then(said.document, revision).whole(said.document).edition)
    for variant in dict.fromkeys(("remissversion", own, *VARIANTS)):
        try:
            yield project.pdf(said.document, revision, variant)[0]
        except BuildError:
            continue


def _sendings(project: Project) -> Iterator[tuple[Version, Sending]]:
    for version in project.current.library.versions:
        for sending in version.sendings:
            yield version, sending


# --- in words ----------------------------------------------------------------------------------------


def _told(project: Project, said: Identity) -> Iterator[str]:
    """What the file says that it is."""
    library = project.current.library
    known = library.assemblies.get(said.document)
    yield f"Dokument: {known.title} ({said.document})" if known else f"Dokument: {said.document}"
    yield f"Version: {said.version}" + (f", {said.date}" if said.date else "")
    if said.commit:
        yield f"Versions-id: {said.commit}"
    if said.variant:
        yield f"Upplaga: {said.variant}"
    if said.since:
        yield f"Jämför med: {said.since}"
    if said.recipient:
        name = next((one.name for one in dispatch.addressees(library) if one.id == said.recipient), "finns inte längre")
        yield f"Mottagare: {name} ({said.recipient})"
