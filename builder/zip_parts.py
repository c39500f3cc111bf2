"""A zip file from outside as named parts, whatever it says of itself: nothing is unpacked that could fill the memory.

Word files, workbooks and templates are zip files. Who opens one says in its own words what is wrong, and looks through
the list of parts before any is read.
"""

import zipfile
import zlib
from collections.abc import Callable, Sequence
from io import BytesIO

__all__ = [
    "LARGEST_FILE", "LARGEST_WHOLE", "MOST_PARTS", "OLE", "DamagedError", "NoZipError", "TooLargeError",
    "is_overpacked", "parts",
]  # fmt: skip

LARGEST_FILE = 20_000_000
LARGEST_WHOLE = 100_000_000
LARGEST_PART = 60_000_000
MOST_PARTS = 500
MOST_SQUEEZED, SMALL = 200, 1_000_000
"""How many times smaller than itself a part larger than this may be."""

OLE = b"\xd0\xcf\x11\xe0"
"""What a file begins with that is locked with a password, or in the format before 2007."""


class NoZipError(Exception):
    """The file is no zip file."""


class DamagedError(Exception):
    """A part cannot be read."""


class TooLargeError(Exception):
    """A part holds more than it may; the message is its name."""


def parts(data: bytes, look_through: Callable[[Sequence[zipfile.ZipInfo]], None]) -> dict[str, bytes]:
    """The parts by name, without folders. `look_through` raises what it will for a list of parts that is refused."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            look_through(entries)
            return {entry.filename: _content(archive, entry) for entry in entries if not entry.is_dir()}
    except zipfile.BadZipFile as fault:
        raise NoZipError from fault
    except (zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError) as fault:
        # what zipfile raises for a part that is cut off, packed in an unknown way, locked or out of place
        raise DamagedError from fault


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes that are there, whatever the file says of their number."""
    with archive.open(entry) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise TooLargeError(entry.filename)
    return data


def is_overpacked(entry: zipfile.ZipInfo) -> bool:
    """True for a part that would become unreasonably much larger."""
    return entry.file_size > SMALL and entry.file_size > MOST_SQUEEZED * max(1, entry.compress_size)
