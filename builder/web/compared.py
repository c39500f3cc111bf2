"""Two texts that the site compares: all that its pages tell of them, without the words that are marked."""

from dataclasses import dataclass

from builder.changes import ChangeKind, Line
from builder.model import Edition

__all__ = ["Compared", "Side", "Told", "side"]


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two texts."""

    version: str
    date: str


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words. `old_id`: what a clause was called before, where that is another name."""

    kind: ChangeKind
    is_clause: bool
    old_id: str
    line: Line


@dataclass(frozen=True, slots=True)
class Compared:
    """A comparison of two texts of the document `name`: its changes in order, how many there are of each grade, and its
    page as Markdown."""

    name: str
    title: str
    agreement: str
    supporting: bool
    old: Side | None
    new: Side
    told: tuple[Told, ...]
    counted: str
    page: str


def side(edition: Edition) -> Side:
    """What the site tells of a compared text."""
    return Side(edition.version, edition.date)
