"""A section on a page: its heading with number and anchor, and its text."""

from builder.model import Section
from builder.web.block import blocks, heading
from builder.web.escape import markdown_text
from builder.web.exhibits import repeats
from builder.web.inline import Pen, inlines

__all__ = ["section_text"]


def section_text(pen: Pen, section: Section, level: int) -> str:
    """A section as Markdown under a heading of a level. The search leaves out what it finds elsewhere."""
    pen.begin_clause()
    number = f'<span class="nr">{markdown_text(section.number)}</span> ' if section.number else ""
    searched = level == 1 or not repeats(pen.places.library, section)
    title = heading(level, number + inlines(pen, section.title), section.id, searched)
    return f"{title}\n\n{blocks(pen, section.blocks, section.id, level)}"
