"""How fast the program starts."""

from collections.abc import Iterator

from benchmarks.report import Row
from benchmarks.stopwatch import alternate, overens
from benchmarks.workshop import Workshop

__all__ = ["measure"]

LIMIT = 0.15


def measure(workshop: Workshop) -> Iterator[Row]:
    """The help of the program; quick, so run three times as often."""
    runs = alternate({"overens --help": overens("--help", folder=workshop.folder)}, workshop.rounds * 3)[
        "overens --help"
    ]
    yield Row(
        "start-up, `overens --help`", LIMIT, runs.median, " s", f"{min(runs.seconds):.2f}–{max(runs.seconds):.2f} s"
    )
