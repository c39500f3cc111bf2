"""Findings the writing group has accepted with a reason: they are not shown, and must still be there."""

from collections.abc import Iterable, Iterator

from builder.finding import RULES, Finding, in_order
from builder.language.spelling import did_you_mean
from builder.library import Clause, Library
from builder.lint.analysis import listed_clauses
from builder.model import Position

__all__ = ["accept"]


def accept(library: Library, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those accepted in the clause they lie in; A801 and A802 for acceptances that do nothing.

    A finding of severity fel cannot be accepted.
    """
    found = tuple(findings)
    accepting = {clause.path: clause for clause in library.clauses.values() if clause.accepted}
    if not accepting:
        return in_order(found)
    present = {(finding.position.path, finding.code) for finding in found}
    listed = listed_clauses(library)
    kept = [finding for finding in found if not _accepted(finding, accepting.get(finding.position.path))]
    for clause in accepting.values():
        kept += _idle(clause, present, clause.id in listed)
    return in_order(kept)


def _accepted(finding: Finding, clause: Clause | None) -> bool:
    return clause is not None and finding.code in clause.accepted and finding.severity != "fel"


def _idle(clause: Clause, present: set[tuple[str, str]], listed: bool) -> Iterator[Finding]:
    """A801 only where every finding has been looked for: in a clause that a document holds."""
    for index, code in enumerate(clause.accepted):
        place = _place(clause, index)
        if code not in RULES:
            yield Finding("A802", place, {"code": code, "suggestion": did_you_mean(code, RULES)})
        elif RULES[code].severity == "fel":
            yield Finding("A802", place, {"code": code, "suggestion": "Rätta felet i texten och ta bort raden."})
        elif listed and (clause.path, code) not in present:
            yield Finding("A801", place, {"code": code})


def _place(clause: Clause, index: int) -> Position:
    keys = (f"godtagna.{index}.kod", f"godtagna.{index}", "godtagna")
    return next((clause.keys[key] for key in keys if key in clause.keys), Position(clause.path))
