"""What stays and what moves: the heaviest part of a sequence that keeps its order."""

from collections.abc import Sequence

__all__ = ["longest"]


def longest(values: Sequence[int], weights: Sequence[float]) -> list[int]:
    """Places of the increasing subsequence with the greatest total weight."""
    if all(values[k] < values[k + 1] for k in range(len(values) - 1)):
        return list(range(len(values)))
    ranks = {value: rank for rank, value in enumerate(sorted(values), start=1)}
    heaviest = _Prefixes(len(values))
    before: list[int] = []
    for place, value in enumerate(values):
        weight, last = heaviest.until(ranks[value] - 1)
        before.append(last)
        heaviest.put(ranks[value], (weight + weights[place], place))
    return _chain(before, heaviest.until(len(values))[1])


def _chain(before: list[int], last: int) -> list[int]:
    chain: list[int] = []
    while last >= 0:
        chain.append(last)
        last = before[last]
    return chain[::-1]


class _Prefixes:
    """The heaviest entry among ranks 1 to n, in logarithmic time (a Fenwick tree)."""

    def __init__(self, size: int) -> None:
        self.tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)

    def until(self, rank: int) -> tuple[float, int]:
        best = (0.0, -1)
        while rank > 0:
            best = max(best, self.tree[rank])
            rank -= rank & -rank
        return best

    def put(self, rank: int, entry: tuple[float, int]) -> None:
        while rank < len(self.tree):
            self.tree[rank] = max(self.tree[rank], entry)
            rank += rank & -rank
