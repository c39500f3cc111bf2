"""Values out of the nodes of a YAML file: texts, lists of texts, tables and rows, each with its default."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.model import Position
from builder.read.header import List, Scalar, Table

__all__ = ["pairs", "places", "rows", "tables", "text", "texts"]


def text(table: Table, key: str, default: str = "") -> str:
    """A key's text; the default where it is missing or something else."""
    entry = table.entries.get(key)
    value = entry.value if entry is not None else None
    return value.text.strip() if isinstance(value, Scalar) else default


def texts(table: Table, key: str) -> tuple[str, ...]:
    """A key's list of texts; a single text is a list of one."""
    entry = table.entries.get(key)
    match entry.value if entry is not None else None:
        case List(items=items):
            return tuple(item.text.strip() for item in items if isinstance(item, Scalar))
        case Scalar(text=single) if single.strip():
            return (single.strip(),)
        case _:
            return ()


def tables(table: Table, key: str) -> tuple[Table, ...]:
    """The rows under a key."""
    entry = table.entries.get(key)
    value = entry.value if entry is not None else None
    return tuple(item for item in value.items if isinstance(item, Table)) if isinstance(value, List) else ()


def places(table: Table) -> Mapping[str, Position]:
    """Where each key's value stands; "key.0" is the first item of a list."""
    found: dict[str, Position] = {}
    for name, entry in table.entries.items():
        value = entry.value
        found[name] = value.position
        if isinstance(value, List):
            for number, item in enumerate(value.items):
                found[f"{name}.{number}"] = item.position
    return MappingProxyType(found)


def rows(table: Table) -> list[tuple[str, Position, Table]]:
    """A register's rows with their id and its place."""
    return [(id_, e.position, e.value) for id_, e in table.entries.items() if isinstance(e.value, Table)]


def pairs(table: Table, key: str) -> Mapping[str, str]:
    """The texts of the table under a key, by their names."""
    entry = table.entries.get(key)
    value = entry.value if entry is not None else None
    return MappingProxyType({name: text(value, name) for name in value.entries} if isinstance(value, Table) else {})
