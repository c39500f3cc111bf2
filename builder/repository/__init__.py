"""The only place that touches git and disk: snapshots and history come in, outputs go out."""

from builder.repository.fault import RepositoryError
from builder.repository.kept import Kept
from builder.repository.lock import alone
from builder.repository.output import fill_outputs, mark, packed, write_file, write_outputs, write_stream
from builder.repository.project import Repository, open_project

__all__ = [
    "Kept", "Repository", "RepositoryError", "alone", "fill_outputs", "mark", "open_project", "packed",
    "write_file", "write_outputs", "write_stream",
]  # fmt: skip
