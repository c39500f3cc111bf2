"""Lines as PowerPoint's paragraphs: looks, lists and language are written on each, so that nothing is inherited."""

import re
from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.util import Emu, Pt

from builder.model import Alignment
from builder.slides.look import ACCENT, EMU, INK
from builder.slides.measure import before, left
from builder.slides.script import Line, Run

__all__ = ["Pen", "bare", "clean", "plain", "rgb"]

UNFIT = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML cannot hold."""

FACE, FIXED_FACE = "Calibri", "Consolas"
ALIGNED = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER, "right": PP_ALIGN.RIGHT}
DEEPEST = 8
HIGHEST = 32_767
"""The highest number that PowerPoint begins a list with."""

RAISED = "30000"


def clean(text: str) -> str:
    """The text without what XML cannot hold."""
    return UNFIT.sub("", text)


def rgb(colour: str) -> RGBColor:
    """A colour as the library has it."""
    return RGBColor(*bytes.fromhex(colour))  # type: ignore[no-untyped-call]


class Pen:
    """Writes in one language."""

    def __init__(self, language: str) -> None:
        self.language = language

    def lines(
        self, frame: Any, lines: Sequence[Line], size: int, alignment: Alignment = "left", colour: str = INK
    ) -> None:
        """All lines of a frame."""
        starts: dict[int, int] = {}
        for number, line in enumerate(lines):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            self.line(paragraph, line, size, starts, colour)
            paragraph.alignment = ALIGNED[alignment]

    def line(self, paragraph: Any, line: Line, size: int, starts: dict[int, int], colour: str) -> None:
        """One line. `starts` are the numbers that the lists now open begin with on this slide."""
        properties = paragraph._p.get_or_add_pPr()
        step = size * 11 // 10 if line.kind in ("bullet", "number") else 0
        properties.set("marL", str(left(line, size) * EMU))
        properties.set("indent", str(-step * EMU))
        if line.indent > 1:
            properties.set("lvl", str(min(line.indent - 1, DEEPEST)))
        paragraph.space_before = Pt(before(line, size) / 100)
        for mark in _mark(line, starts):
            properties.append(parse_xml(mark))
        colour = ACCENT if line.kind == "section" else colour
        for run in line.runs:
            self.run(paragraph, run, size, colour, bold=line.kind in ("section", "heading"), fixed=line.kind == "code")

    def run(
        self, paragraph: Any, run: Run, size: int, colour: str = INK, *, bold: bool = False, fixed: bool = False
    ) -> None:
        """Words of one look, with their line breaks."""
        for number, part in enumerate(clean(run.text).split("\n")):
            if number:
                paragraph.add_line_break()
            if part:
                self.piece(paragraph, part, run, size, colour, bold=bold or run.strong, fixed=fixed or run.code)

    def piece(self, paragraph: Any, text: str, run: Run, size: int, colour: str, *, bold: bool, fixed: bool) -> None:
        """Words that no line break parts."""
        piece = paragraph.add_run()
        piece.text = text
        font = piece.font
        font.size, font.name = Pt(size / 100), FIXED_FACE if fixed else FACE
        font.bold, font.italic = bold, run.emphasis
        font.color.rgb = rgb(colour)
        look = font._element
        look.set("lang", self.language)
        if run.strike:
            look.set("strike", "sngStrike")
        if run.raised:
            look.set("baseline", RAISED)

    def words(self, frame: Any, text: str, size: int, colour: str = INK, *, bold: bool = False) -> None:
        """A frame with one paragraph."""
        self.run(frame.paragraphs[0], Run(text), size, colour, bold=bold)

    def plain(self, frame: Any, texts: Sequence[str]) -> None:
        """Paragraphs in the frame's own look."""
        for number, text in enumerate(texts):
            paragraph = frame.paragraphs[0] if not number else frame.add_paragraph()
            run = paragraph.add_run()
            run.text = clean(text).replace("\n", " ")
            run.font._element.set("lang", self.language)


def bare(frame: Any) -> None:
    """A frame without margins, its words at the top."""
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Emu(0)
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP


def plain(shape: Any) -> None:
    """Take from a shape what the theme gives it: a shadow, an edge, the colour of its words."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)


def _mark(line: Line, starts: dict[int, int]) -> list[str]:
    """The bullet or number before a line, as PowerPoint writes it."""
    for level in [level for level in starts if level > line.indent]:
        del starts[level]
    space = nsdecls("a")
    match line.kind:
        case "bullet":
            starts.pop(line.indent, None)
            sign = "•" if line.indent < 2 else "–"
            return [f'<a:buFont {space} typeface="Arial"/>', f'<a:buChar {space} char="{sign}"/>']
        case "number":
            first = min(max(1, starts.setdefault(line.indent, line.number)), 32_767)
            return [
                f'<a:buFont {space} typeface="+mj-lt"/>',
                f'<a:buAutoNum {space} type="arabicPeriod" startAt="{first}"/>',
            ]
        case _:
            starts.pop(line.indent, None)
            return [f"<a:buNone {space}/>"]
