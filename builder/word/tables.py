"""Tables: rows with their fates, header rows that repeat, widths from what the columns hold."""

from builder.redline import MarkedCell, MarkedRow, MarkedTable, in_new
from builder.word.flow import Grid, Pair, cell
from builder.word.labels import labels
from builder.word.look import TABLE_LOOK
from builder.word.marks import settle
from builder.word.paragraphs import paragraph
from builder.word.pen import Pen
from builder.word.revisions import mark, rewritten
from builder.word.wording import new_words
from builder.word.xml import attribute

__all__ = ["table"]

LETTER, MARGINS = 112, 190
"""The width of a letter and of a cell's margins, in twentieths of a point."""

SHORTEST, LONGEST, FULLEST = 4, 20, 150
"""Letters that a column has room for at least, that a word counts for at most, and a text."""


def table(pen: Pen, item: Grid) -> str:
    """A w:tbl."""
    grid, whole = item.table, pen.wide if item.wide else pen.width
    widths = _widths(grid, whole)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(pen, grid, row, widths) for row in grid.rows)
    return f"<w:tbl>{_properties(pen, grid, whole)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _properties(pen: Pen, grid: MarkedTable, whole: int) -> str:
    heads = ", ".join(text for text in map(_text, grid.rows[0].cells) if text) if grid.rows else ""
    caption = attribute(grid.caption or heads)
    description = attribute(f"{labels(pen.language).table} {heads}.")
    return (
        f'<w:tblPr><w:tblStyle w:val="{pen.style["Avtalstabell"]}"/><w:tblW w:w="{whole}" w:type="dxa"/>'
        f'<w:tblLayout w:type="fixed"/>{TABLE_LOOK}<w:tblCaption w:val="{caption}"/>'
        f'<w:tblDescription w:val="{description}"/></w:tblPr>'
    )


def _row(pen: Pen, grid: MarkedTable, row: MarkedRow, widths: list[int]) -> str:
    fate = rewritten(row.fate or grid.fate)
    head = "<w:tblHeader/>" if row.header else ""
    old = grid.old_alignment or grid.alignment
    pairs = zip(grid.alignment, old, strict=False)
    cells = "".join(
        _cell(pen, content, width, pair, row.header)
        for content, width, pair in zip(row.cells, widths, pairs, strict=False)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{head}{mark(pen, fate)}</w:trPr>{cells}</w:tr>"


def _cell(pen: Pen, content: MarkedCell, width: int, align: Pair, header: bool) -> str:
    lines = settle(cell(pen, content.content, "header" if header else "cell", align))
    body = "".join(paragraph(pen, line) for line in lines)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{body}</w:tc>'


# --- widths ------------------------------------------------------------------------------------------


def _widths(grid: MarkedTable, whole: int) -> list[int]:
    """Each column gets room for its longest word; the rest is shared by how much text they hold."""
    texts = [[_text(row.cells[n]) for row in grid.rows if n < len(row.cells)] for n in range(len(grid.alignment))]
    least = [_room(_longest_word(column), LONGEST) for column in texts]
    wanted = [max(few, _room(2 * _mean(column), FULLEST)) for few, column in zip(least, texts, strict=True)]
    spare, asked = whole - sum(least), sum(wanted) - sum(least)
    if spare < 0 or not asked:
        widths = [whole * share // sum(least) for share in least]
    else:
        widths = [few + (many - few) * spare // asked for few, many in zip(least, wanted, strict=True)]
    return [*widths[:-1], whole - sum(widths[:-1])] if widths else []


def _longest_word(texts: list[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _mean(texts: list[str]) -> int:
    return sum(map(len, texts)) // max(len(texts), 1)


def _room(letters: int, most: int) -> int:
    """The width of a text of so many letters in a cell."""
    return MARGINS + LETTER * min(max(letters, SHORTEST), most)


def _text(content: MarkedCell) -> str:
    return " ".join(new_words(p) for p in content.content if in_new(p.fate)).strip()
