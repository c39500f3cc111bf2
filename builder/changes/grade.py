"""How much a change matters: the wording is the same, other words, or something that binds.

Graded by what came and what went, word by word: a paragraph that only changed place within its section
is neither. Why a change is graded so is told in the words that changed ("bör → ska").
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from builder.changes.edits import WORD, Edit, edits, whole
from builder.language.weight import Weight, weight_of
from builder.model import LawUse, ParameterUse, TermUse, Text
from builder.redline import MarkedPicture, MarkedSection

__all__ = ["GRADES", "Cause", "Grade", "Graded", "Matter", "grade"]

Grade = Literal["redaktionell", "liten", "i sak"]
GRADES: tuple[Grade, ...] = ("redaktionell", "liten", "i sak")
"""The least first."""

Matter = Literal["came", "went", "responsible", "law", "parameter", "party", "term", Weight]
"""What a change concerns. Came and went: the whole section."""

SETTLED: tuple[Matter, ...] = ("law", "parameter")
MATTERS: tuple[Matter, ...] = ("parameter", "term", "party", "modal", "negation", "scope", "number")
SECTION = re.compile(r"\d+(?:\.\d+)+")
LABEL = re.compile(r"[^\W\d]+-")
LONGEST_REASON = 60


@dataclass(frozen=True, slots=True)
class Cause:
    """What makes a change one that binds: the words that went and the words that came, either may be empty."""

    matter: Matter
    old: str = ""
    new: str = ""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade, and why when it is i sak."""

    grade: Grade
    causes: tuple[Cause, ...] = ()


def grade(
    section: MarkedSection, before: MarkedSection | None = None, language: str = "sv",
    parties: frozenset[str] = frozenset(), *, goes_on: bool = False,
) -> Graded:  # fmt: skip
    """The grade of what happened to a section. `before` is the half where a moved section stood; `parties` are
    the words that name a party, in lower case and not in the genitive. `goes_on`: most of its text stands, or stood, in
    another clause."""
    fate = whole(section.fate)
    if fate is not None and section.kind != "chapter" and not goes_on:
        return Graded("i sak", (Cause(fate),))
    found = list(edits(section, before))
    each = (cause for edit in found for cause in _causes(edit, language, parties))
    causes = tuple(dict.fromkeys((*_over_all(found), *each)))
    if causes:
        return Graded("i sak", causes)
    other_words = any(_words(edit.old) != _words(edit.new) for edit in found) or fate is not None
    return Graded("liten" if other_words or _redrawn(section, before) else "redaktionell")


def _redrawn(section: MarkedSection, before: MarkedSection | None) -> bool:
    """True when a picture came or went: it says something else, though no word of the text does."""
    blocks = (*section.blocks, *(before.blocks if before else ()))
    return any(isinstance(block, MarkedPicture) and whole(block.fate) is not None for block in blocks)


# --- what binds ---------------------------------------------------------------------------------------


def _over_all(found: list[Edit]) -> Iterator[Cause]:
    """Laws and parameters that the section as a whole lost or got; one that only stands elsewhere is neither."""
    for matter in SETTLED:
        told = [edit for edit in found if matter == "law" or not edit.is_inside]
        old = _used(text for edit in told for text in edit.old)
        new = _used(text for edit in told for text in edit.new)
        cause = _exchanged(matter, old.get(matter, []), new.get(matter, []))
        if cause is not None:
            yield cause


@dataclass(frozen=True, slots=True)
class _Weighty:
    """Words that weigh: what makes two of them the same, and how they are shown."""

    key: str
    shown: str


def _causes(edit: Edit, language: str, parties: frozenset[str]) -> Iterator[Cause]:
    """What in the edit binds. A term or party in a sentence that came whole binds nobody by itself; one that
    took another's place does, and so does a party let into or out of a sentence that stands."""
    old, new = (_weighed(texts, language, parties) for texts in (edit.old, edit.new))
    for matter in MATTERS:
        cause = _exchanged(matter, old.get(matter, []), new.get(matter, []))
        if cause is not None and (edit.is_facts or _binds(cause, edit)):
            shown = replace(cause, matter="responsible") if matter == "party" and edit.is_facts else cause
            yield _with_unit(edit, shown)


def _binds(cause: Cause, edit: Edit) -> bool:
    swapped = bool(cause.old and cause.new)
    match cause.matter:
        case "term":
            return swapped and edit.is_inside
        case "parameter":
            return edit.is_inside
        case "party":
            return swapped or edit.is_inside
        case "scope" | "negation":
            return edit.is_inside
        case _:
            return True


def _with_unit(edit: Edit, cause: Cause) -> Cause:
    """A number with what it counts: "14 → 7 dagar"."""
    counts = cause.matter in ("number", "parameter") and cause.new[-1:].isdecimal() and edit.after.isalpha()
    return replace(cause, new=f"{cause.new} {edit.after}") if counts else cause


def _words(texts: tuple[Text, ...]) -> list[str]:
    return [word.lower() for word in WORD.findall("".join(text.text for text in texts))]


def _weighed(texts: tuple[Text, ...], language: str, parties: frozenset[str]) -> dict[Matter, list[_Weighty]]:
    """The words that weigh, by what they concern. What is about a law or a parameter is that alone."""
    found = _used(texts)
    for text in texts:
        if not isinstance(text.marks.about, LawUse | ParameterUse):
            for word in WORD.findall(text.text):
                if weight := _weight(word, language, parties):
                    found.setdefault(weight, []).append(_Weighty(_plain(word, parties), word))
    return found


def _used(texts: Iterable[Text]) -> dict[Matter, list[_Weighty]]:
    """The laws, parameters and terms that texts use."""
    found: dict[Matter, list[_Weighty]] = {}
    for text in texts:
        if text.marks.about is not None:
            matter, weighty = _about(text.marks.about, " ".join(text.text.split()))
            found.setdefault(matter, []).append(weighty)
    return found


def _about(about: LawUse | ParameterUse | TermUse, text: str) -> tuple[Matter, _Weighty]:
    match about:
        case TermUse(term=term):
            return "term", _Weighty(term, text)
        case LawUse(law=law, section=section):
            cited = f"{section} {law}".strip()
            return "law", _Weighty(cited, cited)
        case ParameterUse():
            return "parameter", _Weighty(text.lower(), text)


@lru_cache(maxsize=1 << 14)
def _weight(word: str, language: str, parties: frozenset[str]) -> Literal["party"] | Weight | None:
    """What a word does. A number with points in it is that of a section, and a label ("utkast-2") is no number."""
    if _plain(word, parties) in parties:
        return "party"
    weight = weight_of(word, language)
    return None if weight == "number" and (SECTION.fullmatch(word) or LABEL.match(word)) else weight


def _plain(word: str, parties: frozenset[str]) -> str:
    """A word in lower case, a party's without the ending of the genitive."""
    lower = word.lower()
    return lower[:-1] if lower not in parties and lower.endswith("s") and lower[:-1] in parties else lower


def _exchanged(matter: Matter, old: list[_Weighty], new: list[_Weighty]) -> Cause | None:
    """What of the one is not in the other; None when they hold the same."""
    if not old and not new:
        return None
    before, after = (Counter(weighty.key for weighty in words) for words in (old, new))
    gone, arrived = before - after, after - before
    if not gone and not arrived:
        return None
    return Cause(matter, _shown(old, gone), _shown(new, arrived))


def _shown(words: list[_Weighty], wanted: Counter[str]) -> str:
    shown: dict[str, str] = {}
    for weighty in words:
        if wanted[weighty.key]:
            shown.setdefault(weighty.key, weighty.shown)
    text = ", ".join(shown.values())
    return text if len(text) <= LONGEST_REASON else text[:LONGEST_REASON].rsplit(" ", 1)[0] + " …"
