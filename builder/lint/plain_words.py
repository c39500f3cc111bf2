"""Rules for plain words: vague ones, heavy ones, long sentences, and papers that nobody has promised to write."""

import re
from collections.abc import Iterable, Iterator

from builder.finding import Finding
from builder.language.wording import WordingEntry
from builder.lint.analysis import Analysis, Sheet
from builder.lint.passages import Page

__all__ = ["heavy_words", "long_sentences", "unwritten_routines", "vague_words"]

_WORD = re.compile(r"[^\W\d_]+(?:[-/][^\W\d_]+)*")
_MOST_WORDS = 30
_BEGINNING = 6
_IN_A_TITLE = re.compile(r"\(\d{4}:\d{1,5}\)\s+om\s[^.,;]{0,150}$")
"""The name of an act, "lagen (2008:344) om vård åt asylsökande m.fl.", is as it is."""
_LONGEST_TITLE = 150
_QUOTES = "”“\"»«’'"


def vague_words(analysis: Analysis) -> Iterator[Finding]:
    """S903: a word that leaves open what is meant, or only recommends."""
    for sheet, page in _pages(analysis):
        yield from _entries("S903", sheet, page, page.words.vague)


def heavy_words(analysis: Analysis) -> Iterator[Finding]:
    """S905: a word that has a plainer twin."""
    for sheet, page in _pages(analysis):
        yield from _entries("S905", sheet, page, page.words.heavy)


def long_sentences(analysis: Analysis) -> Iterator[Finding]:
    """S904: a sentence that is read twice."""
    for sheet, page in _pages(analysis):
        for sentence in page.sentences:
            count = len(_WORD.findall(sentence.text)) if sentence.text.count(" ") >= _MOST_WORDS else 0
            if count > _MOST_WORDS:
                words = {"text": " ".join(sentence.text.split()[:_BEGINNING]), "count": str(count)}
                yield Finding("S904", sheet.place(sentence.start), words)


def unwritten_routines(analysis: Analysis) -> Iterator[Finding]:
    """S911: a routine is to be written, and no open question asks by whom and when."""
    for sheet, page in _pages(analysis):
        promised = any(sign in page.folded for sign in page.words.drawn_up_signs)
        if sheet.clause.facts.questions or not promised:
            continue
        for sentence in page.sentences:
            made = page.words.drawn_up.search(sentence.text)
            thing = page.words.routine.search(sentence.text) if made else None
            if made and thing and not page.words.none.search(sentence.text):
                start, end = min(made.start(), thing.start()), max(made.end(), thing.end())
                text = " ".join(sentence.text[start:end].split())
                yield Finding("S911", sheet.place(sentence.start + start), {"text": text, "thing": thing[0].lower()})


def _pages(analysis: Analysis) -> Iterator[tuple[Sheet, Page]]:
    return ((analysis.sheets[id], page) for id, page in analysis.pages.items())


def _entries(code: str, sheet: Sheet, page: Page, entries: Iterable[WordingEntry]) -> Iterator[Finding]:
    """Words to look for, where an agreement or a duty says them. One in quotation marks is spoken of."""
    for entry in entries:
        if entry.sign not in page.folded:
            continue
        for match in entry.pattern.finditer(page.text, sheet.body):
            if _IN_A_TITLE.search(page.text, max(match.start() - _LONGEST_TITLE, 0), match.start()):
                continue
            quoted = page.text[match.start() - 1] in _QUOTES and page.text[match.end() : match.end() + 1] in _QUOTES
            if page.binds(match.start()) and not quoted:
                words = {"text": " ".join(match[0].split()), "suggestion": entry.advice}
                yield Finding(code, sheet.place(match.start()), words)
