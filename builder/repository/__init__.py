"""The only place that touches git and disk: snapshots and history come in, outputs go out."""

from builder.repository.fault import RepositoryError
from builder.repository.output import mark, write_file, write_outputs
from builder.repository.project import Repository, open_project

__all__ = ["Repository", "RepositoryError", "mark", "open_project", "write_file", "write_outputs"]
