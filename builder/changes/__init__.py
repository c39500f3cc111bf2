"""What changed between two versions, and how much it matters."""

from builder.changes.grade import GRADES, Cause, Grade, Graded, grade

__all__ = ["GRADES", "Cause", "Grade", "Graded", "grade"]
