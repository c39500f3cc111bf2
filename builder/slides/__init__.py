"""A document as PowerPoint slides: one topic for each section of level 1."""

from builder.slides.writer import write

__all__ = ["write"]
