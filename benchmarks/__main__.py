"""`python -m benchmarks [NAME …]`: measure, and print a Markdown table."""

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from benchmarks import (
    amendments,
    check,
    dispatch,
    extremes,
    generated,
    mutations,
    pdf,
    redline,
    review,
    site,
    start,
    word,
)
from benchmarks.judged import SHARED
from benchmarks.report import Row, line, table, tools
from benchmarks.workshop import Workshop

MEASURES: Mapping[str, Callable[[Workshop], Iterable[Row]]] = {
    "start": start.measure,
    "check": check.measure,
    "word": word.measure,
    "pdf": pdf.measure,
    "dispatch": dispatch.measure,
    "redline": redline.measure,
    "review": review.measure,
    "site": site.measure,
    "amendments": amendments.measure,
    "generated": generated.measure,
    "extremes": extremes.measure,
    "mutations": mutations.measure,
}
LONG = ("mutations",)
"""Run by name only: the tests once for each of some forty faults, which takes up to an hour."""


def main() -> None:
    """Run the measures named, or all that can run and are not long; progress goes to standard error."""
    arguments = _arguments()
    with tempfile.TemporaryDirectory() as folder:
        workshop = Workshop(Path(folder), arguments.rounds)
        rows = [row for name in arguments.names or _default() for row in _told(name, workshop)]
    print(f"{arguments.date or _last_commit()}, {arguments.rounds} rounds. {tools()}\n\n{table(rows)}")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "names", nargs="*", metavar="NAME",
        help=f"any of {', '.join(MEASURES)}; when none is named all but {', '.join(LONG)} (long), "
        "and without amendments where the outside data are not at hand (OVERENS_SHARED)",
    )  # fmt: skip
    parser.add_argument("--rounds", type=int, default=5, help="how many times every pair is run (5)")
    parser.add_argument("--date", default="", help="the date to print; the last commit's when none is given")
    arguments = parser.parse_args()
    if unknown := [name for name in arguments.names if name not in MEASURES]:
        parser.error(f"no measure is called {', '.join(unknown)}; there are {', '.join(MEASURES)}")
    return arguments


def _default() -> Iterator[str]:
    for name in MEASURES:
        if name == "amendments" and not SHARED.is_dir():
            print(f"amendments: not run, the outside data are not at {SHARED}", file=sys.stderr, flush=True)
        elif name not in LONG:
            yield name


def _told(name: str, workshop: Workshop) -> Iterator[Row]:
    print(name, file=sys.stderr, flush=True)
    for row in MEASURES[name](workshop):
        print(line(row), file=sys.stderr, flush=True)
        yield row


def _last_commit() -> str:
    command = ["git", "log", "-1", "--format=%cs"]
    return subprocess.run(command, cwd=Path(__file__).parent, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    main()
