"""Överens: agreements kept as clauses in git become Word drafts, a site and redlines."""

__version__ = "0.1.0"
