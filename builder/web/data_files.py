"""Tables as files: CSV for spreadsheets, JSON for programs."""

import csv
import json
from io import StringIO

from builder.web.data_sets import Cell, DataSet

__all__ = ["csv_file", "json_file"]

BYTE_ORDER = "\ufeff"
"""Excel takes a file without it for one in another encoding."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def csv_file(data: DataSet) -> bytes:
    """A line a row, semicolons between as Swedish spreadsheets expect; several values in a cell with " | " between."""
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(column.name for column in data.columns)
    writer.writerows([_plain(cell) for cell in row] for row in data.rows)
    return (BYTE_ORDER + made.getvalue()).encode()


def _plain(cell: Cell) -> str | int:
    if isinstance(cell, int):
        return cell
    text = " ".join((cell if isinstance(cell, str) else " | ".join(cell)).split())
    return f"'{text}" if text.startswith(FORMULA) else text


def json_file(data: DataSet) -> bytes:
    """What the table is, its columns with their meanings, and a list of rows by the columns' names."""
    names = [column.name for column in data.columns]
    said = {
        "tabell": data.name,
        "titel": data.title,
        "om": data.about,
        "kolumner": {column.name: column.meaning for column in data.columns},
        "rader": [dict(zip(names, row, strict=True)) for row in data.rows],
    }
    return (json.dumps(said, ensure_ascii=False, indent=1) + "\n").encode()
