"""Paragraphs that stand elsewhere, word for word: in another place of their clause, or in another clause."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.compare.paragraphs import Pen
from builder.model import Break, Number, Text
from builder.redline import MarkedBlock, MarkedNote, MarkedParagraph, MarkedSection, Revision, Span

__all__ = ["with_moves"]

SHORTEST = 6
"""Letters, with a space among them, from which a paragraph that changed place within its clause is known again."""
WORDS = 5
"""Words from which it is known again in another clause: "Enligt ovan." may stand in any."""
WORD = re.compile(r"\w+")
KINDS = frozenset({"text", "heading", "code"})
"""Facts and questions are written by the builder, and read the same in many clauses."""

Place = tuple[int, int]
"""The place of a section, and of a block in it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A paragraph that went or came: where, in which section (a moved one has two places), and what it says."""

    place: Place
    home: str
    text: str


def with_moves(sections: Sequence[MarkedSection], pen: Pen) -> tuple[MarkedSection, ...]:
    """The sections with such paragraphs as the two halves of a move; what was one deleted and one inserted."""
    went = list(_whole(sections, "deletion", pen))
    came = list(_whole(sections, "insertion", pen))
    moves: dict[Place, Revision] = {}
    for within in (True, False):
        _pair(went, came, within, pen, moves)
    return tuple(_section(k, section, moves) for k, section in enumerate(sections)) if moves else tuple(sections)


def _pair(went: Sequence[_Found], came: Sequence[_Found], within: bool, pen: Pen, moves: dict[Place, Revision]) -> None:
    """Add the moves within sections, or those between them, in the order of what went."""
    places: dict[tuple[str, str], list[Place]] = {}
    for new in reversed(came):
        if new.place not in moves and _is_known(new.text, within):
            places.setdefault((new.home if within else "", new.text), []).append(new.place)
    for old in went:
        found = places.get((old.home if within else "", old.text))
        if found and old.place not in moves:
            moves[old.place], moves[found.pop()] = pen.move()


def _is_known(text: str, within: bool) -> bool:
    said = text.partition(" ")[2].strip()
    return (len(said) >= SHORTEST and " " in said) if within else len(WORD.findall(said)) >= WORDS


# --- what went and came ------------------------------------------------------------------------------


def _whole(sections: Sequence[MarkedSection], kind: str, pen: Pen) -> Iterator[_Found]:
    """Paragraphs that went, or came, as a whole; those with footnotes are left as they are."""
    for k, section in enumerate(sections):
        home = section.fate[0].move if section.fate and section.fate[0].move else str(k)
        for n, block in enumerate(section.blocks if section.kind == "clause" else ()):
            if isinstance(block, MarkedParagraph) and _is(block, kind):
                text = _text(block, pen.names)
                if text is not None:
                    yield _Found((k, n), home, text)


def _is(paragraph: MarkedParagraph, kind: str) -> bool:
    return bool(paragraph.fate) and paragraph.fate[-1].kind == kind and paragraph.shape.kind in KINDS


def _text(paragraph: MarkedParagraph, names: Mapping[str, str]) -> str | None:
    """Its kind and what it says: numbers by what they refer to, white space and the encoding of letters left out."""
    words: list[str] = []
    for span in paragraph.spans:
        match span.inline:
            case Text(text=text):
                words.append(text)
            case Number(clause=clause):
                words.append(f"\0{names.get(clause, clause)}\0")
            case Break():
                words.append(" ")
            case MarkedNote():
                return None
    return f"{paragraph.shape.kind} {unicodedata.normalize('NFC', ' '.join(''.join(words).split()))}"


# --- marking -----------------------------------------------------------------------------------------


def _section(place: int, section: MarkedSection, moves: Mapping[Place, Revision]) -> MarkedSection:
    blocks = tuple(_block(block, moves.get((place, n))) for n, block in enumerate(section.blocks))
    return replace(section, blocks=blocks)


def _block(block: MarkedBlock, move: Revision | None) -> MarkedBlock:
    if move is None or not isinstance(block, MarkedParagraph):
        return block
    spans = tuple(Span(span.inline, (*span.fate[:-1], move)) for span in block.spans)
    return MarkedParagraph(spans, block.shape, (*block.fate[:-1], move))
