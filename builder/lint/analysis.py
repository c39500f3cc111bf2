"""What the rules look at, made once: the texts with code blanked, and what the documents hold.

A blanked text is as long as the file, line breaks kept, so that a place found in it is a place in the file.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.library import Clause, Library
from builder.lint.passages import Page, page
from builder.model import Document, Position

__all__ = ["Analysis", "Sheet", "analyse", "listed_clauses"]

_FENCE = re.compile(r"^[ \t>*+-]*(?P<mark>`{3,}(?=[^`\r\n]*(?:\r|$))|~{3,})(?P<info>[^\r\n]*)", re.MULTILINE)
_TICKS = re.compile(r"`+")
_BLANK_LINE = re.compile(r"\r?\n[ \t>]*\r?\n")
# Every branch begins with a plain sign, which lets the search skip all others.
_ADDRESS = re.compile(
    r"\]\([^()\s]*(?:[ \t]+\"[^\"\r\n]*\")?"  # of a link, with its title
    r"|https?://[^\s<>)]+"
    r"|\n[ ]{0,3}\[(?!\^)[^\[\]\r\n]+\]:[^\r\n]*"  # of a link by name; not a footnote
)
_VISIBLE = re.compile(r"[^\r\n]")
_NEWLINE = re.compile(r"\r\n?|\n")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A clause's file. `text` has code blanked, `prose` addresses as well; `body` is where the body begins."""

    clause: Clause
    text: str
    prose: str
    body: int
    starts: tuple[int, ...]

    def place(self, offset: int) -> Position:
        """The line and column of an offset."""
        line = bisect_right(self.starts, offset)
        return Position(self.clause.path, line, offset - self.starts[line - 1] + 1)


@dataclass(frozen=True, slots=True)
class Analysis:
    """The library and its documents, the sheets by clause id, their pages where the language is known, and the ids
    that some assembly lists."""

    library: Library
    documents: tuple[Document, ...]
    sheets: Mapping[str, Sheet]
    pages: Mapping[str, Page]
    listed: frozenset[str]


def analyse(library: Library, documents: tuple[Document, ...]) -> Analysis:
    """Everything the rules share. A clause without a source has no sheet."""
    sheets = {
        clause.id: _sheet(clause, library.sources[clause.path])
        for clause in library.clauses.values()
        if clause.path in library.sources
    }
    read = ((id, _page(sheet, library.project.language)) for id, sheet in sheets.items())
    pages = {id: found for id, found in read if found}
    return Analysis(library, documents, sheets, pages, listed_clauses(library))


def _page(sheet: Sheet, language: str) -> Page | None:
    facts = sheet.clause.facts
    return page(sheet.prose, sheet.body, sheet.clause.language or language, bool(facts.kind or facts.responsible))


def listed_clauses(library: Library) -> frozenset[str]:
    """Ids of the clauses that some assembly lists."""
    return frozenset().union(*(assembly.clauses for assembly in library.assemblies.values()))


def _sheet(clause: Clause, source: str) -> Sheet:
    starts = (0, *(newline.end() for newline in _NEWLINE.finditer(source)))
    body = starts[min(clause.body_line, len(starts)) - 1]
    text = _without_code(source) if "`" in source or "~~~" in source else source
    return Sheet(clause, text, _ADDRESS.sub(_blank, text), body, starts)


# --- blanking ------------------------------------------------------------------------------------------


def _blank(match: re.Match[str]) -> str:
    kept = 2 if match[0].startswith("](") else 0
    return match[0][:kept] + _VISIBLE.sub(" ", match[0][kept:])


def _without_code(text: str) -> str:
    without_fences = _blanked(text, _fences(text))
    return _blanked(without_fences, _spans(without_fences))


def _blanked(text: str, places: Iterator[tuple[int, int]]) -> str:
    parts, last = [], 0
    for start, end in places:
        parts += [text[last:start], _VISIBLE.sub(" ", text[start:end])]
        last = end
    return "".join([*parts, text[last:]])


def _fences(text: str) -> Iterator[tuple[int, int]]:
    """Fenced code, fences included; one that nothing closes goes on to the end, as in CommonMark."""
    opener: re.Match[str] | None = None
    for fence in _FENCE.finditer(text):
        if opener is None:
            opener = fence
        elif fence["mark"].startswith(opener["mark"]) and not fence["info"].strip():
            yield opener.start(), fence.end()
            opener = None
    if opener is not None:
        yield opener.start(), len(text)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """Code between runs of as many backticks, within a paragraph. Linear: runs are paired through a table."""
    runs = list(_TICKS.finditer(text))
    following: dict[int, int] = {}
    closers = [0] * len(runs)
    for index in reversed(range(len(runs))):
        length = len(runs[index][0])
        closers[index], following[length] = following.get(length, 0), index
    index = 0
    while index < len(runs):
        closer = closers[index]
        if closer and not _BLANK_LINE.search(text, runs[index].end(), runs[closer].start()):
            yield runs[index].start(), runs[closer].end()
            index = closer
        index += 1
