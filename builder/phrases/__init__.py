"""The builder's own words in a document, by language. An unknown language gets English."""

from builder.phrases.document import ENGLISH, SWEDISH, Phrases, day_in_words, phrases
from builder.phrases.front import Front, changed_clauses, front, mark, reading_guide

__all__ = ["ENGLISH", "SWEDISH", "Front", "Phrases", "changed_clauses", "day_in_words", "front", "mark", "phrases",
           "reading_guide"]  # fmt: skip
