"""Accepts or rejects every tracked change of a Word file by the rules of the format; shares no code with the writer.

Numbers of references are shown as "#": they follow their target, so that a kept one reads as in the new text."""

import hashlib
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from tests.word.parts import W, names, part

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
INSERTED, DELETED = {W + "ins", W + "moveTo"}, {W + "del", W + "moveFrom"}
GONE = {"accept": DELETED, "reject": INSERTED}


def resolved(data: bytes, what: str) -> list[tuple[str, str]]:
    """Style and text of each paragraph, tables' and notes' too, after accepting or rejecting; empty ones left out."""
    body = part(data).find(W + "body")
    files = _files(data)
    rows = list(_Story(GONE[what], what == "reject", files).paragraphs(body))
    if "word/footnotes.xml" in names(data):
        notes = {n.get(W + "id"): n for n in part(data, "word/footnotes.xml").iter(W + "footnote")}
        for reference in _references(body, GONE[what]):
            rows += list(_Story(GONE[what], what == "reject", files).paragraphs(notes[reference]))
    return [row for row in rows if row[1]]


def _files(data: bytes) -> dict[str, str]:
    """Each picture's file by its relation, told by a sum of its bytes in letters."""
    rows = part(data, "word/_rels/document.xml.rels")
    files = {row.get("Id"): row.get("Target").lstrip("/") for row in rows if row.get("Type").endswith("/image")}
    with zipfile.ZipFile(BytesIO(data)) as archive:
        sums = {id_: hashlib.sha256(archive.read(name)).hexdigest() for id_, name in files.items()}
    return {id_: sum_.translate(str.maketrans("0123456789", "ghijklmnop")) for id_, sum_ in sums.items()}


def _references(body: etree._Element, gone: set[str]) -> Iterator[str]:
    for reference in body.iter(W + "footnoteReference"):
        if not any(e.tag in gone for e in reference.iterancestors()) and not _row_gone(reference, gone):
            yield reference.get(W + "id") or ""


def _row_gone(element: etree._Element, gone: set[str]) -> bool:
    rows = element.iterancestors(W + "tr")
    return any(_marked(row.find(W + "trPr"), gone) for row in rows)


def _marked(properties: etree._Element | None, gone: set[str]) -> bool:
    return properties is not None and any(child.tag in gone for child in properties)


class _Story:
    """One container after another; a paragraph whose mark is gone runs on into the next."""

    def __init__(self, gone: set[str], rejecting: bool, files: dict[str, str]) -> None:
        self.gone, self.rejecting, self.files = gone, rejecting, files
        self.pending, self.field = "", 0

    def paragraphs(self, container: etree._Element) -> Iterator[tuple[str, str]]:
        for child in container:
            if child.tag == W + "p":
                yield from self._paragraph(child)
            elif child.tag == W + "tr" and _marked(child.find(W + "trPr"), self.gone):
                continue
            elif child.tag in (W + "tbl", W + "tr", W + "tc"):
                assert not self.pending, f"a text runs into a table: {self.pending}"
                yield from self.paragraphs(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[tuple[str, str]]:
        properties = paragraph.find(W + "pPr")
        self.pending += "".join(self._text(paragraph))
        mark = None if properties is None else properties.find(W + "rPr")
        if not _marked(mark, self.gone):
            yield self._style(properties), " ".join(self.pending.split())
            self.pending = ""

    def _style(self, properties: etree._Element | None) -> str:
        if properties is None:
            return ""
        changed = properties.find(f"{W}pPrChange/{W}pPr") if self.rejecting else None
        shown = properties if changed is None else changed
        style, number, align = (shown.find(W + name) for name in ("pStyle", "numPr", "jc"))
        none = number is None or number.find(W + "numId").get(W + "val") == "0"
        level = "" if none else number.find(W + "ilvl").get(W + "val")
        name = style.get(W + "val")
        listed = "" if name.startswith(("Heading", "Bilagerubrik")) else level
        return f"{name}/{listed}/{'' if align is None else align.get(W + 'val')}"

    def _text(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            if child.tag in self.gone or child.tag == W + "pPr":
                continue
            if child.tag == W + "fldChar":
                yield from self._bound(child.get(W + "fldCharType"))
            elif child.tag in (W + "t", W + "delText"):
                yield "" if self.field else child.text or ""
            elif child.tag in (W + "br", W + "tab"):
                yield " "
            elif child.tag == W + "drawing":
                yield f" [{self._seen(child)}] "
            else:
                yield from self._text(child)

    def _seen(self, drawing: etree._Element) -> str:
        blip = next(drawing.iter(A + "blip"))
        words = next(e for e in drawing.iter() if e.tag.endswith("}docPr")).get("descr") or ""
        return f"{words} {self.files[next(iter(blip.attrib.values()))]}"

    def _bound(self, kind: str | None) -> Iterator[str]:
        self.field += {"begin": 1, "end": -1}.get(kind or "", 0)
        if kind == "begin":
            yield "#"
