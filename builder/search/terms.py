"""Entries of the register of terms."""

from collections.abc import Iterator

from builder.library import Library
from builder.search.entry import Entry
from builder.search.names import other_names
from builder.web.escape import slug
from builder.web.places import TERMS, Place

__all__ = ["term_entries"]


def term_entries(library: Library) -> Iterator[Entry]:
    """Each term with what it means."""
    for term in library.terms.values():
        title = f"{term.term} ({term.abbreviation})" if term.abbreviation else term.term
        names = tuple(other_names(term))
        instead = tuple((name, term.term) for name in names)
        yield Entry("Begrepp", Place(TERMS, slug(term.id)), title, term.definition, names=names, instead=instead)
