"""LibreOffice as the tests ask it: one for all tests of a process, since it takes two seconds to start."""

import json
import subprocess
from functools import cache
from pathlib import Path
from typing import IO, Any

__all__ = ["Reading", "read"]

READER = Path(__file__).parent / "libreoffice_reader.py"
Reading = dict[str, Any]


def read(soffice: Path, uno_python: Path, work: list[tuple[str, Path]], *more: str) -> list[Reading]:
    """What LibreOffice reads of each file, of files of the same bytes once. `more`: "looks" where they are wanted."""
    wanted = [(what, path.read_bytes()) for what, path in work]
    once = dict(zip(reversed(wanted), reversed(work), strict=True))
    given, said = running(soffice, uno_python)
    print(json.dumps({"work": [(what, str(path)) for what, path in once.values()], "more": more}), file=given)
    given.flush()
    answer = said.readline()
    if not answer:
        running.cache_clear()
    assert answer, "LibreOffice broke off"
    readings: dict[tuple[str, bytes], Reading] = dict(zip(once, json.loads(answer), strict=True))
    return [readings[each] for each in wanted]


@cache
def running(soffice: Path, uno_python: Path) -> tuple[IO[str], IO[str]]:
    """Where to ask a reader that runs, and where it answers. It ends when nobody can ask it any more."""
    process = subprocess.Popen(
        [uno_python, READER, soffice], stdin=subprocess.PIPE, stdout=subprocess.PIPE, encoding="utf-8"
    )
    assert process.stdin is not None
    assert process.stdout is not None
    return process.stdin, process.stdout
