"""The three columns as a document: what each changed clause read, what it is proposed to read, and why."""

from collections.abc import Iterator, Sequence

from builder.changes.halves import LEFT_OUT, Moves, Pair, heading, moves, pairs
from builder.changes.listing import Change
from builder.changes.report import Report, edition_words, intro_paragraphs, report_document, table, text
from builder.changes.selection import Selection
from builder.changes.telling import line, related
from builder.changes.what_changed import REWRITTEN
from builder.model import Block, Cell, Document, Marks, Paragraph, Row
from builder.redline import Redline

__all__ = ["three_columns"]

GUIDE = (
    "Till vänster står texten som den var, i mitten texten som den föreslås bli och till höger skälet.",
    f"En klausul som är ny eller utgår i sin helhet har inga markeringar. Det står i stället i ord. Tecknet {LEFT_OUT} "
    "betyder att rader i en tabell som inte har ändrats är utelämnade.",
)


def _said(*sentences: str) -> tuple[Paragraph, ...]:
    return tuple(intro_paragraphs(*sentences))


STRONG, STRIKE, EMPHASIS = Marks(strong=True), Marks(strike=True), Marks(emphasis=True)
FIRST_WORDS = {"i sak": "Ändring i sak", "liten": "Liten ändring", "redaktionell": "Redaktionell ändring"}
WHOLE = {"annex": "Bilagan", "table": "Tabellen", "picture": "Bilden", "chapter": "Kapitlet", "clause": "Klausulen"}
SAME = _said("[Texten under rubriken är oförändrad.]")
ELSEWHERE = _said("[Innehållet återges inte här. Läs det i dokumentet.]")
TOLD_ONLY = ("annex", "table", "picture", "chapter")
"""What is not printed whole when it came or went: a register's table does not fit in a column."""


def three_columns(redlines: Sequence[Redline], wanted: Selection) -> Document:
    """The changed clauses of one or several documents side by side, a row for each."""
    return report_document(redlines, wanted, Report("Jämförelse i tre spalter", "trespalt", _guide, _table))


def _guide() -> Iterator[Block]:
    first, last = GUIDE
    yield from intro_paragraphs(first)
    yield Paragraph((
        text("Ord som stryks är "), text("genomstrukna", STRIKE), text(" till vänster. Nya ord står i "),
        text("fetstil", STRONG), text(" i mitten. Rubriker står i "), text("kursiv stil", EMPHASIS), text("."),
    ))  # fmt: skip
    yield from intro_paragraphs(last)


def _table(redline: Redline, found: Sequence[Change]) -> Iterator[Block]:
    old = edition_words(redline.old) if redline.old else "tom text"
    heads = (f"Nuvarande: {old}", f"Förslag: {edition_words(redline.new)}", "Motiv")
    moved = moves(redline)
    yield table(heads, (each for change in found for each in _rows(change, moved)))


def _rows(change: Change, moved: Moves) -> Iterator[Row]:
    """The heading and the motive, with the first paragraphs; then paragraph beside paragraph."""
    (old, new), *rest = _texts(change, moved)
    (was, now) = _headings(change)
    yield _row(change, was + old, now + new, _motive(change))
    yield from (_row(change, old, new, ()) for old, new in rest)


def _row(change: Change, *columns: tuple[Paragraph, ...]) -> Row:
    return Row(tuple(Cell(column or (Paragraph(()),)) for column in columns), key=change.section.id)


def _headings(change: Change) -> Pair:
    section = change.section
    match change.kind:
        case "inserted":
            return _said("Finns inte."), (heading(section, "new"),)
        case "deleted":
            return (heading(section, "old"),), _said(f"{WHOLE[section.kind]} utgår.")
        case _:
            return (heading(change.before or section, "old"),), (heading(section, "new"),)


def _texts(change: Change, moved: Moves) -> list[Pair]:
    """What stands under the heading, where it is not the same in both."""
    section, kind = change.section, change.kind
    if kind in ("moved", "renamed"):
        return [(SAME, SAME) if section.blocks else ((), ())]
    if kind in ("inserted", "deleted") and section.kind in TOLD_ONLY:
        told = ELSEWHERE if section.blocks else ()
        return [((), told) if kind == "inserted" else (told, ())]
    return list(pairs(section, change.before, moved)) or [((), ())]


def _motive(change: Change) -> tuple[Paragraph, ...]:
    told = line(change)
    whole = change.kind in ("inserted", "deleted", "moved") and not related(change)
    rests = () if whole else (REWRITTEN.strip(": ") if said.startswith(REWRITTEN) else said for said in told.what)
    return _said(f"{told.happened}. {FIRST_WORDS[change.graded.grade]}.", *rests, *told.why)
