"""What a file says of itself: which document and version it is, and to whom it was sent."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from builder.verify.archive import opened, parsed

__all__ = ["Clause", "Identity", "identity", "pdf_identity", "workbook_identity"]

MANIFEST = "urn:overens:manifest:1"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
KEYWORDS = re.compile(rb"<pdf:Keywords>([^<]{1,2000})</pdf:Keywords>")
COMMIT = re.compile(r"[0-9a-f]{40}")
CREATED = re.compile(rb"/CreationDate\s*\(D:(\d{4})(\d\d)(\d\d)")
RECIPIENT = re.compile(r"[a-z][a-z0-9-]{0,40}")
"""The id of a recipient; a checksum or a version's id is longer."""

LONGEST = 200
"""Signs of what a file says of itself that are taken in."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause that the file says it holds."""

    id: str
    bookmark: str
    number: str
    title: str


@dataclass(frozen=True, slots=True)
class Identity:
    """What the file says; nothing of it is trusted. `since` is what a redline compares with; `form` is
    true for a form to fill in, which holds `answers`."""

    document: str
    version: str
    commit: str = ""
    checksum: str = ""
    date: str = ""
    variant: str = ""
    since: str = ""
    recipient: str = ""
    form: bool = False
    clauses: tuple[Clause, ...] = ()
    answers: tuple[Clause, ...] = ()


def identity(parts: Mapping[str, bytes]) -> Identity | None:
    """From the manifest, or from the file's properties where that is lost; None when the file says nothing."""
    for name in sorted(parts):
        if name.startswith("customXml/") and MANIFEST.encode() in parts[name]:
            root = parsed(parts[name])
            if root.tag == f"{{{MANIFEST}}}manifest":
                return _identity({str(name): str(text) for name, text in root.attrib.items()}, root)
    said = _properties(parts.get("docProps/custom.xml"))
    return _identity(said) if said.get("dokument") else None


def _identity(said: Mapping[str, str], root: etree._Element | None = None) -> Identity:
    def word(name: str) -> str:
        return _shown(said.get(name, ""))

    return Identity(
        word("dokument"), word("version"), word("version-id"), word("kontrollsumma"), word("datum"), word("upplaga"),
        word("jämförd-med"), word("mottagare"), bool(word("formulär")),
        *(tuple(_clauses(root, name)) if root is not None else () for name in ("klausul", "svar")),
    )  # fmt: skip


def _shown(text: str) -> str:
    """A text that can be printed: nothing in it moves the cursor."""
    return "".join(sign for sign in " ".join(text.split()) if sign.isprintable())[:LONGEST]


def _clauses(root: etree._Element, name: str) -> Iterator[Clause]:
    for row in root.iter(f"{{{MANIFEST}}}{name}"):
        number, title = row.get("nummer", ""), " ".join((row.text or "").split())
        yield Clause(row.get("id", ""), row.get("bokmärke", ""), number, title)


OTHER_NAMES = {"versions-id": "version-id"}


def _properties(part: bytes | None) -> dict[str, str]:
    if part is None:
        return {}
    rows = parsed(part).iter(f"{{{CUSTOM}}}property")
    said = ((row.get("name", "").lower(), "".join(str(text) for text in row.itertext()).strip()) for row in rows)
    return {OTHER_NAMES.get(name, name): text for name, text in said}


def workbook_identity(data: bytes) -> Identity | None:
    """What a workbook says of itself; FileError when it must not be or cannot be read."""
    return identity(opened(data))


def pdf_identity(data: bytes) -> Identity | None:
    """What a PDF of ours says in its metadata: document, version and the version's id."""
    found = KEYWORDS.search(data)
    words = [_shown(word) for word in found[1].decode("utf-8", "replace").split(",")] if found else []
    commit = next((word for word in words if COMMIT.fullmatch(word)), "")
    day = CREATED.search(data)
    date = "-".join(part.decode() for part in day.groups()) if day else ""
    recipient = words[-1] if len(words) > 2 and RECIPIENT.fullmatch(words[-1]) else ""
    return Identity(words[0], words[1], commit, date=date, recipient=recipient) if len(words) > 2 else None
