"""`overens pdf` as its users meet it."""

import os
from pathlib import Path

import pytest

from builder.build import BuildError, office
from tests.folder import Folder
from tests.pdf.pdf_reading import faults, plain, shown
from tests.test_cli import overens

pytestmark = pytest.mark.slow


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = Folder(tmp_path / "projekt")
    made.write("clauses/ett.md", "---\ntitel: Parter\n---\nParterna är A och B.\n")
    made.write("clauses/tva.md", "---\ntitel: Hyra\n---\nA betalar, se [Parter](ett.md).\n")
    made.write("assemblies/hyra.yml", "titel: Hyresavtal\ninnehåll: [ett, tva]\n")
    made.commit()
    return made.path


def test_a_document_becomes_a_pdf(folder: Path) -> None:
    result = overens("pdf", "hyra", "-o", "hyra.pdf", folder=folder)
    assert (result.returncode, result.stderr.strip()) == (0, "Klart: hyra.pdf")
    made = (folder / "hyra.pdf").read_bytes()
    assert faults(made) == []
    assert plain("A betalar, se Parter") in shown(made)


def test_a_file_of_another_kind_is_refused(folder: Path) -> None:
    result = overens("pdf", "hyra", "-o", "hyra.docx", folder=folder)
    assert result.returncode == 2
    assert "slutar inte på .pdf" in result.stderr


def test_a_letter_without_a_face_is_a_sentence_and_no_file(folder: Path) -> None:
    (folder / "clauses" / "ett.md").write_text("---\ntitel: Parter\n---\nEtt \N{HOUSE BUILDING}.\n", "utf-8")
    result = overens("pdf", "hyra", "-o", "hyra.pdf", folder=folder)
    assert result.returncode == 2
    assert "Det står i avsnittet ”1 Parter” (clauses/ett.md)" in result.stderr
    assert not (folder / "hyra.pdf").exists()


def test_without_libreoffice_the_way_through_it_says_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office.shutil, "which", lambda _: None)
    with pytest.raises(BuildError, match="LibreOffice saknas på den här datorn"):
        office.printed(b"")


@pytest.mark.skipif(os.name != "posix", reason="the program that stands in for LibreOffice is a script of the shell")
@pytest.mark.parametrize(("script", "said"), [("exit 1", "kunde inte lägga upp"), ("sleep 60", "blev inte klart")])
def test_a_libreoffice_that_fails_or_hangs_is_told_of(
    script: str, said: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    monkeypatch.setattr(office, "SECONDS", 0.5)
    with pytest.raises(BuildError, match=said):
        office.printed(b"")


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.usefixtures("soffice")
def test_through_libreoffice_the_pdf_reads_as_the_word_file(folder: Path) -> None:
    result = overens("pdf", "hyra", "-o", "hyra.pdf", "--via", "libreoffice", folder=folder)
    assert result.returncode == 0, result.stderr
    assert plain("A betalar, se Parter") in shown((folder / "hyra.pdf").read_bytes())
