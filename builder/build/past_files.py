"""The files of the past, each read once, and no more of it than is not known from another."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from builder.library import Clause, Library
from builder.model import Block
from builder.read import read
from builder.snapshot import Snapshot

__all__ = ["PastFiles"]

HEADER = re.compile(rb"---\n(?:(?!---).*\n)*---\n")
"""A clause's header, as nearly all write it; another is read with its body."""

Body = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class PastFiles:
    """What was read of files as they were. What is as it is `now` is not read again; `bodies` are of clauses."""

    now: Mapping[str, bytes]
    libraries: dict[tuple[str, bytes], Library] = field(default_factory=dict)
    bodies: dict[Body, tuple[Block, ...]] = field(default_factory=dict)

    @classmethod
    def beside(cls, library: Library) -> "PastFiles":
        """Those of the text that is being edited now."""
        now = {clause.path: library.sources.get(clause.path, "").encode() for clause in library.clauses.values()}
        made = cls(now)
        for clause in library.clauses.values():
            if body := _body(clause.path, now[clause.path]):
                made.bodies[body] = clause.body
        return made

    def read(self, path: str, content: bytes) -> Library:
        """A library of one file."""
        if (path, content) not in self.libraries:
            self.libraries[path, content] = self._read(path, content)
        return self.libraries[path, content]

    def _read(self, path: str, content: bytes) -> Library:
        """A clause whose body is known from when it had another header is not read whole. Only the lines that the body
        stands on are then others, and nothing that is told of the past tells them."""
        body = _body(path, content) if self.now.get(path) != content else None
        known = self.bodies.get(body) if body else None
        if body is None or known is None:
            whole = _file(path, content)
            if body is not None:
                self.bodies.update((body, clause.body) for clause in whole.clauses.values())
            return whole
        headed = _file(path, content[: len(content) - len(body[1])])
        clauses: Mapping[str, Clause] = {name: replace(found, body=known) for name, found in headed.clauses.items()}
        return replace(headed, clauses=clauses, sources={path: content.decode("utf-8", "replace")})


def _body(path: str, content: bytes) -> Body | None:
    header = HEADER.match(content)
    return (path, content[header.end() :]) if header else None


def _file(path: str, content: bytes) -> Library:
    return read(Snapshot({path: content}))[0]
