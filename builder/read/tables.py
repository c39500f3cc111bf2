"""Tables and pictures: their declarations, and the rows of the registers they are made of."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import cast, get_args

from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.model import Position
from builder.read import keys
from builder.read.dates import date_findings_in
from builder.read.header import List, Node, Scalar, Table
from builder.read.keys import Key, Keys
from builder.read.values import text, texts
from builder.records import (
    ChartKind,
    ColumnKind,
    PictureSpec,
    Record,
    RecordColumn,
    TableSpec,
    Value,
    ViewKind,
    ViewSpec,
)

__all__ = ["COMPUTED", "check_records", "pictures", "records", "tables", "unknown_sources", "views"]

COMPUTED = ("klausuler", "frågor", "ändringar")
"""Sources that are made of the clauses instead of a register."""

ID = RecordColumn("id", "Nr")


# --- declarations ------------------------------------------------------------------------------------


def tables(register: Table) -> Mapping[str, TableSpec]:
    """tabeller.yml. A table whose columns are a list chooses among those of the table it is made of."""
    rows = {id_: entry for id_, entry in register.entries.items() if isinstance(entry.value, Table)}
    declared = {id_: _columns(entry.value) for id_, entry in rows.items() if isinstance(entry.value, Table)}
    return {id_: _table(id_, entry.position, entry.value, declared) for id_, entry in rows.items()
            if isinstance(entry.value, Table)}  # fmt: skip


def _table(id_: str, place: Position, row: Table, declared: Mapping[str, Mapping[str, RecordColumn]]) -> TableSpec:
    source = text(row, "ur", id_)
    own, known = declared[id_], declared.get(source, {})
    keyed_by = text(row, "rad-för-varje")
    chosen = tuple(known[name] for name in texts(row, "kolumner") if name in known)
    return TableSpec(id_, text(row, "titel", id_), source, tuple(own.values()) or chosen, _where(row), keyed_by, place)


def _where(row: Table) -> Mapping[str, tuple[str, ...]]:
    entry = row.entries.get("där")
    table = entry.value if entry is not None else None
    wanted = {name: texts(table, name) for name in table.entries} if isinstance(table, Table) else {}
    return MappingProxyType(wanted)


def _columns(row: Table) -> Mapping[str, RecordColumn]:
    entry = row.entries.get("kolumner")
    table = entry.value if entry is not None else None
    if not isinstance(table, Table):
        return {}
    return {name: _column(name, e.value) for name, e in table.entries.items() if isinstance(e.value, Table)}


def _column(name: str, row: Table) -> RecordColumn:
    kind = text(row, "slag", "text")
    return RecordColumn(
        name,
        text(row, "rubrik") or name[:1].upper() + name[1:],
        cast("ColumnKind", kind) if kind in get_args(ColumnKind) else "text",
        text(row, "krävs") == "ja",
        texts(row, "värden"),
        text(row, "hämtas"),
        text(row, "fyll-i") == "ja",
        text(row, "stämmer-med"),
        texts(row, "lika-för"),
        texts(row, "av"),
        text(row, "avtal"),
        row.position,
    )


def pictures(register: Table) -> Mapping[str, PictureSpec]:
    """bilder.yml"""
    rows = ((id_, entry.position, entry.value) for id_, entry in register.entries.items())
    return {id_: _picture(id_, place, row) for id_, place, row in rows
            if isinstance(row, Table) and text(row, "slag") in get_args(ChartKind)}  # fmt: skip


def _picture(id_: str, place: Position, row: Table) -> PictureSpec:
    kind = cast("ChartKind", text(row, "slag"))
    x, y, label, start, end = (text(row, key) for key in ("vågrätt", "lodrätt", "text", "från", "till"))
    return PictureSpec(id_, text(row, "titel", id_), kind, text(row, "ur"), x, y, label, start, end, place)


def views(register: Table) -> Mapping[str, ViewSpec]:
    """vyer.yml"""
    rows = ((id_, entry.position, entry.value) for id_, entry in register.entries.items())
    return {id_: _view(id_, place, row) for id_, place, row in rows
            if isinstance(row, Table) and text(row, "slag") in get_args(ViewKind)}  # fmt: skip


def _view(id_: str, place: Position, row: Table) -> ViewSpec:
    kind = cast("ViewKind", text(row, "slag"))
    title, source, intro, facts = text(row, "titel", id_), text(row, "ur"), text(row, "text"), text(row, "uppgifter")
    return ViewSpec(id_, title, kind, source, intro, facts, place)


def unknown_sources(
    tables: Mapping[str, TableSpec],
    drawn: Iterable[PictureSpec | ViewSpec],
    registers: Mapping[str, Table],
) -> Iterator[Finding]:
    """Tables, pictures and views whose rows come from nowhere, and registers that no table shows."""
    known = {*registers, *COMPUTED}
    for spec in tables.values():
        if spec.source not in known and spec.position is not None:
            yield _nowhere(spec.title, spec.source, known, spec.position)
    for picture in drawn:
        if picture.source not in tables and picture.position is not None:
            yield _nowhere(picture.title, picture.source, set(tables), picture.position)
    for name, register in registers.items():
        if name not in tables:
            advice = did_you_mean(name, tables, "Beskriv dess kolumner i tabeller.yml, eller ta bort filen.")
            yield Finding("R706", register.position, {"register": name, "suggestion": advice})


def _nowhere(title: str, source: str, known: set[str], place: Position) -> Finding:
    advice = did_you_mean(source, known, f"Lägg raderna i clauses/register/{source}.yml.")
    return Finding("R707", place, {"title": title, "source": source, "suggestion": advice})


# --- rows --------------------------------------------------------------------------------------------


def records(register: Table) -> tuple[Record, ...]:
    """The rows of a register, in the order of the file."""
    rows = ((id_, entry.position, entry.value) for id_, entry in register.entries.items())
    return tuple(Record(id_, _fields(row), place) for id_, place, row in rows if isinstance(row, Table))


def _fields(row: Table) -> Mapping[str, tuple[Value, ...]]:
    said = {name: tuple(_values(entry.value)) for name, entry in row.entries.items()}
    return MappingProxyType({name: values for name, values in said.items() if values})


def _values(node: Node) -> Iterator[Value]:
    match node:
        case Scalar(text=said):
            if said.strip():
                yield Value(said.strip(), node.position)
        case List(items=items):
            for item in items:
                yield from _values(item) if isinstance(item, Scalar) else ()
        case Table():
            return


def check_records(register: Table, spec: TableSpec) -> list[Finding]:
    """What is wrong with the keys and values of a register's rows."""
    wanted: Keys = {column.name: _key(column) for column in spec.columns if column.is_written}
    dates = frozenset(column.name for column in spec.columns if column.kind == "datum")
    return [*keys.check_rows(register, wanted), *date_findings_in(register, dates)]


def _key(column: RecordColumn) -> Key:
    single = column.kind in ("datum", "heltal")
    return Key("text" if single else "text or texts", column.required, column.values)
