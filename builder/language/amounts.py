"""Amounts in running text, "30 minuter", "två veckor", "20 procent": what a register of parameters should hold."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

__all__ = ["Amount", "amounts"]


class Amount(NamedTuple):
    """An amount: where it stands, its number as figures where that is known, and the stem of its unit ("vardag")."""

    start: int
    end: int
    number: str
    unit: str


@dataclass(frozen=True, slots=True)
class _Units:
    """A language's units and numerals. An amount is spelled out by a numeral, or by the article after one of `one`.
    `idiom` looks like an amount and is none; a `year` is no number of years."""

    amount: re.Pattern[str]
    spelled: re.Pattern[str]
    numerals: Mapping[str, str]
    words: frozenset[str]
    one: tuple[str, ...]
    stems: tuple[str, ...]
    year: re.Pattern[str]
    idiom: re.Pattern[str]


_NUMERALS = {
    "två": "2", "tre": "3", "fyra": "4", "fem": "5", "sex": "6", "sju": "7", "åtta": "8",
    "nio": "9", "tio": "10", "elva": "11", "tolv": "12", "fjorton": "14", "femton": "15", "arton": "18", "tjugo": "20",
    "tjugofyra": "24", "trettio": "30", "fyrtiofem": "45", "sextio": "60", "nittio": "90",
}  # fmt: skip
_UNIT = (
    r"(?:(?:tusen|miljon(?:er)?|miljard(?:er)?)\s{1,3})?(?:"
    r"(?P<unit>vardag|arbetsdag|kalenderdag|dag|dygn|timm|timme|tim|minut|min|veck|vecka|månad|mån|kvartal|år|procent"
    r"|procentenhet|krona|kron|kr|tkr|mnkr|mkr)(?:ar|er|or)?s?\b|(?P<percent>%)"
    r"|(?P<times>gång(?:er)?\s+(?:per|om|i|varje)\s+\w+))"
)
_MANY = "|".join(sorted(_NUMERALS, key=len, reverse=True))
_SWEDISH = _Units(
    amount=re.compile(
        r"(?P<number>\d(?<![\w.,:/§–-].)(?<![\d][ \u00a0].)\d{0,8}(?:[ \u00a0.]\d{3}){0,3}(?:,\d{1,4})?"
        rf"(?:[–-]\d{{1,8}})?)(?:\s|-(?=tim)){{0,8}}{_UNIT}"
    ),
    spelled=re.compile(
        rf"\b(?:(?P<number>{_MANY})|(?:inom|minst|högst|senast)\s{{1,8}}(?P<one>en|ett))\s{{1,8}}{_UNIT}",
        re.IGNORECASE,
    ),
    numerals=_NUMERALS,
    words=frozenset(_NUMERALS),
    one=tuple(f"{before} e" for before in ("inom", "minst", "högst", "senast")),
    stems=(
        "vardag", "arbetsdag", "kalenderdag", "dag", "dygn", "tim", "min", "veck", "mån", "kvartal", "år", "procent",
        "kr",
    ),
    year=re.compile(r"(?:1[89]|20)\d\d(?!\d)"),
    idiom=re.compile(r"(?:24|tjugofyra)\s+timmar\s+om\s+dygnet|(?:7|sju)\s+dagar\s+i\s+veckan", re.IGNORECASE),
)  # fmt: skip
_LANGUAGES: Mapping[str, _Units] = {"sv": _SWEDISH}


def amounts(text: str, folded: str, language: str, start: int = 0) -> Iterator[Amount]:
    """The amounts of a text from an offset on, those in figures first. None in a language without units.

    `folded` is the text in small letters with one space between words.
    """
    units = _LANGUAGES.get(language[:2].lower())
    if units is None:
        return
    yield from _found(text, units.amount, units, start)
    if not units.words.isdisjoint(folded.split(" ")) or any(sign in folded for sign in units.one):
        yield from _found(text, units.spelled, units, start)


def _found(text: str, pattern: re.Pattern[str], units: _Units, start: int) -> Iterator[Amount]:
    for match in pattern.finditer(text, start):
        begins = match.start("number" if match["number"] else "one")
        unit = _unit(match, units)
        is_year = unit == "år" and units.year.match(text, begins)
        if not is_year and not units.idiom.match(text, begins):
            yield Amount(begins, match.end(), _figures(match["number"], units), unit)


def _figures(number: str | None, units: _Units) -> str:
    """The number in figures; none is written out where the amount is one."""
    return units.numerals.get(number.lower(), number) if number else "1"


def _unit(match: re.Match[str], units: _Units) -> str:
    written = (match["unit"] or match["percent"] or "gång").lower()
    return next((stem for stem in units.stems if written.startswith(stem)), written)
