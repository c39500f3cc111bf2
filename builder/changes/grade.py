"""How much a change matters: the wording is the same, other words, or something that binds.

Graded by what came and what went, word by word: a paragraph that only changed place within its section
is neither. Why a change is graded so is told in the words that changed ("bör → ska").
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from builder.changes.cause import Cause, joined, other_words, standing, told_whole, words_of
from builder.changes.citations import Citations, citations
from builder.changes.edits import BETWEEN_CELLS, Edit, edits, whole
from builder.changes.places import NOWHERE, Leads, Replaced, replaced
from builder.changes.repinned import repinned_causes, without_numbers
from builder.changes.snippet import cut, is_row, pinned, row_words, snippet
from builder.changes.weighed import Matter, Weighed, Weighty, counted_after, difference, weighed
from builder.model import Text
from builder.redline import MarkedPicture, MarkedSection, Repin

__all__ = ["GRADES", "Cause", "Grade", "Graded", "Matter", "grade"]

Grade = Literal["redaktionell", "liten", "i sak"]
GRADES: tuple[Grade, ...] = ("redaktionell", "liten", "i sak")
"""The least first."""

MATTERS: tuple[Matter, ...] = ("parameter", "term", "party", "modal", "negation", "scope", "number")
LONGEST_REASON, FEW = 60, 6
ENTRY_END = re.compile(r", | · ")
SHORT_CELL = 3
"""Words in a cell that only names a party: "Kommunen", "regionen och kommunen"."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, and why when it is i sak. `others`: the words that changed and give no reason for it."""

    grade: Grade
    causes: tuple[Cause, ...] = ()
    others: tuple[Cause, ...] = field(default=(), compare=False)


def grade(
    section: MarkedSection, before: MarkedSection | None = None, language: str = "sv",
    parties: frozenset[str] = frozenset(), *, goes_on: bool = False, known: Leads = NOWHERE,
    pins: frozenset[Repin] = frozenset(),
) -> Graded:  # fmt: skip
    """The grade of what happened to a section. `before` is the half where a moved section stood; `parties` are
    the words that name a party, in lower case and not in the genitive. `goes_on`: most of its text stands, or stood, in
    another clause. `known`: what the paragraphs that moved by themselves stand under. `pins`: references that lead to
    other words i sak."""
    fate = whole(section.fate)
    if fate is not None and section.kind != "chapter" and not goes_on:
        return Graded("i sak", (Cause(fate),))
    found = list(edits(section, before))
    binding = [edit for edit in found if _may_bind(edit) and section.kind != "chapter"]
    moved = replaced(section, before, known) if section.kind != "chapter" else ()
    under = (cause for each in moved for cause in _under_another(each, language, parties))
    led = tuple(repinned_causes(section, before, pins))
    weighty = list(_all_causes(binding, citations(section, before), language, parties))
    causes = tuple(dict.fromkeys((*(cause for _, cause in weighty), *under, *led)))
    silent = without_numbers([edit for edit in found if not any(edit is told for told, _ in weighty)])
    others = tuple(other_words([edit for edit in silent if not (led and pinned(edit))]))
    if causes:
        return Graded("i sak", causes, others)
    small = others or fate is not None or _redrawn(section, before)
    return Graded("liten" if small else "redaktionell", (), others)


def _may_bind(edit: Edit) -> bool:
    """False for a question, and for a caption that came or went: it names what the table says."""
    return edit.kind != "question" and not (edit.kind == "caption" and not (edit.old and edit.new))


def _redrawn(section: MarkedSection, before: MarkedSection | None) -> bool:
    """True when a picture came or went: it says something else, though no word of the text does."""
    blocks = (*section.blocks, *(before.blocks if before else ()))
    return any(isinstance(block, MarkedPicture) and whole(block.fate) is not None for block in blocks)


# --- what binds ---------------------------------------------------------------------------------------


def _all_causes(
    found: Sequence[Edit], cited: Citations, language: str, parties: frozenset[str]
) -> Iterator[tuple[Edit, Cause]]:  # fmt: skip
    """Laws and parameters first, then the words that bind, place by place; each cause with its edit."""
    weights = [
        (edit, weighed(edit, edit.old, language, parties), weighed(edit, edit.new, language, parties)) for edit in found
    ]
    counts = _counts([(old, new) for edit, old, new in weights if not edit.is_inside])
    for edit, old, new in weights:
        yield from ((edit, cause) for cause in _law(edit, old, new, cited))
        if not edit.is_inside:
            yield from ((edit, cause) for cause in _parameter(edit, old, new, counts, language))
    for edit, old, new in weights:
        yield from ((edit, cause) for cause in _causes(edit, old, new, language, parties))


def _law(edit: Edit, old: Weighed, new: Weighed, cited: Citations) -> Iterator[Cause]:
    """A law in another's place, and one that the section lost or got: one that only stands elsewhere is neither."""
    gone, arrived = _both_ways("law", old, new)
    if gone and arrived and not edit.is_whole:
        yield Cause("law", _shown(gone), _shown(arrived))
        return
    for weighty in gone:
        if cited.is_lost(weighty.key):
            yield Cause("law", weighty.shown, "", "", _row(edit, edit.old), cited.stays(weighty.key))
    for weighty in arrived:
        if cited.is_got(weighty.key):
            yield Cause("law", "", weighty.shown, "", _row(edit, edit.new), cited.stays(weighty.key))


def _row(edit: Edit, texts: Sequence[Text]) -> str:
    """The row that a law came or went with."""
    words = joined(texts)
    return row_words(words) if is_row(edit, words) else ""


def _counts(rewritten: Sequence[tuple[Weighed, Weighed]]) -> Counter[str]:
    """How many more times the sentences that came name each parameter than those that went."""
    counts: Counter[str] = Counter()
    for old, new in rewritten:
        counts.update(weighty.key for weighty in new.get("parameter", []))
        counts.subtract(weighty.key for weighty in old.get("parameter", []))
    return counts


def _parameter(edit: Edit, old: Weighed, new: Weighed, counts: Counter[str], language: str) -> Iterator[Cause]:
    """Parameters that sentences lost or got; one that only stands elsewhere is neither."""
    gone, arrived = _both_ways("parameter", old, new)
    for weighty in gone:
        if counts[weighty.key] < 0:
            yield _cause(edit, "parameter", [weighty], [], language)
    for weighty in arrived:
        if counts[weighty.key] > 0:
            yield _cause(edit, "parameter", [], [weighty], language)


def _causes(edit: Edit, old: Weighed, new: Weighed, language: str, parties: frozenset[str]) -> Iterator[Cause]:
    """What in the edit binds. A term or party in a sentence that came whole binds nobody by itself; one that
    took another's place does, and so does a party let into or out of a sentence that stands, or alone in a cell."""
    for matter in MATTERS:
        gone, arrived = _both_ways(matter, old, new, measures=edit.is_half)
        if not gone and not arrived:
            continue
        swapped = bool(gone and arrived)
        if edit.kind != "facts" and not _binds(matter, swapped, edit, parties):
            continue
        if swapped and edit.is_whole and edit.kind != "facts" and not _is_short(edit):
            yield from (_cause(edit, matter, gone, [], language), _cause(edit, matter, [], arrived, language))
        else:
            yield _cause(edit, matter, gone, arrived, language)


def _is_short(edit: Edit) -> bool:
    """True for so few words that one of them is seen to stand in the other's place."""
    return all(len(words_of(joined(texts))) <= FEW for texts in (edit.old, edit.new))


def _both_ways(
    matter: Matter, old: Weighed, new: Weighed, *, measures: bool = False
) -> tuple[list[Weighty], list[Weighty]]:
    """What went and what came; a measure alone ("dagar") is told only where another took its place, which of
    `measures` is not seen."""
    before, after = old.get(matter, []), new.get(matter, [])
    if not measures and not all(any(weighty.is_measure for weighty in side) for side in (before, after)):
        before, after = ([weighty for weighty in side if not weighty.is_measure] for side in (before, after))
    return difference(before, after), difference(after, before)


def _binds(matter: Matter, swapped: bool, edit: Edit, parties: frozenset[str]) -> bool:
    match matter:
        case "term":
            return swapped and edit.is_inside
        case "parameter" | "scope":
            return edit.is_inside
        case "party":
            return swapped or edit.is_inside or _is_assigned(edit, parties)
        case _:
            return True


def _is_assigned(edit: Edit, parties: frozenset[str]) -> bool:
    """True for a row that came or went with a cell that says little more than who."""
    row = joined(edit.new or edit.old)
    cells = [words_of(cell) for cell in row.split(BETWEEN_CELLS)] if is_row(edit, row) else []
    return any(len(cell) <= SHORT_CELL and not parties.isdisjoint(cell) for cell in cells[1:])


def _cause(edit: Edit, matter: Matter, gone: list[Weighty], arrived: list[Weighty], language: str) -> Cause:
    named: Matter = "responsible" if matter == "party" and edit.kind == "facts" else matter
    counts = matter in ("number", "parameter") and (arrived or gone)[-1].shown[-1:].isalnum()
    rest, unit = counted_after(edit, language) if counts else ("", "")
    old, new = (_shown(words) + rest if words else "" for words in (gone, arrived))
    if named == "responsible":
        old, new = _entries(edit.old, gone), _entries(edit.new, arrived)
    cause = Cause(named, old, new, unit)
    if edit.kind == "facts" or (gone and arrived and (matter != "number" or unit)):
        return cause
    said = snippet(edit, "came" if arrived else "went", (arrived or gone)[0].shown)
    rewritten = ("", "") if gone and arrived else told_whole(edit)
    return replace(cause, said=said, sentence=standing(edit), rewritten=rewritten)


def _shown(words: Sequence[Weighty]) -> str:
    text = ", ".join(weighty.shown for weighty in words)
    return text if len(text) <= LONGEST_REASON else text[:LONGEST_REASON].rsplit(" ", 1)[0] + " …"


def _entries(texts: Sequence[Text], words: Sequence[Weighty]) -> str:
    """The whole names in a list of parties that words stand in: "Regionens primärvård", not "Regionens"."""
    names = [name.strip(" .") for name in ENTRY_END.split(joined(texts))]
    return ", ".join(name for name in names if any(weighty.shown in name for weighty in words))


def _under_another(each: Replaced, language: str, parties: frozenset[str]) -> Iterator[Cause]:
    """What binds in the lead-in or the head of the column that a text came under. In a heading that is only what
    stands in another's place."""
    leads = Edit(each.old.lead, each.new.lead, is_whole=True)
    headings = Edit(each.old.headings, each.new.headings, is_whole=True)
    for edit in (leads, headings):
        old, new = (weighed(edit, side, language, parties) for side in (edit.old, edit.new))
        for matter in MATTERS:
            gone, arrived = _both_ways(matter, old, new)
            if (gone and arrived) or (edit is leads and (gone or arrived)):
                yield Cause(matter, _shown(gone), _shown(arrived), said=cut(each.said))
