"""How high rows are: room for what they hold, and for what is written in them later."""

import re
import zipfile
from io import BytesIO

__all__ = ["height", "let_rows_grow", "lines"]

LINE = 15.0
"""Points a line of 11-point text takes."""

LETTERS = 1.1
"""So many letters of text fit in a sign's width."""

MOST_LINES = 27
"""Excel's rows are at most 409 points high."""

ROW = re.compile(rb'(<row [^>]*?) customHeight="1"')
EPOCH = (1980, 1, 1, 0, 0, 0)


def lines(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many signs."""
    return sum(1 + int(len(part) / LETTERS / width) for part in text.split("\n"))


def height(count: int) -> float:
    """The height of a row of so many lines, in points."""
    return LINE * min(MOST_LINES, count)


def let_rows_grow(data: bytes) -> bytes:
    """The workbook with its rows' heights as what they are now, not as what they must stay.

    xlsxwriter marks every height as the user's own choice, and Excel then cuts an answer that is longer."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as book, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as loose:
        for entry in book.infolist():
            part = book.read(entry)
            if entry.filename.startswith("xl/worksheets/"):
                part = ROW.sub(rb"\1", part)
            loose.writestr(zipfile.ZipInfo(entry.filename, EPOCH), part, zipfile.ZIP_DEFLATED, 6)
    return target.getvalue()
