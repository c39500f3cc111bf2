"""Tables: rows with their fates, header rows that repeat, widths from what the columns hold."""

import re
from dataclasses import replace
from itertools import accumulate, pairwise

from builder.model import Text
from builder.redline import MarkedCell, MarkedRow, MarkedTable, in_new, new_words
from builder.word.columns import row_by_row
from builder.word.flow import Grid, Pair, cell
from builder.word.labels import labels
from builder.word.look import TABLE_LOOK
from builder.word.marks import settle
from builder.word.paragraphs import paragraph
from builder.word.pen import Pen
from builder.word.revisions import mark, rewritten
from builder.word.shapes import Place
from builder.word.xml import attribute

__all__ = ["table"]

LETTER, SMALL_LETTER, MARGINS = 112, 95, 200
"""The width of a letter, of one in a table on a page on its side, and of a cell's margins, in twentieths of a point."""

SHORTEST, TO_FILL_IN, FULLEST = 4, 50, 320
"""Letters that a column has room for at least, that an empty one counts for, and that a full one counts for."""

COUNTED = (20, 17, 14, 12, 10, 8)
"""Letters that a word counts for at most: the fewer, the more words are parted."""

SHARED = 0.8
"""The longest words may take this part of the width."""

PLACES: dict[tuple[bool, bool], Place] = {
    (False, False): "cell", (False, True): "header", (True, False): "small cell", (True, True): "small header",
}  # fmt: skip
"""What a cell is: in a table on a page on its side or not, in a row of headings or not."""

SIGNED = '<w:trHeight w:val="680" w:hRule="atLeast"/>'
"""The height of a row that a hand writes in."""

WHOLE = 12
"""A word of no more letters is never parted."""

PARTS = re.compile(r"[^-/]+[-/]?")
"""A line may end after a hyphen or a stroke."""


def table(pen: Pen, item: Grid) -> str:
    """A w:tbl."""
    grid, whole = item.table, pen.wide if item.wide else pen.width
    laid = list(row_by_row(grid))
    sides = {id(side): side for side, _ in laid} or {id(grid): grid}
    letter = SMALL_LETTER if item.wide else LETTER
    ends = {name: list(accumulate(_widths(side, whole, letter))) for name, side in sides.items()}
    edges = sorted({end for side in ends.values() for end in side})
    columns = "".join(f'<w:gridCol w:w="{end - start}"/>' for start, end in pairwise([0, *edges]))
    leads = _leading([row.header for _, row in laid], together=item.together)
    rows = "".join(
        _row(pen, item, side, row, _spans(ends[id(side)], edges), leads=leads[n]) for n, (side, row) in enumerate(laid)
    )
    return f"<w:tbl>{_properties(pen, item, whole)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _leading(headers: list[bool], *, together: bool) -> list[bool]:
    """Which rows stand on the page of the row after them: the first and the last but one, so that none stands alone on
    a page; all of a table that is kept together. Those of headings do so by their style."""
    first, last = sum(headers), len(headers) - 1
    return [n < last and (together or n == first or (n > first and n == last - 1)) for n in range(len(headers))]


Room = tuple[int, int]
"""The width of a cell, and how many of the table's columns it takes: more than one where rows have other columns."""


def _spans(ends: list[int], edges: list[int]) -> list[Room]:
    places = [0, *(edges.index(end) + 1 for end in ends)]
    starts = [0, *ends]
    return [(end - starts[n], places[n + 1] - places[n]) for n, end in enumerate(ends)]


def _properties(pen: Pen, item: Grid, whole: int) -> str:
    rows = item.table.rows
    heads = ", ".join(text for text in map(_title, rows[0].cells) if text) if rows else ""
    caption = attribute(item.caption or heads)
    description = attribute(f"{labels(pen.language).table} {heads}.")
    return (
        f'<w:tblPr><w:tblStyle w:val="{pen.style["Avtalstabell"]}"/><w:tblW w:w="{whole}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{TABLE_LOOK}<w:tblCaption w:val="{caption}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
    )


def _row(pen: Pen, item: Grid, grid: MarkedTable, row: MarkedRow, rooms: list[Room], *, leads: bool) -> str:
    """A w:tr. One that `leads` stands on the page of the row after it."""
    fate = rewritten(row.fate or grid.fate)
    head = "<w:tblHeader/>" if row.header else SIGNED if item.signed else ""
    old = grid.old_alignment or grid.alignment
    place = PLACES[item.wide, row.header]
    pairs = zip(grid.alignment, old, strict=False)
    cells = "".join(
        _cell(pen, content, room, pair, place, leads=leads)
        for content, room, pair in zip(row.cells, rooms, pairs, strict=False)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}{mark(pen, fate)}</w:trPr>{cells}</w:tr>"


def _cell(pen: Pen, content: MarkedCell, room: Room, align: Pair, place: Place, *, leads: bool) -> str:
    lines = settle(cell(pen, content.content, place, align))
    body = "".join(paragraph(pen, replace(line, leads=True) if leads else line) for line in lines)
    width, columns = room
    span = f'<w:gridSpan w:val="{columns}"/>' if columns > 1 else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}</w:tcPr>{body}</w:tc>'


# --- widths ------------------------------------------------------------------------------------------


def _widths(grid: MarkedTable, whole: int, letter: int) -> list[int]:
    """Each column gets room for its longest word; the rest is shared by how much text they hold, so that
    the cells of a row come out about as high."""
    texts = [[_text(row.cells[n]) for row in grid.rows if n < len(row.cells)] for n in range(len(grid.alignment))]
    least = _least([_longest_word(column) for column in texts], whole, letter)
    asked = [min(max(_mean(column), SHORTEST), FULLEST) if _says_something(column) else TO_FILL_IN for column in texts]
    spare = max(whole - sum(least), 0)
    widths = [whole * few // sum(least) if not spare else few + spare * letters // sum(asked)
              for few, letters in zip(least, asked, strict=True)]  # fmt: skip
    return [*widths[:-1], whole - sum(widths[:-1])] if widths else []


def _least(longest: list[int], whole: int, letter: int) -> list[int]:
    """Room for the longest words, of which ever fewer letters count until there is some room to share."""
    for most in COUNTED:
        least = [MARGINS + letter * min(max(letters, SHORTEST), most) for letters in longest]
        if sum(least) <= whole * SHARED:
            break
    return least


def _longest_word(texts: list[str]) -> int:
    words = (word for text in texts for word in text.split())
    return max((len(part) for word in words for part in _parts(word)), default=1)


def _parts(word: str) -> list[str]:
    """What a line may not part: a short word with a hyphen ("MAT-01") stays whole."""
    return PARTS.findall(word) if len(word) > WHOLE else [word]


def _says_something(column: list[str]) -> bool:
    """False for a column that is left to the reader: nothing under its heading."""
    return any(column[1:]) or len(column) < 2


def _mean(texts: list[str]) -> int:
    return sum(map(len, texts)) // max(len(texts), 1)


def _text(content: MarkedCell) -> str:
    return " ".join(new_words(p) for p in content.content if in_new(p.fate)).strip()


def _title(content: MarkedCell) -> str:
    """The words of a cell; those it had where it is gone."""
    gone = (span.inline.text for p in content.content for span in p.spans if isinstance(span.inline, Text))
    return _text(content) or "".join(gone).strip()
