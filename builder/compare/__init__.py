"""Two documents become one redline: every word of both, each with its fate.

The sections are paired by id, their paragraphs by likeness, their words one by one. Computed numbers
are no part of what is compared: a text that only followed something else is not changed.
"""

from builder.compare.sections import compare

__all__ = ["compare"]
