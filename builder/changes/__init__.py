"""What changed between two versions, and how much it matters."""

from builder.changes.grade import GRADES, Cause, Grade, Graded, grade
from builder.changes.listing import Change, ChangeKind, changes, is_formatted, printed, status, title
from builder.changes.wording import cause_words, grade_words

__all__ = [
    "GRADES", "Cause", "Change", "ChangeKind", "Grade", "Graded", "cause_words", "changes", "grade", "grade_words",
    "is_formatted", "printed", "status", "title",
]  # fmt: skip
