"""A zip file from outside as named parts: refused before it can do harm."""

from collections.abc import Sequence
from zipfile import ZipInfo

from lxml import etree

from builder import zip_parts

__all__ = ["FileError", "opened", "parsed"]

NOT_OFFICE = "Filen är ingen Word-fil (.docx) eller Excel-fil (.xlsx)."
OLD = "Filen är lösenordsskyddad eller sparad i ett gammalt format. Spara den som .docx eller .xlsx utan lösenord."
LARGE = "Filen är för stor ({what}) och öppnas inte. En fil från Överens är mindre."
STRANGE = "Filen innehåller något som inte hör hemma i den ({what}) och öppnas inte."
DAMAGED = "Filen är skadad och kan inte läsas."


class FileError(Exception):
    """The file cannot be read, or must not be. The text is Swedish and says why."""


def opened(data: bytes) -> dict[str, bytes]:
    """The parts of an office file by name; FileError for what is too large, hidden or out of place."""
    if len(data) > zip_parts.LARGEST_FILE:
        raise FileError(LARGE.format(what="mer än 20 MB"))
    if data.startswith(zip_parts.OLE):
        raise FileError(OLD)
    try:
        return zip_parts.parts(data, _refuse)
    except zip_parts.NoZipError:
        raise FileError(DAMAGED if data.startswith(b"PK") else NOT_OFFICE) from None
    except zip_parts.DamagedError:
        raise FileError(DAMAGED) from None
    except zip_parts.TooLargeError:
        raise FileError(LARGE.format(what="en del på mer än 60 MB")) from None


def _refuse(entries: Sequence[ZipInfo]) -> None:
    if len(entries) > zip_parts.MOST_PARTS:
        raise FileError(LARGE.format(what=f"fler än {zip_parts.MOST_PARTS} delar"))
    if sum(entry.file_size for entry in entries) > zip_parts.LARGEST_WHOLE:
        raise FileError(LARGE.format(what="mer än 100 MB uppackad"))
    names = [entry.filename for entry in entries]
    if len(set(names)) < len(names):
        raise FileError(STRANGE.format(what="samma del två gånger"))
    for entry in entries:
        _refuse_entry(entry)


def _refuse_entry(entry: ZipInfo) -> None:
    if entry.flag_bits & 1:
        raise FileError(OLD)
    if entry.filename.startswith("/") or ".." in entry.filename.split("/") or "\\" in entry.filename:
        raise FileError(STRANGE.format(what="en del som pekar utanför filen"))
    if "vbaproject" in entry.filename.lower():
        raise FileError(STRANGE.format(what="makron"))
    if zip_parts.is_overpacked(entry):
        raise FileError(LARGE.format(what="orimligt hårt packad"))


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
