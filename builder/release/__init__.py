"""A version as it is recorded: its row in the version register and the fingerprints of its clauses."""

from builder.release.label import bad_label
from builder.release.prints import clause_prints, prints_file, prints_path
from builder.release.row import Row, with_row

__all__ = ["Row", "bad_label", "clause_prints", "prints_file", "prints_path", "with_row"]
