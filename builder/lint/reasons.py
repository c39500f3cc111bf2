"""A clause that reads otherwise than in the latest version must say why, so that a reviewer need not guess."""

import re
from collections.abc import Iterator

from builder.finding import Finding
from builder.library import Clause, Library, Version
from builder.model import Position, all_paragraphs, words

__all__ = ["unexplained"]

WORD = re.compile(r"\w+(?:[-/:.,’]\w+)*")


def unexplained(library: Library, then: Library, latest: Version, recorded: frozenset[str]) -> Iterator[Finding]:
    """K215 for each clause whose words have changed since the latest version of an agreement, and that gives no
    reason under a version still to come. `recorded` are the labels that there are."""
    earlier = {name: clause for clause in then.clauses.values() for name in (clause.id, *clause.former)}
    for name in _listed(library, latest.agreement):
        clause = library.clauses[name]
        before = next((earlier[id_] for id_ in (clause.id, *clause.former) if id_ in earlier), None)
        if before is None or _wording(before) == _wording(clause):
            continue
        if all(reason.version in recorded for reason in clause.facts.reasons):
            place = clause.keys.get("ändringar") or clause.keys.get("titel") or Position(clause.path)
            yield Finding("K215", place, _words(clause.id, latest, "ändrats"))
    yield from _withdrawn(library, then, latest, recorded)


def _withdrawn(library: Library, then: Library, latest: Version, recorded: frozenset[str]) -> Iterator[Finding]:
    """K215 for each clause that a document held and holds no more, without a reason in the document's own file."""
    known = {former for clause in library.clauses.values() for former in clause.former}
    for document in library.own_texts():
        before = then.assemblies.get(document.name)
        if document.agreement != latest.agreement or before is None:
            continue
        told = {reason.about for reason in document.reasons if reason.version not in recorded}
        for name in sorted(before.clauses - document.clauses - known - told):
            place = document.keys.get("ändringar") or document.keys.get("innehåll") or Position(document.path)
            yield Finding("K215", place, _words(name, latest, "utgått"))


def _words(clause: str, latest: Version, happened: str) -> dict[str, str]:
    return {"clause": clause, "version": latest.label, "happened": happened}


def _listed(library: Library, agreement: str) -> Iterator[str]:
    """The clauses of an agreement's own text, each once."""
    names = frozenset().union(*(item.clauses for item in library.own_texts() if item.agreement == agreement))
    return (name for name in sorted(names) if name in library.clauses)


def _wording(clause: Clause) -> list[str]:
    """The words of a clause in order: what is printed otherwise but reads the same is the same."""
    texts = (words(paragraph.content) for paragraph in all_paragraphs(clause.body))
    return [word.lower() for text in (clause.title, *texts) for word in WORD.findall(text)]
