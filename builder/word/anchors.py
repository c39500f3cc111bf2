"""Bookmarks: a name for every section, by which references, contents and the manifest find its heading."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from builder.redline import MarkedSection, in_new, in_old

__all__ = ["Anchors", "anchors", "bookmark"]

UNFIT = re.compile(r"[^A-Za-z0-9_]+")
ROOM = 28


@lru_cache(maxsize=1 << 14)
def bookmark(section: str, old: bool = False) -> str:
    """A name that Word takes: a letter first, letters, digits and underscore, at most 40 characters, stable."""
    digest = hashlib.sha256(section.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    readable = UNFIT.sub("_", section)[:ROOM].strip("_")
    return f"{'f' if old else 'k'}_{readable}_{digest}"


@dataclass(frozen=True, slots=True)
class Anchors:
    """The bookmark of each section as the new text, and as the old text, refers to it.

    A section that moved has two: a mark inside moved text goes with it when the move is rejected, and
    LibreOffice 7.4 then prints "Error: Reference source not found" for a reference left behind."""

    new: Mapping[str, str]
    old: Mapping[str, str]

    def split(self, section: str) -> bool:
        """True when a kept reference to the section cannot stand: its target is another in the old text."""
        return self.old.get(section) != self.new.get(section)


def anchors(sections: tuple[MarkedSection, ...]) -> Anchors:
    """The bookmarks of a redline."""
    new = {section.id: bookmark(section.id) for section in sections if in_new(section.fate)}
    old: dict[str, str] = {}
    for section in sections:
        if in_old(section.fate):
            name = of(section)
            old[section.old_id or section.id] = name
            old.setdefault(section.id, name)
    return Anchors(new, old)


def of(section: MarkedSection) -> str:
    """The bookmark that stands on this heading."""
    return bookmark(section.id, old=not in_new(section.fate))
