"""Anchors of headings, by the same rule as Python-Markdown's table of contents."""

import re
import unicodedata
from collections.abc import Iterable

from builder.model import Block, Paragraph, words

__all__ = ["anchors", "slug", "unique"]

DROPPED = re.compile(r"[^\w\s-]")
GAP = re.compile(r"[-\s]+")


def slug(text: str) -> str:
    """A heading as an anchor: "Mål och syfte" becomes "mal-och-syfte"."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode("ascii")
    return GAP.sub("-", DROPPED.sub("", plain).strip().lower())


def unique(name: str, taken: set[str], separator: str = "_") -> str:
    """The name, with a number when it is taken; the result is then taken."""
    chosen, count = name, 0
    while chosen in taken:
        count += 1
        chosen = f"{name}{separator}{count}"
    taken.add(chosen)
    return chosen


def anchors(blocks: Iterable[Block]) -> tuple[str, ...]:
    """The anchors of a clause's sub-headings, in order."""
    taken: set[str] = set()
    return tuple(unique(slug(title), taken) for title in _headings(blocks))


def _headings(blocks: Iterable[Block]) -> Iterable[str]:
    return (words(b.content) for b in blocks if isinstance(b, Paragraph) and b.shape.kind == "heading")
