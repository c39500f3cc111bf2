"""The short papers that are written for a package: the registrar's följesedel and the summary on a page."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from builder.asked import AskedQuestion
from builder.changes import Change, title
from builder.changes.telling import counted
from builder.dispatch.addressee import Addressee
from builder.dispatch.deadline import in_words
from builder.dispatch.occasion import NO_DIARY, Entry, Occasion
from builder.dispatch.paper import bullet, chapter, facts, letter, prose, table
from builder.model import Block, Document, Edition, Marks, Paragraph, Text

__all__ = ["slip", "summary"]

SHOWN = 6
"""Changes and questions that the summary names, so that it stays on a page; the other files have them all."""


# --- the följesedel ----------------------------------------------------------------------------------


def slip(occasion: Occasion, addressee: Addressee, entries: Sequence[Entry]) -> Document:
    """What a registrar needs to file the package without the system it came from."""
    edition = occasion.edition
    said = [
        ("Diarienummer hos avsändaren", edition.diary or NO_DIARY),
        ("Datum", in_words(occasion.day)),
        ("Avsändare", occasion.sender),
        ("Mottagare", f"{addressee.name} ({addressee.address})"),
        ("Kort innehåll", f"Remiss av {_lower(edition.kind) or 'förslag'}: {edition.title}"),
        ("Svara senast", occasion.deadline),
        ("Version", f"{edition.version}, status {edition.status}"),
        ("Versions-id", edition.commit),
        ("Kontrollsumma för texten", edition.checksum),
    ]
    listed = ((entry.name, entry.what, _in_groups(entry.sha256)) for entry in entries)
    files = table(("Fil", "Vad det är", "Kontrollsumma (SHA-256)"), listed, files=True)
    sections = (
        chapter("arendet", "Ärendet", facts(said)),
        chapter("filer", "Filer i paketet", prose(FILES_EXPLAINED), files),
    )
    own = replace(
        edition, title="Följesedel", kind="remiss", supporting=True, recipient=addressee.id,
        date=occasion.day or edition.date,
    )  # fmt: skip
    return letter("foljesedel", own, sections)


FILES_EXPLAINED = (
    "Kontrollsumman är ett fingeravtryck av filen. Är den densamma är filen oförändrad. Samma summor står i filen "
    "sha256.txt, och uppgifterna ovan i metadata.json."
)


def _in_groups(digest: str) -> str:
    """A checksum in groups of eight, so that a narrow column can break it and an eye can follow."""
    return " ".join(digest[n : n + 8] for n in range(0, len(digest), 8))


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


# --- the summary -------------------------------------------------------------------------------------


def summary(
    occasion: Occasion, since: str, changes: Sequence[Change], questions: Sequence[AskedQuestion], clauses: int
) -> Document:
    """One page: what it is, what has changed since the version the reader had (`since`, or empty), what is asked."""
    edition = occasion.edition
    sections = (
        chapter("vad", "Vad det är", *_what(edition, clauses)),
        chapter("andrat", "Vad som har ändrats", *_changed(since, changes)),
        chapter("fragor", "Vad vi frågar om", *_asked(occasion, questions)),
    )
    own = replace(edition, title="Sammanfattning", kind="på en sida", supporting=True)
    return letter("sammanfattning", own, sections)


def _what(edition: Edition, clauses: int) -> Iterator[Block]:
    yield prose(
        f"{edition.title}, version {edition.version} ({edition.status}), {in_words(edition.date)}. "
        f"Förslaget har {clauses} klausuler. Det gäller inte förrän parterna har beslutat."
    )


def _changed(since: str, changes: Sequence[Change]) -> Iterator[Block]:
    if not since:
        yield prose("Det är den första versionen ni får. Den har därför inga markerade ändringar.")
        return
    said = counted(changes) or "inga ändringar"
    yield prose(f"Sedan {since}, som ni fick förra gången: {said}. Alla är markerade i ändringsfilen.")
    binding = [change for change in changes if change.graded.grade == "i sak" and change.section.kind == "clause"]
    for change in binding[:SHOWN]:
        yield bullet(f"{change.section.number} {title(change.section)}".strip())
    if len(binding) > SHOWN:
        yield bullet(f"och {len(binding) - SHOWN} till")


def _asked(occasion: Occasion, questions: Sequence[AskedQuestion]) -> Iterator[Block]:
    yield Paragraph((Text("Svara senast "), Text(f"{occasion.deadline}.", Marks(strong=True))))
    named = [question for question in questions if question.is_general][:SHOWN]
    yield prose(
        "Ta ställning till förslaget i sin helhet och till de klausuler som berör er. Svarsformuläret har "
        f"{len(questions)} numrerade frågor" + (", bland dem dessa:" if named else ".")
    )
    for question in named:
        yield bullet(f"Fråga {question.number}: {question.text}")
