"""Pictures in Word: one file a drawing, described in words, and tracked as words are."""

import zipfile
from io import BytesIO

import pytest
from PIL import Image

from builder.compare import compare
from builder.model import Box, Document, Drawing, Label, Picture, Stroke
from builder.pictures import matrix, timeline
from builder.redline import unchanged
from builder.word import write
from builder.word.raster import png
from tests.word.parts import W, names, part, raw
from tests.word.resolver import resolved
from tests.word.test_word_rules import faults
from tests.word.word_examples import EDITION, p, section

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
OLD = matrix([("R1", 5, 4)], "Sannolikhet", "Konsekvens", caption="Risker & mål", key="risker")
NEW = matrix([("R1", 3, 4)], "Sannolikhet", "Konsekvens", caption="Risker & mål", key="risker")


def document(*pictures: Picture) -> Document:
    return Document("d", EDITION, (section("hemmet/r", "Risker", "1", p("Så ser det ut."), *pictures, level=1),))


def files(data: bytes) -> list[bytes]:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return [archive.read(name) for name in names(data) if name.startswith("word/media/")]


def test_a_picture_carries_its_words_its_title_and_its_language() -> None:
    data = write(unchanged(document(OLD)))
    described = next(part(data).iter(WP + "docPr"))
    assert described.get("descr") == OLD.alt
    assert described.get("title") == "Risker & mål"
    assert described.get("name", "").startswith("Bild ")
    run = next(e for e in described.iterancestors(W + "r"))
    assert run.find(f"{W}rPr/{W}lang").get(W + "val") == "sv-SE"


def test_a_drawing_shown_twice_is_one_file_with_two_descriptions() -> None:
    data = write(unchanged(document(OLD, OLD)))
    assert len(files(data)) == 1
    assert len({e.get("id") for e in part(data).iter(WP + "docPr")}) == 2
    assert faults(data) == []


def test_a_redrawn_picture_is_a_deleted_and_an_inserted_one() -> None:
    data = write(compare(document(OLD), document(NEW)))
    assert [next(e for e in d.iterancestors(W + "del", W + "ins")).tag for d in part(data).iter(W + "drawing")] == [
        W + "del", W + "ins",
    ]  # fmt: skip
    assert faults(data) == []
    assert len(files(data)) == 2
    assert any(OLD.alt in text for _, text in resolved(data, "reject"))
    assert not any(OLD.alt in text for _, text in resolved(data, "accept"))


def test_a_picture_is_as_wide_as_drawn_but_never_wider_or_higher_than_the_page() -> None:
    def size(width: int, height: int) -> tuple[int, int]:
        drawn = Picture("a", Drawing(width, height, ()))
        extent = next(part(write(unchanged(document(drawn)))).iter(WP + "extent"))
        return int(extent.get("cx")) // 3600, int(extent.get("cy")) // 3600

    assert size(800, 400) == (800, 400)
    assert size(3200, 400) == (1599, 199)
    assert size(1000, 4400) == (500, 2200)


def test_a_picture_is_written_to_the_same_bytes() -> None:
    drawing = timeline([("Införande på länets kansli", "2027-01-01", "2027-04-01")])[0].drawing
    assert png(drawing) == png(drawing)
    assert write(unchanged(document(OLD))) == write(unchanged(document(OLD)))


@pytest.mark.parametrize("letter", "åäöÅÄÖéü§–»…")
def test_every_swedish_letter_has_a_shape_of_its_own(letter: str) -> None:
    def drawn(text: str) -> bytes:
        return png(Drawing(60, 60, (Label(5, 45, text, 40),)))

    assert drawn(letter) not in (drawn("\u4e00"), drawn(""), drawn("a"))


def test_parts_are_drawn_where_they_stand() -> None:
    parts = (Box(10, 10, 20, 20, "high", edge=True), Stroke(0, 50, 59, 50), Label(40, 30, "l", 30, anchor="middle"))
    image = Image.open(BytesIO(png(Drawing(60, 60, parts))))
    assert image.size == (60, 60)
    assert image.info["dpi"] == pytest.approx((254, 254), abs=0.1)
    colours = [image.getpixel(at) for at in ((1, 1), (20, 20), (10, 10), (30, 50))]
    assert len(set(colours)) == 4
    assert image.getpixel((40, 25)) != colours[0]


def test_a_document_without_pictures_has_no_trace_of_them() -> None:
    data = write(unchanged(document()))
    assert files(data) == []
    assert "drawing" not in raw(data)
