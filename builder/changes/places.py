"""Where words stand that are the same: under which lead-in and heading, and in which column of a table.

"ordna läkare" under "Regionen ska:" is another duty than under "Kommunen ska:", though no word of it changed.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from builder.changes.edits import WORD, whole
from builder.model import Table, Text, words
from builder.redline import (
    MarkedCell,
    MarkedParagraph,
    MarkedSection,
    MarkedTable,
    Redline,
    Revision,
    Span,
    in_new,
    in_old,
    moved_parts,
    new_table,
    old_table,
    other_half,
    part_move,
)  # fmt: skip

__all__ = ["NOWHERE", "Leads", "Replaced", "Standing", "leads", "replaced"]

HEADING, TEXT = 0, 1
"""How deep a paragraph stands; an item of a list as deep below as its level."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a text stands under: its headings, and the lead-ins that end with a colon; or the head of its column.
    `stays`: the words of these that stay."""

    headings: tuple[Text, ...] = ()
    lead: tuple[Text, ...] = ()
    stays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Replaced:
    """A text that stands somewhere else: under what it stood, and under what it stands; `said` as it reads there."""

    said: str
    old: Standing
    new: Standing


Leads = Mapping[Revision, Standing]
"""What each half of a paragraph that moved by itself stands under."""

NOWHERE: Leads = {}


def leads(redline: Redline) -> Leads:
    """Those of all paragraphs that moved by themselves, the title of their clause among the headings."""
    found: dict[Revision, Standing] = {}
    for section in filter(moved_parts, redline.sections):
        for each in (*_standing(section, old=True), *_standing(section, old=False)):
            if each.move is not None:
                title = _texts(section.title.spans, old=each.old)
                found[each.move] = replace(each.under, headings=(*title, *each.under.headings))
    return found


def replaced(section: MarkedSection, before: MarkedSection | None, known: Leads) -> Iterator[Replaced]:
    """The texts of a section that stand under something else than before, here or in another section."""
    was: defaultdict[str, list[_Placed]] = defaultdict(list)
    for each in _standing(before or section, old=True):
        was[each.key].append(each)
    for each in _standing(section, old=False):
        earlier = was[each.key].pop(0) if was[each.key] else None
        if earlier is not None and earlier.under.stays != each.under.stays:
            yield _replaced(each, earlier.under, each.under)
        elif earlier is None:
            yield from _from_elsewhere(each, known)
    for each in (each for rest in was.values() for each in rest):
        yield from _from_elsewhere(each, known)
    for block in section.blocks if before is None else ():
        if isinstance(block, MarkedTable):
            yield from _cells(old_table(block), new_table(block), block)


# --- paragraphs --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Placed:
    """A paragraph on one side: its words that stay, all of it, and what it stands under."""

    key: str
    text: str
    under: Standing
    move: Revision | None
    old: bool


def _standing(section: MarkedSection, *, old: bool) -> Iterator[_Placed]:
    stands = in_old if old else in_new
    above: list[tuple[int, MarkedParagraph]] = []
    for block in section.blocks:
        if not isinstance(block, MarkedParagraph) or not stands(block.fate):
            continue
        shape = block.before if old and block.before else block.shape
        if shape.kind not in ("text", "heading"):
            continue
        depth = HEADING if shape.kind == "heading" else TEXT + shape.level
        above = [(d, p) for d, p in above if d < depth]
        if depth > HEADING and (key := _stayed(block)):
            under = _under(above, old=old)
            yield _Placed(key, _read(block, old=old), under, part_move(block.fate, section.fate), old)
        above.append((depth, block))


def _under(above: Iterable[tuple[int, MarkedParagraph]], *, old: bool) -> Standing:
    headings = [_texts(p.spans, old=old) for depth, p in above if depth == HEADING]
    lead_ins = [_texts(p.spans, old=old) for depth, p in above if depth > HEADING and _read(p, old=old).endswith(":")]
    stays = tuple(_stayed(p) for _, p in above)
    return Standing(tuple(chain.from_iterable(headings)), tuple(chain.from_iterable(lead_ins)), stays)


def _from_elsewhere(each: _Placed, known: Leads) -> Iterator[Replaced]:
    """What moved to or from another section, whose two halves both tell."""
    here = known.get(each.move) if each.move else None
    there = known.get(other_half(each.move)) if each.move else None
    if here is not None and there is not None:
        yield _replaced(each, here, there) if each.old else _replaced(each, there, here)


def _replaced(each: _Placed, old: Standing, new: Standing) -> Replaced:
    lead = "".join(text.text for text in new.lead)
    return Replaced(f"{lead} {each.text}".strip(), old, new)


def _stayed(paragraph: MarkedParagraph) -> str:
    """The words that stay, in lower case; all of them where the paragraph came or went whole."""
    everything = whole(paragraph.fate) is not None
    kept = (span for span in paragraph.spans if everything or whole(span.fate) is None)
    return _plain("".join(span.inline.text for span in kept if isinstance(span.inline, Text)))


def _texts(spans: Iterable[Span], *, old: bool) -> tuple[Text, ...]:
    stands = in_old if old else in_new
    return tuple(span.inline for span in spans if isinstance(span.inline, Text) and stands(span.fate))


def _read(paragraph: MarkedParagraph, *, old: bool) -> str:
    return "".join(text.text for text in _texts(paragraph.spans, old=old)).strip()


def _plain(text: str) -> str:
    return " ".join(WORD.findall(text.lower()))


# --- cells -------------------------------------------------------------------------------------------


def _cells(old: Table, new: Table, marked: MarkedTable) -> Iterator[Replaced]:
    """Cells whose words stand in another column of their row."""
    heads = [next((row for row in table.rows if row.header), None) for table in (old, new)]
    if marked.columns or heads[0] is None or heads[1] is None:
        return
    columns = [[" ".join(words(p.content) for p in cell.content) for cell in head.cells] for head in heads if head]
    for row in marked.rows:
        if row.header or row.fate:
            continue
        was, now = ([_cell(cell, old=old) for cell in row.cells] for old in (True, False))
        for i, j in _swaps(was, now):
            under = [Standing(lead=(Text(side[k]),)) for side, k in zip(columns, (i, j), strict=True)]
            yield Replaced(f"{now[0]} · {now[j]}", *under)


def _cell(cell: MarkedCell, *, old: bool) -> str:
    return " ".join(_read(p, old=old) for p in cell.content)


def _swaps(was: list[str], now: list[str]) -> Iterator[tuple[int, int]]:
    """From which column to which a cell's words went."""
    for i, text in enumerate(map(_plain, was)):
        if text and _plain(now[i]) != text:
            yield from ((i, j) for j, other in enumerate(now) if _plain(other) == text != _plain(was[j]))
