"""Rules for what agreements have in common: clauses that all must hold, and rows that say the same of one measure."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from builder.finding import Finding
from builder.library import Library
from builder.lint.analysis import Analysis
from builder.lint.contradictions import is_same_party
from builder.model import Position
from builder.records import Record, RecordColumn, TableSpec, value_texts

__all__ = ["lost_common_clauses", "split_measures"]


def lost_common_clauses(analysis: Analysis) -> Iterator[Finding]:
    """K216: a clause that all agreements are to have, and one has not."""
    library = analysis.library
    texts = [text for text in library.own_texts() if text.agreement]
    for agreement in library.agreements.values():
        for clause in library.clauses.values() if agreement.is_common else ():
            if not clause.id.startswith(f"{agreement.id}/") or clause.facts.status == "utgår":
                continue
            for text in texts:
                if clause.id not in text.clauses:
                    words = {"clause": clause.id, "title": clause.title, "document": text.title}
                    yield Finding("K216", text.keys.get("innehåll", Position(text.path)), words)


def split_measures(analysis: Analysis) -> Iterator[Finding]:
    """R713: two rows about the same measure that name different parties, in one table or in two."""
    library = analysis.library
    for (name, *_), rows in _measures(library).items():
        for (one, mine), (other, its) in combinations(rows, 2):
            if _is_same_measure(one, other, mine) and _names_others(one, other, name, library):
                yield _split(one, other, mine, its)


Rows = list[tuple[Record, RecordColumn]]


def _measures(library: Library) -> dict[tuple[str, ...], Rows]:
    """The rows that say the same of their first telling column, by the column that is held to it."""
    found: dict[tuple[str, ...], Rows] = defaultdict(list)
    for spec, column in _held(library):
        for record in library.records.get(spec.id, ()):
            for said in value_texts(record, column.same_for[0]):
                found[(column.name, *column.same_for, said.casefold())].append((record, column))
    return found


def _held(library: Library) -> Iterator[tuple[TableSpec, RecordColumn]]:
    for spec in library.tables.values():
        yield from ((spec, column) for column in spec.columns if column.same_for and spec.source == spec.id)


def _is_same_measure(one: Record, other: Record, column: RecordColumn) -> bool:
    """True when the rows say something in common in every column that tells measures apart."""
    return all(_folded(one, name) & _folded(other, name) for name in column.same_for)


def _folded(record: Record, column: str) -> set[str]:
    return {text.casefold() for text in value_texts(record, column)}


def _names_others(one: Record, other: Record, column: str, library: Library) -> bool:
    mine, its = value_texts(one, column), value_texts(other, column)
    return bool(mine and its) and not any(is_same_party(a, b, library) for a in mine for b in its)


def _split(one: Record, other: Record, mine: RecordColumn, its: RecordColumn) -> Finding:
    first, second = one.fields[mine.name][0], other.fields[its.name][0]
    place, there = second.position or Position(""), first.position or Position("")
    words = {
        "measure": ", ".join(value_texts(other, its.same_for[0])), "row": second.text, "column": its.name,
        "other": first.text, "path": there.path, "line": str(there.line),
    }  # fmt: skip
    return Finding("R713", place, words)
