"""Markdown bodies become blocks. All that knows the parser lives in this package."""

from builder.markdown.blocks import parse
from builder.markdown.captions import misplaced_captions
from builder.markdown.phrase import phrase

__all__ = ["misplaced_captions", "parse", "phrase"]
