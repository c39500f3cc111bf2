"""A PDF as its readers meet it, by tools that share nothing with the program that wrote it."""

import io
import re
import subprocess
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import page
from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

__all__ = ["bookmarks", "boxes", "elements", "faults", "opened", "plain", "shown"]

PROFILES = (page.ValidationProfile.PDF_A_2A, page.ValidationProfile.PDF_UA_1)
WORD = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">')
PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff\ud800-\udfff]")


def faults(pdf: bytes) -> list[str]:
    """What the validator says against the file as an archive's, and as everyone's who reads."""
    return [
        f"{failure.rule_id}: {failure.message}"
        for profile in PROFILES
        for failure in page.validate_pdf_bytes(pdf, profile=profile).failures
    ]


def opened(pdf: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(pdf))


def plain(text: str) -> str:
    """What a reader sees of a text: no spaces, which depend on the lines, and nothing that is not seen."""
    seen = "".join(letter for letter in UNSEEN.sub("", text) if unicodedata.category(letter) != "Cc")
    return unicodedata.normalize("NFC", "".join(seen.split()))


def shown(pdf: bytes) -> str:
    """All pages, as `plain` gives a text."""
    return plain("".join(sheet.extract_text() for sheet in opened(pdf).pages))


def bookmarks(pdf: bytes) -> list[str]:
    return list(_titles(opened(pdf).outline))


def _titles(outline: Any) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield str(item["/Title"])


def elements(pdf: bytes, kind: str) -> list[DictionaryObject]:
    """The elements of a kind ("/TH") in the tree that a screen reader follows, in its order."""
    root = opened(pdf).trailer["/Root"]["/StructTreeRoot"]
    return [element for element in _tree(root) if element.get("/S") == kind]


def _tree(element: Any) -> Iterator[DictionaryObject]:
    element = element.get_object()
    if not isinstance(element, DictionaryObject):
        return
    yield element
    children = element["/K"] if "/K" in element else ArrayObject()
    for child in children if isinstance(children, ArrayObject) else [children]:
        yield from _tree(child)


def boxes(pdf: bytes, pdftotext: Path, folder: Path) -> Iterator[tuple[float, float, float, float]]:
    """For each word: how far it stands from the left, right, top and bottom edges of its page, in points."""
    source, target = folder / "boxes.pdf", folder / "boxes.html"
    source.write_bytes(pdf)
    subprocess.run([pdftotext, "-bbox", source, target], check=True)
    width = height = 0.0
    for line in target.read_text("utf-8").splitlines():
        if sheet := PAGE.search(line):
            width, height = map(float, sheet.groups())
        elif word := WORD.search(line):
            left, top, right, bottom = map(float, word.groups())
            yield left, width - right, top, height - bottom
