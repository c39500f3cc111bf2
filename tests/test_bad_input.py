"""What a mistake meets: a Swedish sentence with place and remedy, exit code 1 or 2, the earlier output untouched."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import unicodedata
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import pytest

from builder import cli
from builder.locale import speak_swedish
from builder.word.shell import shell
from tests.folder import Folder

pytestmark = pytest.mark.slow

PROJECT = Path(__file__).resolve().parent.parent
EARLIER = b"earlier"
CLAUSE = "---\ntitel: Hyra\n---\n{}\n"
ENGLISH = re.compile(
    r"\b(error|usage|missing|invalid|traceback|no such|unexpected|unknown|failed|fatal|does not|required)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Said:
    """What a command answered."""

    code: int
    out: str
    err: str

    @property
    def all(self) -> str:
        return self.out + self.err


Run = Callable[..., Said]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The command in this process, in a folder."""

    def command(folder: Path, *words: str) -> Said:
        monkeypatch.chdir(folder)
        speak_swedish()
        code = cli.run(lambda: cli.overens.main(list(words), prog_name="overens", standalone_mode=False))
        out, err = (stream.decode("utf-8", "replace") for stream in capfdbinary.readouterr())
        return Said(code, out, err)

    return command


@pytest.fixture
def lease(tmp_path: Path) -> Folder:
    """A small project with output from before."""
    folder = Folder(tmp_path / "lease")
    folder.write("clauses/one.md", "---\ntitel: Parter\n---\nParterna är A och B.\n")
    folder.write("clauses/two.md", CLAUSE.format("A betalar 100 till B, se [Parter](one.md)."))
    folder.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one, two]\n")
    folder.commit()
    folder.write("x.docx", EARLIER)
    folder.write("x.html", EARLIER)
    for kind in ("word", "json", "redline"):
        folder.write(f"build/{kind}/.overens", "")
        folder.write(f"build/{kind}/before", EARLIER)
    return folder


def files(folder: Path) -> Mapping[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def assert_refused(said: Said, *sentences: str, code: int = 2) -> None:
    assert said.code == code, said.all
    for sentence in sentences:
        assert sentence in said.all, said.all
    assert not ENGLISH.search(said.all), said.all
    assert "\x1b" not in said.all


COMMANDS = {
    "word": ("word", "lease", "-o", "x.docx"),
    "redline": ("redline", "lease", "HEAD", ".", "-o", "x.html"),
    "build": ("build",),
}

# --- files that cannot be read: what is written where, what must be said ---------------------------------

UNREADABLE: tuple[tuple[str, str | bytes, str], ...] = (
    ("clauses/two.md", CLAUSE.format("A betalar. " * 460_000), "clauses/two.md:1:1: Filen är 5,1 MB"),
    ("clauses/two.md", "ingen rubrik\n", "clauses/two.md:1:1: Klausulen saknar huvud."),
    ("clauses/two.md", '---\ntitel: "x\n---\nText.\n', "clauses/two.md:2:8: Raden går inte att läsa"),
    ("clauses/two.md", "---\ntitel: x\nText.\n", "clauses/two.md:1:1: Raden går inte att läsa: raden ---"),
    ("clauses/two.md", f"---\ntitel: {'[' * 10_000}\n---\n", "clauses/two.md:2:27: Raden går inte att läsa"),
    ("clauses/two.md", b"---\ntitel: \xe5\n---\n", "clauses/two.md:2:8: Filen är inte UTF-8"),
    ("assemblies/lease.yml", 'titel: "x\n', "assemblies/lease.yml:1:8: Raden går inte att läsa"),
    ("assemblies/lease.yml", "- one\n", "assemblies/lease.yml:1:1: Raden går inte att läsa"),
    ("assemblies/lease.yml", b"titel: \xe5\n", "assemblies/lease.yml:1:8: Filen är inte UTF-8"),
    ("assemblies/lease.yml", "titel: &a x\ninnehåll: [*a]\n", "assemblies/lease.yml:1:8: Ankaret &a"),
    ("clauses/register/termer.yml", "a: [\n", "clauses/register/termer.yml:2:1: Raden går inte att läsa"),
    ("clauses/register/versioner.yml", b"\xff\n", "clauses/register/versioner.yml:1:1: Filen är inte UTF-8"),
)


@pytest.mark.parametrize(("path", "content", "said"), UNREADABLE, ids=lambda value: str(value)[:40])
def test_a_document_is_not_made_without_a_file_it_needs(
    lease: Folder, run: Run, path: str, content: str | bytes, said: str
) -> None:
    lease.write(path, content)
    before = files(lease.path)
    for command in COMMANDS.values():
        assert_refused(run(lease.path, *command), said)
    assert run(lease.path, "check").code == 1
    assert files(lease.path) == before


def test_a_broken_clause_of_another_document_is_no_hindrance(lease: Folder, run: Run) -> None:
    lease.write("clauses/other.md", "ingen rubrik\n")
    lease.write("assemblies/other.yml", "titel: Annat\ninnehåll: [other]\n")
    assert run(lease.path, *COMMANDS["word"]).code == 0
    assert_refused(run(lease.path, "word", "other", "-o", "x.docx"), "clauses/other.md:1:1")


def test_no_site_is_made_without_a_file_it_needs(lease: Folder, run: Run) -> None:
    lease.write("mkdocs.yml", "site_name: A\nplugins: [overens]\n")
    lease.write("docs/om.md", "# Om\n")
    lease.write("build/site/.overens", "")
    lease.write("clauses/two.md", "ingen rubrik\n")
    before = files(lease.path)
    assert_refused(run(lease.path, "site"), "clauses/two.md:1:1: Klausulen saknar huvud.")
    assert files(lease.path) == before


def test_a_recorded_version_that_cannot_be_read_stops_no_build(lease: Folder, run: Run) -> None:
    lease.write("clauses/two.md", "ingen rubrik\n")
    lease.write("assemblies/lease.yml", "titel: Hyra\navtal: lease\ninnehåll: [one, two]\n")
    commit = lease.commit()
    lease.write("clauses/two.md", CLAUSE.format("A betalar."))
    row = f"version: u1, commit: {commit}, datum: 2026-11-01, status: utkast, diarienummer: D"
    lease.write("clauses/register/versioner.yml", f"lease:\n  - {{{row}}}\n")
    said = run(lease.path, "build")
    assert said.code == 0
    assert said.all.count("clauses/two.md:1:1: varning, i versionen ”u1”") == 1
    assert "ingen rubrik" in (lease.path / "build/redline/lease-u1-nu.txt").read_text("utf-8")


# --- texts with errors: made all the same and told; check and build end with 1 ----------------------------------------

FAULTY = (
    ("[x](../../../etc/passwd)", "clauses/two.md:4:2: K204 fel"),
    ("[x](file:///etc/passwd)", "clauses/two.md:4:2: T307 fel"),
    ("![x](../../../etc/passwd)", "clauses/two.md:4:1: T304 fel"),
    ("[x](javascript:alert(1))", "clauses/two.md:4:2: T307 fel"),
)


@pytest.mark.parametrize(("body", "said"), FAULTY, ids=lambda value: repr(value)[:40])
def test_a_text_with_errors_is_told_of_beside_the_result(lease: Folder, run: Run, body: str, said: str) -> None:
    lease.write("clauses/two.md", CLAUSE.format(body))
    for name, command in COMMANDS.items():
        assert_refused(run(lease.path, *command), said, code=1 if name == "build" else 0)
    assert_refused(run(lease.path, "check"), said, code=1)
    assert zipfile.is_zipfile(lease.path / "x.docx")


UNPRINTABLE = (
    ("A \x00b \x1b[31mröd \x07.", "clauses/two.md:4:3: "),
    ("[" * 10_000 + "x" + "]" * 10_000, "clauses/two.md:4:1: "),
    ("> " * 10_000 + "x", "clauses/two.md:4:1: "),
)


@pytest.mark.parametrize(("body", "said"), UNPRINTABLE, ids=lambda value: repr(value)[:40])
def test_a_text_that_cannot_be_printed_as_written_is_refused(lease: Folder, run: Run, body: str, said: str) -> None:
    lease.write("x.docx", b"earlier")
    lease.write("clauses/two.md", CLAUSE.format(body))
    for command in COMMANDS.values():
        assert_refused(run(lease.path, *command), said, "Dokumentet ”lease” görs inte")
    assert_refused(run(lease.path, "check"), said, code=1)
    assert (lease.path / "x.docx").read_bytes() == b"earlier"


MARKUP = '<script>alert(1)</script> <img src=x onerror="alert(2)"> <b>fet</b>'


def test_markup_is_shown_as_text(lease: Folder, run: Run) -> None:
    lease.write("clauses/two.md", CLAUSE.format(MARKUP))
    assert run(lease.path, *COMMANDS["redline"]).code == 0
    page = (lease.path / "x.html").read_text("utf-8")
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert "&lt;" in page
    assert run(lease.path, *COMMANDS["word"]).code == 0
    with zipfile.ZipFile(lease.path / "x.docx") as archive:
        assert b"&lt;script&gt;alert(1)&lt;/script&gt;" in archive.read("word/document.xml")


# --- templates ------------------------------------------------------------------------------------------


def template(words: str, **parts: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(shell("sv"))) as old, zipfile.ZipFile(out, "w") as new:
        assert b"{{ titel }}" in old.read("word/document.xml")
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b"{{ titel }}", words.encode()))
        for name, content in parts.items():
            new.writestr(name.replace("_", "/"), content)
    return out.getvalue()


TEMPLATES = (
    (b"not a docx", "ingen Word-fil"),
    (b"", "ingen Word-fil"),
    (b"\xd0\xcf\x11\xe0old", "det gamla Word-formatet"),
    (template("{{ nix }}"), "{{ nix }}"),
    (template("{{ titel.__class__ }}"), "inte är tillåtet"),
    (template("{{ titel|upper }}"), "inte är tillåtet"),
    (template("{% for x in titel %}x{% endfor %}"), "inte är tillåtet"),
    (template("{{ 7*7 }}"), "inte är tillåtet"),
    (template("{{ cycler }}"), "{{ cycler }}"),
    (template("{% include titel %}"), "inte är tillåtet"),
    (template("{{ titel"), "inte går att läsa"),
    (template("", word_vbaProject=b"x"), "makron"),
)


@pytest.mark.parametrize(("content", "said"), TEMPLATES, ids=[said for _, said in TEMPLATES])
def test_a_template_that_will_not_do(lease: Folder, run: Run, content: bytes, said: str) -> None:
    lease.write("assemblies/lease.yml", "titel: Hyra\nmall: m.docx\ninnehåll: [one, two]\n")
    lease.write("assemblies/m.docx", content)
    before = files(lease.path)
    for command in ("word", "build"):
        assert_refused(run(lease.path, *COMMANDS[command]), "Mallen", said)
    assert files(lease.path) == before


def test_a_template_with_a_picture_too_large_is_told_with_its_size(lease: Folder, run: Run) -> None:
    lease.write("assemblies/lease.yml", "titel: Hyra\nmall: m.docx\ninnehåll: [one, two]\n")
    lease.write("assemblies/m.docx", b"PK" + bytes(20_000_000))
    before = files(lease.path)
    for command in ("word", "build"):
        said = run(lease.path, *COMMANDS[command])
        assert_refused(said, "assemblies/m.docx:1:1: Filen är 20,0 MB", "Gör bilderna mindre")
        assert "finns inte" not in said.all
    assert files(lease.path) == before


@pytest.mark.parametrize(
    ("name", "said"),
    [("nix.docx", "Mallen ”nix.docx” finns inte i projektet"),
     ("../../etc/passwd", "Mallen ”../../etc/passwd” finns inte i projektet"),
     ("l.docx", "assemblies/l.docx:1:1: ”assemblies/l.docx” är en symbolisk länk")],
)  # fmt: skip
def test_a_template_that_is_not_in_the_project(lease: Folder, run: Run, name: str, said: str) -> None:
    (lease.path / "assemblies" / "l.docx").symlink_to("/etc/passwd")
    lease.write("assemblies/lease.yml", f"titel: Hyra\nmall: {name}\ninnehåll: [one, two]\n")
    assert_refused(run(lease.path, *COMMANDS["word"]), said)
    assert (lease.path / "x.docx").read_bytes() == EARLIER


# --- places outside the project ---------------------------------------------------------------------------


def test_links_out_of_the_project_are_not_followed(lease: Folder, run: Run, tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("---\ntitel: S\n---\nHEMLIGT\n", "utf-8")
    (lease.path / "clauses/three.md").symlink_to(outside / "secret.md")
    (lease.path / "clauses/folder").symlink_to(outside)
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one, three]\n")
    assert_refused(run(lease.path, "word", "lease", "-o", "x.docx"), "clauses/three.md:1:1", "symbolisk länk")
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one, folder/secret]\n")
    assert_refused(run(lease.path, "word", "lease", "-o", "x.docx"), "clauses/folder:1:1", "symbolisk länk")
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one, ../../outside/secret]\n")
    assert_refused(run(lease.path, "word", "lease", "-o", "x.docx"), "K201", "../../outside/secret", code=0)
    assert not [path for path, content in files(lease.path).items() if b"HEMLIGT" in content and "three" not in path]


def test_a_new_clause_stays_in_the_project(lease: Folder, run: Run, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (lease.path / "clauses/folder").symlink_to(tmp_path / "outside")
    said = run(lease.path, "new", "clause", "folder/ny", "--title", "Ny")
    assert_refused(said, "clauses/folder/ny.md", "utanför projektet")
    assert list((tmp_path / "outside").iterdir()) == []


# --- names -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_a_name_with_spaces_and_swedish_letters(lease: Folder, run: Run, form: str) -> None:
    name = unicodedata.normalize(form, "hyra för år ö")
    lease.write(f"assemblies/{name}.yml", f"titel: Hyra\ninnehåll: [one, {name}]\n")
    lease.write(f"clauses/{name}.md", CLAUSE.format(f"Se [Hyra](<{name}.md>)."))
    for typed in ("NFC", "NFD"):
        said = run(lease.path, "word", unicodedata.normalize(typed, name), "-o", "å ä.docx")
        assert "F005" in said.all
        assert zipfile.is_zipfile(lease.path / "å ä.docx")
        (lease.path / "å ä.docx").unlink()
    said = run(lease.path, "check")
    assert_refused(said, "clauses/hyra för år ö.md:1:1: F005 fel", "hyra-for-ar-o", code=1)


# --- labels that git or a file system could take for something else -----------------------------------------

LABELS = ("../../x", "a b", "å/ö", "<script>", "-x", "a:b", "x" * 300, '"a\\nb"', '"\\e[31m"', "HEAD", "con")


@pytest.mark.parametrize("label", LABELS)
def test_a_label_cannot_leave_the_folder(lease: Folder, run: Run, label: str) -> None:
    commit = lease.git("rev-parse", "HEAD")
    lease.write("assemblies/lease.yml", "titel: Hyra\navtal: lease\ninnehåll: [one, two]\n")
    row = f"    commit: {commit}\n    datum: 2026-11-01\n    status: utkast\n    diarienummer: D\n"
    lease.write("clauses/register/versioner.yml", f"lease:\n  - version: {label}\n{row}")
    outside = {path for path in files(lease.path.parent) if "/build/" not in path}
    said = run(lease.path, "build")
    assert said.code in (0, 1, 2)
    assert "\x1b" not in said.all
    assert {path for path in files(lease.path.parent) if "/build/" not in path} == outside


@pytest.mark.parametrize("commit", ["nix", "--help", "-x", "HEAD..", "HEAD:clauses", '"a b"', '""'])
def test_a_version_that_names_no_commit(lease: Folder, run: Run, commit: str) -> None:
    lease.write("assemblies/lease.yml", "titel: Hyra\navtal: lease\ninnehåll: [one, two]\n")
    row = f"    commit: {commit}\n    datum: 2026-11-01\n    status: utkast\n    diarienummer: D\n"
    lease.write("clauses/register/versioner.yml", f"lease:\n  - version: u1\n{row}")
    assert_refused(run(lease.path, "check"), "clauses/register/versioner.yml:2:14: R702", code=1)
    assert_refused(run(lease.path, "redline", "lease", "u1", ".", "-o", "x.html"), "u1")
    assert (lease.path / "x.html").read_bytes() == EARLIER


# --- outputs -----------------------------------------------------------------------------------------------

OUTPUTS = (
    (("word", "lease", "-o", "clauses/one.md"), "slutar inte på .docx"),
    (("word", "lease", "-o", "utan"), "-o utan.docx"),
    (("word", "lease", "-o", "clauses"), "är en mapp"),
    (("word", "lease", "-o", "clauses/one.md/x.docx"), "är en fil och inte en mapp"),
    (("word", "lease", "-o", "y" * 300 + ".docx"), "för långt"),
    (("redline", "lease", "HEAD", ".", "-o", "utan"), ".docx, .html"),
    (("redline", "lease", "HEAD", ".", "-o", "x.pdf"), ".docx, .html"),
    (("build", "--out", "clauses/one.md"), "är en fil"),
    (("build", "--out", "clauses/one.md/x"), "är en fil och inte en mapp"),
    (("site",), "mkdocs.yml saknas"),
    (("preview",), "mkdocs.yml saknas"),
    (("check", "--project", "clauses/one.md"), "är en fil"),
    (("check", "--project", "nix"), "nix finns inte"),
    (("word", "a\x1b[31mb", "-o", "x.docx"), "finns inte i mappen assemblies"),
)


@pytest.mark.parametrize(("command", "said"), OUTPUTS, ids=lambda value: " ".join(value)[:40])
def test_a_place_that_cannot_be_written(lease: Folder, run: Run, command: tuple[str, ...], said: str) -> None:
    before = files(lease.path)
    assert_refused(run(lease.path, *command), said)
    assert files(lease.path) == before


def test_output_of_another_is_not_replaced(lease: Folder, run: Run) -> None:
    (lease.path / "build/word/.overens").unlink()
    before = files(lease.path)
    assert_refused(run(lease.path, "build"), "annat än utdata från overens")
    assert files(lease.path) == before


# --- projects of odd shapes --------------------------------------------------------------------------------


def test_an_empty_project(tmp_path: Path, run: Run) -> None:
    folder = Folder(tmp_path / "empty").path
    assert run(folder, "check").code == 0
    assert run(folder, "fix").code == 0
    assert_refused(run(folder, "word", "x", "-o", "x.docx"), "Dokument som finns: inga")
    assert_refused(run(folder, "redline", "x", "HEAD", ".", "-o", "x.docx"), "HEAD")
    assert files(folder) == {}


def test_a_project_in_a_folder_of_the_repository(tmp_path: Path, run: Run) -> None:
    folder = Folder(tmp_path / "whole")
    folder.write("inner/clauses/one.md", CLAUSE.format("Före."))
    folder.write("inner/assemblies/lease.yml", "titel: Hyra\ninnehåll: [one]\n")
    folder.write("clauses/one.md", CLAUSE.format("Utanför."))
    folder.commit()
    folder.write("inner/clauses/one.md", CLAUSE.format("Efter."))
    said = run(folder.path / "inner", "redline", "lease", "HEAD", ".", "-o", "x.txt")
    assert said.code == 0, said.all
    text = (folder.path / "inner/x.txt").read_text("utf-8")
    assert all(word in text for word in ("Före", "Efter"))
    assert "Utanför" not in text


def test_line_endings_and_a_byte_order_mark_are_no_change(lease: Folder, run: Run) -> None:
    for path in ("clauses/two.md", "assemblies/lease.yml"):
        text = (lease.path / path).read_bytes()
        lease.write(path, b"\xef\xbb\xbf" + text.replace(b"\n", b"\r\n"))
    assert run(lease.path, "check").code == 0
    assert run(lease.path, "redline", "lease", "HEAD", ".", "-o", "x.txt").code == 0
    assert "2 oförändrade" in (lease.path / "x.txt").read_text("utf-8")


# --- real processes: interruption, two at once, a terminal ----------------------------------------------------

COMMAND = (sys.executable, "-m", "builder.cli")
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(PROJECT)}


def large(lease: Folder) -> None:
    """So much text that a build takes some seconds."""
    body = "\n\n".join(f"A ska betala {n} kronor till B senast den sista dagen i månaden." for n in range(20_000))
    lease.write("clauses/two.md", CLAUSE.format(body))


def as_in_a_terminal() -> None:
    """Listen to interrupts, also where the tests were started in the background and ignore them."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


READY = "from builder.cli import main; print('ready', flush=True); main()"


@pytest.mark.parametrize("wait", [0.1, 0.5, 1.0])
def test_an_interrupted_build_leaves_the_earlier_output_whole(lease: Folder, wait: float) -> None:
    large(lease)
    before = files(lease.path)
    command = [sys.executable, "-c", READY, "build"]
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=lease.path, env=ENVIRONMENT, stdout=pipe, stderr=pipe, text=True, preexec_fn=as_in_a_terminal
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        time.sleep(wait)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert (process.returncode, said.strip()) == (2, "Avbrutet. Det som fanns sedan tidigare är kvar.")
    assert files(lease.path) == before


def test_two_builds_at_once_leave_one_whole(lease: Folder) -> None:
    running = [subprocess.Popen([*COMMAND, "build"], cwd=lease.path, env=ENVIRONMENT) for _ in range(2)]
    assert {process.wait(timeout=120) for process in running} <= {0, 2}
    assert zipfile.is_zipfile(lease.path / "build/word/lease.docx")
    assert sorted(path.name for path in (lease.path / "build").iterdir()) == ["json", "redline", "word"]


@pytest.mark.skipif(shutil.which("script") is None, reason="the program script is not installed")
@pytest.mark.parametrize(("colour", "shown"), [("", True), ("1", False)])
def test_colours_on_a_terminal_unless_they_are_unwanted(lease: Folder, colour: str, shown: bool) -> None:
    lease.write("clauses/two.md", "ingen rubrik\n")
    command = " ".join([*COMMAND, "check"])
    environment = {**ENVIRONMENT, "NO_COLOR": colour, "TERM": "xterm"}
    done = subprocess.run(["script", "-qec", command, os.devnull], cwd=lease.path, env=environment, capture_output=True)
    text = done.stdout.decode()
    assert done.returncode == 1, text
    assert ("\x1b[31m" in text) == shown
    assert "Nästa steg: overens fix" in text


# --- two writers, and names of nothing -------------------------------------------------------------------

CONFLICT = "<<<<<<< HEAD\nklausul: avtal/svar\n=======\nklausul: avtal/svar\n>>>>>>> annan\n"


@pytest.mark.parametrize(
    ("path", "before"), [("clauses/granskat/one/term-a.yml", ""), ("clauses/register/termer.yml", ""),
                         ("clauses/draft.md", "---\ntitel: A\n---\n")],
)  # fmt: skip
def test_lines_that_git_could_not_merge_are_told_as_such(lease: Folder, run: Run, path: str, before: str) -> None:
    lease.write(path, before + CONFLICT)
    said = run(lease.path, "check")
    assert said.code == 1
    assert f"{path}:{before.count(chr(10)) + 1}:1: F008 fel: Två skrivares ändringar" in said.out
    assert "H102" not in said.out


NOTHING = [("show", ""), ("log", ""), *(
    (command, name) for command in ("show", "log", "review") for name in (" ", ".", "finns/inte", "../../etc/passwd")
)]  # fmt: skip


@pytest.mark.parametrize(("command", "name"), NOTHING)
def test_a_clause_that_is_none(lease: Folder, run: Run, command: str, name: str) -> None:
    said = run(lease.path, command, name)
    assert (said.code, "finns inte" in said.err) == (2, True)
