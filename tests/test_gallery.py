import os
import re
import subprocess
from collections.abc import Callable
from pathlib import Path

import gallery_page
import pytest
from gallery_page import Example

from builder.build import Project
from builder.finding import RULES, Finding
from builder.finding_view import as_text

EXAMPLES = {example.code: example for example in gallery_page.examples()}
ON_DISK = {"K213", "K215", "F003", "F004", "F006", "R702", "R704", "R715"}
"""Findings of files as files or of the history, which no snapshot in memory can give."""
IN_MEMORY = sorted(EXAMPLES.keys() - ON_DISK)


def test_every_code_has_its_entry() -> None:
    assert sorted(EXAMPLES) == sorted(RULES)
    page = gallery_page.page()
    assert [code for code in RULES if f"### {code}: " not in page] == []


@pytest.mark.parametrize("code", IN_MEMORY)
def test_the_wrong_files_give_exactly_the_finding(code: str) -> None:
    found = gallery_page.findings(gallery_page.snapshot(gallery_page.wrong_files(EXAMPLES[code])))
    assert [finding.code for finding in found] == [code]


@pytest.mark.parametrize("code", IN_MEMORY)
def test_the_right_files_give_none(code: str) -> None:
    assert EXAMPLES[code].right
    found = gallery_page.findings(gallery_page.snapshot(gallery_page.right_files(EXAMPLES[code])))
    assert [f"{finding.position} {finding.sentence}" for finding in found] == []


@pytest.mark.parametrize("code", IN_MEMORY)
def test_the_finding_has_all_its_words_and_lies_in_its_file(code: str) -> None:
    files = gallery_page.wrong_files(EXAMPLES[code])
    made = gallery_page.snapshot(files)
    (finding,) = gallery_page.findings(made)
    assert finding.position.path in made.files
    lines = made.files[finding.position.path].decode("utf-8", "replace").split("\n")
    assert 1 <= finding.position.line <= len(lines)
    assert 1 <= finding.position.column <= len(lines[finding.position.line - 1]) + 1
    for sentence in (finding.sentence, finding.hint, finding.why):
        assert not re.search(r"[{}]|””|  ", sentence), sentence
    assert finding.hint
    assert finding.sentence.endswith(".")


def test_the_page_is_up_to_date() -> None:
    """Made anew with: python tests/gallery_page.py"""
    assert gallery_page.PAGE.read_text(encoding="utf-8") == gallery_page.page()


# --- findings that need a real folder ------------------------------------------------------------------


def git(folder: Path, *words: str) -> str:
    names = {"GIT_AUTHOR_NAME": "Ett", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "Ett"}
    names |= {"GIT_COMMITTER_EMAIL": "a@example.org", "GIT_CONFIG_GLOBAL": os.devnull}
    made = subprocess.run(["git", *words], cwd=folder, env={**os.environ, **names}, check=True, capture_output=True)
    return made.stdout.decode().strip()


def write(folder: Path, files: dict[str, bytes]) -> None:
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)


def project(folder: Path, example: Example | None = None) -> Path:
    """A project in git with one clause, or with the files of an example."""
    files = gallery_page.wrong_files(example) if example else {"clauses/avtal/ett.md": b"---\ntitel: Ett\n---\nText.\n"}
    write(folder, dict(gallery_page.snapshot(files).files))
    git(folder, "init", "-q")
    git(folder, "add", ".")
    git(folder, "commit", "-q", "-m", "Ett")
    return folder


def check(folder: Path) -> list[Finding]:
    found, library = Project(folder).check()
    as_text(found, library.sources)
    return list(found)


def too_large(folder: Path) -> None:
    write(project(folder), {"clauses/avtal/ett.md": b"---\ntitel: Ett\n---\n" + b"Text.\n" * 400_000})


def link(folder: Path) -> None:
    (project(folder) / "clauses/avtal/annan.md").symlink_to("/etc/hostname")


def alike(folder: Path) -> None:
    """Two names that are one file on other systems, put into git without the disk."""
    id_ = git(project(folder), "hash-object", "-w", "clauses/avtal/ett.md")
    git(folder, "update-index", "--add", "--cacheinfo", f"100644,{id_},clauses/avtal/ETT.md")
    git(folder, "commit", "-q", "-m", "Två")


def lost_version(folder: Path) -> None:
    project(folder, EXAMPLES["R702"])


FOLDERS: list[tuple[str, Callable[[Path], None]]] = [
    ("F003", too_large),
    ("F004", link),
    ("R702", lost_version),
]


@pytest.mark.parametrize(("code", "make"), FOLDERS)
def test_findings_of_a_real_folder(code: str, make: Callable[[Path], None], tmp_path: Path) -> None:
    make(tmp_path)
    assert [finding.code for finding in check(tmp_path)] == [code]


def test_names_alike_in_a_revision(tmp_path: Path) -> None:
    alike(tmp_path)
    found, _ = Project(tmp_path).check("HEAD")
    assert "F006" in [finding.code for finding in found]
