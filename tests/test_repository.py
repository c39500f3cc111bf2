"""Git and disk, with a real git in a folder of the test's own."""

import json
import os
import sys
import unicodedata
from contextlib import suppress
from pathlib import Path

import pytest

from builder.repository import Repository, RepositoryError, fill_outputs, open_project, write_file, write_outputs
from builder.repository import output as output_module
from builder.snapshot import Change, Revision
from tests.folder import Folder


@pytest.fixture
def made(tmp_path: Path) -> Folder:
    return Folder(tmp_path / "projekt")


def refusal(folder: Path, revision: str | None = None) -> str:
    with pytest.raises(RepositoryError) as caught:
        open_project(folder).snapshot(revision)
    return str(caught.value)


# --- snapshots ---------------------------------------------------------------------------------------


def test_a_revision_is_read_without_a_checkout(made: Folder) -> None:
    made.write("clauses/a/ä b.md", "ett")
    made.write("assemblies/x.yml", "titel: X")
    made.write("assemblies/mallar/m.docx", b"PK\0\n\xff")
    made.write("README.md", "nej")
    made.write("clauses/a/bild.png", "nej")
    first = made.commit("2026-11-01")
    made.write("clauses/a/ä b.md", "två")
    second = made.commit("2026-11-05")
    made.write("clauses/a/ä b.md", "tre")
    project = open_project(made.path)
    old, new, working = project.snapshot(first), project.snapshot("main"), project.snapshot(None)
    assert list(old.files) == ["assemblies/mallar/m.docx", "assemblies/x.yml", "clauses/a/ä b.md"]
    assert [s.files["clauses/a/ä b.md"] for s in (old, new, working)] == [b"ett", "två".encode(), b"tre"]
    assert old.files["assemblies/mallar/m.docx"] == b"PK\0\n\xff"
    assert (old.revision, new.revision) == (Revision(first, "2026-11-01"), Revision(second, "2026-11-05"))
    assert working.revision == Revision(second, "2026-11-05", working=True) == project.head()


def test_a_committed_tree_reads_the_same_from_disk(made: Folder) -> None:
    made.write("clauses/a.md")
    made.write("clauses/b/c.md", "")
    made.commit()
    project = open_project(made.path)
    assert project.snapshot("HEAD").files == project.snapshot(".").files


def test_the_project_may_be_a_part_of_a_repository(made: Folder) -> None:
    made.write("clauses/utanför.md")
    made.write("del/clauses/a.md")
    commit = made.commit()
    project = open_project(made.path / "del")
    assert list(project.snapshot(commit).files) == list(project.snapshot(None).files) == ["clauses/a.md"]
    assert list(project.history()) == ["clauses/a.md"]


def test_a_project_without_commits_has_a_working_tree(made: Folder) -> None:
    made.write("clauses/a.md")
    project = open_project(made.path)
    assert project.snapshot(None).revision == Revision(working=True)
    assert project.history() == {}
    assert "ingen version" in refusal(made.path, "HEAD")


def test_an_empty_project_has_no_files(made: Folder) -> None:
    made.write("annat")
    made.commit()
    assert open_project(made.path).snapshot("HEAD").files == {}
    assert open_project(made.path).snapshot(None).files == {}


# --- files as files ----------------------------------------------------------------------------------


def findings(made: Folder, revision: str | None) -> list[tuple[str, str]]:
    return [(f.code, f.position.path) for f in open_project(made.path).snapshot(revision).findings]


@pytest.mark.skipif(sys.platform == "win32", reason="symbolic links need rights on Windows")
def test_links_are_not_followed(made: Folder, tmp_path: Path) -> None:
    (tmp_path / "ute").mkdir()
    (tmp_path / "ute/hemlig.md").write_text("hemligt")
    made.write("clauses/a.md")
    (made.path / "clauses/fil.md").symlink_to(tmp_path / "ute/hemlig.md")
    (made.path / "clauses/mapp").symlink_to(tmp_path / "ute")
    (made.path / "clauses/runt").symlink_to(made.path / "clauses")
    (made.path / "assemblies").symlink_to(tmp_path / "ute")
    made.commit()
    project = open_project(made.path)
    assert list(project.snapshot(None).files) == list(project.snapshot("HEAD").files) == ["clauses/a.md"]
    inside = {("F004", f"clauses/{name}") for name in ("fil.md", "mapp", "runt")}
    assert inside <= set(findings(made, None))
    assert inside <= set(findings(made, "HEAD"))
    assert ("F004", "assemblies") in findings(made, None)


def test_a_file_that_is_too_large_is_not_read(made: Folder) -> None:
    made.write("clauses/stor.md", b"a" * 5_000_000)
    made.write("clauses/a.md")
    made.commit()
    for revision in (None, "HEAD"):
        snapshot = open_project(made.path).snapshot(revision)
        assert list(snapshot.files) == ["clauses/a.md"]
        assert [(f.code, f.sentence) for f in snapshot.findings] == [
            ("F003", "Filen är 5,0 MB och därmed större än gränsen 2,0 MB.")
        ]


def test_names_that_are_one_file_elsewhere_are_told(made: Folder) -> None:
    made.write("clauses/ab.md", "liten")
    made.write("clauses/AB.md", "stor")
    made.write("clauses/" + unicodedata.normalize("NFC", "å.md"), "nfc")
    made.write("clauses/" + unicodedata.normalize("NFD", "å.md"), "nfd")
    made.commit()
    for revision in (None, "HEAD"):
        assert findings(made, revision) == [("F006", "clauses/ab.md"), ("F006", "clauses/å.md")]


def test_a_name_in_decomposed_letters_is_composed(made: Folder) -> None:
    made.write("clauses/" + unicodedata.normalize("NFD", "rätt.md"))
    made.commit()
    for revision in (None, "HEAD"):
        assert list(open_project(made.path).snapshot(revision).files) == ["clauses/rätt.md"]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_strange_names_are_read(made: Folder) -> None:
    names = ["-rf.md", "a b.md", "a\tb.md", "'q'.md", "$(id).md", "a;b.md", "*.md", "a:b.md", "#x.md", "a\x1b.md"]
    for name in names:
        made.write(f"clauses/{name}", name)
    (made.path / "clauses" / os.fsdecode(b"latin\xe5.md")).write_text("x")
    made.commit()
    disk, git = (open_project(made.path).snapshot(revision).files for revision in (None, "HEAD"))
    assert disk.keys() == git.keys()
    assert {f"clauses/{name}" for name in names if name.isprintable()} <= disk.keys()
    assert {
        "clauses/a\N{REPLACEMENT CHARACTER}b.md",
        "clauses/a\N{REPLACEMENT CHARACTER}.md",
        "clauses/latin\N{REPLACEMENT CHARACTER}.md",
    } <= disk.keys()


# --- history -----------------------------------------------------------------------------------------


def test_history_is_newest_first_and_begins_anew_after_a_rename(made: Folder) -> None:
    made.write("clauses/å.md", "ett\n" * 20)
    made.write("clauses/b.md")
    first = made.commit("2026-11-01")
    made.write("clauses/b.md", "två")
    second = made.commit("2026-11-02")
    made.git("mv", "clauses/å.md", "clauses/c.md")
    third = made.commit("2026-11-03")
    two, one, twenty = (made.git("rev-parse", name) for name in (f"{second}:clauses/b.md", f"{first}:clauses/b.md",
                                                                 f"{third}:clauses/c.md"))  # fmt: skip
    history = open_project(made.path).history()
    assert history["clauses/b.md"] == (Change(second, "2026-11-02", two, 1), Change(first, "2026-11-01", one, 2))
    assert history["clauses/c.md"] == (Change(third, "2026-11-03", twenty, 0),)
    assert history["clauses/å.md"] == (Change(third, "2026-11-03", "", 0), Change(first, "2026-11-01", twenty, 2))
    assert open_project(made.path).contents([two, twenty]) == {two: "två".encode(), twenty: b"ett\n" * 20}


def test_the_users_settings_do_not_change_what_is_read(made: Folder) -> None:
    made.write("clauses/å.md")
    made.commit()
    plain = open_project(made.path).history()
    for key, value in (("color.ui", "always"), ("log.showSignature", "true"), ("diff.relative", "true"),
                       ("log.date", "relative"), ("core.pager", "false"), ("diff.external", "false")):  # fmt: skip
        made.git("config", key, value)
    assert open_project(made.path).history() == plain


# --- revisions from the user -------------------------------------------------------------------------

HOSTILE = [
    "--help", "-x", "--output=PWNED", "--upload-pack=touch PWNED", "", " ", "a b", "HEAD\0", "HEAD\n", "@{u}",
    "HEAD@{1}", "a..b", "...", "HEAD:clauses/a.md", ":/x", "HEAD --", "HEAD$(touch PWNED)", "HEAD|id", "HEAD^!",
    "../../etc/passwd", "refs/heads/../../x", "a" * 1000, "\ud800",
]  # fmt: skip


@pytest.mark.parametrize("revision", HOSTILE)
def test_a_revision_is_data(made: Folder, revision: str) -> None:
    made.write("clauses/a.md")
    made.commit()
    message = refusal(made.path, revision)
    assert message.isprintable()
    assert "version" in message
    assert not list(made.path.rglob("*PWNED*"))


def test_hostile_revisions(made: Folder, shared: Path) -> None:
    made.write("clauses/a.md")
    commit = made.commit()
    project = open_project(made.path)
    for revision in json.loads((shared / "data/hostile/git/refs.json").read_text("utf-8")):
        with suppress(RepositoryError):
            assert project.resolve(revision) == commit
    assert not list(made.path.rglob("*PWNED*"))


@pytest.mark.parametrize("revision", ["main", "HEAD", "utgåva-å", "main~0", "HEAD^0", "@"])
def test_ordinary_revisions(made: Folder, revision: str) -> None:
    made.write("clauses/a.md")
    commit = made.commit()
    made.git("tag", "-a", "utgåva-å", "-m", "x")
    assert open_project(made.path).resolve(revision) == commit
    assert open_project(made.path).resolve(commit[:12]) == commit


# --- what git cannot give us -------------------------------------------------------------------------


def test_a_folder_outside_git(tmp_path: Path) -> None:
    assert "git init" in refusal(tmp_path)
    assert "finns inte" in refusal(tmp_path / "nej")


def test_a_bare_repository(made: Folder, tmp_path: Path) -> None:
    made.write("clauses/a.md")
    made.commit()
    made.git("clone", "-q", "--bare", ".", str(tmp_path / "bar"))
    assert "git clone" in refusal(tmp_path / "bar")


def test_a_shallow_clone_lacks_old_versions(made: Folder, tmp_path: Path) -> None:
    made.write("clauses/a.md")
    first = made.commit()
    made.write("clauses/a.md", "nytt")
    made.commit()
    made.git("clone", "-q", "--depth", "1", made.path.as_uri(), str(tmp_path / "grund"))
    assert "git fetch --unshallow" in refusal(tmp_path / "grund", first)
    assert open_project(tmp_path / "grund").snapshot("HEAD").files["clauses/a.md"] == b"nytt"


def test_a_missing_object(made: Folder) -> None:
    made.write("clauses/a.md", "borta")
    made.commit()
    blob = made.git("rev-parse", "HEAD:clauses/a.md")
    (made.path / ".git/objects" / blob[:2] / blob[2:]).unlink()
    assert refusal(made.path, "HEAD")


@pytest.mark.parametrize("fault", ["", "gone", "garbage"])
def test_commits_looked_up_together_are_known_as_when_asked_for_one_by_one(made: Folder, fault: str) -> None:
    made.write("clauses/a.md", "ett")
    first = made.commit("2026-11-01")
    made.write("clauses/a.md", "två")
    second = made.commit("2026-11-05")
    made.git("tag", "--annotate", "--message", "x", "märke")
    others = [made.git("rev-parse", name) for name in ("HEAD^{tree}", "HEAD:clauses/a.md", "märke")]
    asked = [first, *others, "0" * 40, second, "main", second[:9], "--all", ""]
    stored = made.path / ".git/objects" / first[:2] / first[2:]
    if fault:
        stored.unlink()
    if fault == "garbage":
        stored.write_bytes(b"skr\xe4p")

    def known(together: bool) -> list[str]:
        project = open_project(made.path)
        if together:
            project.look_up(asked)
        return [resolved(project, revision) for revision in asked]

    assert known(together=True) == known(together=False)


def resolved(project: Repository, revision: str) -> str:
    try:
        commit = project.resolve(revision)
        return f"{commit} {project.commands.date(commit)}"
    except RepositoryError as error:
        return str(error)


def test_a_machine_without_git(made: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(made.path))
    assert "Installera git" in refusal(made.path)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_another_user(made: Folder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    monkeypatch.delenv("SUDO_UID", raising=False)
    for path in (made.path, made.path / ".git"):
        os.chown(path, 12345, 12345)
    assert "safe.directory" in refusal(made.path)


# --- output ------------------------------------------------------------------------------------------


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_outputs_replace_what_was_there(tmp_path: Path) -> None:
    out = tmp_path / "ny/build"
    write_outputs(out, {"a.txt": b"1", "mapp/b.txt": b"2"})
    write_outputs(out, {"c.txt": b"3"})
    assert tree(out) == {"c.txt": b"3", ".overens": b""}
    assert [p.name for p in out.parent.iterdir()] == ["build"]


def test_an_empty_folder_may_be_filled(tmp_path: Path) -> None:
    (tmp_path / "ut").mkdir()
    write_outputs(tmp_path / "ut", {"a": b"1"})
    assert tree(tmp_path / "ut")["a"] == b"1"


@pytest.mark.parametrize("target", [".", "fil", "mapp"])
def test_what_is_not_ours_is_left_alone(tmp_path: Path, target: str) -> None:
    (tmp_path / "fil").write_text("min")
    (tmp_path / "mapp").mkdir()
    (tmp_path / "mapp/min").write_text("min")
    before = tree(tmp_path)
    with pytest.raises(RepositoryError, match="--out"):
        write_outputs(tmp_path / target, {"a": b"1"})
    assert tree(tmp_path) == before


@pytest.mark.parametrize("name", ["../a", "/a", "a/../../b", "a\\b", "c:a"])
def test_outputs_stay_in_their_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(RepositoryError):
        write_outputs(tmp_path / "ut", {name: b"1"})
    assert tree(tmp_path) == {}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
@pytest.mark.parametrize("step", ["_fill", "_swap"])
def test_an_interrupted_build_leaves_the_old_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, error: BaseException
) -> None:
    write_outputs(tmp_path / "ut", {"a": b"gammal"})

    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(output_module, step, stop)
    with pytest.raises((KeyboardInterrupt, RepositoryError)):
        write_outputs(tmp_path / "ut", {"a": b"ny"})
    assert tree(tmp_path) == {"ut/a": b"gammal", "ut/.overens": b""}


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_a_folder_that_something_else_fills_is_replaced_when_it_is_whole(tmp_path: Path, error: BaseException) -> None:
    def fill(place: Path) -> None:
        (place / "a").write_bytes(b"halv")
        raise error

    write_outputs(tmp_path / "ut", {"a": b"hel"})
    with pytest.raises((KeyboardInterrupt, RepositoryError)):
        fill_outputs(tmp_path / "ut", fill)
    assert tree(tmp_path) == {"ut/a": b"hel", "ut/.overens": b""}


def test_a_stop_between_the_two_moves_puts_the_old_back(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_outputs(tmp_path / "ut", {"a": b"gammal"})
    rename = Path.rename

    def stop(self: Path, target: Path) -> Path:
        if "-ny-" in self.name:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stop)
    with pytest.raises(KeyboardInterrupt):
        write_outputs(tmp_path / "ut", {"a": b"ny"})
    assert tree(tmp_path) == {"ut/a": b"gammal", "ut/.overens": b""}


def test_what_a_killed_run_left_is_cleaned_away(tmp_path: Path) -> None:
    dead = 2**22 + 1  # above the highest process id of Linux
    (tmp_path / f".ut.overens-ny-{dead}").mkdir()
    (tmp_path / f".ut.overens-gammal-{dead}").mkdir()
    (tmp_path / f".ut.overens-gammal-{dead}/.overens").write_bytes(b"")
    (tmp_path / f".ut.overens-gammal-{dead}/a").write_bytes(b"gammal")
    with pytest.raises(RepositoryError):
        write_outputs(tmp_path / "ut", {"../x": b""})
    assert tree(tmp_path) == {"ut/a": b"gammal", "ut/.overens": b""}


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "låst").mkdir(mode=0o500)
    with pytest.raises(RepositoryError, match="Behörighet saknas"):
        write_outputs(tmp_path / "låst/ut", {"a": b""})


def test_an_output_under_a_file(tmp_path: Path) -> None:
    (tmp_path / "fil").write_text("min")
    for write in (lambda p: write_outputs(p, {}), lambda p: write_file(p, b"")):
        with pytest.raises(RepositoryError, match="är en fil och inte en mapp"):
            write(tmp_path / "fil/ut")


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    write_file(tmp_path / "ny/a.md", b"ett")
    (tmp_path / "ny/a.md").chmod(0o640)
    write_file(tmp_path / "ny/a.md", b"tv\xc3\xa5")
    assert tree(tmp_path) == {"ny/a.md": b"tv\xc3\xa5"}
    assert (tmp_path / "ny/a.md").stat().st_mode & 0o777 == 0o640
    with pytest.raises(RepositoryError, match="Välj ett annat filnamn"):
        write_file(tmp_path / "ny", b"")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names on this system")
def test_a_device_keeps_its_place(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "rör")
    with pytest.raises(RepositoryError, match="är en enhet"):
        write_file(tmp_path / "rör", b"x")
    assert (tmp_path / "rör").is_fifo()
