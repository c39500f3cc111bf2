"""How much a change matters: the wording is the same, other words, or something that binds.

Graded by what came and what went, word by word: a paragraph that only changed place within its section
is neither. Why a change is graded so is told in the words that changed ("bör → ska").
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from builder.changes.edits import WORD, Edit, edits, whole
from builder.language.weight import Weight, weight_of
from builder.model import LawUse, ParameterUse, TermUse, Text
from builder.redline import MarkedSection

__all__ = ["GRADES", "Cause", "Grade", "Graded", "Matter", "grade"]

Grade = Literal["redaktionell", "liten", "i sak"]
GRADES: tuple[Grade, ...] = ("redaktionell", "liten", "i sak")
"""The least first."""

Matter = Literal["came", "went", "responsible", "law", "parameter", "party", "term", Weight]
"""What a change concerns. Came and went: the whole section."""

WEIGHED: tuple[Literal["party"] | Weight, ...] = ("party", "modal", "negation", "scope", "number")
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
    parties: frozenset[str] = frozenset(),
) -> Graded:  # fmt: skip
    """The grade of what happened to a section. `before` is the half where a moved section stood; `parties` are
    the words that name a party, in lower case."""
    fate = whole(section.fate)
    if fate is not None and section.kind != "chapter":
        return Graded("i sak", (Cause(fate),))
    found = list(edits(section, before))
    causes = tuple(dict.fromkeys(cause for edit in found for cause in _causes(edit, language, parties)))
    if causes:
        return Graded("i sak", causes)
    other_words = any(_words(edit.old) != _words(edit.new) for edit in found) or fate is not None
    return Graded("liten" if other_words else "redaktionell")


# --- what binds ---------------------------------------------------------------------------------------


_MARKED: dict[Matter, type[LawUse] | type[ParameterUse] | type[TermUse]] = {
    "law": LawUse,
    "parameter": ParameterUse,
    "term": TermUse,
}


def _causes(edit: Edit, language: str, parties: frozenset[str]) -> Iterator[Cause]:
    """What in the edit binds."""
    for matter, kind in _MARKED.items():
        if cause := _exchanged(matter, _marked(edit.old, kind), _marked(edit.new, kind)):
            yield _with_unit(edit, cause)
    old, new = (_weighed(texts, language, parties) for texts in (edit.old, edit.new))
    for matter in WEIGHED:
        shown: Matter = "responsible" if matter == "party" and edit.is_facts else matter
        if cause := _exchanged(shown, old[matter], new[matter]):
            yield _with_unit(edit, cause)


def _with_unit(edit: Edit, cause: Cause) -> Cause:
    """A number with what it counts: "14 → 7 dagar"."""
    counts = cause.matter in ("number", "parameter") and cause.new[-1:].isdecimal() and edit.after.isalpha()
    return replace(cause, new=f"{cause.new} {edit.after}") if counts else cause


def _words(texts: tuple[Text, ...]) -> list[str]:
    return [word.lower() for word in WORD.findall("".join(text.text for text in texts))]


def _marked(texts: tuple[Text, ...], kind: type[LawUse] | type[ParameterUse] | type[TermUse]) -> list[str]:
    """The words of the texts that are about a law, a parameter or a term: for a term, the term itself."""
    found: list[str] = []
    for text in texts:
        about = text.marks.about
        if isinstance(about, kind):
            found.append(_subject(about, text.text))
    return found


def _subject(about: LawUse | ParameterUse | TermUse, text: str) -> str:
    match about:
        case TermUse(term=term):
            return term
        case LawUse(law=law, section=section):
            return f"{section} {law}".strip()
        case ParameterUse():
            return " ".join(text.split())


def _weighed(texts: tuple[Text, ...], language: str, parties: frozenset[str]) -> dict[Matter, list[str]]:
    """The words that weigh, by what they do. What is about a law or a parameter is told of as such."""
    found: dict[Matter, list[str]] = {matter: [] for matter in WEIGHED}
    for text in texts:
        if isinstance(text.marks.about, LawUse | ParameterUse):
            continue
        for word in WORD.findall(text.text):
            weight = "party" if word.lower() in parties else weight_of(word, language)
            if weight is not None:
                found[weight].append(word)
    return found


def _exchanged(matter: Matter, old: list[str], new: list[str]) -> Cause | None:
    """What of the one is not in the other; None when they hold the same."""
    before, after = (Counter(word.lower() for word in words) for words in (old, new))
    gone, arrived = before - after, after - before
    if not gone and not arrived:
        return None
    return Cause(matter, _shown(old, gone), _shown(new, arrived))


def _shown(words: list[str], wanted: Counter[str]) -> str:
    kept, left = [], Counter(wanted)
    for word in words:
        if left[word.lower()]:
            left[word.lower()] -= 1
            kept.append(word)
    text = " ".join(kept)
    return text if len(text) <= LONGEST_REASON else text[:LONGEST_REASON].rsplit(" ", 1)[0] + " …"
