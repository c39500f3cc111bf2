"""A drawing as a PNG file: one pixel for each tenth of a millimetre, the same bytes on every machine."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from io import BytesIO
from types import MappingProxyType

from PIL import Image, ImageDraw, ImageFont

from builder.model import Box, Drawing, Label, Part, Stroke, Tone

__all__ = ["png"]

FACE = "themes/readthedocs/css/fonts/lato-normal.woff"
"""Lato (SIL Open Font License), which MkDocs brings along. Pillow's own face has no å, ä or ö (seen in 13.0)."""

DOTS = 254
PAPER = "#ffffff"
COLOURS: Mapping[Tone, str] = MappingProxyType({
    "text": "#1b2129", "faint": "#404a55", "rule": "#bfc7cf", "low": "#edf2f6", "medium": "#f7dfa0",
    "high": "#e79a86", "bar": "#1f4e79",
})  # fmt: skip
ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
STROKE, EDGE = 2, 6


def png(drawing: Drawing) -> bytes:
    """The drawing on white paper."""
    image = Image.new("RGB", (drawing.width, drawing.height), PAPER)
    canvas = ImageDraw.Draw(image)
    for part in drawing.parts:
        _draw(canvas, part)
    target = BytesIO()
    image.save(target, "PNG", compress_level=9, dpi=(DOTS, DOTS))
    return target.getvalue()


def _draw(canvas: ImageDraw.ImageDraw, part: Part) -> None:
    match part:
        case Box(x=x, y=y, width=width, height=height, tone=tone, edge=edge):
            corners = (x, y, x + width - 1, y + height - 1)
            canvas.rectangle(corners, COLOURS[tone], COLOURS["text"] if edge else None, EDGE if edge else 0)
        case Stroke():
            canvas.line((part.x1, part.y1, part.x2, part.y2), COLOURS[part.tone], STROKE)
        case Label(x=x, y=y, text=text, tone=tone, anchor=anchor):
            canvas.text((x, y), text, COLOURS[tone], _face(part.size), ANCHORS[anchor])


@cache
def _face(size: int) -> ImageFont.FreeTypeFont:
    """The plain layout: the other depends on a library that not every machine has."""
    return ImageFont.truetype(BytesIO(_font()), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _font() -> bytes:
    return (files("mkdocs") / FACE).read_bytes()
