"""`overens site` beside plain MkDocs with Material, on the same pages written to a folder."""

import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.report import Row, compared, memory
from benchmarks.stopwatch import Command, alternate, overens, run
from benchmarks.workshop import Sample, Workshop

__all__ = ["measure"]

LIMITS = {70: 1.15, 1_000: 1.15}
PAGES = Path(__file__).with_name("pages.py")


def measure(workshop: Workshop) -> Iterator[Row]:
    """Both sizes; each must have built the same pages."""
    for size, limit in LIMITS.items():
        sample = workshop.sample(size)
        runs = alternate(
            {"overens site": overens("site", folder=sample.folder), "mkdocs": _plain(sample)}, workshop.rounds
        )
        count = _same_pages(sample)
        what = f"`overens site`, {size:,} clauses ({count} pages), time over plain MkDocs's"
        yield compared(what, limit, runs["overens site"], "MkDocs", runs["mkdocs"])
    yield memory("overens site", runs["overens site"])


def _plain(sample: Sample) -> Command:
    """MkDocs on the pages as files, without the plugin."""
    run(Command((sys.executable, str(PAGES), str(sample.folder), str(sample.around / "plain"))))
    return Command((sys.executable, "-m", "mkdocs", "build", "--quiet"), sample.around / "plain")


def _same_pages(sample: Sample) -> int:
    built = [_built(sample.folder / "build" / "site"), _built(sample.around / "plain" / "build" / "site")]
    if built[0] != built[1]:
        raise RuntimeError(f"Not the same pages: {sorted(built[0] ^ built[1])[:10]}")
    return len(built[0])


def _built(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*.html")}
