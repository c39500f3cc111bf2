"""Find many phrases in a text in one pass.

Each word is looked up once; only where a phrase may begin are the words after it compared. Whole
words count, the longest phrase wins, and the first letter may be a capital.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

__all__ = ["Finder", "Hit", "Phrase", "fold", "split_words"]

Value = TypeVar("Value")

WORD_PATTERN = r"[^\W_]+(?:[-:][^\W_]+)*-?"
WORD = re.compile(WORD_PATTERN)
NEXT = re.compile(rf"\s{{1,8}}({WORD_PATTERN})")

Phrase = tuple[frozenset[str], ...]
"""For each word of a phrase, the forms it may have, with a small first letter where that may vary."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[Value]):
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
            for form in phrase[0]:
                table.setdefault(form, []).append((phrase[1:], value))
        self.table: Mapping[str, list[tuple[Phrase, Value]]] = table

    def find(self, text: str) -> Iterator[Hit[Value]]:
        """Each phrase in the text, from left to right, none inside another."""
        end, table = 0, self.table
        for match in WORD.finditer(text):
            word = match[0]
            candidates = table.get(word) or (table.get(fold(word)) if word[0].isupper() else None)
            if candidates is None or match.start() < end:
                continue
            hit = _longest(text, match.end(), candidates)
            if hit is not None:
                end, value = hit
                yield Hit(match.start(), end, value)


def _longest(text: str, end: int, candidates: list[tuple[Phrase, Value]]) -> tuple[int, Value] | None:
    """Where the first candidate that fits ends. Words are read as far as the longest candidate needs."""
    following = _following(text, end, len(candidates[0][0]))
    for rest, value in candidates:
        if len(rest) <= len(following) and all(
            word in forms or fold(word) in forms for (word, _), forms in zip(following, rest, strict=False)
        ):
            return following[len(rest) - 1][1] if rest else end, value
    return None


def _following(text: str, end: int, count: int) -> list[tuple[str, int]]:
    found: list[tuple[str, int]] = []
    while len(found) < count and (match := NEXT.match(text, end)):
        end = match.end()
        found.append((match[1], end))
    return found
