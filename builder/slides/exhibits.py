"""Tables and pictures as PowerPoint's own: a table that can be edited, a drawing of shapes in one group."""

from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR
from pptx.util import Emu

from builder.model import Alignment, Box, Label, Picture, Stroke
from builder.pictures.lettering import width
from builder.slides.look import COLOURS, EMU, INK, PAD, Place
from builder.slides.measure import LEADING
from builder.slides.paging import Frame, Shown
from builder.slides.script import Line, Run
from builder.slides.text import Pen, bare, clean, plain, rgb

__all__ = ["draw", "tabulate"]

ASCENT = 95
"""How far the line that words stand on is below the top of their box, hundredths of the size (Calibri)."""

LARGER = 110
"""Hundredths. Room was made for a face that is wider than Calibri."""

ROOM = 130
"""Hundredths of the room that the words need: they must not break."""

EDGE, RULE = 150, 75
ANCHORED: dict[str, Alignment] = {"start": "left", "middle": "center", "end": "right"}


def tabulate(tree: Any, frame: Frame, title: str, pen: Pen) -> None:
    """A table on a slide."""
    grid, place = frame.grid, frame.place
    where = (place.x * EMU, place.y * EMU, sum(frame.widths) * EMU, sum(frame.heights) * EMU)
    shape = tree.add_table(max(1, len(grid.rows)), max(1, len(grid.alignment)), *map(Emu, where))
    shape.name = clean(grid.caption or title)
    _describe(shape._element.nvGraphicFramePr.cNvPr, grid.caption or title)
    table = shape.table
    table.first_row = bool(grid.rows) and grid.rows[0].header
    for column, wide in zip(table.columns, frame.widths, strict=False):
        column.width = Emu(wide * EMU)
    for made, row, high in zip(table.rows, grid.rows, frame.heights, strict=False):
        made.height = Emu(high * EMU)
        for cell, lines, alignment in zip(made.cells, row.cells, grid.alignment, strict=True):
            cell.margin_left = cell.margin_right = Emu(PAD * EMU)
            cell.margin_top = cell.margin_bottom = Emu(PAD * EMU // 2)
            cell.vertical_anchor = MSO_ANCHOR.TOP
            pen.lines(cell.text_frame, lines, frame.size, alignment, colour="FFFFFF" if row.header else INK)


def draw(tree: Any, shown: Shown, pen: Pen, name: str) -> None:
    """A picture as shapes in one group, which says all that it shows."""
    picture, place = shown.picture, shown.place
    if shown.caption:
        pen.lines(_box(tree, shown.caption.place), shown.caption.lines, shown.caption.size)
    group = tree.add_group_shape()
    group.name = name
    _describe(group._element.nvGrpSpPr.cNvPr, picture.alt)
    artist = _Artist(group.shapes, picture, place, pen)
    artist.box(Box(0, 0, picture.drawing.width, picture.drawing.height, "text"), filled=False)
    for part in picture.drawing.parts:
        match part:
            case Box():
                artist.box(part)
            case Stroke():
                artist.stroke(part)
            case Label():
                artist.label(part)


def _box(tree: Any, place: Place) -> Any:
    """An empty text box."""
    where = (place.x, place.y, place.width, place.height)
    frame = tree.add_textbox(*(Emu(measure * EMU) for measure in where)).text_frame
    bare(frame)
    return frame


def _describe(element: Any, text: str) -> None:
    element.set("descr", clean(text).replace("\n", " "))


class _Artist:
    def __init__(self, shapes: Any, picture: Picture, place: Place, pen: Pen) -> None:
        self.shapes = shapes
        self.wide = max(picture.drawing.width, 1)
        self.place = place
        self.pen = pen

    def box(self, box: Box, *, filled: bool = True) -> None:
        shape = self.shapes.add_shape(
            MSO_SHAPE.RECTANGLE, self.x(box.x), self.y(box.y), self.long(box.width), self.long(box.height)
        )
        plain(shape)
        if filled:
            shape.fill.solid()
            shape.fill.fore_color.rgb = rgb(COLOURS[box.tone])
        else:
            shape.fill.background()
        if box.edge:
            shape.line.color.rgb = rgb(COLOURS["text"])
            shape.line.width = Emu(EDGE * EMU)
        else:
            shape.line.fill.background()

    def stroke(self, stroke: Stroke) -> None:
        ends = (self.x(stroke.x1), self.y(stroke.y1), self.x(stroke.x2), self.y(stroke.y2))
        line = self.shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        plain(line)
        line.line.color.rgb = rgb(COLOURS[stroke.tone])
        line.line.width = Emu(RULE * EMU)

    def label(self, label: Label) -> None:
        """Words on one line, in a box as wide as they may come to need."""
        size = self.units(label.size) * LARGER // 100
        wide = width(label.text, label.size) * ROOM // 100
        start = {"start": label.x, "middle": label.x - wide // 2, "end": label.x - wide}[label.anchor]
        top = self.place.y + self.units(label.y) - size * ASCENT // 100
        frame = _box(self.shapes, Place(self.place.x + self.units(start), top, self.units(wide), size * LEADING // 100))
        line = Line((Run(label.text),))
        self.pen.lines(frame, (line,), max(100, size), ANCHORED[label.anchor], COLOURS[label.tone])

    def units(self, length: int) -> int:
        """A length of the drawing on the slide."""
        return length * self.place.width // self.wide

    def long(self, length: int) -> Emu:
        return Emu(max(0, self.units(length)) * EMU)

    def x(self, place: int) -> Emu:
        return Emu((self.place.x + self.units(place)) * EMU)

    def y(self, place: int) -> Emu:
        return Emu((self.place.y + self.units(place)) * EMU)
