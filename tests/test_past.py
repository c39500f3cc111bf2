"""A clause through time, in a real git: as it was in a version, and what has happened to it."""

import shutil
from pathlib import Path

import pytest

from builder.build import BuildError, Project
from builder.build.past import as_printed, steps
from builder.changes import changes
from tests.folder import Folder
from tests.test_cli import overens

pytestmark = pytest.mark.slow

ASSEMBLY = "titel: Avtalet\navtal: hemmet\ninnehåll: [{}]\n"


def clause(title: str, body: str, more: str = "") -> str:
    return f"---\ntitel: {title}\n{more}---\n{body}\n"


@pytest.fixture(scope="module")
def past(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three recorded versions: a clause is sharpened, renamed, and another withdrawn; then a word is being edited."""
    folder = Folder(tmp_path_factory.mktemp("past") / "avtal")
    folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\n")
    folder.write("clauses/hemmet/svar.md", clause("Svar", "Kommunen bör svara inom 14 dagar."))
    folder.write("clauses/hemmet/borta.md", clause("Borta", "Det här gäller bara först."))
    folder.write("assemblies/hemmet.yml", ASSEMBLY.format("hemmet/svar, hemmet/borta"))
    first = folder.commit("2026-11-01")
    why = "ändringar: [{till: utkast-2, varför: Svaren kom för sent.}]\n"
    folder.write("clauses/hemmet/svar.md", clause("Svar", "Kommunen ska svara inom 14 dagar.", why))
    folder.write("assemblies/hemmet.yml", ASSEMBLY.format("hemmet/svar"))
    (folder.path / "clauses/hemmet/borta.md").unlink()
    second = folder.commit("2026-11-10")
    (folder.path / "clauses/hemmet/svar.md").unlink()
    renamed = clause("Svar", "Kommunen ska svara inom 14 dagar.", f"tidigare-id: hemmet/svar\n{why}")
    folder.write("clauses/hemmet/svarstid.md", renamed)
    folder.write("assemblies/hemmet.yml", ASSEMBLY.format("hemmet/svarstid"))
    third = folder.commit("2026-11-20")
    rows = "".join(
        f"  - {{version: utkast-{n}, commit: {commit}, datum: 2026-11-{day}, status: utkast}}\n"
        for n, (commit, day) in enumerate([(first, "01"), (second, "10"), (third, "20")], 1)
    )
    folder.write("clauses/register/versioner.yml", f"hemmet:\n{rows}")
    folder.commit("2026-11-21")
    edited = (folder.path / "clauses/hemmet/svarstid.md").read_text("utf-8").replace("14 dagar", "7 dagar")
    edited = edited.replace("sent.}]", "sent.}, {till: utkast-4, varför: Patienten ska slippa vänta.}]")
    folder.write("clauses/hemmet/svarstid.md", edited)
    return folder.path


def test_the_history_of_a_clause_reads_as_a_document(past: Path) -> None:
    assert overens("log", "hemmet/svarstid", folder=past).stdout.splitlines() == [
        "Avtalet",
        "",
        "arbetskopia, utkast, 2026-11-21, Skrivgruppen",
        "  Ändrad, i sak",
        "  14 → 7 dagar",
        "  Varför: Patienten ska slippa vänta.",
        "",
        "utkast-3, utkast, 2026-11-20, Skrivgruppen",
        "  Ny beteckning (var hemmet/svar), redaktionell",
        "  Texten under rubriken är oförändrad.",
        "",
        "utkast-2, utkast, 2026-11-10, Skrivgruppen",
        "  Ändrad, i sak",
        "  bör → ska",
        "  Varför: Svaren kom för sent.",
        "",
        "utkast-1, utkast, 2026-11-01, Skrivgruppen",
        "  Fanns när den första versionen sparades.",
        "",
    ]


LATE, WAIT = "Svaren kom för sent.", "Patienten ska slippa vänta."


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("utkast-1", "utkast-2", [LATE]),
        ("utkast-1", "utkast-3", [LATE]),
        ("utkast-2", "utkast-3", []),
        ("utkast-3", ".", [WAIT]),
        ("utkast-1", ".", [LATE, WAIT]),
        ("HEAD~2", "HEAD", []),
        ("HEAD~3", ".", [LATE, WAIT]),
    ],
)
def test_a_change_has_the_reasons_given_since_the_old_version(past: Path, old: str, new: str, said: list[str]) -> None:
    found = changes(Project(past).redline("hemmet", old, new))
    assert [list(change.reasons) for change in found if change.kind != "deleted"] == [said]


def test_the_reason_of_an_earlier_version_does_not_explain_what_is_edited_now(past: Path, tmp_path: Path) -> None:
    shutil.copytree(past, tmp_path / "avtal")
    path = tmp_path / "avtal/clauses/hemmet/svarstid.md"
    path.write_text(path.read_text("utf-8").replace(f", {{till: utkast-4, varför: {WAIT}}}", ""), "utf-8")
    (change,) = changes(Project(tmp_path / "avtal").redline("hemmet", "utkast-3", "."))
    assert (change.kind, change.reasons) == ("changed", ())


@pytest.mark.parametrize("asked", ["hemmet/svar", "clauses/hemmet/svar.md", "hemmet/svarstid"])
def test_a_clause_is_known_by_every_name_it_has_had(past: Path, asked: str) -> None:
    ((_, found),) = steps(Project(past), asked)
    assert [step.edition.version for step in found] == ["arbetskopia", "utkast-3", "utkast-2", "utkast-1"]


def test_a_withdrawn_clause_keeps_its_history(past: Path) -> None:
    ((_, found),) = steps(Project(past), "hemmet/borta")
    assert [(step.edition.version, step.told and step.told.happened) for step in found] == [
        ("utkast-2", "Utgår"),
        ("utkast-1", None),
    ]


@pytest.mark.parametrize(
    ("version", "text"), [("utkast-1", "bör svara inom 14"), ("utkast-3", "ska svara inom 14"), (".", "inom 7")]
)
def test_a_clause_is_shown_as_it_was(past: Path, version: str, text: str) -> None:
    said = overens("show", "hemmet/svarstid", "--version", version, folder=past).stdout
    assert "1 Svar\n" in said
    assert text in said


def test_a_clause_that_was_not_there_says_where_it_is(past: Path) -> None:
    with pytest.raises(BuildError, match=r"hemmet/borta finns inte .*utkast-3.* Den finns i: utkast-1\."):
        as_printed(Project(past), "hemmet/borta", "utkast-3")


def test_a_slip_of_the_hand_is_met_with_a_proposal(past: Path) -> None:
    with pytest.raises(BuildError, match="Menade du hemmet/svarstid"):
        list(steps(Project(past), "hemmet/svartid"))


def test_versions_are_listed_with_what_happened_to_them(past: Path) -> None:
    assert overens("versions", folder=past).stdout.splitlines()[:2] == [
        "hemmet: Avtalet",
        "  utkast-1      2026-11-01, utkast",
    ]
