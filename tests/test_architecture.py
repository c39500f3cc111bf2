"""The shape of the house: each third-party library in one place, the locks clean, no large rooms."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

HOMES = {
    "yaml": {"read"},
    "markdown": {"web"},
    "markdown_it": {"markdown"},
    "mdit_py_plugins": {"markdown"},
    "git": {"repository"},
    "docxtpl": {"word"},
    "lxml": {"word", "verify"},
    "jinja2": {"plugin", "word"},
    "mkdocs": {"plugin"},
    "PIL": {"word"},
    "click": {"cli"},
    "rich": {"console"},
    "xlsxwriter": {"excel"},
    "pptx": {"slides"},
    "typst": {"pdf"},
    "icalendar": {"agenda"},
    "pagefind": {"indexing"},
}
LONGEST_FUNCTION = 40


def modules(project: Path) -> Iterator[tuple[str, ast.Module]]:
    for path in sorted((project / "builder").rglob("*.py")):
        yield path.relative_to(project / "builder").as_posix(), ast.parse(path.read_text("utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module.split(".")[0]


def test_each_library_lives_in_one_place(project: Path) -> None:
    strays = [
        f"{path} imports {library}"
        for path, tree in modules(project)
        for library in set(imported(tree))
        if library in HOMES and re.split(r"[/.]", path)[0] not in HOMES[library]
    ]
    assert strays == []


def test_every_library_of_the_table_is_used(project: Path) -> None:
    used = {library for _, tree in modules(project) for library in imported(tree)}
    assert set(HOMES) - used == set()


def test_no_function_is_longer_than_a_screen(project: Path) -> None:
    long = [
        f"{path}:{node.lineno} {node.name}"
        for path, tree in modules(project)
        for node in ast.walk(tree)
        if isinstance(node, ast.FunctionDef) and (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION
    ]
    assert long == []


def test_no_module_has_a_name_that_says_nothing(project: Path) -> None:
    empty = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "base"}
    assert [path for path, _ in modules(project) if Path(path).stem in empty] == []


def test_the_core_knows_no_county(project: Path) -> None:
    said = re.compile(r"dalarna|avesta|falun|örebro|hemsjukvård|hälso- och sjukvård", re.IGNORECASE)
    assert [path.name for path in (project / "builder").rglob("*.py") if said.search(path.read_text("utf-8"))] == []


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-test.lock", "requirements-benchmark.lock"])
def test_a_lock_pins_with_hashes_and_names_no_address(project: Path, lock: str) -> None:
    text = (project / lock).read_text("utf-8")
    names = [line for line in text.splitlines() if line and not line.startswith((" ", "#"))]
    assert names
    assert all("==" in line for line in names)
    assert text.count("--hash=sha256:") >= len(names)
    assert not re.search(r"https?://|file://|--index-url|--find-links", text)


def test_the_npm_lock_names_no_address(project: Path) -> None:
    assert "://" not in (project / "tests" / "tools" / "package-lock.json").read_text("utf-8")
