"""Acts named in running text: by abbreviation, by name, by number in the statute book.

The number decides: "socialtjänstlagen (2001:453)" is the act of 2001 whatever is called so today.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from builder.language.finder import Phrase, fold, split_words
from builder.language.inflection import abbreviation_forms
from builder.library import Law
from builder.model import LawUse

__all__ = ["DEFINITE_LAW_WORD", "Mention", "Numbers", "law_phrases", "numbers", "with_numbers"]

FIRST_PART = r"(?:[\w-]{1,40}- och )?[\w-]{0,60}"
DEFINITE_LAW_WORD = rf"{FIRST_PART}(?:lagen|förordningen|balken|stadgan)s?"
LAW_WORD = rf"{FIRST_PART}(?:lag|förordning|balk|stadga|lagen|förordningen|balken|stadgan)s?"
STATUTE_NUMBER = re.compile(r"\s?\((\d{4}:\d{1,5})\)")
WORD_BEFORE = re.compile(rf"(?<![\w-]){LAW_WORD}$")
LONGEST_NAME = 110


class Mention(NamedTuple):
    """An act named in a text; `law` is its id, or empty when the register does not hold it."""

    start: int
    end: int
    law: str


@dataclass(frozen=True, slots=True)
class Numbers:
    """Acts by their number in the statute book, and what follows the number in their names (" om egenvård")."""

    ids: Mapping[str, str]
    tails: Mapping[str, str]


def numbers(laws: Mapping[str, Law]) -> Numbers:
    """The numbers of all acts of the register."""
    tails = {name: law.name[5:] for name, law in laws.items() if law.name.startswith("lagen om ")}
    return Numbers({laws[name].sfs: name for name in sorted(laws)}, tails)


def law_phrases(laws: Iterable[tuple[str, str]]) -> Iterator[tuple[Phrase, LawUse]]:
    """What a finder looks for: each act's (abbreviation, name), also in the genitive."""
    for short, name in laws:
        use = LawUse(short)
        yield from ((_phrase(words), use) for words in (split_words(short), split_words(fold(name))) if words)


def with_numbers(text: str, named: list[Mention], register: Numbers) -> list[Mention]:
    """The acts named in a text, those included that are named by their number."""
    if "(" not in text:
        return named
    starts = {mention.start: mention for mention in named}
    ends = {mention.end: mention for mention in named}
    numbered = [m for match in STATUTE_NUMBER.finditer(text) if (m := _numbered(text, match, ends, starts, register))]
    return _merged(named, numbered) if numbered else named


def _phrase(words: list[str]) -> Phrase:
    return (*(frozenset({word}) for word in words[:-1]), *(abbreviation_forms(word) for word in words[-1:]))


def _numbered(
    text: str, number: re.Match[str], ends: Mapping[int, Mention], starts: Mapping[int, Mention], register: Numbers
) -> Mention | None:
    """The act whose number this is, with its name around it, or None when it is no act's number."""
    law = register.ids.get(number[1], "")
    name = ends.get(number.start())
    start = name.start if name else _word_before(text, number.start())
    if start is None:
        return Mention(number.start(1) - 1, number.end(), law) if law else None
    end = number.end()
    tail = register.tails.get(law, "")
    end += len(tail) if tail and text.startswith(tail, end) else 0
    short = starts.get(end + 2) if text.startswith(", ", end) else None
    return Mention(start, short.end if short and short.law == law else end, law)


def _word_before(text: str, end: int) -> int | None:
    window = max(0, end - LONGEST_NAME)
    match = WORD_BEFORE.search(text[window:end])
    return window + match.start() if match else None


def _merged(named: list[Mention], numbered: list[Mention]) -> list[Mention]:
    """All mentions in order; one with a number takes the place of the names it holds."""
    taken = 0
    result: list[Mention] = []
    for mention in sorted([*named, *numbered], key=lambda m: (m.start, -m.end)):
        if mention.start >= taken:
            result.append(mention)
            taken = mention.end
    return result
