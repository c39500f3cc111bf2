"""A redline for programs (JSON) and as plain words for people."""

from builder.export.data import redline_json
from builder.export.plain import redline_text

__all__ = ["redline_json", "redline_text"]
