"""A draft says what it is on every page, whatever its template looks like."""

from lxml import etree

from builder.word.cover import Cover
from builder.word.package import WORDML, Package
from builder.word.pen import Pen
from builder.word.xml import DECLARATION, NAMESPACES, R, escape, parse, serialise, tag, value

__all__ = ["mark_pages"]

OWN = "word/headerUtkast.xml"


def mark_pages(package: Package, cover: Cover, pen: Pen, said: str) -> None:
    """Puts the mark into each page header that lacks it, and a header where there is none."""
    if not said:
        return
    for name in package.related("header"):
        root = parse(package.parts[name])
        if said not in "".join(text.text or "" for text in root.iter(tag("t"))):
            root.insert(0, parse(_paragraph(pen, said).encode()))
            package.parts[name] = serialise(root)
    missing = _missing(package, cover)
    if missing:
        _add_header(package, cover, pen, said, missing)


def _paragraph(pen: Pen, said: str) -> str:
    look = f'<w:rPr><w:rStyle w:val="{pen.style["Utkastmarke"]}"/></w:rPr>'
    properties = f'<w:pPr><w:pStyle w:val="{pen.style["Header"]}"/><w:jc w:val="right"/></w:pPr>'
    return f"<w:p {NAMESPACES}>{properties}<w:r>{look}<w:t>{escape(said)}</w:t></w:r></w:p>"


def _missing(package: Package, cover: Cover) -> list[str]:
    """The kinds of page that have no header; a later section inherits those of the first."""
    first = next(cover.root.iter(tag("sectPr")))
    settings = [parse(package.parts[name]) for name in package.related("settings")]
    needed = {
        "default": True,
        "first": next(cover.root.iter(tag("titlePg")), None) is not None,
        "even": any(root.find(tag("evenAndOddHeaders")) is not None for root in settings),
    }
    has = {value(reference, "type") for reference in first.iter(tag("headerReference"))}
    return [kind for kind, wanted in needed.items() if wanted and kind not in has]


def _add_header(package: Package, cover: Cover, pen: Pen, said: str, kinds: list[str]) -> None:
    part = f"{DECLARATION}<w:hdr {NAMESPACES}>{_paragraph(pen, said)}</w:hdr>"
    package.add(OWN, part.encode(), f"{WORDML}header+xml")
    relation = package.relate(package.main, "header", OWN)
    first = next(cover.root.iter(tag("sectPr")))
    for kind in reversed(kinds):
        reference = etree.Element(tag("headerReference"))
        reference.set(tag("type"), kind)
        reference.set(tag("id", R), relation)
        first.insert(0, reference)
