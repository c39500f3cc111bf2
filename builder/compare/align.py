"""Align two sequences of paragraphs, rows or notes: which old one became which new one, without crossing.

Equal things that stand once on each side are found first; what lies between them goes through a
dynamic programme that keeps as many words as possible. The programme's table has a ceiling
(`CELLS`): beyond it only places near the diagonal are tried, so that work grows in proportion to
length also where everything was rewritten.
"""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from builder.compare.matches import equal_run
from builder.compare.order import longest
from builder.compare.readable import is_landmark

__all__ = ["Item", "Pair", "align", "word_list"]

T = TypeVar("T")
Pair = tuple[int | None, int | None]
"""Index in the old sequence and in the new; None where the thing came or went."""

WORD = re.compile(r"\w+")
CELLS = 200_000
LIKE = 0.3
"""Paragraphs sharing a smaller part of their words than this are two, not one rewritten. At 0.4 a
sentence of ten words with four replaced was shown as two; at 0.2 strangers with the same small
words ("och", "att", "som") were paired."""
SURE, OF_LANDMARKS = 0.4, 0.2
"""Nor when they share less than the first, and of their landmarks less than the second: a sentence about a board
was paired with a list item, for "för" and one word. It is the one pair of 436 in the agreements here."""


@dataclass(frozen=True, slots=True)
class Item:
    """What is known of a thing to be aligned. Equal `key`: the same thing unchanged. Only things of the
    same `group` can be paired; with a `name` (a register row's id, part of the group) whatever they say."""

    key: Hashable
    words: tuple[str, ...]
    group: Hashable = ""
    name: str = ""


def word_list(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, for likeness."""
    return tuple(WORD.findall(text.casefold()))


def align(old: Sequence[T], new: Sequence[T], item: Callable[[T], Item]) -> list[Pair]:
    """Pairs in order; between two paired things first all that went, then all that came."""
    start = equal_run(old, new)
    end = equal_run(old[start:][::-1], new[start:][::-1])
    inner_old = [item(thing) for thing in old[start : len(old) - end]]
    inner_new = [item(thing) for thing in new[start : len(new) - end]]
    head: list[Pair] = [(k, k) for k in range(start)]
    tail: list[Pair] = [(len(old) - k, len(new) - k) for k in range(end, 0, -1)]
    return head + [_later(pair, start) for pair in _aligned(inner_old, inner_new)] + tail


def _later(pair: Pair, start: int) -> Pair:
    old, new = pair
    return None if old is None else old + start, None if new is None else new + start


def _aligned(old: Sequence[Item], new: Sequence[Item]) -> Iterator[Pair]:
    done_old = done_new = 0
    for i, j in [*_unique(old, new), (len(old), len(new))]:
        yield from _gap(old, new, range(done_old, i), range(done_new, j))
        if i < len(old):
            yield i, j
        done_old, done_new = i + 1, j + 1


def _unique(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """Equal things that stand once on each side, as many as keep their order."""
    places_old, places_new = _once(old), _once(new)
    found = [(i, places_new[key]) for key, i in places_old.items() if key in places_new]
    weights = [1 + len(old[i].words) for i, _ in found]
    return [found[k] for k in longest([j for _, j in found], weights)]


def _once(items: Sequence[Item]) -> dict[Hashable, int]:
    keys = [(item.group, item.key) for item in items]
    counts = Counter(keys)
    return {key: place for place, key in enumerate(keys) if counts[key] == 1}


def _gap(old: Sequence[Item], new: Sequence[Item], olds: range, news: range) -> list[Pair]:
    found = _programme([old[i] for i in olds], [new[j] for j in news]) if olds and news else []
    pairs: list[Pair] = []
    done_old, done_new = olds.start, news.start
    for i, j in [*((olds.start + a, news.start + b) for a, b in found), (olds.stop, news.stop)]:
        pairs += [(k, None) for k in range(done_old, i)]
        pairs += [(None, k) for k in range(done_new, j)]
        if i < olds.stop:
            pairs.append((i, j))
        done_old, done_new = i + 1, j + 1
    return pairs


# --- the dynamic programme ---------------------------------------------------------------------------


def _programme(old: Sequence[Item], new: Sequence[Item]) -> list[tuple[int, int]]:
    """The pairs that together keep most words, found forwards row by row and read backwards."""
    likeness = _Likeness(old, new)
    columns = len(new)
    best = [0.0] * (columns + 1)
    rows: list[tuple[int, bytearray]] = []
    for i in range(len(old)):
        first, last = _band(i, len(old), columns)
        best, steps = _row(best, [likeness.score(i, j) for j in range(first, last)], first, last)
        rows.append((first, steps))
    return _backwards(rows, columns)


SKIP_OLD, SKIP_NEW, TAKE = 0, 1, 2


def _row(above: list[float], scores: list[float], first: int, last: int) -> tuple[list[float], bytearray]:
    row = above[:]
    steps = bytearray(last - first)
    left = row[first]
    for j in range(first, last):
        score = scores[j - first]
        up = above[j + 1]
        step, value = (SKIP_NEW, left) if left > up else (SKIP_OLD, up)
        if score > 0.0 and above[j] + score > value:
            step, value = TAKE, above[j] + score
        steps[j - first] = step
        row[j + 1] = left = value
    row[last + 1 :] = [left] * (len(row) - 1 - last)
    return row, steps


def _backwards(rows: list[tuple[int, bytearray]], columns: int) -> list[tuple[int, int]]:
    pairs: list[tuple[int, int]] = []
    i, j = len(rows) - 1, columns - 1
    while i >= 0 and j >= 0:
        first, steps = rows[i]
        step = _step(steps, j - first)
        if step == TAKE:
            pairs.append((i, j))
        i -= step != SKIP_NEW
        j -= step != SKIP_OLD
    return pairs[::-1]


def _step(steps: bytearray, place: int) -> int:
    if place >= len(steps):
        return SKIP_NEW
    return steps[place] if place >= 0 else SKIP_OLD


def _band(i: int, rows: int, columns: int) -> tuple[int, int]:
    """The columns tried for a row: all, or those near the diagonal when the table would be too large."""
    if rows * columns <= CELLS:
        return 0, columns
    middle = i * columns // rows
    width = max(1, CELLS // rows // 2)
    return max(0, middle - width), min(columns, middle + width + 1)


class _Likeness:
    """How many words two things share, weighted by how like they are. Words are bits of one number."""

    def __init__(self, old: Sequence[Item], new: Sequence[Item]) -> None:
        bits: dict[tuple[str, int], int] = {}
        self.old = [(item, _bag(item.words, bits)) for item in old]
        self.new = [(item, _bag(item.words, bits)) for item in new]
        self.landmarks = sum(1 << place for (word, _), place in bits.items() if is_landmark(word))

    def score(self, i: int, j: int) -> float:
        """0 when the two cannot be paired."""
        (a, bag_a), (b, bag_b) = self.old[i], self.new[j]
        if a.group != b.group:
            return 0.0
        common = (bag_a & bag_b).bit_count()
        total = len(a.words) + len(b.words)
        like = 2 * common / total if total else 1.0
        if a.name or (like == 1.0 and a.key == b.key):
            return 1.0 + common
        is_one = like >= SURE or (like >= LIKE and self._share_landmarks(bag_a, bag_b))
        return common * like + 0.01 if is_one else 0.0

    def _share_landmarks(self, a: int, b: int) -> bool:
        """True also where one of two bags of words has no landmarks: "Ja" and "Ja, när grunden är klarlagd"."""
        counts = [(bag & self.landmarks).bit_count() for bag in (a, b)]
        common = (a & b & self.landmarks).bit_count()
        return not all(counts) or 2 * common >= OF_LANDMARKS * sum(counts)


def _bag(words: Iterable[str], bits: dict[tuple[str, int], int]) -> int:
    bag = 0
    for word in Counter(words).items():
        for occurrence in range(word[1]):
            bag |= 1 << bits.setdefault((word[0], occurrence), len(bits))
    return bag
