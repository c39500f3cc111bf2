"""Markdown bodies become blocks. All that knows the parser lives in this package."""

from builder.markdown.blocks import parse

__all__ = ["parse"]
