"""The answer form as a workbook: a sheet each for reading first, the answer, questions, clauses and the decision.

Ids stand in a column of their own and are locked, without a password; only cells to fill in can be changed. Values to
choose among stand on a hidden sheet: a list in the rule itself holds 255 letters and no commas.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from builder.answers import AnswerForm, ClauseRow, Field, QuestionRow
from builder.excel.heights import height, let_rows_grow, lines
from builder.excel.workbook import LANDSCAPE_A4, UNDATED, footer_text
from builder.phrases import phrases

__all__ = ["write_answer_form"]

HIDDEN = "Val"
ALLOWED = {"format_columns": True, "format_rows": True, "autofilter": True}
"""What may be done on a locked sheet beside filling in: make room for an answer, and find rows."""

READ, FIELDS = (26, 100), (36, 44, 70, 24)
QUESTIONS, CLAUSES = (7, 54, 34, 28, 46, 32), (9, 34, 12, 24, 44, 44, 34, 32)
"""The columns' widths, in signs."""

FEWEST_LINES = 3
"""Of a row to write in."""


INDENTED = 2
"""Signs of a column's width that its cells' margins take."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: a text to read, or one to fill in with what may be chosen for it."""

    text: str = ""
    fill_in: bool = False
    choices: tuple[str, ...] = ()
    strong: bool = False
    faint: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row, at least so many lines high."""

    cells: tuple[Cell, ...]
    room: int = FEWEST_LINES


def write_answer_form(form: AnswerForm) -> bytes:
    """The bytes of the .xlsx: the same form gives the same bytes."""
    data = BytesIO()
    book = xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_urls": False, "strings_to_formulas": False})
    _Writer(book, form).all()
    book.close()
    return let_rows_grow(data.getvalue())


# --- what the sheets hold ----------------------------------------------------------------------------


def _facts(form: AnswerForm) -> Iterator[tuple[str, str]]:
    """Which text is answered, and for whom the form was made."""
    edition, names = form.edition, phrases(form.edition.language)
    yield form.words.recipient, form.recipient.name if form.recipient else ""
    yield names.version, edition.version
    yield names.status, edition.status
    yield names.date, edition.date
    yield names.diary, edition.diary
    yield names.commit, edition.commit
    yield names.checksum, edition.checksum


def _field(field_: Field) -> Row:
    answer = Cell(field_.value, fill_in=True, choices=field_.choices)
    cells = (Cell(field_.label, strong=True), Cell(field_.hint), answer, Cell(field_.id, faint=True))
    return Row(cells, max(field_.room, 2))


def _question(row: QuestionRow, form: AnswerForm) -> Row:
    asked, said = row.question, form.words
    alternatives = phrases(form.edition.language).alternatives
    text = (
        asked.text,
        f"{said.answer_so}: {asked.guidance}" if asked.guidance else "",
        f"{alternatives}: {'; '.join(asked.alternatives)}." if asked.alternatives else "",
    )
    answer = Cell(fill_in=True, choices=row.choices) if row.choices else Cell(said.free, faint=True)
    return Row((
        Cell(str(asked.number), strong=True), Cell("\n".join(filter(None, text))), Cell("\n".join(row.concerns)),
        answer, Cell(fill_in=True), Cell(row.id, faint=True),
    ))  # fmt: skip


def _clause(row: ClauseRow, positions: tuple[str, ...]) -> Row:
    free = Cell(fill_in=True)
    numbers = ", ".join(map(str, row.questions))
    return Row((
        Cell(row.number, strong=True), Cell(row.title, strong=True), Cell(numbers),
        Cell(fill_in=True, choices=positions), free, free, free, Cell(row.id, faint=True),
    ))  # fmt: skip


Places = dict[tuple[str, ...], list[tuple[int, int]]]
"""The cells, as line and column, in which each list of values may be chosen from."""

# --- writing -----------------------------------------------------------------------------------------


@dataclass(slots=True)
class _Choices:
    """The hidden sheet of values, each list once."""

    page: Worksheet
    known: dict[tuple[str, ...], str] = field(default_factory=dict)

    def place(self, choices: tuple[str, ...]) -> str:
        """Where a list stands, as a rule refers to it."""
        if choices not in self.known:
            line = len(self.known)
            for column, text in enumerate(choices):
                self.page.write_string(line, column, text)
            self.known[choices] = f"={HIDDEN}!$A${line + 1}:${xl_col_to_name(len(choices) - 1)}${line + 1}"
        return self.known[choices]


class _Writer:
    def __init__(self, book: xlsxwriter.Workbook, form: AnswerForm) -> None:
        self.book, self.form, self.said = book, form, form.words
        wrapped = {"text_wrap": True, "align": "left", "valign": "top", "indent": 1}
        ruled = {**wrapped, "bottom": 1, "bottom_color": "#D9D9D9"}
        self.loose = self.look(**wrapped)
        self.plain = self.look(**ruled)
        self.bold = self.look(bold=True, **ruled)
        self.faint = self.look(font_color="#595959", font_size=9, **ruled)
        # a line under the headings would lie over the first row's letters on paper (LibreOffice 7.4)
        self.head = self.look(bold=True, bg_color="#DCE6F1", **wrapped)
        self.title = self.look(bold=True, font_size=18, font_color="#1F4E79")
        self.free = self.look(locked=False, bg_color="#FFFBEE", border=1, border_color="#8C8C8C", **wrapped)

    def look(self, **properties: object) -> Format:
        return self.book.add_format({"font_name": "Calibri", **properties})

    def all(self) -> None:
        form, said = self.form, self.said
        self.properties()
        first, answer, questions, clauses, decision = map(self.book.add_worksheet, said.sheets)
        hidden = self.book.add_worksheet(HIDDEN)
        hidden.hide()
        self.choices = _Choices(hidden)
        self.read_first(first)
        field_heads = (said.field_heads[0], said.hint_head, said.field_heads[1], said.id_head)
        self.sheet(answer, FIELDS, field_heads, map(_field, form.respond))
        self.sheet(questions, QUESTIONS, self.question_heads(), self.question_rows(), names=2)
        self.sheet(clauses, CLAUSES, self.clause_heads(), self.clause_rows(), names=2)
        self.sheet(decision, FIELDS, field_heads, map(_field, (*form.decision, *form.attachments)))

    def properties(self) -> None:
        """What the file says to a program, in the same words as the Word form's."""
        edition = self.form.edition
        day = datetime.fromisoformat(edition.date or UNDATED)
        title = f"{self.said.title}: {edition.title}"
        self.book.set_properties({"title": title, "author": edition.author, "created": day})
        facts = {
            "Dokument": self.form.document, "Avtal": edition.agreement, "Version": edition.version,
            "Status": edition.status, "Datum": edition.date, "Versions-id": edition.commit,
            "Kontrollsumma": edition.checksum, "Diarienummer": edition.diary, "Mottagare": edition.recipient,
            "Formulär": "svar",
        }  # fmt: skip
        for name, text in facts.items():
            if text:
                self.book.set_custom_property(name, text, "text")

    def question_heads(self) -> tuple[str, ...]:
        number, question, answer, comment = self.said.question_heads
        return number, question, self.said.concerns, answer, comment, self.said.id_head

    def question_rows(self) -> Iterator[Row]:
        return (_question(row, self.form) for group in self.form.questions for row in group.rows)

    def clause_heads(self) -> tuple[str, ...]:
        name, *answers = self.said.clause_heads
        return self.said.question_heads[0], name, self.said.asks, *answers, self.said.id_head

    def clause_rows(self) -> Iterator[Row]:
        return (_clause(row, self.said.positions) for group in self.form.clauses for row in group.rows)

    def read_first(self, page: Worksheet) -> None:
        for column, width in enumerate(READ):
            page.set_column(column, column, width)
        page.write_string(0, 0, self.said.title, self.title)
        page.set_row(0, 28)
        page.write_string(1, 0, self.form.edition.title, self.look(font_size=13))
        line = 3
        for name, text in _facts(self.form):
            if text:
                page.write_string(line, 0, name, self.bold)
                page.write_string(line, 1, text, self.plain)
                line += 1
        page.write_string(line + 1, 0, self.said.guide_title, self.look(bold=True, valign="top"))
        for number, text in enumerate(self.said.guide):
            page.set_row(line + 1 + number, height(lines(text, READ[1])))
            page.write_string(line + 1 + number, 1, text, self.loose)
        self.paper(page)

    def sheet(
        self, page: Worksheet, widths: Sequence[int], heads: Sequence[str], rows: Iterable[Row], names: int = 1
    ) -> None:
        for column, (width, text) in enumerate(zip(widths, heads, strict=True)):
            page.set_column(column, column, width)
            page.write_string(0, column, text, self.head)
        page.set_row(0, height(max(map(lines, heads, widths))))
        last, places = 0, Places()
        for last, row in enumerate(rows, 1):
            self.row(page, last, row, widths, places)
        self.rules(page, places)
        page.autofilter(0, 0, max(last, 1), len(heads) - 1)
        page.freeze_panes(1, names)
        page.repeat_rows(0)
        self.paper(page)

    def row(self, page: Worksheet, line: int, row: Row, widths: Sequence[int], places: Places) -> None:
        most = max(lines(cell.text, width - INDENTED) for cell, width in zip(row.cells, widths, strict=True))
        page.set_row(line, height(max(most, row.room)))
        for column, cell in enumerate(row.cells):
            page.write(line, column, cell.text or None, self.format(cell))
            if cell.choices:
                places.setdefault(cell.choices, []).append((line, column))

    def format(self, cell: Cell) -> Format:
        if cell.fill_in:
            return self.free
        return self.bold if cell.strong else self.faint if cell.faint else self.plain

    def rules(self, page: Worksheet, places: Places) -> None:
        """One rule for all cells where the same may be chosen."""
        for choices, cells in places.items():
            ranges = " ".join(xl_rowcol_to_cell(line, column) for line, column in cells)
            (line, column), rule = cells[0], self.rule(choices)
            page.data_validation(line, column, line, column, {**rule, "multi_range": ranges})

    def rule(self, choices: tuple[str, ...]) -> dict[str, object]:
        return {
            "validate": "list", "source": self.choices.place(choices), "error_title": self.said.choose,
            "error_message": self.said.choose_error, "input_title": self.said.choose,
            "input_message": self.said.choose_hint,
        }  # fmt: skip

    def paper(self, page: Worksheet) -> None:
        edition = self.form.edition
        page.protect("", ALLOWED)
        page.set_landscape()
        page.set_paper(LANDSCAPE_A4)
        page.set_margins(left=0.5, right=0.5)
        page.fit_to_pages(1, 0)
        version = " · ".join(filter(None, (edition.version, edition.date, edition.checksum[:16])))
        said = f"{self.said.title}: {edition.title}\n{version}"
        page.set_footer(f"&L{footer_text(said)}&R&P / &N")
