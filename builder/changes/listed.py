"""The list of changes as a document: a table of plain words for each document compared."""

from collections.abc import Iterator, Sequence

from builder.changes.listing import Change
from builder.changes.report import Report, intro_paragraphs, report_document, row, table, text
from builder.changes.selection import Selection
from builder.changes.telling import COLUMNS, Line, line
from builder.model import Block, Document, Marks, Paragraph, Shape
from builder.redline import Redline

__all__ = ["listed"]

GRADES_EXPLAINED = (
    ("I sak", "det som binder har ändrats: vem som ansvarar, ett ska, bör eller får, en tid, ett belopp eller ett "
     "lagrum, eller så är hela texten ny eller utgår."),
    ("Liten", "några ord är andra, men inget av det som räknas som i sak."),
    ("Redaktionell", "orden är desamma. Texten kan ha flyttats eller fått en annan form."),
)  # fmt: skip
COMPUTED = (
    "Hur mycket en ändring betyder räknas ut av programmet efter vilka ord som ändrats. Det är en hjälp att läsa, "
    "ingen juridisk bedömning. Ett avsnitt som bara har fått ett nytt nummer räknas inte som ändrat."
)


def listed(redlines: Sequence[Redline], wanted: Selection) -> Document:
    """The changes between two versions of one or several documents, a line for each changed section."""
    return report_document(redlines, wanted, Report("Lista över ändringar", "andringslista", _guide, _table))


def _guide() -> Iterator[Block]:
    yield from intro_paragraphs("Varje ändring har en grad:")
    for name, meaning in GRADES_EXPLAINED:
        bold = text(f"{name}: ", Marks(strong=True))
        yield Paragraph((bold, text(meaning)), Shape(level=1, marker="bullet"))
    yield from intro_paragraphs(COMPUTED)


def _table(redline: Redline, found: Sequence[Change]) -> Iterator[Block]:
    yield table(COLUMNS, (row(_cells(line(change)), change.section.id) for change in found))


def _cells(told: Line) -> list[list[str]]:
    what, why = [*told.what], [*told.why] or ["–"]
    return [[told.number], [told.clause], [told.happened], [told.grade], what, why, [told.id]]
