"""Pages for those who ask what to do, made of the registers' rows and the clauses that these point at."""

from builder.web.views.page_set import drawn_questions, front_views, view_navigation, view_pages
from builder.web.views.place import row_page, view_page
from builder.web.views.shown import clause_in, printed_table

__all__ = [
    "clause_in", "drawn_questions", "front_views", "printed_table", "row_page", "view_navigation", "view_page",
    "view_pages",
]  # fmt: skip
