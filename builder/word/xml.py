"""XML at its lowest: namespaces, escaping, and a parser that fetches and expands nothing."""

import re
from typing import Final

from lxml import etree

__all__ = [
    "CP",
    "CT",
    "DC",
    "DCTERMS",
    "DECLARATION",
    "NAMESPACES",
    "REL",
    "VT",
    "XSI",
    "R",
    "W",
    "attribute",
    "clean",
    "escape",
    "parse",
    "serialise",
    "tag",
    "value",
]  # fmt: skip

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
REL: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
CT: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
CP: Final = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
VT: Final = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
DC: Final = "http://purl.org/dc/elements/1.1/"
DCTERMS: Final = "http://purl.org/dc/terms/"
XSI: Final = "http://www.w3.org/2001/XMLSchema-instance"

DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
NAMESPACES: Final = f'xmlns:w="{W}" xmlns:r="{R}"'

FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def clean(text: str) -> str:
    """Text without the characters that XML forbids: each becomes U+FFFD."""
    return text if text.isprintable() else FORBIDDEN.sub("\ufffd", text)


def escape(text: str) -> str:
    """Text as it may stand between tags."""
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def attribute(text: str) -> str:
    """Text as it may stand in a double-quoted attribute."""
    return escape(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;").replace("\r", "&#13;")


def tag(name: str, namespace: str = W) -> str:
    """A name as lxml wants it."""
    return f"{{{namespace}}}{name}"


def value(element: etree._Element | None, name: str = "val") -> str:
    """An attribute in Word's namespace, or an empty text."""
    return "" if element is None else element.get(tag(name)) or ""


def parse(data: bytes, *, own: bool = False) -> etree._Element:
    """The root of an XML part. Raises `etree.XMLSyntaxError`; entities and addresses are never followed.

    `own`: written here and not from outside, so that no limit of size is needed."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=own)
    return etree.fromstring(data, parser)


def serialise(root: etree._Element) -> bytes:
    """An XML part as bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
