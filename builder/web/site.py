"""What the web writer is given: everything the site shows, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.finding import Finding
from builder.library import Library
from builder.model import Document
from builder.web.compared import Compared
from builder.web.work import Work

__all__ = ["Site"]


@dataclass(frozen=True)
class Site:
    """The site: `documents` are the texts as they stand now, `compared` are comparisons of versions of
    them.

    `findings` are what is wrong in the texts. Recorded versions, registers and the project's settings are in `library`.
    `work` tells how the work on the texts stands, where that is shown.
    `headings` are what supporting documents are listed under, each with the kinds of document that belong there.
    `downloads` are files that pages offer, by path.
    `frozen` are the pages of recorded versions by path, whole as they are.
    """

    library: Library
    documents: tuple[Document, ...]
    compared: tuple[Compared, ...] = ()
    findings: tuple[Finding, ...] = ()
    headings: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))
    downloads: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), repr=False)
    frozen: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), repr=False)

    work: Work | None = None

    @property
    def own(self) -> tuple[Document, ...]:
        """The agreements' own texts."""
        return tuple(document for document in self.documents if not document.edition.supporting)

    @property
    def supporting(self) -> tuple[Document, ...]:
        """The documents beside the agreements' own texts, those made for each party too."""
        return tuple(document for document in self.documents if document.edition.supporting)
