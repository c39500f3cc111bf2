"""What the table of document control says beside the edition's own facts: validity, who answers for it, its history."""

from dataclasses import dataclass

__all__ = ["Control", "HistoryEntry"]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """A recorded version of an agreement; `changed` is how many clauses give a reason for a change in it."""

    version: str
    date: str
    status: str
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Control:
    """Bodies and functions, never persons; empty where nobody has said. `history`: oldest first."""

    valid_from: str = ""
    valid_to: str = ""
    working_group: str = ""
    user_organisations: str = ""
    revised_by: str = ""
    adopted: str = ""
    approved_by: str = ""
    history: tuple[HistoryEntry, ...] = ()
