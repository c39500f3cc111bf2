"""Editions of a project: which is made of a version, what one for those who decide waits for, and redlines of them."""

import subprocess
import sys
from pathlib import Path

import pytest

from builder.build import BuildError, Project
from builder.model import Edition, Marks, Text
from builder.redline import MarkedParagraph
from tests.folder import Folder

OPEN = "öppna-frågor:\n  - id: OF-1\n    fråga: Hur ofta?\n    alternativ: [varje år]\n"
CLAUSE = "---\ntitel: Hyra\nmotiv: Så är det.\nkälla: {source}\n{rest}---\nA ska betala 100 kronor.{body}\n"
RECORD = """hyra:
  - {{version: ett, commit: {first}, datum: 2026-11-01, status: {status}}}
"""


def lease(path: Path, *, source: str = "antagande", rest: str = OPEN, status: str = "utkast", body: str = "") -> Folder:
    folder = Folder(path / "hyra")
    folder.write("clauses/hyra/hyra.md", CLAUSE.format(source=source, rest=rest, body=body))
    folder.write("assemblies/hyra.yml", "titel: Hyresavtal\navtal: hyra\ninnehåll: [hyra/hyra]\n")
    first = folder.commit("2026-11-01")
    folder.write("clauses/register/versioner.yml", RECORD.format(first=first, status=status))
    folder.commit("2026-11-02")
    return folder


def edition(folder: Folder, variant: str | None = None, revision: str = "ett") -> Edition:
    return Project(folder.path).edition("hyra", revision, variant).edition  # type: ignore[arg-type]


def overens(folder: Folder, *words: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "builder.cli", *words]
    return subprocess.run(command, cwd=folder.path, capture_output=True, text=True, timeout=120)


@pytest.mark.parametrize(
    ("status", "variant"), [("utkast", "arbetsversion"), ("remiss", "remissversion"), ("gällande", "gällande")]
)
def test_the_edition_follows_the_status_of_the_version(tmp_path: Path, status: str, variant: str) -> None:
    assert edition(lease(tmp_path, status=status)).variant == variant


def test_a_file_to_decide_on_waits_and_says_what_for(tmp_path: Path) -> None:
    folder = lease(tmp_path)
    done = overens(folder, "word", "hyra", "--upplaga", "beslutsversion", "-o", "hyra.docx")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.splitlines() == [
        "Fel: Beslutsversionen av ”hyra” kan inte göras än. Det här återstår:",
        "Öppna frågor (1). Låt parterna avgöra dem, skriv in svaret och ta bort frågan:",
        "  clauses/hyra/hyra.md:6: OF-1 Hur ofta?",
        "Antaganden (1). Låt parterna ta ställning och ändra sedan källan till känd:",
        "  clauses/hyra/hyra.md:4: Klausulen ”Hyra”",
        "Gör en arbetsversion så länge: overens word hyra --upplaga arbetsversion -o hyra.docx",
    ]
    assert not (folder.path / "hyra.docx").exists()


def test_an_error_in_the_text_stops_it_too(tmp_path: Path) -> None:
    folder = lease(tmp_path, source="känd", rest="", body=" Se [annat](annat.md).")
    with pytest.raises(BuildError, match=r"Fel \(1\)\. Rätta dem.*\n  clauses/hyra/hyra\.md:6: \w\d+ "):
        edition(folder, "beslutsversion", ".")


def test_a_text_that_nothing_remains_in_is_put_forward_to_be_decided(tmp_path: Path) -> None:
    made = edition(lease(tmp_path, source="känd", rest=""), "beslutsversion")
    assert (made.status, made.variant, made.version) == ("beslutsförslag", "beslutsversion", "ett")


def test_what_is_decided_is_decided_whatever_its_source(tmp_path: Path) -> None:
    assert edition(lease(tmp_path, status="beslutad")).status == "beslutad"


def test_an_edition_in_force_is_made_of_nothing_else(tmp_path: Path) -> None:
    with pytest.raises(BuildError, match="status utkast"):
        edition(lease(tmp_path), "gällande")


def test_an_unknown_edition_names_those_that_are(tmp_path: Path) -> None:
    done = overens(lease(tmp_path), "word", "hyra", "--upplaga", "slutversion", "-o", "hyra.docx")
    assert done.returncode == 2
    assert "remissversion" in done.stderr


def test_a_redline_sets_the_same_kind_of_text_beside_each_other(tmp_path: Path) -> None:
    folder = lease(tmp_path)
    folder.write("clauses/hyra/hyra.md", (folder.path / "clauses/hyra/hyra.md").read_text().replace("100", "200"))
    second = folder.commit("2026-11-03")
    register = folder.path / "clauses/register/versioner.yml"
    register.write_text(
        register.read_text() + f"  - {{version: två, commit: {second}, datum: 2026-11-03, status: remiss}}\n"
    )
    folder.commit("2026-11-04")
    redline = Project(folder.path).redline("hyra", "ett", "två")
    assert redline.old is not None
    assert (redline.old.variant, redline.new.variant) == ("remissversion", "remissversion")
    assert (redline.old.status, redline.new.status) == ("utkast", "remiss")
    paragraphs = [b for s in redline.sections for b in s.blocks if isinstance(b, MarkedParagraph)]
    (box,) = [paragraph for paragraph in paragraphs if paragraph.shape.kind == "question"]
    assert not any(span.fate for span in box.spans)
    assert box.spans[0].inline == Text("Fråga ", Marks(strong=True))
