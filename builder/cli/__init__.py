"""The command `overens`: arguments in, lines and an exit code out."""

from builder.cli import (
    answering,
    comparisons,
    deciding,
    documents,
    graphing,
    laws,
    past,
    pdf,
    releasing,
    reviewing,
    sending,
    standing,
    templates,
    texts,
    website,
)
from builder.cli.group import overens
from builder.cli.run import main, run

__all__ = [
    "answering", "comparisons", "deciding", "documents", "graphing", "laws", "main", "overens", "past", "pdf",
    "releasing", "reviewing", "run", "sending", "standing", "templates", "texts", "website",
]  # fmt: skip
