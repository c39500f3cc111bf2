"""What a change of an annex or a table follows from: the changed clauses that use its changed rows.

The rows come from registers, which have no reasons of their own: a term or a parameter is there because clauses use it,
and a row of a matrix points at the clause that it is about. A process card has what its clause says.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.changes.edits import edits
from builder.model import ClauseLink, ParameterUse, Shape, TermUse, Text
from builder.redline import MarkedParagraph, MarkedRow, MarkedSection, MarkedTable, Span, row_changed

__all__ = ["Using", "followed", "using"]


@dataclass(frozen=True, slots=True)
class Using:
    """A changed clause, and the names of the terms and parameters among its words that came or went."""

    clause: MarkedSection
    terms: frozenset[str]
    parameters: frozenset[str]


def using(clause: MarkedSection, before: MarkedSection | None) -> Using:
    """What a changed clause uses; `before` is the half where a moved one stood."""
    abouts = [text.marks.about for edit in edits(clause, before) for text in (*edit.old, *edit.new)]
    terms = frozenset(about.term for about in abouts if isinstance(about, TermUse))
    return Using(clause, terms, frozenset(about.parameter for about in abouts if isinstance(about, ParameterUse)))


def followed(section: MarkedSection, clauses: Sequence[Using]) -> tuple[MarkedSection, ...]:
    """The changed clauses that a changed table follows, in their order.

    A term that is explained in other words does not follow from a clause; a parameter of another value does.
    """
    rows = [row for table, source in _tables(section) if not source for row in table.rows if not row.header]
    whole = [row for row in rows if row.fate or section.fate]
    edited = {row.key for row in rows if row.key and row_changed(row)}
    keys, links = {row.key for row in whole if row.key}, {link for row in whole for link in _links(row)}
    links |= _repeated(section)
    told = ((one, one.clause.id in links or one.terms & keys or one.parameters & (keys | edited)) for one in clauses)
    return tuple(one.clause for one, is_told in told if is_told)


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
