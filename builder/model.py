"""The document as values: what a reader sees, with all numbers and references computed.

A paragraph is flat, as Word has it: its place in lists and quotations is part of its `Shape`,
so that two paragraphs can be compared without regard to what they are nested in.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Literal

__all__ = [
    "PLAIN", "About", "Alignment", "Block", "Box", "Break", "Cell", "ClauseLink", "Document", "Drawing", "Edition",
    "Facts", "Inline", "Label", "LawUse", "Link", "Marks", "Note", "Number", "OutsideLink", "Paragraph",
    "ParameterUse", "Part", "Picture", "Position", "Question", "Reason", "Row", "Section", "SectionKind", "Shape",
    "Stroke", "Table", "TermUse", "Text", "Tone", "Url", "join", "plain_text", "words",
]  # fmt: skip


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


# --- inlines -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with one set of marks."""

    text: str
    marks: Marks = PLAIN
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Number:
    """The computed number of another section ("5.3"). It follows its target and is never a change of its own."""

    clause: str
    text: str = field(compare=False)
    marks: Marks = PLAIN


@dataclass(frozen=True, slots=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True, slots=True)
class Note:
    """A reference to a footnote, which holds the footnote's paragraphs. Its printed number is computed."""

    content: tuple["Paragraph", ...]


Inline = Text | Number | Break | Note


# --- blocks ------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Shape:
    """What a paragraph is and where it stands.

    kind: running text, sub-heading, code (literal, lines kept), facts (small print under a heading:
    who is bound, legal basis) or question (an open question, boxed). depth: sub-heading 1, 2, …
    quote: how many quotations enclose it. level: list depth, 0 outside lists. marker: "none" is a
    further paragraph of the item before. start: number of the first item of a numbered list.
    """

    kind: Literal["text", "heading", "code", "facts", "question"] = "text"
    depth: int = 0
    quote: int = 0
    level: int = 0
    marker: Literal["none", "bullet", "number"] = "none"
    start: int = 1


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Inlines that stand together, and their shape."""

    content: tuple[Inline, ...]
    shape: Shape = Shape()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Cell:
    """A table cell; never merged, never empty of paragraphs (an empty cell holds an empty paragraph)."""

    content: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table row. `key` (a register's row id) pairs rows in comparison; empty when there is none."""

    cells: tuple[Cell, ...]
    header: bool = False
    key: str = ""


Alignment = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: header rows first, all rows of the same number of cells as `alignment`."""

    rows: tuple[Row, ...]
    alignment: tuple[Alignment, ...]
    caption: str = ""
    position: Position | None = field(default=None, compare=False)


# --- pictures ----------------------------------------------------------------------------------------

Tone = Literal["text", "faint", "rule", "low", "medium", "high", "bar"]
"""What a part of a drawing is for; each format has a colour for it. Nothing in a drawing is said by colour alone."""


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle, with an edge or without."""

    x: int
    y: int
    width: int
    height: int
    tone: Tone
    edge: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A thin line."""

    x1: int
    y1: int
    x2: int
    y2: int
    tone: Tone = "rule"


@dataclass(frozen=True, slots=True)
class Label:
    """Words on one line. `x` is where they begin, have their middle or end; `y` is the line they stand on."""

    x: int
    y: int
    text: str
    size: int
    tone: Tone = "text"
    anchor: Literal["start", "middle", "end"] = "start"


Part = Box | Stroke | Label


@dataclass(frozen=True, slots=True)
class Drawing:
    """Parts on a sheet, later ones over earlier ones. All measures are tenths of a millimetre on paper."""

    width: int
    height: int
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with all that it says in words as `alt`. `key` pairs pictures in comparison, as a row's does."""

    alt: str
    drawing: Drawing
    caption: str = ""
    key: str = ""


Block = Paragraph | Table | Picture


# --- document ----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Question:
    """An open question to the parties, with its id within the clause."""

    id: str
    text: str
    alternatives: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a clause changed in a version."""

    version: str
    why: str


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

    @property
    def valid(self) -> bool:
        """True when the text is in force."""
        return self.status == "gällande"


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


def join(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Inlines with neighbouring texts of the same marks made one and empty texts left out: the normal form."""
    joined: list[Inline] = []
    for inline in inlines:
        last = joined[-1] if joined else None
        if isinstance(inline, Text) and isinstance(last, Text) and inline.marks == last.marks:
            joined[-1] = Text(last.text + inline.text, last.marks, last.position)
        elif not (isinstance(inline, Text) and not inline.text):
            joined.append(inline)
    return tuple(joined)


def words(inlines: tuple[Inline, ...]) -> str:
    """The text of inlines as a reader sees it, footnotes left out, a line break as a space."""
    return "".join(_word(inline) for inline in inlines)


def _word(inline: Inline) -> str:
    match inline:
        case Text(text=text) | Number(text=text):
            return text
        case Break():
            return " "
        case Note():
            return ""


def plain_text(section: Section) -> Iterator[str]:
    """Each paragraph of a section as text, title first, table cells in reading order, notes after their paragraph,
    of a picture what it says in words."""
    yield words(section.title)
    for block in section.blocks:
        yield from _block_text(block)


def _block_text(block: Block) -> Iterator[str]:
    match block:
        case Paragraph(content=content):
            yield words(content)
            for inline in content:
                if isinstance(inline, Note):
                    for paragraph in inline.content:
                        yield from _block_text(paragraph)
        case Table(rows=rows):
            for row in rows:
                for cell in row.cells:
                    for paragraph in cell.content:
                        yield from _block_text(paragraph)
        case Picture(alt=alt, caption=caption):
            yield from filter(None, (caption, alt))
