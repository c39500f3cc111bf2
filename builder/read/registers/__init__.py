"""The registers: tables in clauses/register/ become values. All are optional, and so is nearly all they hold."""

from builder.read.registers.decisions import day_findings, decisions, gates, steps
from builder.read.registers.facts import agreements, laws, parameters, parties, project, terms
from builder.read.registers.past import doubled_versions, review_mark, versions

__all__ = [
    "agreements", "day_findings", "decisions", "doubled_versions", "gates", "laws", "parameters", "parties",
    "project", "review_mark", "steps", "terms", "versions",
]  # fmt: skip
