"""A picture of the registers becomes blocks: drawn from the rows of its table."""

from collections.abc import Iterator
from typing import assert_never

from builder.model import Picture
from builder.records import PictureSpec, Record, TableSpec, value_texts
from builder.rows import Source, rows

__all__ = ["register_picture"]


def register_picture(spec: PictureSpec, source: Source, language: str, *, narrow: bool = False) -> tuple[Picture, ...]:
    """The picture, on as many sheets as it needs; none when its table is not there. `narrow`: for a telephone."""
    from builder.pictures import matrix, timeline  # which most documents do without

    table = source.library.tables.get(spec.source)
    found = rows(table, source) if table else ()
    match spec.kind:
        case "matris":
            x, y = _title(table, spec.x), _title(table, spec.y)
            return (matrix(list(_points(spec, found)), x, y, key=spec.id, language=language, narrow=narrow),)
        case "tidslinje":
            return timeline(list(_bars(spec, found)), key=spec.id, language=language, narrow=narrow)
        case kind:
            assert_never(kind)


def _points(spec: PictureSpec, found: tuple[Record, ...]) -> Iterator[tuple[str, int, int]]:
    for record in found:
        x, y = _one(record, spec.x), _one(record, spec.y)
        if x.isdecimal() and y.isdecimal():
            yield record.id.upper(), int(x), int(y)


def _bars(spec: PictureSpec, found: tuple[Record, ...]) -> Iterator[tuple[str, str, str]]:
    for record in found:
        yield _one(record, spec.label) or record.id.upper(), _one(record, spec.start), _one(record, spec.end)


def _one(record: Record, column: str) -> str:
    return next(iter(value_texts(record, column)), "")


def _title(table: TableSpec | None, column: str) -> str:
    titles = (other.title for other in (table.columns if table else ()) if other.name == column)
    return next(titles, column)
