"""Rules over a whole library: each a small pure function of an analysis that is made once.

A new rule is a row in `rules.RULES`, a function here, a line in `_RULES` and an entry in tests/gallery.
"""

from builder.finding import Finding, in_order
from builder.library import Library
from builder.lint.acceptance import accept
from builder.lint.amounts import mixed_days, typed_amounts
from builder.lint.analysis import analyse
from builder.lint.contradictions import contradictions
from builder.lint.decisions import doubtful_decisions, misfit_days, misfit_entry, unfounded_decisions, unknown_deciders
from builder.lint.definitions import defined_otherwise
from builder.lint.duties import (
    doubled_duties,
    duties_without_actor,
    recommendations,
    reminders_without_law,
    unassigned_duties,
)
from builder.lint.harmony import lost_common_clauses, split_measures
from builder.lint.inclusion import missing_templates, unknown_parties, unlisted_clauses, unused_parameters
from builder.lint.personal_data import personal_details
from builder.lint.plain_words import heavy_words, long_sentences, unwritten_routines, vague_words
from builder.lint.reasons import unexplained
from builder.lint.tables import (
    crowded_tables,
    disagreeing_rows,
    lost_questions,
    lost_rows,
    misplaced_titles,
    undrawn_pictures,
    unfilled_columns,
    unshown_tables,
)
from builder.lint.views import incomplete_views, unknown_professions
from builder.lint.vocabulary import doubly_defined, unexplained_abbreviations, words_to_avoid
from builder.lint.wording import leftover_marks, typed_numbers
from builder.model import Document

__all__ = ["accept", "check", "unexplained"]

_RULES = (
    unlisted_clauses,
    missing_templates,
    typed_numbers,
    leftover_marks,
    unused_parameters,
    doubly_defined,
    unexplained_abbreviations,
    words_to_avoid,
    unknown_parties,
    lost_rows,
    disagreeing_rows,
    unshown_tables,
    unfilled_columns,
    undrawn_pictures,
    incomplete_views,
    unknown_professions,
    crowded_tables,
    misplaced_titles,
    lost_questions,
    unassigned_duties,
    duties_without_actor,
    vague_words,
    long_sentences,
    heavy_words,
    recommendations,
    typed_amounts,
    personal_details,
    unwritten_routines,
    doubled_duties,
    reminders_without_law,
    mixed_days,
    unknown_deciders,
    unfounded_decisions,
    doubtful_decisions,
    misfit_days,
    misfit_entry,
    lost_common_clauses,
    split_measures,
    defined_otherwise,
    contradictions,
)


def check(library: Library, documents: tuple[Document, ...]) -> tuple[Finding, ...]:
    """What the rules find, in order. Time grows with the length of the texts."""
    analysis = analyse(library, documents)
    return in_order([finding for rule in _RULES for finding in rule(analysis)])
