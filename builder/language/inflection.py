"""Inflected forms of Swedish words and phrases.

The rules make more forms than there are words ("regionet"): a form that nobody writes finds nothing.
What they cannot make (stems that change: "gås", "gäss") the register gives.
"""

from collections.abc import Iterator
from functools import lru_cache

from builder.language.finder import Phrase, fold, split_words

__all__ = ["abbreviation_forms", "noun_forms", "phrase_forms"]

NOUN_ENDINGS = (
    ("", 0, ("", "en", "et", "er", "erna", "ar", "arna")),
    ("a", 1, ("or", "orna", "an", "orna")),
    ("e", 1, ("en", "et", "er", "erna", "ar", "arna", "ena", "na")),
    *((vowel, 0, ("n", "t", "r", "rna", "na")) for vowel in "aeiouyåäö"),
    *((end, 0, ("n", "na", "et", "en")) for end in ("ar", "er", "or", "el", "al")),
    *((f"e{last}", 2, tuple(last + end for end in ("et", "en", "ar", "arna", "er", "erna"))) for last in "lnr"),
    *((last, 0, tuple(last + end for end in ("en", "et", "ar", "arna"))) for last in "mn"),
    ("mmer", 4, ("mret", "mren")),
    ("um", 2, ("et", "a", "er", "erna", "an")),
    ("man", 3, ("män", "männen", "mannen")),
)
"""(how the word ends, letters to drop, endings): avvikelse-n, sjukskötersk-or, artik-lar, hem-met, huvud-män."""

UMLAUT = {"a": "ä", "o": "ö", "å": "ä"}
ADJECTIVE_ENDINGS = (
    ("", 0, ("", "t", "a", "e")),
    ("ad", 2, ("at", "ade")),
    ("at", 2, ("ad", "ade")),
    ("en", 2, ("et", "na")),
    ("et", 2, ("en", "na")),
    ("d", 1, ("t",)),
    ("t", 1, ("", "a", "d", "da")),
    ("el", 2, ("elt", "la")),
    ("er", 2, ("ert", "ra")),
    ("al", 2, ("la",)),
    ("m", 0, ("ma",)),
    ("n", 0, ("na",)),
    ("y", 0, ("tt",)),
    ("tt", 2, ("", "a")),
)
"""samordn-ade, öpp-na, särskil-t, ordinär-a, gemensam-ma."""

ADJECTIVES = ("lig", "ig", "isk", "bar", "sam", "klar", "ad", "ell")
"""How a word ends that takes the endings of adjectives where it stands for a noun: "utskrivningsklara"."""

ABBREVIATION_ENDINGS = ("", "s", ":s", ":n", ":ns", ":en", ":ens", ":et", ":ets", ":er", ":ar", ":erna", ":arna",
                        ":ernas", ":arnas")  # fmt: skip

PREPOSITIONS = frozenset({
    "av", "bland", "efter", "enligt", "för", "från", "genom", "hos", "i", "inom", "med", "mellan", "mot", "om", "på",
    "som", "till", "under", "utan", "vid",
})  # fmt: skip


def noun_forms(word: str) -> frozenset[str]:
    """A noun's forms, definite, plural and genitive, with a small first letter."""
    return frozenset(_genitives(_noun(fold(word))))


def adjective_forms(word: str) -> frozenset[str]:
    """An adjective's forms, with a small first letter."""
    return frozenset(_endings(fold(word), ADJECTIVE_ENDINGS))


def abbreviation_forms(abbreviation: str) -> frozenset[str]:
    """ "SIP", "SIP:s", "SIP:en" …: letters exactly as written."""
    return frozenset(abbreviation + ending for ending in ABBREVIATION_ENDINGS)


@lru_cache(maxsize=4096)
def phrase_forms(phrase: str, language: str = "sv") -> Phrase:
    """The forms of each word: those before the head as adjectives, the head as a noun, those after it as they are.

    The head stands before the first preposition ("bostad med särskilt stöd"), else last. In a language
    other than Swedish words keep their form, but for a genitive s.
    """
    words = split_words(phrase)
    if not words:
        return ()
    if not language.startswith("sv"):
        return (*(frozenset({fold(word)}) for word in words[:-1]), frozenset(_genitives([fold(words[-1])])))
    head = next((index - 1 for index, word in enumerate(words) if index and word in PREPOSITIONS), len(words) - 1)
    return tuple(_forms(word, index, head, len(words) - 1) for index, word in enumerate(words))


def _forms(word: str, index: int, head: int, last: int) -> frozenset[str]:
    if index == head:
        extra = adjective_forms(word) if word.endswith(ADJECTIVES) else frozenset()
        return noun_forms(word) | extra
    if index < head and not word.endswith("-") and word != "och":
        return adjective_forms(word)
    return frozenset(_genitives([fold(word)])) if index == last else frozenset({fold(word)})


def _noun(word: str) -> Iterator[str]:
    yield from _endings(word, NOUN_ENDINGS)
    place = max(word.rfind(vowel) for vowel in UMLAUT)
    if place > 0 and not word.endswith(tuple(UMLAUT)):
        stem = word[:place] + UMLAUT[word[place]] + word[place + 1 :]
        yield from (stem + "er", stem + "erna")


def _endings(word: str, table: tuple[tuple[str, int, tuple[str, ...]], ...]) -> Iterator[str]:
    for end, drop, endings in table:
        if word.endswith(end) and len(word) > drop + 1:
            stem = word[: len(word) - drop]
            yield from (stem + ending for ending in endings)


def _genitives(forms: Iterator[str] | list[str]) -> Iterator[str]:
    for form in forms:
        yield form
        if not form.endswith(("s", "x", "z")):
            yield form + "s"
