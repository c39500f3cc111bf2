"""Files → library: clauses, assemblies and registers, each thing with its place, and what is wrong in them."""

from builder.read.files import REGISTERS, clause_id, outline, read, slug
from builder.read.row import rows_alone

__all__ = ["REGISTERS", "clause_id", "outline", "read", "rows_alone", "slug"]
