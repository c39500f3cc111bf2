"""One link in a clause, on its way to become a reference."""

import unicodedata
from dataclasses import dataclass, replace
from urllib.parse import unquote

from builder.library import Clause
from builder.model import Inline, Link, Position, Text, Url

__all__ = ["Use", "linked", "shown", "spaced", "unlinked"]


@dataclass(frozen=True, slots=True)
class Use:
    """One link in a clause: its words, the file and the anchor it points at."""

    clause: Clause
    texts: tuple[Text, ...]
    url: Url
    path: str
    anchor: str
    place: Position
    in_brackets: bool

    @property
    def text(self) -> str:
        """Its words."""
        return "".join(text.text for text in self.texts)


def linked(use: Use, link: Link | None) -> tuple[Inline, ...]:
    """The words with another link, or none."""
    return tuple(replace(text, marks=replace(text.marks, link=link)) for text in use.texts)


def unlinked(use: Use) -> tuple[Inline, ...]:
    """The words without the link."""
    return linked(use, None)


def shown(use: Use) -> str:
    """The address as the author wrote it."""
    return unicodedata.normalize("NFC", unquote(use.url.address))


def spaced(text: str) -> str:
    """A text with each run of white space as one space."""
    return " ".join(text.split())
