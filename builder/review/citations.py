"""What each clause refers to: other clauses, related agreements, parameters, terms and sections of law."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from builder.language.law_sections import RANGE, sections_between
from builder.model import (
    ClauseLink,
    Inline,
    LawUse,
    Marks,
    Number,
    OutsideLink,
    ParameterUse,
    Section,
    TermUse,
    Text,
    all_inlines,
)

__all__ = ["Citation", "Target", "TargetKind", "citations", "cited"]

TargetKind = Literal["klausul", "version", "parameter", "term", "lag"]


@dataclass(frozen=True, slots=True, order=True)
class Target:
    """What is referred to: a clause's or a row's id, or "HSL 16 kap. 1 §". A `version` is a clause of a related
    agreement as a pin has it."""

    kind: TargetKind
    id: str

    def __str__(self) -> str:
        """As it is written in commands and files: "lag HSL 16 kap. 1 §"."""
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """A clause refers to something; once, however often it does. `pin`: the version it was written against."""

    clause: str
    target: Target
    pin: str = ""
    agreement: str = ""


def citations(sections: Iterable[Section]) -> tuple[Citation, ...]:
    """All references of the clauses among some sections of documents, in the order of the clauses' ids."""
    found = {
        citation
        for section in sections
        if section.kind == "clause"
        for citation in cited(section.id, tuple(all_inlines(section.blocks)))
    }
    return tuple(sorted(found))


def cited(clause: str, content: Sequence[Inline]) -> Iterator[Citation]:
    """What some inlines of a clause refer to, in their order."""
    for place, inline in enumerate(content):
        yield from _cited(clause, inline)
        yield from _ranged(clause, content[place : place + 3])


def _ranged(clause: str, content: Sequence[Inline]) -> Iterator[Citation]:
    """The sections of law that "6–8 §§" names without writing them."""
    match content:
        case (
            Text(marks=Marks(about=LawUse(law=law, section=first))),
            Text(text=sign, marks=Marks(about=None)),
            Text(marks=Marks(about=LawUse(law=other, section=last))),
        ) if law == other and RANGE.fullmatch(sign):
            between = sections_between(first, last)
            yield from (Citation(clause, Target("lag", f"{law} {section}")) for section in between)
        case _:
            pass


def _cited(clause: str, inline: Inline) -> Iterator[Citation]:
    """What one inline of a clause refers to."""
    if not isinstance(inline, Text | Number):
        return
    match inline.marks.link:
        case ClauseLink(clause=other) if other != clause:
            yield Citation(clause, Target("klausul", other))
        case OutsideLink(clause=other, agreement=agreement, version=version) if version:
            yield Citation(clause, Target("version", other), version, agreement)
        case OutsideLink(clause=other):
            yield Citation(clause, Target("klausul", other))
        case _:
            pass
    match inline.marks.about:
        case TermUse(term=term):
            yield Citation(clause, Target("term", term))
        case ParameterUse(parameter=parameter):
            yield Citation(clause, Target("parameter", parameter))
        case LawUse(law=law, section=section):
            yield Citation(clause, Target("lag", f"{law} {section}".strip()))
        case None:
            pass
