"""A version as a value: the project's files at one git revision or in the working tree."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.finding import Finding

__all__ = ["Change", "History", "Revision", "Snapshot"]


@dataclass(frozen=True, slots=True)
class Revision:
    """Where a snapshot comes from.

    `commit`: 40 hex digits, empty in a folder without commits. `date`: ISO date (YYYY-MM-DD) of that
    commit as its author wrote it. `working`: True for the working tree, whose text may differ from it.
    """

    commit: str = ""
    date: str = ""
    working: bool = False


@dataclass(frozen=True, slots=True)
class Snapshot:
    """All source files of a revision: path from the project folder (with "/", NFC) to bytes.

    `findings` are faults of the files as files: symbolic links, unreadable names, too large.
    """

    files: Mapping[str, bytes]
    revision: Revision = Revision()
    findings: tuple[Finding, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Change:
    """One commit that touched a file. `content`: the id of the file's bytes after it, empty where it was removed.
    `place`: how many commits are newer, 0 for the last."""

    commit: str
    date: str
    content: str = ""
    place: int = 0


History = Mapping[str, tuple[Change, ...]]
"""Path from the project folder to its changes, newest first."""
