"""Entries of who does what: each row of the table answers by itself, and leads to the rows of its measure."""

from collections.abc import Iterator

from builder.model import Edition, Row
from builder.records import TableSpec, ViewSpec
from builder.search.entry import Entry
from builder.search.names import Names
from builder.search.rows import cell_text
from builder.web import Site
from builder.web.banner import mark, version_name
from builder.web.escape import slug
from builder.web.names import short_title
from builder.web.places import Place
from builder.web.views import printed_table, view_page

__all__ = ["matrix_entries"]

SAID = ("part", "val")
"""Kinds of columns that tell who and where."""
SOURCE = "källa"


def matrix_entries(site: Site, view: ViewSpec) -> Iterator[Entry]:
    """An entry for each row of the view's table as a document prints it."""
    shown, spec = printed_table(site, view.source), site.library.tables.get(view.source)
    if shown is None or spec is None:
        return
    document, table = shown
    names = Names(site.library, {})
    for row in table.rows:
        if not row.header:
            yield _entry(site, view, names, document.edition, _read(spec, row))


def _read(spec: TableSpec, row: Row) -> tuple[str, str]:
    """(what a row is about, who does what of it)."""
    cells = [(column, cell_text(cell)) for column, cell in zip(spec.columns, row.cells, strict=False)]
    about = next((text for column, text in cells if column.kind == "text" and column.name != "id"), "")
    said = (
        f"{column.title}: {text}" for column, text in cells if text and column.kind in SAID and column.name != SOURCE
    )
    return about, ". ".join(said)


def _entry(site: Site, view: ViewSpec, names: Names, edition: Edition, read: tuple[str, str]) -> Entry:
    about, said = read
    return Entry(
        "Rad",
        Place(view_page(view), slug(about)),
        about,
        said,
        agreement=short_title(site.library, edition),
        version=version_name(edition),
        status=mark(edition),
        names=names.of_words(about),
    )
