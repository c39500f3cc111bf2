"""The marks of a redline: words, paragraphs, tables and sections, each with its fate."""

from dataclasses import dataclass, field
from typing import ClassVar, Literal

from builder.model import (
    Alignment,
    Break,
    Edition,
    Facts,
    Marks,
    Number,
    Picture,
    Reason,
    SectionKind,
    Shape,
    Text,
)  # fmt: skip

__all__ = [
    "KEPT", "Fate", "Kind", "MarkedBlock", "MarkedCell", "MarkedNote", "MarkedParagraph",
    "MarkedPicture", "MarkedRow", "MarkedSection", "MarkedTable", "Redline", "Repin", "Revision", "Span",
]  # fmt: skip

Kind = Literal["insertion", "deletion", "move-from", "move-to"]


@dataclass(frozen=True, slots=True)
class Revision:
    """One tracked change. `move` names the pair of a move's two halves, else empty."""

    kind: Kind
    author: str
    date: str
    move: str = ""


Fate = tuple[Revision, ...]
"""The revisions of a thing, oldest first; empty when it is kept. An insertion that another author
deletes is (insertion, deletion)."""

KEPT: Fate = ()


@dataclass(frozen=True, slots=True)
class MarkedNote:
    """A footnote whose own paragraphs carry marks."""

    text: ClassVar[str] = ""
    content: tuple["MarkedParagraph", ...]


@dataclass(frozen=True, slots=True)
class Span:
    """An inline with its fate.

    `inline`: as it reads in the new text, or in the old when it is deleted or moved away.
    `before`: its marks in the old text where they differ (a formatting change), else None.
    `follows`: a number's old text where it only followed its target; the number is not a change.
    `was`: the inline as it stood in the old text where they differ in what no reader sees: white space,
    the encoding of letters, the id of a renamed section, a term found. Not a change; writers pass it by.
    """

    inline: Text | Number | Break | MarkedNote
    fate: Fate = KEPT
    before: Marks | None = None
    follows: str | None = None
    was: Text | Number | None = None


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """A paragraph: its spans, and the fate of the paragraph itself (its mark, in Word's words).

    `before`: its shape in the old text where it differs (list level, kind), else None.
    `uncounted`: so long that some of it was not compared word by word, and is shown as rewritten.
    """

    spans: tuple[Span, ...]
    shape: Shape = Shape()
    fate: Fate = KEPT
    before: Shape | None = None
    uncounted: bool = field(default=False, compare=False)


@dataclass(frozen=True, slots=True)
class MarkedCell:
    """A cell. Whether its column came, went or moved is said by the table; a row that came has empty cells
    (without paragraphs) in columns that went, and the other way round."""

    content: tuple[MarkedParagraph, ...]


@dataclass(frozen=True, slots=True)
class MarkedRow:
    """A row with its fate; all in an inserted or deleted row has the same fate."""

    cells: tuple[MarkedCell, ...]
    header: bool = False
    key: str = ""
    fate: Fate = KEPT


@dataclass(frozen=True, slots=True)
class MarkedTable:
    """A table; `fate` when the whole table came, went or moved; `old_alignment` where it differs.

    `columns`: the fate of each column, empty when all of them stand where they stood. Rows and alignments then have
    a place for every column of both texts, a moved column two.
    """

    rows: tuple[MarkedRow, ...]
    alignment: tuple[Alignment, ...]
    fate: Fate = KEPT
    old_alignment: tuple[Alignment, ...] | None = None
    columns: tuple[Fate, ...] = ()


@dataclass(frozen=True, slots=True)
class MarkedPicture:
    """A picture with its fate; one that was redrawn is the old one deleted and the new one inserted."""

    picture: Picture
    fate: Fate = KEPT


MarkedBlock = MarkedParagraph | MarkedTable | MarkedPicture


@dataclass(frozen=True, slots=True)
class MarkedSection:
    """A section with its heading; `fate` when it came, went or moved as a whole.

    A moved section stands twice: where it was (move-from, the old text whole) and where it is (move-to,
    the new text whole). What was edited in it has a second revision: words that went are (move-from,
    deletion) in the first half, words that came (move-to, insertion) in the second.
    `number` is the new number (the old one in a deleted or moved-away section), `old_number` the old
    one where it differs, else empty. `level` and `old_level` likewise (`old_level` None where it is
    the same), and `id` and `old_id` (a renamed file).
    """

    id: str
    kind: SectionKind
    level: int
    title: MarkedParagraph
    blocks: tuple[MarkedBlock, ...] = ()
    fate: Fate = KEPT
    number: str = ""
    old_number: str = ""
    old_level: int | None = None
    old_id: str = ""
    facts: Facts = Facts()
    path: str = ""


@dataclass(frozen=True, slots=True, order=True)
class Repin:
    """A reference to a clause of another agreement was moved from one version of it to another."""

    clause: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Redline:
    """All sections of two documents in one order. `old` and `new` say what is compared; `old` is None
    in a clean document. `cover` holds the marked title of the cover; `bound` the words that name those
    whom the clauses of either bind; `reasons` say why clauses went, and why what has no file of its own changed;
    `other_versions` are those recorded by the old text or after the new: their reasons are of other changes;
    `repinned` are the references that were moved to a version in which their clause has changed i sak;
    `only` says which changes are shown where some are left out; `author` and `date` stand on every change where they
    are not the new edition's."""

    name: str
    new: Edition
    cover: MarkedParagraph
    sections: tuple[MarkedSection, ...]
    old: Edition | None = None
    template: str = ""
    bound: frozenset[str] = frozenset()
    reasons: tuple[Reason, ...] = ()
    other_versions: frozenset[str] = frozenset()
    repinned: frozenset[Repin] = frozenset()
    only: str = ""
    author: str = ""
    date: str = ""
