"""What stands elsewhere, in another place of its clause or in another clause: paragraphs and tables, word for word
or edited."""

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.compare.align import word_list
from builder.compare.halves import part_came_to, part_went_from
from builder.compare.near import near, users
from builder.compare.pairing import ALIKE, FEW
from builder.compare.paragraphs import Pen, mark_paragraph
from builder.compare.readable import is_landmark
from builder.compare.tables import mark_table
from builder.model import Break, Number, Paragraph, Table, Text
from builder.redline import (
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Revision,
    Span,
    keep_block,
    new_block,
    old_block,
)  # fmt: skip

__all__ = ["with_moves"]

SHORTEST = 6
"""Letters, with a space among them, from which a paragraph that changed place within its clause is known again."""
WORDS = 5
"""Words from which it is known again in another clause: "Enligt ovan." may stand in any."""
WORD = re.compile(r"\w+")
IN_BRACKETS = re.compile(r"\([^()]*\)")
"""Where a reference leads, and a law's number: two paragraphs that cite the same thing are not for that the same."""

KINDS = frozenset({"text", "heading", "code", "caption"})
"""Facts and questions are written by the builder, and read the same in many clauses."""

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
    left, arrived = ([thing for thing in side if thing.place not in moves] for side in (went, came))
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
    """Paragraphs and tables that went, or came, as a whole."""
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
            return f"{shape.kind} {_words(block, names)}" if shape.kind in KINDS else None
        case MarkedTable(rows=rows):
            cells = [[_words(p, names) for p in cell.content] for row in rows for cell in row.cells]
            return f"table {cells}"
        case MarkedPicture():
            return None


def _words(paragraph: MarkedParagraph, names: Mapping[str, str]) -> str:
    """What it says: numbers by what they refer to, white space and the encoding of letters left out, footnotes where
    they belong."""
    words: list[str] = []
    for span in paragraph.spans:
        match span.inline:
            case Text(text=text):
                words.append(text)
            case Number(clause=clause):
                words.append(f"\0{names.get(clause, clause)}\0")
            case Break():
                words.append(" ")
            case MarkedNote(content=content):
                words.append(f" \0{' '.join(_words(inner, names) for inner in content)}\0 ")
    return unicodedata.normalize("NFC", " ".join("".join(words).split()))


# --- parts that also were edited ---------------------------------------------------------------------


def _alike(went: Sequence[_Found], came: Sequence[_Found]) -> Iterator[tuple[_Found, _Found]]:
    """Those that share enough of the words that say what they are about; the most alike first."""
    olds, news = ([(thing, _landmarks(thing)) for thing in side] for side in (went, came))
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


def _landmarks(thing: _Found) -> frozenset[str]:
    """The words that say what it is about."""
    words = word_list(IN_BRACKETS.sub("", thing.text.partition(" ")[2]))
    return frozenset(filter(is_landmark, words))


def _like(old: frozenset[str], new: frozenset[str]) -> float:
    """The part of their words that two share, 0 when those are few."""
    common = len(old & new)
    return 2 * common / (len(old) + len(new)) if common >= FEW else 0.0


def _kind(thing: _Found) -> str:
    return thing.text.partition(" ")[0]


def _edited(sections: Sequence[MarkedSection], from_: Place, to: Place, pen: Pen) -> dict[Place, MarkedBlock]:
    """Both halves with their edits; none where hardly a word would be kept."""
    was, is_ = _at(sections, from_), _at(sections, to)
    both = _both(was, is_, pen)
    if both is None or not any(map(_is_kept_word, _spans(both))):
        return {}
    away, here = pen.move()
    left, arrived = part_went_from(both, away, was.fate[:-1]), part_came_to(both, here, is_.fate[:-1])
    return {from_: left, to: arrived}


def _both(was: MarkedBlock, is_: MarkedBlock, pen: Pen) -> MarkedBlock | None:
    """The two as one. Of tables without a column in common it is the old one, of which no word is kept."""
    match old_block(was), new_block(is_):
        case Paragraph() as old, Paragraph() as new:
            return mark_paragraph(old, new, pen)
        case Table() as old, Table() as new:
            return next(mark_table(old, new, pen))
        case _:
            return None


def _spans(block: MarkedBlock) -> Iterator[Span]:
    match block:
        case MarkedParagraph(spans=spans):
            yield from spans
        case MarkedTable(rows=rows):
            yield from (span for row in rows for cell in row.cells for p in cell.content for span in p.spans)
        case MarkedPicture():
            return


def _is_kept_word(span: Span) -> bool:
    return not span.fate and isinstance(span.inline, Text) and WORD.search(span.inline.text) is not None


# --- marking -----------------------------------------------------------------------------------------


def _at(sections: Sequence[MarkedSection], place: Place) -> MarkedBlock:
    return sections[place[0]].blocks[place[1]]


def _section(place: int, section: MarkedSection, marked: Mapping[Place, MarkedBlock]) -> MarkedSection:
    blocks = tuple(marked.get((place, n), block) for n, block in enumerate(section.blocks))
    return replace(section, blocks=blocks)


def _moved(block: MarkedBlock, move: Revision) -> MarkedBlock:
    return keep_block(old_block(block) if move.kind == "move-from" else new_block(block), (*block.fate[:-1], move))
