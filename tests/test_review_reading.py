"""What the work list reads: no more than it needs, and nothing twice; and it is the same list."""

import json
from pathlib import Path

import pytest

from builder.build import Project
from builder.build.past_files import PastFiles
from builder.build.reviewing import told_list, work_list
from builder.export import stale_json
from builder.library import Library
from builder.read import own_texts_alone, read
from builder.review import alone
from builder.snapshot import Snapshot
from tests.folder import Folder

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
HEAD = "---\ntitel: {}\n---\n"
FILES = {
    "clauses/hemmet/svar.md": HEAD.format("Svar") + "Se [planen](plan.md) och [Stöd](../stod/rad.md).\n",
    "clauses/hemmet/plan.md": HEAD.format("Plan") + "Kommunen ska svara inom 14 dagar.\n",
    "clauses/stod/rad.md": HEAD.format("Råd") + "Se [en annan](annan.md). Lämnas inom 3 dagar.\n",
    "clauses/stod/annan.md": HEAD.format("Annan") + "Text.\n",
    "assemblies/hemmet.yml": "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar, hemmet/plan]\n",
    "assemblies/stod.yml": "titel: Stöd\nunderlag-till: hemmet\ninnehåll: [stod/rad, stod/annan]\n",
    "clauses/register/avtal.yml": "hemmet: {titel: Avtalet}\n",
    "clauses/register/parametrar.yml": "svarstid: {värde: 14 dagar, betydelse: Tid., källa: känd}\n",
    "clauses/register/risker.yml": "a: {risk: Liten.}\n",
}


def files(**changed: str) -> Snapshot:
    texts = FILES | {path.replace("__", "/") + ".md": text for path, text in changed.items()}
    return Snapshot({path: text.encode() for path, text in texts.items()})


def test_no_more_is_read_than_the_own_texts_and_what_they_refer_to() -> None:
    library = own_texts_alone(files())
    assert library.clauses.keys() == {"hemmet/svar", "hemmet/plan", "stod/rad"}
    assert library.assemblies.keys() == {"hemmet"}
    assert "clauses/register/risker.yml" not in library.sources
    assert library.parameters["svarstid"].value == "14 dagar"


def test_all_is_read_where_a_reference_may_be_by_an_earlier_name() -> None:
    moved = HEAD.format("Svar") + "Se [rådet](../stod/gammalt.md).\n"
    renamed = "---\ntitel: Annan\ntidigare-id: stod/gammalt\n---\nText.\n"
    snapshot = files(clauses__hemmet__svar=moved, clauses__stod__annan=renamed)
    assert own_texts_alone(snapshot) == read(snapshot)[0]


def test_the_own_agreements_give_the_same_list_however_they_are_read() -> None:
    whole = Project(ROOT)
    assert whole.current.library.records
    assert not Project(ROOT).own_texts.library.records
    assert stale_json(work_list(whole)) == stale_json(work_list(Project(ROOT)))


@pytest.mark.parametrize("header", ["titel: Ny\n", "titel: Ny\nansvarig: [kommunen]\nmotiv: |\n  rad\n  --- rad\n"])
@pytest.mark.parametrize("body", ["Text.\n\n---\n\nMer [text](b.md).\n", "", "| a | b |\n|---|---|\n| 1 | 2 |\n"])
def test_a_body_that_is_known_is_read_once_and_reads_the_same(
    header: str, body: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, before, after = "clauses/a.md", f"---\ntitel: A\n---\n{body}", f"---\n{header}---\n{body}"
    now = read(Snapshot({path: before.encode()}))[0]
    past = PastFiles.beside(now)
    assert past.read(path, after.encode()).clauses == read(Snapshot({path: after.encode()}))[0].clauses
    assert past.read(path, after.encode()).clauses["a"].body is now.clauses["a"].body
    assert past.read(path, after.encode()).sources == {path: after}


@pytest.mark.parametrize("odd", ["utan huvud\n", "---\ntitel: A\ntitel: B\n---\nText.\n", "---\n- a\n---\nText.\n"])
def test_a_header_that_cannot_be_read_gives_no_clause_though_the_body_is_known(odd: str) -> None:
    path, past = "clauses/a.md", PastFiles.beside(Library({}, {}))
    past.read(path, b"---\ntitel: A\n---\nText.\n")
    assert past.read(path, odd.encode()).clauses == read(Snapshot({path: odd.encode()}))[0].clauses


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "avtal")
    for path, text in FILES.items():
        folder.write(path, text)
    folder.commit("2026-01-10")
    folder.write("clauses/hemmet/plan.md", FILES["clauses/hemmet/plan.md"].replace("14", "7"))
    folder.commit("2026-02-01")
    return folder


def test_what_was_told_is_not_found_out_again(project: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    first = stale_json(told_list(Project(project.path)))
    assert "7 dagar" in first
    assert first == stale_json(work_list(Project(project.path)))
    monkeypatch.setattr(alone, "compare", lambda *_: pytest.fail("compared again"))
    assert stale_json(told_list(Project(project.path))) == first


def test_another_text_or_another_register_is_told_anew(project: Folder) -> None:
    told_list(Project(project.path))
    project.write("clauses/hemmet/plan.md", FILES["clauses/hemmet/plan.md"].replace("14", "21"))
    assert "21 dagar" in stale_json(told_list(Project(project.path)))
    project.write("clauses/register/parter.yml", "kommunen: {namn: Kommunen, typ: kommun}\n")
    assert stale_json(told_list(Project(project.path))) == stale_json(work_list(Project(project.path)))


def test_what_is_kept_is_no_part_of_the_project(project: Folder) -> None:
    told_list(Project(project.path))
    assert list((project.path / ".cache").rglob("granskning/*"))
    assert project.git("status", "--porcelain") == ""


def test_a_clause_of_the_past_is_read_once_for_all_runs(project: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    for days in (31, 32, 33):
        project.write("clauses/hemmet/plan.md", FILES["clauses/hemmet/plan.md"].replace("14", str(days)))
        project.commit(f"2026-03-{days - 30:02}")
    project.write("clauses/hemmet/svar.md", HEAD.format("Svar") + "Läs [planen](plan.md) och [Stöd](../stod/rad.md).\n")
    project.commit("2026-03-04")
    first = stale_json(told_list(Project(project.path)))
    asked: list[str] = []

    def counted(snapshot: Snapshot) -> object:
        asked.extend(snapshot.files)
        return read(snapshot)

    monkeypatch.setattr("builder.build.past_files.read", counted)
    assert stale_json(told_list(Project(project.path))) == first
    known, asked[:] = len(asked), []
    assert stale_json(work_list(Project(project.path))) == first
    assert known == 0 < len(asked)


@pytest.mark.parametrize("kind", ["granskning", "lydelser"])
@pytest.mark.parametrize("written", [b"[]", b"{", b'{"a": 1}', b'{"a": {"what": [], "why": [], "x": "y"}}'])
def test_what_somebody_else_wrote_there_is_not_used(project: Folder, written: bytes, kind: str) -> None:
    from hashlib import sha256

    told_list(Project(project.path))
    (place,) = (project.path / ".cache/overens" / kind).iterdir()
    whole = place.read_bytes()
    assert json.loads(whole[64:])
    place.write_bytes(sha256(written).hexdigest().encode() + written)
    assert len(told_list(Project(project.path))) == 1
    assert place.read_bytes() == whole
