"""Workbooks of a document's tables, read back by a library of their own kind."""

import zipfile
from datetime import datetime
from io import BytesIO

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import excel
from builder.excel.sheets import sheets
from builder.model import Cell, Document, Edition, Paragraph, Row, Section, Table, Text
from builder.records import RecordColumn, TableSpec

COLUMNS = (
    RecordColumn("klausul", "Klausul", "klausul"),
    RecordColumn("antal", "Antal", "heltal"),
    RecordColumn("nuläge", "Nuläge", "val", values=("ja", "nej"), fill_in=True),
    RecordColumn("klart", "Klart", "datum", fill_in=True),
)
EDITION = Edition("Gap & analys", version="utkast-2", date="2026-11-22", checksum="c" * 64, agreement_title="Avtalet")


def cell(*texts: str) -> Cell:
    return Cell(tuple(Paragraph((Text(text),) if text else ()) for text in texts or ("",)))


def document(*rows: tuple[str, ...], title: str = "Gap", columns: tuple[RecordColumn, ...] = COLUMNS) -> Document:
    head = Row(tuple(cell(column.title) for column in columns), header=True)
    body = tuple(Row(tuple(map(cell, row)), key=f"rad-{number}") for number, row in enumerate(rows))
    table = Table((head, *body), ("left",) * len(columns))
    return Document("gap", EDITION, (Section("tabell/gap", "table", 1, (Text(title),), (table,), "1"),))


def specs(columns: tuple[RecordColumn, ...] = COLUMNS) -> dict[str, TableSpec]:
    return {"gap": TableSpec("gap", "Gap", "klausuler", columns)}


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


ROW = ("5.1 Tröskel", "7", "", "")


def test_a_workbook_holds_the_table_under_its_headings() -> None:
    page = opened(excel.write(document(ROW), specs()))["Gap"]
    assert [[item.value for item in row] for row in page.iter_rows()] == [
        ["Id", "Klausul", "Antal", "Nuläge", "Klart"],
        ["rad-0", "5.1 Tröskel", 7, None, None],
    ]
    assert (page.freeze_panes, page.print_title_rows, page.page_setup.orientation) == ("B2", "$1:$1", "landscape")


def test_what_is_to_be_filled_in_offers_its_values() -> None:
    page = opened(excel.write(document(ROW, ROW), specs()))["Gap"]
    rules = {str(rule.sqref): (rule.type, rule.formula1) for rule in page.data_validations.dataValidation}
    assert rules == {"D2:D3": ("list", '"ja,nej"'), "E2:E3": ("date", "36526")}


def test_the_first_sheet_says_what_it_is_and_that_it_is_a_draft() -> None:
    page = opened(excel.write(document(ROW), specs())).worksheets[0]
    said = {row[0].value: row[1].value for row in page.iter_rows(min_row=3)}
    assert said == {
        "Status": "utkast",
        "Version": "utkast-2",
        "Datum": "2026-11-22",
        "Överenskommelse": "Avtalet",
        "Kontrollsumma": "c" * 64,
    }
    assert "UTKAST" in str(page.oddFooter.left.text)
    assert page.oddFooter.left.text == "UTKAST  Gap && analys"


def test_the_same_document_gives_the_same_bytes_dated_by_the_text() -> None:
    data = excel.write(document(ROW), specs())
    assert data == excel.write(document(ROW), specs())
    assert opened(data).properties.created == datetime(2026, 11, 22)
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@SUM(A1)", "=cmd|' /C calc'!A0", "https://a.se", "00123"])
def test_a_cell_is_text_and_never_a_formula(text: str) -> None:
    page = opened(excel.write(document((text, "7", "", "")), specs()))["Gap"]
    assert (page["B2"].value, page["B2"].data_type) == (text, "s")
    assert page["B2"].hyperlink is None


@pytest.mark.parametrize(
    ("title", "name"),
    [("Gap", "Gap"), ("A/B: [C]*?", "A B C"), ("x" * 40, "x" * 31), ("'", "Tabell"), ("Risker 'a'", "Risker 'a")],
)
def test_a_sheet_is_named_as_excel_allows(title: str, name: str) -> None:
    made = document(ROW, title=title)
    assert [sheet.name for sheet in sheets(made, specs())] == [name]
    assert opened(excel.write(made, specs())).sheetnames[1] == name


def test_headings_that_are_alike_are_told_apart() -> None:
    columns = (RecordColumn("a", "Nr"), RecordColumn("b", "nr"), RecordColumn("c", "Id"))
    page = opened(excel.write(document(("1", "2", "3"), columns=columns), specs(columns)))["Gap"]
    assert [item.value for item in page[1]] == ["Id", "Nr", "nr 2", "Id 2"]


def test_a_heading_that_is_broken_has_a_row_high_enough_for_its_lines() -> None:
    long = RecordColumn("dag", "Mottagandet bekräftat av registratorn", "datum", fill_in=True)
    low, high = (
        opened(excel.write(document(ROW, columns=columns), specs(columns)))["Gap"].row_dimensions[1].height
        for columns in (COLUMNS, (*COLUMNS[:3], long))
    )
    assert (low, high) == (None, 75)


def test_a_document_without_register_tables_has_no_workbook() -> None:
    assert not excel.has_tables(document(ROW), {})


PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff"))


@given(st.lists(st.tuples(PRINTABLE, st.just("1"), st.just(""), st.just("")), max_size=4), PRINTABLE)
def test_any_words_come_back_as_they_were(rows: list[tuple[str, ...]], title: str) -> None:
    made = document(*rows, title=title)
    book = opened(excel.write(made, specs()))
    read = [page["B2"].parent for page in book.worksheets][-1]
    assert [row[1].value or "" for row in read.iter_rows(min_row=2, max_row=1 + len(rows))] == [row[0] for row in rows]


def test_words_keep_off_the_lines_and_the_next_column() -> None:
    page = opened(excel.write(document(ROW), specs()))["Gap"]
    heads, cells = (list(row) for row in page.iter_rows())
    assert all(item.alignment.indent and item.alignment.vertical == "top" for item in (*heads, *cells))
    assert {item.border.bottom.style for item in heads} == {None}
    assert {item.border.bottom.style for item in cells} == {"thin"}
    assert cells[2].alignment.horizontal == "right"
