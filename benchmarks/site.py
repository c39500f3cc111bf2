"""`overens site` beside plain MkDocs with Material, on the same pages written to a folder, and where the pages of
recorded versions are handed to it finished; and the preview.
"""

import shutil
import subprocess
import sys
from collections.abc import Generator, Iterator
from functools import partial
from pathlib import Path

from benchmarks.preview import seconds_to_show
from benchmarks.report import Row, compared
from benchmarks.stopwatch import Command, Runs, alternate, overens, run
from benchmarks.workshop import Workshop
from builder.build import Project

__all__ = ["measure"]

LIMIT = 1.15
SIZES = (70, 1_000)
SECONDS, MEGABYTES, AT_ONCE = 60.0, 500.0, 1.5
PAGES = Path(__file__).with_name("pages.py")
KINDS = ("texts", "finished")
"""All pages as Markdown, and those of recorded versions as finished HTML."""

HERE = Path(__file__).resolve().parent.parent


def measure(workshop: Workshop) -> Iterator[Row]:
    """The made-up projects and this one; each must have built the same pages as MkDocs."""
    for size in SIZES:
        first = yield from _beside(workshop.rounds, workshop.sample(size).folder, f"{size:,} clauses")
    yield Row("`overens site`, 1,000 clauses, first build", SECONDS, max(first.seconds), " s")
    yield Row("peak memory of the largest process of `overens site`, 1,000 clauses", MEGABYTES, first.peak, " MB")
    own = workshop.folder / "eget" / "projekt"
    subprocess.run(["git", "clone", "--quiet", str(HERE), str(own)], check=True)
    yield from _beside(workshop.rounds, own, "this project")
    clause, page = _edited_clause(own)
    shown = seconds_to_show(own, clause, page, workshop.rounds)
    yield Row("preview of this project, from a saved clause to its page, slowest", AT_ONCE, max(shown), " s")


def _beside(rounds: int, project: Path, what: str) -> Generator[Row, None, Runs]:
    """The first build, and one after the edit of a clause; the first's runs are given back."""
    commands = {"overens": overens("site", folder=project), **{kind: _plain(project, kind) for kind in KINDS}}
    name = f"`overens site`, {what}"
    first = alternate(commands, rounds, partial(_forget, project))
    yield from _rows(f"{name} ({_same_pages(project)} pages), first build", first)
    yield from _rows(f"{name}, a clause edited", alternate(commands, rounds, partial(_edit, project)))
    return first["overens"]


def _rows(what: str, runs: dict[str, Runs]) -> Iterator[Row]:
    own, texts, finished = runs.values()
    yield compared(f"{what}, time over plain MkDocs's", LIMIT, own, "MkDocs", texts)
    yield compared("the same, MkDocs handed the pages of recorded versions finished", LIMIT, own, "MkDocs", finished)


def _forget(project: Path, _: int) -> None:
    shutil.rmtree(project / ".cache", ignore_errors=True)


def _edit(project: Path, number: int) -> None:
    clause, _ = _edited_clause(project)
    clause.write_text(f"{clause.read_text('utf-8')}\nProv {number} av en ändring.\n", "utf-8")


def _edited_clause(project: Path) -> tuple[Path, str]:
    """A clause of an agreement, and the page that it stands on."""
    names = sorted(name for item in Project(project).current.library.own_texts() for name in item.clauses)
    built = project / "build" / "site"
    paths = (path for path in sorted(built.glob("avtal/*/*/index.html")) if path.parent.name != "hela")
    pages = {path.relative_to(built).as_posix(): path.read_text("utf-8") for path in paths}
    name, page = next((name, page) for name in names for page in pages if f'id="{name}"' in pages[page])
    return project / f"clauses/{name}.md", page.removesuffix("index.html")


def _plain(project: Path, kind: str) -> Command:
    """MkDocs on the pages as files, without the plugin."""
    plain = _plain_folder(project, kind)
    run(Command((sys.executable, str(PAGES), str(project), str(plain), kind)))
    return Command((sys.executable, "-m", "mkdocs", "build", "--quiet"), plain)


def _plain_folder(project: Path, kind: str) -> Path:
    return project.parent / kind


def _same_pages(project: Path) -> int:
    own, *others = [_built(folder) for folder in (project, *(_plain_folder(project, kind) for kind in KINDS))]
    for built in others:
        if built != own:
            raise RuntimeError(f"Not the same pages: {sorted(built ^ own)[:10]}")
    return len(own)


def _built(folder: Path) -> set[str]:
    """The pages of a built site, alike whether each has a folder of its own or not."""
    site = folder / "build" / "site"
    paths = (path.relative_to(site).with_suffix("") for path in site.rglob("*.html"))
    return {(path.parent if path.name == "index" else path).as_posix() for path in paths}
