"""What the site's search is given: an entry for each clause, term, section and page, and the words to find it by.

Pure: entries come from the site's value and from pages' HTML, and leave as small HTML pages for an index to read.
"""

from builder.search.answers import answer_entries
from builder.search.bundle import bundle, values_by_hit
from builder.search.clauses import clause_entries
from builder.search.earlier import earlier_entries
from builder.search.entry import Entry, Kind
from builder.search.hidden import Lexicon
from builder.search.pages import page_entry
from builder.search.paper import paper
from builder.search.terms import term_entries

__all__ = [
    "Entry", "Kind", "Lexicon", "answer_entries", "bundle", "clause_entries", "earlier_entries", "page_entry", "paper",
    "term_entries", "values_by_hit",
]  # fmt: skip
