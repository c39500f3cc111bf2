"""Marked paragraphs, lists, tables and pictures as HTML."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import assert_never

from builder.redline import MarkedBlock, MarkedCell, MarkedParagraph, MarkedPicture, MarkedRow, MarkedTable
from builder.web.escape import html_text
from builder.web.marked_text import Notes, Side, side, spans
from builder.web.picture import figure

__all__ = ["marked_blocks"]

CLASSES: dict[Side, str] = {"kvar": "", "ny": "bara-ny", "gammal": "bara-gammal", "utgick": "bara-utgick"}
ROWS: dict[Side, str] = {"kvar": "", "ny": "Ny rad: ", "gammal": "Borttagen rad: ", "utgick": "Struken rad: "}
PICTURES: dict[Side, str] = {"kvar": "", "ny": "Tillagd bild", "gammal": "Borttagen bild", "utgick": "Struken bild"}
KINDS = {"facts": "fakta", "question": "fraga"}


def marked_blocks(blocks: Iterable[MarkedBlock], around: Side = "kvar", section: str = "") -> str:
    """A section's blocks. `around` holds of the whole section and is not said of each part; `section` names it."""
    notes = Notes(section)
    body = "".join(_groups(tuple(blocks), notes, around))
    return body + _notes(notes, around)


def _groups(blocks: tuple[MarkedBlock, ...], notes: Notes, around: Side) -> Iterator[str]:
    for listed, group in groupby(blocks, key=lambda b: isinstance(b, MarkedParagraph) and b.shape.level > 0):
        items = list(group)
        if listed:
            yield _lists([item for item in items if isinstance(item, MarkedParagraph)], notes, around)
        else:
            yield from (_block(item, notes, around) for item in items)


def _block(block: MarkedBlock, notes: Notes, around: Side) -> str:
    match block:
        case MarkedParagraph():
            return _paragraph(block, notes, around)
        case MarkedTable():
            return _table(block, notes, around)
        case MarkedPicture():
            return _picture(block, around)
        case _:
            assert_never(block)


def _class(*names: str) -> str:
    given = " ".join(filter(None, names))
    return f' class="{given}"' if given else ""


def _placed(paragraph: MarkedParagraph, around: Side) -> str:
    where = side(paragraph.fate)
    return CLASSES[where] if where != around else ""


def _paragraph(paragraph: MarkedParagraph, notes: Notes, around: Side) -> str:
    shape, words = paragraph.shape, spans(paragraph.spans, notes, around)
    names = _class(_placed(paragraph, around), KINDS.get(shape.kind, ""))
    match shape.kind:
        case "code":
            html = f'<pre tabindex="0"{names}>{words}</pre>'
        case "heading":
            html = f"<h4{names}>{words}</h4>"
        case "text" | "facts" | "question":
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
        words = spans(item.spans, notes, around)
        if not starts:
            out.append(f"<p{_class(_placed(item, around))}>{words}</p>")
            continue
        out.append(_opened(open_tags, item, tag) + f"<li{_class(_placed(item, around))}>{words}")
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


def _table(table: MarkedTable, notes: Notes, around: Side) -> str:
    where = side(table.fate)
    heads = next((row for row in table.rows if row.header), None)
    labels = tuple(_plain(cell) for cell in heads.cells) if heads else ()
    notes.tables += 1
    label = f"Tabell {notes.tables} i {notes.section}"
    rows = "".join(_row(row, labels, notes, around if where == "kvar" else where) for row in table.rows)
    names = _class("tabell", CLASSES[where] if where != around else "")
    caption = f"<caption>{html_text(table.caption)}</caption>" if table.caption else ""
    frame = f'<div{names} tabindex="0" role="region" aria-label="{html_text(label)}">'
    return f'{frame}<table class="data">{caption}{rows}</table></div>'


def _picture(block: MarkedPicture, around: Side) -> str:
    where = side(block.fate)
    if where in (around, "kvar"):
        return figure(block.picture)
    tag, names = ("ins" if where == "ny" else "del"), f"helt{' utgick' if where == 'utgick' else ''}"
    said = f'<p class="bildmarke">{PICTURES[where]}</p>'
    return f'<{tag} class="{names}">{said}{figure(block.picture)}</{tag}>'


def _row(row: MarkedRow, labels: tuple[str, ...], notes: Notes, around: Side) -> str:
    where = side(row.fate) if row.fate else around
    said = f'<span class="dold">{ROWS[where]}</span>' if where != around else ""
    tag = 'th scope="col"' if row.header else "td"
    cells = []
    for index, cell in enumerate(row.cells):
        label = f' data-rubrik="{html_text(labels[index])}"' if index < len(labels) and not row.header else ""
        cells.append(f"<{tag}{label}>{said if index == 0 else ''}{_cell(cell, notes, where)}</{tag.split()[0]}>")
    return f"<tr{_class(CLASSES[where] if where != around else '')}>{''.join(cells)}</tr>"


def _cell(cell: MarkedCell, notes: Notes, around: Side) -> str:
    return "<br>".join(spans(paragraph.spans, notes, around) for paragraph in cell.content)


def _plain(cell: MarkedCell) -> str:
    texts = (getattr(span.inline, "text", "") for p in cell.content for span in p.spans if side(span.fate) != "gammal")
    return "".join(texts)


def _notes(notes: Notes, around: Side) -> str:
    """The footnotes of a section; one may bring more."""
    out: list[str] = []
    while len(out) < len(notes.notes):
        where, note = notes.notes[len(out)]
        words = " ".join(spans(p.spans, notes, around if where == around else where) for p in note.content)
        names = _class("fotnot", CLASSES[where] if where != around else "")
        out.append(f"<p{names}><sup>[{len(out) + 1}]</sup> {words}</p>")
    return "".join(out)
