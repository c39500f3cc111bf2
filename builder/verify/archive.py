"""A zip file from outside as named parts: refused before it can do harm."""

import zipfile
import zlib
from io import BytesIO

from lxml import etree

__all__ = ["FileError", "opened", "parsed"]

LARGEST_FILE = 20_000_000
LARGEST_WHOLE = 100_000_000
LARGEST_PART = 60_000_000
MOST_PARTS = 500
MOST_SQUEEZED = 200
SMALL = 1_000_000

NOT_OFFICE = "Filen är ingen Word-fil (.docx) eller Excel-fil (.xlsx)."
OLD = "Filen är lösenordsskyddad eller sparad i ett gammalt format. Spara den som .docx eller .xlsx utan lösenord."
LARGE = "Filen är för stor ({what}) och öppnas inte. En fil från Överens är mindre."
STRANGE = "Filen innehåller något som inte hör hemma i den ({what}) och öppnas inte."
DAMAGED = "Filen är skadad och kan inte läsas."
OLE = b"\xd0\xcf\x11\xe0"


class FileError(Exception):
    """The file cannot be read, or must not be. The text is Swedish and says why."""


def opened(data: bytes) -> dict[str, bytes]:
    """The parts of an office file by name; FileError for what is too large, hidden or out of place."""
    if len(data) > LARGEST_FILE:
        raise FileError(LARGE.format(what="mer än 20 MB"))
    if data.startswith(OLE):
        raise FileError(OLD)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _refuse(entries)
            return {entry.filename: _content(archive, entry) for entry in entries if not entry.is_dir()}
    except zipfile.BadZipFile:
        raise FileError(DAMAGED if data.startswith(b"PK") else NOT_OFFICE) from None
    except (zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError):
        # what zipfile raises for a part that is cut off, packed in an unknown way, locked or out of place
        raise FileError(DAMAGED) from None


def _refuse(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_PARTS:
        raise FileError(LARGE.format(what=f"fler än {MOST_PARTS} delar"))
    if sum(entry.file_size for entry in entries) > LARGEST_WHOLE:
        raise FileError(LARGE.format(what="mer än 100 MB uppackad"))
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise FileError(STRANGE.format(what="samma del två gånger"))
    for entry in entries:
        _refuse_entry(entry)


def _refuse_entry(entry: zipfile.ZipInfo) -> None:
    if entry.flag_bits & 1:
        raise FileError(OLD)
    if entry.filename.startswith("/") or ".." in entry.filename.split("/") or "\\" in entry.filename:
        raise FileError(STRANGE.format(what="en del som pekar utanför filen"))
    if "vbaproject" in entry.filename.lower():
        raise FileError(STRANGE.format(what="makron"))
    if entry.file_size > SMALL and entry.file_size > MOST_SQUEEZED * max(1, entry.compress_size):
        raise FileError(LARGE.format(what="orimligt hårt packad"))


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The bytes that are there, whatever the file says of their number."""
    with archive.open(entry) as stream:
        data = stream.read(LARGEST_PART + 1)
    if len(data) > LARGEST_PART:
        raise FileError(LARGE.format(what="en del på mer än 60 MB"))
    return data


def parsed(data: bytes) -> etree._Element:
    """The root of an XML part; nothing is fetched or expanded, and a document type is refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FileError(DAMAGED) from None
    if root.getroottree().docinfo.doctype:  # type: ignore[union-attr]  # lxml-stubs 0.5.1 does not know it
        raise FileError(STRANGE.format(what="en dokumenttyp"))
    return root
