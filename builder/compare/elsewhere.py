"""What stands elsewhere, in another place of its clause or in another clause: paragraphs, word for word or edited,
and tables, word for word."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.compare.align import word_list
from builder.compare.halves import paragraph_came_to, paragraph_went_from
from builder.compare.near import near, users
from builder.compare.pairing import ALIKE, FEW
from builder.compare.paragraphs import Pen, mark_paragraph
from builder.model import Break, Number, Paragraph, Text
from builder.redline import (
    Fate,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Revision,
    Span,
    keep_block,
    new_table,
    old_table,
)  # fmt: skip

__all__ = ["with_moves"]

SHORTEST = 6
"""Letters, with a space among them, from which a paragraph that changed place within its clause is known again."""
WORDS = 5
"""Words from which it is known again in another clause: "Enligt ovan." may stand in any."""
WORD = re.compile(r"\w+")
KINDS = frozenset({"text", "heading", "code"})
"""Facts and questions are written by the builder, and read the same in many clauses."""
TABLE = "table"

Place = tuple[int, int]
"""The place of a section, and of a block in it."""


@dataclass(frozen=True, slots=True)
class _Found:
    """A paragraph or table that went or came: where, in which section (a moved one has two places), what it says."""

    place: Place
    home: str
    text: str


def with_moves(sections: Sequence[MarkedSection], pen: Pen) -> tuple[MarkedSection, ...]:
    """The sections with such parts as the two halves of a move; what was one deleted and one inserted."""
    went = list(_whole(sections, "deletion", pen))
    came = list(_whole(sections, "insertion", pen))
    moves: dict[Place, Revision] = {}
    for within in (True, False):
        _pair(went, came, within, pen, moves)
    marked: dict[Place, MarkedBlock] = {
        place: _moved(sections[place[0]].blocks[place[1]], move) for place, move in moves.items()
    }
    left, arrived = ([t for t in side if t.place not in moves and _kind(t) != TABLE] for side in (went, came))
    for old, new in _alike(left, arrived):
        marked |= _edited(sections, old.place, new.place, pen)
    return tuple(_section(k, section, marked) for k, section in enumerate(sections)) if marked else tuple(sections)


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
    """Paragraphs and tables that went, or came, as a whole; those with footnotes are left as they are."""
    for k, section in enumerate(sections):
        home = section.fate[0].move if section.fate and section.fate[0].move else str(k)
        for n, block in enumerate(section.blocks if section.kind == "clause" else ()):
            text = _said(block, pen.names) if block.fate and block.fate[-1].kind == kind else None
            if text is not None:
                yield _Found((k, n), home, text)


def _said(block: MarkedBlock, names: Mapping[str, str]) -> str | None:
    """Its kind and what it says; None for what is not known again elsewhere."""
    match block:
        case MarkedParagraph(shape=shape):
            return _text(block, names) if shape.kind in KINDS else None
        case MarkedTable(rows=rows, caption=caption):
            cells = [[_text(p, names) for p in cell.content] for row in rows for cell in row.cells]
            whole = [text for cell in cells for text in cell if text is not None]
            return f"{TABLE} {caption} {cells}" if len(whole) == sum(map(len, cells)) else None
        case MarkedPicture():
            return None


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


# --- paragraphs that also were edited ------------------------------------------------------------------


def _alike(went: Sequence[_Found], came: Sequence[_Found]) -> Iterator[tuple[_Found, _Found]]:
    """Those that are clearly the same, by the rule for clauses without a name in common; the most alike first."""
    olds, news = ([(thing, frozenset(word_list(thing.text))) for thing in side] for side in (went, came))
    places = users(words for _, words in news)
    found: list[tuple[float, int, int]] = []
    for i, (old, words) in enumerate(olds):
        for j in near(words, places):
            like = _like(words, news[j][1])
            if like >= ALIKE and _kind(old) == _kind(news[j][0]):
                found.append((-like, i, j))
    taken: set[tuple[int, int]] = set()
    for _, i, j in sorted(found):
        if (0, i) not in taken and (1, j) not in taken:
            taken |= {(0, i), (1, j)}
            yield went[i], came[j]


def _like(old: frozenset[str], new: frozenset[str]) -> float:
    """The part of their words that two share, 0 when those are few. The kind of each is one of its words."""
    common = len(old & new) - 1
    return 2 * common / (len(old) + len(new) - 2) if common >= FEW else 0.0


def _kind(thing: _Found) -> str:
    return thing.text.partition(" ")[0]


def _edited(sections: Sequence[MarkedSection], from_: Place, to: Place, pen: Pen) -> dict[Place, MarkedParagraph]:
    """Both halves with their edits; none where hardly a word would be kept."""
    was, is_ = _at(sections, from_), _at(sections, to)
    both = mark_paragraph(_plain(was), _plain(is_), pen)
    if not any(
        not span.fate and isinstance(span.inline, Text) and WORD.search(span.inline.text) for span in both.spans
    ):
        return {}
    away, here = pen.move()
    left, arrived = paragraph_went_from(both, away), paragraph_came_to(both, here)
    return {from_: _within(left, was.fate[:-1]), to: _within(arrived, is_.fate[:-1])}


def _plain(paragraph: MarkedParagraph) -> Paragraph:
    """The paragraph without marks. It has no footnotes."""
    inlines = (span.inline for span in paragraph.spans)
    return Paragraph(tuple(i for i in inlines if not isinstance(i, MarkedNote)), paragraph.shape)


def _within(paragraph: MarkedParagraph, around: Fate) -> MarkedParagraph:
    """The paragraph with what happened to its section before its own fate."""
    spans = tuple(replace(span, fate=around + span.fate) for span in paragraph.spans)
    return replace(paragraph, spans=spans, fate=around + paragraph.fate)


# --- marking -----------------------------------------------------------------------------------------


def _at(sections: Sequence[MarkedSection], place: Place) -> MarkedParagraph:
    block = sections[place[0]].blocks[place[1]]
    assert isinstance(block, MarkedParagraph)
    return block


def _section(place: int, section: MarkedSection, marked: Mapping[Place, MarkedBlock]) -> MarkedSection:
    blocks = tuple(marked.get((place, n), block) for n, block in enumerate(section.blocks))
    return replace(section, blocks=blocks)


def _moved(block: MarkedBlock, move: Revision) -> MarkedBlock:
    fate = (*block.fate[:-1], move)
    match block:
        case MarkedParagraph(spans=spans, shape=shape):
            return MarkedParagraph(tuple(Span(s.inline, (*s.fate[:-1], move)) for s in spans), shape, fate)
        case MarkedTable():
            return keep_block(old_table(block) if move.kind == "move-from" else new_table(block), fate)
        case MarkedPicture():
            return block
