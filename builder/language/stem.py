"""Swedish words cut to their stem by the Snowball rules, as Pagefind cuts them: "kommunerna" and "kommun" are one."""

import re
from functools import lru_cache

__all__ = ["stem"]

VOWELS = "aeiouyäåö"
FIRST_REGION = re.compile(f"[{VOWELS}][^{VOWELS}]")
ENDINGS = (
    "heterna", "hetens", "anden", "andes", "andet", "arens", "arnas", "ernas", "heten", "heter", "ornas", "ades",
    "ande", "aren", "arna", "arne", "aste", "erna", "erns", "orna", "ade", "are", "ast", "ens", "ern", "het", "ad",
    "ar", "as", "at", "en", "er", "es", "or", "a", "e",
)  # fmt: skip
"""The longest first."""
BEFORE_S = frozenset("bcdfghjklmnoprtvy")
DOUBLED = ("dd", "gd", "nn", "dt", "gt", "kt", "tt")
LAST = (("lig", ""), ("ig", ""), ("els", ""), ("löst", "lös"), ("fullt", "full"))


@lru_cache(maxsize=32768)
def stem(word: str) -> str:
    """The stem of a word in small letters."""
    start = _region(word)
    word = _without_ending(word, start)
    if word[start:].endswith(DOUBLED):
        word = word[:-1]
    for ending, instead in LAST:
        if word[start:].endswith(ending):
            return word[: -len(ending)] + instead
    return word


def _region(word: str) -> int:
    """Where endings may begin: after the first consonant that follows a vowel, and after three letters."""
    match = FIRST_REGION.search(word)
    return max(3, match.end()) if match else len(word)


def _without_ending(word: str, start: int) -> str:
    ending = next((ending for ending in ENDINGS if word.endswith(ending) and len(word) - len(ending) >= start), "")
    if ending:
        return word[: -len(ending)]
    if word[start:].endswith("s") and word[-2:-1] in BEFORE_S:
        return word[:-1]
    return word
