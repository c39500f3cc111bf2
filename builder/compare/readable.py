"""How a change is shown so that people can read it: fewer and rounder stretches than the shortest diff.

The shortest diff keeps every word it can, also an "och" between two rewritten halves. Readers want
whole changes. Five rules, in order: slide an insertion or a deletion to where a sentence begins; let
small islands of white space, marks and equal words go with the changes around them; let a bracket
that both sides of a change open close in it; give back the white space that both sides begin or end
with; show a paragraph whole when too little of it survived.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.compare.tokens import Token

__all__ = ["SENTENCE_ENDS", "Stretch", "is_landmark", "is_rewritten", "readable"]

SENTENCE_ENDS = frozenset(".;:?!")
SHORT_WORD = 3
"""Letters in "och", "att", "som", "för": a word up to this length is no landmark between two changes."""
LARGEST_ISLAND = 3
"""Words in the largest island that may go with its neighbours, when each is at least twice as large."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Tokens `old_start`–`old_end` of the old paragraph against tokens of the new: kept, or changed.

    `uncounted`: so long that it was not compared word by word; what is equal in it counts as changed."""

    old_start: int
    old_end: int
    new_start: int
    new_end: int
    kept: bool
    uncounted: bool = False


def is_landmark(word: str) -> bool:
    """True for a word that says what a text is about: a number, or longer than the small words of every text."""
    return len(word) > SHORT_WORD or word.isdigit()


def is_rewritten(kept: int, old: int, new: int) -> bool:
    """True when fewer than a third of the shorter paragraph's words survive."""
    return kept * 3 < min(old, new)


def readable(stretches: Iterable[Stretch], old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """The same change in stretches for people."""
    sides = _Sides(old, new)
    slid = _slid(list(stretches), sides)
    closed = _closed(_joined(slid, sides), sides)
    trimmed = [part for stretch in closed for part in _trimmed(stretch, sides)]
    return _whole(sides) if _is_too_torn(trimmed, sides) else trimmed


@dataclass(frozen=True, slots=True)
class _Sides:
    """The tokens of both paragraphs."""

    old: Sequence[Token]
    new: Sequence[Token]

    def gone(self, stretch: Stretch) -> int:
        """Words on the old side."""
        return _words(self.old[stretch.old_start : stretch.old_end])

    def come(self, stretch: Stretch) -> int:
        """Words on the new side."""
        return _words(self.new[stretch.new_start : stretch.new_end])

    def size(self, stretch: Stretch) -> int:
        """Words on the larger side."""
        return max(self.gone(stretch), self.come(stretch))

    def is_replacement(self, stretch: Stretch) -> bool:
        """Whether something stands on both sides."""
        return stretch.old_start < stretch.old_end and stretch.new_start < stretch.new_end

    def opens(self, stretch: Stretch) -> bool:
        """Whether both sides open a bracket that they do not close."""
        old = [token.text for token in self.old[stretch.old_start : stretch.old_end]]
        new = [token.text for token in self.new[stretch.new_start : stretch.new_end]]
        return all(side.count("(") == side.count(")") + 1 for side in (old, new))


def _words(tokens: Iterable[Token]) -> int:
    return sum([token.word for token in tokens])


# --- slide -------------------------------------------------------------------------------------------


def _slid(parts: list[Stretch], sides: _Sides) -> list[Stretch]:
    """Insertions and deletions between kept stretches, each at its best place."""
    for k in range(1, len(parts) - 1):
        before, change, after = parts[k - 1 : k + 2]
        if before.kept and after.kept and not change.kept and not sides.is_replacement(change):
            by = _best_slide(before, change, after, sides)
            parts[k - 1] = replace(before, old_end=before.old_end + by, new_end=before.new_end + by)
            parts[k] = _shifted(change, by)
            parts[k + 1] = replace(after, old_start=after.old_start + by, new_start=after.new_start + by)
    return [part for part in parts if part.old_start < part.old_end or part.new_start < part.new_end]


def _shifted(stretch: Stretch, by: int) -> Stretch:
    return Stretch(
        stretch.old_start + by, stretch.old_end + by, stretch.new_start + by, stretch.new_end + by, stretch.kept
    )  # fmt: skip


def _best_slide(before: Stretch, change: Stretch, after: Stretch, sides: _Sides) -> int:
    inserted = change.old_start == change.old_end
    tokens = sides.new if inserted else sides.old
    start, end = (change.new_start, change.new_end) if inserted else (change.old_start, change.old_end)
    back, on = before.old_end - before.old_start, after.old_end - after.old_start
    left = _run(back, lambda k: tokens[end - 1 - k].key == tokens[start - 1 - k].key)
    right = _run(on, lambda k: tokens[start + k].key == tokens[end + k].key)
    return max(range(-left, right + 1), key=lambda by: (_border(tokens, start + by) + _border(tokens, end + by), by))


def _run(limit: int, holds: Callable[[int], bool]) -> int:
    return next((k for k in range(limit) if not holds(k)), limit)


def _border(tokens: Sequence[Token], place: int) -> int:
    """How good a border lies before a token: a paragraph's edge, a sentence's start, a sentence's end, a word's."""
    if place == 0 or place == len(tokens):
        return 5
    if tokens[place - 1].text.isspace():
        return 4 if place > 1 and tokens[place - 2].text in SENTENCE_ENDS else 2
    if tokens[place].text.isspace():
        return 3 if tokens[place - 1].text in SENTENCE_ENDS else 1
    return 0


# --- islands -----------------------------------------------------------------------------------------


def _joined(parts: list[Stretch], sides: _Sides) -> list[Stretch]:
    """Islands gone, also those that became small beside a change grown by another island."""
    while True:
        joined = _joined_once(parts, sides)
        if len(joined) == len(parts):
            return joined
        parts = joined


def _joined_once(parts: Iterable[Stretch], sides: _Sides) -> list[Stretch]:
    done: list[Stretch] = []
    for part in parts:
        if done and not done[-1].kept and not part.kept:
            done[-1] = _spanning(done[-1], part)
        elif len(done) > 1 and not part.kept and _is_island(done[-2], done[-1], part, sides):
            done[-2:] = [_spanning(done[-2], part)]
        else:
            done.append(part)
    return done


def _spanning(first: Stretch, last: Stretch) -> Stretch:
    return Stretch(first.old_start, last.old_end, first.new_start, last.new_end, kept=False)


def _is_island(before: Stretch, kept: Stretch, after: Stretch, sides: _Sides) -> bool:
    tokens = sides.new[kept.new_start : kept.new_end]
    if all(token.text.isspace() for token in tokens):
        return True
    ends = any(token.text in SENTENCE_ENDS for token in tokens)
    if ends or not (sides.is_replacement(before) and sides.is_replacement(after)):
        return False
    return _is_small([token.text for token in tokens if token.word], sides.size(before), sides.size(after))


def _is_small(words: Sequence[str], before: int, after: int) -> bool:
    """Whether the words between two changes are too few to hold on to."""
    if len(words) == 1 and not is_landmark(words[0]):
        return max(before, after) > 1
    return len(words) <= LARGEST_ISLAND and len(words) * 2 <= min(before, after)


def _closed(parts: list[Stretch], sides: _Sides) -> list[Stretch]:
    """No bracket that opens in a change and closes just after it: {-lagen A (1998:1)-}{+lagen B (2027:2)+}."""
    for k in range(len(parts) - 1):
        change, kept = parts[k : k + 2]
        after = sides.old[kept.old_start : kept.old_start + 1]
        if not change.kept and [token.text for token in after] == [")"] and sides.opens(change):
            parts[k] = replace(change, old_end=change.old_end + 1, new_end=change.new_end + 1)
            parts[k + 1] = replace(kept, old_start=kept.old_start + 1, new_start=kept.new_start + 1)
    return [part for part in parts if part.old_start < part.old_end or part.new_start < part.new_end]


# --- white space and whole paragraphs ----------------------------------------------------------------


def _trimmed(stretch: Stretch, sides: _Sides) -> Iterator[Stretch]:
    """A change without the white space that both its sides begin or end with."""
    if stretch.kept or not sides.is_replacement(stretch):
        yield stretch
        return
    first = _is_same_space(sides, stretch.old_start, stretch.new_start)
    inner = replace(stretch, old_start=stretch.old_start + first, new_start=stretch.new_start + first)
    last = sides.is_replacement(inner) and _is_same_space(sides, inner.old_end - 1, inner.new_end - 1)
    inner = replace(inner, old_end=inner.old_end - last, new_end=inner.new_end - last)
    if first:
        yield Stretch(stretch.old_start, inner.old_start, stretch.new_start, inner.new_start, kept=True)
    if inner.old_start < inner.old_end or inner.new_start < inner.new_end:
        yield inner
    if last:
        yield Stretch(inner.old_end, stretch.old_end, inner.new_end, stretch.new_end, kept=True)


def _is_same_space(sides: _Sides, place_old: int, place_new: int) -> bool:
    old, new = sides.old[place_old], sides.new[place_new]
    return old.key == new.key and old.text.isspace()


def _is_too_torn(parts: Sequence[Stretch], sides: _Sides) -> bool:
    changes = [part for part in parts if not part.kept]
    gone, come = sum(map(sides.gone, changes)), sum(map(sides.come, changes))
    kept = sum(sides.come(part) for part in parts if part.kept)
    return len(changes) > 1 and min(gone, come) > 0 and is_rewritten(kept, gone + kept, come + kept)


def _whole(sides: _Sides) -> list[Stretch]:
    return [Stretch(0, len(sides.old), 0, len(sides.new), kept=False)]
