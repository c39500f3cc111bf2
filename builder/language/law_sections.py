"""Sections of law as running text names them: "12 kap. 1 och 2 §§", "6–8 §§", "13 a kap.".

The patterns have possessive and counted repetitions only, so that the time grows with the text's length.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["GAP", "RANGE", "Reference", "chains", "sections_between"]

GAP = r"\s{1,2}"
NUMBER = r"\d{1,3}+(?:\s?[a-z](?!\w))?+"
AND = rf"(?:\s?[,–—-]\s?|,?{GAP}(?:och|eller|samt|till){GAP})"
ORDINAL = "(?:första|andra|tredje|fjärde|femte|sjätte|sjunde|åttonde|nionde|tionde|sista)"
PART = "(?:styckena|stycket|meningarna|meningen|punkterna|punkten|leden|ledet|st\\.)"
CHAPTER = rf"({NUMBER})\s?kap(?:\.|itlet)"
REFERENCE = re.compile(
    rf"(?<![\w:])(?:(?:{CHAPTER}\s?)?({NUMBER}(?:{AND}{NUMBER}){{0,30}}+)\s?§{{1,2}}|{CHAPTER}(?!\s?\d))"
)
PARTS = re.compile(
    rf"(?:{GAP}(?:och{GAP})?{ORDINAL}(?:{AND}{ORDINAL}){{0,5}}{GAP}{PART})"
    rf"|(?:{GAP}(?:punkt(?:en|erna)?{GAP}|p\.?{GAP})?{NUMBER}(?:{AND}{NUMBER}){{0,20}}+(?!\s?(?:§|kap)))"
)
CONNECTIVE = re.compile(rf"(?:,|,?{GAP}(?:och|eller|samt|respektive|jämför|jämfört med|jfr))?(?:{GAP}i)?{GAP}")
ITEM = re.compile(rf"{NUMBER}")
RANGE = re.compile(r"\s?[–—-]\s?|\still\s")
LETTER = re.compile(r"(\d)\s?([a-z])")
BEFORE_NUMBER = re.compile(r"(.* )?(\d{1,3}) §")
LONGEST_RANGE = 30


class Reference(NamedTuple):
    """ "12 kap. 1 och 2 §§": where it stands and the sections it names, each with its place."""

    start: int
    end: int
    chapter: str
    pieces: tuple[tuple[int, int, str], ...]
    sections: tuple[str, ...]


def chains(text: str) -> Iterator[tuple[Reference, ...]]:
    """References that share an act: "6 kap. 2 § och 7 kap. 3 §"."""
    chain: list[Reference] = []
    for match in REFERENCE.finditer(text):
        joined = bool(chain) and CONNECTIVE.fullmatch(text, chain[-1].end, match.start())
        if chain and not joined:
            yield tuple(chain)
            chain = []
        chain.append(_reference(text, match, chain[-1].chapter if chain else ""))
    if chain:
        yield tuple(chain)


def _reference(text: str, match: re.Match[str], inherited: str) -> Reference:
    chapter = _number(match[1] or match[3] or "") or inherited
    if match[3]:
        whole = f"{chapter} kap."
        return Reference(match.start(), match.end(), chapter, ((match.start(), match.end(), whole),), ())
    items = list(ITEM.finditer(text, *match.span(2)))
    end = _end_of_parts(text, match.end())
    starts = [match.start(), *(item.start() for item in items[1:])]
    ends = [*(item.end() for item in items[:-1]), end]
    named = [_section(chapter, _number(item[0])) for item in items]
    sections = tuple(_section(chapter, number) for number in _numbers(text, items))
    return Reference(match.start(), end, chapter, tuple(zip(starts, ends, named, strict=True)), sections)


def _number(written: str) -> str:
    """ "2a" and "2 a" are the same section: "2 a"."""
    return written if written.isdecimal() else LETTER.sub(r"\1 \2", written)


def _section(chapter: str, number: str) -> str:
    return f"{chapter} kap. {number} §" if chapter else f"{number} §"


def _numbers(text: str, items: list[re.Match[str]]) -> Iterator[str]:
    """All sections named, those inside a range too: "6–8" is 6, 7 and 8."""
    for index, item in enumerate(items):
        number = _number(item[0])
        if index and RANGE.fullmatch(text, items[index - 1].end(), item.start()):
            yield from _between(_number(items[index - 1][0]), number)
        yield number


def _between(first: str, last: str) -> Iterator[str]:
    if first.isdecimal() and last.isdecimal() and int(last) - int(first) <= LONGEST_RANGE:
        yield from map(str, range(int(first) + 1, int(last)))


def sections_between(first: str, last: str) -> Iterator[str]:
    """What a range names between its ends: "2 kap. 6 §" and "2 kap. 8 §" have "2 kap. 7 §" between them."""
    begin, end = (BEFORE_NUMBER.fullmatch(section) for section in (first, last))
    if begin and end and begin[1] == end[1]:
        yield from (f"{begin[1] or ''}{number} §" for number in _between(begin[2], end[2]))


def _end_of_parts(text: str, end: int) -> int:
    """Where "tredje stycket 2 och 3" ends after a section sign."""
    for _ in range(6):
        match = PARTS.match(text, end)
        if match is None:
            break
        end = match.end()
    return end
