"""Two documents, section by section: what came, went, moved and was edited, in one order."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.compare.blocks import mark_blocks
from builder.compare.elsewhere import with_moves
from builder.compare.halves import came_to, went_from
from builder.compare.moves import staying
from builder.compare.pairing import pair_sections
from builder.compare.paragraphs import Pen, mark_inlines
from builder.model import Document, Section, Text
from builder.redline import MarkedParagraph, MarkedSection, Redline, Revision, keep_section

__all__ = ["compare"]


def compare(old: Document, new: Document, author: str = "", date: str = "") -> Redline:
    """The redline between two versions; author and date are the new version's unless given."""
    pairs = pair_sections(old.sections, new.sections)
    names = {old.sections[i].id: new.sections[j].id for i, j in pairs.items()}
    pen = Pen(author or new.edition.author, date or new.edition.date, names)
    cover = MarkedParagraph(mark_inlines((Text(old.edition.title),), (Text(new.edition.title),), pen))
    sections = with_moves(tuple(_Order(old.sections, new.sections, pairs, pen).merged()), pen)
    bound = old.bound | new.bound
    return Redline(
        new.name, new.edition, cover, sections, old.edition, new.template, bound, author=author, date=date
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Order:
    """Both documents' sections on their way into one order."""

    old: Sequence[Section]
    new: Sequence[Section]
    pairs: Mapping[int, int]
    pen: Pen

    def merged(self) -> Iterator[MarkedSection]:
        """Between two sections that stay: first all that left, then all that arrived."""
        stay = staying(self.old, self.new, self.pairs)
        marked = {i: _both(self.old[i], self.new[j], self.pen) for i, j in self.pairs.items()}
        origins = {j: i for i, j in self.pairs.items()}
        at_old = at_new = 0
        for i in [*stay, None]:
            end_old, end_new = (len(self.old), len(self.new)) if i is None else (i, self.pairs[i])
            yield from (self._left(k, marked) for k in range(at_old, end_old))
            yield from (self._arrived(k, origins, marked) for k in range(at_new, end_new))
            if i is not None:
                yield marked[i]
            at_old, at_new = end_old + 1, end_new + 1

    def _left(self, i: int, marked: Mapping[int, MarkedSection]) -> MarkedSection:
        if i not in self.pairs:
            return keep_section(self.old[i], self.pen.went)
        return went_from(marked[i], self._move("move-from", i))

    def _arrived(self, j: int, origins: Mapping[int, int], marked: Mapping[int, MarkedSection]) -> MarkedSection:
        if j not in origins:
            return keep_section(self.new[j], self.pen.came)
        return came_to(marked[origins[j]], self._move("move-to", origins[j]))

    def _move(self, kind: Literal["move-from", "move-to"], i: int) -> Revision:
        """Both halves bear the section's new id; the same section a second time also its place."""
        name = self.new[self.pairs[i]].id
        again = sum(section.id == name for section in self.new) > 1
        return Revision(kind, self.pen.author, self.pen.date, f"{name} {i + 1}" if again else name)


def _both(old: Section, new: Section, pen: Pen) -> MarkedSection:
    """A section that stands in both versions, wherever."""
    return MarkedSection(
        new.id, new.kind, new.level,
        MarkedParagraph(mark_inlines(old.title, new.title, pen)),
        mark_blocks(old.blocks, new.blocks, pen),
        number=new.number,
        old_number=old.number if old.number != new.number else "",
        old_level=old.level if old.level != new.level else None,
        old_id=old.id if old.id != new.id else "",
        facts=new.facts, path=new.path,
    )  # fmt: skip
