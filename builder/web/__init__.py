"""The web writer: the site's pages as Markdown, and redlines as HTML. It writes no files and knows no generator."""

from builder.web.cells import whole_tables
from builder.web.document_pages import edited_pages
from builder.web.finish import beside_pages, finished, needless
from builder.web.history import Pasts, pasts
from builder.web.inset import with_tables
from builder.web.page_set import navigation, pages
from builder.web.picture import svg_file
from builder.web.policy import inline_scripts, with_policy
from builder.web.redline_page import redline_html
from builder.web.site import Site
from builder.web.work import Work

__all__ = [
    "Pasts", "Site", "Work", "beside_pages", "edited_pages", "finished", "inline_scripts", "navigation", "needless",
    "pages", "pasts", "redline_html", "svg_file", "whole_tables", "with_policy", "with_tables",
]  # fmt: skip
