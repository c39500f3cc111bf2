"""What the web writer is given: everything the site shows, as one value."""

from dataclasses import dataclass

from builder.finding import Finding
from builder.library import Library
from builder.model import Document
from builder.redline import Redline

__all__ = ["Site"]


@dataclass(frozen=True, slots=True)
class Site:
    """The site: `documents` are the texts as they stand now, `redlines` compare versions of them.

    `findings` are what is wrong in the texts. Recorded versions, registers and the project's settings are in `library`.
    """

    library: Library
    documents: tuple[Document, ...]
    redlines: tuple[Redline, ...] = ()
    findings: tuple[Finding, ...] = ()
