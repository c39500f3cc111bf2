"""Pages for those who ask what to do, made of the registers' rows and the clauses that these point at."""

from builder.web.views.page_set import drawn_questions, front_views, view_navigation, view_pages

__all__ = ["drawn_questions", "front_views", "view_navigation", "view_pages"]
