"""A report of changes as an ordinary document, which every writer can print: what is compared, how to read
it, and a table for each document."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.changes.joined import joined
from builder.changes.listing import Change, title_reasons
from builder.changes.selection import Selection, only_words, selected
from builder.changes.telling import counted
from builder.fingerprint import document_fingerprint
from builder.model import PLAIN, Alignment, Block, Cell, Document, Edition, Marks, Paragraph, Row, Section, Table, Text
from builder.redline import MarkedParagraph, Redline, Span, in_new, in_old

__all__ = ["Report", "edition_words", "intro_paragraphs", "report_document", "row", "table", "text"]

NOTHING = "Inget är ändrat."
NOTHING_ASKED_FOR = "Inga ändringar av det slag som är valt."


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of report: its name in print and in file names, how it is read, and the table of a document."""

    kind: str
    name: str
    guide: Callable[[], Iterable[Block]]
    table: Callable[[Redline, Sequence[Change]], Iterable[Block]]


def report_document(redlines: Sequence[Redline], wanted: Selection, report: Report) -> Document:
    """The report on one or several redlines, a chapter for each."""
    guide = Section("kapitel/las", "chapter", 1, (Text("Så läser du"),), tuple(_opening(wanted, report)), "1")
    told = zip(redlines, joined(redlines), strict=True)
    chapters = (_chapter(redline, every, wanted, report, number) for number, (redline, every) in enumerate(told, 2))
    document = Document(report.name, _edition(redlines, wanted, report), (guide, *chapters))
    return replace(document, edition=replace(document.edition, checksum=document_fingerprint(document)))


def edition_words(edition: Edition) -> str:
    """A version with its date."""
    return f"{edition.version} ({edition.date})" if edition.date else edition.version


def intro_paragraphs(*sentences: str) -> Iterator[Paragraph]:
    """Running text."""
    return (Paragraph((Text(sentence),)) for sentence in sentences)


def row(cells: Iterable[Iterable[str]], key: str = "") -> Row:
    """A row of plain words, each cell with its paragraphs."""
    return Row(tuple(Cell(tuple(intro_paragraphs(*texts))) for texts in cells), key=key)


def table(heads: Sequence[str], rows: Iterable[Row]) -> Table:
    """Rows under their heads."""
    head = replace(row([[name] for name in heads]), header=True)
    left: Alignment = "left"
    return Table((head, *rows), (left,) * len(heads))


def text(words: str, marks: Marks = PLAIN) -> Text:
    """Words with a look."""
    return Text(words, marks)


def _edition(redlines: Sequence[Redline], wanted: Selection, report: Report) -> Edition:
    """What the report says of itself. It has the status of the newer text: a list of what a draft changes is one."""
    first = redlines[0]
    new, old = first.new, first.old.version if first.old else "tom text"
    about = f": {wanted.party}" if wanted.party else ""
    edition = replace(
        new, title=f"Ändringar från {old} till {new.version}{about}", kind=report.kind, parties="", supporting=True,
        agreement_title=new.title, checksum="",
    )  # fmt: skip
    several = replace(edition, agreement="", agreement_title=f"{len(redlines)} dokument", diary="")
    return edition if len(redlines) == 1 else several


def _opening(wanted: Selection, report: Report) -> Iterator[Block]:
    yield from report.guide()
    if only := only_words(wanted):
        yield from intro_paragraphs(f"Här står {only}.")


def _chapter(
    redline: Redline, every: Sequence[Change], wanted: Selection, report: Report, number: int
) -> Section:  # fmt: skip
    found = selected(every, wanted)
    blocks = (*intro_paragraphs(*_summary(redline, every, found)), *(report.table(redline, found) if found else ()))
    return Section(f"dokument/{redline.name}", "chapter", 1, (Text(redline.new.title),), blocks, str(number))


def _summary(redline: Redline, every: Sequence[Change], found: Sequence[Change]) -> Iterator[str]:
    """What is compared, how much has changed, and what has changed outside the sections."""
    if redline.old:
        yield f"Jämförelsen gäller {edition_words(redline.old)} och {edition_words(redline.new)}."
    old, new = (_cover(redline.cover, stands) for stands in (in_old, in_new))
    if old != new:
        yield " ".join((f"Dokumentets titel var ”{old}” och är nu ”{new}”.", *title_reasons(redline)))
    if found:
        left = len(every) - len(found)
        yield f"Här står {counted(found)}." + (f" {left} andra visas inte." if left else "")
    else:
        yield NOTHING_ASKED_FOR if every else NOTHING


def _cover(cover: MarkedParagraph, stands: Callable[..., bool]) -> str:
    return "".join(_word(span) for span in cover.spans if stands(span.fate))


def _word(span: Span) -> str:
    return span.inline.text if isinstance(span.inline, Text) else ""
