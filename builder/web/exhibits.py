"""Tables that documents show: which one a section holds, and whether its words stand in the clauses as well."""

from builder.library import Library
from builder.model import Section, Table

__all__ = ["is_wide", "repeats", "table_name"]

PREFIXES = ("tabell/", "bilaga/")
GENERAL = frozenset({"begreppslista", "parametrar", "parter", "processkort"})
"""Annexes that repeat pages of the site, which are those to find."""
WIDE = 7
"""From this many columns a table needs the whole width of a page."""


def is_wide(section: Section) -> bool:
    """True for a section with a table of many columns."""
    return any(isinstance(block, Table) and len(block.alignment) >= WIDE for block in section.blocks)


def table_name(section: Section) -> str:
    """The name of the table that a section shows; empty for other sections."""
    return next((section.id.removeprefix(start) for start in PREFIXES if section.id.startswith(start)), "")


def repeats(library: Library, section: Section) -> bool:
    """True when what a section says is the words of clauses or of a page of the site."""
    name = table_name(section)
    spec = library.tables.get(name)
    return name in GENERAL or (spec is not None and spec.source not in library.records)
