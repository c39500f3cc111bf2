"""What a restyled template lacks: fields that a reader needs, styles that the text is set in, pictures' words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from builder.model import Document, Edition, Paragraph, Section, Text
from builder.redline import unchanged
from builder.word.control import FORMERLY
from builder.word.drawings import WP
from builder.word.look import STYLES
from builder.word.package import Package
from builder.word.template import check
from builder.word.writer import write
from builder.word.xml import parse, tag, value

__all__ = ["Remark", "remarks"]

FIELD = re.compile(r"\{\{[^}]*\}\}")
NEEDED = {
    "titel": "vad dokumentet heter", "version": "vilken version texten är", "status": "om texten gäller",
    "versions_id": "vilken text filen är gjord av", "kontrollsumma": "hur filen kan prövas mot versionen",
}  # fmt: skip
WISHED = {
    "avtalstext": "var texten ska stå; den läggs sist", "diarienummer": "vilket ärende filen hör till",
    "datum": "vilken dag texten är från", "parter": "vilka parterna är", "utkast": "att texten inte gäller än",
    "revisionshistorik": "vilka versioner som har funnits", "läsanvisning": "hur dokumentet läses",
}  # fmt: skip
LACKS_FIELD = "Fältet {{{{ {name} }}}} saknas. Läsaren får inte veta {what}. Skriv in fältet i Word där det ska stå."
LACKS_PLACE = "Fältet {{ avtalstext }} saknas. Texten läggs sist. Skriv in {{ avtalstext }} ensamt i ett stycke i Word."
LACKS_STYLES = (
    "Det saknas formatmallar: {}. De läggs till med grundutseendet. Lägg till dem i Word om de ska se ut annorlunda, "
    "eller utgå från en ny mall."
)
NO_WORDS = "En bild saknar alternativtext. Högerklicka på bilden i Word, välj alternativtext och skriv vad den visar."
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


@dataclass(frozen=True, slots=True)
class Remark:
    """Something to mend in a template: where, in the words of one who sees it in Word, and what to do.

    Without an `error` documents can be made with it all the same."""

    place: str
    sentence: str
    error: bool


def remarks(data: bytes) -> tuple[Remark, ...]:
    """What is to be mended in a template; TemplateError when it cannot be used at all."""
    package = Package(check(data))
    write(unchanged(SAMPLE), data)
    stories = dict(_stories(package))
    return (*_fields(stories), *_styles(package), *_pictures(stories))


SAMPLE = Document(
    "mall",
    Edition(
        "Mall", "överenskommelse", "mall", "Mall", "Parterna", "utkast-1", "utkast", "2027-01-01", "0" * 40, "0" * 64
    ),
    (Section("mall/klausul", "clause", 1, (Text("Klausul"),), (Paragraph((Text("Text."),)),), "1"),),
)
"""A document that any template can be tried on."""


def _stories(package: Package) -> Iterator[tuple[str, etree._Element]]:
    yield "Mallens sidor", parse(package.parts[package.main])
    for kind, name in (("header", "Sidhuvud"), ("footer", "Sidfot")):
        for number, part in enumerate(package.related(kind), 1):
            yield f"{name} {number}", parse(package.parts[part])


def _fields(stories: dict[str, etree._Element]) -> Iterator[Remark]:
    found = frozenset(word for root in stories.values() for word in _used(root))
    used = found | {"versions_id"} if FORMERLY in found else found
    for name, what in NEEDED.items():
        if name not in used:
            yield Remark("Mallens sidor", LACKS_FIELD.format(name=name, what=what), error=True)
    for name, what in WISHED.items():
        if name not in used:
            said = LACKS_PLACE if name == "avtalstext" else LACKS_FIELD.format(name=name, what=what)
            yield Remark("Mallens sidor", said, error=False)


def _used(root: etree._Element) -> Iterator[str]:
    """The words in the fields of a part."""
    for paragraph in root.iter(tag("p")):
        text = "".join(piece.text or "" for piece in paragraph.iter(tag("t")))
        yield from (word for found in FIELD.findall(text) for word in re.findall(r"\w+", found))


def _styles(package: Package) -> Iterator[Remark]:
    sheets = [parse(package.parts[name]) for name in package.related("styles")]
    names = {value(style.find(tag("name"))).casefold() for root in sheets for style in root.iter(tag("style"))}
    missing = [style.name for style in STYLES if style.name.casefold() not in names and style.kind != "numbering"]
    if missing:
        yield Remark("Formatmallar", LACKS_STYLES.format(", ".join(missing)), error=False)


def _pictures(stories: dict[str, etree._Element]) -> Iterator[Remark]:
    for place, root in stories.items():
        for picture in root.iter(tag("docPr", WP)):
            hidden = any(mark.get("val") == "1" for mark in picture.iter(DECORATIVE))
            if not (picture.get("descr") or hidden):
                yield Remark(place, NO_WORDS, error=True)
