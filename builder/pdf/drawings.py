"""A picture as shapes at places on a sheet, with all that it says in words as its alternative text."""

from typing import Final, assert_never

from builder.model import Box, Drawing, Label, Part, Picture, Stroke
from builder.pdf.escape import string

__all__ = ["picture"]

WIDEST, TALLEST = 1540, 2200
"""Tenths of a millimetre that a page has room for, beside a heading."""

ANCHORS: Final = {"start": "left", "middle": "center", "end": "right"}


def picture(shown: Picture) -> str:
    """The picture, as drawn or smaller where the page is."""
    drawing = shown.drawing
    parts = ";".join(["[]", *map(_part, drawing.parts)])
    alt = string(shown.alt or shown.caption or "–")
    return f"picture({_mm(drawing.width)},{_mm(drawing.height)},{_scale(drawing)},{alt},{{{parts}}})"


def _scale(drawing: Drawing) -> str:
    width, height = max(drawing.width, 1), max(drawing.height, 1)
    return f"{min(1, WIDEST / width, TALLEST / height):.4f}"


def _mm(tenths: int) -> str:
    return f"{tenths / 10:.1f}mm"


def _part(part: Part) -> str:
    match part:
        case Box(x=x, y=y, width=width, height=height, tone=tone, edge=edge):
            place = ",".join(map(_mm, (x, y, width, height)))
            return f'box-at({place},"{tone}",{str(edge).lower()})'
        case Stroke(x1=x1, y1=y1, x2=x2, y2=y2, tone=tone):
            return f'stroke-at({",".join(map(_mm, (x1, y1, x2, y2)))},"{tone}")'
        case Label(x=x, y=y, text=text, size=size, tone=tone, anchor=anchor):
            return f'label-at({_mm(x)},{_mm(y)},{_mm(size)},"{tone}",{ANCHORS[anchor]},{string(text)})'
        case _:
            assert_never(part)
