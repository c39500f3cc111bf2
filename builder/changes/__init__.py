"""What changed between two versions, and how much it matters: as values, and as documents for a reader."""

from builder.changes.columns import three_columns
from builder.changes.grade import GRADES, Cause, Grade, Graded, grade
from builder.changes.halves import Moves, elsewhere, moves
from builder.changes.joined import joined
from builder.changes.listed import listed
from builder.changes.listing import Change, ChangeKind, changes, is_formatted, printed, status, title, title_reasons
from builder.changes.narrowed import narrowed
from builder.changes.repinned import repinned
from builder.changes.selection import ORDERS, Order, Selection, binds, bound_sections, selected
from builder.changes.telling import COLUMNS, Line, counted, line, notes, related
from builder.changes.wording import cause_words, grade_words

__all__ = [
    "COLUMNS", "GRADES", "ORDERS", "Cause", "Change", "ChangeKind", "Grade", "Graded", "Line", "Moves", "Order",
    "Selection", "binds", "bound_sections", "cause_words", "changes", "counted", "elsewhere", "grade", "grade_words",
    "is_formatted", "joined", "line", "listed", "moves", "narrowed", "notes", "printed", "related", "repinned",
    "selected", "status", "three_columns", "title", "title_reasons",
]  # fmt: skip
