"""Amendments of laws that come as a file, and the law register with them taken in."""

from builder.amendments.file import AmendmentsError, News, parse
from builder.amendments.register import with_news

__all__ = ["AmendmentsError", "News", "parse", "with_news"]
