"""Where the cells of a table row stand in their source line."""

import re

from builder.markdown.inline import Source

__all__ = ["cell_sources"]

PREFIX = re.compile(r"[\s>]*(?:[-*+]\s|\d{1,9}[.)]\s)?\s*(?=\|)")
BAR = re.compile(r"(?<!\\)\|")


def cell_sources(line: str) -> list[Source]:
    """Each cell's text as written and its column, the outer bars left out."""
    prefix = PREFIX.match(line)
    start = prefix.end() + 1 if prefix else 0
    bars = [*(match.start() for match in BAR.finditer(line, start)), len(line)]
    cells: list[Source] = []
    for bar in bars:
        raw = line[start:bar]
        cells.append(Source(raw.strip(), start + len(raw) - len(raw.lstrip())))
        start = bar + 1
    return cells[:-1] if len(cells) > 1 and not cells[-1].raw else cells
