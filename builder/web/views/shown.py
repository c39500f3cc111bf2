"""What views take from the documents: the text of a clause, and a table of the registers as a document prints it."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from builder.model import Block, Document, Paragraph, Row, Section, Table
from builder.web.exhibits import table_name
from builder.web.site import Site

__all__ = ["clause_in", "own_clauses", "printed_table", "text_of", "with_rows", "without_id"]

BESIDE = frozenset({"facts", "question"})
"""Kinds of paragraphs that are about a clause's text and no part of it."""


def own_clauses(site: Site) -> Iterator[tuple[Document, Section]]:
    """Each clause of the agreements' own texts in printed order, one that several share once."""
    seen: set[str] = set()
    for document in site.own:
        for section in document.sections:
            if section.kind == "clause" and section.id not in seen:
                seen.add(section.id)
                yield document, section


def clause_in(site: Site, name: str) -> tuple[Document, Section] | None:
    """A clause where it is read: in an own text before a document beside it."""
    for document in (*site.own, *site.supporting):
        for section in document.sections:
            if section.id == name:
                return document, section
    return None


def text_of(section: Section) -> tuple[Block, ...]:
    """What a clause says, without its small print and its open questions."""
    return tuple(block for block in section.blocks if not (isinstance(block, Paragraph) and block.shape.kind in BESIDE))


def printed_table(site: Site, name: str) -> tuple[Document, Table] | None:
    """A table of the registers from the first document that shows all of it."""
    for document in (*site.own, *(other for other in site.supporting if not other.edition.party)):
        for section in document.sections:
            found = next((block for block in section.blocks if isinstance(block, Table)), None)
            if found is not None and name and table_name(section) == name:
                return document, found
    return None


def without_id(table: Table) -> Table:
    """The table without its first column, the number of each row, so that what it is about comes first."""
    rows = tuple(Row(row.cells[1:], row.header, row.key) for row in table.rows)
    return Table(rows, table.alignment[1:])


def with_rows(table: Table, wanted: Callable[[Row], bool]) -> Table:
    """The table with its head and the rows that are wanted."""
    return replace(table, rows=tuple(row for row in table.rows if row.header or wanted(row)))
