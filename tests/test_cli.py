"""The command line as its users meet it: real folders in a real git, messages in Swedish, exit codes."""

import json
import os
import re
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from zipfile import ZipFile

import pytest

from builder.cli import overens as command_group
from builder.cli.group import SECTIONS
from tests.folder import Folder

pytestmark = pytest.mark.slow

ENGLISH = re.compile(
    r"\b(error|usage|missing|invalid|traceback|no such|unexpected|unknown|failed|fatal)\b", re.IGNORECASE
)


def overens(*words: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    command: Sequence[str] = [sys.executable, "-m", "builder.cli", *map(str, words)]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONIOENCODING": "utf-8"}
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8")


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    """The smallest project of README: two clauses with only a title, one assembly of two lines, in English."""
    folder = Folder(tmp_path / "lease")
    folder.write("clauses/one.md", "---\ntitel: Parties\n---\nThe parties are A and B.\n")
    folder.write("clauses/two.md", "---\ntitel: Rent\n---\nA pays 100 to B, see [Parties](one.md).\n")
    folder.write("assemblies/lease.yml", "titel: Lease\ninnehåll: [one, two]\n")
    folder.commit()
    return folder.path


def test_a_redline_starts_without_what_other_outputs_need(lease: Path) -> None:
    """Each of these takes as long to load as a tenth of a small redline or more."""
    told = "atexit.register(lambda: print(*sys.modules, file=sys.stderr))"
    watched = f"import atexit, sys; from builder.cli import main; {told}; main()"
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    command = [sys.executable, "-c", watched, "redline", "lease", "HEAD", ".", "-o", "r.docx"]
    result = subprocess.run(command, cwd=lease, env=environment, capture_output=True, text=True)
    loaded = set(result.stderr.split())
    assert "builder.word.writer" in loaded, result.stderr
    ours = {"builder.answers", "builder.web", "builder.search", "builder.review", "builder.pdf", "builder.slides"}
    theirs = {"pagefind", "typst", "mkdocs", "openpyxl", "PIL", "pptx", "xlsxwriter", "icalendar", "asyncio"}
    assert not loaded & (ours | theirs)


def test_a_minimal_project_passes_the_check(lease: Path) -> None:
    result = overens("check", folder=lease)
    assert (result.returncode, result.stderr) == (0, ""), result.stdout


def test_a_minimal_project_gives_word(lease: Path) -> None:
    result = overens("word", "lease", "-o", "lease.docx", folder=lease)
    assert result.returncode == 0, result.stderr
    assert (lease / "lease.docx").read_bytes()[:2] == b"PK"


@pytest.mark.parametrize("ending", ["docx", "html", "json", "txt"])
def test_a_minimal_project_gives_redlines(lease: Path, ending: str) -> None:
    (lease / "clauses" / "two.md").write_text(
        "---\ntitel: Rent\n---\nA pays 200 to B, see [Parties](one.md).\n", "utf-8"
    )
    result = overens("redline", "lease", "HEAD", ".", "-o", f"changes.{ending}", folder=lease)
    assert result.returncode == 0, result.stderr
    assert (lease / f"changes.{ending}").stat().st_size > 100


def test_redline_json_tells_the_one_word_that_changed(lease: Path) -> None:
    (lease / "clauses" / "two.md").write_text(
        "---\ntitel: Rent\n---\nA pays 200 to B, see [Parties](one.md).\n", "utf-8"
    )
    overens("redline", "lease", "HEAD", ".", "-o", "changes.json", folder=lease)
    spans = [s for block in json.loads((lease / "changes.json").read_text("utf-8"))["blocks"] for s in block["spans"]]
    assert [(s["status"], s["text"]) for s in spans if s["status"] != "kept"] == [
        ("deleted", "100"),
        ("inserted", "200"),
    ]


@pytest.mark.parametrize("words", [["redline", "lease", "-o", "signed/lease.docx"], ["redlines", "-o", "signed"]])
def test_changes_bear_the_function_and_the_day_that_are_given(lease: Path, words: list[str]) -> None:
    (lease / "clauses" / "two.md").write_text("---\ntitel: Rent\n---\nA pays 200 to B.\n", "utf-8")
    command, *rest = words
    given = ("--skrivgrupp", "Beredningsgruppen", "--datum", "2027-01-15")
    overens(command, *rest[:-2], "HEAD", ".", *rest[-2:], *given, folder=lease)
    with ZipFile(lease / "signed" / "lease.docx") as file:
        body = file.read("word/document.xml").decode()
    assert set(re.findall(r'w:author="([^"]*)" w:date="([^"]*)"', body)) == {
        ("Beredningsgruppen", "2027-01-15T00:00:00Z")
    }


def test_a_day_that_is_none_stops_redlines_before_anything_is_written(lease: Path) -> None:
    result = overens("redlines", "HEAD", ".", "-o", "signed", "--datum", "15 januari", folder=lease)
    assert result.returncode == 2
    assert "”15 januari” är inget datum. Skriv det som 2027-01-15." in result.stderr
    assert not (lease / "signed").exists()


def test_redlines_of_several_documents_tell_what_is_wrong_in_them_once(lease: Path) -> None:
    folder = Folder(lease)
    folder.write("assemblies/annex.yml", "titel: Annex\ninnehåll: [two]\n")
    folder.commit()
    folder.write("clauses/two.md", "---\ntitel: Rent\n---\nA pays 200 to B, see [Parties](three.md).\n")
    result = overens("redlines", "HEAD", ".", "-o", "signed", folder=lease)
    assert (result.returncode, result.stderr.count(": K204 fel: ")) == (0, 1), result.stderr


RENT = "---\ntitel: Rent\n---\nA pays {} to B, see [Parties](one.md).\n"


@pytest.mark.parametrize("ending", ["docx", "html", "json", "csv", "txt"])
def test_the_list_of_changes_in_each_format(lease: Path, ending: str) -> None:
    (lease / "clauses" / "two.md").write_text(RENT.format(200), "utf-8")
    result = overens("changes", "HEAD", ".", "-o", f"list.{ending}", folder=lease)
    assert result.returncode == 0, result.stderr
    data = (lease / f"list.{ending}").read_bytes()
    assert data[:2] == b"PK" if ending == "docx" else "100 → 200" in data.decode()


@pytest.mark.parametrize("ending", ["docx", "html"])
def test_the_three_columns_in_each_format(lease: Path, ending: str) -> None:
    (lease / "clauses" / "two.md").write_text(RENT.format(200), "utf-8")
    result = overens("changes", "HEAD", ".", "--tabell", "trespalt", "-o", f"three.{ending}", folder=lease)
    assert result.returncode == 0, result.stderr
    data = (lease / f"three.{ending}").read_bytes()
    assert data[:2] == b"PK" if ending == "docx" else "<del>100</del>" in data.decode()


def test_the_list_of_changes_for_one_party_and_grade(lease: Path) -> None:
    register = "a: {namn: Alma, slag: roll}\nb: {namn: Bo, slag: roll}\n"
    folder = Folder(lease)
    folder.write("clauses/register/parter.yml", register)
    folder.write("clauses/one.md", "---\ntitel: Parties\nansvarig: [a]\n---\nA and B must agree.\n")
    folder.write("clauses/two.md", RENT.format(200).replace("---\nA", "ansvarig: [b]\n---\nA"))
    words = ["changes", "HEAD", ".", "-o", "list.json"]
    listed = {}
    for name, flags in (("all", []), ("Bo", ["--part", "Bo"]), ("grade", ["--grad", "liten"])):
        assert overens(*words, *flags, folder=lease).returncode == 0
        data = json.loads((lease / "list.json").read_text("utf-8"))["documents"]
        listed[name] = [change["clause"] for document in data for change in document["changes"]]
    assert sorted(listed["all"]) == ["one", "two"]
    assert listed["Bo"] == ["two"]
    assert "two" not in listed["grade"]


def test_documents_that_one_version_lacks_are_left_out_of_the_list(lease: Path) -> None:
    (lease / "assemblies" / "later.yml").write_text("titel: Later\ninnehåll: [one]\n", "utf-8")
    assert overens("changes", "HEAD", ".", "-o", "list.json", folder=lease).returncode == 0
    data = json.loads((lease / "list.json").read_text("utf-8"))
    assert [document["document"] for document in data["documents"]] == ["lease"]


def test_everything_is_built_without_a_site(lease: Path) -> None:
    result = overens("build", folder=lease)
    assert result.returncode == 0, result.stderr
    assert {p.relative_to(lease / "build").as_posix() for p in (lease / "build").rglob("*.*")} >= {"word/lease.docx"}


def test_the_same_text_gives_the_same_bytes(lease: Path) -> None:
    for name in ("a", "b"):
        overens("word", "lease", "-o", f"{name}.docx", folder=lease)
    assert (lease / "a.docx").read_bytes() == (lease / "b.docx").read_bytes()


# --- bad input: command, what standard error must say, exit code ---------------------------------------

BAD_COMMANDS = [
    (["word", "leese", "-o", "x.docx"], "Menade du ”lease”", 2),
    (["word", "lease"], "-o", 2),
    (["excel", "lease", "-o", "x.docx"], ".xlsx", 2),
    (["excel", "lease", "-o", "x.xlsx"], "inga tabeller", 2),
    (["slides", "lease", "-o", "x.docx"], ".pptx", 2),
    (["word", "lease", "-o", "clauses/one.md/x.docx"], "one.md", 2),
    (["word", "lease", "--revision", "--help", "-o", "x.docx"], "--help", 2),
    (["word", "lease", "--revision", "-x", "-o", "x.docx"], "-x", 2),
    (["word", "lease", "--revision", "utkast-9", "-o", "x.docx"], "utkast-9", 2),
    (["word", "lease", "--revision", "HEAD@{1}", "-o", "x.docx"], "HEAD@{1}", 2),
    (["word", "lease", "--revision", "a\nb", "-o", "x.docx"], "version", 2),
    (["redline", "lease", "HEAD", ".", "-o", "x.pdf"], ".docx", 2),
    (["redline", "lease", "HEAD", ".", "-o", "x.docx", "--datum", "igår"], "inget datum", 2),
    (["redline", "lease", "HEAD"], "TILL", 2),
    (["changes", "HEAD", "."], "-o", 2),
    (["changes", "HEAD", ".", "-o", "x.pdf"], ".csv", 2),
    (["changes", "HEAD", ".", "--tabell", "trespalt", "-o", "x.csv"], ".docx, .html", 2),
    (["changes", "utkast-9", ".", "-o", "x.docx"], "utkast-9", 2),
    (["changes", "HEAD", ".", "--document", "leese", "-o", "x.docx"], "Menade du ”lease”", 2),
    (["changes", "HEAD", ".", "--part", "ingen", "-o", "x.docx"], "parter.yml", 2),
    (["changes", "HEAD", ".", "--grad", "stor", "-o", "x.docx"], "redaktionell", 2),
    (["chek"], "Menade du", 2),
    (["check", "--formt", "json"], "--formt", 2),
    (["check", "--format", "xml"], "json", 2),
    (["check", "--project", "nowhere"], "nowhere", 2),
    (["new", "clause", "../out", "--title", "Ut"], "out", 2),
    (["new", "clause", "one", "--title", "Ett"], "one", 2),
]


@pytest.mark.parametrize(("words", "said", "code"), BAD_COMMANDS, ids=lambda value: str(value)[:40])
def test_a_mistake_on_the_command_line_is_told_in_swedish(lease: Path, words: list[str], said: str, code: int) -> None:
    result = overens(*words, folder=lease)
    assert result.returncode == code, result.stderr
    assert said in result.stderr
    assert not ENGLISH.search(result.stderr), result.stderr
    assert result.stdout == ""


def test_a_folder_without_git_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "assemblies").mkdir()
    result = overens("check", folder=tmp_path)
    assert result.returncode == 2
    assert "git" in result.stderr
    assert not ENGLISH.search(result.stderr), result.stderr


def test_a_failed_command_leaves_the_earlier_file(lease: Path) -> None:
    (lease / "x.docx").write_bytes(b"earlier")
    assert overens("word", "lease", "--revision", "nix", "-o", "x.docx", folder=lease).returncode == 2
    assert (lease / "x.docx").read_bytes() == b"earlier"


@pytest.mark.parametrize("words", [[], ["check"], ["word"], ["redline"], ["changes"], ["new", "clause"]], ids=" ".join)
def test_help_is_swedish(tmp_path: Path, words: list[str]) -> None:
    result = overens(*words, "--help", folder=tmp_path)
    assert result.returncode == 0
    assert "Användning: overens" in result.stdout
    assert not re.search(r"Options|Commands|Usage|required|Show this|ARGS|Arguments", result.stdout), result.stdout


def test_the_list_of_commands_cuts_no_sentence(tmp_path: Path) -> None:
    assert "..." not in overens("--help", folder=tmp_path).stdout


def test_each_command_stands_under_one_heading() -> None:
    assert sorted(name for names in SECTIONS.values() for name in names) == sorted(command_group.commands)


def test_the_clause_that_new_makes_passes_the_check(lease: Path) -> None:
    assert overens("new", "clause", "three", "--title", "Notice: a question", folder=lease).returncode == 0
    (lease / "assemblies" / "lease.yml").write_text("titel: Lease\ninnehåll: [one, two, three]\n", "utf-8")
    result = overens("check", folder=lease)
    assert result.returncode == 0, result.stdout


def test_no_colour_where_nobody_looks(lease: Path) -> None:
    (lease / "clauses" / "one.md").write_text("no header\n", "utf-8")
    result = overens("check", folder=lease)
    assert result.returncode == 1
    assert "\x1b" not in result.stdout
    assert "clauses/one.md:1:1: H101 fel:" in result.stdout
