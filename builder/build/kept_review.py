"""What was found out before for the list of references to read again, so that it need not be found out again by this
program: what clauses said, and what was told of those that changed."""

from contextlib import AbstractContextManager
from dataclasses import asdict
from typing import Any

from builder.build.code import code_fingerprint
from builder.build.kept_rows import kept_rows
from builder.build.past_words import Words
from builder.build.project import Project
from builder.changes import Line
from builder.library import Library
from builder.repository import Kept

__all__ = ["kept_lines", "kept_words"]

READ_BY = ("parter", "parametrar", "termer", "lagar", "avtal", "projekt")
"""The registers that decide how a clause alone is read."""


def kept_lines(project: Project, library: Library) -> AbstractContextManager[dict[str, Line]]:
    """What was told of clauses that changed, by what it is told of: with the registers that clauses are read by as they
    are now."""
    paths = [f"clauses/register/{name}.{ending}" for name in READ_BY for ending in ("yml", "yaml")]
    said = (code_fingerprint(), *(library.sources.get(path, "") for path in paths))
    return kept_rows(Kept(project.folder, "granskning"), said, _line, asdict)


def kept_words(project: Project) -> AbstractContextManager[dict[str, Words | None]]:
    """What clauses said, by the id of their content in git: the same content says the same for ever."""
    return kept_rows(Kept(project.folder, "lydelser"), (code_fingerprint(),), _words, _plain)


def _line(row: Any) -> Line:
    return Line(**{**row, "what": tuple(row["what"]), "why": tuple(row["why"])})


def _words(row: Any) -> Words | None:
    return Words(row["state"], frozenset(row["passages"])) if row is not None else None


def _plain(words: Words | None) -> Any:
    return {"state": words.state, "passages": sorted(words.passages)} if words else None
