"""What documents and sections are called on the site."""

from builder.library import Library
from builder.model import Document, Edition, Section, words

__all__ = ["group_title", "numbered", "short_title"]


def numbered(section: Section) -> str:
    """A section's number and title as a reader names it."""
    return f"{section.number} {words(section.title)}".strip()


def short_title(library: Library, edition: Edition) -> str:
    """The agreement's short name where the document is the agreement's main text."""
    agreement = library.agreements.get(edition.agreement)
    same = agreement is not None and agreement.title == edition.title
    return agreement.short or agreement.title if agreement and same else edition.title


def group_title(library: Library, document: Document) -> str:
    """The title shared by the documents that are made for one party each."""
    party = library.parties.get(document.edition.party)
    return document.edition.title.removesuffix(f" – {party.name}") if party else document.edition.title
