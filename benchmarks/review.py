"""`overens review`: this project's own four agreements, and 10,000 clauses after 1,000 commits."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from random import Random
from statistics import median

from benchmarks.project import write_project
from benchmarks.report import Row
from benchmarks.source import DOCUMENT
from benchmarks.stopwatch import Runs, alternate, overens
from benchmarks.text import PARAMETERS
from benchmarks.workshop import Workshop

__all__ = ["measure", "write_history"]

ROOT = Path(__file__).resolve().parent.parent
CLAUSES, COMMITS = 10_000, 1_000
OWN_SECONDS, SECONDS, MEGABYTES = 1.0, 20.0, 500.0
EACH = 3
"""Clauses that a commit touches."""
REGISTERED = 25
"""Every so many commits a value changes too."""
SENTENCES = ("Kommunen ska svara inom 14 dagar.", "Regionen bör kalla till möte.", "Parterna får avtala om annat.")


def measure(workshop: Workshop) -> Iterator[Row]:
    """Whole processes: the list as text."""
    own, large = workshop.folder / "egna", workshop.folder / "granskning"
    subprocess.run(["git", "clone", "-q", ROOT, own], check=True)
    write_project(large / "projekt", CLAUSES)
    write_history(large / "projekt", COMMITS)
    commands = {"own": overens("review", folder=own), "large": overens("review", folder=large / "projekt")}
    runs = alternate(commands, workshop.rounds)
    yield Row("`overens review`, the four agreements here", OWN_SECONDS, *_told(runs["own"]))
    named = f"`overens review`, {CLAUSES:,} clauses after {COMMITS:,} commits"
    yield Row(named, SECONDS, *_told(runs["large"]))
    yield Row(f"peak memory of {named}", MEGABYTES, runs["large"].peak, " MB")


def _told(runs: Runs) -> tuple[float, str, str]:
    return median(runs.seconds), f" s (CPU {median(runs.cpu):.2f} s)", f"{runs.peak:.0f} MB"


def write_history(folder: Path, commits: int, seed: int = 5) -> None:
    """That many commits after the last one, each touching a few clauses and now and then a value."""
    head = subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, check=True, capture_output=True, text=True)
    stream = "".join(_commits(folder, head.stdout.strip(), commits, Random(seed)))
    quick = ["git", "-c", "gc.auto=0", "fast-import", "--quiet"]
    subprocess.run(quick, cwd=folder, input=stream.encode(), check=True)
    subprocess.run(["git", "reset", "-q", "--hard"], cwd=folder, check=True)


def _commits(folder: Path, head: str, commits: int, chance: Random) -> Iterator[str]:
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8")
             for path in sorted((folder / "clauses" / DOCUMENT).glob("*.md"))}  # fmt: skip
    values = folder / "clauses/register/parametrar.yml"
    register, names = values.read_text("utf-8"), list(texts)
    for number in range(commits):
        touched = {path: _edited(texts[path], number, chance) for path in chance.sample(names, EACH)}
        texts |= touched
        if number % REGISTERED == 0:
            name = chance.choice(list(PARAMETERS))
            register += f"nytt-{number}:\n  värde: {number} dagar\n  betydelse: tid för {name}\n"
            touched[values.relative_to(folder).as_posix()] = register
        yield _commit(number, head if number == 0 else "", touched)


def _edited(text: str, number: int, chance: Random) -> str:
    """A clause with a sentence more, or with one of its duties weaker or stronger."""
    if chance.random() < 0.5 and " ska " in text:
        return text.replace(" ska ", " bör ", 1)
    return f"{text.rstrip()}\n\n{chance.choice(SENTENCES)} Punkt {number}.\n"


def _commit(number: int, start: str, files: dict[str, str]) -> str:
    second = 1_806_500_000 + number * 3600
    begin = f"from {start}\n" if start else ""
    message = f"ändring {number}"
    changed = "".join(f"M 100644 inline {path}\ndata {len(text.encode())}\n{text}\n" for path, text in files.items())
    who = f"provning <provning> {second} +0000"
    return (
        f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n"
        f"data {len(message.encode())}\n{message}\n{begin}{changed}\n"
    )
