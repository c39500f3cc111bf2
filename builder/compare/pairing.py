"""Which section of the old document is which of the new: by id, by former id, else by likeness."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from builder.compare.align import word_list
from builder.compare.near import near, users
from builder.model import Section, plain_text
from builder.model import words as plain

__all__ = ["ALIKE", "FEW", "pair_sections", "under"]

ALIKE = 0.5
"""Unpaired sections are the same when they share this part of their words; with the same title, `TITLED`.
Two clauses of one agreement on different matters share about 0.3."""
TITLED = 0.2
FEW = 5
"""Two clauses with different titles must share this many words: headings alone say too little."""


def pair_sections(old: Sequence[Section], new: Sequence[Section]) -> dict[int, int]:
    """Place in the old document → place in the new, for all that are in both."""
    pairs: dict[int, int] = {}
    _match(pairs, _names(old), _names(new))
    _match(pairs, _names(old), _former(new))
    _match(pairs, _former(old), _names(new))
    _match_alike(pairs, old, new)
    return pairs


def _names(sections: Sequence[Section]) -> Iterator[tuple[str, int]]:
    """Ids with places; the same section a second time has a name of its own."""
    seen: dict[str, int] = {}
    for place, section in enumerate(sections):
        seen[section.id] = seen.get(section.id, 0) + 1
        yield f"{section.kind} {section.id} {seen[section.id]}", place


def _former(sections: Sequence[Section]) -> Iterator[tuple[str, int]]:
    return ((f"{s.kind} {name} 1", place) for place, s in enumerate(sections) for name in s.former)


def _match(pairs: dict[int, int], old: Iterable[tuple[str, int]], new: Iterable[tuple[str, int]]) -> None:
    places = dict(new)
    taken = set(pairs.values())
    for name, i in old:
        j = places.get(name)
        if j is not None and i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


# --- likeness ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Look:
    """A section as a set of words, and the same as bits of one number; a chapter's words are its sections' names."""

    kind: str
    title: str
    words: frozenset[str]
    bits: int


_Placed = tuple[int, _Look]


def _match_alike(pairs: dict[int, int], old: Sequence[Section], new: Sequence[Section]) -> None:
    """Pair what is left, the most alike first."""
    taken = set(pairs.values())
    names = {old[i].id: new[j].id for i, j in pairs.items()}
    bits: dict[str, int] = {}
    looks_old = [(i, _look(old, i, names, bits)) for i in range(len(old)) if i not in pairs]
    looks_new = [(j, _look(new, j, {}, bits)) for j in range(len(new)) if j not in taken]
    for _, i, j in sorted(_alike(looks_old, looks_new)):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)


def _alike(old: Sequence[_Placed], new: Sequence[_Placed]) -> Iterator[tuple[float, int, int]]:
    """The places of all that may be the same, with how alike they are: the most alike sort first."""
    places = users(look.words for _, look in new)
    for i, a in old:
        for j, b in (new[k] for k in near(a.words, places)):
            if like := _like(a, b):
                yield -like, i, j


def _like(a: _Look, b: _Look) -> float:
    """0 when the two are not the same section."""
    common = (a.bits & b.bits).bit_count()
    titled = a.title == b.title
    if a.kind != b.kind or common < (FEW if a.kind == "clause" and not titled else 1):
        return 0.0
    like = 2 * common / (len(a.words) + len(b.words))
    return like + titled if like >= (TITLED if titled else ALIKE) else 0.0


def _look(sections: Sequence[Section], place: int, names: Mapping[str, str], bits: dict[str, int]) -> _Look:
    section = sections[place]
    inside = {names.get(sections[k].id, sections[k].id) for k in under(sections, place)}
    own = {word for line in plain_text(section) for word in word_list(line)}
    words = inside if inside and section.kind == "chapter" else own
    number = sum(1 << bits.setdefault(word, len(bits)) for word in words)
    return _Look(section.kind, plain(section.title).casefold(), frozenset(words), number)


def under(sections: Sequence[Section], place: int) -> Iterator[int]:
    """Places of the sections that stand under one, at any depth."""
    for k in range(place + 1, len(sections)):
        if sections[k].level <= sections[place].level:
            return
        yield k
