"""Words with their marks: links, what they are about, numbers, breaks and notes, and where they stand."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from builder.model.blocks import Paragraph

__all__ = [
    "PLAIN",
    "TABLES",
    "About",
    "Break",
    "ClauseLink",
    "Inline",
    "LawUse",
    "Link",
    "Marks",
    "Note",
    "Number",
    "OutsideLink",
    "ParameterUse",
    "Position",
    "TermUse",
    "Text",
    "Url",
    "join",
    "words",
]


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a source file: path from the project folder, line and column from 1."""

    path: str
    line: int = 1
    column: int = 1


# --- marks -------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Url:
    """A link as written: to the web, or (before resolution) to a file. `title` is the quoted title."""

    address: str
    title: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ClauseLink:
    """A link to a section of this document, or to a sub-heading in it."""

    clause: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class OutsideLink:
    """A link to a clause that this document does not hold: `version` is the pin, or empty."""

    clause: str
    agreement: str
    version: str = ""


Link = Url | ClauseLink | OutsideLink


@dataclass(frozen=True, slots=True)
class TermUse:
    """The text is a form of a term of the register."""

    term: str


@dataclass(frozen=True, slots=True)
class LawUse:
    """The text cites a law of the register; `section` as in the register ("14 kap. 1 §"), or empty."""

    law: str
    section: str = ""


@dataclass(frozen=True, slots=True)
class ParameterUse:
    """The text is the value of a parameter of the register."""

    parameter: str


About = TermUse | LawUse | ParameterUse


@dataclass(frozen=True, slots=True)
class Marks:
    """How a text looks and what it is about. Only the first four are formatting."""

    strong: bool = False
    emphasis: bool = False
    code: bool = False
    strike: bool = False
    link: Link | None = None
    about: About | None = None


PLAIN = Marks()


TABLES = "räknade/tabeller"
"""The series that captions of tables are numbered in. No id of a clause has such letters."""


# --- inlines -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with one set of marks."""

    text: str
    marks: Marks = PLAIN
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """The computed number of another section ("5.3"), or a caption's own ("Tabell 3.") in a series, whose name `clause`
    then is. It follows its target and is never a change of its own."""

    clause: str
    text: str = field(compare=False)
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""

    text: ClassVar[str] = " "


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a footnote, which holds the footnote's paragraphs. Its printed number is computed."""

    text: ClassVar[str] = ""
    content: tuple["Paragraph", ...]


Inline = Text | Number | Break | Note
"""Each has a `text`: what a reader sees of it in the line."""


def join(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Inlines with neighbouring texts of the same marks made one and empty texts left out: the normal form."""
    joined: list[Inline] = []
    last: Inline | None = None
    for inline in inlines:
        if isinstance(inline, Text):
            if not inline.text:
                continue
            if isinstance(last, Text) and (inline.marks is last.marks or inline.marks == last.marks):
                inline = Text(last.text + inline.text, last.marks, last.position)
                joined.pop()
        joined.append(inline)
        last = inline
    return tuple(joined)


def words(inlines: tuple[Inline, ...]) -> str:
    """The text of inlines as a reader sees it, footnotes left out, a line break as a space."""
    return "".join([inline.text for inline in inlines])
