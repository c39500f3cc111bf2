"""Rules for what clauses say that words mean: not otherwise than the register, nor than another clause."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from builder.finding import Finding
from builder.language.finder import Finder
from builder.language.terms import term_phrases
from builder.lint.analysis import Analysis, Sheet
from builder.lint.passages import Page

__all__ = ["defined_otherwise"]

_ITEM = re.compile(r"^[ \t]*[-*+][ \t]+\*\*(?P<word>[^*\r\n]{1,80})\*\*(?P<says>[^\r\n]*)", re.MULTILINE)
_ROW = re.compile(r"^\|(?P<word>[^|\r\n]{1,80})\|(?P<says>[^|\r\n]+)\|[ \t]*\r?$(?!\r?\n\|[ \t:|-]+\r?$)", re.MULTILINE)
"""A row of two cells, not the one above the rule."""
_LETTERS = re.compile(r"[^\W\d_]+")
_SHORT, _STEM = 3, 6
_SHARE = 0.5
"""Two definitions of one word, where so small a share of the shorter one's words is in the longer, differ."""


class _Meaning(NamedTuple):
    says: str
    path: str
    line: int


def defined_otherwise(analysis: Analysis) -> Iterator[Finding]:
    """B505: a clause gives a word another meaning than the register or an earlier clause."""
    terms, language = analysis.library.terms, analysis.library.project.language
    finder = Finder([(phrase, use.term) for phrase, use in term_phrases(terms, language)])
    known = {
        id: _Meaning(term.definition, term.position.path, term.position.line)
        for id, term in terms.items()
        if term.definition and term.position
    }
    for id, page in analysis.pages.items():
        sheet = analysis.sheets[id]
        for start, word, says in _definitions(sheet, page):
            other = known.setdefault(_term(word, finder), _Meaning(says, *_line(sheet, start)))
            if _differ(says, other.says, page):
                words = {"text": word, "says": other.says.rstrip("."), "path": other.path, "line": str(other.line)}
                yield Finding("B505", sheet.place(start), words)


def _line(sheet: Sheet, start: int) -> tuple[str, int]:
    place = sheet.place(start)
    return place.path, place.line


def _term(word: str, finder: Finder[str]) -> str:
    """The register's term where the word is one, else the word itself."""
    hits = [hit.value for hit in finder.find(word) if hit.end - hit.start == len(word)]
    return hits[0] if hits else word.casefold()


def _definitions(sheet: Sheet, page: Page) -> Iterator[tuple[int, str, str]]:
    """Where a clause says what a word means, the word, and what it says."""
    for sentence in page.sentences if page.words.defines_sign in page.folded else ():
        if match := page.words.defines.match(sentence.text):
            word = " ".join(match["word"].split())
            yield sentence.start + match.start("word"), word, sentence.text[match.end() :]
    if sheet.clause.facts.kind == "definition":
        for pattern in (_ITEM, _ROW):
            for match in pattern.finditer(sheet.prose, sheet.body):
                yield match.start("word"), match["word"].strip(), match["says"]


def _differ(says: str, other: str, page: Page) -> bool:
    mine, its = _stems(says, page), _stems(other, page)
    shorter, longer = sorted((mine, its), key=len)
    return bool(shorter) and len(shorter & longer) / len(shorter) < _SHARE


def _stems(text: str, page: Page) -> frozenset[str]:
    words = (word.lower() for word in _LETTERS.findall(text))
    return frozenset(word[:_STEM] for word in words if len(word) > _SHORT and word not in page.words.fillers)
