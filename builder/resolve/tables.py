"""A table of the registers becomes a block: each cell as its column says."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, assert_never

from builder.finding import Finding
from builder.language.duties import is_duty
from builder.library import Clause, Library
from builder.markdown import phrase
from builder.model import Alignment, Block, Cell, Inline, Paragraph, Position, Row, Table, Text, words
from builder.records import Record, RecordColumn, TableSpec, Value
from builder.rows import Source, column_kind, product, rows

__all__ = ["Cells", "register_table"]

LEFT: Alignment = "left"
RIGHT: Alignment = "right"
NUMBERS = ("heltal", "produkt")
BESIDE = ("lag", "val")
"""Kinds of columns whose values stand beside each other, not each on a line."""

REQUIREMENT = "krav"
ITEM = "– "
DASH = " – "


class Cells(Protocol):
    """How a document prints what a cell says. The resolver is one."""

    @property
    def language(self) -> str:
        """The document's language."""

    def named(self, clause: str, place: Position, where: bool = True) -> tuple[Inline, ...]:
        """A clause with its number and a link, and `where` it is when that is elsewhere."""

    def cited(self, citation: str, place: Position) -> tuple[Inline, ...]:
        """A citation of law, marked."""

    def prose(self, content: tuple[Inline, ...], place: Position) -> tuple[Inline, ...]:
        """Words with their links and citations resolved."""

    def required(self, block: Block, clause: Clause) -> Block:
        """A block of a clause as the document prints it."""


@dataclass(frozen=True, slots=True)
class _Writer:
    spec: TableSpec
    library: Library
    cells: Cells
    note: Callable[[Finding], None]

    def cell(self, record: Record, column: RecordColumn) -> Cell:
        paragraphs = tuple(self.paragraphs(record, column))
        return Cell(paragraphs or (Paragraph(()),))

    def paragraphs(self, record: Record, column: RecordColumn) -> Iterator[Paragraph]:
        if column.name == "id":
            yield Paragraph((Text(record.id.upper()),))
        elif column.factors:
            number = product(record, column.factors)
            yield Paragraph(() if number is None else (Text(str(number)),))
        elif REQUIREMENT in (column.name, column.fetched) and not column.fill_in:
            yield from self.duties(record)
        elif column_kind(column, self.spec) == "part":
            names = [self.party(value.text) for value in record.fields.get(column.name, ())]
            yield Paragraph((Text(", ".join(names)),) if names else ())
        elif column_kind(column, self.spec) in BESIDE:
            yield Paragraph(tuple(self.in_a_row(record, column)))
        else:
            for value in record.fields.get(column.name, ()):
                yield Paragraph(self.value(value, column, record), position=value.position)

    def in_a_row(self, record: Record, column: RecordColumn) -> Iterator[Inline]:
        """Short values one after the other."""
        for place, value in enumerate(record.fields.get(column.name, ())):
            yield from ((Text("; "),) if place else ())
            yield from self.value(value, column, record)

    def value(self, value: Value, column: RecordColumn, record: Record) -> tuple[Inline, ...]:
        place = value.position or record.position or Position("")
        match column_kind(column, self.spec):
            case "klausul":
                return self.cells.named(value.text, place, where=not column.agreement)
            case "lag":
                return self.cells.cited(value.text, place)
            case "text":
                content, findings = phrase(value.text, place)
                for finding in findings:
                    self.note(finding)
                return self.cells.prose(content, place)
            case "part" | "datum" | "heltal" | "val" | "produkt":
                return (Text(value.text),)
            case kind:
                assert_never(kind)

    def party(self, name: str) -> str:
        party = self.library.parties.get(name)
        return (party.short or party.name) if party else name

    def duties(self, record: Record) -> Iterator[Paragraph]:
        """What the row's clause binds somebody to: its duties, with the items of the lists they open, and its steps."""
        for value in record.fields.get(REQUIREMENT, ()):
            clause = self.library.clauses[value.text]
            for block in _duties(clause.body, self.cells.language):
                match self.cells.required(block, clause):
                    case Paragraph(content=content, shape=shape):
                        yield Paragraph((Text(ITEM), *content) if shape.marker != "none" else content)
                    case Table() as table:
                        yield from _row_words(table)


def register_table(spec: TableSpec, source: Source, cells: Cells, note: Callable[[Finding], None]) -> Table:
    """The table with its rows; `note` is told what is wrong in their words."""
    writer = _Writer(spec, source.library, cells, note)
    head = Row(tuple(Cell((Paragraph((Text(column.title),)),)) for column in spec.columns), header=True)
    made = (
        Row(tuple(writer.cell(record, column) for column in spec.columns), key=record.id)
        for record in rows(spec, source)
    )
    sides = tuple(RIGHT if column.kind in NUMBERS else LEFT for column in spec.columns)
    return Table((head, *made), sides)


def _duties(body: Iterable[Block], language: str) -> Iterator[Block]:
    """Paragraphs that bind, the list items that follow one of them, and tables."""
    bound = False
    for block in body:
        if isinstance(block, Table):
            yield block
        elif isinstance(block, Paragraph) and block.shape.kind == "caption":
            continue
        elif not isinstance(block, Paragraph) or block.shape.kind != "text":
            bound = False
        elif block.shape.level and bound:
            yield block
        else:
            bound = is_duty(words(block.content), language)
            if bound:
                yield block


def _row_words(table: Table) -> Iterator[Paragraph]:
    """A step in a table as one line: what its cells say, one after the other."""
    for row in table.rows:
        said = [cell.content[0].content for cell in row.cells if words(cell.content[0].content).strip()]
        if said and not row.header:
            yield Paragraph(tuple(inline for part in _apart(said) for inline in part))


def _apart(parts: list[tuple[Inline, ...]]) -> Iterator[tuple[Inline, ...]]:
    for index, part in enumerate(parts):
        yield (Text(DASH), *part) if index else part
