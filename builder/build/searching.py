"""The site's search: from what the site shows to the files that the browser searches in."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
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

__all__ = ["TextEntries", "search_entries", "search_files", "search_index", "text_entries"]

FOLDER = "sok"
"""The folder of the page to search on."""


@dataclass(frozen=True, slots=True)
class TextEntries:
    """What the texts give to find: as they are now, and in recorded versions."""

    now: tuple[Entry, ...]
    earlier: tuple[Entry, ...]


def text_entries(site: "Site") -> TextEntries:
    """Clauses, also of recorded versions, questions, professions and terms."""
    from builder.web.places import places

    where = places(site)
    documents = (*site.own, *site.supporting)
    now = (*clause_entries(where, documents), *answer_entries(site), *term_entries(site.library))
    return TextEntries(now, tuple(earlier_entries(site.library, site.frozen)))


def search_entries(texts: TextEntries, pages: Mapping[str, tuple[str, str]]) -> tuple[Entry, ...]:
    """What can be found: what the texts give, and of the other pages (title and HTML by path) each as a whole."""
    covered = {entry.place.page for entry in texts.now}
    others = (page_entry(path, *page) for path, page in pages.items() if path not in covered)
    return (*texts.now, *others, *texts.earlier)


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
    papers = ((f"{number:05}.html", paper(entry, lexicon, address, language)) for number, entry in enumerate(entries))
    made = index_files(papers, language)
    hits = {hit: int(name.removesuffix(".html")) for hit, name in pages_of_hits(made).items()}
    values = {f"{FOLDER}/{name}": text.encode() for name, text in values_by_hit(entries, hits).items()}
    return values | {f"{FOLDER}/pagefind/{name}": content for name, content in made.items()}
