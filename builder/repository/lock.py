"""One run at a time where two would undo each other's work."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from tempfile import gettempdir

from builder.repository.fault import RepositoryError

__all__ = ["alone"]

PATIENCE = 20.0
"""Seconds to wait for another run; what is done under a lock takes a fraction of one."""

PAUSE = 0.02
BUSY = "{path} skrivs av en annan körning av overens. Vänta tills den är klar och kör igen."

if sys.platform == "win32":
    import msvcrt

    def _take(file: int) -> None:
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(file: int) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


@contextmanager
def alone(path: Path) -> Iterator[None]:
    """Hold a file or folder against other runs of this user. The lock ends with the process, however that ends."""
    name = sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:32]
    file = os.open(Path(gettempdir(), f"overens-{name}.lock"), os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _wait(file, path)
        yield
    finally:
        os.close(file)


def _wait(file: int, path: Path) -> None:
    end = time.monotonic() + PATIENCE
    while True:
        try:
            return _take(file)
        except (BlockingIOError, PermissionError):
            if time.monotonic() > end:
                raise RepositoryError(BUSY.format(path=path)) from None
            time.sleep(PAUSE)
