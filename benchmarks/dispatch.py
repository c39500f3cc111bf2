"""How long it takes to make the packages of a whole consultation, on this project's own texts."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from benchmarks.report import Row
from benchmarks.stopwatch import alternate, overens
from benchmarks.workshop import Workshop

__all__ = ["measure"]

ROOT = Path(__file__).resolve().parent.parent
VERSION = "utkast-3"
RECIPIENTS = 25
SECONDS = 20.0
MEGABYTES = 300.0


def measure(workshop: Workshop) -> Iterator[Row]:
    """The command as a sender runs it: every paper as Word and PDF, forms, slips and lists for 25 recipients."""
    folder = workshop.folder / "utskick"
    subprocess.run(["git", "clone", "-q", ROOT, folder], check=True)
    chosen = [word for number in range(1, RECIPIENTS + 1) for word in ("--mottagare", f"s{number:02}")]
    command = overens("remiss", VERSION, "-o", "paket", *chosen, folder=folder)
    runs = alternate({"remiss": command}, workshop.rounds)["remiss"]
    files = [path for path in (folder / "paket").rglob("*") if path.is_file()]
    size = sum(path.stat().st_size for path in files) / 1e6
    told = f"{len(files)} files, {size:.0f} MB; CPU {median(runs.cpu):.1f} s"
    yield Row(f"`overens remiss`, {RECIPIENTS} recipients", SECONDS, median(runs.seconds), " s", told)
    yield Row("peak memory of `overens remiss`", MEGABYTES, runs.peak, " MB", "")
