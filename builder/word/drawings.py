"""A picture in the line of text: its description, its size on the page, and where its file lies."""

from dataclasses import dataclass
from typing import Final

from builder.model import Drawing, Picture
from builder.redline import KEPT, Fate
from builder.word.labels import locale
from builder.word.pen import Pen
from builder.word.revisions import deleted
from builder.word.xml import R, attribute

__all__ = ["JOINER", "WP", "Drawn", "drawing"]

WP: Final = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A: Final = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC: Final = "http://schemas.openxmlformats.org/drawingml/2006/picture"
TENTH, TWENTIETH = 3600, 635
"""A tenth of a millimetre and a twentieth of a point in the units of drawings."""

JOINER = "\u200d"
TALLEST = 2200
"""Tenths of a millimetre that a page of A4 has room for beside a heading."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture among the spans of a paragraph."""

    picture: Picture
    fate: Fate = KEPT


def drawing(pen: Pen, drawn: Drawn) -> str:
    """A w:r with the picture in it, and a letter that is not seen.

    (Seen: LibreOffice 7.4 takes a paragraph of a picture alone for an empty one, and joins its neighbours when
    changes are rejected.)"""
    picture = drawn.picture
    unseen = "w:delText" if deleted(drawn.fate) else "w:t"
    width, height = _size(picture.drawing, pen.width)
    number = pen.id()
    named = f'id="{number}" name="{attribute(pen.words.picture)} {number}" descr="{attribute(picture.alt)}"' + (
        f' title="{attribute(picture.caption)}"' if picture.caption else ""
    )
    shown = (
        f'<pic:pic xmlns:pic="{PIC}"><pic:nvPicPr><pic:cNvPr {named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip xmlns:r="{R}" r:embed="{pen.drawing(picture.drawing)}"/><a:stretch><a:fillRect/></a:stretch>'
        f'</pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{width}" cy="{height}"/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
    )
    return (
        f'<w:r><w:rPr><w:noProof/><w:lang w:val="{attribute(locale(pen.language))}"/></w:rPr><w:drawing>'
        f'<wp:inline xmlns:wp="{WP}" distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{width}" cy="{height}"/>'
        f'<wp:docPr {named}/><wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{A}" noChangeAspect="1"/>'
        f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{A}"><a:graphicData uri="{PIC}">{shown}</a:graphicData>'
        f"</a:graphic></wp:inline></w:drawing><{unseen}>{JOINER}</{unseen}></w:r>"
    )


def _size(shown: Drawing, room: int) -> tuple[int, int]:
    """Width and height on the page: as drawn, or smaller where the page is."""
    width, height = max(shown.width, 1) * TENTH, max(shown.height, 1) * TENTH
    for has, most in ((width, room * TWENTIETH), (height, TALLEST * TENTH)):
        if has > most:
            width, height = width * most // has, height * most // has
    return width, height
