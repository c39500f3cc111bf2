"""Which pages sections stand on: on their side for tables of many columns, and with numbered lines or not."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from builder.redline import MarkedSection, MarkedTable, in_new, in_old
from builder.word.columns import breadth

__all__ = ["COLUMNS", "Stretch", "stretches"]

COLUMNS = 7
"""The fewest columns that a table is given a page on its side for."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sections that stand on pages of one kind.

    `ends_new`, `ends_old`: whether pages of the other kind follow in the new text, and in the old;
    `ends`: whether they do in the redline. `counted`: their lines have numbers."""

    sections: tuple[MarkedSection, ...]
    wide: bool
    ends_new: bool = False
    ends_old: bool = False
    ends: bool = False
    counted: bool = False


class Pages(NamedTuple):
    """A kind of pages."""

    wide: bool = False
    counted: bool = False


def stretches(
    sections: Sequence[MarkedSection], begins_upright: bool, ends_upright: bool, counted: bool = False
) -> Iterator[Stretch]:
    """The sections in stretches. `begins_upright`: what stands before them shares their pages; `ends_upright`: what
    stands after them cannot be turned with the last of them. `counted`: lines have numbers, but in annexes."""
    groups = [(pages, tuple(group)) for pages, group in _groups(sections, counted)]
    shown = [*([(Pages(), ())] if begins_upright else []), *groups]
    last = shown[-1][0] if shown and not ends_upright else Pages()
    for place, (pages, group) in enumerate(shown):
        later = shown[place + 1 :]
        new, old = (_ends(pages, group, later, last, stands) for stands in (_in_new, _in_old))
        yield Stretch(group, pages.wide, new, old, (later[0][0] if later else last) != pages, pages.counted)


Group = tuple[Pages, tuple[MarkedSection, ...]]


def _groups(sections: Sequence[MarkedSection], counted: bool) -> Iterable[tuple[Pages, Iterable[MarkedSection]]]:
    wide = [any(isinstance(b, MarkedTable) and breadth(b) >= COLUMNS for b in s.blocks) for s in sections]
    for place in range(len(sections) - 2, -1, -1):
        wide[place] |= wide[place + 1] and not sections[place].blocks
    pages = (Pages(side, counted and s.kind != "annex") for side, s in zip(wide, sections, strict=True))
    return ((key, (s for s, _ in pairs)) for key, pairs in groupby(zip(sections, pages, strict=True), lambda p: p[1]))


def _ends(
    pages: Pages, group: Sequence[MarkedSection], later: Sequence[Group], last: Pages,
    stands: Callable[[MarkedSection], bool],
) -> bool:  # fmt: skip
    if group and not any(map(stands, group)):
        return False
    following = (kind for kind, sections in later if any(map(stands, sections)))
    return next(following, last) != pages


def _in_new(section: MarkedSection) -> bool:
    return in_new(section.fate)


def _in_old(section: MarkedSection) -> bool:
    return in_old(section.fate)
