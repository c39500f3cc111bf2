"""Shapes as paragraph properties: which style, which list, how far in."""

from collections.abc import Iterable
from typing import Literal

from builder.model import Alignment, Shape
from builder.redline import MarkedBlock, MarkedParagraph, MarkedPicture, MarkedTable, in_new, in_old
from builder.word.numbering import STEP, Group, Lists
from builder.word.pen import Pen

__all__ = ["Place", "before", "heading", "lists", "properties"]

Place = Literal["body", "cell", "header", "small cell", "small header", "note"]
STYLE = {
    "code": "Kod", "facts": "Klausulfakta", "question": "Fraga", "caption": "Caption",
}  # fmt: skip
PLACE: dict[Place, str] = {
    "body": "BodyText", "cell": "Tabelltext", "header": "Tabellrubrik", "small cell": "Tabelltextliten",
    "small header": "Tabellrubrikliten", "note": "FootnoteText",
}  # fmt: skip
MARKER = {"bullet": "ListBullet", "number": "ListNumber"}
QUOTE = 397
DEEPEST = 9


def heading(pen: Pen, kind: str, level: int) -> str:
    """The properties of a section's heading."""
    level = min(level, DEEPEST)
    name = "Bilagerubrik" if kind == "annex" and level == 1 else f"Heading{level}"
    plain = f'<w:pStyle w:val="{pen.style[name]}"/>'
    pen.counted[plain] = plain + _list(level - 1, pen.bound[name])
    return plain


def before(pen: Pen, new: str, old: str) -> str:
    """Old properties as a change keeps them: with numbering said outright when a heading is involved.

    (Seen: when a change of style is rejected, LibreOffice 7.4 takes back the style but not its numbering.)"""
    if new in pen.counted and old not in pen.counted and "<w:numPr>" not in old:
        style, end, rest = old.partition("/>")
        return style + end + _list(0, "0") + rest
    return pen.counted.get(old, old)


def _list(level: int, number: str) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'


def properties(pen: Pen, shape: Shape, group: Group | None, place: Place, outline: int, align: Alignment) -> str:
    """The properties of a paragraph. `outline`: level of its section, for sub-headings."""
    name = _style(shape, group, place)
    number = ""
    if group is not None:
        number = _list(min(shape.level, DEEPEST) - 1, str(pen.numbering.number(group)))
    jc = "" if align == "left" else f'<w:jc w:val="{align}"/>'
    level = f'<w:outlineLvl w:val="{min(outline + shape.depth, DEEPEST) - 1}"/>' if shape.kind == "heading" else ""
    return f'<w:pStyle w:val="{pen.style[name]}"/>{number}{_indent(shape, group)}{jc}{level}'


def _style(shape: Shape, group: Group | None, place: Place) -> str:
    if shape.kind == "heading":
        return f"Mellanrubrik{min(max(shape.depth, 1), 3)}"
    if shape.kind != "text":
        return STYLE[shape.kind]
    if place != "body":
        return PLACE[place]
    if group is not None:
        return MARKER[group.marker]
    return "ListContinue" if shape.level else "Quote" if shape.quote else "BodyText"


def _indent(shape: Shape, group: Group | None) -> str:
    """Written only where it differs from what style and list give."""
    if shape.quote and group is not None:
        return f'<w:ind w:left="{QUOTE * shape.quote + STEP * shape.level}" w:hanging="{STEP}"/>'
    left = QUOTE * shape.quote + STEP * shape.level
    needless = not left or group is not None or (shape.quote == 1 and not shape.level and shape.kind == "text")
    return "" if needless else f'<w:ind w:left="{left}"/>'


def lists(blocks: Iterable[MarkedBlock]) -> dict[int, tuple[Group | None, Group | None]]:
    """The list of each paragraph (by its place) in the new text and in the old.

    An old list takes the number of the new one that it became, so that a deleted item counts with its neighbours."""
    new, old = Lists(), Lists()
    found: dict[int, tuple[Group | None, Group | None]] = {}
    became: dict[int, Group] = {}
    for place, block in enumerate(blocks):
        if not isinstance(block, MarkedParagraph):
            _end(block, new, old)
            continue
        here = new.place(block.shape) if in_new(block.fate) else None
        there = old.place(block.before or block.shape) if in_old(block.fate) else None
        if here is not None or there is not None:
            found[place] = (here, there)
        if here is not None and there is not None and here.marker == there.marker:
            became.setdefault(id(there), here)
    return {place: (here, became.get(id(there), there)) for place, (here, there) in found.items()}


def _end(block: MarkedTable | MarkedPicture, new: Lists, old: Lists) -> None:
    if in_new(block.fate):
        new.end()
    if in_old(block.fate):
        old.end()
