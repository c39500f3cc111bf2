"""Findings the writing group has accepted with a reason: they are not shown, and must still be there."""

import re
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from builder.finding import RULES, Finding, in_order
from builder.language.spelling import did_you_mean
from builder.library import Acceptance, Clause, Library
from builder.lint.analysis import listed_clauses
from builder.model import Position

__all__ = ["accept"]

_NEWLINE = re.compile(r"\r\n?|\n")


def accept(library: Library, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings without those accepted in the clause they lie in; A801 and A802 for acceptances that do nothing.

    A finding of severity fel cannot be accepted.
    """
    found = tuple(findings)
    accepting = {clause.path: clause for clause in library.clauses.values() if clause.accepted}
    if not accepting:
        return in_order(found)
    of_path: dict[str, list[Finding]] = {path: [] for path in accepting}
    for finding in found:
        if finding.position.path in of_path:
            of_path[finding.position.path].append(finding)
    listed = listed_clauses(library)
    kept = [finding for finding in found if finding.position.path not in of_path]
    for path, clause in accepting.items():
        kept += _judged(clause, of_path[path], library.sources, clause.id in listed)
    return in_order(kept)


def _judged(clause: Clause, found: list[Finding], sources: Mapping[str, str], listed: bool) -> Iterator[Finding]:
    """A clause's findings that are not accepted, and what is wrong with its acceptances."""
    source = sources.get(clause.path, "")
    used = [[f for f in found if f.code == item.code and _covers(item, f, source)] for item in clause.accepted]
    gone = {id(f) for matching in used for f in matching if f.severity != "fel"}
    yield from (finding for finding in found if id(finding) not in gone)
    for index, (item, matching) in enumerate(zip(clause.accepted, used, strict=True)):
        yield from _idle(item, _place(clause, index), bool(matching), listed)


def _idle(item: Acceptance, place: Position, used: bool, listed: bool) -> Iterator[Finding]:
    """A801 only where every finding has been looked for: in a clause that a document holds."""
    if item.code not in RULES:
        yield Finding("A802", place, {"code": item.code, "suggestion": did_you_mean(item.code, RULES)})
    elif RULES[item.code].severity == "fel":
        yield Finding("A802", place, {"code": item.code, "suggestion": "Rätta felet i texten och ta bort raden."})
    elif listed and not used:
        yield Finding("A801", place, {"code": f"{item.code} om ”{item.text}”" if item.text else item.code})


def _covers(item: Acceptance, finding: Finding, source: str) -> bool:
    """True when the finding is about the words that the acceptance names, or when these stand around its place."""
    words = item.text.split()
    if not words:
        return True
    pattern = re.compile(r"(?<!\w)" + r"\s+".join(map(re.escape, words)) + r"(?!\w)", re.IGNORECASE)
    if pattern.search(finding.words.get("text", "")):
        return True
    offset = _offset(source, finding.position)
    around = len(item.text) * 2
    matches = pattern.finditer(source, max(offset - around, 0), offset + around)
    return any(match.start() <= offset < match.end() for match in matches)


def _offset(source: str, place: Position) -> int:
    """Where a place is in the file."""
    before = islice(_NEWLINE.finditer(source), place.line - 2, place.line - 1) if place.line > 1 else iter(())
    start = next((newline.end() for newline in before), 0)
    return start + place.column - 1


def _place(clause: Clause, index: int) -> Position:
    keys = (f"godtagna.{index}.kod", f"godtagna.{index}", "godtagna")
    return next((clause.keys[key] for key in keys if key in clause.keys), Position(clause.path))
