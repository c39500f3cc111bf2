"""`overens redline` to Word beside Docxodus, which compares two Word files."""

import xml.etree.ElementTree as Xml
import zipfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from benchmarks.project import NEW, OLD
from benchmarks.report import Row, compared, memory
from benchmarks.rivals import docxodus_path
from benchmarks.source import DOCUMENT
from benchmarks.stopwatch import Command, alternate, in_turn, overens, run
from benchmarks.word import pandoc, word
from benchmarks.workshop import Sample, Workshop

__all__ = ["changed", "measure"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
KINDS = {f"{W}{tag}": tag for tag in ("ins", "del", "moveFrom", "moveTo")}
TEXTS = (f"{W}t", f"{W}delText")
PAGES = {20: (55, 0.5), 300: (805, 0.1)}
"""Pages: clauses of the same length in paragraphs (305 and 4,422), and the share of Docxodus's time allowed."""
RESULTS = ("overens", "docxodus-overens", "docxodus-pandoc")


def measure(workshop: Workshop) -> Iterator[Row]:
    """Both sizes beside Docxodus on the Word files of Överens, and on the plain ones of pandoc; then the memory."""
    for pages, (clauses, limit) in PAGES.items():
        yield from _pages(workshop, workshop.sample(clauses), pages, limit)
    thousand = workshop.sample(1_000)
    yield memory("overens redline", alternate({"redline 1000": _redline(thousand)}, 1)["redline 1000"])


def _pages(workshop: Workshop, sample: Sample, pages: int, limit: float) -> Iterator[Row]:
    for label in (OLD, NEW):
        run(pandoc(sample, label, f"pandoc-{label}.docx"))
    commands = {
        "overens": _redline(sample),
        **{label: word(sample, f"{DOCUMENT}@{label}", f"overens-{label}.docx") for label in (OLD, NEW)},
        **{name: _docxodus(sample, name) for name in ("overens-files", "pandoc-files")},
    }
    own, older, newer, other, plain = alternate(commands, workshop.rounds).values()
    size = f"{pages} pages ({sample.paragraphs:,} paragraphs)"
    yield compared(f"`overens redline`, {size}, time over Docxodus's", limit, own, "Docxodus", other)
    chain = in_turn(older, newer, other)
    yield compared("the same, from what is in git on both sides", None, own, "`overens word` twice, Docxodus", chain)
    yield compared("the same, Docxodus given pandoc's plain files", None, own, "Docxodus", plain)
    yield _characters(sample, size)


def _redline(sample: Sample) -> Command:
    return overens("redline", DOCUMENT, OLD, NEW, "-o", str(sample.around / "overens.docx"), folder=sample.folder)


def _docxodus(sample: Sample, name: str) -> Command:
    maker = name.removesuffix("-files")
    files = (f"{maker}-{OLD}.docx", f"{maker}-{NEW}.docx", f"docxodus-{maker}.docx")
    return Command((docxodus_path(), *files, "--author=Provning", "--detect-moves"), sample.around)


def _characters(sample: Sample, size: str) -> Row:
    own, ours, plain = (changed(sample.around / f"{name}.docx") for name in RESULTS)
    what = f"inserted + deleted characters, {size}, over Docxodus's on pandoc's files"
    beside = f"on our files {_told(ours)}; on pandoc's {_told(plain)}"
    return Row(what, None, _marked(own) / _marked(plain), "×", _told(own), beside)


def changed(path: Path) -> Counter[str]:
    """Characters in a Word file's body by the kind of change they stand in."""
    with zipfile.ZipFile(path) as package:
        root = Xml.fromstring(package.read("word/document.xml"))
    counted: Counter[str] = Counter()
    waiting = [(root, "")]
    while waiting:
        element, kind = waiting.pop()
        kind = KINDS.get(element.tag, kind)
        if element.tag in TEXTS and kind:
            counted[kind] += len(element.text or "")
        waiting.extend((child, kind) for child in element)
    return counted


def _marked(counted: Counter[str]) -> int:
    return counted["ins"] + counted["del"]


def _told(counted: Counter[str]) -> str:
    return f"{_marked(counted):,} (+{counted['moveFrom'] + counted['moveTo']:,} moved)"
