"""Mend what has one right answer: the text of a link that the registers or its target decide, and its address.

`fix` says what to change, `mended` changes a file's bytes; every byte outside the changes stays as it was.
"""

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from builder.finding import Finding
from builder.library import Library
from builder.model import Position

__all__ = ["Edit", "fix", "mended", "view"]

_BOM = b"\xef\xbb\xbf"
_NEWLINE = re.compile(r"\r\n?|\n")
_LINK = re.compile(r"\[(?P<text>(?:[^\[\]\\]|\\.){0,400})\]\((?P<address>[^()\s]*)", re.DOTALL)
_MARKED = re.compile(r"(?P<before>[*_]*)(?P<words>.*?)(?P<after>[*_]*)", re.DOTALL)
_SPECIAL = re.compile(r"[\\`*_\[\]<|]")
_FAR = 400
_MENDABLE = frozenset({"P401", "T301", "T308", "T314"})


@dataclass(frozen=True, slots=True)
class Edit:
    """A text to put in place of another at a place in a file. `before` and `after` are as in the source."""

    position: Position
    before: str
    after: str


def fix(library: Library, findings: Iterable[Finding]) -> tuple[Edit, ...]:
    """The changes that make the findings go away, in order. A finding with no single answer gives none."""
    mendable = [f for f in findings if f.code in _MENDABLE and f.position.path in library.sources]
    pages = {path: _Page(path, library.sources[path]) for path in {f.position.path for f in mendable}}
    edits = {e.position: e for f in mendable for e in _edits(library, f, pages[f.position.path])}
    return tuple(edits[position] for position in sorted(edits))


def mended(content: bytes, edits: Iterable[Edit]) -> bytes:
    """A file's bytes with its edits made. An edit whose text is not at its place any more is left out."""
    bom = _BOM if content.startswith(_BOM) else b""
    page = _Page("", content[len(bom) :].decode(errors="surrogateescape"))
    parts, done = [], 0
    for edit in sorted(edits, key=lambda edit: edit.position):
        offset = page.offset(edit.position)
        if offset >= done and page.text.startswith(edit.before, offset):
            parts += [page.text[done:offset], edit.after]
            done = offset + len(edit.before)
    return bom + "".join([*parts, page.text[done:]]).encode(errors="surrogateescape")


def view(edits: Iterable[Edit]) -> str:
    """What is changed, a line a change, and how many."""
    lines = [f"{e.position.path}:{e.position.line}: ”{_flat(e.before)}” → ”{_flat(e.after)}”" for e in edits]
    counted = f"{len(lines)} {'rättning' if len(lines) == 1 else 'rättningar'}"
    return "\n".join([*lines, counted if lines else "Inget att rätta."]) + "\n"


# --- one finding ---------------------------------------------------------------------------------------


def _edits(library: Library, finding: Finding, page: "_Page") -> Iterator[Edit]:
    link = _link(page, finding.position)
    if link is not None and finding.code == "T314":
        yield _readdressed(library, finding, page, link)
        return
    marked = _MARKED.fullmatch(link["text"]) if link else None
    if link is None or marked is None:
        return
    right = _right_text(library, finding, link["address"], marked["words"])
    if right and right != marked["words"]:
        yield Edit(page.position(link.start("text") + marked.start("words")), marked["words"], right)


def _readdressed(library: Library, finding: Finding, page: "_Page", link: re.Match[str]) -> Edit:
    """The address of the file as it is called now, with the heading it led to."""
    target = library.clauses[finding.words["target"]].path
    _, mark, anchor = link["address"].partition("#")
    address = posixpath.relpath(target, posixpath.dirname(finding.position.path))
    return Edit(page.position(link.start("address")), link["address"], f"{address}{mark}{anchor}")


def _link(page: "_Page", position: Position) -> re.Match[str] | None:
    """The link that the place lies in or begins."""
    offset = page.offset(position)
    at = offset if page.text.startswith("[", offset) else page.text.rfind("[", max(offset - _FAR, 0), offset)
    link = _LINK.match(page.text, at) if at >= 0 else None
    return link if link and offset <= link.end() else None


def _right_text(library: Library, finding: Finding, address: str, text: str) -> str:
    """What the link should say, as Markdown; empty where that is for the writer to choose."""
    match finding.code:
        case "P401":
            parameter = library.parameters.get(address.rpartition("#")[2])
            return _escaped(parameter.value) if parameter else ""
        case "T301":
            is_all = " ".join(text.replace(">", " ").split()).rstrip(".") == finding.words["text"]
            return _escaped(_title(library, finding.position.path, address)) if is_all else ""
        case "T308":
            return _escaped(_as_begun(_title(library, finding.position.path, address), text))
        case _:
            return ""


def _title(library: Library, path: str, address: str) -> str:
    """The title of the clause that a link in a file leads to; empty where it leads to none."""
    target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address.partition("#")[0]))
    clause = library.clauses.get(target.removeprefix("clauses/").removesuffix(".md"))
    return clause.title if clause and clause.path == target else ""


def _as_begun(title: str, text: str) -> str:
    """The title with a small first letter where the text had one, but for an abbreviation."""
    small = text[:1].islower() and not title[1:2].isupper()
    return title[:1].lower() + title[1:] if small else title


def _escaped(text: str) -> str:
    return _SPECIAL.sub(lambda sign: "\\" + sign[0], text)


# --- places --------------------------------------------------------------------------------------------


class _Page:
    """A file's text, and where its lines begin."""

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        self.starts = [0, *(newline.end() for newline in _NEWLINE.finditer(text))]

    def offset(self, position: Position) -> int:
        return self.starts[min(position.line, len(self.starts)) - 1] + position.column - 1

    def position(self, offset: int) -> Position:
        line = bisect_right(self.starts, offset)
        return Position(self.path, line, offset - self.starts[line - 1] + 1)


def _flat(text: str) -> str:
    return " ".join(text.split())
