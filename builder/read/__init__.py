"""Files → library: clauses, assemblies and registers, each thing with its place, and what is wrong in them."""

from builder.read.files import REGISTERS, clause_id, outline, read, slug
from builder.read.own import own_texts_alone
from builder.read.row import rows_alone

__all__ = ["REGISTERS", "clause_id", "outline", "own_texts_alone", "read", "rows_alone", "slug"]
