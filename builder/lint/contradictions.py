"""Rules for duties that two agreements give in the same words to different parties, or with different times."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import NamedTuple

from builder.finding import Finding
from builder.language.finder import Finder
from builder.language.inflection import phrase_forms
from builder.library import Library
from builder.lint.analysis import Analysis, Sheet
from builder.lint.passages import Page, Sentence

__all__ = ["contradictions", "is_same_party"]

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
"""Words of so many letters join others; what a duty is about has longer ones."""
_STEM = 6
"""So many letters tell words apart in spite of their endings: "bekostar" and "bekosta"."""
_FEW, _ENOUGH = 2, 3
"""So many words say what is paid or done, and so many what is done in a time."""


class _Duty(NamedTuple):
    """A sentence that binds: whom, with whom else, within what, and the words left when those are taken away."""

    sheet: Sheet
    start: int
    parties: tuple[str, ...]
    amounts: tuple[tuple[str, str], ...]
    words: frozenset[str]
    said: str


def contradictions(analysis: Analysis) -> Iterator[Finding]:
    """S915: the same duty in two agreements, with another party or another amount."""
    homes = _homes(analysis.library)
    alike: dict[frozenset[str], dict[object, tuple[str, _Duty]]] = defaultdict(dict)
    for duty in _duties(analysis, homes):
        home = homes[duty.sheet.clause.id]
        alike[duty.words].setdefault((home, duty.parties, duty.amounts), (home, duty))
    for duties in alike.values():
        for (here, one), (there, other) in combinations(duties.values(), 2):
            if here != there and _contradict(one, other, analysis.library):
                place = one.sheet.place(one.start)
                words = {"text": other.said, "other": one.said, "path": place.path, "line": str(place.line)}
                yield Finding("S915", other.sheet.place(other.start), words)


def _homes(library: Library) -> Mapping[str, str]:
    """The agreement that each clause stands in: the folder's where several share it."""
    found: dict[str, str] = {}
    for text in library.own_texts():
        for clause in text.clauses if text.agreement else ():
            found[clause] = clause.partition("/")[0] if clause in found else text.agreement
    return found


def _duties(analysis: Analysis, homes: Mapping[str, str]) -> Iterator[_Duty]:
    language = analysis.library.project.language
    names = {id: (party.name, party.short) for id, party in analysis.library.parties.items()}
    phrases = [(phrase_forms(name, language), id) for id, both in names.items() for name in dict.fromkeys(both) if name]
    finder = Finder([(phrase, id) for phrase, id in phrases if phrase])
    for id in homes:
        page = analysis.pages.get(id)
        for sentence in page.sentences if page else ():
            if page and (sentence.modal or page.words.pays.search(sentence.text)):
                yield _duty(analysis.sheets[id], page, sentence, finder)


def _duty(sheet: Sheet, page: Page, sentence: Sentence, finder: Finder[str]) -> _Duty:
    amounts = sorted(a for a in page.amounts if sentence.start <= a.start < sentence.end)
    parties = [*finder.find(sentence.text)]
    left = sentence.text
    for start, end in [(a.start - sentence.start, a.end - sentence.start) for a in amounts]:
        left = left[:start] + " " * (end - start) + left[end:]
    for hit in parties:
        left = left[: hit.start] + " " * (hit.end - hit.start) + left[hit.end :]
    words = (word.lower() for word in _WORD.findall(left))
    kept = frozenset(word[:_STEM] for word in words if len(word) > _SHORT and word not in page.words.fillers)
    measures = tuple((amount.number, amount.unit) for amount in amounts)
    return _Duty(sheet, sentence.start, tuple(hit.value for hit in parties), measures, kept, _said(sentence))


def _said(sentence: Sentence) -> str:
    return " ".join(sentence.text.replace(" .", ".").split()).rstrip(".")


def _contradict(one: _Duty, other: _Duty, library: Library) -> bool:
    if len(one.words) >= _ENOUGH and one.parties == other.parties and one.amounts and other.amounts:
        return one.amounts != other.amounts
    if len(one.words) < _FEW or one.amounts != other.amounts or not one.parties or not other.parties:
        return False
    return one.parties[1:] == other.parties[1:] and not is_same_party(one.parties[0], other.parties[0], library)


def is_same_party(one: str, other: str, library: Library) -> bool:
    """The party itself, what it is part of, or a part of it."""
    return one == other or one in library.groups(other) or other in library.groups(one)
