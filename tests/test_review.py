"""References to look at again, in a real git: what makes one stale, what never does, and what mends it."""

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.build import BuildError, Project
from builder.build.reviewing import mark_reviewed, work_list
from builder.review import told
from tests.folder import Folder
from tests.test_cli import overens

pytestmark = pytest.mark.slow

CITING = """---
titel: Svar
---
Kommunen ska svara inom [14 dagar](../register/parametrar.yml#svarstid), se [Plan](plan.md). Planen rör en patient.
Stödet finns i 16 kap. 1 § HSL. Lånet följer [Lån](../rehab/lan.md "utkast-1").
"""
PLAN = "---\ntitel: Plan\n---\nRegionen bör göra en plan med den det gäller. Planen ska vara skriftlig.\n"
LOAN = "---\ntitel: Lån\n---\nLånet är högst 30 dagar.\n"
FILES = {
    "clauses/hemmet/svar.md": CITING,
    "clauses/hemmet/plan.md": PLAN,
    "clauses/hemmet/ensam.md": "---\ntitel: Ensam\n---\nDen här klausulen hänvisar inte till något.\n",
    "clauses/rehab/lan.md": LOAN,
    "clauses/register/avtal.yml": "hemmet: {titel: Avtalet}\nrehab: {titel: Hjälpmedel}\n",
    "clauses/register/parametrar.yml": "svarstid: {värde: 14 dagar, betydelse: Tid., källa: känd}\n",
    "clauses/register/termer.yml": "patient: {term: patient, definition: Den som får vård.}\n",
    "clauses/register/lagar.yml": 'HSL: {sfs: "2017:30", namn: hälso- och sjukvårdslagen}\n',
    "assemblies/hemmet.yml": "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar, hemmet/plan, hemmet/ensam]\n",
    "assemblies/rehab.yml": "titel: Hjälpmedel\navtal: rehab\ninnehåll: [rehab/lan]\n",
}
AMENDED = """HSL:
  sfs: "2017:30"
  namn: hälso- och sjukvårdslagen
  ändringar:
    - {sfs: "2026:1", gäller-från: "2026-06-01", paragrafer: ["16 kap. 1 §", "9 kap. 2 §"]}
"""


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    """Two agreements written on one day; the pinned one has a recorded version."""
    folder = Folder(tmp_path / "avtal")
    for path, text in FILES.items():
        folder.write(path, text)
    first = folder.commit("2026-01-10")
    folder.write("clauses/register/versioner.yml", f"rehab:\n{_version('utkast-1', first, '2026-01-10')}")
    folder.commit("2026-01-11")
    return folder


def _version(label: str, commit: str, day: str) -> str:
    return f"  - {{version: {label}, commit: {commit}, datum: {day}, status: utkast}}\n"


def listed(folder: Folder) -> list[tuple[str, str, str]]:
    found = work_list(Project(folder.path))
    return [(stale.citation.clause, str(stale.citation.target), stale.kind) for stale in found]


def edit(folder: Folder, path: str, old: str, new: str, day: str = "2026-02-01") -> None:
    before = (folder.path / path).read_text("utf-8")
    assert old in before
    folder.write(path, before.replace(old, new))
    folder.commit(day)


def test_nothing_is_stale_where_nothing_has_changed(project: Folder) -> None:
    assert listed(project) == []


STALE: list[tuple[str, str, str, str, tuple[str, str]]] = [
    ("ett ska för ett bör", "clauses/hemmet/plan.md", "bör", "ska", ("klausul hemmet/plan", "ändrad")),
    ("ett annat värde", "clauses/register/parametrar.yml", "14 dagar", "7 dagar",
     ("parameter svarstid", "ändrat värde")),
    ("en annan definition", "clauses/register/termer.yml", "Den som får", "Den som söker",
     ("term patient", "ändrad definition")),
    ("en ändrad paragraf", "clauses/register/lagar.yml", FILES["clauses/register/lagar.yml"], AMENDED,
     ("lag HSL 16 kap. 1 §", "ändrad lag")),
    ("en upphävd lag", "clauses/register/lagar.yml", "sjukvårdslagen}", 'sjukvårdslagen, upphävd: "2026-07-01"}',
     ("lag HSL 16 kap. 1 §", "upphävd lag")),
    ("en klausul som utgår", "clauses/hemmet/plan.md", "titel: Plan", "titel: Plan\nstatus: utgår",
     ("klausul hemmet/plan", "utgår")),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new", "row"), [row[1:] for row in STALE], ids=[row[0] for row in STALE])
def test_a_change_of_what_is_cited_makes_exactly_its_citers_stale(
    project: Folder, path: str, old: str, new: str, row: tuple[str, str]
) -> None:
    edit(project, path, old, new)
    assert listed(project) == [("hemmet/svar", *row)]


NOT_STALE: list[tuple[str, str, str, str]] = [
    ("omflödade rader", "clauses/hemmet/plan.md", "gäller. Planen", "gäller.\nPlanen"),
    ("fetstil", "clauses/hemmet/plan.md", "Planen ska", "**Planen** ska"),
    ("ett komma", "clauses/hemmet/plan.md", "en plan med", "en plan, med"),
    ("ett ord som inte binder", "clauses/hemmet/plan.md", "skriftlig", "tydlig"),
    ("motivet", "clauses/hemmet/plan.md", "titel: Plan", "titel: Plan\nmotiv: Det behövs."),
    ("en paragraf som inte åberopas", "clauses/register/lagar.yml", FILES["clauses/register/lagar.yml"],
     AMENDED.replace("16 kap. 1 §", "16 kap. 4 §")),
    ("ett nytt ord bredvid", "clauses/register/termer.yml", "vård.}", "vård.}\nstod: {term: stöd, definition: Hjälp.}"),
    ("den hänvisande klausulens rader", "clauses/hemmet/svar.md", "Planen rör", "\nPlanen rör"),
]  # fmt: skip


@pytest.mark.parametrize(("path", "old", "new"), [row[1:] for row in NOT_STALE], ids=[row[0] for row in NOT_STALE])
def test_what_does_not_change_what_is_said_makes_nothing_stale(project: Folder, path: str, old: str, new: str) -> None:
    edit(project, path, old, new)
    assert listed(project) == []


def test_a_repealed_law_says_where_its_section_stands_now(project: Folder) -> None:
    repealed = FILES["clauses/register/lagar.yml"].replace(
        "lagen}", 'lagen, upphävd: "2026-07-01", paragrafer: {"16 kap. 1 §": {säger: Motsvaras av 3 kap. 2 § NHL.}}}'
    )
    edit(project, "clauses/register/lagar.yml", FILES["clauses/register/lagar.yml"], repealed)
    (found,) = work_list(Project(project.path))
    assert told(found) == (
        "lag HSL 16 kap. 1 §: lagen är upphävd.",
        "Infördes i lagregistret 2026-02-01 av Skrivgruppen. Lästes senast 2026-01-10.",
        "upphävd 2026-07-01",
        "Motsvaras av 3 kap. 2 § NHL.",
        "Hänvisa till lagen som gäller nu. Ska hänvisningen stå kvar:",
        '  overens review hemmet/svar --mot "lag HSL 16 kap. 1 §" --granskad',
    )


def test_a_repealed_law_without_a_note_names_the_law_that_came_after(project: Folder) -> None:
    repealed = FILES["clauses/register/lagar.yml"].replace("lagen}", 'lagen, upphävd: "2026-07-01", ersatt-av: NHL}')
    newer = 'NHL: {sfs: "2026:9", namn: nya hälso- och sjukvårdslagen}\n'
    edit(project, "clauses/register/lagar.yml", FILES["clauses/register/lagar.yml"], repealed + newer)
    (found,) = work_list(Project(project.path))
    assert "Ersatt av nya hälso- och sjukvårdslagen (2026:9)." in told(found)


def test_wrapping_the_citing_clause_anew_is_not_looking_at_it(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska", "2026-02-01")
    edit(project, "clauses/hemmet/svar.md", "Planen rör", "\nPlanen rör", "2026-02-02")
    assert listed(project) == [("hemmet/svar", "klausul hemmet/plan", "ändrad")]


REWORDED: list[tuple[str, str, list[str]]] = [
    ("Planen rör", "Den planen rör", ["klausul hemmet/plan", "lag HSL 16 kap. 1 §"]),
    (", se [Plan]", ", enligt [Plan]", ["lag HSL 16 kap. 1 §"]),
    ("Stödet finns", "Stödet står", ["klausul hemmet/plan"]),
    ("Lånet följer", "Lånen följer", ["klausul hemmet/plan", "lag HSL 16 kap. 1 §"]),
]


@pytest.mark.parametrize(("old", "new", "left"), REWORDED, ids=[row[1] for row in REWORDED])
def test_rewording_a_sentence_is_looking_at_the_references_in_it_and_no_others(
    project: Folder, old: str, new: str, left: list[str]
) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska", "2026-02-01")
    edit(project, "clauses/register/lagar.yml", FILES["clauses/register/lagar.yml"], AMENDED, "2026-06-02")
    assert [row[1] for row in listed(project)] == ["klausul hemmet/plan", "lag HSL 16 kap. 1 §"]
    edit(project, "clauses/hemmet/svar.md", old, new, "2026-06-03")
    assert [row[1] for row in listed(project)] == left


def test_a_reference_made_in_two_sentences_is_looked_at_when_both_are(project: Folder) -> None:
    edit(
        project, "clauses/hemmet/svar.md", "rör en patient.", "rör en patient. Följ [Plan](plan.md) noga.", "2026-01-20"
    )
    edit(project, "clauses/hemmet/plan.md", "bör", "ska", "2026-02-01")
    edit(project, "clauses/hemmet/svar.md", "Följ [Plan]", "Läs [Plan]", "2026-02-02")
    assert listed(project) == [("hemmet/svar", "klausul hemmet/plan", "ändrad")]
    edit(project, "clauses/hemmet/svar.md", ", se [Plan]", ", läs [Plan]", "2026-02-03")
    assert listed(project) == []


def test_a_row_of_a_table_and_an_entry_of_legal_basis_are_passages_too(project: Folder) -> None:
    table = "\n| Vad | Hur |\n|---|---|\n| Svar | se [Plan](plan.md) |\n| Annat | Inget |\n"
    head = "titel: Tabell\nlagstöd: [16 kap. 1 § HSL, 9 kap. 3 § HSL]\n"
    project.write("clauses/hemmet/tabell.md", f"---\n{head}---\n{table}")
    listing = FILES["assemblies/hemmet.yml"].replace("hemmet/svar", "hemmet/tabell")
    project.write("assemblies/hemmet.yml", listing)
    project.commit("2026-01-12")
    edit(project, "clauses/hemmet/plan.md", "bör", "ska", "2026-02-01")
    edit(project, "clauses/register/lagar.yml", FILES["clauses/register/lagar.yml"], AMENDED, "2026-06-02")
    edit(project, "clauses/hemmet/tabell.md", "| Inget |", "| Något |", "2026-06-03")
    edit(project, "clauses/hemmet/tabell.md", "9 kap. 3 §", "9 kap. 4 §", "2026-06-04")
    assert [row[1] for row in listed(project)] == ["klausul hemmet/plan", "lag HSL 16 kap. 1 §"]
    edit(project, "clauses/hemmet/tabell.md", "| Svar |", "| Svaret |", "2026-06-05")
    edit(project, "clauses/hemmet/tabell.md", "[16 kap. 1 § HSL", "[16 kap. 1 och 2 §§ HSL", "2026-06-06")
    assert listed(project) == []


def test_what_is_being_edited_counts(project: Folder) -> None:
    project.write("clauses/hemmet/plan.md", PLAN.replace("bör", "ska"))
    assert listed(project) == [("hemmet/svar", "klausul hemmet/plan", "ändrad")]
    (found,) = work_list(Project(project.path))
    assert told(found)[1] == "Ändringen är inte sparad än. Lästes senast 2026-01-10."
    project.write("clauses/hemmet/svar.md", CITING.replace(", se [Plan]", ", läs [Plan]"))
    assert listed(project) == []


def test_a_renamed_clause_is_stale_only_for_what_it_says(project: Folder) -> None:
    project.git("mv", "clauses/hemmet/plan.md", "clauses/hemmet/sip.md")
    project.write("clauses/hemmet/sip.md", PLAN.replace("titel: Plan", "titel: Plan\ntidigare-id: [hemmet/plan]"))
    project.write("assemblies/hemmet.yml", FILES["assemblies/hemmet.yml"].replace("/plan", "/sip"))
    project.commit("2026-02-01")
    assert listed(project) == []
    edit(project, "clauses/hemmet/sip.md", "bör", "ska", "2026-02-02")
    assert listed(project) == [("hemmet/svar", "klausul hemmet/sip", "ändrad")]


def record(project: Folder, old: str, new: str) -> None:
    """A newer version of the pinned agreement."""
    edit(project, "clauses/rehab/lan.md", old, new, "2026-02-01")
    second = project.git("rev-parse", "HEAD")
    rows = (project.path / "clauses/register/versioner.yml").read_text("utf-8")
    project.write("clauses/register/versioner.yml", rows + _version("utkast-2", second, "2026-02-01"))
    project.commit("2026-02-02")


def test_a_pin_is_stale_when_the_newest_version_says_something_else(project: Folder) -> None:
    record(project, "30", "14")
    (found,) = work_list(Project(project.path))
    assert told(found) == (
        "version rehab/lan: hänvisningen gäller utkast-1. Klausulen lyder annorlunda i utkast-2.",
        "utkast-2 sparades 2026-02-01 av Skrivgruppen.",
        "30 → 14 dagar",
        "Varför: Inget skäl är angivet.",
        "Skriv utkast-2 i länken när klausulen är läst, eller behåll utkast-1:",
        '  overens review hemmet/svar --mot "version rehab/lan" --granskad',
    )


def test_a_reason_of_an_earlier_change_is_not_told_for_a_later_one(project: Folder) -> None:
    head = "titel: Lån\nändringar:\n"
    edit(project, "clauses/rehab/lan.md", "titel: Lån\n", head + "  - {till: utkast-1, varför: Det förra skälet.}\n")
    first = project.git("rev-parse", "HEAD")
    project.write("clauses/register/versioner.yml", f"rehab:\n{_version('utkast-1', first, '2026-02-01')}")
    project.commit("2026-02-02")
    edit(project, "clauses/rehab/lan.md", head, head + "  - {till: utkast-2, varför: Det nya skälet.}\n")
    record(project, "30", "14")
    (found,) = work_list(Project(project.path))
    assert [line for line in told(found) if line.startswith("Varför")] == ["Varför: Det nya skälet."]


def test_a_pin_to_a_clause_that_says_the_same_is_not_stale(project: Folder) -> None:
    record(project, "är högst 30", "är\nhögst 30")
    assert listed(project) == []


# --- marks -------------------------------------------------------------------------------------------


def mark(folder: Folder, target: str, clause: str = "hemmet/svar") -> str:
    [(path, text)] = mark_reviewed(Project(folder.path), [clause], target).items()
    folder.write(path, text)
    return path


def test_a_mark_takes_a_reference_off_the_list_until_it_changes_again(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska", "2026-02-01")
    assert mark(project, "klausul hemmet/plan") == "clauses/granskat/hemmet/svar/klausul-hemmet.plan.yml"
    assert listed(project) == []
    project.commit("2026-02-02")
    edit(project, "clauses/hemmet/plan.md", "skriftlig", "tydlig", "2026-02-03")
    assert listed(project) == []
    edit(project, "clauses/hemmet/plan.md", "Planen ska", "Planen får", "2026-02-04")
    (found,) = work_list(Project(project.path))
    assert told(found)[2:4] == ("ska → får; ”skriftlig” → ”tydlig”", "Varför: Inget skäl är angivet.")


@pytest.mark.parametrize("number", range(5))
def test_every_kind_of_entry_can_be_marked(project: Folder, number: int) -> None:
    _, path, old, new, (target, _) = STALE[number]
    edit(project, path, old, new)
    mark(project, target)
    assert listed(project) == []


def test_two_writers_marks_merge_without_conflict(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska", "2026-02-01")
    edit(project, "clauses/register/parametrar.yml", "14 dagar", "7 dagar", "2026-02-02")
    project.git("switch", "-q", "-c", "annan")
    mark(project, "parameter svarstid")
    project.commit("2026-02-03")
    project.git("switch", "-q", "main")
    mark(project, "klausul hemmet/plan")
    project.commit("2026-02-03")
    project.git("merge", "-q", "--no-edit", "annan", day="2026-02-04")
    assert listed(project) == []


def test_a_mark_torn_by_a_merge_is_a_finding_with_its_place(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska")
    path = mark(project, "klausul hemmet/plan")
    torn = "<<<<<<< HEAD\n" + (project.path / path).read_text("utf-8") + "=======\n>>>>>>> annan\n"
    project.write(path, torn)
    result = overens("check", folder=project.path)
    assert result.returncode == 1
    assert path in result.stdout
    assert listed(project) == [("hemmet/svar", "klausul hemmet/plan", "ändrad")]


def test_only_what_is_on_the_list_can_be_marked(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska")
    said = r"Från hemmet/svar finns ingen hänvisning till ”klausul hemmet/ensam”\. Att se över: klausul hemmet/plan"
    with pytest.raises(BuildError, match=said):
        mark(project, "klausul hemmet/ensam")


# --- moving pins -------------------------------------------------------------------------------------

BUMPS: list[tuple[str, str, str, str, bool]] = [
    ("bara omflödad", "är högst 30", "är\nhögst 30", "lyder likadant", True),
    ("ett komma", "är högst 30", "är, högst, 30", "bara skrivsätt är ändrat", True),
    ("ett annat ord", "Lånet är", "Lånetiden är", "andra ord, läs om", False),
    ("en annan tid", "30", "14", "ändrad i sak, läs om", False),
]


@pytest.mark.parametrize(("old", "new", "said", "moves"), [row[1:] for row in BUMPS], ids=[row[0] for row in BUMPS])
def test_only_pins_that_need_no_thought_are_moved(project: Folder, old: str, new: str, said: str, moves: bool) -> None:
    record(project, old, new)
    before = (project.path / "clauses/hemmet/svar.md").read_bytes()
    done = overens("bump", "rehab", "utkast-2", folder=project.path)
    assert done.stdout.splitlines()[0] == f"clauses/hemmet/svar.md:5 rehab/lan utkast-1: {said}"
    after = (project.path / "clauses/hemmet/svar.md").read_bytes()
    assert after == (before.replace(b"utkast-1", b"utkast-2") if moves else before)


def test_a_trial_moves_nothing(project: Folder) -> None:
    record(project, "är högst 30", "är\nhögst 30")
    assert "Inget är ändrat" in overens("bump", "rehab", "utkast-2", "--prova", folder=project.path).stderr
    assert "utkast-1" in (project.path / "clauses/hemmet/svar.md").read_text("utf-8")


@pytest.mark.parametrize(("words", "said"), [
    (("rehap", "utkast-2"), "Avtalet ”rehap” finns inte"),
    (("rehab", "utkast-9"), "Versionen ”utkast-9” av rehab finns inte. Versioner som finns: utkast-1."),
])  # fmt: skip
def test_a_version_that_never_was_is_refused(project: Folder, words: tuple[str, str], said: str) -> None:
    done = overens("bump", *words, folder=project.path)
    assert (done.returncode, said in done.stderr) == (2, True)


# --- the command -------------------------------------------------------------------------------------


def test_the_list_reads_as_a_document(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska")
    assert overens("review", folder=project.path).stdout.splitlines() == [
        "hemmet/svar  Svar",
        "  klausul hemmet/plan: har ändrats i sak.",
        "    Ändrades 2026-02-01 av Skrivgruppen. Lästes senast 2026-01-10.",
        "    bör → ska",
        "    Varför: Inget skäl är angivet.",
        "    Rätta klausulen om den inte stämmer. Stämmer den:",
        '      overens review hemmet/svar --mot "klausul hemmet/plan" --granskad',
        "",
        "1 hänvisning i 1 klausul att se över.",
    ]
    done = overens("review", "hemmet/svar", "--mot", "klausul hemmet/plan", "--granskad", folder=project.path)
    assert done.returncode == 0, done.stderr
    assert overens("review", folder=project.path).stdout == "Inget att se över.\n"


def test_all_references_of_a_clause_can_be_marked_at_once(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska")
    edit(project, "clauses/register/parametrar.yml", "14 dagar", "7 dagar")
    assert len(listed(project)) == 2
    done = overens("review", "hemmet/svar", "--granskad", folder=project.path)
    assert done.stderr.count("Klart: clauses/granskat/hemmet/svar/") == 2
    assert overens("review", folder=project.path).stdout == "Inget att se över.\n"
    again = overens("review", "hemmet/svar", "--granskad", folder=project.path)
    assert (again.returncode, again.stderr) == (0, "Inget är kvar att se över där. Inget är ändrat.\n")


def test_a_thing_that_changed_can_be_marked_for_all_who_refer_to_it(project: Folder) -> None:
    edit(project, "clauses/hemmet/plan.md", "bör", "ska")
    project.write("clauses/hemmet/till.md", "---\ntitel: Till\n---\nMer följer [av planen](plan.md).\n")
    assert overens("review", "--granskad", folder=project.path).returncode == 2
    done = overens("review", "--mot", "klausul hemmet/plan", "--granskad", folder=project.path)
    assert done.stderr.splitlines()[-1] == "1 hänvisning räknas som läst."
    assert overens("review", folder=project.path).stdout == "Inget att se över.\n"
    again = overens("review", "--mot", "klausul hemmet/plan", "--granskad", folder=project.path)
    assert (again.returncode, again.stderr) == (0, "Inget är kvar att se över där. Inget är ändrat.\n")


def test_no_call_a_file(project: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    """One reading of the log and one of the contents, however many the clauses are."""
    edit(project, "clauses/hemmet/plan.md", "bör", "ska")
    for number in range(30):
        project.write(f"clauses/hemmet/k{number}.md", f"---\ntitel: K{number}\n---\nSe [Plan](plan.md).\n")
    names = ", ".join(f"hemmet/k{number}" for number in range(30))
    edit(project, "assemblies/hemmet.yml", "hemmet/ensam", f"hemmet/ensam, {names}")
    calls = _counted(monkeypatch)
    list(work_list(Project(project.path)))
    assert len(calls) < 30


def _counted(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    calls: list[str] = []
    real: Callable[..., object] = subprocess.Popen

    def popen(*arguments: object, **words: object) -> object:
        calls.append("")
        return real(*arguments, **words)

    monkeypatch.setattr(subprocess, "Popen", popen)
    monkeypatch.setattr("git.cmd.safer_popen", popen)
    return calls
