"""Clauses and documents as the writing group keeps them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from builder.model import Block, Facts, Position, Reason

__all__ = ["Acceptance", "Assembly", "Chapter", "Clause", "Entry", "Exhibit", "Include"]


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that may stand, and why. `text` are the words it is about; empty means every finding of the code."""

    code: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause file. `id` is folder/file name without ending; `keys` gives each header key's place
    (the value's, for a list "key.0", "key.1" its items'); `body_line` the line the body begins on."""

    id: str
    path: str
    title: str
    facts: Facts = Facts()
    body: tuple[Block, ...] = ()
    former: tuple[str, ...] = ()
    replaces: str = ""
    accepted: tuple[Acceptance, ...] = ()
    language: str = ""
    keys: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Include:
    """A clause in an assembly, with the clauses that stand under it."""

    clause: str
    children: tuple["Entry", ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the assembly's own, with what stands under it."""

    title: str
    children: tuple["Entry", ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table or a picture of the registers, by its id, with a heading of its own."""

    kind: Literal["table", "picture"]
    name: str
    position: Position | None = field(default=None, compare=False)

    @property
    def children(self) -> tuple["Entry", ...]:
        """Nothing stands under a table or a picture."""
        return ()


Entry = Include | Chapter | Exhibit


@dataclass(frozen=True, slots=True)
class Assembly:
    """A document's contents: `name` is the file name without ending, `agreement` an id of avtal.yml or empty.

    A `supporting` document belongs to the agreement and follows its versions, but is not its text. One
    made for each party has a `party`. One with `slides` is also made as a presentation. `reasons`: why clauses went,
    and why what has no file of its own changed.
    """

    name: str
    path: str
    title: str
    kind: str = ""
    agreement: str = ""
    template: str = ""
    contents: tuple[Entry, ...] = ()
    annexes: tuple[str, ...] = ()
    language: str = ""
    supporting: bool = False
    party: str = ""
    slides: bool = False
    reasons: tuple[Reason, ...] = ()
    keys: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries at every depth, in no order that means anything. No recursion: a hostile file nests deep."""
        found, left = [], list(self.contents)
        while left:
            entry = left.pop()
            left += entry.children
            found.append(entry)
        return tuple(found)

    @property
    def clauses(self) -> frozenset[str]:
        """The ids of the clauses it holds."""
        return frozenset(entry.clause for entry in self.entries if isinstance(entry, Include))
