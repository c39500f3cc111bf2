"""Rules for the views of the site: whether their tables have the columns that they are made of."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.lint.analysis import Analysis
from builder.model import Position
from builder.records import ColumnKind, TableSpec, ViewKind, ViewSpec

__all__ = ["incomplete_views", "unknown_professions"]

NEEDED: Mapping[ViewKind, tuple[tuple[str, ColumnKind], ...]] = MappingProxyType({
    "matris": (("klausul", "klausul"),),
    "frågor": (("fråga", "text"), ("klausul", "klausul")),
    "yrken": (("namn", "text"), ("ord", "text")),
    "parter": (("klausul", "klausul"),),
    "kontakter": (("part", "part"), ("funktion", "text"), ("telefon", "text")),
})  # fmt: skip
"""The columns without which a view has nothing to say, and what they hold."""

SOMEBODY = frozenset({"matris", "parter"})
"""Views of what is asked of whom: some column must name parties."""


def incomplete_views(analysis: Analysis) -> Iterator[Finding]:
    """R714: a view whose table lacks a column that it needs."""
    tables = analysis.library.tables
    for view in analysis.library.views.values():
        table = tables.get(view.source)
        if table is not None and view.position is not None:
            yield from (_lacking(view, table, what, view.position) for what in _lacks(view, table))
        if view.facts and view.position is not None and not _tells_of_parties(tables.get(view.facts)):
            words = {"view": view.title, "table": view.facts, "column": "part (slag: part)"}
            yield Finding("R714", view.position, {**words, "suggestion": did_you_mean(view.facts, tables, REMEDY)})


def unknown_professions(analysis: Analysis) -> Iterator[Finding]:
    """R716: a question is asked by a profession that no view of professions has a page for."""
    views, records = analysis.library.views.values(), analysis.library.records
    sources = [view.source for view in views if view.kind == "yrken"]
    known = {row.id for source in sources for row in records.get(source, ())}
    table = ", ".join(f"{source}.yml" for source in sources)
    for source in dict.fromkeys(view.source for view in views if view.kind == "frågor" and sources):
        values = (value for row in records.get(source, ()) for value in row.fields.get("yrken", ()))
        for value in values:
            if value.text not in known and value.position is not None:
                advice = did_you_mean(value.text, known, f"Lägg in yrket i {table}, eller ta bort det här.")
                yield Finding("R716", value.position, {"profession": value.text, "table": table, "suggestion": advice})


REMEDY = "Lägg till kolumnen i tabeller.yml, eller ange en annan tabell."


def _lacking(view: ViewSpec, table: TableSpec, what: str, place: Position) -> Finding:
    return Finding("R714", place, {"view": view.title, "table": table.id, "column": what, "suggestion": REMEDY})


def _lacks(view: ViewSpec, table: TableSpec) -> Iterator[str]:
    found = {(column.name, column.kind) for column in table.columns}
    for name, kind in NEEDED[view.kind]:
        if (name, kind) not in found:
            yield f"{name} (slag: {kind})"
    if view.kind in SOMEBODY and not any(column.kind == "part" for column in table.columns):
        yield "någon kolumn med slag: part"


def _tells_of_parties(table: TableSpec | None) -> bool:
    return table is not None and any(column.name == "part" and column.kind == "part" for column in table.columns)
