"""What this program is: a fingerprint of its own files, so that what another made is not taken for its work."""

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

__all__ = ["code_fingerprint"]

PROGRAM = str(Path(__file__).parent.parent)
ENDINGS = (".py", ".css", ".js")


@cache
def code_fingerprint() -> str:
    """The same for the same program with the same libraries."""
    made = sha256("\0".join(sorted(_libraries())).encode())
    for path in sorted(_files(PROGRAM)):
        content = Path(path).read_bytes()
        made.update(f"\0{path.removeprefix(PROGRAM)}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()


def _libraries() -> Iterator[str]:
    """Each library that is installed, with its version: read off the folders' names, as asking for the versions took
    a twentieth of a list of references."""
    for place in sys.path:
        with suppress(OSError):
            yield from (path.name for path in Path(place).glob("*.dist-info"))


def _files(folder: str) -> Iterator[str]:
    for entry in os.scandir(folder):
        if entry.is_dir():
            yield from () if entry.name == "__pycache__" else _files(entry.path)
        elif entry.name.endswith(ENDINGS):
            yield entry.path
