"""The occasion of a dispatch, and a file of it, as its papers and lists tell of them."""

from dataclasses import dataclass, replace

from builder.dispatch.addressee import Addressee
from builder.dispatch.deadline import in_words
from builder.model import Edition

__all__ = ["NO_DIARY", "Entry", "Occasion"]

NO_DIARY = "Inte satt i versionsregistret"


@dataclass(frozen=True, slots=True)
class Occasion:
    """What is sent, by whom and when: `edition` is that of the document, `name` its file name in the project,
    `day` an ISO date or empty, `deadline` the last day to answer in words."""

    name: str
    edition: Edition
    sender: str
    day: str
    deadline: str

    def to(self, addressee: Addressee) -> "Occasion":
        """With the recipient's own last day to answer, when it has one."""
        return replace(self, deadline=in_words(addressee.deadline) if addressee.deadline else self.deadline)


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of a package as the följesedel tells of it."""

    name: str
    what: str
    sha256: str
