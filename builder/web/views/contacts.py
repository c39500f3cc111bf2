"""Whom to call: functions and their numbers, by party. No number is made up: where none is known the page says so."""

import re
from collections.abc import Iterator, Sequence

from builder.library import Library
from builder.model import Edition
from builder.records import Record, ViewSpec
from builder.web.banner import day
from builder.web.escape import markdown_text, slug
from builder.web.site import Site
from builder.web.views.place import begin, one

__all__ = ["contact_table", "contacts_of", "contacts_page"]

NUMBER = re.compile(r"\+?\d[\d ()/–-]{1,24}")
"""What a telephone can be asked to call."""
EMPTY = "Inga kontaktvägar är införda än. De förs in i registret av den part som ansvarar för dem."
HEADS = ("Funktion", "Telefon", "När", "Att veta", "Kontrollerad")


def contacts_page(site: Site, view: ViewSpec, edition: Edition | None) -> str:
    """All contacts, a heading a party."""
    rows = site.library.records.get(view.source, ())
    parts = [begin(view.title, edition, view.intro)]
    for id_ in dict.fromkeys(one(row, "part") for row in rows):
        party = site.library.parties.get(id_)
        parts += [f"## {markdown_text(party.name if party else id_, at_start=True)} {{#{slug(id_)}}}", ""]
        parts += [*contact_table([row for row in rows if one(row, "part") == id_]), ""]
    return "\n".join(parts if rows else [*parts, EMPTY, ""])


def contacts_of(library: Library, party: str) -> list[Record]:
    """A party's contacts, and those of what it is part of."""
    mine = {party, *library.groups(party)}
    sources = (view.source for view in library.views.values() if view.kind == "kontakter")
    return [row for source in sources for row in library.records.get(source, ()) if one(row, "part") in mine]


def contact_table(rows: Sequence[Record]) -> Iterator[str]:
    """Contacts as a Markdown table."""
    yield f"| {' | '.join(HEADS)} |"
    yield "|:---" * len(HEADS) + "|"
    for row in rows:
        told = (markdown_text(one(row, name)) for name in ("när", "anmärkning"))
        checked = markdown_text(day(one(row, "kontrollerad")))
        yield f"| {' | '.join([markdown_text(one(row, 'funktion')), _number(one(row, 'telefon')), *told, checked])} |"


def _number(written: str) -> str:
    if not written:
        return "saknas"
    text = markdown_text(written)
    return f"[{text}](tel:{re.sub(r'[^+0-9]', '', written)})" if NUMBER.fullmatch(written) else text
