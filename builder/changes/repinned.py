"""References that were moved from one version of another agreement to another, while the clause they lead to says
something else there: who reads the reference is led to other words."""

import re
from collections.abc import Iterator, Sequence

from builder.changes.cause import Cause, joined
from builder.changes.citations import OTHERS, marks_beside
from builder.changes.edits import WORD, Edit, placed, whole
from builder.changes.snippet import pinned
from builder.changes.weighed import PLACES
from builder.model import OutsideLink, Text
from builder.redline import MarkedSection, Repin

__all__ = ["repinned", "repinned_causes", "without_numbers"]

Found = dict[str, tuple[frozenset[str], str]]
"""From each clause to the versions it is pinned to, and the words that lead to it."""
NUMBER = re.compile(r"\s*\d+(?:\.\d+)*\s*")


def repinned(section: MarkedSection, before: MarkedSection | None = None) -> tuple[Repin, ...]:
    """The references of a section that lead to another version than they did."""
    return tuple(repin for repin, _ in _repinned(section, before))


def repinned_causes(section: MarkedSection, before: MarkedSection | None, weighty: frozenset[Repin]) -> Iterator[Cause]:
    """Those of them that lead to other words i sak."""
    for repin, words in _repinned(section, before) if weighty else ():
        if repin in weighty:
            yield Cause("pin", f"{words}, {repin.old}", repin.new)


def without_numbers(found: Sequence[Edit]) -> list[Edit]:
    """Edits without those of a section's number that only follow the version: "utkast-3, avsnitt 2.1"."""
    moved = [edit.spans for edit in found if pinned(edit)]
    return [edit for edit in found if not (_is_number(edit) and any(edit.spans is spans for spans in moved))]


def _is_number(edit: Edit) -> bool:
    before = WORD.findall(edit.before)[-1:]
    return PLACES.issuperset(before) and all(NUMBER.fullmatch(joined(side)) for side in (edit.old, edit.new))


def _repinned(section: MarkedSection, before: MarkedSection | None) -> Iterator[tuple[Repin, str]]:
    old, new = (_pins(section, before, other) for other in OTHERS)
    for clause in sorted(old.keys() & new.keys()):
        gone, came = old[clause][0] - new[clause][0], new[clause][0] - old[clause][0]
        for was in sorted(gone):
            yield from ((Repin(clause, was, now), new[clause][1]) for now in sorted(came))


def _pins(section: MarkedSection, before: MarkedSection | None, other: str) -> Found:
    """What stands on a side: all but what stands on the other alone."""
    found: Found = {}
    for each in placed(section, before):
        spans = each.paragraph.spans if whole(each.fate) != other else ()
        for span in spans:
            if isinstance(span.inline, Text) and whole(span.fate) != other:
                link = marks_beside(span, span.inline, other).link
                if isinstance(link, OutsideLink) and link.version:
                    known, words = found.get(link.clause, (frozenset[str](), ""))
                    found[link.clause] = known | {link.version}, (words or span.inline.text).strip()
    return found
