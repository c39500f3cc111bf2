"""The builder's own words in a document, by language. An unknown language gets English."""

from builder.phrases.document import ENGLISH, SWEDISH, Phrases, phrases
from builder.phrases.front import Front, changed_clauses, front, mark, reading_guide

__all__ = ["ENGLISH", "SWEDISH", "Front", "Phrases", "changed_clauses", "front", "mark", "phrases", "reading_guide"]
