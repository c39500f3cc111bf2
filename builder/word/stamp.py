"""Whom a file is sent to, put into a file that is the same for all: nothing that is read in it changes."""

from lxml import etree

from builder.word.manifest import MANIFEST, SET
from builder.word.package import pack, unpack
from builder.word.xml import VT, parse, serialise, tag

__all__ = ["stamped"]

PROPERTIES = "docProps/custom.xml"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
RECIPIENT = "mottagare"


def stamped(data: bytes, recipient: str) -> bytes:
    """A file that `write` made, with the id of the recipient in its manifest and its properties."""
    parts = unpack(data)
    for name in [name for name in parts if name.startswith("customXml/item")]:
        root = parse(parts[name], own=True)
        if root.tag == tag("manifest", MANIFEST):
            root.set(RECIPIENT, recipient)
            parts[name] = serialise(root)
    root = parse(parts[PROPERTIES])
    _add_property(root, recipient)
    return pack({**parts, PROPERTIES: serialise(root)})


def _add_property(root: etree._Element, recipient: str) -> None:
    numbers = [int(element.get("pid", "1")) for element in root]
    added = etree.SubElement(root, tag("property", CUSTOM), fmtid=SET, pid=str(max(numbers, default=1) + 1))
    added.set("name", RECIPIENT.capitalize())
    etree.SubElement(added, tag("lpwstr", VT)).text = recipient
