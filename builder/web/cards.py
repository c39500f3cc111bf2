"""The changes of a redline as values for the page: what changed in each section, in one line and in full."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from builder.model import Text
from builder.redline import (
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Redline,
    Span,
    section_changed,
)  # fmt: skip
from builder.web.banner import WORKING
from builder.web.marked_text import Side, side

__all__ = ["KINDS", "Card", "Kind", "cards", "counted", "rewritten", "summary", "unchanged_sections"]

Kind = Literal["ändrad", "ny", "borttagen", "flyttad"]
KINDS: dict[Kind, tuple[str, str, str]] = {
    "ändrad": ("Ändrad", "ändrat", "ändrade"),
    "ny": ("Ny", "nytt", "nya"),
    "borttagen": ("Borttagen", "borttaget", "borttagna"),
    "flyttad": ("Flyttad", "flyttat", "flyttade"),
}
"""Each kind of change: its badge, and the word for one and for many."""


@dataclass(frozen=True, slots=True)
class Card:
    """One changed section. `before` is the old place and wording of a moved one."""

    index: int
    kind: Kind
    section: MarkedSection
    before: MarkedSection | None
    why: tuple[str, ...]


def cards(redline: Redline) -> tuple[Card, ...]:
    """The changed sections in printed order; a moved one once, where it stands now."""
    old = {section.fate[0].move: section for section in redline.sections if _is(section, "move-from")}
    changed = [section for section in redline.sections if section_changed(section) and not _is(section, "move-from")]
    return tuple(
        Card(index, _kind(section), section, _moved_from(section, old), _why(section, redline))
        for index, section in enumerate(changed, 1)
    )


def _moved_from(section: MarkedSection, old: dict[str, MarkedSection]) -> MarkedSection | None:
    """The other half of a moved section."""
    return old.get(section.fate[0].move) if _is(section, "move-to") else None


def unchanged_sections(redline: Redline) -> tuple[MarkedSection, ...]:
    """The sections whose words and place are as before."""
    return tuple(section for section in redline.sections if not section_changed(section))


def _is(section: MarkedSection, kind: str) -> bool:
    return any(revision.kind == kind for revision in section.fate)


def _kind(section: MarkedSection) -> Kind:
    if _is(section, "move-to"):
        return "flyttad"
    by_side: dict[Side, Kind] = {"kvar": "ändrad", "ny": "ny", "gammal": "borttagen", "utgick": "borttagen"}
    return by_side[side(section.fate)]


def _why(section: MarkedSection, redline: Redline) -> tuple[str, ...]:
    """The reasons given for the newer version; for a working copy those given since the older one."""
    reasons = section.facts.reasons
    exact = tuple(reason.why for reason in reasons if reason.version == redline.new.version)
    if exact or redline.old is None:
        return exact
    labels = [reason.version for reason in reasons]
    if redline.new.version not in WORKING or redline.old.version not in labels:
        return ()
    return tuple(reason.why for reason in reasons[labels.index(redline.old.version) + 1 :])


def counted(cards: tuple[Card, ...], unchanged: int) -> str:
    """How many sections changed in which way, as a phrase."""
    numbers = Counter(card.kind for card in cards)
    words = [(numbers[kind], one, many) for kind, (_, one, many) in KINDS.items()]
    words = [*(row for row in words if row[0]), (unchanged, "oförändrat", "oförändrade")]
    return ", ".join(f"{number} {one if number == 1 else many}" for number, one, many in words)


def summary(card: Card) -> str:
    """A change in one line: where it stood, and how many words came and went."""
    came, went = _words(card.section, "ny"), _words(card.before or card.section, "gammal")
    parts = [f"stod i avsnitt {card.before.number}"] if card.before and card.before.number else []
    if card.kind in ("ändrad", "flyttad"):
        parts += [f"{came} ord {'tillagt' if came == 1 else 'tillagda'}"] if came else []
        parts += [f"{went} ord {'borttaget' if went == 1 else 'borttagna'}"] if went else []
        parts += [_pictures(card.section, "ny", ("bild tillagd", "bilder tillagda"))]
        parts += [_pictures(card.before or card.section, "gammal", ("bild borttagen", "bilder borttagna"))]
    return ", ".join(filter(None, parts))


def rewritten(card: Card) -> bool:
    """True when a moved section reads otherwise than where it stood, or shows another picture."""
    old = card.before
    came = _words(card.section, "ny") or _drawn(card.section, "ny")
    return bool(came or (old and (_words(old, "gammal") or _drawn(old, "gammal"))))


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
