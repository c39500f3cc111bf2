"""The validator that judges file after file says of each what it says of one alone."""

import io
import json
import subprocess
import zipfile
from pathlib import Path

import pytest

from builder.redline import unchanged
from builder.word import write
from tests.open_xml_sdk import Validator, validating
from tests.word.word_examples import NEW

SOUND = write(unchanged(NEW))


def faulty(old: str, new: str) -> bytes:
    """The sound file with other words in its document."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(SOUND)) as sound, zipfile.ZipFile(made, "w") as other:
        for name in sound.namelist():
            data = sound.read(name)
            other.writestr(name, data.replace(old.encode(), new.encode()) if name == "word/document.xml" else data)
    return made.getvalue()


FILES = {
    "hel": SOUND,
    "åtta fel": faulty("<w:pPr>", '<w:pPr><w:jc w:val="öst"/>'),
    "främmande": faulty("<w:body>", "<w:body><w:ny/>"),
    "trasig": b"PK",
}


@pytest.mark.slow
def test_each_file_is_judged_as_if_it_were_alone(ooxml_validator: Validator, tmp_path: Path) -> None:
    for name, data in FILES.items():
        (tmp_path / f"{name}.docx").write_bytes(data)
    files = [tmp_path / f"{name}.docx" for name in (*FILES, "saknas", "hel")]
    alone = {file: judged_alone(ooxml_validator, file) for file in files}
    assert [bool(faults) for faults in alone.values()] == [False, True, True, True, True]
    assert [ooxml_validator.faults(file) for file in files] == [alone[file] for file in files]


def judged_alone(validator: Validator, file: Path) -> list[object]:
    done = subprocess.run([validator.program, file], capture_output=True, text=True, timeout=200)
    return list(json.loads(done.stdout)["errors"])


def test_a_program_that_says_nothing_has_not_judged(tmp_path: Path) -> None:
    silent = tmp_path / "silent"
    silent.write_text("#!/bin/sh\nread file\n", "utf-8")
    silent.chmod(0o755)
    with validating(silent, tmp_path) as validator, pytest.raises(AssertionError, match="did not answer"):
        validator.faults(tmp_path / "a.docx")
