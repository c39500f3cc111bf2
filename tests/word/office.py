"""LibreOffice as the tests ask it: one for all tests of a process, since it takes two seconds to start."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import IO, Any

__all__ = ["Reading", "read", "saved"]

READER = Path(__file__).parent / "libreoffice_reader.py"
FILTERS = {
    (".docx", ".docx"): "MS Word 2007 XML", (".docx", ".pdf"): "writer_pdf_Export",
    (".pptx", ".pdf"): "impress_pdf_Export", (".xlsx", ".xlsx"): "Calc MS Excel 2007 XML",
}  # fmt: skip
"""What LibreOffice calls the way from one kind of file to another."""

Reading = dict[str, Any]


def read(soffice: Path, uno_python: Path, work: list[tuple[str, Path]], *more: str) -> list[Reading]:
    """What LibreOffice reads of each file, of files of the same bytes once. `more`: "looks" where they are wanted."""
    wanted = [(what, path.read_bytes()) for what, path in work]
    once = dict(zip(reversed(wanted), reversed(work), strict=True))
    asked = {"work": [(what, str(path)) for what, path in once.values()], "more": more}
    readings: dict[tuple[str, bytes], Reading] = dict(zip(once, answer(soffice, uno_python, asked), strict=True))
    return [readings[each] for each in wanted]


def saved(soffice: Path, uno_python: Path, file: Path, ending: str) -> Path:
    """The file as LibreOffice saves it with that ending, beside it."""
    target = file.with_name(f"{file.stem}-sparad{ending}")
    work = [("save", str(file), str(target), FILTERS[file.suffix, ending])]
    answer(soffice, uno_python, {"work": work, "more": ()})
    return target


def answer(soffice: Path, uno_python: Path, asked: dict[str, Any]) -> list[Any]:
    """What the reader that runs says when it is asked."""
    given, said = running(soffice, uno_python)
    print(json.dumps(asked), file=given, flush=True)
    line = said.readline()
    if not line:
        running.cache_clear()
    assert line, "LibreOffice broke off"
    return list(json.loads(line))


@cache
def running(soffice: Path, uno_python: Path) -> tuple[IO[str], IO[str]]:
    """Where to ask a reader that runs, and where it answers. It ends when nobody can ask it any more."""
    process = subprocess.Popen(
        [uno_python, READER, soffice], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout
