"""Clauses that were divided or joined: whose text goes on in another clause, word for word.

A new clause of which half or more came from one that stood before is a part of that one; a clause that is gone, and of
which half or more stands in another, was joined to it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from builder.model import Text
from builder.redline import (
    MarkedBlock,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Redline,
    part_move,
)  # fmt: skip

__all__ = ["Relation", "relations"]

BUILT = frozenset({"facts", "question"})


@dataclass(frozen=True, slots=True)
class Relation:
    """What a clause has to do with others: the new ones it was divided into and the one that it is a part of,
    those that are gone and were joined to it, and the one to which it was joined. `goes_on`: half or more of a clause
    that came or went stands, or stood, in others."""

    parts: tuple[MarkedSection, ...] = ()
    part_of: MarkedSection | None = None
    joined: tuple[MarkedSection, ...] = ()
    joined_to: MarkedSection | None = None
    goes_on: bool = False


def relations(redline: Redline) -> Mapping[int, Relation]:
    """By place in the redline, for the clauses that have any."""
    sections = redline.sections
    flows = _flows(sections)
    parts = [(i, j) for (i, j), words in flows.items() if _is(sections[j], "insertion") and _most(words, sections[j])]
    joins = [(i, j) for (i, j), words in flows.items() if _is(sections[i], "deletion") and _most(words, sections[i])]
    going = _going_on(sections, flows)
    places = sorted({place for pair in (*parts, *joins) for place in pair} | going)
    return {place: replace(_relation(place, sections, parts, joins), goes_on=place in going) for place in places}


def _going_on(sections: Sequence[MarkedSection], flows: Mapping[tuple[int, int], int]) -> set[int]:
    """The clauses that went to others, or came from them, altogether for the most part."""
    shared: Counter[int] = Counter()
    for (i, j), words in flows.items():
        shared.update({i: words} if _is(sections[i], "deletion") else {})
        shared.update({j: words} if _is(sections[j], "insertion") else {})
    return {place for place, words in shared.items() if _most(words, sections[place])}


Pairs = Sequence[tuple[int, int]]


def _relation(place: int, sections: Sequence[MarkedSection], parts: Pairs, joins: Pairs) -> Relation:
    return Relation(
        tuple(sections[j] for i, j in parts if i == place),
        next((sections[i] for i, j in parts if j == place), None),
        tuple(sections[i] for i, j in joins if j == place),
        next((sections[j] for i, j in joins if i == place), None),
    )


def _is(section: MarkedSection, kind: str) -> bool:
    return [revision.kind for revision in section.fate] == [kind]


def _most(words: int, section: MarkedSection) -> bool:
    return words * 2 >= sum(_words(block) for block in section.blocks)


# --- words that moved --------------------------------------------------------------------------------


def _flows(sections: Sequence[MarkedSection]) -> Counter[tuple[int, int]]:
    """How many words went from one section to another."""
    from_: dict[str, int] = {}
    to: dict[str, tuple[int, int]] = {}
    for place, section in enumerate(sections):
        for name, kind, words in _moves(section):
            if kind == "move-from":
                from_[name] = place
            else:
                to[name] = place, words
    flows: Counter[tuple[int, int]] = Counter()
    for name, (place, words) in to.items():
        if from_.get(name, place) != place:
            flows[from_[name], place] += words
    return flows


def _moves(section: MarkedSection) -> Iterator[tuple[str, str, int]]:
    for block in section.blocks:
        move = part_move(block.fate, section.fate)
        if move is not None:
            yield move.move, move.kind, _words(block)


def _words(block: MarkedBlock) -> int:
    match block:
        case MarkedParagraph(spans=spans, shape=shape):
            texts = (span.inline.text for span in spans if isinstance(span.inline, Text))
            return 0 if shape.kind in BUILT else sum(len(text.split()) for text in texts)
        case MarkedTable(rows=rows):
            return sum(_words(paragraph) for row in rows for cell in row.cells for paragraph in cell.content)
        case MarkedPicture():
            return 0
