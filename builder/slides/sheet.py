"""The empty presentation: three kinds of slides on a wide sheet, in the look and language of the document."""

from collections.abc import Iterator
from typing import Any

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import nsdecls, qn
from pptx.presentation import Presentation as Deck
from pptx.util import Emu

from builder.phrases import Phrases
from builder.slides.look import (
    ACCENT,
    BODY,
    EMU,
    FOOTER,
    FOOTER_SIZE,
    FRONT_TEXT,
    FRONT_TITLE,
    GREY,
    INK,
    SHEET,
    STRIPE,
    TITLE,
    Place,
)

__all__ = ["BARE", "FRONT", "FULL", "empty", "put"]

FRONT, FULL, BARE = 0, 1, 2
"""The layouts: the first slide, a heading with text, a heading alone."""

KEPT = {0: FRONT, 1: FULL, 5: BARE}
"""The layouts of the library's own presentation that are used."""

NUMBER = Place(86_000, FOOTER.y, 5_600, FOOTER.height)
PLACES = {"title": TITLE, "body": BODY, "ftr": FOOTER, "sldNum": NUMBER}
SCHEME = {
    b'<a:sysClr val="windowText" lastClr="000000"/>': f'<a:srgbClr val="{INK}"/>'.encode(),
    b'"1F497D"': f'"{ACCENT}"'.encode(),
    b'"4F81BD"': f'"{ACCENT}"'.encode(),
}
"""Colours of the library's theme, and those that stand in their place."""


def empty(language: str, words: Phrases) -> Deck:
    """A presentation without slides."""
    deck = Presentation()
    deck.slide_width, deck.slide_height = Emu(SHEET.width * EMU), Emu(SHEET.height * EMU)
    deck.element.sldSz.attrib.pop("type", None)
    _strip(deck)
    names = (words.front_page, words.text_prompt, words.title_prompt)
    for layout, name in zip(deck.slide_layouts, names, strict=True):
        layout._element.cSld.set("name", name)
        _dress(layout, words)
    master = deck.slide_master
    _dress(master, words)
    for shape in master.placeholders:
        put(shape, PLACES[shape._element.ph.get("type", "body")])
    _front(deck.slide_layouts[FRONT])
    _styles(master._element)
    _stripe(master)
    for part in (deck.part, master.part, *(layout.part for layout in deck.slide_layouts)):
        for element in part._element.iter():
            if "lang" in element.attrib:
                element.set("lang", language)
    return deck


def put(shape: Any, place: Place) -> None:
    """Give a shape its place."""
    shape.left, shape.top = place.x * EMU, place.y * EMU
    shape.width, shape.height = place.width * EMU, place.height * EMU


def _strip(deck: Deck) -> None:
    """Take away what the library's presentation brings along and no slide uses."""
    for number, layout in reversed(list(enumerate(deck.slide_layouts))):
        if number not in KEPT:
            deck.slide_layouts.remove(layout)
    _drop(deck.part, RELATIONSHIP_TYPE.PRINTER_SETTINGS)
    _drop(deck.part.package, RELATIONSHIP_TYPE.THUMBNAIL, RELATIONSHIP_TYPE.EXTENDED_PROPERTIES)
    theme = deck.slide_master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    for old, new in SCHEME.items():
        theme._blob = theme.blob.replace(old, new)


def _drop(owner: Any, *kinds: str) -> None:
    for key in [key for key, relation in owner._rels.items() if relation.reltype in kinds]:
        owner._rels.pop(key)


def _dress(sheet: Any, words: Phrases) -> None:
    """The words of its places in the document's language, and no place for the day of printing."""
    for shape in [*sheet.placeholders]:
        kind = shape._element.ph.get("type", "body")
        if kind == "dt":
            shape._element.getparent().remove(shape._element)
        elif kind not in ("ftr", "sldNum"):
            shape.name = words.title_prompt if "itle" in kind and kind != "subTitle" else words.text_prompt
            shape.text_frame.text = shape.name
        else:
            shape.name = words.footer if kind == "ftr" else words.slide


def _front(layout: Any) -> None:
    title, text = (shape for shape in layout.placeholders if shape.placeholder_format.idx < 2)
    put(title, FRONT_TITLE)
    put(text, FRONT_TEXT)
    title.text_frame._txBody.bodyPr.set("anchor", "b")


def _styles(master: Any) -> None:
    """Left-aligned headings in the colour; small grey words at the foot."""
    heading = master.find(f"{qn('p:txStyles')}/{qn('p:titleStyle')}/{qn('a:lvl1pPr')}")
    heading.set("algn", "l")
    look = heading.find(qn("a:defRPr"))
    look.set("b", "1")
    look.find(f"{qn('a:solidFill')}/{qn('a:schemeClr')}").set("val", "accent1")
    for look in _footers(master):
        look.set("sz", str(FOOTER_SIZE))
        fill = look.find(qn("a:solidFill"))
        fill.remove(fill[0])
        fill.append(fill.makeelement(qn("a:srgbClr"), {"val": GREY}))
    for style in master.iter(qn("a:lvl1pPr")):
        if style.get("algn") == "ctr":
            style.set("algn", "l")
    for frame in master.iter(qn("a:bodyPr")):
        for side in ("lIns", "rIns"):
            frame.set(side, "0")


def _footers(master: Any) -> Iterator[Any]:
    for shape in master.iter(qn("p:sp")):
        if shape.ph is not None and shape.ph.get("type") in ("ftr", "sldNum"):
            yield from shape.iter(qn("a:defRPr"))


def _stripe(master: Any) -> None:
    """A stripe of the colour along the left edge, behind all else."""
    size = f'<a:off x="0" y="0"/><a:ext cx="{STRIPE * EMU}" cy="{SHEET.height * EMU}"/>'
    shape = parse_xml(
        f'<p:sp {nsdecls("p", "a")}><p:nvSpPr><p:cNvPr id="99" name=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr><a:xfrm>{size}</a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    master.shapes._spTree.insert(2, shape)
