"""`overens word` beside pandoc, on the same text as one Markdown file."""

from collections.abc import Iterator
from pathlib import Path

from benchmarks.project import NEW
from benchmarks.report import Row, compared, memory
from benchmarks.rivals import pandoc_path
from benchmarks.source import DOCUMENT
from benchmarks.stopwatch import Command, alternate, overens
from benchmarks.workshop import Sample, Workshop

__all__ = ["measure", "pandoc", "word"]

LIMITS = {70: None, 1_000: 1.0}


def measure(workshop: Workshop) -> Iterator[Row]:
    """Both sizes, and the memory of the larger."""
    for size, limit in LIMITS.items():
        sample = workshop.sample(size)
        commands = {"overens word": word(sample, ".", "overens.docx"), "pandoc": pandoc(sample, NEW, "pandoc.docx")}
        runs = alternate(commands, workshop.rounds)
        what = f"`overens word`, {size:,} clauses, time over pandoc's"
        yield compared(what, limit, runs["overens word"], "pandoc", runs["pandoc"])
    yield memory("overens word", runs["overens word"])


def word(sample: Sample, revision: str, name: str) -> Command:
    """A Word file of a version."""
    target = sample.around / name
    return overens("word", DOCUMENT, "--revision", revision, "-o", str(target), folder=sample.folder)


def pandoc(sample: Sample, label: str, name: str) -> Command:
    """The same text through pandoc, with contents and numbered headings."""
    words = (pandoc_path(), "--toc", "--number-sections", f"{label}.md", "-o", name)
    return Command(words, Path(sample.around))
