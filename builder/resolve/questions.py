"""The table of questions in a supporting paper: with the numbers that the agreement's own text gives them."""

from collections.abc import Iterable, Iterator

from builder.asked import asked_in, in_order
from builder.assemble import Draft
from builder.library import Library
from builder.model import Facts, Section, Table

__all__ = ["numbered"]


def numbered(table: Table, paper: Draft, own: Iterable[Draft], library: Library) -> Table:
    """The register's rows as the text that the paper supports puts them; unchanged where there is no such text."""
    texts = [draft for draft in own if paper.supporting and draft.agreement == paper.agreement]
    sections = [section for draft in texts for section in _sections(draft)]
    return in_order(table, asked_in(sections, library)) if sections else table


def _sections(draft: Draft) -> Iterator[Section]:
    for section in draft.sections:
        facts = section.clause.facts if section.clause else Facts()
        yield Section(section.id, section.kind, section.level, (), facts=facts)
