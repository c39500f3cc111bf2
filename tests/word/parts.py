"""A Word file as a reader of XML sees it; shares nothing with the writer."""

import re
import zipfile
from io import BytesIO

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return etree.fromstring(archive.read(name), etree.XMLParser(huge_tree=True))


def names(data: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.namelist()


def raw(data: bytes, name: str = "word/document.xml") -> str:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name).decode("utf-8")


def stories(data: bytes) -> list[etree._Element]:
    """The body, and the footnotes if there are any."""
    return [part(data, name) for name in ("word/document.xml", "word/footnotes.xml") if name in names(data)]


def pretty(data: bytes, name: str) -> str:
    """A part as text, one element a line, without declarations of namespaces."""
    root = part(data, name)
    etree.indent(root)
    return re.sub(r' xmlns(:\w+)?="[^"]*"', "", etree.tostring(root, encoding="unicode")) + "\n"
