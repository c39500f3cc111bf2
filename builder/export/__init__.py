"""Redlines and lists of changes for programs (JSON, CSV), as plain words and as a plain page for people."""

from builder.export.changed import changes_csv, changes_json
from builder.export.data import redline_json
from builder.export.decided import decisions_text
from builder.export.graph import graph_json
from builder.export.page import document_page
from builder.export.plain import redline_text, section_text
from builder.export.progress import progress_json, progress_text
from builder.export.stale import stale_json

__all__ = [
    "changes_csv", "changes_json", "decisions_text", "document_page", "graph_json", "progress_json", "progress_text",
    "redline_json", "redline_text", "section_text", "stale_json",
]  # fmt: skip
