"""Draft → document: links become references, terms and law are marked, facts and annexes are added."""

from builder.resolve.document import resolve
from builder.resolve.references import Recorded, none_recorded

__all__ = ["Recorded", "none_recorded", "resolve"]
