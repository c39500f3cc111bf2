"""What a change of an annex or a table follows from: the changed clauses that use its changed rows.

The rows come from registers, which have no reasons of their own: a term or a parameter is there because clauses use it,
and a row of a matrix points at the clause that it is about. A process card has what its clause says.
"""

from collections.abc import Iterable, Iterator, Sequence

from builder.changes.edits import edits
from builder.model import ClauseLink, ParameterUse, Shape, TermUse, Text
from builder.redline import MarkedParagraph, MarkedRow, MarkedSection, MarkedTable, Span, row_changed

__all__ = ["Halves", "followed"]

Halves = tuple[MarkedSection, MarkedSection | None]
"""A changed section, and the half where a moved one stood."""


def followed(section: MarkedSection, others: Sequence[Halves]) -> tuple[MarkedSection, ...]:
    """The clauses among the other changed sections that a changed table follows, in their order."""
    rows = [row for table, source in _tables(section) if not source for row in table.rows if not row.header]
    whole = [row for row in rows if row.fate or section.fate]
    edited = {row.key for row in rows if row.key and row_changed(row)}
    keys, links = {row.key for row in whole if row.key}, {link for row in whole for link in _links(row)}
    links |= _repeated(section)
    return tuple(
        other
        for other, before in others
        if other.kind == "clause"
        and (other.id in links or any(_is_told(use, keys, edited) for use in _used(other, before)))
    )


def _tables(section: MarkedSection) -> Iterator[tuple[MarkedTable, frozenset[str]]]:
    """Each table, with the clauses that the small print above it names: those whose words it repeats."""
    source = frozenset[str]()
    for block in section.blocks:
        match block:
            case MarkedParagraph(spans=spans, shape=Shape(kind="facts")):
                source = frozenset(_linked(spans))
            case MarkedTable():
                yield block, source
            case _:
                pass


def _repeated(section: MarkedSection) -> frozenset[str]:
    """The clauses whose words a changed table repeats. An annex that came or went did so for a reason of its own."""
    told = (
        source for table, source in _tables(section) if table.fate or table.columns or any(map(row_changed, table.rows))
    )
    return frozenset[str]().union(*([] if section.fate else told))


def _is_told(use: ParameterUse | TermUse, keys: set[str], edited: set[str]) -> bool:
    """True for what a row that came or went is about, or the parameter of one that changed: a term that is explained in
    other words does not follow from a clause."""
    match use:
        case ParameterUse(parameter=name):
            return name in keys or name in edited
        case TermUse(term=name):
            return name in keys


def _links(row: MarkedRow) -> Iterator[str]:
    """The clauses that a row points at."""
    for cell in row.cells:
        for paragraph in cell.content:
            yield from _linked(paragraph.spans)


def _linked(spans: Iterable[Span]) -> Iterator[str]:
    """The clauses that words lead to."""
    for span in spans:
        link = span.inline.marks.link if isinstance(span.inline, Text) else None
        if isinstance(link, ClauseLink):
            yield link.clause


def _used(section: MarkedSection, before: MarkedSection | None) -> Iterator[ParameterUse | TermUse]:
    """The parameters and terms among the words that came or went."""
    for edit in edits(section, before):
        for text in (*edit.old, *edit.new):
            if isinstance(text.marks.about, ParameterUse | TermUse):
                yield text.marks.about
