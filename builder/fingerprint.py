"""Fingerprints: of a clause's wording alone, and of everything a document prints."""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from builder.model import Document, plain_text

__all__ = ["document_fingerprint", "wording_fingerprint"]


def wording_fingerprint(text: Iterable[str]) -> str:
    """SHA-256 (hex) of a clause's plain text: the same for re-wrapped lines, emphasis, list markers and NFC or NFD."""
    return hashlib.sha256("\n".join(map(_normal, text)).encode("utf-8", "surrogatepass")).hexdigest()


@lru_cache(maxsize=1 << 15)
def _normal(line: str) -> str:
    """A paragraph as it counts. Most stand in two versions, and in the prints of a clause and of its document."""
    return " ".join(unicodedata.normalize("NFC", line).split())


def document_fingerprint(document: Document) -> str:
    """SHA-256 (hex) of all that a document prints, in order: title, numbers, words, annexes."""
    lines = [document.edition.title]
    for section in document.sections:
        lines += [section.id, section.number, *plain_text(section)]
    return wording_fingerprint(lines)
