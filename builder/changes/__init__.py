"""What changed between two versions, and how much it matters."""

from builder.changes.grade import GRADES, Cause, Grade, Graded, grade
from builder.changes.wording import cause_words, grade_words

__all__ = ["GRADES", "Cause", "Grade", "Graded", "cause_words", "grade", "grade_words"]
