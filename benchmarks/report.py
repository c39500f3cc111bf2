"""The measurements as rows of a Markdown table."""

import os
import platform
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import version
from statistics import median

from benchmarks.rivals import pandoc_path
from benchmarks.stopwatch import Runs

__all__ = ["MEMORY", "Row", "compared", "line", "memory", "table", "tools"]

MEMORY = 300.0
"""Megabytes allowed at 1,000 clauses."""

HEAD = "| Measure | Goal | Measured | Verdict | Överens | Beside it |\n|---|--:|--:|---|---|---|"
PACKAGES = ("overens", "pypandoc_binary", "python-redlines", "mkdocs", "mkdocs-material")


@dataclass(frozen=True, slots=True)
class Row:
    """One measure. `limit` is the highest value allowed, None where the value is only reported."""

    what: str
    limit: float | None
    value: float
    unit: str
    own: str = ""
    other: str = ""

    @property
    def verdict(self) -> str:
        """Whether the goal is reached."""
        if self.limit is None:
            return "reported"
        return "reached" if self.value <= self.limit else "**missed**"


def compared(what: str, limit: float | None, own: Runs, name: str, other: Runs) -> Row:
    """The median of the ratios of wall time, round by round, with their range and the same for CPU time."""
    ratios = _ratios(own.seconds, other.seconds)
    cpu = median(_ratios(own.cpu, other.cpu))
    spread = f"× ({min(ratios):.2f}–{max(ratios):.2f}; CPU {cpu:.2f}×)"
    return Row(what, limit, median(ratios), spread, _shown(own), f"{name}: {_shown(other)}")


def _ratios(own: Iterable[float], other: Iterable[float]) -> list[float]:
    return [mine / theirs for mine, theirs in zip(own, other, strict=True)]


def memory(command: str, runs: Runs) -> Row:
    """Peak memory of a command at 1,000 clauses."""
    return Row(f"peak memory of `{command}`, 1,000 clauses", MEMORY, runs.peak, " MB")


def table(rows: Iterable[Row]) -> str:
    """All rows as Markdown."""
    return "\n".join([HEAD, *map(line, rows)])


def tools() -> str:
    """The machine and the versions of what was measured."""
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}"
    return f"{machine}; {packages}, pandoc {_pandoc_version()}."


def _pandoc_version() -> str:
    result = subprocess.run([pandoc_path(), "--version"], capture_output=True, text=True, check=True)
    return result.stdout.split()[1]


def line(row: Row) -> str:
    """One row as Markdown."""
    goal = "–" if row.limit is None else f"≤ {_number(row.limit)} {row.unit.split(' (')[0].strip()}".strip()
    return f"| {row.what} | {goal} | {_number(row.value)}{row.unit} | {row.verdict} | {row.own} | {row.other} |"


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 10 or isinstance(value, int) else f"{value:.2f}"


def _shown(runs: Runs) -> str:
    return f"{median(runs.seconds):.2f} s (CPU {median(runs.cpu):.2f} s), {runs.peak:.0f} MB"
