"""Less to send: pages without blank space and without what they do not use, and no maps for debuggers."""

import re
from collections.abc import Iterable

__all__ = ["needless", "slim_page", "without_margins"]

KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
COMPARISON = 'class="jamforelse'
FOR_COMPARISONS = re.compile(
    r'<link rel="stylesheet" href="[^"]*assets/redline\.css">|<script src="[^"]*assets/redline\.js"></script>'
)
"""Without the blank space before: looking for that in every run of it took a third of the time of a page."""


def slim_page(page: str) -> str:
    """The page without lines and margins that nobody sees, and without what only comparisons are shown with."""
    if COMPARISON not in page:
        page = FOR_COMPARISONS.sub("", page)
    pieces = KEPT.split(page)
    return "".join(_piece(pieces, index) for index in range(len(pieces)) if index % 3 != 2)


def _piece(pieces: list[str], index: int) -> str:
    return pieces[index] if index % 3 else without_margins(pieces[index])


def without_margins(text: str) -> str:
    """The text with each run of blank space in which a line ends as the end of a line alone."""
    first, *others = text.split("\n")
    if not others:
        return text
    lines = (line.strip() for line in others[:-1])
    return "\n".join((first.rstrip(), *filter(None, lines), others[-1].lstrip()))


def needless(files: Iterable[str]) -> tuple[str, ...]:
    """The files that only a debugger opens."""
    return tuple(path for path in files if path.endswith(".map"))
