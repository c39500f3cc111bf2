"""Comparing with any version there is: however it is named, and whatever is wrong in it."""

import json
import zipfile

import pytest

from builder.build import BuildError, Project
from builder.build.outputs import REDLINE_FORMATS, redline_bytes
from builder.model import Paragraph, plain_text
from builder.redline import Redline, accept, reject
from tests import test_bad_input
from tests.folder import Folder
from tests.test_bad_input import CLAUSE, Run

pytestmark = pytest.mark.slow

lease, run = test_bad_input.lease, test_bad_input.run
NOW = "A betalar 100 till B, se [Parter](one.md)."
AS_NOW = [["Parter", "Parterna är A och B."], ["Hyra", "A betalar 100 till B, se Parter (avsnitt 1)."]]
LOST = "Klausulens text går inte att läsa i den här versionen."
AS_PLAIN = "Klausulen jämförs som ren text."
AS_ORDERED = "Innehållet står i den ordning som det har nu."
AS_WITHOUT = "Det som hämtas från registret saknas i den gamla texten."

OLD = (
    ("clauses/two.md", "Bara text.\n\nMer text.\n", ["two", "Bara text.", "Mer text."], "1:1", AS_PLAIN),
    ("clauses/two.md", '---\ntitel: "Hyran\n---\nText.\n', ["Hyran", "Text."], "2:8", AS_PLAIN),
    ("clauses/two.md", "---\ntitel: Hyran\nfel: [\n---\n- Text.\n", ["Hyran", "Text."], "4:1", AS_PLAIN),
    ("clauses/two.md", b"---\ntitel: Hyra\n---\nF\xe5r.\n", ["Hyra", "F\N{REPLACEMENT CHARACTER}r."], "4:2", AS_PLAIN),
    ("clauses/two.md", CLAUSE.format("A \x00 B."), ["Hyra", "A B."], "4:3", AS_PLAIN),
    ("clauses/two.md", CLAUSE.format("A betalar. " * 460_000), ["two", LOST], "1:1", AS_PLAIN),
    ("assemblies/lease.yml", 'titel: "x\n', AS_NOW[1], "1:8", AS_ORDERED),
    ("assemblies/lease.yml", b"titel: \xe5\n", AS_NOW[1], "1:8", AS_ORDERED),
    ("clauses/register/termer.yml", "a: [\n", AS_NOW[1], "2:1", AS_WITHOUT),
    ("clauses/register/parametrar.yml", b"\xff\n", AS_NOW[1], "1:1", AS_WITHOUT),
)
"""Where it stands, what stands there, how the second clause reads in the redline, and the place and what is said."""


def sides(redline: Redline) -> tuple[list[list[str]], list[list[str]]]:
    """The old and the new text: each section's heading and paragraphs."""
    old, new = ([list(plain_text(section)) for section in side] for side in (reject(redline), accept(redline)))
    return [[" ".join(line.split()) for line in lines] for lines in old], new


@pytest.mark.parametrize(("path", "content", "second", "place", "said"), OLD, ids=lambda value: str(value)[:40])
def test_a_fault_in_the_old_version_is_told_of_and_stops_nothing(
    lease: Folder, run: Run, path: str, content: str | bytes, second: list[str], place: str, said: str
) -> None:
    lease.write(path, content)
    lease.commit()
    good = "titel: Hyra\ninnehåll: [one, two]\n" if path.startswith("assemblies") else ""
    lease.write(path, CLAUSE.format(NOW) if path == "clauses/two.md" else good)
    for ending in REDLINE_FORMATS:
        done = run(lease.path, "redline", "lease", "HEAD", ".", "-o", f"x{ending}")
        assert done.code == 0, done.all
        assert f"{path}:{place}: varning, i versionen ”HEAD”: " in done.all, done.all
        assert said in done.all
    old, new = sides(Project(lease.path).redline("lease", "HEAD", "."))
    assert old == [AS_NOW[0], second]
    assert new == AS_NOW
    assert zipfile.is_zipfile(lease.path / "x.docx")
    assert run(lease.path, "changes", "HEAD", ".", "-o", "l.txt").code == 0
    assert run(lease.path, "redline", "lease", ".", "HEAD", "-o", "x.txt").code == 0


def test_other_keys_in_an_old_version_are_no_hindrance(lease: Folder, run: Run) -> None:
    lease.write("clauses/two.md", "---\nrubrik: Hyra\nägare: A\nlagstöd: [1, [2]]\n---\nA betalar 90 till B.\n")
    lease.write("clauses/register/parter.yml", "A:\n  benämning: Avdelningen\n")
    lease.write("assemblies/lease.yml", "titel: Hyra\nkapitel: [x]\ninnehåll: [one, two]\n")
    lease.commit()
    lease.write("clauses/two.md", CLAUSE.format("A betalar 100 till B."))
    assert run(lease.path, "redline", "lease", "HEAD", ".", "-o", "x.txt").code == 0
    old, new = sides(Project(lease.path).redline("lease", "HEAD", "."))
    assert (old[1][-1], new[1][-1]) == ("A betalar 90 till B.", "A betalar 100 till B.")


def test_a_broken_table_in_an_old_version_is_text(lease: Folder) -> None:
    lease.write("clauses/two.md", CLAUSE.format("| Vad | Vem |\n|--\n| Sår | A |"))
    lease.commit()
    lease.write("clauses/two.md", CLAUSE.format("| Vad | Vem |\n|--|--|\n| Sår | A |"))
    redline = Project(lease.path).redline("lease", "HEAD", ".")
    assert all(isinstance(block, Paragraph) for block in reject(redline)[1].blocks)
    assert not isinstance(accept(redline)[1].blocks[0], Paragraph)


def test_a_fault_in_what_is_edited_stops_the_redline(lease: Folder) -> None:
    lease.write("clauses/two.md", "ingen rubrik\n")
    with pytest.raises(BuildError, match=r"two\.md:1:1: Klausulen saknar huvud"):
        Project(lease.path).redline("lease", "HEAD", ".")


def versions(lease: Folder) -> Project:
    """A text with three versions: one recorded, one with a tag and on a branch, and what is edited now."""
    lease.write("assemblies/lease.yml", "titel: Hyra\navtal: lease\ninnehåll: [one, two]\n")
    lease.write("clauses/two.md", CLAUSE.format("A betalar 100 till B."))
    first = lease.commit()
    lease.write("clauses/two.md", CLAUSE.format("A betalar 200 till B."))
    row = f"version: u1, commit: {first}, datum: 2026-11-01, status: utkast, diarienummer: D"
    lease.write("clauses/register/versioner.yml", f"lease:\n  - {{{row}}}\n")
    lease.commit()
    lease.git("tag", "remiss")
    lease.git("branch", "sidospår")
    lease.write("clauses/two.md", CLAUSE.format("A betalar 300 till B."))
    return Project(lease.path)


NAMED = (
    ("u1", ".", "100", "300"), ("lease@u1", ".", "100", "300"), ("u1", "remiss", "100", "200"),
    ("remiss", ".", "200", "300"), ("sidospår", "u1", "200", "100"), ("HEAD~1", "HEAD", "100", "200"),
    ("HEAD", ".", "200", "300"), (".", "u1", "300", "100"), (".", ".", "300", "300"), ("commit", ".", "100", "300"),
    ("short", "main", "100", "200"),
)  # fmt: skip


@pytest.mark.parametrize(("old", "new", "was", "is_"), NAMED)
def test_any_two_versions_are_compared(lease: Folder, old: str, new: str, was: str, is_: str) -> None:
    project = versions(lease)
    first = lease.git("rev-parse", "HEAD~1")
    old = {"commit": first, "short": first[:10]}.get(old, old)
    before, now = sides(project.redline("lease", old, new))
    assert (before[1][-1], now[1][-1]) == (f"A betalar {was} till B.", f"A betalar {is_} till B.")


RENAMED = (
    ("tidigare-id: [two]\n", "A betalar 300 kronor i sänder till B."),
    ("", "A betalar 100 till B, se [Parter](one.md), i förskott."),
)


@pytest.mark.parametrize(("key", "body"), RENAMED, ids=["by its former id", "by likeness"])
def test_a_renamed_file_is_the_same_clause(lease: Folder, key: str, body: str) -> None:
    (lease.path / "clauses/two.md").unlink()
    lease.write("clauses/rent.md", f"---\ntitel: Hyra\n{key}---\n{body}\n")
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one, rent]\n")
    (section,) = (s for s in Project(lease.path).redline("lease", "HEAD", ".").sections if s.id == "rent")
    assert (section.old_id, section.fate) == ("two", ())


def test_the_same_clause_twice_and_no_clause_at_all(lease: Folder, run: Run) -> None:
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one, two, one]\n")
    lease.commit()
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: []\n")
    for old, new in (("HEAD", "."), (".", "HEAD")):
        assert run(lease.path, "redline", "lease", old, new, "-o", "x.json").code == 0
    whole, empty = sides(Project(lease.path).redline("lease", "HEAD", "."))
    assert (whole, empty) == (AS_NOW, [])
    assert {block["status"] for block in json.loads((lease.path / "x.json").read_text("utf-8"))["blocks"][1:]} == {
        "inserted"
    }


def test_unrelated_documents_share_nothing(lease: Folder) -> None:
    for name in ("one", "two"):
        lease.write(f"clauses/{name}-ny.md", f"---\ntitel: Ny {name}\n---\nHelt andra ord om {name} står här.\n")
    lease.write("assemblies/lease.yml", "titel: Hyra\ninnehåll: [one-ny, two-ny]\n")
    redline = Project(lease.path).redline("lease", "HEAD", ".")
    assert [revision.kind for section in redline.sections for revision in section.fate] == [
        "deletion", "deletion", "insertion", "insertion",
    ]  # fmt: skip
    for ending in REDLINE_FORMATS:
        assert redline_bytes(redline, ending, None)
