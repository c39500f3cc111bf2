"""Which references have to be looked at again: what they point at reads otherwise than when it was last looked at."""

from builder.review.alone import changed
from builder.review.citations import Citation, Target, TargetKind, citations
from builder.review.drawn import agreements_picture, chapters_picture, clause_picture
from builder.review.graph import Graph, Node, graph
from builder.review.marks import file_name, fingerprint, mark_file
from builder.review.passages import citing, passages
from builder.review.pins import Pin, pins
from builder.review.stale import Kind, Past, Seen, Stale, goes_out, stale
from builder.review.states import concerns, law_id, law_state, state
from builder.review.telling import Entry, entry, told

__all__ = [
    "Citation", "Entry", "Graph", "Kind", "Node", "Past", "Pin", "Seen", "Stale", "Target", "TargetKind",
    "agreements_picture", "changed", "chapters_picture", "citations", "citing", "clause_picture", "concerns", "entry",
    "file_name", "fingerprint", "goes_out", "graph", "law_id", "law_state", "mark_file", "passages", "pins", "stale",
    "state", "told",
]  # fmt: skip
