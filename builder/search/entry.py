"""One thing that can be found."""

from dataclasses import dataclass
from typing import Literal

from builder.web.places import Place

__all__ = ["Elsewhere", "Entry", "Kind"]

Kind = Literal["Klausul", "Bilaga", "Begrepp", "Underlag", "Sida", "Fråga", "Yrke", "Rad", "Tidigare"]


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Another agreement that holds the same clause, with its number and place there."""

    agreement: str
    number: str
    chapter: str
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """What is shown of it (`number`, `title`, `text`), where it is read, and what it can be filtered by.

    `document`: the title of the one it stands in, where that is not the agreement's own text. `roles`: those it binds.
    `names`: other words for what the title is about. `words`: other words for what the text is about. `beside`: what is
    said about it in small print. `instead`: (other word, the word that stands there for it). `elsewhere`: the other
    agreements that share the clause.
    """

    kind: Kind
    place: Place
    title: str
    text: str
    number: str = ""
    agreement: str = ""
    document: str = ""
    chapter: str = ""
    roles: tuple[str, ...] = ()
    version: str = ""
    status: str = ""
    names: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    beside: str = ""
    instead: tuple[tuple[str, str], ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()
