"""Entries of what the views answer: everyday questions by their words and by the names of the clauses that answer
them, professions by the words that name them, and who does what, a row each.
"""

from collections.abc import Iterator

from builder.model import Document, Section, words
from builder.records import Record, ViewSpec, value_texts
from builder.search.entry import Entry
from builder.search.matrix import matrix_entries
from builder.web import Site
from builder.web.banner import mark, version_name
from builder.web.names import numbered, short_title
from builder.web.places import Place
from builder.web.views import clause_in, row_page

__all__ = ["answer_entries"]


def answer_entries(site: Site) -> Iterator[Entry]:
    """An entry for each question and each profession that has a page, and for each row of who does what."""
    for view in site.library.views.values():
        if view.kind == "matris":
            yield from matrix_entries(site, view)
        for row in site.library.records.get(view.source, ()):
            if view.kind == "frågor":
                yield _question(site, view, row)
            elif view.kind == "yrken":
                yield _profession(view, row)


def _question(site: Site, view: ViewSpec, row: Record) -> Entry:
    found = [known for name in value_texts(row, "klausul") if (known := clause_in(site, name))]
    place, title = Place(row_page(view, row.id)), " ".join(value_texts(row, "fråga"))
    if not found:
        return Entry("Fråga", place, title, "")
    return _answered(site, place, title, found)


def _answered(site: Site, place: Place, title: str, found: list[tuple[Document, Section]]) -> Entry:
    edition = found[0][0].edition
    return Entry(
        "Fråga",
        place,
        title,
        "Svaret är " + " och ".join(numbered(section) for _, section in found),
        agreement=short_title(site.library, edition),
        version=version_name(edition),
        status=mark(edition),
        names=tuple(words(section.title) for _, section in found),
    )


def _profession(view: ViewSpec, row: Record) -> Entry:
    text = " ".join(value_texts(row, "beskrivning")) or view.intro
    place = Place(row_page(view, row.id))
    return Entry("Yrke", place, " ".join(value_texts(row, "namn")), text, names=value_texts(row, "ord"))
