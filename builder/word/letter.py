"""The template of a letter: no front page and no contents, the text begins under the title."""

from lxml import etree

from builder.word.control import BODY
from builder.word.fields import Fields
from builder.word.shell import shell_parts
from builder.word.xml import parse, serialise, tag, value

__all__ = ["letter_parts"]

MAIN = "word/document.xml"
KEPT = ("Dokumenttyp", "Title")
"""What a letter keeps of the front page, by style."""


def letter_parts(language: str, fields: Fields) -> dict[str, bytes]:
    """The parts of the built-in template without its front page."""
    parts = shell_parts(language, fields)
    root = parse(parts[MAIN])
    for body in root.findall(tag("body")):
        for element in list(body):
            _keep(body, element)
    for section in root.iter(tag("sectPr")):
        for first in section.findall(tag("titlePg")):
            section.remove(first)
    return {**parts, MAIN: serialise(root)}


def _keep(body: etree._Element, element: etree._Element) -> None:
    properties = element.find(tag("pPr"))
    style = value(properties.find(tag("pStyle"))) if properties is not None else ""
    if properties is not None and style in KEPT:
        _draw_up(properties)
    elif element.tag != tag("sectPr") and BODY not in "".join(str(text) for text in element.itertext()):
        body.remove(element)


def _draw_up(properties: etree._Element) -> None:
    """A front page stands some way down; a letter begins at the top."""
    spacing = etree.SubElement(properties, tag("spacing"))
    for name, number in (("before", "0"), ("after", "120")):
        spacing.set(tag(name), number)
