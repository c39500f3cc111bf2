"""The laws that a section cites: which it lost, which it got, and which it still cites in another place.

Counted in the whole old text and the whole new one, for a change of words may cut through a citation that stands.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from builder.changes.edits import Placed, Side, placed, whole
from builder.model import LawUse, Marks, Text
from builder.redline import MarkedSection, Span

__all__ = ["OTHERS", "Citations", "citations", "marks_beside"]

OTHERS: tuple[Side, Side] = ("came", "went")
"""What is left out of the old text, and out of the new."""


@dataclass(frozen=True, slots=True)
class Citations:
    """How many times each law is cited in the old text and in the new."""

    old: Counter[str]
    new: Counter[str]

    def is_lost(self, cited: str) -> bool:
        """True for one that stood in more places than it stands."""
        return self.old[cited] > self.new[cited]

    def is_got(self, cited: str) -> bool:
        """True for one that stands in more places than it stood."""
        return self.new[cited] > self.old[cited]

    def stays(self, cited: str) -> bool:
        """True for one that stood before and still stands."""
        return bool(self.old[cited] and self.new[cited])


def citations(section: MarkedSection, before: MarkedSection | None) -> Citations:
    """The citations of a section's two halves."""
    found = list(placed(section, before))
    old, new = (Counter(cited for each in found for cited in _cited(each, other)) for other in OTHERS)
    return Citations(old, new)


def _cited(each: Placed, other: Side) -> Iterator[str]:
    """The citations of a paragraph on a side: all but what stands on the other side alone."""
    if whole(each.fate) == other:
        return
    standing = [_about(span, other) for span in each.paragraph.spans if whole(span.fate) != other]
    yield from (cited for cited, _ in groupby(standing) if cited)


def _about(span: Span, other: Side) -> str:
    """The law that a span cites, as it was or as it is."""
    if not isinstance(span.inline, Text):
        return ""
    about = marks_beside(span, span.inline, other).about
    return f"{about.section} {about.law}".strip() if isinstance(about, LawUse) else ""


def marks_beside(span: Span, text: Text, other: str) -> Marks:
    """The marks of a span's text on a side, which is named by the other one."""
    if other == "went":
        return text.marks
    return span.was.marks if span.was is not None else span.before or text.marks
