"""`overens check`: what each clause more costs, and whether that stays the same."""

from collections.abc import Iterator, Mapping
from statistics import median

from benchmarks.report import Row, memory
from benchmarks.stopwatch import alternate, overens
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
    seconds = {size: median(each.seconds) for size, each in runs.items()}
    cpu = {size: median(each.cpu) for size, each in runs.items()}
    told = ", ".join(
        f"{size:,}: {seconds[size]:.2f} s (CPU {cpu[size]:.2f} s), {runs[size].peak:.0f} MB" for size in SIZES
    )
    unit = f" ms a clause (CPU {_slope(cpu, 100, 10_000):.2f})"
    yield Row("`overens check`, slope from 100 to 10,000 clauses", SLOPE, _slope(seconds, 100, 10_000), unit, told)
    bend = f"× (CPU {_bend(cpu):.2f}×)"
    yield Row("the same, slope above 1,000 clauses over slope below", LINEAR, _bend(seconds), bend)
    yield memory("overens check", runs[1_000])


def _slope(seconds: Mapping[int, float], low: int, high: int) -> float:
    return 1000 * (seconds[high] - seconds[low]) / (high - low)


def _bend(seconds: Mapping[int, float]) -> float:
    return _slope(seconds, 1_000, 10_000) / _slope(seconds, 100, 1_000)
