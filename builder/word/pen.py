"""What the writing of one document shares: names of styles, counters, and what must go into other parts."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from builder.model import Drawing
from builder.phrases import Phrases, phrases
from builder.redline import Fate, MarkedNote, Revision
from builder.word.anchors import Anchors
from builder.word.numbering import Numbering
from builder.word.xml import attribute

__all__ = ["Pen"]


@dataclass(slots=True)
class Pen:
    """The state of one writing.

    `width`, `wide`: of the text, on a page and on one on its side. `bound`: numbering of each heading style.
    `counted`: properties of headings, and the same with their numbering. `notes`: footnotes referred to so far.
    `addresses`: relation ids of web addresses, in order of use. `drawings`: those of pictures' files.
    `cites`: the clauses' ids are printed. `pages`: that of each bookmark; None where nobody asks.
    `beside`: what comments say of the headings, by bookmark; `comments`: those written so far.
    `revision`: author and date of a change that the writer has to add itself."""

    style: Mapping[str, str]
    bound: Mapping[str, str]
    anchors: Anchors
    numbering: Numbering
    revision: Revision
    width: int
    wide: int
    language: str
    ids: Iterator[int] = field(default_factory=lambda: count(1))
    first_note: int = 1
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first_comment: int = 0
    comments: list[tuple[str, ...]] = field(default_factory=list)
    cites: bool = False
    pages: Mapping[str, int] | None = None
    counted: dict[str, str] = field(default_factory=dict)
    notes: list[tuple[MarkedNote, Fate]] = field(default_factory=list)
    addresses: dict[str, str] = field(default_factory=dict)
    drawings: dict[Drawing, str] = field(default_factory=dict)

    @property
    def words(self) -> Phrases:
        """The builder's words in the language of the text."""
        return phrases(self.language)

    @property
    def come(self) -> Fate:
        """The fate of what the writer itself shows as new."""
        return (Revision("insertion", self.revision.author, self.revision.date),)

    @property
    def gone(self) -> Fate:
        """The fate of what the writer itself shows as gone."""
        return (Revision("deletion", self.revision.author, self.revision.date),)

    def id(self) -> int:
        """A number that no other mark of the file has."""
        return next(self.ids)

    def address(self, url: str) -> str:
        """The relation id of a web address."""
        return self.addresses.setdefault(url, f"rIdA{len(self.addresses) + 1}")

    def drawing(self, drawing: Drawing) -> str:
        """The relation id of a drawing's file, one for all the places where it is shown."""
        return self.drawings.setdefault(drawing, f"rIdB{len(self.drawings) + 1}")

    def note(self, note: MarkedNote, fate: Fate) -> int:
        """The id of a footnote that is referred to here, and is written later."""
        self.notes.append((note, fate))
        return self.first_note + len(self.notes) - 1

    def comment(self, said: tuple[str, ...]) -> int:
        """The id of a comment of these paragraphs, which is written later."""
        self.comments.append(said)
        return self.first_comment + len(self.comments) - 1

    def signed(self, revision: Revision, *, whole: bool = False) -> str:
        """The attributes of a tracked change. `whole`: of a whole paragraph, not of words in one that is kept.

        LibreOffice 7.4 makes one change of two that touch and lie within a minute, and then joins a kept paragraph
        that ends with new words to the one after a new paragraph: so whole paragraphs come two minutes later."""
        date = f' w:date="{attribute(_moment(revision.date, whole))}"' if revision.date else ""
        return f'w:id="{self.id()}" w:author="{attribute(revision.author or self.revision.author)}"{date}'


def _moment(date: str, whole: bool) -> str:
    return date if "T" in date else f"{date}T00:0{2 * whole}:00Z"
