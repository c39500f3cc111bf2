"""Tables and pictures that documents show: what the project declares of them, and their rows as written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from builder.model import Position

__all__ = [
    "SEARCH_WORDS", "ChartKind", "ColumnKind", "PictureSpec", "Record", "RecordColumn", "TableSpec", "Value",
    "ViewKind", "ViewSpec", "value_texts",
]  # fmt: skip

SEARCH_WORDS = "sokord"
"""The register of everyday words that the site's search reads and no document shows: `ord` that people type, `betyder`
the words that texts have instead, `klausul` the clauses that answer."""

ColumnKind = Literal["text", "klausul", "part", "lag", "datum", "heltal", "val", "produkt"]
ChartKind = Literal["matris", "tidslinje"]
ViewKind = Literal["matris", "frågor", "yrken", "parter", "kontakter"]


@dataclass(frozen=True, slots=True)
class Value:
    """One thing said in a cell, and where it is said."""

    text: str
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Record:
    """A row of a register: its id and what each column says. A column that says nothing is left out."""

    id: str
    fields: Mapping[str, tuple[Value, ...]]
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class RecordColumn:
    """A column. `values`: the only ones allowed, empty when any is. `fetched`: what is read from the row's
    clause instead of the register. `fill_in`: left empty for the reader. `agrees_with`: what the row's
    clause says that this must be a part of. `same_for`: rows that say the same in these columns must agree.
    `factors`: the columns whose product it is. `agreement`: whose text the clauses it
    shows are in, of those that the row points at."""

    name: str
    title: str
    kind: ColumnKind = "text"
    required: bool = False
    values: tuple[str, ...] = ()
    fetched: str = ""
    fill_in: bool = False
    agrees_with: str = ""
    same_for: tuple[str, ...] = ()
    factors: tuple[str, ...] = ()
    agreement: str = ""
    position: Position | None = field(default=None, compare=False)

    @property
    def is_written(self) -> bool:
        """True when the register's rows hold the column."""
        return not (self.fetched or self.fill_in or self.factors or self.agreement or self.name == "id")


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A table. `source` is the register its rows come from, or a word for rows made of the clauses.
    `where` keeps the rows whose column says one of the values. `keyed_by`: what the rows' ids are ids of."""

    id: str
    title: str
    source: str
    columns: tuple[RecordColumn, ...]
    where: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    keyed_by: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class PictureSpec:
    """A picture drawn of a table's rows. A matris has `x` and `y`, columns of whole numbers; a tidslinje
    has `label`, and `start` and `end`, columns of dates."""

    id: str
    title: str
    kind: ChartKind
    source: str
    x: str = ""
    y: str = ""
    label: str = ""
    start: str = ""
    end: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class ViewSpec:
    """Pages of the site made of a table's rows, for those who ask what to do and not what is agreed. `intro` is said
    first; `facts` is a table with a column `part`, whose rows are told on that party's page."""

    id: str
    title: str
    kind: ViewKind
    source: str
    intro: str = ""
    facts: str = ""
    position: Position | None = field(default=None, compare=False)


def value_texts(record: Record, column: str) -> tuple[str, ...]:
    """What a row says in a column."""
    return tuple(value.text for value in record.fields.get(column, ()))
