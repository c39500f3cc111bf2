"""Tables: rows with their fates, header rows that repeat, widths from what the columns hold."""

from builder.redline import MarkedCell, MarkedRow, MarkedTable, in_new
from builder.word.flow import Pair, cell
from builder.word.labels import labels
from builder.word.look import TABLE_LOOK
from builder.word.marks import settle
from builder.word.paragraphs import paragraph
from builder.word.pen import Pen
from builder.word.revisions import mark, rewritten
from builder.word.wording import new_words
from builder.word.xml import attribute

__all__ = ["table"]

LONGEST, TALLEST, NARROWEST = 34, 60, 8


def table(pen: Pen, grid: MarkedTable) -> str:
    """A w:tbl."""
    widths = _widths(grid, pen.width)
    columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_row(pen, grid, row, widths) for row in grid.rows)
    return f"<w:tbl>{_properties(pen, grid)}<w:tblGrid>{columns}</w:tblGrid>{rows}</w:tbl>"


def _properties(pen: Pen, grid: MarkedTable) -> str:
    heads = ", ".join(text for text in map(_text, grid.rows[0].cells) if text) if grid.rows else ""
    caption = attribute(grid.caption or heads)
    description = attribute(f"{labels(pen.language).table} {heads}.")
    return (
        f'<w:tblPr><w:tblStyle w:val="{pen.style["Avtalstabell"]}"/><w:tblW w:w="{pen.width}" w:type="dxa"/>'
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
    """Columns in proportion to what they hold, none too narrow for its longest word."""
    columns = len(grid.alignment)
    texts = [[_text(row.cells[n]) for row in grid.rows if n < len(row.cells)] for n in range(columns)]
    weights = [_weight(column) for column in texts]
    widths = [whole * weight // max(sum(weights), 1) for weight in weights]
    if widths:
        widths[-1] += whole - sum(widths)
    return widths


def _weight(texts: list[str]) -> int:
    word = max((len(word) for text in texts for word in text.split()), default=0)
    mean = sum(map(len, texts)) // max(len(texts), 1)
    return max(NARROWEST, min(word + 2, LONGEST), min(mean, TALLEST))


def _text(content: MarkedCell) -> str:
    return " ".join(new_words(p) for p in content.content if in_new(p.fate)).strip()
