"""The answer form as a workbook, read back by a library of its own kind and saved by LibreOffice."""

import re
import zipfile
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from builder import excel
from builder.answers import AnswerForm
from tests.answer_examples import FORM
from tests.word.office import saved

SHEETS = ["Läs först", "Svar", "Frågor", "Klausuler", "Beslut"]
DATED = replace(FORM, edition=replace(FORM.edition, version="remiss-1", date="2027-01-08", commit="a" * 40))
DATA = excel.write_answer_form(DATED)


def opened(data: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(data))


def by_id(page: Worksheet) -> dict[str, list[str]]:
    """Each row's texts by its id, which stands last."""
    rows = [[str(cell.value or "") for cell in row] for row in page.iter_rows(min_row=2)]
    return {row[-1]: row[:-1] for row in rows}


def answers(data: bytes) -> dict[str, list[str]]:
    return {id_: row for name in SHEETS[1:] for id_, row in by_id(opened(data)[name]).items()}


def form_ids(form: AnswerForm) -> list[str]:
    rows = [row for group in (*form.questions, *form.clauses) for row in group.rows]
    return [item.id for item in (*form.respond, *rows, *form.decision, *form.attachments)]


def free(page: Worksheet) -> set[str]:
    return {cell.coordinate for row in page.iter_rows() for cell in row if not cell.protection.locked}


def test_there_is_a_sheet_for_each_part_and_the_values_are_hidden() -> None:
    book = opened(DATA)
    assert book.sheetnames == [*SHEETS, "Val"]
    assert [page.sheet_state for page in book] == ["visible"] * 5 + ["hidden"]


def test_every_id_stands_in_the_last_column_of_one_row() -> None:
    assert list(answers(DATA)) == form_ids(FORM)


def test_a_row_says_what_it_asks() -> None:
    found = answers(DATA)
    assert found["svar/instans"][2] == "Nässjö kommun"
    assert found["fråga/f02"][:3] == [
        "2",
        "Hinner ni < 3 dagar?\nSvara så: Dagar.\nAlternativ: ja, hela; nej & nej.",
        "1.2 Klausulen",
    ]
    assert found["klausul/hemmet/klausul"][:3] == ["1.2", "Klausulen", "4, 5"]


def test_only_what_is_to_be_filled_in_can_be_changed_and_no_password_is_needed() -> None:
    book = opened(DATA)
    assert all(page.protection.sheet and not page.protection.password for page in book.worksheets[:5])
    assert all(not page.protection.formatRows for page in book.worksheets[:5]), "a long answer needs a higher row"
    assert free(book["Läs först"]) == set()
    assert free(book["Svar"]) == {"C2", "C3", "C4", "C5", "C6"}
    assert free(book["Frågor"]) == {"D2", "E2", "E3", "D4", "E4", "E5"}
    assert free(book["Klausuler"]) == {f"{column}{row}" for column in "DEFG" for row in (2, 3)}


def test_the_lists_offer_their_values_whatever_signs_those_have() -> None:
    book = opened(DATA)
    offered = {}
    for page in book:
        for rule in page.data_validations.dataValidation:
            cells = book["Val"][rule.formula1.removeprefix("Val!").replace("$", "")]
            for place in str(rule.sqref).split():
                offered[f"{page.title}!{place}"] = [cell.value for cell in cells[0]]
    positions = ["Tillstyrker", "Tillstyrker med ändring", "Avstyrker", "Avstår"]
    assert offered["Svar!C5"] == offered["Klausuler!D2"] == positions
    assert offered["Frågor!D2"] == ["Ja, hela", "Nej & nej", "Annat svar, se kommentaren"]
    assert set(offered) == {"Svar!C5", "Frågor!D2", "Frågor!D4", "Klausuler!D2", "Klausuler!D3", "Beslut!C2"}


@pytest.mark.parametrize("name", SHEETS[1:])
def test_a_sheet_can_be_read_on_paper_and_far_down(name: str) -> None:
    page = opened(DATA)[name]
    assert page.freeze_panes is not None
    assert page.print_title_rows == "$1:$1"
    assert (page.page_setup.orientation, page.page_setup.fitToHeight) == ("landscape", 0)
    assert page.sheet_properties.pageSetUpPr.fitToPage
    assert all(cell.alignment.wrap_text for row in page.iter_rows() for cell in row)
    assert {cell.border.bottom.style for cell in page[1]} == {None}, "a line there lies over the first row's letters"


def test_rows_may_grow() -> None:
    with zipfile.ZipFile(BytesIO(DATA)) as book:
        sheets = [book.read(name).decode() for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
    assert sum(len(re.findall(r'<row [^>]*ht="', sheet)) for sheet in sheets) > 20
    assert not any(re.search(r"<row [^>]*customHeight", sheet) for sheet in sheets)


def test_a_question_that_begins_as_a_formula_is_text() -> None:
    page = opened(DATA)["Frågor"]
    assert page["B4"].value.startswith("=Hur <snart>?")
    assert page["B4"].data_type == "s"


def test_the_file_says_to_a_program_which_text_it_is_of() -> None:
    book = opened(DATA)
    said = {item.name: item.value for item in book.custom_doc_props}
    assert said["Dokument"] == "hemmet"
    assert (said["Version"], said["Versions-id"], said["Formulär"]) == ("remiss-1", "a" * 40, "svar")
    assert book.properties.title == "Svarsformulär: Avtalet"


def test_the_same_form_gives_the_same_bytes_dated_by_the_text() -> None:
    assert excel.write_answer_form(DATED) == DATA
    assert opened(DATA).properties.created == datetime(2027, 1, 8)
    with zipfile.ZipFile(BytesIO(DATA)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def filled(data: bytes) -> bytes:
    book, target = opened(data), BytesIO()
    book["Svar"]["C5"] = "Avstyrker"
    book["Klausuler"]["D3"], book["Klausuler"]["E3"] = "Tillstyrker med ändring", "Två skäl.\nDet andra."
    book.save(target)
    return target.getvalue()


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_ids_and_answers_outlive_a_save_in_libreoffice(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    (tmp_path / "svar.xlsx").write_bytes(filled(DATA))
    found = answers(saved(soffice, uno_python, tmp_path / "svar.xlsx", ".xlsx").read_bytes())
    assert list(found) == form_ids(FORM)
    assert found["svar/helhet"][2] == "Avstyrker"
    assert found["klausul/hemmet/klausul"][3:5] == ["Tillstyrker med ändring", "Två skäl.\nDet andra."]
    assert found["fråga/f02"][3] == ""
