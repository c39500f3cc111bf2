"""Find many phrases in a text in one pass.

Each word is looked up once; only where a phrase may begin are the words after it compared. Whole
words count, the longest phrase wins, and the first letter may be a capital.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Generic, NamedTuple, TypeVar

__all__ = ["Finder", "Hit", "Phrase", "fold", "split_words"]

Value = TypeVar("Value")

WORD_PATTERN = r"[^\W_]+(?:[-:][^\W_]+)*-?"
WORD = re.compile(WORD_PATTERN)
BETWEEN = re.compile(f"({WORD_PATTERN})")
NEXT = re.compile(rf"\s{{1,8}}({WORD_PATTERN})")

Phrase = tuple[frozenset[str], ...]
"""For each word of a phrase, the forms it may have, with a small first letter where that may vary."""


class Hit(NamedTuple, Generic[Value]):
    """A phrase found: where it begins and ends in the text, and what it stands for."""

    start: int
    end: int
    value: Value


def split_words(text: str) -> list[str]:
    """The words of a text; "hälso-" and "SIP:s" are words."""
    return WORD.findall(text)


def fold(word: str) -> str:
    """The word with a small first letter."""
    return word[:1].lower() + word[1:]


class Finder(Generic[Value]):
    """Phrases sorted by their first word. Where two are equally long, the one given first wins."""

    def __init__(self, phrases: Iterable[tuple[Phrase, Value]]) -> None:
        """Prepare the phrases; the text may then be of any length."""
        table: dict[str, list[tuple[Phrase, Value]]] = {}
        for phrase, value in sorted(phrases, key=lambda pair: -len(pair[0])):
            rest = tuple(_either_case(forms) for forms in phrase[1:])
            for form in _either_case(phrase[0]):
                table.setdefault(form, []).append((rest, value))
        self.table: Mapping[str, list[tuple[Phrase, Value]]] = table

    def find(self, text: str) -> Iterator[Hit[Value]]:
        """Each phrase in the text, from left to right, none inside another."""
        pieces = BETWEEN.split(text)  # a match for each word took twice the time
        table, done, start, end = self.table, 0, 0, 0
        for place in [n for n in range(1, len(pieces), 2) if pieces[n] in table]:
            start += sum(map(len, pieces[done:place]))
            done = place
            hit = _longest(text, start + len(pieces[place]), table[pieces[place]]) if start >= end else None
            if hit is not None:
                end = hit[0]
                yield Hit(start, end, hit[1])


def _either_case(forms: frozenset[str]) -> frozenset[str]:
    return forms | {form[:1].upper() + form[1:] for form in forms}


def _longest(text: str, end: int, candidates: list[tuple[Phrase, Value]]) -> tuple[int, Value] | None:
    """Where the first candidate that fits ends. Words are read as far as the longest candidate needs."""
    longest, value = candidates[0]
    if not longest:
        return end, value
    following = _following(text, end, len(longest))
    for rest, value in candidates:
        if not rest:
            return end, value
        if len(rest) <= len(following) and all(map(_fits, following, rest)):
            return following[len(rest) - 1][1], value
    return None


def _fits(word: tuple[str, int], forms: frozenset[str]) -> bool:
    return word[0] in forms


def _following(text: str, end: int, count: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while len(found) < count and (match := NEXT.match(text, end)):
        end = match.end()
        found.append((match[1], end))
    return found
