"""Files → library: clauses, assemblies and registers, each thing with its place, and what is wrong in them."""

from builder.read.files import REGISTERS, clause_id, outline, read, slug

__all__ = ["REGISTERS", "clause_id", "outline", "read", "slug"]
