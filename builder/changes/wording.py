"""A grade and its causes in the words of the reader's language."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.changes.grade import Cause, Grade, Matter

__all__ = ["GradeWords", "cause_words", "grade_words", "named"]


@dataclass(frozen=True, slots=True)
class GradeWords:
    """How a language names grades and causes. `matters` names those that are told by more than their words."""

    grades: Mapping[Grade, str]
    came: str
    went: str
    added: str
    struck: str
    elsewhere: str
    matters: Mapping[Matter, str]


SWEDISH = GradeWords(
    grades={"redaktionell": "redaktionell", "liten": "liten", "i sak": "i sak"},
    came="ny",
    went="utgår",
    added="”{}” har kommit till",
    struck="”{}” har strukits",
    elsewhere=" (nämns även på annan plats)",
    matters={
        "responsible": "ansvarig",
        "law": "lagrum",
        "party": "part",
        "term": "begrepp",
        "reference": "hänvisning vid",
        "pin": "hänvisning till en klausul som har ändrats i sak",
    },
)  # fmt: skip
ENGLISH = GradeWords(
    grades={"redaktionell": "editorial", "liten": "minor", "i sak": "substantial"},
    came="new",
    went="withdrawn",
    added="“{}” was added",
    struck="“{}” was struck",
    elsewhere=" (also cited in another place)",
    matters={
        "responsible": "responsible",
        "law": "legal basis",
        "party": "party",
        "term": "term",
        "reference": "reference at",
        "pin": "reference to a clause with a substantial change",
    },
)  # fmt: skip


def grade_words(language: str) -> GradeWords:
    """The words of a language; an unknown one gets English."""
    return SWEDISH if language[:2].lower() == "sv" else ENGLISH


def cause_words(cause: Cause, language: str) -> str:
    """A cause in short: "bör → ska", "part: Kommunen → Regionen", "”inte” har kommit till"."""
    words = grade_words(language)
    if cause.matter in ("came", "went"):
        return words.came if cause.matter == "came" else words.went
    if not cause.old:
        return _label(cause, words) + words.added.format(cause.new + cause.unit)
    if not cause.new:
        return _label(cause, words) + words.struck.format(cause.old + cause.unit)
    return f"{_label(cause, words)}{cause.old} → {cause.new}{cause.unit}"


def named(cause: Cause, language: str) -> str:
    """What came or went, without saying which: "”Kommunen ska också svara …”", "lagrum 12 kap. 1 § HSL"."""
    words = grade_words(language)
    matter, shown = words.matters.get(cause.matter, ""), (cause.old or cause.new) + cause.unit
    if cause.said:
        return f"”{cause.said}”"
    if cause.matter == "law":
        return f"{matter} {shown}{words.elsewhere if cause.stays else ''}"
    return f"{matter} ”{shown}”".lstrip()


def _label(cause: Cause, words: GradeWords) -> str:
    matter = words.matters.get(cause.matter, "")
    return f"{matter}: " if matter else ""
