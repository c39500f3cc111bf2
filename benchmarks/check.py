"""`overens check`: what each clause more costs, and whether that stays the same."""

from collections.abc import Iterator

from benchmarks.report import Row, memory
from benchmarks.stopwatch import Runs, alternate, overens
from benchmarks.workshop import Workshop

__all__ = ["measure"]

SIZES = (100, 1_000, 10_000)
SLOPE = 1.0
LINEAR = 1.25
"""How much steeper the second stretch may be than the first before it counts as a curve."""


def measure(workshop: Workshop) -> Iterator[Row]:
    """The slope in milliseconds a clause over both stretches."""
    commands = {f"check {size}": overens("check", folder=workshop.sample(size).folder) for size in SIZES}
    runs = dict(zip(SIZES, alternate(commands, workshop.rounds).values(), strict=True))
    taken = ", ".join(f"{size:,}: {each.median:.2f} s, {each.peak:.0f} MB" for size, each in runs.items())
    yield Row(
        "`overens check`, slope from 100 to 10,000 clauses", SLOPE, _slope(runs, 100, 10_000), " ms a clause", taken
    )
    bend = _slope(runs, 1_000, 10_000) / _slope(runs, 100, 1_000)
    yield Row("the same, slope above 1,000 clauses over slope below", LINEAR, bend, "×")
    yield memory("overens check", runs[1_000])


def _slope(runs: dict[int, Runs], low: int, high: int) -> float:
    return 1000 * (runs[high].median - runs[low].median) / (high - low)
