"""Packages for each recipient: what is in them, that they are the same each time, and what stops them."""

import hashlib
import json
import os
import re
import resource
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook

from builder.build import BuildError, Project, dispatching, recording
from builder.build.dispatching import Asked, Outcome, Plan
from builder.dispatch import LONGEST
from builder.repository import RepositoryError
from tests.folder import Folder
from tests.sending_project import sending_project
from tests.test_cli import overens
from tests.word.parts import W, part, raw

pytestmark = pytest.mark.slow

DAY = "2027-01-08"
REMISS = Asked("remiss-1", day=DAY)


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return sending_project(tmp_path / "projekt")


def sent(folder: Folder, out: Path, asked: Asked = REMISS, *, zipped: bool = False) -> Outcome:
    return dispatching.make(dispatching.plan(Project(folder.path), asked), out, lambda step: None, zipped=zipped)


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


# --- what a recipient gets ---------------------------------------------------------------------------


def test_each_recipient_gets_its_package_and_the_sender_a_list(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    made = tree(tmp_path / "ut")
    assert {name.split("/")[0] for name in made} == {
        ".overens", "remiss-remiss-1-amals-kommun", "remiss-remiss-1-region-norr", "sandlista.xlsx",
    }  # fmt: skip
    assert sorted(name.split("/")[1] for name in made if "amals" in name.split("/")[0]) == [
        "foljesedel-amals-kommun.pdf", "metadata.json", "missiv-amals-kommun.docx", "plan-remiss-1.docx",
        "remissversion-hemmet-remiss-1.docx", "remissversion-hemmet-remiss-1.pdf",
        "sammanfattning-hemmet-remiss-1.docx", "sha256.txt", "svarsformular-amals-kommun.docx",
        "svarsformular-amals-kommun.xlsx",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("added", "said"),
    [("s1: {mottagare: Annan, sätt: Post}\n", "sandlista.yml:4:1: Nyckeln ”s1” står två gånger."),
     ("s4: {mottagare: [\n", "Raden går inte att läsa"), ("<<<<<<< HEAD\n", "sandlista.yml:4:1: Två skrivares")],
)  # fmt: skip
def test_nothing_is_sent_by_a_list_that_is_read_in_part(folder: Folder, added: str, said: str) -> None:
    path = folder.path / "clauses/register/sandlista.yml"
    folder.write("clauses/register/sandlista.yml", path.read_text("utf-8") + added)
    with pytest.raises(BuildError) as refused:
        dispatching.plan(Project(folder.path), REMISS)
    assert "Sändlistan går inte att läsa hel" in str(refused.value)
    assert said in str(refused.value)


def test_every_name_in_a_package_is_safe(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    for name in tree(tmp_path / "ut"):
        for step in name.split("/"):
            assert step.isascii()
            assert " " not in step
            assert len(step) <= LONGEST


def test_the_checksums_are_those_of_the_files(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    package = tmp_path / "ut" / "remiss-remiss-1-amals-kommun"
    lines = (package / "sha256.txt").read_text("utf-8").splitlines()
    said = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert said == {
        p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in package.iterdir() if p.name != "sha256.txt"
    }


def test_each_letter_has_the_recipients_own_last_day(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    one = raw((tmp_path / "ut/remiss-remiss-1-amals-kommun/missiv-amals-kommun.docx").read_bytes())
    other = raw((tmp_path / "ut/remiss-remiss-1-region-norr/missiv-region-norr.docx").read_bytes())
    assert "31 mars 2027 klockan 12.00" in one
    assert "15 april 2027" in other
    assert "31 mars" not in other
    assert "antagande" not in one


def test_what_all_get_is_the_same_file(folder: Folder, tmp_path: Path) -> None:
    outcome = sent(folder, tmp_path / "ut")
    made = tree(tmp_path / "ut")
    name = "remissversion-hemmet-remiss-1.pdf"
    one, other = (made[f"remiss-remiss-1-{to}/{name}"] for to in ("amals-kommun", "region-norr"))
    assert one == other
    assert outcome.common[name] == hashlib.sha256(one).hexdigest()


def test_a_question_has_the_same_number_in_every_paper(folder: Folder, tmp_path: Path) -> None:
    table = "remissfragor:\n  titel: Frågor\n  kolumner:\n    id: {rubrik: Nr}\n    fråga: {rubrik: Fråga}\n"
    tables = (folder.path / "clauses/register/tabeller.yml").read_text("utf-8")
    letter = (folder.path / "assemblies/brev.yml").read_text("utf-8").replace("]", ", {tabell: remissfragor}]")
    folder.write("clauses/register/tabeller.yml", tables + table)
    folder.write("assemblies/brev.yml", letter)
    folder.write("clauses/register/remissfragor.yml", (
        "f1: {fråga: Hinner ni svara, klausul: hemmet/svar}\nf2: {fråga: Är alla parter med, klausul: hemmet/parter}\n"
    ))  # fmt: skip
    sent(folder, tmp_path / "ut", Asked(".", recipients=("s1",)))
    papers = {name.split("/")[-1].split("-")[0]: data for name, data in tree(tmp_path / "ut").items() if "docx" in name}
    said = {kind: "|".join(t.text or "" for t in part(data).iter(f"{W}t")) for kind, data in papers.items()}
    for number, words in ((1, "Är alla parter med"), (2, "Hinner ni svara")):
        assert re.search(rf"Fråga \|{number}\| till remissinstanserna\|{words}", said["remissversion"])
        assert f"|{number}|{words}|" in said["missiv"]
        assert f"Fråga {number}: {words}" in said["sammanfattning"]
        assert f"|{number}|{words}|" in said["svarsformular"]
    book = next(path for path in (tmp_path / "ut").rglob("svarsformular*.xlsx"))
    rows = list(load_workbook(book)["Frågor"].iter_rows(values_only=True))
    assert [row[:2] for row in rows[1:]] == [("1", "Är alla parter med"), ("2", "Hinner ni svara")]


def test_a_word_file_says_whose_it_is(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    for to, id_ in (("amals-kommun", "s1"), ("region-norr", "s2")):
        data = (tmp_path / f"ut/remiss-remiss-1-{to}/remissversion-hemmet-remiss-1.docx").read_bytes()
        assert part(data, "customXml/item1.xml").get("mottagare") == id_


def test_metadata_says_the_same_as_the_list(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    told = json.loads((tmp_path / "ut/remiss-remiss-1-region-norr/metadata.json").read_text("utf-8"))
    assert told["ärende"] == {
        "diarienummer": "RN 2027/1", "datum": DAY, "avsändare": "Region Norr", "innehåll": "Remiss: Avtalet om hemmet",
        "svara-senast": "15 april 2027",
    }  # fmt: skip
    rows = list(load_workbook(tmp_path / "ut/sandlista.xlsx").worksheets[1].iter_rows(values_only=True))
    assert [row[:2] for row in rows[1:]] == [("S1", "Åmåls kommun"), ("S2", "Region Norr")]
    assert rows[2][4] == "15 april 2027"


def test_the_same_packages_are_the_same_bytes(folder: Folder, tmp_path: Path) -> None:
    for name in ("ett", "två"):
        sent(folder, tmp_path / name)
        sent(folder, tmp_path / f"{name}-zip", zipped=True)
    assert tree(tmp_path / "ett") == tree(tmp_path / "två")
    assert tree(tmp_path / "ett-zip") == tree(tmp_path / "två-zip")


def test_a_zip_holds_the_files_of_the_folder(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    sent(folder, tmp_path / "zip", zipped=True)
    with zipfile.ZipFile(tmp_path / "zip/remiss-remiss-1-amals-kommun.zip") as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert held == tree(tmp_path / "ut/remiss-remiss-1-amals-kommun")


def test_the_working_text_can_be_looked_at_as_packages(folder: Folder, tmp_path: Path) -> None:
    assert len(sent(folder, tmp_path / "ut", Asked(".", recipients=("amal",))).sent) == 1


# --- what was sent before ----------------------------------------------------------------------------


def recorded(folder: Folder, out: Path, asked: Asked) -> Plan:
    project = Project(folder.path)
    plan = dispatching.plan(project, asked)
    recording.refuse_unrecordable(plan, asked.version, asked.day)
    recording.record(folder.path, plan, dispatching.make(plan, out, lambda step: None, zipped=False))
    return plan


def test_a_sending_is_recorded_beside_the_version_and_nothing_else_changes(folder: Folder, tmp_path: Path) -> None:
    place = folder.path / "clauses/register/versioner.yml"
    before = place.read_text("utf-8")
    recorded(folder, tmp_path / "ut", Asked("utkast-1", recipients=("s1",), day="2026-12-02"))
    after = iter(place.read_text("utf-8").splitlines())
    assert all(line in after for line in before.splitlines())
    version = Project(folder.path).current.library.versions[0]
    assert version.events == (
        ("2026-12-02", "Sänd på remiss till en mottagare. Svar senast 31 mars 2027 klockan 12.00."),
    )
    package = tmp_path / "ut/remiss-utkast-1-amals-kommun/sha256.txt"
    assert dict(version.sendings[0].packages) == {"s1": hashlib.sha256(package.read_bytes()).hexdigest()}
    assert set(version.sendings[0].files) == {"remissversion-hemmet-utkast-1.pdf", "plan-utkast-1.docx"}


def test_changes_are_since_the_version_that_the_recipient_had(folder: Folder, tmp_path: Path) -> None:
    recorded(folder, tmp_path / "ett", Asked("utkast-1", recipients=("s1",), day="2026-12-02"))
    sent(folder, tmp_path / "två")
    names = [name for name in tree(tmp_path / "två") if "andringar" in name]
    assert names == ["remiss-remiss-1-amals-kommun/andringar-hemmet-utkast-1-till-remiss-1.docx"]
    told = raw((tmp_path / "två/remiss-remiss-1-amals-kommun/sammanfattning-hemmet-remiss-1.docx").read_bytes())
    assert "Sedan utkast-1" in told


def test_looking_at_packages_records_nothing(folder: Folder, tmp_path: Path) -> None:
    before = tree(folder.path / "clauses")
    sent(folder, tmp_path / "ut")
    assert tree(folder.path / "clauses") == before


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        (Asked("HEAD", day=DAY), "Bara en sparad version"),
        (Asked("remiss-1"), "--datum"),
    ],
)
def test_what_cannot_be_recorded_is_refused_before_anything_is_made(folder: Folder, asked: Asked, said: str) -> None:
    plan = dispatching.plan(Project(folder.path), asked)
    with pytest.raises(BuildError, match=said):
        recording.refuse_unrecordable(plan, asked.version, asked.day)


def test_a_version_is_not_recorded_twice_for_a_recipient(folder: Folder, tmp_path: Path) -> None:
    asked = Asked("remiss-1", recipients=("s1",), day=DAY)
    recorded(folder, tmp_path / "ut", asked)
    with pytest.raises(BuildError, match=f"redan registrerad som mottagare av remiss-1 den {DAY}"):
        recorded(folder, tmp_path / "ut", asked)


def test_a_register_written_in_one_line_is_left_as_it_is(folder: Folder, tmp_path: Path) -> None:
    version = Project(folder.path).current.library.versions[1]
    row = f'hemmet: [{{version: remiss-1, commit: {version.commit}, datum: "2027-01-04", status: remiss}}]\n'
    folder.write("clauses/register/versioner.yml", row)
    with pytest.raises(BuildError, match="inte registrerat"):
        recorded(folder, tmp_path / "ut", Asked("remiss-1", day=DAY))
    assert (folder.path / "clauses/register/versioner.yml").read_text("utf-8") == row


# --- bad input ---------------------------------------------------------------------------------------


def test_a_recipient_without_an_address_is_named_and_the_others_are_made(folder: Folder, tmp_path: Path) -> None:
    result = overens("remiss", "remiss-1", "-o", tmp_path / "ut", folder=folder.path)
    assert result.returncode == 1
    assert "Inget paket till Föreningen (s3): raden säger inte vart paketet ska skickas" in result.stderr
    assert "sandlista.yml:3" in result.stderr
    assert "Klart: 2 paket" in result.stderr


def test_a_last_day_for_all_that_has_passed_is_told_with_its_register(folder: Folder, tmp_path: Path) -> None:
    folder.write("clauses/register/parametrar.yml", "remiss-svar: {värde: 31 mars 2026 klockan 12.00}\n")
    outcome = sent(folder, tmp_path / "ut", Asked("."))
    passed = "Ändra remiss-svar i clauses/register/parametrar.yml"
    assert {one.id: passed in why for one, why in outcome.failed.items()} == {"s1": True, "s3": False}
    assert [one.addressee.id for one in outcome.sent] == ["s2"]


def test_a_very_wide_table_and_a_very_long_word_stop_no_package(folder: Folder, tmp_path: Path) -> None:
    heads = "|".join(f"K{n}" for n in range(40))
    table = f"|{heads}|\n|{'---|' * 40}\n|{'|'.join(['ord'] * 40)}|\n"
    folder.write("clauses/hemmet/svar.md", f"---\ntitel: {'Å' * 300}\n---\n{'ö' * 300}\n\n{table}")
    assert len(sent(folder, tmp_path / "ut", Asked(".", recipients=("s1",))).sent) == 1
    said = overens("check", folder=folder.path).stdout
    assert "T313 varning: Tabellen har 40 kolumner" in said


COMMANDS = (
    ("word", "hemmet", "x.docx"), ("pdf", "hemmet", "x.pdf"), ("answer-form", "hemmet", "x.docx"),
    ("answer-form", "hemmet", "x.xlsx"), ("redline", "hemmet", "utkast-1", ".", "x.docx"),
)  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_a_full_disk_leaves_the_earlier_file(folder: Folder, tmp_path: Path, command: tuple[str, ...]) -> None:
    place = tmp_path / command[-1]
    place.write_bytes(b"tidigare")
    result = refused(folder, *command[:-1], "-o", str(place))
    assert result.returncode == 2, result.stderr
    assert place.read_bytes() == b"tidigare"
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted(["projekt", place.name])


def test_a_recipient_that_stands_twice_gets_one_package(folder: Folder, tmp_path: Path) -> None:
    folder.write("clauses/register/sandlista.yml", "a: {mottagare: Ett, sätt: X}\nb: {mottagare: ett, sätt: Y}\n")
    outcome = sent(folder, tmp_path / "ut")
    assert [one.addressee.id for one in outcome.sent] == ["a"]
    assert "två gånger" in dispatching.failures(outcome)[0]


def test_names_that_are_alike_when_they_are_cut_get_folders_of_their_own(folder: Folder, tmp_path: Path) -> None:
    long = "Organisationer för patienter och närstående i länets alla kommuner"
    rows = "".join(f"{id_}: {{mottagare: {long} {id_}, sätt: X}}\n" for id_ in ("norr", "soder"))
    folder.write("clauses/register/sandlista.yml", rows)
    assert len({one.package for one in sent(folder, tmp_path / "ut").sent}) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["remiss-9"], "remiss-9"),
        (["remiss-1", "--mottagare", "s9"], "Mottagaren ”s9” finns inte i sändlistan. De som finns: s1, s2, s3."),
        (["remiss-1", "--mottagare", "s1", "--mottagare", "s1"], "angiven två gånger"),
        (["remiss-1", "--mottagare", "s3"], "vart paketet ska skickas"),
        (["remiss-1", "--datum", "2027-02-30"], "inget datum"),
        (["remiss-1", "--datum", "2027-05-01"], "före den dag remissen sänds"),
        (["remiss-1", "--document", "plan"], "inget missiv"),
        (["remiss-1", "--document", "saknas"], "finns inte i mappen assemblies"),
        (["remiss-1", "--registrera"], "--datum"),
    ],
)
def test_what_cannot_be_sent_is_told_and_nothing_is_written(
    folder: Folder, tmp_path: Path, words: list[str], said: str
) -> None:
    result = overens("remiss", *words, "-o", tmp_path / "ut", folder=folder.path)
    assert result.returncode == 2
    assert said in result.stderr
    assert "Traceback" not in result.stderr
    assert not (tmp_path / "ut").exists()


def test_a_folder_with_other_things_is_left_alone(folder: Folder, tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    (tmp_path / "ut/viktigt.txt").write_text("x", "utf-8")
    result = overens("remiss", "remiss-1", "-o", tmp_path / "ut", folder=folder.path)
    assert result.returncode == 2
    assert "innehåller annat" in result.stderr
    assert tree(tmp_path / "ut") == {"viktigt.txt": b"x"}


def test_a_project_without_a_list_of_recipients_or_a_last_day_says_so(folder: Folder) -> None:
    (folder.path / "clauses/register/sandlista.yml").unlink()
    with pytest.raises(BuildError, match="Ingen mottagare"):
        dispatching.plan(Project(folder.path), Asked("remiss-1"))
    folder.write("clauses/register/parametrar.yml", "remiss-svar: {värde: snart}\n")
    with pytest.raises(BuildError, match="Sista svarsdagen saknas"):
        dispatching.plan(Project(folder.path), Asked("remiss-1"))


def small_disk() -> None:
    """No file may be larger than this: the machine itself refuses the write, as a full disk does."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (5_000, 5_000))


def refused(folder: Folder, *words: str) -> subprocess.CompletedProcess[bytes]:
    """A command where no file of its size can be written, which it tells in a sentence."""
    command = [sys.executable, "-m", "builder.cli", *words]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent), "PYTHONDONTWRITEBYTECODE": "1"}
    result = subprocess.run(command, cwd=folder.path, env=environment, capture_output=True, preexec_fn=small_disk)
    said = result.stderr.decode()
    assert "kan inte skrivas" in said
    assert "Traceback" not in said
    return result


def test_a_disk_that_refuses_leaves_what_was_there(folder: Folder, tmp_path: Path) -> None:
    sent(folder, tmp_path / "ut")
    before = tree(tmp_path / "ut")
    assert refused(folder, "remiss", "utkast-1", "-o", str(tmp_path / "ut")).returncode == 2
    assert tree(tmp_path / "ut") == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["projekt", "ut"]


def test_two_runs_at_the_same_time_leave_one_whole_set(folder: Folder, tmp_path: Path) -> None:
    for label in ("remiss-1", "utkast-1"):
        sent(folder, tmp_path / label, Asked(label))
    words = [sys.executable, "-m", "builder.cli", "remiss"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    runs = [
        subprocess.Popen([*words, label, "-o", str(tmp_path / "ut")], cwd=folder.path, env=environment, stderr=-1)
        for label in ("remiss-1", "utkast-1")
    ]
    said = [run.communicate()[1].decode() for run in runs]
    assert [run.returncode for run in runs] == [1, 1], said
    assert tree(tmp_path / "ut") in (tree(tmp_path / "remiss-1"), tree(tmp_path / "utkast-1"))
    assert not [p for p in tmp_path.iterdir() if p.name.startswith(".")]


def test_two_recordings_at_the_same_time_are_both_kept(folder: Folder, tmp_path: Path) -> None:
    words = [sys.executable, "-m", "builder.cli", "remiss", "remiss-1", "--datum", DAY, "--registrera", "--mottagare"]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    runs = [
        subprocess.Popen([*words, id_, "-o", str(tmp_path / id_)], cwd=folder.path, env=environment, stderr=-1)
        for id_ in ("s1", "s2")
    ]
    assert [(run.communicate()[1].decode(), run.returncode)[1] for run in runs] == [0, 0]
    sendings = Project(folder.path).current.library.versions[1].sendings
    assert sorted(id_ for sending in sendings for id_ in sending.packages) == ["s1", "s2"]


def test_a_fault_on_the_way_leaves_nothing(folder: Folder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[Path] = []
    write = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        written.append(self)
        if len(written) > 12:
            raise OSError(28, "No space left on device")
        return write(self, data)

    plan = dispatching.plan(Project(folder.path), Asked("remiss-1"))
    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(RepositoryError, match="Disken är full"):
        dispatching.make(plan, tmp_path / "ut", lambda step: None, zipped=False)
    assert len(written) == 13
    assert [p.name for p in tmp_path.iterdir()] == ["projekt"]
