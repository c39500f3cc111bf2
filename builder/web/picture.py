"""A picture as SVG: in the page itself, its words in a name for those who hear it and in a text for everyone; or as a
file of its own.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from builder.model import Box, Drawing, Label, Part, Picture, Stroke, Tone
from builder.pictures import NARROW
from builder.web.escape import clean, html_text

__all__ = ["figure", "svg_file"]

_COLOUR = re.compile(r"var\(--bild-\w+,(#\w+)\)")

COLOURS: Mapping[Tone, tuple[str, str]] = MappingProxyType({
    "text": ("text", "#1b2129"), "faint": ("svag", "#404a55"), "rule": ("linje", "#bfc7cf"),
    "low": ("lag", "#edf2f6"), "medium": ("medel", "#f7dfa0"), "high": ("hog", "#e79a86"), "bar": ("stapel", "#1f4e79"),
})  # fmt: skip
"""Each tone's name in the style sheets, which change it in dark mode, and its colour on light ground."""


def figure(picture: Picture) -> str:
    """A picture as one line of HTML: what it is called, the drawing, and all that it says in words.

    A wide one is moved sideways in a frame of its own where the screen is narrow, and is reached by keyboard for that.
    """
    caption = f"<figcaption>{_line(picture.caption)}</figcaption>" if picture.caption else ""
    name = _line(picture.caption or picture.alt.partition(". ")[0] or "Bild")
    wide = picture.drawing.width > NARROW
    kind = f'"bildruta" tabindex="0" role="region" aria-label="{name}"' if wide else '"bildruta bildruta--smal"'
    frame = f"<div class={kind}>{_svg(picture)}</div>"
    said = f"<details><summary>Bilden i ord</summary><p>{_line(picture.alt)}</p></details>"
    return f'<figure class="bild">{caption}{frame}{said}</figure>'


def svg_file(picture: Picture) -> str:
    """A picture as a file. Its colours are plain ones, for programs that know no style sheets."""
    shown = picture.drawing
    ground = f'<rect width="{shown.width}" height="{shown.height}" fill="#ffffff"/>'
    drawn = _svg(picture, ground).replace("<svg ", '<svg font-family="sans-serif" ', 1)
    return _COLOUR.sub(r"\1", drawn) + "\n"


def _svg(picture: Picture, ground: str = "") -> str:
    shown = picture.drawing
    parts = "".join(_part(part) for part in shown.parts)
    title = f"<title>{_line(picture.caption or picture.alt)}</title>"
    said = f"<desc>{_line(picture.alt)}</desc>" if picture.caption else ""
    size = f'viewBox="0 0 {shown.width} {shown.height}" {_size(shown)}'
    return f'<svg role="img" {size}>{title}{said}{ground}{parts}</svg>'


def _size(shown: Drawing) -> str:
    """The size on paper. A style sheet may make it smaller, where words can still be read."""
    return f'width="{shown.width / 10}mm" height="{shown.height / 10}mm" xmlns="http://www.w3.org/2000/svg"'


def _part(part: Part) -> str:
    match part:
        case Box(x=x, y=y, width=width, height=height):
            edge = f' stroke="{_colour("text")}" stroke-width="6"' if part.edge else ""
            return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{_colour(part.tone)}"{edge}/>'
        case Stroke():
            ends = f'x1="{part.x1}" y1="{part.y1}" x2="{part.x2}" y2="{part.y2}"'
            return f'<line {ends} stroke="{_colour(part.tone)}" stroke-width="2"/>'
        case Label(x=x, y=y, size=size):
            anchor = f' text-anchor="{part.anchor}"' if part.anchor != "start" else ""
            place = f'x="{x}" y="{y}" font-size="{size}"{anchor}'
            return f'<text {place} fill="{_colour(part.tone)}">{_line(part.text)}</text>'


def _colour(tone: Tone) -> str:
    name, light = COLOURS[tone]
    return f"var(--bild-{name},{light})"


def _line(text: str) -> str:
    return html_text(clean(text))
