"""Presentations, read back by the library and opened by LibreOffice."""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.oxml.ns import qn

from builder import slides
from builder.build import Project, outputs
from builder.model import (
    Block,
    Box,
    Cell,
    Document,
    Drawing,
    Edition,
    Label,
    Marks,
    Note,
    Paragraph,
    Picture,
    Row,
    Section,
    Shape,
    Stroke,
    Table,
    Text,
    Url,
    plain_text,
)
from builder.slides.look import EMU, SHEET
from builder.slides.measure import fitting, height, pages
from builder.slides.script import Line, Run
from tests.documents import documents
from tests.folder import Folder
from tests.open_xml_sdk import Validator
from tests.word.office import saved

EDITION = Edition(
    "Hemma & borta", agreement_title="Avtalet", parties="A kommun, B kommun", version="utkast-2", date="2026-11-22"
)


RUNNING = Shape()


def text(words: str, shape: Shape = RUNNING, **marks: Any) -> Paragraph:
    return Paragraph((Text(words, Marks(**marks)),), shape)


def bullet(words: str, level: int = 1) -> Paragraph:
    return text(words, Shape(level=level, marker="bullet"))


def section(title: str, *blocks: Block, level: int = 1, number: str = "1") -> Section:
    return Section(f"hemmet/{title.lower()}", "clause", level, (Text(title),), blocks, number)


def table(*rows: tuple[str, ...]) -> Table:
    head, *body = [Row(tuple(Cell((text(words),)) for words in row), header=not n) for n, row in enumerate(rows)]
    return Table((head, *body), ("left",) * len(rows[0]))


def document(*sections: Section, edition: Edition = EDITION) -> Document:
    return Document("bilder", edition, sections)


def opened(data: bytes) -> Any:
    return Presentation(BytesIO(data))


def deck(*sections: Section, edition: Edition = EDITION) -> list[Any]:
    """The slides of a document after the first."""
    return list(opened(slides.write(document(*sections, edition=edition))).slides)[1:]


def title(slide: Any) -> str:
    return str(slide.shapes.title.text_frame.text)


def body(slide: Any) -> list[str]:
    return [paragraph.text for paragraph in slide.placeholders[1].text_frame.paragraphs]


def notes(slide: Any) -> str:
    return slide.notes_slide.notes_text_frame.text if slide.has_notes_slide else ""


def of_kind(slide: Any, kind: MSO_SHAPE_TYPE) -> list[Any]:
    return [shape for shape in slide.shapes if shape.shape_type == kind]


# --- what stands where -------------------------------------------------------------------------------


def test_the_first_slide_says_which_text_it_is_and_that_it_is_a_draft() -> None:
    first = opened(slides.write(document())).slides[0]
    assert title(first) == "Hemma & borta"
    assert [shape.text_frame.text for shape in first.shapes if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE] == [
        "UTKAST"
    ]
    assert body(first) == ["Avtalet", "Version utkast-2 · 2026-11-22", "A kommun, B kommun"]


@pytest.mark.parametrize(
    ("status", "mark", "foot"),
    [("remiss", "UTKAST: remiss", True), ("beslutad", "UTKAST: beslutad", True), ("gällande", "GÄLLANDE", False)],
)
def test_every_slide_is_marked_until_the_text_is_in_force(status: str, mark: str, foot: bool) -> None:
    made = opened(slides.write(document(section("Ett"), edition=replace(EDITION, status=status))))
    assert any(mark == shape.text_frame.text for shape in made.slides[0].shapes if shape.has_text_frame)
    for number, slide in enumerate(made.slides, 1):
        feet = {s.placeholder_format.type: s.text_frame.text for s in slide.placeholders}
        assert feet[PP_PLACEHOLDER.FOOTER] == "Hemma & borta · utkast-2 · 2026-11-22" + (" · UTKAST" if foot else "")
        assert feet[PP_PLACEHOLDER.SLIDE_NUMBER] == str(number)


def test_a_section_of_level_1_is_a_slide_with_all_below_it() -> None:
    made = deck(
        section("Ansvar", text("Först.")),
        section("Kommunen", bullet("Vården"), bullet("Hemma", 2), level=2, number="1.1"),
        section("Ekonomi", number="2"),
    )
    assert [title(slide) for slide in made] == ["1 Ansvar", "2 Ekonomi"]
    assert body(made[0]) == ["Först.", "1.1 Kommunen", "Vården", "Hemma"]
    marks = [p._p.pPr.find(qn("a:buChar")) for p in made[0].placeholders[1].text_frame.paragraphs]
    assert [None if mark is None else mark.get("char") for mark in marks] == [None, None, "•", "–"]


def test_what_is_said_about_a_text_is_for_the_speaker() -> None:
    noted = Paragraph((Text("Vården"), Note((text("Se lagen."),)), Text(" ges hemma.")))
    made = deck(section("Ansvar", text("Ansvarig: kommunen", Shape("facts")), noted, text("Hur?", Shape("question"))))
    assert body(made[0]) == ["Vården1 ges hemma."]
    assert notes(made[0]).split("\n") == ["Ansvarig: kommunen", "Fotnot 1: Se lagen.", "Hur?"]


def test_links_are_words_and_lead_nowhere() -> None:
    data = slides.write(document(section("Ett", text("Läs mer", link=Url("https://a.example")))))
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert not [name for name in package.namelist() if b"a.example" in package.read(name)]
        assert not [name for name in package.namelist() if b'TargetMode="External"' in package.read(name)]


def test_numbered_items_go_on_with_their_numbers_on_the_next_slide() -> None:
    items = [text(f"Punkt {n}. " + "Ord och ord. " * 12, Shape(level=1, marker="number", start=3)) for n in range(9)]
    first, second, *_ = deck(section("Ett", *items))
    assert title(second) == "1 Ett (forts.)"
    for slide, begins in ((first, 3), (second, 3 + len(body(first)))):
        marks = [mark.get("startAt") for mark in slide.placeholders[1]._element.iter(qn("a:buAutoNum"))]
        assert marks == [str(begins)] * len(marks)
        assert marks


def test_a_heading_is_not_left_alone_at_the_foot() -> None:
    lines = [text("Ord och ord. " * 20) for _ in range(30)]
    made = deck(section("Ett", *(b for line in lines for b in (text("Mellan", Shape("heading", 1)), line))))
    assert len(made) > 3
    assert "Mellan" not in [body(slide)[-1] for slide in made]


def test_a_table_is_one_that_can_be_edited_with_eight_rows_a_slide_at_most() -> None:
    rows = [("Nr", "Risk"), *((str(n), f"Risk {n}") for n in range(20))]
    made = deck(section("Risker", text("Alla risker", Shape("caption")), table(*rows)))
    assert [title(slide) for slide in made] == ["1 Risker", "1 Risker (forts.)", "1 Risker (forts.)"]
    assert body(made[0]) == ["Alla risker"]
    tables = [of_kind(slide, MSO_SHAPE_TYPE.TABLE)[0] for slide in made]
    assert [len(shape.table.rows) - 1 for shape in tables] == [7, 7, 6]
    assert all([cell.text for cell in shape.table.rows[0].cells] == ["Nr", "Risk"] for shape in tables)
    assert all(shape.table.first_row for shape in tables)
    assert all(shape._element.nvGraphicFramePr.cNvPr.get("descr") == "Alla risker" for shape in tables)


def test_a_row_higher_than_a_slide_is_parted() -> None:
    long = " ".join(f"ord{n}" for n in range(2_000))
    made = deck(section("Ett", table(("A", "B"), ("x", long))))
    assert len(made) > 1
    said = " ".join(row.cells[1].text for s in made for row in list(table_of(s).rows)[1:])
    assert said.split() == long.split()
    assert all(bottom(shape) <= SHEET.height * EMU for slide in made for shape in slide.shapes)


def table_of(slide: Any) -> Any:
    return of_kind(slide, MSO_SHAPE_TYPE.TABLE)[0].table


PICTURE = Picture(
    "Kurvan går uppåt.",
    Drawing(
        1600, 900,
        (Box(100, 100, 300, 200, "high", edge=True), Stroke(0, 0, 1600, 900), Label(800, 450, "Mitt", 30)),
    ),
)  # fmt: skip


def test_a_picture_is_a_group_of_shapes_that_says_what_it_shows() -> None:
    slide = deck(section("Ett", PICTURE))[0]
    group = of_kind(slide, MSO_SHAPE_TYPE.GROUP)[0]
    assert group._element.nvGrpSpPr.cNvPr.get("descr") == "Kurvan går uppåt."
    assert [shape.shape_type for shape in group.shapes] == [
        MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.AUTO_SHAPE, MSO_SHAPE_TYPE.LINE, MSO_SHAPE_TYPE.TEXT_BOX,
    ]  # fmt: skip
    assert group.width > SHEET.width * EMU * 6 // 10
    assert not of_kind(slide, MSO_SHAPE_TYPE.PICTURE)


def test_a_little_text_stands_beside_a_high_picture() -> None:
    high = replace(PICTURE, drawing=replace(PICTURE.drawing, height=1300))
    slides_ = deck(
        section("Ett", bullet("Nu")), replace(section("Kurvan", high, level=2, number="1.1"), kind="picture")
    )
    assert len(slides_) == 1
    group = of_kind(slides_[0], MSO_SHAPE_TYPE.GROUP)[0]
    said = slides_[0].placeholders[1]
    assert said.left + said.width <= group.left
    assert [shape.text_frame.text for shape in of_kind(slides_[0], MSO_SHAPE_TYPE.TEXT_BOX)] == ["1.1 Kurvan"]


def test_a_heading_too_long_is_cut_and_whole_in_the_notes() -> None:
    long = " ".join(["överenskommelse"] * 80)
    slide = deck(section(long))[0]
    assert "…" in title(slide)
    assert notes(slide) == f"1 {long}"


# --- the file ----------------------------------------------------------------------------------------


def test_the_file_is_wide_dated_by_the_text_and_in_swedish() -> None:
    data = slides.write(document(section("Ett", text("Ord."))))
    made = opened(data)
    assert made.slide_width * 9 == made.slide_height * 16
    assert made.core_properties.created == made.core_properties.modified == datetime(2026, 11, 22)
    assert (made.core_properties.title, made.core_properties.language) == ("Hemma & borta", "sv-SE")
    languages = {run.get("lang") for slide in made.slides for run in slide._element.iter(qn("a:rPr"))}
    assert languages == {"sv-SE"}
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert not [name for name in package.namelist() if "printer" in name or "thumbnail" in name]


def test_the_heading_is_read_first() -> None:
    for slide in deck(section("Ett", text("Ord."), PICTURE, table(("A",), ("b",)))):
        kinds = [s.placeholder_format.type if s.is_placeholder else None for s in slide.shapes]
        assert kinds[0] == PP_PLACEHOLDER.TITLE
        assert kinds[-1] == PP_PLACEHOLDER.SLIDE_NUMBER


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    bad = "a\x00b\x0b\ud800c\ufffe"
    made = deck(section(bad, text(bad), replace(PICTURE, alt=bad), text(bad, Shape("caption")), table((bad,), (bad,))))
    assert title(made[0]) == "1 abc"
    assert body(made[0])[0] == "abc"


@pytest.mark.parametrize(("key", "made"), [("", []), ("bildspel: nej\n", []), ("bildspel: ja\n", ["lista.pptx"])])
def test_a_build_makes_slides_of_the_documents_that_ask_for_it(tmp_path: Path, key: str, made: list[str]) -> None:
    folder = Folder(tmp_path / "projekt")
    folder.write("clauses/ett.md", "---\ntitel: Ett\n---\nOrd.\n")
    folder.write("assemblies/lista.yml", f"titel: Lista\n{key}innehåll: [ett]\n")
    folder.commit("2026-11-01")
    outputs.everything(Project(folder.path), tmp_path / "ut", lambda step: None)
    assert [path.name for path in sorted((tmp_path / "ut" / "bildspel").glob("*.pptx"))] == made


# --- laws --------------------------------------------------------------------------------------------


def each_shape(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if shape.shape_type == MSO_SHAPE_TYPE.GROUP:
            yield from each_shape(shape.shapes)


def said(slide: Any) -> Iterator[str]:
    yield notes(slide)
    for shape in each_shape(slide.shapes):
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            yield from (cell.text for row in shape.table.rows for cell in row.cells)
        yield shape._element.xpath(".//p:cNvPr")[0].get("descr", "")


def bottom(shape: Any) -> int:
    if shape.has_table:
        return int(shape.top + sum(row.height for row in shape.table.rows))
    return int(shape.top + shape.height)


@pytest.mark.slow
@given(documents())
def test_every_word_of_a_document_is_on_a_slide_or_in_its_notes(made: Document) -> None:
    shown = {word for slide in opened(slides.write(made)).slides for words in said(slide) for word in words.split()}
    wanted = [word for part in made.sections for words in plain_text(part) for word in words.split()]
    everything = "\n".join(shown)
    assert [word for word in wanted if word not in everything] == []


@pytest.mark.slow
@given(documents())
def test_nothing_goes_below_the_edge_and_every_slide_has_a_heading_place(made: Document) -> None:
    for slide in opened(slides.write(made)).slides:
        assert slide.shapes.title is not None
        assert all(bottom(shape) <= SHEET.height * EMU for shape in slide.shapes)


@pytest.mark.slow
@given(documents())
def test_the_same_document_gives_the_same_bytes(made: Document) -> None:
    assert slides.write(made) == slides.write(made)


LINES = st.lists(
    st.builds(
        lambda text, kind: Line((Run(text), Run("slut", strong=True)), kind),
        st.text("aå -\n", max_size=400), st.sampled_from(["text", "section", "bullet"]),
    ),
    max_size=12,
)  # fmt: skip


@given(LINES, st.integers(3_000, 90_000), st.integers(20_000, 40_000))
def test_lines_are_parted_without_losing_a_sign_and_each_part_fits(lines: list[Line], room: int, most: int) -> None:
    parts = list(pages(lines, 2_000, room, most))
    assert "".join(line.text for part in parts for line in part) == "".join(line.text for line in lines)
    for part in parts:
        assert sum(height(line, 2_000, room) for line in part) <= most


@given(st.text("ab c", min_size=1, max_size=300), st.integers(2_000, 20_000))
def test_a_long_line_keeps_its_words_together_where_it_can(words: str, room: int) -> None:
    pieces = list(fitting(Line((Run(words),)), 2_000, room, 10_000))
    assert "".join(piece.text for piece in pieces) == words
    assert all(a.text[-1:] in (" ", "") or " " not in a.text[1:] for a in pieces[:-1])


# --- LibreOffice -------------------------------------------------------------------------------------


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_opens_it_with_as_many_pages_as_slides(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    rows = [("Nr", "Risk"), *((str(n), f"Risk {n}") for n in range(12))]
    made = document(section("Ett", bullet("Ord"), PICTURE), section("Två", table(*rows), number="2"))
    data = slides.write(made)
    (tmp_path / "bilder.pptx").write_bytes(data)
    pdf = saved(soffice, uno_python, tmp_path / "bilder.pptx", ".pdf").read_bytes()
    assert len(re.findall(rb"/Type\s*/Page\b", pdf)) == len(opened(data).slides)


@pytest.mark.slow
def test_the_presentation_is_a_first_slide_and_ten(project: Path) -> None:
    found, _ = Project(project).slides("presentation")
    titles = [title(slide) for slide in opened(found).slides]
    assert len(titles) == 11
    assert not [name for name in titles if "(forts.)" in name]


@pytest.mark.slow
def test_the_file_is_as_the_standard_asks(ooxml_validator: Validator, tmp_path: Path) -> None:
    file = tmp_path / "bilder.pptx"
    numbered = text("Punkt", Shape(level=1, marker="number"))
    file.write_bytes(slides.write(document(section("Ett", bullet("Ord"), numbered, PICTURE, table(("A",), ("b",))))))
    assert ooxml_validator.faults(file) == []
