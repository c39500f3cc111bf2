"""The changes of a redline as the page shows them: each with its place on the page and its line in words."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from builder.changes import GRADES, Change, ChangeKind, Grade, Line, Moves, line, moves, related
from builder.model import Text
from builder.redline import (
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    PartKind,
    Redline,
    Span,
    in_new,
    moved_parts,
)  # fmt: skip
from builder.web.marked_text import Side, side

__all__ = [
    "KINDS", "Bound", "Card", "Kind", "cards", "counted", "grades_counted", "nobody", "summary", "unchanged_sections",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Kind:
    """How the page names a kind of change: its badge, the words for one section and for many, and its look."""

    badge: str
    one: str
    many: str
    look: str


KINDS: dict[ChangeKind, Kind] = {
    "changed": Kind("Ändrad", "ändrat", "ändrade", "andrad"),
    "split": Kind("Delad", "delat", "delade", "andrad"),
    "merged": Kind("Sammanslagen", "sammanslaget", "sammanslagna", "andrad"),
    "renamed": Kind("Ny rubrik", "omdöpt", "omdöpta", "andrad"),
    "inserted": Kind("Ny", "nytt", "nya", "ny"),
    "deleted": Kind("Utgår", "borttaget", "borttagna", "borttagen"),
    "moved": Kind("Flyttad", "flyttat", "flyttade", "flyttad"),
    "moved-and-changed": Kind("Flyttad och ändrad", "flyttat och ändrat", "flyttade och ändrade", "flyttad"),
}
PARTS: dict[PartKind, tuple[str, str]] = {
    "paragraph": ("stycke flyttat", "stycken flyttade"),
    "table": ("tabell flyttad", "tabeller flyttade"),
    "row": ("rad flyttad", "rader flyttade"),
    "column": ("kolumn flyttad", "kolumner flyttade"),
}


Bound = Callable[[Change], tuple[str, ...]]
"""The ids of those whom a changed clause binds or bound."""


def nobody(_: Change) -> tuple[str, ...]:
    """Where it is not known whom clauses bind."""
    return ()


@dataclass(frozen=True, slots=True)
class Card:
    """One change of the list: its place on the page, what a reader is told of it, where what moved stands, and the ids
    of those whom its clause binds or bound."""

    index: int
    change: Change
    told: Line
    moved: Moves
    binds: tuple[str, ...] = ()


def cards(redline: Redline, found: Iterable[Change], bound: Bound = nobody) -> tuple[Card, ...]:
    """The changes in printed order; a moved section once, where it stands now."""
    moved = moves(redline)
    return tuple(Card(index, change, line(change), moved, bound(change)) for index, change in enumerate(found, 1))


def unchanged_sections(redline: Redline, cards: tuple[Card, ...]) -> tuple[MarkedSection, ...]:
    """The sections of the new text that no card is about."""
    told = {id(card.change.section) for card in cards}
    return tuple(section for section in redline.sections if in_new(section.fate) and id(section) not in told)


def counted(cards: tuple[Card, ...], unchanged: int) -> str:
    """How many sections changed in which way, as a phrase."""
    numbers = Counter(card.change.kind for card in cards)
    words = [(numbers[kind], named.one, named.many) for kind, named in KINDS.items()]
    words = [row for row in (*words, (unchanged, "oförändrat", "oförändrade")) if row[0]]
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in words)


def grades_counted(cards: tuple[Card, ...]) -> dict[Grade, int]:
    """How many changes there are of each grade, those that matter most first."""
    numbers = Counter(card.change.graded.grade for card in cards)
    return {grade: numbers[grade] for grade in reversed(GRADES)}


def summary(change: Change) -> str:
    """A change in one line: where it stood, what it was called, and how many words came and went."""
    section, old = change.section, change.before or change.section
    parts = [f"stod i avsnitt {old.number}"] if change.before and old.number else []
    parts += [f"hette {section.old_id}"] if section.old_id else []
    parts += [related(change)]
    if change.kind not in ("inserted", "deleted"):
        came, went = _words(section, "ny"), _words(old, "gammal")
        parts += [f"{came} ord {'tillagt' if came == 1 else 'tillagda'}"] if came else []
        parts += [f"{went} ord {'borttaget' if went == 1 else 'borttagna'}"] if went else []
        parts += [_pictures(section, "ny", ("bild tillagd", "bilder tillagda"))]
        parts += [_pictures(old, "gammal", ("bild borttagen", "bilder borttagna"))]
    return ", ".join(filter(None, [*parts, *_moves(section)]))


def _moves(section: MarkedSection) -> Iterator[str]:
    """How many parts moved within the section, to it or from it."""
    names: dict[PartKind, set[str]] = {kind: set() for kind in PARTS}
    for move, kind in moved_parts(section).items():
        names[kind].add(move.move)
    for kind, (one, many) in PARTS.items():
        if number := len(names[kind]):
            yield f"{number} {one if number == 1 else many}"


def _pictures(section: MarkedSection, where: Side, words: tuple[str, str]) -> str:
    number = _drawn(section, where)
    return f"{number} {words[number > 1]}" if number else ""


def _drawn(section: MarkedSection, where: Side) -> int:
    """How many pictures came or went."""
    return sum(isinstance(b, MarkedPicture) and bool(b.fate) and side(b.fate) == where for b in section.blocks)


def _words(section: MarkedSection, where: Side) -> int:
    paragraphs = [section.title, *(p for block in section.blocks for p in _paragraphs(block))]
    return sum(_span_words(span, where) for paragraph in paragraphs for span in paragraph.spans)


def _span_words(span: Span, where: Side) -> int:
    if isinstance(span.inline, MarkedNote):
        return sum(_span_words(inner, where) for p in span.inline.content for inner in p.spans)
    return (
        len(span.inline.text.split()) if span.fate and isinstance(span.inline, Text) and side(span.fate) == where else 0
    )


def _paragraphs(block: MarkedBlock) -> Iterator[MarkedParagraph]:
    match block:
        case MarkedParagraph():
            yield block
        case MarkedTable(rows=rows):
            yield from (paragraph for row in rows for cell in row.cells for paragraph in cell.content)
        case MarkedPicture():
            return
