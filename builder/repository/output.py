"""Output is built aside and moved into place whole, so that what was there stays until the new is ready."""

import os
import shutil
import zipfile
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from io import BytesIO
from pathlib import Path, PurePosixPath

from builder.repository.fault import RepositoryError, disk_fault
from builder.repository.lock import alone

__all__ = ["fill_outputs", "mark", "packed", "write_file", "write_outputs", "write_stream"]

MARK = ".overens"
EPOCH = (1980, 1, 1, 0, 0, 0)
SQUEEZED = (".docx", ".xlsx", ".pdf", ".pptx")
"""Already as small as they get."""

FOREIGN = (
    "Mappen {folder} innehåller annat än utdata från overens, och det skulle försvinna. "
    "Ange en annan mapp med --out, eller töm den."
)
A_FILE = "{folder} är en fil och inte en mapp. Ange en annan mapp med --out."
NO_FILE = "{path} är en enhet och inte en fil. Ange en fil med -o."


def write_outputs(folder: Path, files: Mapping[str, bytes]) -> None:
    """Make a folder hold these files (path with "/" → content) and nothing else."""
    write_stream(folder, files.items())


def write_stream(folder: Path, files: Iterable[tuple[str, bytes]]) -> None:
    """The same for files that are made one by one, so that not all are held at once."""
    fill_outputs(folder, lambda aside: _fill(aside, files))


def fill_outputs(folder: Path, fill: Callable[[Path], None]) -> None:
    """The same for a folder that something else fills: it is given an empty one beside it, on the same disk.

    A fault on the way leaves the folder as it was. Of two runs at the same time the last to end stays, whole."""
    target = Path(os.path.realpath(folder))
    aside, old = _beside(target, "ny"), _beside(target, "gammal")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _clean(target)
        _guard(target)
        try:
            aside.mkdir()
            fill(aside)
            mark(aside)
            with alone(target):
                _guard(target)
                _swap(aside, target, old)
        finally:
            _remove(aside)
            _remove(old)
    except OSError as error:
        raise disk_fault(f"Mappen {folder} kan inte skrivas", error) from None


def mark(folder: Path) -> None:
    """Say that a folder that another program filled is output, and may be replaced."""
    (folder / MARK).touch()


def write_file(path: Path, content: bytes) -> None:
    """Make a file hold this content; whoever reads it meanwhile sees the old content or the new."""
    target = Path(os.path.realpath(path))
    aside = _beside(target, "ny")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _refuse_device(path, target)
        _clean(target)
        try:
            aside.write_bytes(content)
            if target.is_file():
                shutil.copymode(target, aside)
            aside.replace(target)
        finally:
            _remove(aside)
    except OSError as error:
        raise disk_fault(f"Filen {path} kan inte skrivas", error) from None


def packed(files: Mapping[str, bytes]) -> bytes:
    """A zip file, the same bytes for the same files: sorted, dated 1980."""
    data = BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_STORED if name.endswith(SQUEEZED) else zipfile.ZIP_DEFLATED
            archive.writestr(entry, files[name], compresslevel=6)
    return data.getvalue()


def _beside(target: Path, what: str) -> Path:
    """A neighbour of the target: the same disk, so that a move is one step. Its name says whose it is."""
    return target.with_name(f".{target.name}.overens-{what}-{os.getpid()}")


def _refuse_device(path: Path, target: Path) -> None:
    """What is moved into the place of a pipe or a device (/dev/null, by root) would take it from the whole machine."""
    if target.exists() and not (target.is_file() or target.is_dir()):
        raise RepositoryError(NO_FILE.format(path=path))


def _guard(target: Path) -> None:
    """Replace only what is missing, empty or ours."""
    if not target.exists():
        return
    if not target.is_dir():
        raise RepositoryError(A_FILE.format(folder=target))
    if not (target / MARK).is_file() and any(target.iterdir()):
        raise RepositoryError(FOREIGN.format(folder=target))


def _fill(aside: Path, files: Iterable[tuple[str, bytes]]) -> None:
    for name, content in files:
        inner = PurePosixPath(name)
        if inner.is_absolute() or ".." in inner.parts or "\\" in name or ":" in name:
            raise RepositoryError(f"Utdata får inte skrivas utanför mappen: ”{name}”.")
        place = aside / inner
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _swap(aside: Path, target: Path, old: Path) -> None:
    """Put the new folder in the old one's place; whatever stops us, one of them stands there."""
    try:
        if target.exists():
            target.rename(old)
        aside.rename(target)
    except BaseException:
        if old.exists() and not target.exists():
            old.rename(target)
        raise


def _clean(target: Path) -> None:
    """Take away what a killed run left behind, and put back the output it had set aside."""
    for left in sorted(target.parent.glob(f".{target.name}.overens-*-*")):
        if not _is_running(left.name.rpartition("-")[2]):
            if "-gammal-" in left.name and not target.exists():
                left.rename(target)
            _remove(left)


def _is_running(process: str) -> bool:
    """Whether the run that made a folder still goes on. On Windows its open files keep it from being removed."""
    if os.name != "posix" or not process.isdigit():
        return False
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return int(process) != os.getpid()


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        with suppress(OSError):
            path.unlink(missing_ok=True)
