"""The command `overens`: arguments in, lines and an exit code out."""

from builder.cli import comparisons, documents, past, pdf, reviewing, sending, texts, website
from builder.cli.group import overens
from builder.cli.run import main, run

__all__ = ["comparisons", "documents", "main", "overens", "past", "pdf", "reviewing", "run", "sending", "texts", "website"]
