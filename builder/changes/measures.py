"""Words beside a number that say what it counts, and words that look like numbers or conditions but are none.

Kept as data for each language; in any other, a number stands alone.
"""

from collections.abc import Mapping
from dataclasses import dataclass

__all__ = ["is_condition", "is_counted", "is_measure"]


@dataclass(frozen=True, slots=True)
class _Words:
    """Measures; ordinals, which are numbers only before what is counted in order ("den andra parten" is none); and the
    beginnings of words that govern a preposition which elsewhere is a condition ("avtal om vård", "om du vill")."""

    measures: frozenset[str]
    ordinals: frozenset[str]
    ordered: frozenset[str]
    preposition: str = ""
    governors: tuple[str, ...] = ()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LANGUAGES: Mapping[str, _Words] = {
    "sv": _Words(
        measures=_set(
            "sekund sekunder minut minuter timme timmar timmars dag dagar dagars dygn dygns vardag vardagar vardagars "
            "arbetsdag arbetsdagar bankdagar vecka veckor veckors månad månader månaders kvartal halvår år års "
            "krona kronor kr öre procent procentenheter % ‰ gång gånger personer exemplar meter km kilometer mil"
        ),
        ordinals=_set("första andra tredje fjärde femte sjätte sjunde åttonde nionde tionde"),
        ordered=_set(
            "stycket punkten meningen steget ledet ledets stycke gången kvartalet sekunden minuten timmen dagen dygnet "
            "vardagen veckan månaden året"
        ),
        preposition="om",
        governors=(
            "avtal", "överenskomm", "överens", "fråg", "uppgift", "inform", "beslut", "besked", "lag", "kunskap",
            "ansök", "samråd", "begär", "regl", "reglerna", "bestämmels", "underrätt", "förordning", "föreskrift",
            "påminn", "enig", "enas", "oenig", "samtal", "dialog", "text", "klausul", "dokument", "rapport",
            "bedömning", "mål", "vet", "veta", "berätt", "sak", "tvist", "förslag", "önskemål", "lista", "anmäl",
        ),
    ),
    "en": _Words(
        measures=_set("second seconds minute minutes hour hours day days week weeks month months year years percent %"),
        ordinals=_set("first second third"),
        ordered=_set("paragraph sentence step day week month quarter year"),
    ),
}  # fmt: skip


def is_measure(word: str, language: str) -> bool:
    """True for what a number before it counts: "dagar", "kronor"."""
    known = _LANGUAGES.get(language[:2].lower())
    return known is not None and word.lower() in known.measures


def is_counted(word: str, following: str, language: str) -> bool:
    """True for a number word that counts something: all but "andra" in "den andra parten"."""
    known, lower = _LANGUAGES.get(language[:2].lower()), word.lower()
    return known is None or lower not in known.ordinals or following.lower() in known.ordered


def is_condition(word: str, preceding: str, language: str) -> bool:
    """True for a word that sets a condition: all but "om" in "avtal om vård"."""
    known, lower = _LANGUAGES.get(language[:2].lower()), word.lower()
    return known is None or lower != known.preposition or not preceding.lower().startswith(known.governors)
