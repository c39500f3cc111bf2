"""Words that change what a text binds to: duty or permission, not, all, at least, how many.

Kept as data for each language; in any other, no word weighs more than another.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

__all__ = ["Weight", "weight_of"]

Weight = Literal["modal", "negation", "scope", "number"]


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a language that carry each weight, in lower case."""

    modal: frozenset[str]
    negation: frozenset[str]
    scope: frozenset[str]
    number: frozenset[str]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LANGUAGES: Mapping[str, _Words] = {
    "sv": _Words(
        modal=_set(
            "ska skall bör får måste kan kunde skulle behöver åligger ansvarar skyldig skyldiga skyldighet rätt "
            "ansvar ansvaret ansvarig ansvariga bekostar betalar"
        ),
        negation=_set("inte ej icke aldrig ingen inget inga utan varken"),
        scope=_set(
            "alla allt samtliga varje vardera båda endast bara enbart minst mest högst senast tidigast före efter utom "
            "förutom undantag undantaget oavsett alltid delvis helt även också eller antingen om tills inom hela"
        ),
        number=_set(
            "två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton tjugo trettio fyrtio femtio sextio "
            "hundra tusen hälften dubbla dubbelt tredjedel fjärdedel första andra tredje"
        ),
    ),
    "en": _Words(
        modal=_set("shall must should may can will would could obliged entitled"),
        negation=_set("not no never none without neither nor cannot"),
        scope=_set(
            "all every each both only solely least most latest earliest before after except unless regardless always "
            "partly wholly also or either if until within"
        ),
        number=_set("two three four five six seven eight nine ten eleven twelve twenty thirty hundred half double"),
    ),
}


def weight_of(word: str, language: str) -> Weight | None:
    """What a word does to the meaning of a duty; None for a word that does nothing of the kind.

    A word that holds a figure is a number in any language.
    """
    if any(letter.isdecimal() for letter in word):
        return "number"
    known, lower = _LANGUAGES.get(language[:2].lower()), word.lower()
    if known is None:
        return None
    if lower in known.modal:
        return "modal"
    if lower in known.negation:
        return "negation"
    if lower in known.scope:
        return "scope"
    return "number" if lower in known.number else None
