"""Less to send: pages without blank space, style sheets without what no page uses, no maps for debuggers."""

import re
from collections.abc import Iterable, Mapping

__all__ = ["needless", "slim_page", "slim_sheets"]

KEPT = re.compile(r"(<(pre|textarea|script|style)\b.*?</\2>)", re.DOTALL)
BLANK = re.compile(r"\s*\n\s*")
COMPARISON = 'class="jamforelse'
FOR_COMPARISONS = re.compile(
    r'\s*(?:<link rel="stylesheet" href="[^"]*assets/redline\.css">|<script src="[^"]*assets/redline\.js"></script>)'
)
SHEET = "assets/stylesheets/"
RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([a-z-]+)\]")
PARTS = ("tabbed", "admonition", "keys", "critic", "task-list", "highlight", "md-annotation", "md-source", "md-consent",
         "md-version", "md-tabs", "md-feedback", "md-select", "grid", "md-banner")  # fmt: skip
"""The parts of the theme that a site may do without; their rules name them in a class."""


def slim_page(page: str) -> str:
    """The page without lines and margins that nobody sees, and without what only comparisons are shown with."""
    if COMPARISON not in page:
        page = FOR_COMPARISONS.sub("", page)
    pieces = KEPT.split(page)
    return "".join(_piece(pieces, index) for index in range(len(pieces)) if index % 3 != 2)


def _piece(pieces: list[str], index: int) -> str:
    return pieces[index] if index % 3 else BLANK.sub("\n", pieces[index])


def needless(files: Iterable[str]) -> tuple[str, ...]:
    """The files that only a debugger opens."""
    return tuple(path for path in files if path.endswith(".map"))


def slim_sheets(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The theme's style sheets without the rules of parts and colours that no page has, by path."""
    pages = b"".join(content for path, content in files.items() if path.endswith(".html"))
    classes = {name for found in re.findall(rb'class="([^"]*)"', pages) for name in found.decode().split()}
    absent = tuple(part for part in PARTS if not any(name.startswith(part) for name in classes))
    colours = frozenset(name.decode() for name in re.findall(rb'data-md-color-\w+="([a-z-]+)"', pages))
    sheets = {path: content.decode() for path, content in files.items() if _is_sheet(path)}
    return {path: _slim(sheet, absent, colours).encode() for path, sheet in sheets.items()}


def _is_sheet(path: str) -> bool:
    return path.startswith(SHEET) and path.endswith(".css")


def _slim(sheet: str, absent: tuple[str, ...], colours: frozenset[str]) -> str:
    def judged(match: "re.Match[str]") -> str:
        return "" if all(_is_unused(one, absent, colours) for one in match[1].split(",")) else match[0]

    return re.sub(r"/\*# sourceMappingURL=.*?\*/", "", RULE.sub(judged, sheet)).rstrip() + "\n"


def _is_unused(selector: str, absent: tuple[str, ...], colours: frozenset[str]) -> bool:
    """True for what matches nothing on any page. A selector with another in brackets is not judged."""
    if "(." in selector or ")" in selector:
        return False
    named = COLOUR.search(selector)
    return (named is not None and named[1] not in colours) or any(f".{part}" in selector for part in absent)
