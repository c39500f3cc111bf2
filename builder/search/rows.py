"""What the agreements' tables say of clauses: a row that refers to a clause is about what the clause decides."""

from collections.abc import Iterable, Iterator, Mapping

from builder.library import Library
from builder.model import Cell, Document, Row, Section, Table, all_paragraphs, words
from builder.records import RecordColumn, TableSpec
from builder.rows import clauses_of
from builder.web.exhibits import table_name

__all__ = ["cell_text", "told_in_tables"]


def told_in_tables(library: Library, documents: Iterable[Document]) -> Mapping[str, tuple[str, ...]]:
    """What the rows of registers in agreements say of each clause that they refer to."""
    told: dict[str, dict[str, None]] = {}
    agreements = (document for document in documents if not document.edition.supporting)
    for section in (section for document in agreements for section in document.sections):
        spec = library.tables.get(table_name(section))
        for clause, text in _rows(library, section, spec) if spec else ():
            told.setdefault(clause, {})[text] = None
    return {clause: tuple(texts) for clause, texts in told.items()}


def cell_text(cell: Cell) -> str:
    """What a cell says, without its marks."""
    return " ".join(words(paragraph.content) for paragraph in all_paragraphs(cell.content))


def _rows(library: Library, section: Section, spec: TableSpec) -> Iterator[tuple[str, str]]:
    """(clause, what a row that refers to it says)."""
    written = {record.id: record for record in library.records.get(spec.source, ())}
    for row in _shown(section):
        if row.key in written:
            text = " ".join(_said(row, spec))
            yield from ((clause.id, text) for clause in clauses_of(written[row.key], library))


def _shown(section: Section) -> Iterator[Row]:
    tables = (block for block in section.blocks if isinstance(block, Table))
    return (row for table in tables for row in table.rows if not row.header)


def _said(row: Row, spec: TableSpec) -> Iterator[str]:
    """What stands in the columns that every row must fill with words of its own."""
    cells = zip(row.cells, spec.columns, strict=False)
    return (cell_text(cell) for cell, column in cells if _tells(column))


def _tells(column: RecordColumn) -> bool:
    return column.kind == "text" and column.required and column.name != "id"
