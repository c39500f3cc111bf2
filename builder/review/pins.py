"""References that are pinned to a version of a related agreement, and where in the files the version is written."""

import posixpath
import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from builder.library import Clause, Library
from builder.model import Position

__all__ = ["Pin", "pins"]

LINK = re.compile(r"\]\((?P<address>[^()\s]{1,400})[ \t]+\"(?P<label>[^\"\n]{1,100})\"\)")


@dataclass(frozen=True, slots=True, order=True)
class Pin:
    """A link of a clause: the clause it leads to, the version it was written against, and the version's place."""

    clause: str
    target: str
    label: str
    position: Position


def pins(library: Library, agreement: str) -> tuple[Pin, ...]:
    """All links to clauses of an agreement that name a version, in the order of the clauses' ids."""
    known = {former: clause.id for clause in library.clauses.values() for former in (*clause.former, clause.id)}
    found = (pin for clause in library.clauses.values() for pin in _of(clause, library, known))
    return tuple(sorted(pin for pin in found if pin.target.partition("/")[0] == agreement))


def _of(clause: Clause, library: Library, known: dict[str, str]) -> Iterator[Pin]:
    text = library.sources.get(clause.path, "")
    starts = [0, *(newline.end() for newline in re.finditer(r"\r\n?|\n", text))]
    for link in LINK.finditer(text):
        path = posixpath.normpath(posixpath.join(posixpath.dirname(clause.path), link["address"].partition("#")[0]))
        target = known.get(path.removeprefix("clauses/").removesuffix(".md"))
        line = bisect_right(starts, link.start("label"))
        if target is not None and line >= clause.body_line:
            place = Position(clause.path, line, link.start("label") - starts[line - 1] + 1)
            yield Pin(clause.id, target, link["label"].strip(), place)
