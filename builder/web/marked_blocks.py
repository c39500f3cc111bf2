"""Marked paragraphs, lists and pictures as HTML, and the blocks of a section with their footnotes."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from builder.changes import Moves
from builder.redline import Fate, MarkedBlock, MarkedParagraph, MarkedPicture, MarkedTable, part_move
from builder.web.marked_place import CLASSES, attribute, placed, said
from builder.web.marked_tables import marked_table
from builder.web.marked_text import Notes, Side, side, spans
from builder.web.picture import figure

__all__ = ["marked_blocks"]

NOWHERE: Moves = {}
PICTURES: dict[Side, str] = {"kvar": "", "ny": "Tillagd bild", "gammal": "Borttagen bild", "utgick": "Struken bild"}
KINDS = {"facts": "fakta", "question": "fraga", "caption": "tabellrubrik"}


def marked_blocks(
    blocks: Iterable[MarkedBlock], around: Side = "kvar", section: str = "", fate: Fate = (), moved: Moves = NOWHERE
) -> str:  # fmt: skip
    """A section's blocks. `around` and `fate` hold of the whole section and are not said of each part; `section`
    names it; `moved`: where what moved by itself stands."""
    notes = Notes(section, fate, moved)
    body = "".join(_groups(tuple(blocks), notes, around))
    return body + _notes(notes, around)


def _groups(blocks: tuple[MarkedBlock, ...], notes: Notes, around: Side) -> Iterator[str]:
    for listed, group in groupby(blocks, key=lambda b: isinstance(b, MarkedParagraph) and b.shape.level > 0):
        items = list(group)
        if listed:
            yield _lists([item for item in items if isinstance(item, MarkedParagraph)], notes, around)
        else:
            yield from _unlisted(items, notes, around)


def _unlisted(items: list[MarkedBlock], notes: Notes, around: Side) -> Iterator[str]:
    """Blocks one under the other, a caption in its table where both are of one fate."""
    caption: MarkedParagraph | None = None
    for item, after in zip(items, [*items[1:], None], strict=True):
        if isinstance(item, MarkedParagraph) and isinstance(after, MarkedTable) and _names(item, after):
            caption = item
        else:
            yield _block(item, notes, around, caption)
            caption = None


def _names(paragraph: MarkedParagraph, table: MarkedTable) -> bool:
    """True for a table's caption, unless one of the two came, went or moved without the other."""
    fates = ([revision.kind for revision in fate] for fate in (paragraph.fate, table.fate))
    return paragraph.shape.kind == "caption" and next(fates) == next(fates)


def _block(block: MarkedBlock, notes: Notes, around: Side, caption: MarkedParagraph | None) -> str:
    match block:
        case MarkedParagraph():
            return _paragraph(block, notes, around)
        case MarkedTable():
            return marked_table(block, notes, around, caption)
        case MarkedPicture():
            return _picture(block, around)
        case _:
            assert_never(block)


def _words(paragraph: MarkedParagraph, notes: Notes, around: Side) -> str:
    move = part_move(paragraph.fate, notes.fate)
    inner = "kvar" if move is not None else around
    return said(paragraph.fate, notes, "stycke") + spans(paragraph.spans, notes, inner)


def _paragraph(paragraph: MarkedParagraph, notes: Notes, around: Side) -> str:
    shape, words = paragraph.shape, _words(paragraph, notes, around)
    names = attribute(placed(paragraph.fate, notes, around), KINDS.get(shape.kind, ""))
    match shape.kind:
        case "code":
            html = f'<pre tabindex="0"{names}>{words}</pre>'
        case "heading":
            html = f"<h4{names}>{words}</h4>"
        case "text" | "facts" | "question" | "caption":
            html = f"<p{names}>{words}</p>"
        case _:
            assert_never(shape.kind)
    return "<blockquote>" * shape.quote + html + "</blockquote>" * shape.quote


def _lists(items: list[MarkedParagraph], notes: Notes, around: Side) -> str:
    """Flat list paragraphs as nested lists: a deeper one goes into the item before it."""
    out: list[str] = []
    open_tags: list[str] = []
    for item in items:
        tag = "ol" if item.shape.marker == "number" else "ul"
        starts = item.shape.marker != "none" or not open_tags
        _close(out, open_tags, item.shape.level, tag if starts else "")
        words, names = _words(item, notes, around), attribute(placed(item.fate, notes, around))
        if not starts:
            out.append(f"<p{names}>{words}</p>")
            continue
        out.append(_opened(open_tags, item, tag) + f"<li{names}>{words}")
    _close(out, open_tags, 0, "")
    return "".join(out)


def _close(out: list[str], open_tags: list[str], level: int, tag: str) -> None:
    """Close the lists deeper than the level, and the one at the level when another kind of list begins."""
    while len(open_tags) > level or (tag and len(open_tags) == level and open_tags[-1] != tag):
        out.append(f"</li></{open_tags.pop()}>")


def _opened(open_tags: list[str], item: MarkedParagraph, tag: str) -> str:
    """What must open before an item: the lists it lies in, or the end of the item before."""
    if len(open_tags) >= item.shape.level:
        return "</li>"
    missing = item.shape.level - len(open_tags)
    open_tags += [tag] * missing
    start = f' start="{item.shape.start}"' if tag == "ol" and item.shape.start != 1 else ""
    return "<li>".join([f"<{tag}{start}>"] * missing)


def _picture(block: MarkedPicture, around: Side) -> str:
    where = side(block.fate)
    if where in (around, "kvar"):
        return figure(block.picture)
    tag, names = ("ins" if where == "ny" else "del"), f"helt{' utgick' if where == 'utgick' else ''}"
    told = f'<p class="bildmarke">{PICTURES[where]}</p>'
    return f'<{tag} class="{names}">{told}{figure(block.picture)}</{tag}>'


def _notes(notes: Notes, around: Side) -> str:
    """The footnotes of a section; one may bring more."""
    out: list[str] = []
    while len(out) < len(notes.notes):
        where, note = notes.notes[len(out)]
        words = " ".join(spans(p.spans, notes, around if where == around else where) for p in note.content)
        names = attribute("fotnot", CLASSES[where] if where != around else "")
        out.append(f"<p{names}><sup>[{len(out) + 1}]</sup> {words}</p>")
    return "".join(out)
