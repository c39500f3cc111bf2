"""What has been: recorded versions, to whom they were sent, and references that were looked at."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.model import Position

__all__ = ["ReviewMark", "Sending", "Version"]


@dataclass(frozen=True, slots=True)
class Sending:
    """That a version was sent on a day (ISO date): from each recipient's id to the SHA-256 of the list of what it got,
    from the name of each file that all got to its SHA-256, and from the name of each Word file that all got the same
    words in to the SHA-256 of those."""

    date: str
    packages: Mapping[str, str]
    files: Mapping[str, str]
    wordings: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Version:
    """A recorded version of an agreement. `changed`: how many clauses had changed since the version before, as it was
    recorded; None where nobody said. `events` are (ISO date, sentence), later than the record itself;
    `sendings` those of them that tell to whom it was sent."""

    agreement: str
    label: str
    commit: str
    date: str
    status: str
    builder: str = ""
    fingerprint: str = ""
    diary: str = ""
    events: tuple[tuple[str, str], ...] = ()
    sendings: tuple[Sending, ...] = ()
    position: Position | None = field(default=None, compare=False)
    changed: int | None = None


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """A clause's reference was looked at. `target` as in "lag HSL 16 kap. 1 §"; `fingerprint` of what it said then;
    `date`: ISO date of the text it was looked at in."""

    clause: str
    target: str
    fingerprint: str
    date: str = ""
    position: Position | None = field(default=None, compare=False)
