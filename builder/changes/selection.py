"""Which changes are shown, and in which order: by grade, by place, and for one party."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from builder.changes.grade import GRADES, Grade
from builder.changes.listing import Change
from builder.library import Library
from builder.model import Document

__all__ = ["ORDERS", "Order", "Selection", "binds", "bound_sections", "only_words", "selected"]

Order = Literal["grad", "plats"]
ORDERS: tuple[Order, ...] = ("grad", "plats")
"""By grade, those that matter most first, or as the sections stand."""


@dataclass(frozen=True, slots=True)
class Selection:
    """What is asked for. No grades: all of them. `sections` are the ids that concern `party`, the name in print of
    the one the list is made for; None: all."""

    grades: frozenset[Grade] = frozenset()
    order: Order = "grad"
    party: str = ""
    sections: frozenset[str] | None = None


def selected(changes: Iterable[Change], wanted: Selection) -> tuple[Change, ...]:
    """Those of a redline's changes that are asked for, in the order asked for."""
    found = [change for change in changes if _is_wanted(change, wanted)]
    if wanted.order == "grad":
        found.sort(key=lambda change: -GRADES.index(change.graded.grade))
    return tuple(found)


def _is_wanted(change: Change, wanted: Selection) -> bool:
    if wanted.grades and change.graded.grade not in wanted.grades:
        return False
    names = {change.section.id, change.section.old_id}
    return wanted.sections is None or not names.isdisjoint(wanted.sections)


def only_words(wanted: Selection) -> str:
    """What is shown when something is left out; empty when nothing is."""
    grades = " och ".join(grade for grade in reversed(GRADES) if grade in wanted.grades)
    kinds = f"ändringar av graden {grades}" if grades else "ändringar"
    clauses = f" i klausuler som binder {wanted.party}" if wanted.party else ""
    return f"bara {kinds}{clauses}" if grades or wanted.party else ""


def bound_sections(library: Library, document: Document, party: str) -> frozenset[str]:
    """The sections of a document whose clause binds a party, by itself or by what it belongs to."""
    return frozenset(
        section.id
        for section in document.sections
        if any(binds(library, responsible, party) for responsible in section.facts.responsible)
    )


def binds(library: Library, responsible: str, party: str) -> bool:
    """True when what binds the one binds the other: itself, what it is part of, or what is part of it. One that
    signs is also bound by the parts of the role it has: the region by what its primary care is to do."""
    groups, row = library.groups(party), library.parties.get(party)
    wholes = {party} if row is None or row.kind == "roll" else {party, *groups[:1]}
    other = library.parties.get(responsible)
    is_part = other is not None and other.kind == "roll" and not wholes.isdisjoint(library.groups(responsible))
    return responsible in (party, *groups) or party in library.groups(responsible) or is_part
