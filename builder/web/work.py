"""How the work on the texts stands, for those who write and lead it: the site may be built without."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.gates import Progress
from builder.review import Stale

__all__ = ["Work"]


@dataclass(frozen=True, slots=True)
class Work:
    """References to look at again, how far each agreement has come, and `files` for download by their paths, of which
    pages offer those that are there."""

    stale: tuple[Stale, ...] = ()
    progress: tuple[Progress, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}))
