"""Fates as Word's tracked changes: around runs, in paragraph marks and in rows."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from builder.redline import Fate, Kind, Revision
from builder.word.pen import Pen

__all__ = ["deleted", "mark", "moves", "rewritten", "wrap"]

ELEMENT: Final[Mapping[Kind, str]] = MappingProxyType(
    {"insertion": "w:ins", "deletion": "w:del", "move-from": "w:moveFrom", "move-to": "w:moveTo"}
)
PLAIN: Final[Mapping[Kind, Kind]] = MappingProxyType({"move-from": "deletion", "move-to": "insertion"})


def wrap(pen: Pen, fate: Fate, runs: str, *, whole: bool = False) -> str:
    """Runs inside the elements of their fate, the oldest outermost. `whole`: the whole paragraph shares it."""
    for revision in reversed(fate):
        name = ELEMENT[revision.kind]
        runs = f"<{name} {pen.signed(revision, whole=whole)}>{runs}</{name}>"
    return runs


def mark(pen: Pen, fate: Fate) -> str:
    """The fate of a paragraph mark or a row, as it stands among its properties.

    An edit inside a move shows in the words only: with both, LibreOffice 7.4 gives the next paragraph the looks
    of the one that went."""
    move = moves(fate)
    shown = fate if move is None else (move,)
    return "".join(f"<{ELEMENT[revision.kind]} {pen.signed(revision, whole=True)}/>" for revision in shown)


def deleted(fate: Fate) -> bool:
    """True for text that must be written as deleted text (w:delText); moved text is not."""
    return bool(fate) and any(revision.kind == "deletion" for revision in fate)


def moves(fate: Fate) -> Revision | None:
    """The move a fate belongs to, if any."""
    return next((revision for revision in fate if revision.kind in PLAIN), None) if fate else None


def rewritten(fate: Fate) -> Fate:
    """A fate with moves shown as deletion or insertion, for what cannot be moved in Word: rows, edited arrivals.

    An edit inside a move then adds nothing."""
    move = moves(fate)
    return fate if move is None else (Revision(PLAIN[move.kind], move.author, move.date),)
