"""Those who are asked, as the project's list of recipients names them."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.library import Library
from builder.records import value_texts

__all__ = ["RECIPIENTS", "Recipient", "recipients"]

RECIPIENTS = "sandlista"
"""The register of recipients: columns mottagare (the body's name) and part (its id among the parties)."""


@dataclass(frozen=True, slots=True)
class Recipient:
    """A body that is asked: its id in the list, its name, and its id among the parties or an empty text."""

    id: str
    name: str
    party: str = ""


def recipients(library: Library) -> Mapping[str, Recipient]:
    """Every recipient by its id in the list, in the list's order."""
    rows = library.records.get(RECIPIENTS, ())
    return {row.id: Recipient(row.id, *(" ".join(value_texts(row, name)) for name in COLUMNS)) for row in rows}


COLUMNS = ("mottagare", "part")
