"""`overens pdf` beside pandoc's way through Typst, on the same text as one Markdown file."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.project import NEW
from benchmarks.report import Row, compared, memory
from benchmarks.rivals import pandoc_path
from benchmarks.source import DOCUMENT
from benchmarks.stopwatch import Command, alternate, overens
from benchmarks.workshop import Sample, Workshop

__all__ = ["measure", "pandoc", "pdf"]

SIZES = (70, 1_000)

THROUGH_TYPST = """
import subprocess, sys, typst
pandoc, source, target = sys.argv[1:]
made = subprocess.run([pandoc, source, "--standalone", "--toc", "--number-sections", "-V", "lang=sv", "--metadata",
                       "title=Text", "-t", "typst"], capture_output=True, check=True).stdout
typst.compile(made, output=target, ignore_system_fonts=True)
"""
"""pandoc's Typst source set by the same Typst, as it comes: no standard for archives or readers is asked for."""


def measure(workshop: Workshop) -> Iterator[Row]:
    """Both sizes, and the memory of the larger."""
    for size in SIZES:
        sample = workshop.sample(size)
        commands = {"overens pdf": pdf(sample), "pandoc": pandoc(sample)}
        runs = alternate(commands, workshop.rounds)
        what = f"`overens pdf`, {size:,} clauses, time over pandoc's through Typst"
        yield compared(what, None, runs["overens pdf"], "pandoc, Typst", runs["pandoc"])
    yield memory("overens pdf", runs["overens pdf"])


def pdf(sample: Sample) -> Command:
    """The PDF of record."""
    return overens("pdf", DOCUMENT, "-o", str(sample.around / "overens.pdf"), folder=sample.folder)


def pandoc(sample: Sample) -> Command:
    """The same text through pandoc and Typst, with contents and numbered headings."""
    words = (sys.executable, "-c", THROUGH_TYPST, pandoc_path(), f"{NEW}.md", "pandoc.pdf")
    return Command(words, Path(sample.around))
