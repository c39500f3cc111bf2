"""Reads a filled-in answer form, wherever it was saved; shares nothing with the writer but the manifest's own words."""

import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
M = "{urn:overens:manifest:1}"


def manifest(data: bytes) -> etree._Element:
    """The manifest, whatever its part is called after a save."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        roots = [
            etree.fromstring(archive.read(name)) for name in archive.namelist() if name.startswith("customXml/item")
        ]
    return next(root for root in roots if root.tag == M + "manifest")


def answers(data: bytes) -> dict[str, list[str]]:
    """For each id what is chosen and written in its row, an empty text where nothing is."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    marks = {str(mark.get(W + "name")): mark for mark in root.iter(W + "bookmarkStart")}
    lines = manifest(data).iter(M + "svar")
    return {str(line.get("id")): list(row(marks[str(line.get("bokmärke"))])) for line in lines}


def row(mark: etree._Element) -> Iterator[str]:
    """What stands in the cell of a mark, if it holds a list, and in those to the right of it."""
    here = next(mark.iterancestors(W + "tc"))
    if next(here.iter(W + "sdt"), None) is not None:
        yield chosen(here)
    for cell in here.itersiblings(W + "tc"):
        yield chosen(cell) if next(cell.iter(W + "sdt"), None) is not None else text(cell)


def chosen(cell: etree._Element) -> str:
    return "" if next(cell.iter(W + "showingPlcHdr"), None) is not None else text(cell)


def text(cell: etree._Element) -> str:
    return "\n".join("".join(t.text or "" for t in line.iter(W + "t")) for line in cell.iter(W + "p"))
