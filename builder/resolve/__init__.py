"""Draft → document: links become references, terms and law are marked, facts and annexes are added."""

from builder.resolve.document import clause_sections, resolve
from builder.resolve.own import in_order
from builder.resolve.references import Recorded, none_recorded

__all__ = ["Recorded", "clause_sections", "in_order", "none_recorded", "resolve"]
