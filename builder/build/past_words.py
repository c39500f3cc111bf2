"""What a clause said in the past, as far as the list of references to read again asks for it: told by fingerprints."""

from dataclasses import dataclass

from builder.library import Library
from builder.review import Target, fingerprint, passages, state

__all__ = ["Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """The fingerprints of what a clause said as a whole, and of each of its passages."""

    state: str
    passages: frozenset[str]

    @classmethod
    def of(cls, then: Library, clause: str) -> "Words":
        """Those of a clause in the library that holds it as it was."""
        said = state(Target("klausul", clause), then) or ""
        return cls(fingerprint(said), frozenset(map(fingerprint, passages(then.clauses[clause]))))
