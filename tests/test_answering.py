"""Making an answer form from the command line: whom it is for, and what is said when it cannot be made."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from builder.cli import overens, run
from tests.folder import Folder
from tests.word import answer_reader

LIST = "s01: {mottagare: Avby kommun, part: avby}\ns02: {mottagare: Föreningen}\n"
TABLES = "sandlista: {kolumner: {id: {rubrik: Nr}, mottagare: {rubrik: Mottagare}, part: {rubrik: Part, slag: part}}}\n"


@pytest.fixture
def lease(tmp_path: Path) -> Path:
    folder = Folder(tmp_path / "lease")
    folder.write("clauses/one.md", "---\ntitel: Parterna\nöppna-frågor: [{id: OF-1, fråga: Vilka?}]\n---\nA och B.\n")
    folder.write("clauses/register/parter.yml", "avby: {namn: Avby kommun, slag: kommun}\n")
    folder.write("clauses/register/tabeller.yml", TABLES)
    folder.write("clauses/register/sandlista.yml", LIST)
    folder.write("assemblies/lease.yml", "titel: Avtal\ninnehåll: [one]\n")
    folder.commit()
    return folder.path


def made(capsys: pytest.CaptureFixture[str], folder: Path, *words: str) -> tuple[int, str]:
    """The exit code and all that is said."""
    arguments = ["answer-form", "lease", "--project", str(folder), *words]
    code = run(lambda: overens.main(arguments, prog_name="overens", standalone_mode=False))
    said = capsys.readouterr()
    return code, said.out + said.err


@pytest.mark.parametrize("wanted", ["s01", "avby", "Avby kommun", "S01"])
def test_a_recipient_is_known_by_its_id_its_party_or_its_name(
    lease: Path, capsys: pytest.CaptureFixture[str], wanted: str
) -> None:
    target = lease / "svar.docx"
    assert made(capsys, lease, "--mottagare", wanted, "-o", str(target))[0] == 0
    assert answer_reader.manifest(target.read_bytes()).get("mottagare") == "s01"
    assert answer_reader.answers(target.read_bytes())["svar/instans"] == ["Avby kommun"]


@pytest.mark.parametrize("name", ["svar.docx", "svar.xlsx", "SVAR.XLSX"])
def test_a_form_is_made_in_the_format_of_its_name(lease: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, said = made(capsys, lease, "-o", str(lease / name))
    assert (code, "Klart:" in said) == (0, True)
    assert (lease / name).read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["-o", "svar.pdf"], "Filändelsen ”.pdf” är inget format för svarsformulär"),
        (["-o", "svar"], "Skriv till exempel -o svar.docx eller -o svar.xlsx"),
        (["--mottagare", "avbby", "-o", "svar.docx"], "Menade du s01 (Avby kommun)?"),
        (["--mottagare", "zzz", "-o", "svar.docx"], "Mottagare som finns: s01, s02."),
    ],
)
def test_what_cannot_be_made_is_told_with_its_remedy_and_leaves_no_file(
    lease: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, words: list[str], message: str
) -> None:
    monkeypatch.chdir(lease)
    code, said = made(capsys, lease, *words)
    assert code == 2
    assert message in said
    assert not list(lease.glob("svar*"))


def test_a_project_without_a_list_says_where_to_write_one(lease: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (lease / "clauses/register/sandlista.yml").unlink()
    (lease / "clauses/register/tabeller.yml").unlink()
    code, said = made(capsys, lease, "--mottagare", "s01", "-o", str(lease / "svar.docx"))
    assert (code, "clauses/register/sandlista.yml" in said) == (2, True)


def test_the_help_shows_how() -> None:
    said = CliRunner().invoke(overens, ["answer-form", "--help"]).output
    assert "overens answer-form hemmet --mottagare s02 -o svar.xlsx" in said
