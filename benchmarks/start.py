"""How fast the program starts."""

from collections.abc import Iterator
from statistics import median

from benchmarks.report import Row
from benchmarks.stopwatch import alternate, overens
from benchmarks.workshop import Workshop

__all__ = ["measure"]

LIMIT = 0.15


def measure(workshop: Workshop) -> Iterator[Row]:
    """The help of the program; quick, so run three times as often."""
    commands = {"overens --help": overens("--help", folder=workshop.folder)}
    runs = alternate(commands, workshop.rounds * 3)["overens --help"]
    told = f"{min(runs.seconds):.2f}–{max(runs.seconds):.2f} s, CPU {median(runs.cpu):.2f} s"
    yield Row("start-up, `overens --help`", LIMIT, median(runs.seconds), " s", told)
