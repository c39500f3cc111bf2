"""Which sections stay where they are; the others moved."""

from collections.abc import Mapping, Sequence

from builder.compare.order import longest
from builder.compare.pairing import under
from builder.model import Section, plain_text

__all__ = ["staying"]

HEADING = 40
"""What any section weighs beside its letters, so that of two equal choices fewer sections move."""
LIGHT = 10
"""A clause that changed chapter, and what stands under a chapter that kept it, weigh a tenth: it is the
clause that moves over a chapter's heading, not the heading over the clause, until several would."""


def staying(old: Sequence[Section], new: Sequence[Section], pairs: Mapping[int, int]) -> list[int]:
    """Places in the old document of the paired sections that keep their order, as much text as possible."""
    places = sorted(pairs)
    targets = [pairs[i] for i in places]
    if targets == sorted(targets):
        return places
    letters = [HEADING + sum(map(len, plain_text(section))) for section in old]
    above_old, above_new = _parents(old), _parents(new)
    weights = [_weight(i, letters, above_old, above_new, pairs, old, new) for i in places]
    return [places[k] for k in longest(targets, weights)]


def _weight(
    place: int, letters: Sequence[int], above_old: Sequence[int], above_new: Sequence[int],
    pairs: Mapping[int, int], old: Sequence[Section], new: Sequence[Section],
) -> float:  # fmt: skip
    parent_old, parent_new = above_old[place], above_new[pairs[place]]
    crossed = parent_old in pairs and parent_new in pairs.values() and pairs[parent_old] != parent_new
    own = letters[place] / LIGHT + HEADING if crossed else letters[place]
    inside = set(under(new, pairs[place]))
    return own + sum(letters[k] for k in under(old, place) if pairs.get(k) in inside) / LIGHT


def _parents(sections: Sequence[Section]) -> list[int]:
    """For each section the place of the one it stands under, or -1."""
    parents: list[int] = []
    open_sections: list[int] = []
    for place, section in enumerate(sections):
        while open_sections and sections[open_sections[-1]].level >= section.level:
            open_sections.pop()
        parents.append(open_sections[-1] if open_sections else -1)
        open_sections.append(place)
    return parents
