"""Who does what: a table of the registers with a choice of rows. Without scripts it is the whole table."""

from collections.abc import Iterable, Iterator

from builder.library import Library
from builder.model import Edition
from builder.records import Record, RecordColumn, ViewSpec, value_texts
from builder.web.block import blocks
from builder.web.escape import clean, html_text
from builder.web.inline import Pen
from builder.web.places import Places
from builder.web.site import Site
from builder.web.views.place import begin, view_page
from builder.web.views.shown import printed_table, without_id

__all__ = ["matrix_page"]

EVERY = "alla"
"""A value that stands for all the others in its column."""
SOURCE = "källa"
"""The column of where a row's facts come from, which nobody chooses by."""
NOT_SHOWN = "Tabellen visas inte i något dokument än, och kan därför inte visas här."


def matrix_page(places: Places, site: Site, view: ViewSpec, edition: Edition | None) -> str:
    """The table on a page of its own, under what its rows can be chosen by."""
    top = begin(view.title, edition, view.intro, wide=True)
    shown, spec = printed_table(site, view.source), site.library.tables.get(view.source)
    if shown is None or spec is None:
        return f"{top}{NOT_SHOWN}\n"
    document, table = shown
    if not any(not row.header for row in table.rows):
        return f"{top}Tabellen har inga rader än.\n"
    rows = site.library.records.get(spec.source, ())
    pen = Pen(places, document.name, view_page(view))
    numbered = spec.columns[0].name == "id"
    columns = spec.columns[1:] if numbered else spec.columns
    shown_table = without_id(table) if numbered else table
    return f"{top}{_choices(columns, rows, site.library)}\n\n{blocks(pen, (shown_table,))}"


def _choices(columns: tuple[RecordColumn, ...], rows: tuple[Record, ...], library: Library) -> str:
    """A form that a script shows and answers. Each option holds the words in cells that it stands for."""
    free = [_searched(place, column) for place, column in enumerate(columns) if column.kind == "text"][:1]
    chosen = (
        _select(column.title, (place,), _values(column, rows))
        for place, column in enumerate(columns)
        if column.kind == "val" and column.name != SOURCE
    )
    somebody = tuple(place for place, column in enumerate(columns) if column.kind == "part")
    parties = _select("Part", somebody, _parties(columns, rows, library)) if somebody else ""
    buttons = '<button type="reset">Visa alla rader</button><p role="status"></p>'
    return f'<form class="urval" data-urval hidden>{"".join([*free, *chosen, parties])}{buttons}</form>'


def _searched(place: int, column: RecordColumn) -> str:
    title = html_text(clean(column.title))
    return f'<label>{title} <input type="search" autocomplete="off" data-kolumner="{place}"></label>'


def _select(title: str, columns: tuple[int, ...], options: Iterable[tuple[str, Iterable[str]]]) -> str:
    made = "".join(_option(name, means) for name, means in options)
    there = " ".join(map(str, columns))
    label = html_text(clean(title))
    return f'<label>{label} <select data-kolumner="{there}"><option value="">Alla</option>{made}</select></label>'


def _option(name: str, means: Iterable[str]) -> str:
    words = html_text("|".join(clean(word).lower() for word in means))
    return f'<option value="{words}">{html_text(clean(name))}</option>'


def _values(column: RecordColumn, rows: Iterable[Record]) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The values in use, each with the one that stands for all."""
    used = {text for row in rows for text in value_texts(row, column.name)}
    every = (EVERY,) if EVERY in used else ()
    for value in column.values or sorted(used):
        if value in used and value != EVERY:
            yield value, (value, *every)


def _parties(
    among: Iterable[RecordColumn], rows: Iterable[Record], library: Library
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Those whom the rows name, each with those that are part of it."""
    columns = [column.name for column in among if column.kind == "part"]
    used = {text for row in rows for column in columns for text in value_texts(row, column)}
    for id_ in library.parties:
        if id_ in used:
            within = [other for other in library.parties if other in used and id_ in library.groups(other)]
            yield _name(library, id_), tuple(_name(library, other) for other in (id_, *within))


def _name(library: Library, id_: str) -> str:
    party = library.parties[id_]
    return party.short or party.name
