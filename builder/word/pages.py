"""The sections of the file: which pages are upright and which on their side, and whose lines have numbers."""

from lxml import etree

from builder.word.cover import Cover
from builder.word.landscape import Stretch
from builder.word.xml import tag, value

__all__ = ["front_end", "lay", "pages_end", "turn"]

AFTER_COUNT = frozenset(map(tag, (
    "pgNumType", "cols", "formProt", "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
    "printerSettings", "sectPrChange",
)))  # fmt: skip
"""What stands after the numbering of lines in the schema."""


def front_end(cover: Cover) -> str:
    """The end of the front pages: a section of their own, whose headers and footers the next inherits.

    (Seen: in LibreOffice 7.4 fields vanish from a footer that two sections both refer to.)"""
    front = etree.tostring(cover.section, encoding="unicode", with_tail=False)
    for name in ("titlePg", "headerReference", "footerReference"):
        for element in cover.section.findall(tag(name)):
            cover.section.remove(element)
    return front


def pages_end(cover: Cover, stretch: Stretch) -> str:
    """The end of pages of one kind, before pages of the other. Their numbers go on."""
    for element in cover.section.iter(tag("pgNumType")):
        element.attrib.pop(tag("start"), "")
    last = etree.fromstring(front_end(cover))
    lay(last, stretch)
    return etree.tostring(last, encoding="unicode")


def lay(section: etree._Element, stretch: Stretch) -> None:
    """Gives a section the pages of a stretch."""
    if stretch.wide:
        turn(section)
    if stretch.counted:
        _count_lines(section)


def _count_lines(section: etree._Element) -> None:
    """Every fifth line gets its number, from the first page to the last."""
    place = next((n for n, child in enumerate(section) if child.tag in AFTER_COUNT), len(section))
    counted = {tag(name): text for name, text in (("countBy", "5"), ("distance", "284"), ("restart", "continuous"))}
    section.insert(place, section.makeelement(tag("lnNumType"), counted))


def turn(section: etree._Element) -> None:
    """Lays the pages of a section on their side."""
    size = section.find(tag("pgSz"))
    if size is None:
        return
    short, long = sorted((value(size, "w"), value(size, "h")), key=int)
    for name, text in (("w", long), ("h", short), ("orient", "landscape")):
        size.set(tag(name), text)
