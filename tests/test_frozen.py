"""Recorded versions on the site, from a real git: kept between builds, and built in spite of one that is lost."""

import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.build import Project, frozen, site
from tests.folder import Folder

pytestmark = pytest.mark.slow

CLAUSE = "---\ntitel: {}\n---\n{}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Two recorded versions and a text that is being written."""
    made = Folder(tmp_path / "avtal")
    made.write(".gitignore", "/.cache/\n")
    made.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\n")
    made.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", "Kommunen svarar inom 14 dagar."))
    made.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar]\n")
    first = made.commit("2026-11-01")
    made.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", "Kommunen svarar inom 7 dagar."))
    second = made.commit("2026-11-10")
    rows = enumerate([(first, "2026-11-01"), (second, "2026-11-10")], 1)
    made.write("clauses/register/versioner.yml", "hemmet:\n" + "".join(row(n, *facts) for n, facts in rows))
    made.commit("2026-11-11")
    return made


def row(number: int, commit: str, day: str) -> str:
    return f"  - {{version: utkast-{number}, commit: {commit}, datum: {day}, status: utkast}}\n"


def files(folder: Folder) -> Mapping[str, bytes]:
    return frozen.frozen_files(Project(folder.path))


def text(made: Mapping[str, bytes], number: int) -> str:
    return made[f"v/hemmet/utkast-{number}/kapitel/hemmet-svar.html"].decode()


def test_each_version_keeps_its_own_words(folder: Folder) -> None:
    made = files(folder)
    assert "inom 14 dagar" in text(made, 1)
    assert "inom 7 dagar" in text(made, 2)


def test_the_same_bytes_with_and_without_what_is_kept(folder: Folder) -> None:
    first = files(folder)
    assert list((folder.path / ".cache/overens/versioner").iterdir())
    assert files(folder) == first
    shutil.rmtree(folder.path / ".cache")
    assert files(folder) == first


def test_an_unchanged_version_is_not_made_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = files(folder)
    monkeypatch.setattr(frozen, "frozen_pages", lambda version: pytest.fail("made again"))
    folder.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", "Kommunen svarar inom 3 dagar."))
    folder.commit("2026-11-12")
    assert files(folder) == first


def test_another_program_makes_its_own(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    files(folder)
    monkeypatch.setattr(frozen, "code_fingerprint", lambda: "another")
    monkeypatch.setattr(frozen, "frozen_pages", lambda version: {"v/x.html": "nytt"})
    assert files(folder) == {"v/x.html": b"nytt"}


@pytest.mark.parametrize("harm", [b"", b"not what was written"])
def test_what_is_kept_and_damaged_is_made_again(folder: Folder, harm: bytes) -> None:
    first = files(folder)
    for kept in (folder.path / ".cache/overens/versioner").iterdir():
        kept.write_bytes(harm)
    assert files(folder) == first


def test_a_new_version_is_told_on_the_older_ones_pages(folder: Folder) -> None:
    before = text(files(folder), 2)
    third = folder.git("rev-parse", "HEAD")
    register = folder.path / "clauses/register/versioner.yml"
    register.write_text(register.read_text("utf-8") + row(3, third, "2026-11-11"), "utf-8")
    folder.commit("2026-11-13")
    assert "Senaste version" not in before
    assert 'Senaste version: <a href="../../utkast-3/index.html">utkast-3</a>' in text(files(folder), 2)
    assert len(list((folder.path / ".cache/overens/versioner").iterdir())) == 3


def test_a_lost_version_is_a_finding_and_the_rest_is_built(folder: Folder) -> None:
    register = folder.path / "clauses/register/versioner.yml"
    register.write_text(register.read_text("utf-8") + row(3, "f" * 40, "2026-11-11"), "utf-8")
    folder.commit("2026-11-13")
    made = site(folder.path)
    assert "R702" in {finding.code for finding in made.findings}
    assert {path.split("/")[2] for path in made.frozen} == {"utkast-1", "utkast-2"}


def test_a_disk_that_cannot_be_written_stops_nothing(folder: Folder) -> None:
    folder.write(".cache", "a file where the folder would be")
    assert "inom 7 dagar" in text(files(folder), 2)


def test_a_preview_leaves_versions_out(folder: Folder) -> None:
    assert site(folder.path, with_versions=False).frozen == {}


def test_each_comparison_is_offered_as_word_and_made_once(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = site(folder.path).downloads
    assert sorted(first) == [
        "versioner/hemmet/utkast-1--utkast-2.docx",
        "versioner/hemmet/utkast-2--mellanversion.docx",
    ]
    written: list[str] = []
    monkeypatch.setattr("builder.word.write", lambda redline, template: written.append(redline.new.version) or b"x")
    assert site(folder.path).downloads == first
    assert written == []
    folder.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", "Kommunen svarar inom 5 dagar."))
    again = site(folder.path).downloads
    assert written == ["arbetskopia"]
    assert again["versioner/hemmet/utkast-1--utkast-2.docx"] == first["versioner/hemmet/utkast-1--utkast-2.docx"]


def test_the_word_file_is_made_again_when_more_is_known_of_its_versions(folder: Folder) -> None:
    before = site(folder.path).downloads["versioner/hemmet/utkast-1--utkast-2.docx"]
    register = folder.path / "clauses/register/versioner.yml"
    register.write_text(register.read_text("utf-8").replace("status: utkast}", "status: remiss}"), "utf-8")
    folder.commit("2026-11-13")
    assert site(folder.path).downloads["versioner/hemmet/utkast-1--utkast-2.docx"] != before
