"""What holds for one party: what it does and pays, the clauses that bind it, its contacts and its own papers."""

from collections.abc import Iterator

from builder.decisions import signing_parties
from builder.library import Library, Party
from builder.model import Edition
from builder.records import ViewSpec, value_texts
from builder.web.block import blocks
from builder.web.escape import markdown_text
from builder.web.inline import Pen
from builder.web.names import numbered
from builder.web.parameters import SOURCES
from builder.web.places import DECISIONS, Place, Places, contents_page, relative
from builder.web.site import Site
from builder.web.views.contacts import EMPTY, contact_table, contacts_of
from builder.web.views.place import begin, one, row_page, view_page
from builder.web.views.shown import own_clauses, printed_table, with_rows, without_id

__all__ = ["parties_view_page", "party_page"]

UNTOLD = frozenset({"id", "part", "källa"})
"""Columns that a party's own page need not repeat, or says in other words."""


def parties_view_page(site: Site, view: ViewSpec, edition: Edition | None) -> str:
    """The parties that decide, each with its page."""
    page = view_page(view)
    found = [(party.name, relative(page, Place(row_page(view, party.id)))) for party in signing_parties(site.library)]
    lines = [f"-   [{markdown_text(name)}]({address})" for name, address in found]
    return begin(view.title, edition, view.intro) + "\n".join(lines or ["Inga parter är införda än."]) + "\n"


def party_page(places: Places, site: Site, view: ViewSpec, party: Party, edition: Edition | None) -> str:
    """All that the registers and the clauses say of a party, directly or as what it is part of."""
    page, mine = row_page(view, party.id), {party.id, *site.library.groups(party.id)}
    parts = [begin(f"Vad gäller för {party.short or party.name}?", edition, _known_as(site.library, party), wide=True)]
    parts += ["## Kontakter {#kontakter}", "", *_contacts(site.library, party.id), ""]
    parts += _tasks(places, site, view, page, mine)
    parts += _clauses(places, site, page, mine)
    parts += _facts(site.library, view, party.id)
    parts += _papers(site, page, party.id)
    return "\n".join(parts) + "\n"


def _known_as(library: Library, party: Party) -> str:
    names = [library.parties[group].name for group in library.groups(party.id) if group in library.parties]
    return f"I texterna är {party.name} {' och '.join(f'”{name}”' for name in names)}." if names else ""


def _contacts(library: Library, party: str) -> Iterator[str]:
    rows = contacts_of(library, party)
    yield from contact_table(rows) if rows else (EMPTY,)


def _tasks(places: Places, site: Site, view: ViewSpec, page: str, mine: set[str]) -> Iterator[str]:
    shown, spec = printed_table(site, view.source), site.library.tables.get(view.source)
    if shown is None or spec is None:
        return
    document, table = shown
    somebody = [column.name for column in spec.columns if column.kind == "part"]
    rows = site.library.records.get(spec.source, ())
    keys = {row.id for row in rows if any(mine & {*value_texts(row, column)} for column in somebody)}
    chosen = with_rows(table, lambda row: row.key in keys)
    narrow = without_id(chosen) if spec.columns[0].name == "id" else chosen
    if len(narrow.rows) > 1:
        yield from (f"## {markdown_text(spec.title, at_start=True)} {{#uppgifter}}", "")
        yield blocks(Pen(places, document.name, page), (narrow,))


def _clauses(places: Places, site: Site, page: str, mine: set[str]) -> Iterator[str]:
    bound = [found for found in own_clauses(site) if mine & {*found[1].facts.responsible}]
    for document in site.own:
        here = [section for other, section in bound if other is document]
        if here:
            yield f"## Klausuler som binder: {markdown_text(document.edition.title)} {{#bunden-{document.name}}}\n"
            links = ((numbered(s), relative(page, places.sections[document.name, s.id])) for s in here)
            yield from (f"-   [{markdown_text(name)}]({address})" for name, address in links)
            yield ""


def _facts(library: Library, view: ViewSpec, party: str) -> Iterator[str]:
    spec = library.tables.get(view.facts)
    rows = [row for row in library.records.get(spec.source, ()) if one(row, "part") == party] if spec else []
    if spec is None or not rows:
        return
    columns = [column for column in spec.columns if column.name not in UNTOLD]
    yield f"## {markdown_text(spec.title, at_start=True)} {{#om}}\n"
    yield f"| {' | '.join(markdown_text(column.title) for column in columns)} | Säkerhet |"
    yield "|:---" * (len(columns) + 1) + "|"
    for row in rows:
        cells = [markdown_text(one(row, column.name)) for column in columns]
        source = one(row, "källa")
        yield f"| {' | '.join([*cells, markdown_text(SOURCES.get(source, source))])} |"
    yield ""


def _papers(site: Site, page: str, party: str) -> Iterator[str]:
    yield "## Beslut och underlag {#underlag}\n"
    yield f"-   [Beslutsläge]({relative(page, Place(DECISIONS))})"
    for document in site.supporting:
        if document.edition.party == party:
            address = relative(page, Place(contents_page(document)))
            yield f"-   [{markdown_text(document.edition.title)}]({address})"
