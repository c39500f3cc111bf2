"""File names that any case system takes: ASCII, no spaces, at most 60 signs, what the file is first."""

from collections.abc import Iterable

from builder.anchors import slug

__all__ = ["LONGEST", "file_name"]

LONGEST = 60
"""Signs of a name, its ending counted."""


def file_name(parts: Iterable[str], ending: str) -> str:
    """The parts with hyphens between them. A name that is too long loses the end of its last part, at a whole word."""
    name = "-".join(filter(None, (slug(part.replace(".", "-")).replace("_", "-").strip("-") for part in parts)))
    room = LONGEST - len(ending)
    if len(name) > room:
        short = name[: room + 1].rpartition("-")[0]
        name = short if len(short) > room // 2 else name[:room]
    return name.strip("-") + ending
