"""The short papers of a package as documents that every writer can print: missiv, följesedel and summary."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.asked import AskedQuestion
from builder.changes import Change, title
from builder.changes.telling import counted
from builder.dispatch.addressee import Addressee
from builder.dispatch.deadline import DEADLINE, in_words
from builder.fingerprint import document_fingerprint
from builder.model import (
    Alignment,
    Block,
    Cell,
    Document,
    Edition,
    Inline,
    Marks,
    Paragraph,
    ParameterUse,
    Row,
    Section,
    Shape,
    Table,
    Text,
)  # fmt: skip

__all__ = ["Entry", "Occasion", "addressed", "slip", "summary"]

SHOWN = 6
"""Changes and questions that the summary names, so that it stays on a page; the other files have them all."""


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is sent, by whom and when: `edition` is that of the document, `name` its file name in the project,
    `day` an ISO date or empty, `deadline` the last day to answer in words."""

    name: str
    edition: Edition
    sender: str
    day: str
    deadline: str

    def to(self, addressee: Addressee) -> "Occasion":
        """With the recipient's own last day to answer, when it has one."""
        return replace(self, deadline=in_words(addressee.deadline) if addressee.deadline else self.deadline)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a package as the följesedel tells of it."""

    name: str
    what: str
    sha256: str


# --- the missiv --------------------------------------------------------------------------------------


def addressed(missive: Document, occasion: Occasion, addressee: Addressee) -> Document:
    """The project's missiv as a letter to one recipient, with its last day to answer and nothing for the writers."""
    top = _section("till", f"Till {addressee.name}", _facts(_about(occasion, addressee)))
    sections = (top, *(_for_readers(section, occasion.deadline) for section in missive.sections))
    edition = replace(missive.edition, date=occasion.day or missive.edition.date, recipient=addressee.id)
    return _letter(missive.name, edition, sections)


def _about(occasion: Occasion, addressee: Addressee) -> list[tuple[str, str]]:
    edition = occasion.edition
    return [
        ("Skickas till", addressee.address),
        ("Varför ni får remissen", addressee.why),
        ("Från", occasion.sender),
        ("Datum", in_words(occasion.day)),
        ("Diarienummer", edition.diary or NO_DIARY),
        ("Förslaget", f"{edition.title}, version {edition.version}"),
        ("Svara senast", occasion.deadline),
    ]


NO_DIARY = "Inte satt i versionsregistret"


def _for_readers(section: Section, deadline: str) -> Section:
    kept = (block for block in section.blocks if not (isinstance(block, Paragraph) and _is_for_writers(block)))
    return replace(section, blocks=tuple(_with_deadline(block, deadline) for block in kept))


def _is_for_writers(paragraph: Paragraph) -> bool:
    return paragraph.shape.kind in ("facts", "question")


def _with_deadline(block: Block, deadline: str) -> Block:
    if not isinstance(block, Paragraph):
        return block
    return replace(block, content=tuple(_own_day(inline, deadline) for inline in block.content))


def _own_day(inline: Inline, deadline: str) -> Inline:
    is_day = isinstance(inline, Text) and inline.marks.about == ParameterUse(DEADLINE)
    return replace(inline, text=deadline) if is_day and isinstance(inline, Text) else inline


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
    files = table(
        ("Fil", "Vad det är", "Kontrollsumma (SHA-256)"), ((e.name, e.what, _in_groups(e.sha256)) for e in entries)
    )
    sections = (
        _section("arendet", "Ärendet", _facts(said)),
        _section("filer", "Filer i paketet", _paragraph(FILES_EXPLAINED), files),
    )
    own = replace(
        edition, title="Följesedel", kind="remiss", supporting=True, recipient=addressee.id,
        date=occasion.day or edition.date,
    )  # fmt: skip
    return _letter("foljesedel", own, sections)


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
        _section("vad", "Vad det är", *_what(edition, clauses)),
        _section("andrat", "Vad som har ändrats", *_changed(since, changes)),
        _section("fragor", "Vad vi frågar om", *_asked(occasion, questions)),
    )
    own = replace(edition, title="Sammanfattning", kind="på en sida", supporting=True)
    return _letter("sammanfattning", own, sections)


def _what(edition: Edition, clauses: int) -> Iterator[Block]:
    yield _paragraph(
        f"{edition.title}, version {edition.version} ({edition.status}), {in_words(edition.date)}. "
        f"Förslaget har {clauses} klausuler. Det gäller inte förrän parterna har beslutat."
    )


def _changed(since: str, changes: Sequence[Change]) -> Iterator[Block]:
    if not since:
        yield _paragraph("Det är den första versionen ni får. Den har därför inga markerade ändringar.")
        return
    said = counted(changes) or "inga ändringar"
    yield _paragraph(f"Sedan {since}, som ni fick förra gången: {said}. Alla är markerade i ändringsfilen.")
    binding = [change for change in changes if change.graded.grade == "i sak" and change.section.kind == "clause"]
    for change in binding[:SHOWN]:
        yield _item(f"{change.section.number} {title(change.section)}".strip())
    if len(binding) > SHOWN:
        yield _item(f"och {len(binding) - SHOWN} till")


def _asked(occasion: Occasion, questions: Sequence[AskedQuestion]) -> Iterator[Block]:
    yield Paragraph((Text("Svara senast "), Text(f"{occasion.deadline}.", Marks(strong=True))))
    general = [question for question in questions if question.is_general]
    yield _paragraph(
        "Ta ställning till förslaget i sin helhet och till de klausuler som berör er. Svarsformuläret har "
        f"{len(questions)} numrerade frågor" + (", först dessa:" if general else ".")
    )
    for question in general[:SHOWN]:
        yield _item(f"Fråga {question.number}: {question.text}")
    if len(general) > SHOWN:
        yield _item(f"och {len(general) - SHOWN} till")


# --- pieces ------------------------------------------------------------------------------------------


def table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Rows of plain words under their heads."""
    left: Alignment = "left"
    return Table((_row(heads, header=True), *map(_row, rows)), (left,) * len(heads))


def _row(cells: Sequence[str], *, header: bool = False) -> Row:
    return Row(tuple(Cell((_paragraph(cell),)) for cell in cells), header, "" if header else cells[0])


def _facts(said: Iterable[tuple[str, str]]) -> Table:
    return table(("Uppgift", "Innehåll"), [pair for pair in said if pair[1]])


def _section(name: str, heading: str, *blocks: Block) -> Section:
    return Section(f"kapitel/{name}", "chapter", 1, (Text(heading),), blocks)


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _item(text: str) -> Paragraph:
    return Paragraph((Text(text),), Shape(level=1, marker="bullet"))


def _letter(name: str, edition: Edition, sections: tuple[Section, ...]) -> Document:
    document = Document(name, replace(edition, letter=True, variant="remissversion", checksum=""), sections)
    return replace(document, edition=replace(document.edition, checksum=document_fingerprint(document)))
