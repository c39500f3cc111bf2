"""The site's search: from what the site shows to the files that the browser searches in."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from builder.indexing import index_files, pages_of_hits
from builder.search import (
    Entry,
    Lexicon,
    answer_entries,
    bundle,
    clause_entries,
    earlier_entries,
    page_entry,
    paper,
    term_entries,
    values_by_hit,
)

if TYPE_CHECKING:
    from builder.web import Site

__all__ = ["search_entries", "search_files", "search_index"]

FOLDER = "sok"
"""The folder of the page to search on."""


def search_entries(site: "Site", pages: Iterable[tuple[str, str, str]]) -> tuple[Entry, ...]:
    """What can be found: clauses, also of recorded versions, questions, professions, terms, and of the other pages
    (path, title, HTML) each as a whole."""
    from builder.web.places import places

    where = places(site)
    documents = (*site.own, *site.supporting)
    found = (*clause_entries(where, documents), *answer_entries(site), *term_entries(site.library))
    covered = {entry.place.page for entry in found}
    others = (page_entry(*page) for page in pages if page[0] not in covered)
    return (*found, *others, *earlier_entries(site.library, site.frozen))


def search_files(entries: tuple[Entry, ...], address: Callable[[str], str]) -> dict[str, bytes]:
    """The files that a browser can search in by itself, by path in the site: without recorded versions, for one file
    is read whole."""
    made = bundle(tuple(entry for entry in entries if entry.kind != "Tidigare"), Lexicon(entries), address)
    return {f"{FOLDER}/{name}": text.encode() for name, text in made.items()}


def search_index(entries: tuple[Entry, ...], address: Callable[[str], str], language: str) -> dict[str, bytes]:
    """Pagefind's index of the same, by path in the site, empty of nothing. IndexingError where it cannot be made."""
    if not entries:
        return {}
    lexicon = Lexicon(entries)
    papers = {f"{number:05}.html": paper(entry, lexicon, address, language) for number, entry in enumerate(entries)}
    made = index_files(papers, language)
    hits = {hit: int(name.removesuffix(".html")) for hit, name in pages_of_hits(made).items()}
    values = {f"{FOLDER}/{name}": text.encode() for name, text in values_by_hit(entries, hits).items()}
    return values | {f"{FOLDER}/pagefind/{name}": content for name, content in made.items()}
