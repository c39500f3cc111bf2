"""A row of the version register never changes after it was saved: it is held to the register's own history."""

from collections.abc import Iterator, Mapping

from builder.finding import Finding
from builder.library import Library, Version
from builder.model import Position
from builder.read import read
from builder.repository import Repository
from builder.snapshot import Snapshot

__all__ = ["rewritten_rows"]

REGISTER = "clauses/register/versioner.yml"
KEYS: Mapping[str, str] = {"commit": "commit", "datum": "date", "status": "status", "fingeravtryck": "fingerprint",
                           "byggare": "builder"}  # fmt: skip
ENDED = "upphävd"
"""What a version may be called later; all else that happens to it stands beside its row, as events."""


def rewritten_rows(repository: Repository, library: Library) -> Iterator[Finding]:
    """R715 for each row that reads otherwise than when it was first saved, or is gone."""
    rows = {(version.agreement, version.label): version for version in reversed(library.versions)}
    for (agreement, label), first in _saved(repository).items():
        now = rows.get((agreement, label))
        words = {"version": label, "agreement": agreement}
        if now is None:
            yield Finding("R715", Position(REGISTER), {**words, "what": "den är borttagen", "was": "hela raden"})
            continue
        for key, field in KEYS.items():
            was, is_ = getattr(first, field), getattr(now, field)
            if was and was != is_ and not (key == "status" and is_ == ENDED):
                what = f"{key} är {is_ or 'borttaget'}"
                said = {**words, "what": what, "was": f"{key}: {was}"}
                yield Finding("R715", now.position or Position(REGISTER), said)


def _saved(repository: Repository) -> Mapping[tuple[str, str], Version]:
    """Each row as it read when it was first saved."""
    past = repository.history((REGISTER,)).get(REGISTER, ())
    contents = repository.contents(change.content for change in past if change.content)
    found: dict[tuple[str, str], Version] = {}
    for change in past:
        library, _ = read(Snapshot({REGISTER: contents.get(change.content, b"")}))
        found |= {(version.agreement, version.label): version for version in library.versions}
    return found
