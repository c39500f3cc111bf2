"""The made-up projects that are measured: the same every time, and without errors."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.edit import edited
from benchmarks.mutations import FAULTS, PROJECT, Fault
from benchmarks.project import NEW, OLD, write_project
from benchmarks.review import write_history
from benchmarks.source import DOCUMENT, files, markdown
from benchmarks.text import generate
from builder.build import Project
from builder.build.reviewing import work_list

pytestmark = pytest.mark.slow


def test_same_seed_gives_the_same_text() -> None:
    book = generate(40)
    assert files(book) == files(generate(40))
    assert files(edited(book)) == files(edited(generate(40)))
    assert markdown(edited(book)) == markdown(edited(generate(40)))


def test_another_seed_gives_another_text() -> None:
    assert files(generate(40)) != files(generate(40, seed=2))


def test_versions_differ_as_drafts_do() -> None:
    old = generate(300)
    before, after = files(old), files(edited(old))
    common = before.keys() & after.keys()
    assert len(before.keys() - common) == 3
    assert len(after.keys() - common) == 3
    assert 0.05 < sum(before[path] != after[path] for path in common) / len(common) < 0.30


def test_project_is_the_same_in_git(tmp_path: Path) -> None:
    heads = set()
    for name in ("a", "b"):
        folder = tmp_path / name / "projekt"
        write_project(folder, 20)
        heads.add(subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, check=True).stdout)
    assert len(heads) == 1


@pytest.mark.parametrize("revision", [OLD, NEW, "."])
def test_project_passes_the_check(tmp_path: Path, revision: str) -> None:
    folder = tmp_path / "projekt"
    write_project(folder, 30)
    label = revision if revision == "." else f"{DOCUMENT}@{revision}"
    call = [sys.executable, "-c", "from builder.cli import main; main()", "check", "--revision", label]
    result = subprocess.run(call, cwd=folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr


def test_a_history_is_the_same_in_git_and_leaves_references_to_read(tmp_path: Path) -> None:
    heads = set()
    for name in ("a", "b"):
        folder = tmp_path / name / "projekt"
        write_project(folder, 30)
        write_history(folder, 40)
        heads.add(subprocess.run(["git", "rev-parse", "HEAD"], cwd=folder, capture_output=True, check=True).stdout)
        assert not subprocess.run(["git", "status", "--short"], cwd=folder, capture_output=True, check=True).stdout
    assert len(heads) == 1
    found = list(work_list(Project(folder)))
    assert found
    assert all(stale.line and stale.line.grade == "i sak" for stale in found if stale.kind == "ändrad")


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.what)
def test_each_deliberate_fault_has_its_place_and_its_tests(fault: Fault) -> None:
    assert (PROJECT / "builder" / fault.module).read_text("utf-8").count(fault.right) == 1
    assert [test for test in fault.tests if not (PROJECT / test).is_file()] == []
