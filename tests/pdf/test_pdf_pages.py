"""What every page says, how it can be read, and that nothing on it is cut."""

import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from builder.build import Project
from builder.model import Document, Variant
from builder.pdf import write
from builder.pictures import matrix, timeline
from builder.redline import unchanged
from tests.conftest import program
from tests.pdf.pdf_reading import bookmarks, boxes, elements, faults, opened, plain, shown
from tests.word.word_examples import EDITION, NEW, OLD, p, redline, section, table

pytestmark = pytest.mark.slow

MARGIN = 48
"""Points: no word stands closer to an edge."""

PICTURES = (matrix([("R1", 5, 4)], "Sannolikhet", "Konsekvens", key="risker"),
            *timeline([("Remiss", "2027-01-15", "2027-03-31")], caption="Tidslinje"))  # fmt: skip


def made(*blocks: object, **edition: object) -> bytes:
    sections = (section("hemmet/x", "Rubrik", "1", *blocks, level=1),)  # type: ignore[arg-type]
    return write(unchanged(Document("d", replace(EDITION, **edition), sections)))  # type: ignore[arg-type]


@pytest.fixture
def pdftotext() -> Path:
    return program("pdftotext")


def test_a_draft_says_so_on_every_page_and_a_text_in_force_does_not() -> None:
    drafts = opened(write(unchanged(OLD))).pages
    assert [plain("UTKAST") in plain(sheet.extract_text()) for sheet in drafts] == [True] * len(drafts)
    assert plain("UTKAST") not in shown(write(unchanged(replace(OLD, edition=replace(EDITION, status="gällande")))))


def test_every_page_says_which_version_it_is_of() -> None:
    sheets = opened(write(unchanged(OLD))).pages
    for number, sheet in enumerate(sheets, 1):
        text = plain(sheet.extract_text())
        foot = f"Version utkast-1 · 2026-11-02 · RN 2026/123 0123456789ab · kontrollsumma {'fedcba9876543210'}"
        assert plain(foot) in text
        assert plain(f"Sida {number} av {len(sheets)}") in text


def test_a_long_diary_number_stands_on_one_line_of_the_foot() -> None:
    diary = "RD 2027/12345-LEDN-67 (HSN 2027/0098)"
    sheet = opened(write(unchanged(replace(OLD, edition=replace(OLD.edition, diary=diary))))).pages[1]
    assert [line for line in sheet.extract_text().splitlines() if diary in line]


@pytest.mark.parametrize(
    ("variant", "said"),
    [
        ("arbetsversion", "En öppen fråga står i en ruta."),
        ("remissversion", "står skälen till klausulen ovanför den raden."),
        ("beslutsversion", ""),
    ],
)
def test_the_guide_to_reading_fits_the_edition_and_names_a_clause(variant: Variant, said: str) -> None:
    text = shown(write(unchanged(replace(OLD, edition=replace(OLD.edition, variant=variant)))))
    assert plain(said) in text
    for words in ("Så läser du dokumentet", "till exempel hemmet/parter. Ange den i svar"):
        assert (plain(words) in text) == bool(said)


def test_a_paper_beside_the_agreement_needs_no_guide() -> None:
    beside = replace(OLD, edition=replace(OLD.edition, supporting=True))
    assert plain("Så läser du dokumentet") not in shown(write(unchanged(beside)))


def test_a_row_says_that_nobody_knows_from_when_an_agreement_is_valid() -> None:
    own, beside = (replace(OLD.edition, supporting=supporting) for supporting in (False, True))
    told = [shown(write(unchanged(replace(OLD, edition=edition)))) for edition in (own, beside)]
    assert [plain("Giltigt från –") in text for text in told] == [True, False]


def test_headings_are_bookmarks_with_their_numbers() -> None:
    named = ["1 Grunder", "1.1 Parter", "1.2 Syfte & mål <viktigt>", "2 Vägar in och ut", "2.1 Svarstider",
             "Bilaga 1 Begreppslista", "Bilaga 2 Tider"]  # fmt: skip
    assert bookmarks(write(unchanged(OLD))) == named


def test_the_file_says_its_name_language_and_version() -> None:
    read = opened(write(unchanged(OLD)))
    root, facts = read.trailer["/Root"], read.metadata
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("sv-SE", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert facts is not None
    assert (facts.title, facts.author) == (EDITION.title, "Skrivgruppen")
    assert EDITION.checksum in str(facts["/Keywords"])
    assert str(facts["/CreationDate"]).startswith("D:20261102")


def test_nothing_is_attached_and_every_face_is_in_the_file() -> None:
    pdf = made(p("text"), p("kod", kind="code"), *PICTURES)
    assert not opened(pdf).attachments
    fonts = [font for sheet in opened(pdf).pages for font in sheet["/Resources"]["/Font"].values()]
    described = [font.get_object()["/DescendantFonts"][0].get_object()["/FontDescriptor"] for font in fonts]
    assert described
    assert all({"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor) for descriptor in described)
    names = {str(descriptor["/FontName"]).partition("+")[2].partition("-")[0] for descriptor in described}
    assert names <= {"LibertinusSerif", "DejaVuSansMono"}


def test_tables_have_header_cells_and_pictures_words() -> None:
    pdf = made(table(("Vad", "Vem"), ("Sår", "Kommun")), *PICTURES)
    assert len(elements(pdf, "/TH")) == 4  # two of the table of document control
    assert len(elements(pdf, "/Figure")) == 2
    assert "Sannolikhet" in elements(pdf, "/Figure")[0]["/Alt"]


def test_lists_notes_links_and_headings_are_what_they_look_like() -> None:
    pdf = write(unchanged(OLD))
    assert len(elements(pdf, "/LI")) >= 6
    assert len(elements(pdf, "/Note")) == 1
    assert len(elements(pdf, "/Link")) >= 3
    assert (len(elements(pdf, "/H1")), len(elements(pdf, "/H2"))) == (5, 3)


def test_levels_of_headings_are_never_skipped() -> None:
    deep = tuple(
        section(f"hemmet/{n}", f"Nivå {n}", "", p("x", kind="heading", depth=3), level=n) for n in (3, 9, 1, 5)
    )
    assert faults(write(unchanged(Document("d", EDITION, deep)))) == []


@pytest.mark.parametrize(
    "blocks",
    [
        (p("x" * 300), p("https://a.example/" + "y" * 300)),
        (table(tuple(f"Kolumn {n}" for n in range(40)), tuple("text som är lång" for _ in range(40))),),
        (table(tuple("x" * 300 for _ in range(7)), tuple("y" * 90 for _ in range(7))),),
        (table(("Vad", "Vem", "När"), ("x" * 300, "y" * 300, "ansvarsfördelningsöverenskommelsens")),),
        (table(("Vad", "Vem"), *(("ord " * 900, "kort") for _ in range(3))),),
        (p("fråga " * 1500, kind="question"), p("kod " * 200, kind="code")),
        (*(p(f"nivå {n}", level=n, marker="number") for n in range(1, 10)),),
        PICTURES,
    ],
    ids=[
        "long words",
        "40 columns",
        "wide words",
        "long words in cells",
        "full cells",
        "long box",
        "deep list",
        "pictures",
    ],
)
def test_nothing_is_cut(blocks: tuple[object, ...], pdftotext: Path, tmp_path: Path) -> None:
    pdf = made(*blocks)
    assert faults(pdf) == []
    near = [edges for edges in boxes(pdf, pdftotext, tmp_path) if min(edges) < MARGIN and min(edges[:2]) < MARGIN]
    assert near == []


def test_no_line_lies_below_the_foot(pdftotext: Path, tmp_path: Path) -> None:
    pdf = made(table(("Vad", "Vem"), *(("ord " * 900, "kort") for _ in range(3))), p("fråga " * 1500, kind="question"))
    assert min(bottom for _, _, _, bottom in boxes(pdf, pdftotext, tmp_path)) > 20


def test_a_wide_table_stands_on_its_side_with_its_heading() -> None:
    wide = section("hemmet/b", "Bred", "2.1", table(tuple("abcdefgh"), tuple("12345678")))
    pdf = write(unchanged(Document("d", EDITION, (
        section("hemmet/a", "Före", "1", p("text"), level=1), section("kapitel/b", "Kapitel", "2", level=1), wide,
        section("hemmet/c", "Efter", "3", p("text"), level=1),
    ))))  # fmt: skip
    turned = [sheet for sheet in opened(pdf).pages if sheet.mediabox.width > sheet.mediabox.height]
    assert len(turned) == 1
    assert plain("2 Kapitel") in plain(turned[0].extract_text())
    assert len(opened(pdf).pages) == 5


def test_the_clock_the_place_and_the_machines_faces_change_nothing(tmp_path: Path) -> None:
    script = (
        "import sys; from tests.word.word_examples import redline; from builder.pdf import write; "
        "sys.stdout.buffer.write(write(redline))"
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2]), "TZ": "Asia/Tokyo",
                   "PYTHONHASHSEED": "7", "SOURCE_DATE_EPOCH": "1", "HOME": str(tmp_path)}  # fmt: skip
    other = subprocess.run(
        [sys.executable, "-c", script], cwd=tmp_path, env=environment, capture_output=True, check=True
    )
    assert other.stdout == write(redline)


@pytest.mark.parametrize(
    "name",
    [
        "hemmet",
        "rehab-hjalpmedel",
        "forbrukningsartiklar",
        "lakaransvar",
        "konsekvensanalys",
        "gapanalys",
        "presentation",
    ],
)
def test_the_real_documents_are_whole_and_valid(name: str, real: Project, pdftotext: Path, tmp_path: Path) -> None:
    pdf, _ = real.pdf(name, None, "arbetsversion")
    assert faults(pdf) == []
    assert [edges for edges in boxes(pdf, pdftotext, tmp_path) if min(edges[:2]) < MARGIN] == []


def test_the_redline_of_a_real_document_is_valid(real: Project) -> None:
    assert faults(write(real.redline("hemmet", "utkast-1", "."))) == []


@pytest.fixture(scope="module")
def real(project: Path) -> Project:
    return Project(project)


def test_everything_in_one_document_is_valid() -> None:
    for value in (unchanged(OLD), unchanged(NEW), redline):
        assert faults(write(value)) == []


def test_the_head_of_a_page_names_the_chapter_that_stands_on_it() -> None:
    last = plain(opened(write(unchanged(OLD))).pages[-1].extract_text())
    assert last.count(plain("Bilaga 2 Tider")) == 2
    assert plain("Bilaga 1") not in last


@pytest.mark.parametrize(
    ("name", "parties", "pages"), [("underskrifter", 16, 3), ("underskrifter", 30, 4), ("parter", 30, 3)]
)
def test_sixteen_parties_sign_on_one_page_with_room_for_a_hand(name: str, parties: int, pages: int) -> None:
    rows = tuple((f"Part {n}", "", "", "") for n in range(parties))
    signed = section(f"bilaga/{name}", "Rubrik", "1", table(("Part", "Ort", "Namn", "I text"), *rows), level=1)
    assert len(opened(write(unchanged(Document("d", EDITION, (signed,))))).pages) == pages
