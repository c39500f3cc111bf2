"""Which text a label means, what a document says of itself, and what the commands write."""

import hashlib
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest

from builder.build import BuildError, Project, outputs, site
from builder.changes import changes
from builder.model import Paragraph, words
from builder.redline import is_changed
from tests.folder import Folder

ONE = "---\ntitel: Parter\n---\nParterna är A och B.\n"
TWO = "---\ntitel: Hyra\n---\nA ska betala 100 kronor.\n"
REASON = "ändringar:\n  - till: utkast-2\n    varför: Hyran var för låg.\n"
RECORD = """hyra:
  - version: utkast-1
    commit: {first}
    datum: 2026-11-01
    status: utkast
    diarienummer: D 1
"""


@pytest.fixture
def hyra(tmp_path: Path) -> Folder:
    """A lease with a recorded version and a later change that is saved."""
    folder = Folder(tmp_path / "hyra")
    folder.write("clauses/hyra/parter.md", ONE)
    folder.write("clauses/hyra/hyra.md", TWO)
    folder.write("assemblies/hyra.yml", "titel: Hyresavtal\navtal: hyra\ninnehåll: [hyra/parter, hyra/hyra]\n")
    first = folder.commit("2026-11-01")
    folder.write("clauses/hyra/hyra.md", TWO.replace("100", "200").replace("Hyra\n", f"Hyra\n{REASON}"))
    folder.write("clauses/register/versioner.yml", RECORD.format(first=first))
    folder.commit("2026-11-02")
    return folder


def said(folder: Folder, revision: str) -> tuple[str, str, str, str]:
    edition = Project(folder.path).at(revision, "hyra").document("hyra")[0].edition
    return edition.version, edition.status, edition.date, edition.diary


def test_a_recorded_version_is_known_by_its_label(hyra: Folder) -> None:
    assert said(hyra, "utkast-1") == ("utkast-1", "utkast", "2026-11-01", "D 1")
    assert said(hyra, "hyra@utkast-1") == said(hyra, "utkast-1")


def test_a_commit_that_is_a_version_says_so(hyra: Folder) -> None:
    assert said(hyra, "HEAD~1")[0] == "utkast-1"


def test_what_goes_with_all_agreements_has_the_version_that_was_recorded_of_them_at_once(hyra: Folder) -> None:
    hyra.write("clauses/register/avtal.yml", "hyra:\n  titel: Hyresavtal\nlån:\n  titel: Lån\n")
    hyra.write("assemblies/om.yml", "titel: Om avtalen\ninnehåll: [hyra/parter]\n")
    commit = hyra.commit("2026-11-03")
    row = f"    commit: {commit}\n    datum: 2026-11-03\n    status: remiss\n    diarienummer: D 2\n"

    def version(*, lån: str) -> str:
        both = f"hyra:\n  - version: remiss-1\n{row}lån:\n  - version: {lån}\n{row}"
        hyra.write("clauses/register/versioner.yml", both)
        edition = Project(hyra.path).at(commit).document("om")[0].edition
        return f"{edition.version}, {edition.status}"

    assert version(lån="remiss-1") == "remiss-1, remiss"
    assert version(lån="2027-1") == "mellanversion, utkast"


def test_a_saved_text_that_is_no_version(hyra: Folder) -> None:
    assert said(hyra, ".")[:3] == ("mellanversion", "utkast", "2026-11-02")
    assert said(hyra, "HEAD")[:3] == ("mellanversion", "utkast", "2026-11-02")


def test_a_text_that_is_not_saved_is_a_working_copy(hyra: Folder) -> None:
    hyra.write("clauses/hyra/hyra.md", TWO.replace("100", "300"))
    assert said(hyra, ".")[:3] == ("arbetskopia", "utkast", "2026-11-02")


def test_an_unknown_version_names_those_that_are(hyra: Folder) -> None:
    with pytest.raises(BuildError, match="utkast-1"):
        Project(hyra.path).redline("hyra", "utkast-7", ".")


def test_a_document_that_was_not_there_then(hyra: Folder) -> None:
    hyra.write("assemblies/nytt.yml", "titel: Nytt\navtal: hyra\ninnehåll: [hyra/parter]\n")
    with pytest.raises(BuildError, match="utkast-1"):
        Project(hyra.path).redline("nytt", "utkast-1", ".")


def test_a_shallow_clone_says_how_to_get_the_version(hyra: Folder, tmp_path: Path) -> None:
    clone = tmp_path / "grund"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{hyra.path}", clone], check=True)
    project = Project(clone)
    assert [finding.code for finding in project.check()[0]] == ["R702"]
    with pytest.raises(BuildError, match="git fetch --unshallow"):
        project.redline("hyra", "utkast-1", ".")


def test_a_lost_version_does_not_stop_the_rest(hyra: Folder, tmp_path: Path) -> None:
    clone = tmp_path / "grund"
    subprocess.run(["git", "clone", "-q", "--depth", "1", f"file://{hyra.path}", clone], check=True)
    outputs.everything(Project(clone), tmp_path / "ut", lambda step: None)
    assert (tmp_path / "ut" / "word" / "hyra.docx").exists()


def recorded(folder: Folder, fingerprint: str) -> None:
    first = folder.git("rev-parse", "HEAD~1")
    folder.write("clauses/register/versioner.yml", RECORD.format(first=first) + f"    fingeravtryck: {fingerprint}\n")


def test_a_version_that_gives_its_fingerprint_is_silent(hyra: Folder) -> None:
    recorded(hyra, Project(hyra.path).at("utkast-1", "hyra").document("hyra")[0].edition.checksum)
    assert list(Project(hyra.path).altered()) == []


def test_a_version_that_gives_another_fingerprint_is_a_finding(hyra: Folder) -> None:
    recorded(hyra, "0" * 64)
    assert [finding.code for finding in Project(hyra.path).altered()] == ["R704"]


def test_a_version_compared_with_itself_shows_nothing(hyra: Folder) -> None:
    assert not is_changed(Project(hyra.path).redline("hyra", "utkast-1", "HEAD~1"))


def test_what_is_compared_without_being_asked(hyra: Folder) -> None:
    assert list(Project(hyra.path).comparisons()) == [("hyra", "utkast-1", ".")]


def digest(folder: Path) -> Mapping[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def test_everything_twice_gives_the_same_bytes(hyra: Folder, tmp_path: Path) -> None:
    for name in ("a", "b"):
        outputs.everything(Project(hyra.path), tmp_path / name, lambda step: None)
    made = digest(tmp_path / "a")
    assert made == digest(tmp_path / "b")
    wanted = {"word/hyra.docx", "json/hyra.json"}
    wanted |= {"andringar/hyra-utkast-1-nu.docx", "andringar/lista-nu.docx"}
    wanted |= {f"redline/hyra-utkast-1-nu{ending}" for ending in outputs.REDLINE_FORMATS}
    assert wanted <= set(made)


def test_an_interrupted_build_leaves_the_earlier_output(hyra: Folder, tmp_path: Path) -> None:
    outputs.everything(Project(hyra.path), tmp_path / "ut", lambda step: None)
    before = digest(tmp_path / "ut")
    hyra.write("clauses/hyra/hyra.md", TWO.replace("100", "300"))

    def interrupt(step: str) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        outputs.everything(Project(hyra.path), tmp_path / "ut", interrupt)
    assert digest(tmp_path / "ut") == before


def test_what_must_wait_is_left_out_and_the_rest_is_made(hyra: Folder, tmp_path: Path) -> None:
    asking = ONE.replace("Parter\n", "Parter\nöppna-frågor:\n  - id: OF-1\n    fråga: Vilka är parterna?\n", 1)
    hyra.write("clauses/hyra/parter.md", asking)
    hyra.write("assemblies/kort.yml", "titel: Kort\navtal: kort\ninnehåll: [hyra/hyra]\n")
    proposed = hyra.commit("2026-11-03")
    row = f"  - version: forslag-1\n    commit: {proposed}\n    datum: 2026-11-03\n    status: beslutsförslag\n"
    record = RECORD.format(first=hyra.git("rev-parse", "HEAD~2")) + row
    hyra.write("clauses/register/versioner.yml", record)
    hyra.git("update-index", "--assume-unchanged", "clauses/register/versioner.yml")
    waiting = outputs.everything(Project(hyra.path), tmp_path / "ut", lambda step: None)
    assert waiting == (
        "Word-filen av ”hyra” är inte gjord: en sak återstår före beslut. "
        "Kommandot overens word hyra -o hyra.docx visar dem.",
    )
    assert {"word/kort.docx", "json/hyra.json"} <= set(digest(tmp_path / "ut"))
    assert "word/hyra.docx" not in digest(tmp_path / "ut")


PINNED = '---\ntitel: Lån\n---\nSe [Hyra](../hyra/hyra.md "utkast-1").\n'
AGREEMENTS = "hyra:\n  titel: Hyresavtal\n"


def pinned(folder: Folder) -> tuple[str, list[str]]:
    """What a clause of another agreement prints of the pinned one, and the codes of the findings."""
    folder.write("clauses/lan/lan.md", PINNED)
    folder.write("clauses/register/avtal.yml", AGREEMENTS)
    folder.write("assemblies/lan.yml", "titel: Lån\navtal: lan\ninnehåll: [lan/lan]\n")
    project = Project(folder.path)
    paragraph = project.current.document("lan")[0].sections[0].blocks[0]
    assert isinstance(paragraph, Paragraph)
    return words(paragraph.content), [finding.code for finding in project.check()[0]]


def test_a_pinned_reference_has_the_number_of_that_version(hyra: Folder) -> None:
    hyra.write("assemblies/hyra.yml", "titel: Hyresavtal\navtal: hyra\ninnehåll: [hyra/hyra, hyra/parter]\n")
    assert pinned(hyra) == ("Se Hyra (Hyresavtal, utkast-1, avsnitt 2).", [])


def test_a_clause_that_the_pinned_version_lacks(hyra: Folder) -> None:
    hyra.write("clauses/hyra/ny.md", ONE)
    hyra.write("assemblies/hyra.yml", "titel: Hyresavtal\navtal: hyra\ninnehåll: [hyra/hyra, hyra/parter, hyra/ny]\n")
    hyra.write("clauses/lan/till.md", PINNED.replace("hyra.md", "ny.md"))
    assert pinned(hyra)[1] == ["K203"]
    hyra.write("assemblies/lan2.yml", "titel: Lån\navtal: lan\ninnehåll: [lan/till]\n")
    assert [finding.code for finding in Project(hyra.path).check()[0]] == ["K213"]


# --- why a clause changed --------------------------------------------------------------------------------

AGREEMENT = "hyra: {titel: Hyresavtal}\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (TWO.replace("100", "200"), ["K215"]),
        (TWO.replace("titel: Hyra", "titel: Hyran"), ["K215"]),
        (TWO.replace("100", "200").replace("titel: Hyra\n", "titel: Hyra\n" + REASON), []),
        (TWO.replace("100", "200").replace("titel: Hyra\n", "titel: Hyra\n" + REASON.replace("-2", "-1")), ["K215"]),
        (TWO.replace("A ska", "A\n**ska**").replace("kronor.", "kronor"), []),
        (TWO + "Se noten.[^1]\n\n[^1]: Med moms.\n", ["K215"]),
    ],
)
def test_a_changed_clause_says_why(hyra: Folder, text: str, expected: list[str]) -> None:
    hyra.write("clauses/register/avtal.yml", AGREEMENT)
    hyra.write("clauses/hyra/hyra.md", text)
    hyra.write("clauses/hyra/ny.md", "---\ntitel: Ny\n---\nEn ny klausul.\n")
    hyra.write("assemblies/hyra.yml", "titel: Hyra\navtal: hyra\ninnehåll: [hyra/parter, hyra/hyra, hyra/ny]\n")
    findings, _ = Project(hyra.path).check()
    assert [finding.code for finding in findings if finding.code == "K215"] == expected


WITHDRAWN = "ändringar:\n  - {till: utkast-2, gäller: hyra/hyra, varför: Hyran står i lagen.}\n"


@pytest.mark.parametrize(("said", "places"), [("", ["assemblies/hyra.yml:4"]), (WITHDRAWN, [])])
def test_a_withdrawn_clause_has_its_reason_in_the_document(hyra: Folder, said: str, places: list[str]) -> None:
    hyra.write("clauses/register/avtal.yml", AGREEMENT)
    (hyra.path / "clauses/hyra/hyra.md").unlink()
    hyra.write("assemblies/hyra.yml", f"titel: Hyresavtal\navtal: hyra\n{said}innehåll:\n  - hyra/parter\n")
    project = Project(hyra.path)
    found = [finding for finding in project.check()[0] if finding.code == "K215"]
    assert [f"{finding.position.path}:{finding.position.line}" for finding in found] == places
    assert all("har utgått" in finding.sentence for finding in found)
    gone = [change for change in changes(project.redline("hyra", "utkast-1", ".")) if change.kind == "deleted"]
    assert [change.reasons for change in gone] == [("Hyran står i lagen.",) if said else ()]


# --- tables and documents for each party -----------------------------------------------------------------

TABLES = "rader:\n  titel: Rader\n  kolumner:\n    vad: {rubrik: Vad}\n"
PARTIES = "norr:\n  namn: Norr kommun\n  slag: kommun\nsyd:\n  namn: Region Syd\n  slag: region\n"


@pytest.fixture
def with_rows(hyra: Folder) -> Folder:
    """The lease with a table that another document shows to each party."""
    hyra.write("clauses/register/tabeller.yml", TABLES)
    hyra.write("clauses/register/rader.yml", "ett:\n  vad: Något.\n")
    hyra.write("clauses/register/parter.yml", PARTIES)
    hyra.write(
        "assemblies/lista.yml", "titel: Lista\nunderlag-till: hyra\nför-varje: part\ninnehåll: [{tabell: rader}]\n"
    )
    return hyra


def test_a_document_for_a_party_names_that_party_alone(with_rows: Folder) -> None:
    edition = Project(with_rows.path).current.document("lista-norr")[0].edition
    assert (edition.title, edition.parties, edition.supporting) == ("Lista – Norr kommun", "Norr kommun", True)
    assert Project(with_rows.path).current.document("hyra")[0].edition.parties == "Norr kommun, Region Syd"


def test_a_document_of_no_agreement_supports_all_where_there_are_agreements(with_rows: Folder) -> None:
    with_rows.write("assemblies/alla.yml", "titel: Alla\ninnehåll: [{tabell: rader}]\n")
    assert not Project(with_rows.path).current.document("alla")[0].edition.supporting
    with_rows.write("clauses/register/avtal.yml", AGREEMENT)
    assert Project(with_rows.path).current.document("alla")[0].edition.supporting


def test_the_site_compares_no_documents_made_for_each_party(with_rows: Folder) -> None:
    commit = with_rows.commit()
    version = f"hyra:\n  - {{version: utkast-1, commit: {commit}, datum: 2026-11-01, status: utkast}}\n"
    with_rows.write("clauses/register/versioner.yml", version)
    assert {name for name, _, _ in Project(with_rows.path).comparisons()} > {"lista-norr", "lista-syd"}
    assert {one.name for one in site(with_rows.path).compared} == {"hyra"}


def test_the_site_leaves_out_supporting_documents_in_which_nothing_has_changed(hyra: Folder) -> None:
    hyra.write("assemblies/plan.yml", "titel: Plan\nunderlag-till: hyra\ninnehåll: [hyra/hyra]\n")
    commit = hyra.commit()
    version = f"hyra:\n  - {{version: utkast-1, commit: {commit}, datum: 2026-11-01, status: utkast}}\n"
    hyra.write("clauses/register/versioner.yml", version)
    assert {one.name for one in site(hyra.path).compared} == {"hyra"}
    hyra.write("clauses/hyra/hyra.md", "---\ntitel: Hyra\n---\nHyran är en helt annan nu.\n")
    assert {one.name for one in site(hyra.path).compared} == {"hyra", "plan"}


def test_a_document_for_each_party_must_be_named_in_full(with_rows: Folder) -> None:
    with pytest.raises(BuildError, match=r"görs för varje part\. Ange vilken, till exempel lista-norr"):
        Project(with_rows.path).word("lista")


def test_those_made_for_each_party_stand_as_one_in_the_list_of_documents(with_rows: Folder) -> None:
    with pytest.raises(BuildError, match=r"Dokument som finns: hyra, lista-PART\."):
        Project(with_rows.path).word("nonsens")


def test_a_register_that_cannot_be_read_stops_only_documents_with_tables(with_rows: Folder) -> None:
    with_rows.write("clauses/register/rader.yml", "ett: [\n")
    project = Project(with_rows.path)
    project.word("hyra")
    with pytest.raises(BuildError, match=r"rader\.yml:2:1"):
        project.word("lista-norr")


def test_a_supporting_document_is_not_the_text_a_version_is_known_by(with_rows: Folder) -> None:
    with_rows.write("assemblies/a-forst.yml", "titel: Först\nunderlag-till: hyra\ninnehåll: [hyra/hyra]\n")
    with_rows.write("clauses/register/versioner.yml", (with_rows.path / "clauses/register/versioner.yml").read_text())
    project = Project(with_rows.path)
    assert next(iter(project.current.library.assemblies)) == "a-forst"
    assert project.recorded("hyra", "utkast-1") == {"hyra/parter": "1", "hyra/hyra": "2"}
    assert list(project.altered()) == []
