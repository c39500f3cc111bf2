"""Compounds split by a vocabulary: "läkarmedverkan" is läkare + medverkan where the texts use those words.

What joins the parts ("läkemedel-s-förråd", "sjuksköterske-bedömning", "läkar-medverkan") is found by trying the ways in
which Swedish changes a first part. The longest last part wins, so that "hemservice" is hem + service, and its parts
are split in turn. A word whose end alone is known ("brytpunktssamtal") gives that end.
"""

from collections.abc import Iterable, Iterator

from builder.language.stem import stem

__all__ = ["Compounds"]

SHORTEST_FIRST = 3
SHORTEST_LAST = 4
SHORTEST_UNKNOWN = 4
SHORTEST_END = 5
LINKS = ("s", "e", "o", "u")
DEEPEST = 3
PARTICLES = frozenset({
    "alla", "andra", "bara", "där", "efter", "emot", "ett", "fort", "från", "för", "före", "genom", "god", "hur",
    "ingen", "inget", "innan", "inne", "lika", "med", "mellan", "mot", "när", "samma", "sin", "till", "under", "upp",
    "utan", "var", "vid", "åter", "över",
})  # fmt: skip
"""Words that stand in others without making compounds of them: "förskriva", "uppfylla", "behandl-ingen"."""


class Compounds:
    """Splits words into words of a vocabulary."""

    def __init__(self, vocabulary: Iterable[str]) -> None:
        """The words, in small letters, that parts may be."""
        found = {word for word in vocabulary if word.isalpha()} - PARTICLES
        words = sorted(found, key=lambda word: (len(word), word))
        self._lasts = {word for word in words if len(word) >= SHORTEST_LAST}
        self._stems = {stem(word) for word in self._lasts}
        self._firsts: dict[str, str] = {}
        for word in words:
            if len(word) >= SHORTEST_FIRST:
                for form in _joining(word):
                    self._firsts.setdefault(form, word)
        self._found: dict[str, tuple[str, ...]] = {}

    def parts(self, word: str) -> tuple[str, ...]:
        """The words that a word is made of, in every depth; none where it cannot be split."""
        if word not in self._found:
            self._found[word] = tuple(dict.fromkeys(self._parts(word, DEEPEST)))
        return self._found[word]

    def _parts(self, word: str, depth: int) -> Iterator[str]:
        for part in self._split(word) if depth else ():
            yield part
            yield from self._parts(part, depth - 1)

    def _split(self, word: str) -> tuple[str, ...]:
        for place in range(SHORTEST_FIRST, len(word) - SHORTEST_LAST + 1):
            first, last = self._firsts.get(word[:place]), word[place:]
            if first is not None and self._is_last(last):
                return first, last
        ends = (word[place:] for place in range(SHORTEST_UNKNOWN, len(word) - SHORTEST_END + 1))
        return next(((end,) for end in ends if end in self._lasts), ())

    def _is_last(self, word: str) -> bool:
        return word in self._lasts or (len(word) >= SHORTEST_LAST and len(stem(word)) > 3 and stem(word) in self._stems)


def _joining(word: str) -> Iterator[str]:
    """The forms that a word can have before another: itself, with a link, and without its last vowel."""
    yield word
    yield word + "s"
    if word[-1] in "aeo" and len(word) > SHORTEST_FIRST:
        yield from (word[:-1] + link for link in ("", *LINKS))
