"""What a workbook holds, as plain values: a sheet a table, its columns and its rows as text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.model import Document, Row, Section, Table, words
from builder.records import ColumnKind, RecordColumn, TableSpec
from builder.rows import column_kind

__all__ = ["SHEET_NAME", "Column", "Sheet", "sheets", "shown_sheets"]

SHEET_NAME = 31
"""The longest name of a sheet in Excel, in UTF-16 units."""

RESERVED = "history"
"""Excel keeps the name to itself."""

FORBIDDEN = str.maketrans(dict.fromkeys("[]:*?/\\", " "))
PREFIXES = ("tabell/", "bilaga/")


@dataclass(frozen=True, slots=True)
class Column:
    """A column's heading, what it holds, the values to choose among, and whether the reader fills it in."""

    title: str
    kind: ColumnKind = "text"
    choices: tuple[str, ...] = ()
    fill_in: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its name is at most 31 signs. Each row has a text a column; one of them is its id."""

    name: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[str, ...], ...]


ID = Column("Id", "val")


def sheets(document: Document, specs: Mapping[str, TableSpec]) -> tuple[Sheet, ...]:
    """The tables of the registers that a document shows, in its order."""
    found: list[Sheet] = []
    for section, table, spec in _tables(document, specs):
        title = words(section.title)
        name = _unique(title, [sheet.name for sheet in found])
        named = any(column.name == "id" for column in spec.columns)
        columns = (*([] if named else [ID]), *(_column(column, spec) for column in spec.columns))
        rows = tuple(_row(row, named) for row in table.rows if not row.header)
        found.append(Sheet(name, title, columns, rows))
    return tuple(found)


def shown_sheets(document: Document) -> tuple[Sheet, ...]:
    """Every table that a document shows, as it shows it."""
    found: list[Sheet] = []
    for section in document.sections:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            title = words(section.title)
            name = _unique(title, [sheet.name for sheet in found])
            heads = [Column(text) for row in table.rows if row.header for text in _row(row, True)]
            rows = tuple(_row(row, True) for row in table.rows if not row.header)
            found.append(Sheet(name, title, tuple(heads), rows))
    return tuple(found)


def _tables(document: Document, specs: Mapping[str, TableSpec]) -> Iterator[tuple[Section, Table, TableSpec]]:
    for section in document.sections:
        prefix, _, name = section.id.partition("/")
        spec = specs.get(name) if f"{prefix}/" in PREFIXES else None
        for block in section.blocks:
            if spec is not None and isinstance(block, Table):
                yield section, block, spec


def _column(column: RecordColumn, spec: TableSpec) -> Column:
    return Column(column.title, column_kind(column, spec), column.values, column.fill_in)


def _row(row: Row, named: bool) -> tuple[str, ...]:
    cells = ("\n".join(words(paragraph.content) for paragraph in cell.content) for cell in row.cells)
    return (*([] if named else [row.key]), *cells)


def _unique(title: str, taken: list[str]) -> str:
    """The title as a sheet may be named: without some signs, short, and not like another in any case of letters."""
    plain = " ".join(title.translate(FORBIDDEN).split()).strip("'") or "Tabell"
    lower = {RESERVED, *(name.lower() for name in taken)}
    name, number = _cut(plain, SHEET_NAME), 1
    while name.lower() in lower:
        number += 1
        ending = f" {number}"
        name = _cut(plain, SHEET_NAME - len(ending)) + ending
    return name


def _cut(text: str, units: int) -> str:
    return text.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore").strip()
