"""Every file that a recipient gets, and the edition that is decided on, can be read by ear and by a weak eye."""

import re
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.styles import Font
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from builder import pdf, word
from builder.build import Project, dispatching, recording
from builder.build.dispatching import Asked
from builder.redline import unchanged
from builder.variant import dress
from tests.open_xml_sdk import Validator
from tests.pdf.pdf_reading import faults as pdf_faults
from tests.sending_project import sending_project
from tests.word.test_word_accessible import LEAST, contrast
from tests.word.test_word_accessible import faults as word_faults

pytestmark = pytest.mark.slow

Files = Mapping[str, bytes]
KINDS = {
    "andringar.docx", "foljesedel.pdf", "metadata.json", "missiv.docx", "plan.docx", "remissversion.docx",
    "remissversion.pdf", "sammanfattning.docx", "sandlista.xlsx", "sha256.txt", "svarsformular.docx",
    "svarsformular.xlsx",
}  # fmt: skip
WHITE = "FFFFFF"


def made(folder: Path, out: Path, asked: Asked, *, record: bool = False) -> Files:
    """The files of a dispatch, by their kind."""
    plan = dispatching.plan(Project(folder), asked)
    outcome = dispatching.make(plan, out, lambda step: None, zipped=False)
    if record:
        recording.record(folder, plan, outcome)
    found = [path for path in out.rglob("*") if path.is_file() and path.name != ".overens"]
    return {re.sub(r"-.*", "", path.stem) + path.suffix: path.read_bytes() for path in sorted(found)}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Files:
    """All that is made for one recipient who has had a version before."""
    path = tmp_path_factory.mktemp("paket")
    folder = sending_project(path / "projekt").path
    made(folder, path / "ett", Asked("utkast-1", recipients=("s1",), day="2026-12-02"), record=True)
    return made(folder, path / "två", Asked("remiss-1", recipients=("s1",), day="2027-01-08"))


@pytest.fixture(scope="module")
def real(project: Path, tmp_path_factory: pytest.TempPathFactory) -> Files:
    """The same of the real texts, to one recipient."""
    return made(project, tmp_path_factory.mktemp("riktiga"), Asked("utkast-3", recipients=("s02",), day="2027-01-08"))


def faults(name: str, data: bytes) -> list[str]:
    """What a file lacks, by its ending."""
    match Path(name).suffix:
        case ".docx":
            return word_faults(data)
        case ".pdf":
            return pdf_faults(data)
        case ".xlsx":
            return list(book_faults(load_workbook(BytesIO(data))))
        case _:
            return [] if data.decode() else ["empty"]


def book_faults(book: Workbook) -> Iterator[str]:
    """What a workbook lacks: a title and a language, one heading row that stays, no merged cells, contrast."""
    told = book.properties
    if not told.title:
        yield "no title"
    for sheet in book.worksheets:
        if sheet.sheet_state == "visible":
            yield from (f"{sheet.title}: {fault}" for fault in sheet_faults(sheet))


def sheet_faults(sheet: Worksheet) -> Iterator[str]:
    if sheet.merged_cells.ranges:
        yield "merged cells"
    heads = [cell.value for cell in sheet[1]]
    if sheet.freeze_panes is not None and not all(heads):
        yield "a column without a heading"
    if sheet.freeze_panes is not None and sheet.print_title_rows != "$1:$1":
        yield "headings that do not follow to the next page"
    yield from (f"unsaid choice at {rule.sqref}" for rule in sheet.data_validations.dataValidation if not rule.prompt)
    cells = (cell for row in sheet.iter_rows() for cell in row if isinstance(cell, Cell) and cell.value)
    yield from (f"pale: {cell.coordinate}" for cell in cells if contrast(ink(cell), ground(cell)) < LEAST)


def ink(cell: Cell) -> str:
    return str(cell.font.color.rgb)[-6:] if cell.font.color is not None and cell.font.color.type == "rgb" else "000000"


def ground(cell: Cell) -> str:
    return str(cell.fill.fgColor.rgb)[-6:] if cell.fill.fill_type == "solid" else WHITE


def test_a_package_holds_every_kind_of_file_that_is_looked_at_here(package: Files) -> None:
    assert set(package) == KINDS


@pytest.mark.parametrize("name", sorted(KINDS))
def test_a_file_of_a_package_can_be_read_by_ear(package: Files, name: str) -> None:
    assert faults(name, package[name]) == []


def test_the_files_of_the_real_texts_can_be_read_by_ear(real: Files) -> None:
    assert len(real) >= 15
    assert {name: found for name, data in real.items() if (found := faults(name, data))} == {}


@pytest.mark.parametrize("name", ["hemmet", "rehab-hjalpmedel", "forbrukningsartiklar", "lakaransvar"])
def test_the_edition_that_is_decided_on_can_be_read_by_ear(project: Path, name: str) -> None:
    text = Project(project).then(name, ".")
    decided = unchanged(dress(text.whole(name), "beslutsversion", text.library))
    assert word_faults(word.write(decided, None)) == []
    assert pdf_faults(pdf.write(decided)) == []


def test_the_open_xml_sdk_finds_no_fault_in_any_file(
    package: Files, real: Files, ooxml_validator: Validator, tmp_path: Path
) -> None:
    files = {
        f"{size}-{name}": data for size, made_ in (("liten", package), ("hel", real)) for name, data in made_.items()
    }
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
    found = {name: ooxml_validator.faults(tmp_path / name) for name in files if name.endswith((".docx", ".xlsx"))}
    assert {name: errors for name, errors in found.items() if errors} == {}


def test_the_check_of_a_workbook_sees_each_fault() -> None:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet["A1"], sheet["A2"], sheet["C1"] = "Rubrik", "Ord", "Rubrik"
    sheet["A2"].font = Font(color="FFAAAAAA")
    sheet.freeze_panes = "A2"
    sheet.merge_cells("A3:B3")
    assert isinstance(sheet["B3"], MergedCell)
    assert list(book_faults(book)) == [
        "no title", "Sheet: merged cells", "Sheet: a column without a heading",
        "Sheet: headings that do not follow to the next page", "Sheet: pale: A2",
    ]  # fmt: skip
