"""The longest common subsequence of two sequences, exactly: the smallest number of things in and out.

One row of the usual table is one number with a bit for each thing of the first sequence (Crochemore and
others, 2001), so that a row costs a few operations on numbers. The rows are kept, and read backwards.
"""

from collections.abc import Hashable, Sequence
from itertools import compress, count
from operator import ne

__all__ = ["equal_run", "matches"]


def matches(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    """Places of equal things, rising on both sides, as many as there can be; what both begin or end with is in."""
    start = equal_run(old, new)
    if start in (len(old), len(new)):
        return [(k, k) for k in range(start)]
    end = equal_run(old[start:][::-1], new[start:][::-1])
    inner = _inner(old[start : len(old) - end], new[start : len(new) - end])
    tail = [(len(old) - k, len(new) - k) for k in range(end, 0, -1)]
    return [*((k, k) for k in range(start)), *((start + i, start + j) for i, j in inner), *tail]


def equal_run(old: Sequence[object], new: Sequence[object]) -> int:
    """How many things both begin with."""
    return next(compress(count(), map(ne, old, new)), min(len(old), len(new)))


def _inner(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[tuple[int, int]]:
    rows = _rows(old, new)
    found: list[tuple[int, int]] = []
    i, j = len(old), len(new)
    while i and j:
        if not _longer(rows[j], i):
            i -= 1
        elif _longer(rows[j - 1], i):
            j -= 1
        else:
            i, j = i - 1, j - 1
            found.append((i, j))
    return found[::-1]


def _rows(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[bytes]:
    """For each length of new: bit i is 0 where the (i + 1)th old thing makes the common subsequence longer."""
    places: dict[Hashable, int] = {}
    for i, thing in enumerate(old):
        places[thing] = places.get(thing, 0) | 1 << i
    full = (1 << len(old)) - 1
    size = len(old) // 8 + 1
    row = full
    rows = [row.to_bytes(size, "little")]
    for thing in new:
        same = row & places.get(thing, 0)
        row = ((row + same) | (row - same)) & full
        rows.append(row.to_bytes(size, "little"))
    return rows


def _longer(row: bytes, count: int) -> bool:
    """Whether the last of `count` old things makes the common subsequence longer."""
    return not row[(count - 1) >> 3] >> ((count - 1) & 7) & 1
