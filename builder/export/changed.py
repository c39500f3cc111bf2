"""The list of changes for programs: as JSON, and as a table that a spreadsheet opens (CSV)."""

import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from io import StringIO

from builder.changes import COLUMNS, Change, Selection, joined, line, selected
from builder.export.data import change_data
from builder.redline import Redline

__all__ = ["changes_csv", "changes_json"]

BYTE_ORDER = "\ufeff"
"""Excel takes a file without it for one in another encoding."""

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def changes_json(redlines: Sequence[Redline], wanted: Selection) -> str:
    """The changes of each document, in the form they have in the JSON of a redline."""
    documents = [
        {
            "document": redline.name,
            "old": asdict(redline.old) if redline.old else None,
            "new": asdict(redline.new),
            "changes": [change_data(change) for change in selected(found, wanted)],
        }
        for redline, found in zip(redlines, joined(redlines), strict=True)
    ]
    return json.dumps({"documents": documents}, ensure_ascii=False, indent=1) + "\n"


def changes_csv(redlines: Sequence[Redline], wanted: Selection) -> str:
    """A line a change, with semicolons between as Swedish spreadsheets expect, a new line in a text as a space."""
    made = StringIO()
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    writer.writerow(("Dokument", *COLUMNS))
    for redline, found in zip(redlines, joined(redlines), strict=True):
        for change in selected(found, wanted):
            writer.writerow(map(_harmless, (redline.new.title, *_cells(change))))
    return BYTE_ORDER + made.getvalue()


def _cells(change: Change) -> Iterator[str]:
    told = line(change)
    yield from (told.number, told.clause, told.happened, told.grade, " ".join(told.what), " ".join(told.why), told.id)


def _harmless(text: str) -> str:
    """Words that a spreadsheet would take for a formula begin with a mark that makes them words."""
    words = " ".join(text.split())
    return f"'{words}" if words.startswith(FORMULA) else words
