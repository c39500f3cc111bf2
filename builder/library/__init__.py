"""What the writing group keeps in files, as values: clauses, assemblies and registers.

A body here is as written: its links are `Url`s with the address and title of the file. `resolve`
turns them into references. Every row knows its place, so that a finding can point at it.
"""

from builder.library.decisions import Decision, Demand, Gate, Step
from builder.library.facts import Agreement, Amendment, Law, Parameter, Party, Project, Term
from builder.library.library import Library
from builder.library.past import ReviewMark, Sending, Version
from builder.library.texts import Acceptance, Assembly, Chapter, Clause, Entry, Exhibit, Include

__all__ = [
    "Acceptance",
    "Agreement",
    "Amendment",
    "Assembly",
    "Chapter",
    "Clause",
    "Decision",
    "Demand",
    "Entry",
    "Exhibit",
    "Gate",
    "Include",
    "Law",
    "Library",
    "Parameter",
    "Party",
    "Project",
    "ReviewMark",
    "Sending",
    "Step",
    "Term",
    "Version",
]
