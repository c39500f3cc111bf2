"""Marked tables as HTML. Stretches of rows that are as they were are folded until the reader opens them."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from builder.redline import KEPT, Fate, MarkedCell, MarkedParagraph, MarkedRow, MarkedTable, new_words, row_changed
from builder.web.escape import html_text
from builder.web.marked_place import attribute, placed, said
from builder.web.marked_text import Notes, Side, side, spans

__all__ = ["marked_table"]

ROWS: dict[Side, str] = {"kvar": "", "ny": "Ny rad: ", "gammal": "Borttagen rad: ", "utgick": "Struken rad: "}
COLUMNS: dict[Side, str] = {
    "kvar": "", "ny": "Ny kolumn: ", "gammal": "Borttagen kolumn: ", "utgick": "Struken kolumn: ",
}  # fmt: skip


LEAST = 4
"""Rows in a stretch that is folded; fewer take no more room than the words for them."""


def marked_table(table: MarkedTable, notes: Notes, around: Side, title: MarkedParagraph | None = None) -> str:
    """A table in a frame that scrolls, after what is said of where it moved. `title`: its caption."""
    where = side(table.fate)
    inner = around if where == "kvar" else where
    notes.tables += 1
    label = (title and new_words(title)) or f"Tabell {notes.tables} i {notes.section}"
    moved, names = said(table.fate, notes, "tabell"), attribute("tabell", placed(table.fate, notes, around))
    inside, notes.fate = notes.fate, (*notes.fate, *table.fate)
    caption = f'<caption class="tabellrubrik">{spans(title.spans, notes, inner)}</caption>' if title else ""
    rows = "".join(_rows(table, notes, inner))
    notes.fate = inside
    frame = f'<div{names} tabindex="0" role="region" aria-label="{html_text(label)}">'
    return f'{frame}{f"<p>{moved}</p>" if moved else ""}<table class="data">{caption}{rows}</table></div>'


def _rows(table: MarkedTable, notes: Notes, around: Side) -> Iterator[str]:
    heads = next((row for row in table.rows if row.header), None)
    labels = tuple(_plain(cell) for cell in heads.cells) if heads else ()
    columns = table.columns or (KEPT,) * len(table.alignment)
    for same, stretch in groupby(table.rows, lambda row: not row.header and not row_changed(row)):
        rows = [_row(row, columns, labels, notes, around) for row in stretch]
        yield _folded(rows, len(columns)) if same and len(rows) >= LEAST else "".join(rows)


def _folded(rows: list[str], columns: int) -> str:
    """Rows that a box opens: it needs no script, and a table's rows cannot stand in <details>."""
    words = f'<span class="dem">Visa </span>{len(rows)} oförändrade rader'
    opens = f'<tr class="oppna"><td colspan="{columns}"><label><input type="checkbox"> {words}</label></td></tr>'
    return f'<tbody class="lika">{opens}{"".join(rows)}</tbody>'


def _row(row: MarkedRow, columns: tuple[Fate, ...], labels: tuple[str, ...], notes: Notes, around: Side) -> str:
    where = side(row.fate) if row.fate else around
    told = f'<span class="dold">{ROWS[where]}</span>' if where != around else said(row.fate, notes, "rad")
    names = attribute(placed(row.fate, notes, around) if row.fate else "")
    cells = []
    for index, (cell, fate) in enumerate(zip(row.cells, columns, strict=True)):
        label = labels[index] if index < len(labels) and not row.header else None
        words = (told if index == 0 else "") + _cell(cell, fate, row.header, notes, where)
        cells.append(_tagged(words, row.header, label, placed(fate, notes, "kvar")))
    return f"<tr{names}>{''.join(cells)}</tr>"


def _tagged(words: str, header: bool, label: str | None, name: str) -> str:
    if header:
        return f'<th scope="col"{attribute(name)}>{words}</th>'
    named = "" if label is None else f' data-rubrik="{html_text(label)}"'
    return f"<td{named}{attribute(name)}>{words}</td>"


def _cell(cell: MarkedCell, column: Fate, header: bool, notes: Notes, around: Side) -> str:
    """A cell; a heading says what happened to its column."""
    where = side(column)
    told = f'<span class="dold">{COLUMNS[where]}</span>' if header and where != "kvar" else ""
    moved = said(column, notes, "kolumn") if header else ""
    groups = groupby(cell.content, lambda paragraph: paragraph.shape.level > 0 and paragraph.shape.marker != "none")
    return told + moved + "".join(_said(is_list, group, notes, around) for is_list, group in groups)


def _said(is_list: bool, group: Iterable[MarkedParagraph], notes: Notes, around: Side) -> str:
    """Paragraphs of a cell a line each, or items in a list."""
    said = [spans(paragraph.spans, notes, around) for paragraph in group]
    return f"<ul>{''.join(f'<li>{each}</li>' for each in said)}</ul>" if is_list else "<br>".join(said)


def _plain(cell: MarkedCell) -> str:
    texts = (getattr(span.inline, "text", "") for p in cell.content for span in p.spans if side(span.fate) != "gammal")
    return "".join(texts)
