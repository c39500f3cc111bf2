"""Review marks: that somebody has looked at a reference as it now is. One small file for each clause and target, so
that two writers' marks never touch the same lines."""

import hashlib
import re
import unicodedata

from builder.library import ReviewMark
from builder.review.citations import Target

__all__ = ["file_name", "fingerprint", "mark_file"]

FOLDER = "clauses/granskat"
UNSAFE = re.compile(r"[^a-z0-9.]+")


def fingerprint(said: str) -> str:
    """Of what a target says: the same for NFC and NFD."""
    return hashlib.sha256(unicodedata.normalize("NFC", said).encode("utf-8", "surrogatepass")).hexdigest()[:16]


def file_name(clause: str, target: Target) -> str:
    """Where the mark of a reference lies, from the project folder."""
    plain = unicodedata.normalize("NFKD", str(target).replace("/", ".")).encode("ascii", "ignore").decode().lower()
    return f"{FOLDER}/{clause}/{UNSAFE.sub('-', plain).strip('-')}.yml"


def mark_file(mark: ReviewMark) -> str:
    """The text of a mark's file."""
    return (
        "# Skriven av overens review. Ändra inte för hand.\n"
        f"klausul: {mark.clause}\nmot: {mark.target}\nfingeravtryck: {mark.fingerprint}\ndatum: {mark.date}\n"
    )
