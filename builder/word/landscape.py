"""Pages on their side for tables of many columns, with the headings above them."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from builder.redline import MarkedSection, MarkedTable, in_new, in_old
from builder.word.columns import breadth

__all__ = ["COLUMNS", "Stretch", "stretches"]

COLUMNS = 7
"""The fewest columns that a table is given a page on its side for."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Sections that stand on pages of one kind.

    `ends_new`, `ends_old`: whether pages of the other kind follow in the new text, and in the old;
    `ends`: whether they do in the redline."""

    sections: tuple[MarkedSection, ...]
    wide: bool
    ends_new: bool = False
    ends_old: bool = False
    ends: bool = False


def stretches(sections: Sequence[MarkedSection], begins_upright: bool, ends_upright: bool) -> Iterator[Stretch]:
    """The sections in stretches. `begins_upright`: what stands before them shares their pages; `ends_upright`: what
    stands after them cannot be turned with the last of them."""
    groups = [(wide, tuple(group)) for wide, group in _groups(sections)]
    shown = [*([(False, ())] if begins_upright else []), *groups]
    last = not ends_upright and bool(shown) and shown[-1][0]
    for place, (wide, group) in enumerate(shown):
        later = shown[place + 1 :]
        new, old = (_ends(wide, group, later, last, stands) for stands in (_in_new, _in_old))
        yield Stretch(group, wide, new, old, (later[0][0] if later else last) != wide)


Group = tuple[bool, tuple[MarkedSection, ...]]


def _groups(sections: Sequence[MarkedSection]) -> Iterable[tuple[bool, Iterable[MarkedSection]]]:
    wide = [any(isinstance(b, MarkedTable) and breadth(b) >= COLUMNS for b in s.blocks) for s in sections]
    for place in range(len(sections) - 2, -1, -1):
        wide[place] |= wide[place + 1] and not sections[place].blocks
    return ((key, (s for s, _ in pairs)) for key, pairs in groupby(zip(sections, wide, strict=True), lambda p: p[1]))


def _ends(
    wide: bool, group: Sequence[MarkedSection], later: Sequence[Group], last: bool,
    stands: Callable[[MarkedSection], bool],
) -> bool:  # fmt: skip
    if group and not any(map(stands, group)):
        return False
    following = (kind for kind, sections in later if any(map(stands, sections)))
    return next(following, last) != wide


def _in_new(section: MarkedSection) -> bool:
    return in_new(section.fate)


def _in_old(section: MarkedSection) -> bool:
    return in_old(section.fate)
