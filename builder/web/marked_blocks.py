"""Marked paragraphs, lists, tables and pictures as HTML."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Literal, assert_never

from builder.changes import Moves, elsewhere
from builder.redline import (
    KEPT,
    Fate,
    Kind,
    MarkedBlock,
    MarkedCell,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedTable,
    part_move,
)  # fmt: skip
from builder.web.escape import html_text
from builder.web.marked_text import Notes, Side, side, spans
from builder.web.picture import figure

__all__ = ["marked_blocks"]

CLASSES: dict[Side, str] = {"kvar": "", "ny": "bara-ny", "gammal": "bara-gammal", "utgick": "bara-utgick"}
ROWS: dict[Side, str] = {"kvar": "", "ny": "Ny rad: ", "gammal": "Borttagen rad: ", "utgick": "Struken rad: "}
COLUMNS: dict[Side, str] = {
    "kvar": "", "ny": "Ny kolumn: ", "gammal": "Borttagen kolumn: ", "utgick": "Struken kolumn: ",
}  # fmt: skip
Moving = Literal["stycke", "tabell", "rad", "kolumn"]
SAID: dict[Moving, tuple[str, str]] = {
    "stycke": ("Stycket har flyttats härifrån", "Stycket har flyttats hit"),
    "tabell": ("Tabellen har flyttats härifrån", "Tabellen har flyttats hit"),
    "rad": ("Raden har flyttats härifrån", "Raden har flyttats hit"),
    "kolumn": ("Kolumnen har flyttats härifrån", "Kolumnen har flyttats hit"),
}
MOVED: dict[Kind, str] = {"move-from": "bara-gammal flyttad", "move-to": "bara-ny flyttad"}
NOWHERE: Moves = {}
PICTURES: dict[Side, str] = {"kvar": "", "ny": "Tillagd bild", "gammal": "Borttagen bild", "utgick": "Struken bild"}
KINDS = {"facts": "fakta", "question": "fraga"}


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


def _placed(fate: Fate, notes: Notes, around: Side) -> str:
    """The class of what stands in one text only; of what moved by itself, that it did."""
    where, move = side(fate), part_move(fate, notes.fate)
    if move is not None:
        return MOVED[move.kind]
    return CLASSES[where] if where != around else ""


def _said(fate: Fate, notes: Notes, what: Moving) -> str:
    """What is said before a thing that moved by itself."""
    move = part_move(fate, notes.fate)
    if move is None:
        return ""
    words = SAID[what][move.kind == "move-to"] + elsewhere(move, notes.moved)
    return f'<span class="flyttmarke">{html_text(words)}:</span> '


def _words(paragraph: MarkedParagraph, notes: Notes, around: Side) -> str:
    move = part_move(paragraph.fate, notes.fate)
    inner = "kvar" if move is not None else around
    return _said(paragraph.fate, notes, "stycke") + spans(paragraph.spans, notes, inner)


def _paragraph(paragraph: MarkedParagraph, notes: Notes, around: Side) -> str:
    shape, words = paragraph.shape, _words(paragraph, notes, around)
    names = _class(_placed(paragraph.fate, notes, around), KINDS.get(shape.kind, ""))
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
        words, names = _words(item, notes, around), _class(_placed(item.fate, notes, around))
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


def _table(table: MarkedTable, notes: Notes, around: Side) -> str:
    where = side(table.fate)
    heads = next((row for row in table.rows if row.header), None)
    labels = tuple(_plain(cell) for cell in heads.cells) if heads else ()
    notes.tables += 1
    label = f"Tabell {notes.tables} i {notes.section}"
    columns = table.columns or (KEPT,) * len(table.alignment)
    said, names = _said(table.fate, notes, "tabell"), _class("tabell", _placed(table.fate, notes, around))
    inside, notes.fate = notes.fate, (*notes.fate, *table.fate)
    rows = "".join(_row(row, columns, labels, notes, around if where == "kvar" else where) for row in table.rows)
    notes.fate = inside
    caption = f"<caption>{html_text(table.caption)}</caption>" if table.caption else ""
    frame = f'<div{names} tabindex="0" role="region" aria-label="{html_text(label)}">'
    return f'{frame}{f"<p>{said}</p>" if said else ""}<table class="data">{caption}{rows}</table></div>'


def _picture(block: MarkedPicture, around: Side) -> str:
    where = side(block.fate)
    if where in (around, "kvar"):
        return figure(block.picture)
    tag, names = ("ins" if where == "ny" else "del"), f"helt{' utgick' if where == 'utgick' else ''}"
    said = f'<p class="bildmarke">{PICTURES[where]}</p>'
    return f'<{tag} class="{names}">{said}{figure(block.picture)}</{tag}>'


def _row(row: MarkedRow, columns: tuple[Fate, ...], labels: tuple[str, ...], notes: Notes, around: Side) -> str:
    where = side(row.fate) if row.fate else around
    said = f'<span class="dold">{ROWS[where]}</span>' if where != around else _said(row.fate, notes, "rad")
    names = _class(_placed(row.fate, notes, around) if row.fate else "")
    cells = []
    for index, (cell, fate) in enumerate(zip(row.cells, columns, strict=True)):
        label = labels[index] if index < len(labels) and not row.header else None
        words = (said if index == 0 else "") + _cell(cell, fate, row.header, notes, where)
        cells.append(_tagged(words, row.header, label, _placed(fate, notes, "kvar")))
    return f"<tr{names}>{''.join(cells)}</tr>"


def _tagged(words: str, header: bool, label: str | None, name: str) -> str:
    if header:
        return f'<th scope="col"{_class(name)}>{words}</th>'
    named = "" if label is None else f' data-rubrik="{html_text(label)}"'
    return f"<td{named}{_class(name)}>{words}</td>"


def _cell(cell: MarkedCell, column: Fate, header: bool, notes: Notes, around: Side) -> str:
    """A cell; a heading says what happened to its column."""
    where = side(column)
    said = f'<span class="dold">{COLUMNS[where]}</span>' if header and where != "kvar" else ""
    moved = _said(column, notes, "kolumn") if header else ""
    return said + moved + "<br>".join(spans(paragraph.spans, notes, around) for paragraph in cell.content)


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
