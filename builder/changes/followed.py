"""What a change of an annex or a table follows from: the changed clauses that use its changed rows.

The rows come from registers, which have no reasons of their own: a term or a parameter is there because clauses use it,
and a row of a matrix points at the clause that it is about.
"""

from collections.abc import Iterator, Sequence

from builder.changes.edits import edits
from builder.model import ClauseLink, ParameterUse, TermUse, Text
from builder.redline import MarkedRow, MarkedSection, MarkedTable, row_changed

__all__ = ["Halves", "followed"]

Halves = tuple[MarkedSection, MarkedSection | None]
"""A changed section, and the half where a moved one stood."""


def followed(section: MarkedSection, others: Sequence[Halves]) -> tuple[MarkedSection, ...]:
    """The clauses among the other changed sections that a changed table follows, in their order."""
    rows = [row for block in section.blocks if isinstance(block, MarkedTable) for row in block.rows if not row.header]
    whole = [row for row in rows if row.fate or section.fate]
    edited = {row.key for row in rows if row.key and row_changed(row)}
    keys, links = {row.key for row in whole if row.key}, {link for row in whole for link in _links(row)}
    return tuple(
        other
        for other, before in others
        if other.kind == "clause"
        and (other.id in links or any(_is_told(use, keys, edited) for use in _used(other, before)))
    )


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
        for span in (span for paragraph in cell.content for span in paragraph.spans):
            link = span.inline.marks.link if isinstance(span.inline, Text) else None
            if isinstance(link, ClauseLink):
                yield link.clause


def _used(section: MarkedSection, before: MarkedSection | None) -> Iterator[ParameterUse | TermUse]:
    """The parameters and terms among the words that came or went."""
    for edit in edits(section, before):
        for text in (*edit.old, *edit.new):
            if isinstance(text.marks.about, ParameterUse | TermUse):
                yield text.marks.about
