"""Recording a version, in a real git: what is written, what stands in the way, and that it never changes."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.build import BuildError, Project
from builder.build.releasing import Wanted, plan, record
from builder.library import Version
from builder.read import read
from builder.release import Row, bad_label, with_row
from builder.snapshot import Snapshot
from tests.folder import Folder
from tests.test_cli import overens

pytestmark = pytest.mark.slow

QUESTION = "öppna-frågor: [{id: of-1, fråga: Hur länge?}]\n"


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "avtal")
    folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\nrehab: {titel: Hjälpmedel}\n")
    folder.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nKommunen bör svara inom 14 dagar.\n")
    folder.write("clauses/rehab/lan.md", f"---\ntitel: Lån\n{QUESTION}---\nLånet är högst 30 dagar.\n")
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar]\n")
    folder.write("assemblies/rehab.yml", "titel: Hjälpmedel\navtal: rehab\ninnehåll: [rehab/lan]\n")
    folder.commit("2026-11-01")
    return folder


def release(folder: Folder, label: str, status: str = "utkast", *agreements: str, diary: str = "") -> tuple[str, ...]:
    project = Project(folder.path)
    return record(project, plan(project, Wanted(label, status, agreements, diary)))


def versions(folder: Folder) -> tuple[Version, ...]:
    return Project(folder.path).current.library.versions


def test_a_release_is_a_row_a_tag_and_the_clauses_fingerprints(project: Folder) -> None:
    head = project.git("rev-parse", "HEAD")
    written = release(project, "remiss-1", "remiss", "hemmet", diary='RD 2027/12 "A"')
    assert written == ("clauses/versioner/hemmet/remiss-1.yml", "clauses/register/versioner.yml")
    (version,) = versions(project)
    assert (version.label, version.commit, version.date, version.status, version.diary) == (
        "remiss-1", head, "2026-11-01", "remiss", 'RD 2027/12 "A"',
    )  # fmt: skip
    assert project.git("rev-parse", "hemmet@remiss-1") == head
    assert "hemmet/svar: " in (project.path / written[0]).read_text("utf-8")
    project.commit("2026-11-02")
    assert overens("check", folder=project.path).returncode == 0


def test_several_agreements_are_recorded_at_once(project: Folder) -> None:
    release(project, "utkast-1")
    assert [(version.agreement, version.label) for version in versions(project)] == [
        ("hemmet", "utkast-1"), ("rehab", "utkast-1"),
    ]  # fmt: skip


def test_a_recorded_version_gives_the_same_bytes_and_fingerprint_after_any_later_change(project: Folder) -> None:
    release(project, "utkast-1", "utkast", "hemmet")
    project.commit("2026-11-02")
    before = Project(project.path).word("hemmet", "utkast-1")[0]
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nKommunen ska svara inom 7 dagar.\n")
    project.write("clauses/hemmet/ny.md", "---\ntitel: Ny\n---\nNytt.\n")
    project.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/ny, hemmet/svar]\n")
    project.commit("2026-11-03")
    later = Project(project.path)
    assert later.word("hemmet", "utkast-1")[0] == before
    assert list(later.altered()) == []
    assert later.current.document("hemmet")[0].edition.checksum != versions(project)[0].fingerprint


def test_what_has_changed_since_the_last_version_is_told(project: Folder) -> None:
    release(project, "utkast-1", "utkast", "hemmet")
    project.write("clauses/hemmet/svar.md", (
        "---\ntitel: Svar\nändringar: [{till: utkast-2, varför: Skärpt.}]\n---\nKommunen ska svara inom 14 dagar.\n"
    ))  # fmt: skip
    project.commit("2026-11-02")
    said = overens("release", "utkast-2", "--status", "utkast", "--avtal", "hemmet", "--prova", folder=project.path)
    assert said.stdout.splitlines() == [
        "Avtalet: utkast-2, utkast, 2026-11-02",
        "  Sedan utkast-1: 1 ändring i sak.",
        "    1 Svar: ändrad",
        "",
    ]
    assert [version.label for version in versions(project)] == ["utkast-1"]


def test_the_list_of_versions_says_what_changed_as_it_was_recorded_whatever_is_written_later(project: Folder) -> None:
    clause = "---\ntitel: Svar\nändringar: [{{till: {version}, varför: Skärpt.}}]\n---\nKommunen ska svara {when}.\n"
    release(project, "utkast-1", "utkast", "hemmet")
    for label, when, day in (("utkast-2", "snart", "2026-11-02"), ("utkast-3", "genast", "2026-11-03")):
        project.write("clauses/hemmet/svar.md", clause.format(version=label, when=when))
        project.commit(day)
        release(project, label, "utkast", "hemmet")
    project.commit("2026-11-03")
    release(project, "utkast-4", "utkast", "hemmet")
    assert [version.changed for version in versions(project)] == [None, 1, 1, 0]
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nSkälen är borta.\n")
    project.commit("2026-11-04")
    for version in (".", "utkast-4"):
        history = Project(project.path).then("hemmet", version).whole("hemmet").edition.control.history
        assert [(row.version, row.changed) for row in history[:4]] == [
            ("utkast-1", 0), ("utkast-2", 1), ("utkast-3", 1), ("utkast-4", 0),
        ]  # fmt: skip


# --- what stands in the way --------------------------------------------------------------------------


def test_the_same_label_twice_is_refused(project: Folder) -> None:
    release(project, "utkast-1")
    project.commit()
    with pytest.raises(BuildError, match="finns redan och ändras aldrig"):
        release(project, "utkast-1")


def test_unsaved_changes_are_refused_with_their_names(project: Folder) -> None:
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nAnnat.\n")
    with pytest.raises(BuildError, match=r"inte är sparade i git \(clauses/hemmet/svar\.md\)"):
        release(project, "utkast-1")


def test_errors_are_refused_all_at_once(project: Folder) -> None:
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nSe [A](a.md) och avsnitt [4.2](b.md).\n")
    project.commit()
    with pytest.raises(BuildError, match=r"(?s)återstår:.*svar\.md:4 fel: .*svar\.md:4 fel: "):
        release(project, "utkast-1")


@pytest.mark.parametrize("status", ["beslutsförslag", "beslutad", "gällande"])
def test_a_text_to_be_decided_may_ask_nothing(project: Folder, status: str) -> None:
    with pytest.raises(BuildError, match=r"rehab/lan\.md:3 fråga: of-1 Hur länge\?"):
        release(project, "beslut-1", status)
    assert versions(project) == ()
    release(project, "beslut-1", status, "hemmet")


DECIDED = "hemmet:\n" + "".join(
    f"  - {{part: {party}, version: beslut-1, datum: '2027-06-07', utfall: bifall}}\n" for party in ("nord", "aby")
)
DAY = 'hemmet: {titel: Avtalet, gäller-från: "2028-01-01"}\n'
CALLED: list[tuple[str, str, dict[str, str], str, str]] = [
    ("alla har beslutat", "beslutad", {"beslut": DECIDED}, "2027-07-01", ""),
    ("dagen har kommit", "gällande", {"beslut": DECIDED, "avtal": DAY}, "2028-01-01", ""),
    ("ingen har beslutat", "beslutad", {}, "2027-07-01", "saknas från Nord och Åby"),
    ("en har beslutat om en annan text", "gällande",
     {"beslut": DECIDED.replace("beslut-1", "remiss-1", 1), "avtal": DAY}, "2028-01-01", "saknas från Nord"),
    ("före dagen", "gällande", {"beslut": DECIDED, "avtal": DAY}, "2027-12-31", "börjar gälla 2028-01-01"),
    ("ingen dag", "gällande", {"beslut": DECIDED}, "2028-01-01", "gäller-från"),
]  # fmt: skip


@pytest.mark.parametrize(("status", "registers", "day", "said"), [r[1:] for r in CALLED], ids=[r[0] for r in CALLED])
def test_a_text_is_called_what_all_parties_made_it(
    project: Folder, status: str, registers: dict[str, str], day: str, said: str
) -> None:
    project.write("clauses/register/parter.yml", "nord: {namn: Nord, slag: region}\naby: {namn: Åby, slag: kommun}\n")
    project.commit("2027-01-01")
    release(project, "remiss-1", "remiss", "hemmet")
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nKommunen ska svara inom 14 dagar.\n")
    project.commit("2027-05-01")
    release(project, "beslut-1", "beslutsförslag", "hemmet")
    for name, text in registers.items():
        project.write(f"clauses/register/{name}.yml", text)
    project.commit(day)
    if said:
        with pytest.raises(BuildError, match=said):
            release(project, "slutlig", status, "hemmet")
    else:
        release(project, "slutlig", status, "hemmet")


def test_the_same_text_with_another_status_has_no_changes(project: Folder) -> None:
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\nkälla: känd\n---\nKommunen ska svara inom 14 dagar.\n")
    project.commit("2027-05-01")
    release(project, "beslutad-1", "beslutad", "hemmet")
    project.commit("2028-01-01")
    (planned,) = plan(Project(project.path), Wanted("slutlig", "gällande", ("hemmet",)))
    assert (planned.since, planned.changed) == ("beslutad-1", ())


def test_a_text_changed_after_the_decisions_is_not_the_decided_one(project: Folder) -> None:
    project.write("clauses/register/parter.yml", "nord: {namn: Nord, slag: region}\naby: {namn: Åby, slag: kommun}\n")
    project.commit("2027-05-01")
    release(project, "beslut-1", "beslutsförslag", "hemmet")
    project.write("clauses/register/beslut.yml", DECIDED)
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nKommunen ska svara inom 7 dagar.\n")
    project.commit("2027-07-01")
    with pytest.raises(BuildError, match="är inte den som parterna har beslutat om"):
        release(project, "slutlig", "beslutad", "hemmet")


def test_an_unknown_agreement_is_met_with_a_proposal(project: Folder) -> None:
    with pytest.raises(BuildError, match="Menade du ”rehab”"):
        release(project, "utkast-1", "utkast", "rehap")


def test_a_tag_of_another_text_is_not_moved(project: Folder) -> None:
    project.git("tag", "hemmet@utkast-1")
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nAnnat.\n")
    project.commit()
    with pytest.raises(BuildError, match="Taggen hemmet@utkast-1 finns redan"):
        release(project, "utkast-1")


BAD = ["", " ", "Remiss 1", "../x", "a/b", "a..b", "-x", "x.", "å", "remiss\n", "HEAD", "main", "x" * 41, "a@b"]


@pytest.mark.parametrize("label", BAD)
def test_a_label_that_is_no_file_name_is_refused(label: str) -> None:
    assert "” kan inte vara en version" in bad_label(label) or "betyder redan" in bad_label(label)


@pytest.mark.parametrize("label", ["remiss-1", "2027-1", "utkast-10", "v1.2", "beslut"])
def test_ordinary_labels_are_good(label: str) -> None:
    assert bad_label(label) == ""


# --- the register ------------------------------------------------------------------------------------

ROW = Row("hemmet", "remiss-1", "a" * 40, "2027-01-08", "remiss", "0.1.0", "b" * 64)
OLD = "  - version: utkast-1\n    commit: " + "c" * 40 + '\n    datum: "2026-11-22"\n    status: utkast\n'
REGISTERS: list[str] = [
    "", "# Kommentar", f"hemmet:\n{OLD}", f"hemmet:\n{OLD}\n# Nästa avtal\nrehab:\n{OLD}", f"rehab:\n{OLD}",
    f"hemmet: # vårt\n{OLD.replace('  - ', '- ').replace('    ', '  ')}", f"hemmet:\n{OLD}".rstrip(), "hemmet:\n",
    f"hemmet:\n{OLD}    händelser:\n      - datum: \"2026-12-01\"\n        händelse: Sänd.\n",
]  # fmt: skip


def read_versions(source: str) -> tuple[Version, ...]:
    return read(Snapshot({"clauses/register/versioner.yml": source.encode()}))[0].versions


@pytest.mark.parametrize("source", REGISTERS)
def test_a_row_is_put_last_under_its_agreement_and_nothing_else_is_touched(source: str) -> None:
    after = with_row(source, ROW)
    old, new = read_versions(source), read_versions(after)
    assert tuple(version for version in new if version.label != "remiss-1") == old
    (added,) = (version for version in new if version.label == "remiss-1")
    assert (added.agreement, added.commit, added.date, added.fingerprint) == ("hemmet", ROW.commit, ROW.date, "b" * 64)
    assert [v.label for v in new if v.agreement == "hemmet"][-1] == "remiss-1"
    kept = [line for line in source.splitlines() if line.strip()]
    assert [line for line in after.splitlines() if line in kept][: len(kept)] == kept


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip).filter(bool))
def test_any_diary_number_reads_back(diary: str) -> None:
    row = Row("hemmet", "remiss-1", "a" * 40, "2027-01-08", "remiss", "0.1.0", "b" * 64, diary)
    (version,) = read_versions(with_row("", row))
    assert version.diary == diary.strip()


# --- gates and the day of entry into force -----------------------------------------------------------

GATES = """remiss:
  grind: Klar för remiss
  ägare: Skrivgruppen
  för-status: remiss
  krav:
    - {krav: Hänvisningarna är lästa, prövas: inget-att-se-över}
    - {krav: En remissversion är sparad, prövas: remissversion}
    - {krav: Sändlistan är klar, klart: nej, ägare: Registratorn}
"""


def unread(folder: Folder) -> None:
    """A clause that refers to another, which has changed since."""
    folder.write("clauses/hemmet/annat.md", "---\ntitel: Annat\n---\nSe [Svar](svar.md).\n")
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar, hemmet/annat]\n")
    folder.write("clauses/register/grindar.yml", GATES)
    folder.commit("2026-11-02")
    folder.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nKommunen ska svara inom 14 dagar.\n")
    folder.commit("2026-11-03")


def test_a_version_tells_what_its_gate_still_asks_for(project: Folder) -> None:
    unread(project)
    done = overens("release", "remiss-1", "--status", "remiss", "--avtal", "hemmet", "--prova", folder=project.path)
    told = "  Grinden Klar för remiss är inte passerad: 1 hänvisning att läsa om, Sändlistan är klar (Registratorn)."
    assert (done.returncode, told in done.stdout.splitlines()) == (0, True), done.stdout
    assert "ingen version är sparad för remiss" not in done.stdout
    done = overens("release", "utkast-1", "--status", "utkast", "--avtal", "hemmet", "--prova", folder=project.path)
    assert "Grinden" not in done.stdout


def test_a_gate_that_says_so_stops_the_version(project: Folder) -> None:
    unread(project)
    project.write("clauses/register/grindar.yml", GATES.replace("  krav:\n", "  hindrar: ja\n  krav:\n", 1))
    project.commit("2026-11-04")
    with pytest.raises(BuildError, match=r"hemmet: grinden Klar för remiss är inte passerad. .*1 hänvisning att läsa"):
        release(project, "remiss-1", "remiss", "hemmet")
    assert not versions(project)
    release(project, "utkast-1", "utkast", "hemmet")


@pytest.mark.parametrize(
    ("said", "fits"),
    [("1 januari 2028", True), ("2028-01-01", True), ("1 juli 2028", False), ("den dag parterna bestämmer", False)],
)
def test_a_text_that_tells_another_day_than_the_one_it_is_valid_from_is_no_version(
    project: Folder, said: str, fits: bool
) -> None:
    row = 'hemmet: {titel: Avtalet, gäller-från: "2028-01-01", gäller-från-värde: start}\nrehab: {titel: Hjälpmedel}\n'
    project.write("clauses/register/avtal.yml", row)
    project.write("clauses/register/parametrar.yml", f'start: {{värde: "{said}", betydelse: Början., källa: känd}}\n')
    project.write(
        "clauses/hemmet/svar.md", f"---\ntitel: Svar\n---\nGäller [{said}](../register/parametrar.yml#start).\n"
    )
    project.commit("2026-11-02")
    if fits:
        assert release(project, "utkast-1", "utkast", "hemmet")
    else:
        with pytest.raises(BuildError, match="gäller-från är 2028-01-01 men texten säger"):
            release(project, "utkast-1", "utkast", "hemmet")


# --- a row that is changed afterwards ----------------------------------------------------------------

REGISTER = "clauses/register/versioner.yml"
CHANGED: list[tuple[str, str, str, list[str]]] = [
    ("ett annat fingeravtryck", r"fingeravtryck: \w+", "fingeravtryck: " + "0" * 64, ["R715"]),
    ("en annan dag", r'datum: "[^"]+"', 'datum: "2026-12-24"', ["R715"]),
    ("en annan status", "status: utkast", "status: gällande", ["R715"]),
    ("upphävd", "status: utkast", "status: upphävd", []),
    ("en händelse", "status: utkast", "status: utkast\n    händelser: [{datum: 2026-12-01, händelse: Sänd.}]", []),
    ("borttagen", r"(?s)hemmet:.*", "", ["R715"]),
]


@pytest.mark.parametrize("saved", [False, True], ids=["inte sparad", "sparad"])
@pytest.mark.parametrize(("pattern", "new", "codes"), [row[1:] for row in CHANGED], ids=[row[0] for row in CHANGED])
def test_a_row_that_is_changed_by_hand_is_a_finding(
    project: Folder, pattern: str, new: str, codes: list[str], saved: bool
) -> None:
    release(project, "utkast-1", "utkast", "hemmet")
    project.commit("2026-11-02")
    row = (project.path / REGISTER).read_text("utf-8")
    project.write(REGISTER, re.sub(pattern, new, row, count=1))
    if saved:
        project.commit("2026-11-03")
    found = [finding for finding in Project(project.path).check()[0] if finding.code == "R715"]
    assert [finding.code for finding in found] == codes
    assert all("utkast-1" in finding.sentence for finding in found)


def test_a_version_whose_commit_was_rewritten_is_found_and_comes_back_with_its_tag(project: Folder) -> None:
    release(project, "utkast-1", "utkast", "hemmet")
    project.commit("2026-11-02")
    tag = project.git("rev-parse", "hemmet@utkast-1")
    project.git("tag", "-d", "hemmet@utkast-1")
    project.git("checkout", "-q", "--orphan", "ny")
    project.commit("2026-11-03")
    project.git("branch", "-D", "main")
    project.git("reflog", "expire", "--expire=now", "--all")
    kept = project.path / ".git" / "undan"
    project.git("update-ref", "refs/undan", tag)
    project.git("bundle", "create", "-q", str(kept), "refs/undan")
    project.git("update-ref", "-d", "refs/undan")
    project.git("gc", "-q", "--prune=now")
    (found,) = [finding for finding in Project(project.path).check()[0] if finding.code == "R702"]
    assert "hemmet@utkast-1" in found.hint
    project.git("fetch", "-q", str(kept), "refs/undan:refs/tags/hemmet@utkast-1")
    assert not [finding for finding in Project(project.path).check()[0] if finding.code == "R702"]
    assert Project(project.path).document("hemmet", "utkast-1").edition.checksum == versions(project)[0].fingerprint


def test_a_decided_text_has_the_fingerprint_of_the_one_that_was_decided_on(project: Folder) -> None:
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\nkälla: känd\n---\nKommunen ska svara inom 14 dagar.\n")
    project.commit("2027-01-01")
    for label, status in (("beslut-1", "beslutsförslag"), ("beslutad-1", "beslutad"), ("gallande-1", "gällande")):
        release(project, label, status, "hemmet")
        project.commit("2027-01-02")
    later = Project(project.path)
    assert list(later.altered()) == []
    editions = [later.document("hemmet", label).edition for label in ("beslut-1", "beslutad-1", "gallande-1")]
    assert {edition.checksum for edition in editions} == {versions(project)[0].fingerprint}
    assert [edition.decided for edition in editions] == [False, True, True]
