"""The workbook's bytes. Everything is written as text: a cell that begins with = is no formula."""

from collections.abc import Mapping
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from builder.excel.heights import height, lines
from builder.excel.sheets import Column, Sheet, sheets, shown_sheets
from builder.model import Document, Edition
from builder.phrases import Phrases, phrases
from builder.records import TableSpec

__all__ = ["LANDSCAPE_A4", "UNDATED", "footer_text", "has_tables", "write", "write_shown"]

WIDTHS = {"text": 48, "klausul": 26, "part": 18, "lag": 22, "datum": 12, "heltal": 13, "val": 14, "produkt": 10}
"""In signs."""

TO_FILL_IN = 22
BUTTON = 3
"""Signs that the button of a heading takes."""

MARGINS = 2
"""Signs of a column's width that its cells' margins take."""

UNDATED = "1980-01-01"
LONGEST_LIST = 255
"""Excel holds no longer list of values."""

LANDSCAPE_A4 = 9


def has_tables(document: Document, specs: Mapping[str, TableSpec]) -> bool:
    """True when there is anything to make a workbook of."""
    return bool(sheets(document, specs))


def write(document: Document, specs: Mapping[str, TableSpec]) -> bytes:
    """A workbook with a first sheet that says what it is, then a sheet for each table of the registers.

    The same document gives the same bytes: the workbook's date is the text's.
    """
    return _written(document.edition, sheets(document, specs))


def write_shown(document: Document) -> bytes:
    """The same of every table that a document shows, whatever it is made of."""
    return _written(document.edition, shown_sheets(document))


def _written(edition: Edition, found: tuple[Sheet, ...]) -> bytes:
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False})
    _Writer(book, edition, phrases(edition.language)).all(found)
    book.close()
    return data.getvalue()


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, edition: Edition, words: Phrases) -> None:
        self.book = book
        self.edition = edition
        self.words = words
        wrapped = {"text_wrap": True, "align": "left", "valign": "top", "indent": 1}
        ruled = {**wrapped, "bottom": 1, "bottom_color": "#D9D9D9"}
        self.cell = self.format(**ruled)
        self.number = self.format(**{**ruled, "align": "right"})
        self.empty = self.format(**wrapped, bg_color="#FFF8E1", border=1, border_color="#9E9E9E")
        self.bold = self.format(bold=True, **ruled)
        self.heading = self.format(bold=True, font_size=16)
        # a line under the headings would lie over the first row's letters on paper (LibreOffice 7.4)
        self.top = self.format(bold=True, **wrapped, bg_color="#DCE6F1")

    def format(self, **properties: object) -> Format:
        return self.book.add_format({"font_name": "Calibri", **properties})

    def all(self, found: tuple[Sheet, ...]) -> None:
        day = datetime.fromisoformat(self.edition.date or UNDATED)
        self.book.set_properties({"title": self.edition.title, "author": self.edition.author, "created": day})
        self.about()
        for number, sheet in enumerate(found, 1):
            self.sheet(sheet, number)

    def about(self) -> None:
        """What the workbook is: version, status and checksum, so that a returned one can be placed."""
        page = self.book.add_worksheet(self.words.document_control[:31])
        page.set_column(0, 0, 24)
        page.set_column(1, 1, 80)
        page.write_string(0, 0, self.edition.title, self.heading)
        for line, (label, value) in enumerate(self.facts(), 2):
            page.write_string(line, 0, label, self.bold)
            page.write_string(line, 1, value, self.cell)
        self.paper(page)

    def facts(self) -> list[tuple[str, str]]:
        edition, words = self.edition, self.words
        said = [
            (words.status, edition.status if edition.valid else _draft(edition.status, words.draft.lower())),
            (words.version, edition.version),
            (words.date, edition.date),
            (words.agreement, edition.agreement_title),
            (words.diary, edition.diary),
            (words.checksum, edition.checksum),
            (words.commit, edition.commit),
        ]
        return [(label, value) for label, value in said if value]

    def sheet(self, sheet: Sheet, number: int) -> None:
        page = self.book.add_worksheet(sheet.name)
        titles = _distinct([column.title for column in sheet.columns])
        for index, column in enumerate(sheet.columns):
            page.set_column(index, index, _width(column))
            self.rule(page, index, column, len(sheet.rows))
        last = max(1, len(sheet.rows))
        headers = [{"header": title, "header_format": self.top} for title in titles]
        page.add_table(0, 0, last, len(titles) - 1, {"columns": headers, "name": f"Tabell{number}", "style": STYLE})
        taken = BUTTON + MARGINS
        page.set_row(0, height(max(lines(t, _width(c) - taken) for t, c in zip(titles, sheet.columns, strict=True))))
        for line, row in enumerate(sheet.rows, 1):
            self.row(page, line, row, sheet.columns)
        page.freeze_panes(1, 1)
        page.repeat_rows(0)
        self.paper(page)

    def row(self, page: Worksheet, line: int, row: tuple[str, ...], columns: tuple[Column, ...]) -> None:
        # Without a height LibreOffice 7.4 sets wrapped rows one line high.
        page.set_row(line, height(_lines(row, columns)))
        for index, (text, column) in enumerate(zip(row, columns, strict=True)):
            if column.fill_in:
                page.write_blank(line, index, None, self.empty)
            elif column.kind in ("heltal", "produkt") and text.isdecimal():
                page.write_number(line, index, int(text), self.number)
            else:
                page.write_string(line, index, text, self.cell)

    def rule(self, page: Worksheet, index: int, column: Column, rows: int) -> None:
        """What may be filled in, which is said when the cell is chosen and when something else is written."""
        if not column.fill_in or not rows:
            return
        if column.choices and len(",".join(column.choices)) <= LONGEST_LIST:
            told = _told(self.words.choose_value)
            page.data_validation(1, index, rows, index, {"validate": "list", "source": list(column.choices), **told})
        elif column.kind == "datum":
            rule = {"validate": "date", "criteria": ">=", "value": datetime(2000, 1, 1)}
            page.data_validation(1, index, rows, index, {**rule, **_told(self.words.write_day)})

    def paper(self, page: Worksheet) -> None:
        edition = self.edition
        page.set_landscape()
        page.set_paper(LANDSCAPE_A4)
        page.fit_to_pages(1, 0)
        state = "" if edition.valid else f"{self.words.draft.upper()}  "
        page.set_footer(
            f"&L{state}{footer_text(edition.title)}&C{footer_text(edition.version)} {edition.date}&R&P / &N"
        )


def _told(said: str) -> dict[str, str]:
    return {"input_message": said, "error_message": said}


STYLE = "Table Style Light 9"


def _width(column: Column) -> int:
    return TO_FILL_IN if column.fill_in and column.kind == "text" else WIDTHS[column.kind]


def _lines(row: tuple[str, ...], columns: tuple[Column, ...]) -> int:
    """How many lines the tallest cell takes, told by the signs that fit in its width."""
    return max((lines(text, _width(column) - MARGINS) for text, column in zip(row, columns, strict=True)), default=1)


def _draft(status: str, draft: str) -> str:
    return status if status == draft else f"{status} ({draft})"


def footer_text(text: str) -> str:
    """Text as it may stand in a footer, where an & begins a code."""
    return text.replace("&", "&&")


def _distinct(titles: list[str]) -> list[str]:
    """Titles that differ in any case of letters, as Excel asks of a table's headings."""
    given: list[str] = []
    for title in titles:
        name, number = title, 1
        while name.lower() in {other.lower() for other in given}:
            number += 1
            name = f"{title} {number}"
        given.append(name)
    return given
