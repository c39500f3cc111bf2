"""Fingerprints: of a clause's wording alone, and of everything a document prints."""

import hashlib
import unicodedata
from collections.abc import Iterable

from builder.model import Document, Section, plain_text

__all__ = ["document_fingerprint", "wording_fingerprint"]


def wording_fingerprint(section: Section) -> str:
    """SHA-256 (hex) of a clause's words: the same for re-wrapped lines, emphasis, list markers and NFC or NFD."""
    return _digest(plain_text(section))


def document_fingerprint(document: Document) -> str:
    """SHA-256 (hex) of all that a document prints, in order: title, numbers, words, annexes."""
    lines = [document.edition.title]
    for section in document.sections:
        lines += [section.id, section.number, *plain_text(section)]
    return _digest(lines)


def _digest(lines: Iterable[str]) -> str:
    text = "\n".join(" ".join(unicodedata.normalize("NFC", line).split()) for line in lines)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
