"""A clause's text as a reader sees it, with every sign at its place in the file, and its sentences.

Headings are no sentences. A list item and a table cell begin a new one.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from builder.language.amounts import Amount, amounts
from builder.language.duties import main_modal, spans
from builder.language.wording import Wording, wording

__all__ = ["Page", "Sentence", "page"]

_MARKUP = re.compile(r"\](?:\([^()\r\n]*\))?|\[(?:\^[^\[\]\s]{1,40}\]:?)?|[*_\\>~]")
_LINE = re.compile(r"(?P<before>[ \t>]*)(?P<kind>#{1,6}[ \t]|\||(?:[-*+]|\d{1,9}[.)]|\[\^[^\[\]\s]{1,40}\]:)[ \t]+)?")
_NEWLINE = re.compile(r"\r\n?|\n")
_CELL = re.compile(r"(?<!\\)\|")


class Sentence(NamedTuple):
    """A sentence: where it stands in the file, and its words with the marks of Markdown as spaces. `modal` is where
    in the words the verb stands that makes it a duty ("ska"), if any does."""

    start: int
    end: int
    text: str
    modal: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """The text of a clause in a language that is known. `text` is as long as the file, with the header and the marks
    of Markdown as spaces; `folded` are its words in small letters, a space between. `binding` is False for prose that
    stands beside an agreement: there only the duties are held to the words of an agreement."""

    text: str
    folded: str
    words: Wording
    sentences: tuple[Sentence, ...]
    amounts: tuple[Amount, ...]
    binding: bool

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds a place; None in a heading."""
        place = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        sentence = self.sentences[place] if place >= 0 else None
        return sentence if sentence and offset < sentence.end else None

    def binds(self, offset: int) -> bool:
        """True where what is written at a place belongs to an agreement or to a duty."""
        sentence = None if self.binding else self.sentence_at(offset)
        return self.binding or (sentence is not None and sentence.modal is not None)


def page(prose: str, body: int, language: str, binding: bool) -> Page | None:
    """Read a clause whose code and addresses are blanked and whose body begins at an offset. None in a language whose
    words are not known."""
    words = wording(language)
    if words is None:
        return None
    text = " " * body + _MARKUP.sub(_blank, prose[body:])
    found = tuple(_sentence(start, end, text[start:end], language) for start, end in _sentences(text, prose, body))
    folded = " ".join(text.lower().split())
    return Page(text, folded, words, found, tuple(amounts(text, folded, language, body)), binding)


def _sentence(start: int, end: int, text: str, language: str) -> Sentence:
    modal = None if text.endswith("?") else main_modal(text, language)
    return Sentence(start, end, text, modal.span() if modal else None)


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])


def _sentences(text: str, prose: str, body: int) -> Iterator[tuple[int, int]]:
    for start, end in _passages(prose, body):
        for first, last in spans(text[start:end]):
            yield start + first, start + last


def _passages(prose: str, body: int) -> Iterator[tuple[int, int]]:
    """Where paragraphs, list items and table cells stand."""
    start = end = body
    for first, last in _lines(prose, body):
        line = _LINE.match(prose, first, last)
        words, kind = (line.end(), (line["kind"] or "").strip()) if line else (first, "")
        if kind or words == last:
            yield start, end
            start = words
        if kind == "|":
            yield from _cells(prose, words, last)
        if kind == "|" or kind.startswith("#"):
            start = last
        end = last
    yield start, end


def _lines(prose: str, body: int) -> Iterator[tuple[int, int]]:
    first = body
    for newline in _NEWLINE.finditer(prose, body):
        yield first, newline.start()
        first = newline.end()
    yield first, len(prose)


def _cells(prose: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for bar in _CELL.finditer(prose, start, end):
        yield start, bar.start()
        start = bar.end()
    yield start, end
