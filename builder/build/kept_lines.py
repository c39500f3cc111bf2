"""What was told before of clauses that changed, so that it need not be found out again: by this program, and with the
registers that clauses are read by as they are now."""

import json
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict
from hashlib import sha256

from builder.build.code import code_fingerprint
from builder.build.project import Project
from builder.changes import Line
from builder.library import Library
from builder.repository import Kept

__all__ = ["kept_lines"]

READ_BY = ("parter", "parametrar", "termer", "lagar", "avtal", "projekt")
"""The registers that decide how a clause alone is read."""


@contextmanager
def kept_lines(project: Project, library: Library) -> Iterator[dict[str, Line]]:
    """What is known, by what it is told of; what is new in it afterwards is kept for the next time."""
    kept, key = Kept(project.folder, "granskning"), _key(library)
    lines = _known(kept.read(key) or b"{}")
    before = len(lines)
    yield lines
    if len(lines) > before:
        rows = {of: asdict(line) for of, line in lines.items()}
        kept.write(key, json.dumps(rows, ensure_ascii=False).encode())
        kept.forget_others(frozenset([key]))


def _known(content: bytes) -> dict[str, Line]:
    """Nothing where it is not of our making."""
    with suppress(ValueError, TypeError, AttributeError, RecursionError):
        return {of: _line(**row) for of, row in json.loads(content).items()}
    return {}


def _line(what: list[str], why: list[str], **row: str) -> Line:
    return Line(what=tuple(what), why=tuple(why), **row)


def _key(library: Library) -> str:
    paths = [f"clauses/register/{name}.{ending}" for name in READ_BY for ending in ("yml", "yaml")]
    said = (code_fingerprint(), *(library.sources.get(path, "") for path in paths))
    return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
