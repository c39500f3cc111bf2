"""The words of an edit that weigh: what each concerns, what makes two of them the same, and how they are shown."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from builder.changes.edits import WORD, Edit
from builder.changes.measures import is_condition, is_counted, is_measure
from builder.language.weight import Weight, weight_of
from builder.model import LawUse, OutsideLink, ParameterUse, TermUse, Text

__all__ = ["PLACES", "Matter", "Weighed", "Weighty", "counted_after", "difference", "weighed"]

Matter = Literal[
    "came",
    "went",
    "responsible",
    "law",
    "parameter",
    "party",
    "term",
    "words",
    "version",
    "question",
    "reference",
    "pin",
    Weight,
]
"""What a change concerns. Came and went: the whole section. Words: nothing that binds. Question: one that is open.
Reference: only a reference to a place. Version: that of another agreement that a reference leads to, where the clause
says the same in both; pin: where it does not."""

NUMBER = r"\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)"
TOKEN = re.compile(f"{NUMBER}|{WORD.pattern}|[%‰]")
THOUSANDS = re.compile(r"[ \u00a0]?(?:\d{3}[ \u00a0])*\d{3}(?!\d)")
LABEL = re.compile(r"[^\W\d]+-")
PLACES = frozenset({"avsnitt", "avsnitten", "bilaga", "section", "sections"})
"""A number after these is that of a place in a text."""


@dataclass(frozen=True, slots=True)
class Weighty:
    """A word that weighs: what makes two of them the same, how it is shown, and whether it is what a number counts."""

    key: str
    shown: str
    is_measure: bool = False


Weighed = dict[Matter, list[Weighty]]


@dataclass(frozen=True, slots=True)
class _Word:
    """A word with its neighbours, which may be words that stay."""

    text: str
    preceding: str
    following: str
    is_first: bool
    is_last: bool


def weighed(edit: Edit, texts: Sequence[Text], language: str, parties: frozenset[str]) -> Weighed:
    """The words that weigh among those that came or those that went, by what they concern."""
    found: Weighed = {}
    for text in texts:
        if text.marks.about is not None:
            matter, weighty = _about(text.marks.about, " ".join(text.text.split()))
            found.setdefault(matter, []).append(weighty)
    for word in _words(edit, texts, language, parties):
        for matter, weighty in _weighty(word, language, parties):
            found.setdefault(matter, []).append(weighty)
    return found


def difference(one: Sequence[Weighty], other: Sequence[Weighty]) -> list[Weighty]:
    """What of the one is not in the other, each once."""
    if not one:
        return []
    gone = Counter(weighty.key for weighty in one) - Counter(weighty.key for weighty in other)
    shown: dict[str, Weighty] = {}
    for weighty in one:
        if gone[weighty.key]:
            shown.setdefault(weighty.key, weighty)
    return list(shown.values())


def counted_after(edit: Edit, language: str) -> tuple[str, str]:
    """The rest of a long number that is last in an edit, and what it counts: "14 → 7 dagar"."""
    rest = THOUSANDS.match(edit.after) if edit.new and edit.new[-1].text[-1:].isdecimal() else None
    tail = edit.after[rest.end() :] if rest else edit.after
    found = TOKEN.match(tail.lstrip())
    unit = f" {found[0]}" if found and is_measure(found[0], language) else ""
    return rest[0] if rest else "", unit


def _words(edit: Edit, texts: Sequence[Text], language: str, parties: frozenset[str]) -> Iterator[_Word]:
    """The words that may weigh. What is part of a citation or a parameter weighs as that alone."""
    pinned = frozenset(_pins(edit))
    found = [(token, _is_settled(text) or token in pinned) for text in texts for token in TOKEN.findall(text.text)]
    before, after = TOKEN.findall(edit.before)[-1:], TOKEN.findall(edit.after)[:1]
    around = [*(before or [""]), *(word for word, _ in found), *(after or [""])]
    for place, (word, settled) in enumerate(found):
        if not settled and _kind(word, language, parties):
            yield _Word(word, around[place], around[place + 2], place == 0, place == len(found) - 1)


def _pins(edit: Edit) -> Iterator[str]:
    """The versions that the paragraph's references are made to, before and now: they count nothing."""
    for span in edit.spans:
        marks = [span.inline.marks] if isinstance(span.inline, Text) else []
        marks += [span.before] if span.before else []
        marks += [span.was.marks] if span.was else []
        yield from (mark.link.version for mark in marks if isinstance(mark.link, OutsideLink))


def _is_settled(text: Text) -> bool:
    return isinstance(text.marks.about, LawUse | ParameterUse)


@lru_cache(maxsize=1 << 14)
def _kind(word: str, language: str, parties: frozenset[str]) -> Literal["party", "measure"] | Weight | None:
    """What a word does, wherever it stands."""
    if _plain(word, parties) in parties:
        return "party"
    return weight_of(word, language) or ("measure" if is_measure(word, language) else None)


def _about(about: LawUse | ParameterUse | TermUse, text: str) -> tuple[Matter, Weighty]:
    match about:
        case TermUse(term=term):
            return "term", Weighty(term, text)
        case LawUse(law=law, section=section):
            cited = f"{section} {law}".strip()
            return "law", Weighty(cited, cited)
        case ParameterUse():
            return "parameter", Weighty(text.lower(), text)


def _weighty(word: _Word, language: str, parties: frozenset[str]) -> Iterator[tuple[Matter, Weighty]]:
    """What a word does where it stands, if anything."""
    match _kind(word.text, language, parties):
        case "party":
            yield "party", Weighty(_plain(word.text, parties), word.text)
        case "measure":
            yield from _measure(word, language)
        case "number":
            if _is_number(word, language):
                yield "number", _number(word, language)
        case "modal" | "negation" | "scope" as weight:
            if is_condition(word.text, word.preceding, language):
                yield weight, Weighty(word.text.lower(), word.text)
        case None:
            return


def _is_number(word: _Word, language: str) -> bool:
    """The number of a section, and one in a name ("utkast-2"), are none."""
    of_place = word.preceding.lower() in PLACES or LABEL.match(word.text)
    return not of_place and is_counted(word.text, word.following, language)


def _number(word: _Word, language: str) -> Weighty:
    """A number with what it counts, which is shown later where it stays."""
    if not is_measure(word.following, language):
        return Weighty(word.text.lower(), word.text)
    whole = f"{word.text} {word.following}"
    return Weighty(whole.lower(), word.text if word.is_last else whole)


def _measure(word: _Word, language: str) -> Iterator[tuple[Matter, Weighty]]:
    """What is counted, where the number stays or there is none; else it is told with its number."""
    counted = weight_of(word.preceding, language) == "number"
    if word.is_first or not counted:
        yield "number", Weighty(word.text.lower(), f"{word.preceding} {word.text}" if counted else word.text, True)


def _plain(word: str, parties: frozenset[str]) -> str:
    """A word in lower case, a party's without the ending of the genitive."""
    lower = word.lower()
    return lower[:-1] if lower not in parties and lower.endswith("s") and lower[:-1] in parties else lower
