"""Where the measurements work: a folder with the made-up projects, each written once."""

import sys
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.project import write_project

__all__ = ["Sample", "Workshop"]


@dataclass(frozen=True, slots=True)
class Sample:
    """A project folder, the folder around it for what the tools write, and the length of its text."""

    folder: Path
    around: Path
    paragraphs: int


@dataclass(frozen=True, slots=True)
class Workshop:
    """The folder, and how many rounds every pair is run."""

    folder: Path
    rounds: int
    samples: dict[int, Sample] = field(default_factory=dict)

    def sample(self, count: int) -> Sample:
        """The project of `count` clauses."""
        if count not in self.samples:
            print(f"  writes {count} clauses", file=sys.stderr, flush=True)
            around = self.folder / str(count)
            book = write_project(around / "projekt", count)
            self.samples[count] = Sample(around / "projekt", around, book.paragraphs)
        return self.samples[count]
