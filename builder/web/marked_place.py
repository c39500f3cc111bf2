"""Where a marked part stands: in which of the texts, as a class of its element and in words before it."""

from typing import Literal

from builder.changes import elsewhere
from builder.redline import Fate, Kind, part_move
from builder.web.escape import html_text
from builder.web.marked_text import Notes, Side, side

__all__ = ["CLASSES", "Moving", "attribute", "placed", "said"]

CLASSES: dict[Side, str] = {"kvar": "", "ny": "bara-ny", "gammal": "bara-gammal", "utgick": "bara-utgick"}
Moving = Literal["stycke", "tabell", "rad", "kolumn"]
SAID: dict[Moving, tuple[str, str]] = {
    "stycke": ("Stycket har flyttats härifrån", "Stycket har flyttats hit"),
    "tabell": ("Tabellen har flyttats härifrån", "Tabellen har flyttats hit"),
    "rad": ("Raden har flyttats härifrån", "Raden har flyttats hit"),
    "kolumn": ("Kolumnen har flyttats härifrån", "Kolumnen har flyttats hit"),
}
MOVED: dict[Kind, str] = {"move-from": "bara-gammal flyttad", "move-to": "bara-ny flyttad"}


def attribute(*names: str) -> str:
    """The classes of an element, if any."""
    given = " ".join(filter(None, names))
    return f' class="{given}"' if given else ""


def placed(fate: Fate, notes: Notes, around: Side) -> str:
    """The class of what stands in one text only; of what moved by itself, that it did."""
    where, move = side(fate), part_move(fate, notes.fate)
    if move is not None:
        return MOVED[move.kind]
    return CLASSES[where] if where != around else ""


def said(fate: Fate, notes: Notes, what: Moving) -> str:
    """What is said before a thing that moved by itself."""
    move = part_move(fate, notes.fate)
    if move is None:
        return ""
    words = SAID[what][move.kind == "move-to"] + elsewhere(move, notes.moved)
    return f'<span class="flyttmarke">{html_text(words)}:</span> '
