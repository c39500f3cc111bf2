"""The list of changes: one entry for each section that came, went, moved or was edited."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from builder.changes.followed import followed, using
from builder.changes.grade import Graded, grade
from builder.changes.halves import Moves, elsewhere, moves
from builder.changes.places import leads
from builder.changes.relations import Relation, relations
from builder.model import Break, Number, Reason, Text
from builder.redline import (
    Fate,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    PartKind,
    Redline,
    Span,
    in_new,
    moved_parts,
    section_changed,
)  # fmt: skip

__all__ = ["Change", "ChangeKind", "changes", "is_formatted", "printed", "status", "title", "title_reasons"]

PARTS: dict[PartKind, tuple[str, str]] = {
    "paragraph": ("stycke", "stycken"),
    "table": ("tabell", "tabeller"),
    "row": ("rad", "rader"),
    "column": ("kolumn", "kolumner"),
}
WITHIN = " inom avsnittet"
TITLE = "titel"
"""What a document's reasons call its own title."""

ChangeKind = Literal["inserted", "deleted", "moved", "moved-and-changed", "changed", "renamed", "split", "merged"]
"""Split and merged: a clause that stands, and that was divided or to which others were joined."""


@dataclass(frozen=True, slots=True)
class Change:
    """What happened to a section, and how much it matters.

    `before`: the half where a moved section stood. `follows`: the changed clauses that a changed table follows from.
    `parts`: what moved by itself, within the section, to others or from them. `across`: the other document that a
    clause moved to or from, where several are told of together, and whether its words are the same there."""

    kind: ChangeKind
    section: MarkedSection
    graded: Graded
    reasons: tuple[str, ...] = ()
    before: MarkedSection | None = None
    relation: Relation = Relation()
    follows: tuple[MarkedSection, ...] = ()
    parts: tuple[str, ...] = ()
    across: str = ""
    same_words: bool = False

    @property
    def uncounted(self) -> bool:
        """True where a paragraph is so long that some of it is shown as rewritten, uncompared."""
        return any(inner.uncounted for block in self.section.blocks for inner in _paragraphs(block))


def changes(redline: Redline) -> Iterator[Change]:
    """Changes in the order of the redline; a move stands where its section is now."""
    found = list(_changes(redline))
    clauses = [change for change in found if change.section.kind == "clause"] if any(map(_may_follow, found)) else []
    users = [using(change.section, change.before) for change in clauses]
    for change in found:
        yield replace(change, follows=followed(change.section, users)) if _may_follow(change) else change


def _may_follow(change: Change) -> bool:
    """True of an annex or a table for which no reason of its own is given."""
    return not change.reasons and change.section.kind in ("annex", "table")


def _changes(redline: Redline) -> Iterator[Change]:
    left = {s.fate[0].move: s for s in redline.sections if s.fate and s.fate[0].kind == "move-from"}
    related, moved, known = relations(redline), moves(redline), leads(redline)
    for place, section in enumerate(redline.sections):
        before = left.get(section.fate[0].move) if section.fate else None
        relation = related.get(place, Relation())
        kind = _kind(section, before, relation)
        if kind is not None:
            words = redline.new.language, redline.bound
            graded = grade(section, before, *words, goes_on=relation.goes_on, known=known, pins=redline.repinned)
            yield Change(
                kind, section, graded, _reasons(section, redline), before, relation, parts=_parts(section, moved)
            )


def _parts(section: MarkedSection, moved: Moves) -> tuple[str, ...]:
    """What moved by itself: "Flyttat från 2.1 Svar: 2 stycken". Within the section it is counted where it came."""
    ways = ((elsewhere(move, moved), move.kind, kind) for move, kind in moved_parts(section).items())
    found = Counter((way or WITHIN, kind) for way, half, kind in ways if way or half == "move-to")
    return tuple(f"Flyttat{way}: {number} {PARTS[kind][number > 1]}" for (way, kind), number in found.items())


def _kind(section: MarkedSection, before: MarkedSection | None, relation: Relation) -> ChangeKind | None:
    match section.fate[0].kind if section.fate else None:
        case "insertion":
            return "inserted"
        case "deletion":
            return "deleted"
        case "move-from":
            return None
        case "move-to":
            return "moved-and-changed" if _is_edited(section) or (before and _is_edited(before)) else "moved"
        case None:
            return "split" if relation.parts else "merged" if relation.joined else _kept_kind(section)


def _kept_kind(section: MarkedSection) -> ChangeKind | None:
    """Of a section that stands where it stood: a new heading or id alone is a new name."""
    title_alone = MarkedSection(section.id, section.kind, section.level, section.title)
    text_alone = MarkedSection(
        section.id, section.kind, section.level, MarkedParagraph(()), section.blocks, old_level=section.old_level
    )  # fmt: skip
    if section_changed(text_alone):
        return "changed"
    return "renamed" if section_changed(title_alone) or section.old_id else None


def _reasons(section: MarkedSection, redline: Redline) -> tuple[str, ...]:
    """Why a section changed in the new version: what its own file says, and what the document says of it."""
    told = [reason for reason in redline.reasons if reason.about in (section.id, section.old_id or section.id)]
    return (*_given(section.facts.reasons, redline), *_given(told, redline))


def title_reasons(redline: Redline) -> tuple[str, ...]:
    """Why the document's title changed."""
    return tuple(_given([reason for reason in redline.reasons if reason.about == TITLE], redline))


def _given(reasons: Sequence[Reason], redline: Redline) -> Iterator[str]:
    """The reasons given since the old text stood. What is not recorded yet has them under a version to come."""
    others = redline.other_versions | ({redline.old.version} if redline.old else set())
    yield from (reason.why for reason in reasons if reason.version not in others)


# --- inside a section --------------------------------------------------------------------------------


def _is_edited(half: MarkedSection) -> bool:
    """True when a half of a move holds more than the move itself."""
    redrawn = any(isinstance(block, MarkedPicture) and len(block.fate) > 1 for block in half.blocks)
    paragraphs = (inner for block in (half.title, *half.blocks) for inner in _paragraphs(block))
    return redrawn or any(len(p.fate) > 1 or p.before or any(_is_marked(span) for span in p.spans) for p in paragraphs)


def _is_marked(span: Span) -> bool:
    return len(span.fate) > 1 or span.before is not None


def _paragraphs(block: MarkedBlock) -> Iterator[MarkedParagraph]:
    """All paragraphs of a block, also in cells and notes."""
    match block:
        case MarkedParagraph(spans=spans):
            yield block
            for span in spans:
                if isinstance(span.inline, MarkedNote):
                    yield from span.inline.content
        case MarkedTable(rows=rows):
            for row in rows:
                yield from (inner for cell in row.cells for p in cell.content for inner in _paragraphs(p))
        case MarkedPicture():
            return


def title(section: MarkedSection) -> str:
    """The heading as it reads now, or as it read where the section is gone."""
    spans = section.title.spans
    return "".join(printed(span) for span in spans if not in_new(section.fate) or in_new(span.fate))


def printed(span: Span) -> str:
    """A span as it is printed; a note's text stands elsewhere."""
    match span.inline:
        case Text(text=text) | Number(text=text):
            return text
        case Break():
            return "\n"
        case MarkedNote():
            return ""


def is_formatted(span: Span) -> bool:
    """True when a kept text looks different for more than having become a link, or having ceased to be one."""
    match span.inline:
        case Text(marks=marks) | Number(marks=marks) if span.before is not None:
            return replace(span.before, link=None, about=None) != replace(marks, link=None, about=None)
        case _:
            return False


def status(fate: Fate) -> str:
    """What happened to a thing, in one word: what came or went in a moved text came or went."""
    kinds = {revision.kind for revision in fate}
    if "deletion" in kinds or "insertion" in kinds:
        return "deleted" if "deletion" in kinds else "inserted"
    return "moved-from" if "move-from" in kinds else "moved-to" if "move-to" in kinds else "kept"
