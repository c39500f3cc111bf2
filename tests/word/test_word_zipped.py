"""Our own zip files are those that the standard library writes, and that it and others read."""

import subprocess
import zipfile
from io import BytesIO
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.word.zipped import zipped
from tests.conftest import program

NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\0/\\"), min_size=1, max_size=20)
PARTS = st.dictionaries(NAMES, st.binary(max_size=4000), max_size=6)


def by_the_library(parts: dict[str, bytes]) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            entry.create_system = 0
            entry.external_attr = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, data, compresslevel=6)
    return made.getvalue()


@given(PARTS)
def test_the_bytes_are_those_of_the_standard_library(parts: dict[str, bytes]) -> None:
    assert zipped(parts.items()) == by_the_library(parts)


def test_another_program_finds_no_fault(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped([("a.xml", b"<a/>" * 900), ("b/tom.xml", b"")]))
    done = subprocess.run([program("unzip"), "-t", tmp_path / "a.zip"], capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
