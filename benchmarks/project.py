"""A made-up agreement as a project folder in git, with two recorded versions."""

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from benchmarks.edit import edited
from benchmarks.source import DOCUMENT, files, markdown, registers
from benchmarks.text import Book, generate

__all__ = ["NEW", "OLD", "write_project"]

OLD, NEW = "utkast-1", "utkast-2"
DAYS = {OLD: "2027-01-15", NEW: "2027-03-15"}


def write_project(folder: Path, count: int, seed: int = 1) -> Book:
    """Write a project of `count` clauses with the versions utkast-1 and utkast-2; beside it, each
    version as one Markdown file (utkast-1.md, utkast-2.md). The newer text is what is returned."""
    folder.mkdir(parents=True)
    _git(folder, "init", "--quiet", "--initial-branch=main")
    _write(folder, registers())
    old = generate(count, seed)
    new = edited(old, seed + 1)
    commits = {label: _record(folder, label, book) for label, book in ((OLD, old), (NEW, new))}
    _write(folder, {"clauses/register/versioner.yml": _versions(commits)})
    _commit(folder, NEW)
    _git(folder, "gc", "--quiet")  # as in a clone: objects that lie loose take git four times as long to read
    return new


def _record(folder: Path, label: str, book: Book) -> str:
    for path in folder.glob(f"clauses/{DOCUMENT}/*.md"):
        path.unlink()
    _write(folder, files(book))
    folder.with_name(f"{label}.md").write_text(markdown(book), "utf-8", newline="\n")
    return _commit(folder, label)


def _versions(commits: Mapping[str, str]) -> str:
    rows = (
        f"  - version: {label}\n    commit: {commit}\n    datum: {DAYS[label]}\n    status: utkast\n"
        for label, commit in commits.items()
    )
    return f"{DOCUMENT}:\n{''.join(rows)}"


def _write(folder: Path, texts: Mapping[str, str]) -> None:
    for path, text in texts.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def _commit(folder: Path, label: str) -> str:
    _git(folder, "add", "--all")
    _git(folder, "commit", "--quiet", "--message", label, day=DAYS[label])
    return _git(folder, "rev-parse", "HEAD")


def _git(folder: Path, *words: str, day: str = DAYS[OLD]) -> str:
    who = {f"GIT_{role}_{key}": "provning" for role in ("AUTHOR", "COMMITTER") for key in ("NAME", "EMAIL")}
    when = {f"GIT_{role}_DATE": f"{day}T12:00:00+0000" for role in ("AUTHOR", "COMMITTER")}
    plain = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1"}
    environment = {**os.environ, **who, **when, **plain}
    command = ["git", "-c", "gc.auto=0", *words]
    return subprocess.run(
        command, cwd=folder, env=environment, check=True, capture_output=True, text=True
    ).stdout.strip()
