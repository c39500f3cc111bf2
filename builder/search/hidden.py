"""The vocabulary of all entries, and the words that an entry is found by without showing them: parts of compounds."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from builder.language.compounds import Compounds
from builder.search.entry import Entry

__all__ = ["Lexicon", "split_text"]

WORD = re.compile(r"[^\W_]+")


def split_text(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.lower())


class Lexicon:
    """The words of all entries."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        """Count the words of what entries show and are called."""
        self._counted: Counter[str] = Counter()
        for entry in entries:
            self._counted.update(split_text(" ".join((entry.title, entry.text, *entry.names, *entry.words))))

    @cached_property
    def _compounds(self) -> Compounds:
        return Compounds(self._counted)

    def parts(self, text: str) -> tuple[str, ...]:
        """The parts of the compounds in a text that do not stand there by themselves."""
        here = dict.fromkeys(split_text(text))
        return tuple(dict.fromkeys(part for word in here for part in self._compounds.parts(word) if part not in here))

    def known(self) -> Iterator[str]:
        """Each word, the most used first, without numbers; what the browser corrects and splits typed words by."""
        words = (word for word in self._counted if not word[0].isdigit() and len(word) > 1)
        yield from sorted(words, key=lambda word: (-self._counted[word], word))
