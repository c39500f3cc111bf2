"""Who refers where: for each clause the sections whose text links to it."""

from collections.abc import Iterator, Mapping
from itertools import chain

from builder.model import ClauseLink, Document, Number, OutsideLink, Section, Text, all_inlines
from builder.web.exhibits import repeats
from builder.web.places import Places

__all__ = ["Caller", "Uses", "uses"]

Caller = tuple[Document, Section]
Uses = Mapping[tuple[str, str], tuple[Caller, ...]]
"""(document, clause id) to the sections that refer to it, in printed order; of a supporting document the first."""


def uses(places: Places, documents: tuple[Document, ...]) -> Uses:
    """Where every clause is referred to from, own document and the others.

    Left out: documents made for each party, which say the same, and tables made of the clauses, which name them all.
    """
    found: dict[tuple[str, str], dict[tuple[str, str], Caller]] = {}
    for document, section in chain.from_iterable(map(_sections, documents)):
        if repeats(places.library, section):
            continue
        for target in _targets(section, document.name, places):
            if target != (document.name, section.id):
                one = "" if document.edition.supporting else section.id
                found.setdefault(target, {}).setdefault((document.name, one), (document, section))
    return {target: tuple(callers.values()) for target, callers in found.items()}


def _sections(document: Document) -> Iterator[Caller]:
    return ((document, section) for section in document.sections if not document.edition.party)


def _targets(section: Section, document: str, places: Places) -> Iterator[tuple[str, str]]:
    for inline in all_inlines(section.blocks):
        link = inline.marks.link if isinstance(inline, Text | Number) else None
        match link:
            case ClauseLink(clause=clause):
                yield document, clause
            case OutsideLink(clause=clause, agreement=agreement) if home := places.home(agreement, clause):
                yield home, clause
            case _ if isinstance(inline, Number):
                yield document, inline.clause
            case _:
                pass
