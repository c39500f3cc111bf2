"""The changes of several documents together: a clause that went from one and came to another was moved between them."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from builder.changes.edits import WORD
from builder.changes.listing import Change, changes, title
from builder.model import plain_text
from builder.redline import MarkedSection, Redline, accept, reject

__all__ = ["joined"]


@dataclass(frozen=True, slots=True)
class _Whole:
    """A clause that came to a document or went from it, with its words."""

    document: Redline
    change: Change
    words: Counter[str]


def joined(redlines: Sequence[Redline]) -> tuple[tuple[Change, ...], ...]:
    """The changes of each redline, those of clauses that moved to or from another document told as that."""
    found = [tuple(changes(redline)) for redline in redlines]
    if len(redlines) == 1:
        return tuple(found)
    came = [whole for pair in zip(redlines, found, strict=True) for whole in _whole(*pair, "inserted")]
    went = [whole for pair in zip(redlines, found, strict=True) for whole in _whole(*pair, "deleted")]
    told = dict(_pairs(came, went))
    return tuple(tuple(told.get(id(change), change) for change in each) for each in found)


def _whole(redline: Redline, found: Sequence[Change], kind: str) -> Iterator[_Whole]:
    """The clauses of a document that came or that went."""
    wanted = {c.section.id: c for c in found if c.kind == kind and c.section.kind == "clause"}
    for section in accept(redline) if kind == "inserted" else reject(redline):
        if section.id in wanted:
            texts = " ".join(plain_text(section))
            yield _Whole(redline, wanted[section.id], Counter(WORD.findall(texts.lower())))


def _pairs(came: Sequence[_Whole], went: Sequence[_Whole]) -> Iterator[tuple[int, Change]]:
    for new in came:
        for old in went:
            if old.document is not new.document and _is_same(old, new):
                same = old.words == new.words
                yield id(old.change), _told(old.change, f"till {_name(new.change.section, new.document)}", same)
                yield id(new.change), _told(new.change, f"från {_name(old.change.section, old.document)}", same)


def _is_same(old: _Whole, new: _Whole) -> bool:
    """True for a clause by the same id, and for one most of whose words are the same."""
    if old.change.section.id == new.change.section.id:
        return True
    return (old.words & new.words).total() * 2 > max(old.words.total(), new.words.total())


def _name(section: MarkedSection, redline: Redline) -> str:
    return f"{redline.new.title}, {section.number} {title(section)}".replace(",  ", ", ")


def _told(change: Change, way: str, same: bool) -> Change:
    return replace(change, across=way, same_words=same)
