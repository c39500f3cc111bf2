"""What the site tells of comparisons: kept between builds, and never when anything that it is made of is another."""

import shutil
from pathlib import Path

import pytest

from builder.build import comparing, site
from builder.web import Site, pages
from tests.folder import Folder

pytestmark = pytest.mark.slow

CLAUSE = "---\ntitel: {}\nansvarig: [kommunen]\n---\n{}\n"
TEXTS = {"hemmet": "Kommunen svarar inom {} dagar.", "hyra": "Hyran är {} kronor."}
PARTIES = "kommunen: {{namn: {}, slag: roll}}\n"
ROW = "  - {{version: utkast-{}, commit: {}, datum: 2026-11-15, status: utkast}}\n"


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Two agreements with two recorded versions and a text that is being written, and a paper beside one of them."""
    made = Folder(tmp_path / "avtal")
    made.write(".gitignore", "/.cache/\n")
    made.write("clauses/register/avtal.yml", "hemmet: {titel: Hemmet}\nhyra: {titel: Hyra}\n")
    made.write("clauses/register/parter.yml", PARTIES.format("Kommunen"))
    made.write("assemblies/plan.yml", "titel: Plan\nunderlag-till: hyra\ninnehåll: [hyra/svar]\n")
    commits = []
    for number in (14, 7):
        for name, text in TEXTS.items():
            made.write(f"clauses/{name}/svar.md", CLAUSE.format("Svar", text.format(number)))
            made.write(f"assemblies/{name}.yml", assembly(name))
        commits.append(made.commit(f"2026-11-{number:02}"))
    rows = "".join(ROW.format(number, commit) for number, commit in enumerate(commits, 1))
    made.write("clauses/register/versioner.yml", "".join(f"{name}:\n{rows}" for name in TEXTS))
    made.write("clauses/hemmet/svar.md", CLAUSE.format("Svar", TEXTS["hemmet"].format(3)))
    made.commit("2026-11-20")
    made.write("clauses/hyra/svar.md", CLAUSE.format("Svar", TEXTS["hyra"].format(3)))
    return made


def assembly(name: str) -> str:
    return f"titel: {name.capitalize()}\navtal: {name}\ninnehåll: [{name}/svar]\n"


def told(made: Site) -> dict[tuple[str, str], str]:
    """The page of each comparison, by its document and its newer version."""
    return {(one.name, one.new.version): one.page for one in made.compared}


def forget(folder: Folder) -> None:
    shutil.rmtree(folder.path / ".cache")


def test_each_pair_of_versions_is_told_of(folder: Folder) -> None:
    made = site(folder.path)
    both = ("arbetskopia", "utkast-2")
    assert sorted(told(made)) == [(name, newer) for name in ("hemmet", "hyra", "plan") for newer in both]
    assert "7" in told(made)["hyra", "utkast-2"]
    assert {path for path in made.downloads if path.startswith("versioner/hyra/")} == {
        "versioner/hyra/utkast-1--utkast-2.docx", "versioner/hyra/utkast-2--arbetskopia.docx",
    }  # fmt: skip
    assert all(content.startswith(b"PK") for content in made.downloads.values())
    assert not any("plan" in path for path in made.downloads)


def test_what_is_kept_is_what_would_be_made(folder: Folder) -> None:
    first = site(folder.path)
    again = site(folder.path)
    assert (again.compared, again.downloads) == (first.compared, first.downloads)
    assert pages(again) == pages(first)


def test_only_comparisons_of_what_was_edited_are_made_again(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    site(folder.path)
    monkeypatch.setattr(comparing, "by_all", lambda asked, make: made.extend(asked) or [make(one) for one in asked])
    made: list[tuple[str, str, str]] = []
    site(folder.path)
    assert made == []
    folder.write("clauses/hyra/svar.md", CLAUSE.format("Svar", "Hyran är 2 kronor."))
    site(folder.path)
    assert sorted(made) == [("hyra", "utkast-2", "."), ("plan", "utkast-2", ".")]


GONE = "titel: Hyra\navtal: hyra\nändringar: [{till: utkast-3, gäller: hyra/svar, varför: Skälet.}]\ninnehåll: []\n"


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("clauses/hyra/svar.md", CLAUSE.format("Svar", "Hyran är 2 kronor.")),
        ("clauses/hyra/svar.md", CLAUSE.format("Besked", "Hyran är 3 kronor.")),
        ("clauses/register/parter.yml", PARTIES.format("Alla kommuner")),
        ("clauses/register/avtal.yml", "hemmet: {titel: Hemmet, kort: H}\nhyra: {titel: Hyra, kort: Avgiften}\n"),
        ("assemblies/hyra.yml", GONE),
        ("assemblies/hyra.yml", "titel: Hyra\navtal: hyra\ninnehåll:\n  - kapitel: Ett\n    innehåll: [hyra/svar]\n"),
        ("assemblies/plan.yml", "titel: Plan\nunderlag-till: hemmet\ninnehåll: [hemmet/svar]\n"),
    ],
)
def test_an_edit_tells_what_a_first_build_tells(folder: Folder, path: str, text: str) -> None:
    before = site(folder.path)
    folder.write(path, text)
    edited = site(folder.path)
    forget(folder)
    assert edited.compared != before.compared
    first = site(folder.path)
    assert (edited.compared, edited.downloads) == (first.compared, first.downloads)


@pytest.mark.parametrize("kind", ["jamforelser", "word"])
@pytest.mark.parametrize("harm", [b"", b"not what was written"])
def test_what_is_kept_and_damaged_is_made_again(folder: Folder, kind: str, harm: bytes) -> None:
    first = site(folder.path)
    for kept in (folder.path / ".cache/overens" / kind).iterdir():
        kept.write_bytes(harm)
    again = site(folder.path)
    assert (again.compared, again.downloads) == (first.compared, first.downloads)


def test_a_preview_offers_no_files_and_takes_nothing_from_the_site(folder: Folder) -> None:
    first = site(folder.path)
    files = {path.name for path in (folder.path / ".cache/overens/jamforelser").iterdir()}
    assert "Ladda ner som Word" in told(first)["hyra", "utkast-2"]
    assert "Ladda ner som Word" not in told(site(folder.path, with_versions=False))["hyra", "utkast-2"]
    assert {path.name for path in (folder.path / ".cache/overens/jamforelser").iterdir()} == files


def test_another_program_tells_anew(folder: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    site(folder.path)
    monkeypatch.setattr(comparing, "code_fingerprint", lambda: "another")
    monkeypatch.setattr(comparing, "by_all", lambda asked, make: made.extend(asked) or [make(one) for one in asked])
    made: list[tuple[str, str, str]] = []
    site(folder.path)
    assert len(made) == 6
