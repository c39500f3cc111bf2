"""What was found out before for the list of references to read again, so that it need not be found out again by this
program: what clauses said, and what was told of those that changed."""

import json
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import asdict
from hashlib import sha256
from typing import Any, TypeVar

from builder.build.code import code_fingerprint
from builder.build.past_words import Words
from builder.build.project import Project
from builder.changes import Line
from builder.library import Library
from builder.repository import Kept

__all__ = ["kept_lines", "kept_words"]

T = TypeVar("T")
READ_BY = ("parter", "parametrar", "termer", "lagar", "avtal", "projekt")
"""The registers that decide how a clause alone is read."""


def kept_lines(project: Project, library: Library) -> AbstractContextManager[dict[str, Line]]:
    """What was told of clauses that changed, by what it is told of: with the registers that clauses are read by as they
    are now."""
    paths = [f"clauses/register/{name}.{ending}" for name in READ_BY for ending in ("yml", "yaml")]
    said = (code_fingerprint(), *(library.sources.get(path, "") for path in paths))
    return _kept(Kept(project.folder, "granskning"), said, _line, asdict)


def kept_words(project: Project) -> AbstractContextManager[dict[str, Words | None]]:
    """What clauses said, by the id of their content in git: the same content says the same for ever."""
    return _kept(Kept(project.folder, "lydelser"), (code_fingerprint(),), _words, _plain)


@contextmanager
def _kept(
    kept: Kept, said: tuple[str, ...], made: Callable[[Any], T], plain: Callable[[T], Any]
) -> Iterator[dict[str, T]]:
    """What is known; what is new in it afterwards is kept for the next time."""
    key = sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    rows = _known(kept.read(key) or b"{}", made)
    before = len(rows)
    yield rows
    if len(rows) > before:
        kept.write(key, json.dumps({of: plain(row) for of, row in rows.items()}, ensure_ascii=False).encode())
        kept.forget_others(frozenset([key]))


def _known(content: bytes, made: Callable[[Any], T]) -> dict[str, T]:
    """Nothing where it is not of our making."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {of: made(row) for of, row in json.loads(content).items()}
    return {}


def _line(row: Any) -> Line:
    return Line(**{**row, "what": tuple(row["what"]), "why": tuple(row["why"])})


def _words(row: Any) -> Words | None:
    return Words(row["state"], frozenset(row["passages"])) if row is not None else None


def _plain(words: Words | None) -> Any:
    return {"state": words.state, "passages": sorted(words.passages)} if words else None
