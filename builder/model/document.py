"""A document: its sections in printed order, and what it says of itself."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal

from builder.model.blocks import Block
from builder.model.control import Control
from builder.model.pictures import Picture
from builder.model.text import Inline, Position, words
from builder.model.walk import all_paragraphs

__all__ = [
    "ASSUMED", "Document", "Edition", "Facts", "Question", "Reason", "Section", "SectionKind", "Variant",
    "plain_text",
]  # fmt: skip

ASSUMED = "antagande"
"""The source of what the writing group has proposed and nobody has decided."""

DECIDED = frozenset({"beslutad", "gällande", "upphävd"})
"""Statuses of a text that no longer asks anything."""

Variant = Literal["arbetsversion", "remissversion", "beslutsversion", "gällande"]
"""For whom a file of the text is made, and so what is shown beside the text."""


@dataclass(frozen=True, slots=True)
class Question:
    """An open question to the parties, with its id within the clause."""

    id: str
    text: str
    alternatives: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something changed in a version. `about`: the clause, chapter, table or annex that a document says it of, for
    what has no file of its own; empty where a clause says it of itself."""

    version: str
    why: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is said about a clause rather than in it. `source` is känd, extern, antagande or empty."""

    responsible: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    motive: str = ""
    questions: tuple[Question, ...] = ()
    source: str = ""
    kind: str = ""
    housing: tuple[str, ...] = ()
    reasons: tuple[Reason, ...] = ()
    status: str = ""


SectionKind = Literal["chapter", "clause", "table", "picture", "annex"]


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter, a clause, a table or picture of the registers, or an annex, in printed order; `level` 1 is a chapter.

    `id`: a clause's id ("hemmet/sip"), "kapitel/…", "tabell/…", "bild/…" or "bilaga/…". `number` is printed but never
    compared. `path` is the clause's source file. `former` are the clause's earlier ids.
    """

    id: str
    kind: SectionKind
    level: int
    title: tuple[Inline, ...]
    blocks: tuple[Block, ...] = ()
    number: str = field(default="", compare=False)
    facts: Facts = field(default=Facts(), compare=False)
    path: str = field(default="", compare=False)
    former: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Edition:
    """What a document says of itself on its first page.

    `version`: label of a recorded version, or "arbetskopia". `status`: utkast, remiss, …
    `date`: ISO date of the last commit. `commit`: 40 hex digits, or empty where there is no git
    revision. `checksum`: fingerprint of everything printed. `valid`: only status gällande.
    `supporting`: a document beside the agreement's own text; `party`: the one it is made for, or empty.
    `variant`: for whom this file of it is made; it is no part of the text.
    `recipient`: the id in the list of recipients of the one it is sent to, or empty. A `letter` has no front page.
    """

    title: str
    kind: str = ""
    agreement: str = ""
    agreement_title: str = ""
    parties: str = ""
    version: str = "arbetskopia"
    status: str = "utkast"
    date: str = ""
    commit: str = ""
    checksum: str = ""
    diary: str = ""
    language: str = "sv"
    author: str = "Skrivgruppen"
    supporting: bool = False
    party: str = ""
    variant: Variant = "arbetsversion"
    control: Control = Control()
    recipient: str = ""
    letter: bool = False

    @property
    def valid(self) -> bool:
        """True when the text is in force."""
        return self.status == "gällande"

    @property
    def decided(self) -> bool:
        """True for a text that no longer asks anything."""
        return self.status in DECIDED


@dataclass(frozen=True, slots=True)
class Document:
    """A resolved document. `name` is the assembly's file name without ending; `template` its path or empty.

    `bound` are the words that name those whom its clauses bind ("kommunen"), in lower case.
    """

    name: str
    edition: Edition
    sections: tuple[Section, ...]
    template: str = ""
    bound: frozenset[str] = field(default=frozenset(), compare=False)


def plain_text(section: Section) -> Iterator[str]:
    """Each paragraph of a section as text, title first, table cells in reading order, notes after their paragraph,
    of a picture what it says in words."""
    yield words(section.title)
    for block in section.blocks:
        if isinstance(block, Picture):
            yield from filter(None, (block.caption, block.alt))
        yield from (words(paragraph.content) for paragraph in all_paragraphs([block]))
