"""What a screen reader and a weak eye need of a Word file, read from the file alone, with nothing of the writer."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

from builder.build import Project
from builder.model import Document, Edition
from builder.pictures import matrix
from builder.redline import Redline, unchanged
from builder.word import write
from tests.word.parts import W, part, raw
from tests.word.test_word_templates import swapped
from tests.word.word_examples import NEW, OLD, p, redline, section, table

pytestmark = pytest.mark.slow

DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}docPr"
TYPED = re.compile(r"\s*(?:[•·‣▪–-]|\(?\d{1,2}[.)]|[a-z][.)])\s")
LEAST = 4.5
"""The contrast that WCAG 2.1 asks of ordinary text."""


def faults(data: bytes) -> list[str]:
    """What the file lacks."""
    root, styles = part(data), part(data, "word/styles.xml")
    found = [
        *_told(data, styles),
        *_headings(root, styles),
        *_tables(root),
        *_empty(root),
        *_typed(root),
        *_pale(styles),
    ]
    return found + ["picture without words" for e in root.iter(DRAWING) if not e.get("descr")]


def _told(data: bytes, styles: etree._Element) -> Iterator[str]:
    core = raw(data, "docProps/core.xml")
    if not re.search(r"<dc:title>[^<]+</dc:title>", core):
        yield "no title"
    language = re.search(r"<dc:language>([^<]+)</dc:language>", core)
    spoken = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    if language is None or spoken is None or spoken.get(W + "val") != language.group(1):
        yield "language not the same in properties and text"


def _levels(root: etree._Element, styles: etree._Element) -> Iterator[int]:
    outlined = {
        style.get(W + "styleId"): int(level.get(W + "val"))
        for style in styles.iter(W + "style")
        if (level := style.find(f"{W}pPr/{W}outlineLvl")) is not None
    }
    for paragraph in root.iter(W + "p"):
        own, style = paragraph.find(f"{W}pPr/{W}outlineLvl"), paragraph.find(f"{W}pPr/{W}pStyle")
        name = "" if style is None else style.get(W + "val")
        if own is not None or name in outlined:
            yield 1 + (int(own.get(W + "val")) if own is not None else outlined[name])


def _headings(root: etree._Element, styles: etree._Element) -> Iterator[str]:
    levels = [0, *_levels(root, styles)]
    if len(levels) == 1:
        yield "no headings"
    yield from (f"heading {before} then {after}" for before, after in pairwise(levels) if after > before + 1)


def _tables(root: etree._Element) -> Iterator[str]:
    for grid in root.iter(W + "tbl"):
        first = grid.find(f"{W}tr/{W}trPr/{W}tblHeader")
        if first is None:
            yield "table without a header row"
        for name in ("tblCaption", "tblDescription"):
            said = grid.find(f"{W}tblPr/{W}{name}")
            if said is None or not said.get(W + "val"):
                yield f"table without {name}"
        if any(True for _ in grid.iter(W + "vMerge")):
            yield "merged cells"


def _empty(root: etree._Element) -> Iterator[str]:
    """Paragraphs that hold nothing, but for those that keep a table apart from what is next to it or end pages."""
    for paragraph in root.find(W + "body").iterchildren(W + "p"):
        shows = any((t.text or "").strip("\u200d \t\n") for t in paragraph.iter(W + "t", W + "delText"))
        shows = shows or next(paragraph.iter(W + "drawing"), None) is not None
        before, after = paragraph.getprevious(), paragraph.getnext()
        parts = W + "tbl" in [beside.tag for beside in (before, after) if beside is not None]
        if not shows and not parts and paragraph.find(f"{W}pPr/{W}sectPr") is None:
            yield "empty paragraph"


def _typed(root: etree._Element) -> Iterator[str]:
    for paragraph in root.iter(W + "p"):
        text = "".join(t.text or "" for t in paragraph.iter(W + "t"))
        if TYPED.match(text) and paragraph.find(f"{W}pPr/{W}pStyle[@{W}val='TOC1']") is None:
            yield f"typed list: {text[:30]}"


def _pale(styles: etree._Element) -> Iterator[str]:
    for style in styles.iter(W + "style"):
        color, fill = style.find(f"{W}rPr/{W}color"), style.find(f"{W}pPr/{W}shd")
        ground = "FFFFFF" if fill is None else fill.get(W + "fill")
        shown = "000000" if color is None else color.get(W + "val")
        if contrast(shown, ground) < LEAST:
            yield f"pale: {style.get(W + 'styleId')}"


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_light(one), _light(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _light(color: str) -> float:
    """Relative luminance, as WCAG 2.1 defines it."""
    parts = [int(color[n : n + 2], 16) / 255 for n in (0, 2, 4)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return sum(weight * c for weight, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))


VARIANTS = ("arbetsversion", "remissversion", "beslutsversion", "gällande")
SHOWN = Document(
    "d", Edition("Risker", "analys", supporting=True, checksum="0" * 64),
    (section("kapitel/a", "A", "1", matrix([("R1", 5, 4)], "Sannolikhet", "Konsekvens", key="risker"), level=1),
     section("tabell/b", "B", "1.1", table(tuple(f"k{n}" for n in range(9)), tuple("ord" for _ in range(9))))),
)  # fmt: skip


@pytest.mark.parametrize("variant", VARIANTS)
def test_every_edition_can_be_read_by_ear(variant: str) -> None:
    edition = replace(NEW.edition, variant=variant)  # type: ignore[arg-type]
    assert faults(write(unchanged(replace(NEW, edition=edition)))) == []


@pytest.mark.parametrize("example", [unchanged(OLD), unchanged(SHOWN)], ids=["agreement", "supporting"])
def test_every_kind_of_document_can_be_read_by_ear(example: Redline) -> None:
    assert faults(write(example)) == []


def test_a_redline_can_be_read_by_ear() -> None:
    assert faults(write(redline)) == []


def test_the_real_texts_can_be_read_by_ear(project: Path) -> None:
    made = Project(project)
    assert {name: faults(made.word(name)[0]) for name in ("hemmet", "konsekvensanalys", "remissmissiv")} == {
        "hemmet": [], "konsekvensanalys": [], "remissmissiv": [],
    }  # fmt: skip


def test_the_check_sees_a_restyling_that_is_too_pale() -> None:
    template = swapped('w:val="595959"/><w:sz w:val="17"/>', 'w:val="AAAAAA"/><w:sz w:val="17"/>', "word/styles.xml")
    assert {fault.split(":")[0] for fault in faults(write(unchanged(OLD), template))} == {"pale"}


def test_the_check_sees_each_fault() -> None:
    jump = Document("d", NEW.edition, (section("kapitel/a", "A", "1", p("- typad punkt"), p(""), level=1),
                                       section("hemmet/b", "B", "1.1.1", p("Text."), level=3)))  # fmt: skip
    assert {fault.split(":")[0] for fault in faults(write(unchanged(jump)))} == {
        "heading 1 then 3", "typed list", "empty paragraph",
    }  # fmt: skip
    assert contrast("777777", "FFFFFF") < LEAST < contrast("767676", "FFFFFF")
