"""An assembly file: its contents as a tree of chapters and clauses."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Literal

from builder.library import Assembly, Chapter, Exhibit, Include, Party
from builder.library import Entry as Content
from builder.model import Reason
from builder.read.header import Entry, List, Node, Scalar, Table
from builder.read.values import places, tables, text, texts

__all__ = ["ID", "assembly", "for_each"]

EXHIBITS: dict[str, Literal["table", "picture"]] = {"tabell": "table", "bild": "picture"}
ID = re.compile(r"[a-z0-9][a-z0-9-]*(?:/[a-z0-9][a-z0-9-]*)*")


def assembly(name: str, path: str, table: Table, known: set[str]) -> Assembly:
    """A document's contents; `known` are the ids of all clauses."""
    contents = table.entries.get("innehåll")
    supported = text(table, "underlag-till")
    return Assembly(
        name,
        path,
        text(table, "titel") or name,
        text(table, "typ"),
        text(table, "avtal") or supported,
        text(table, "mall"),
        tuple(_contents(contents.value, known)) if contents is not None else (),
        texts(table, "bilagor"),
        text(table, "språk"),
        bool(supported),
        text(table, "för-varje"),
        text(table, "bildspel") == "ja",
        tuple(
            Reason(text(row, "till"), text(row, "varför"), text(row, "gäller")) for row in tables(table, "ändringar")
        ),
        keys=places(table),
    )


def for_each(assemblies: Mapping[str, Assembly], parties: Mapping[str, Party]) -> dict[str, Assembly]:
    """The documents, one made for each party as many documents; roles are no parties."""
    made: dict[str, Assembly] = {}
    for name, item in assemblies.items():
        if item.party:
            members = (party for party in parties.values() if party.kind in ("region", "kommun"))
            made |= {f"{name}-{party.id}": _for_party(item, party) for party in members}
        else:
            made[name] = item
    return made


def _for_party(item: Assembly, party: Party) -> Assembly:
    return replace(item, name=f"{item.name}-{party.id}", title=f"{item.title} – {party.name}", party=party.id)


def _contents(node: Node, known: set[str]) -> Iterator[Content]:
    match node:
        case Scalar():
            if node.text.strip():
                yield Include(node.text.strip(), position=node.position)
        case List(items=items):
            for item in items:
                yield from _contents(item, known)
        case Table(entries=entries):
            for title, entry in entries.items():
                yield _with_children(title, entry, known)


def _with_children(title: str, entry: Entry, known: set[str]) -> Content:
    """A chapter, or a clause with others under it: what is or looks like an id is a clause."""
    if title in EXHIBITS and isinstance(entry.value, Scalar):
        return Exhibit(EXHIBITS[title], entry.value.text.strip(), entry.value.position)
    children = tuple(_contents(entry.value, known))
    is_clause = title in known or ("/" in title and ID.fullmatch(title) is not None)
    kind = Include if is_clause else Chapter
    return kind(title, children, entry.position)
