"""Less of the theme's style sheets: rules and icons of parts that no page of the site has are left out."""

import re
from collections.abc import Callable, Iterable, Mapping, Set

__all__ = ["slim_sheets"]

ASSETS, SHEET, START = "assets/", "assets/stylesheets/", "index.html"
RULE = re.compile(r"([^{}@;]+)\{[^{}]*\}")
COLOUR = re.compile(r"\[data-md-color-(?:primary|accent)=([a-z-]+)\]")
CLASS = re.compile(r"\.(-?[A-Za-z_][\w-]*)")
WORD = re.compile(r"[\w-]+")
INSIDE = re.compile(r"\([^()]*\)")
ICON = re.compile(r'(--[\w-]+):url\("[^"]*"\);?')
RIGHT_TO_LEFT = "[dir=rtl]"
SHOWN = re.compile(r"var\((--[\w-]+)")
QUOTED = re.compile(r"--[\w-]+")
MAP = re.compile(r"/\*# sourceMappingURL=.*?\*/")


def slim_sheets(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The theme's style sheets without the rules of classes, colours and directions that the site does not have, and
    without icons that no rule left shows, by path."""
    scripts = tuple(content.decode("utf-8", "replace") for path, content in files.items() if _is_script(path))
    others = (content.decode("utf-8", "replace") for path, content in files.items() if _is_own_sheet(path))
    unused = _judge(files, scripts)
    sheets = {path: _pruned(content.decode(), unused) for path, content in files.items() if _is_sheet(path)}
    used = {*SHOWN.findall("".join((*sheets.values(), *others))), *QUOTED.findall("".join(scripts))}
    return {path: _without_icons(MAP.sub("", sheet), used).encode() for path, sheet in sheets.items()}


def _judge(files: Mapping[str, bytes], scripts: Iterable[str]) -> Callable[[str], bool]:
    """Whether a selector matches nothing on any page. A script names the classes that it gives to elements; those of
    the theme that stand in the pages are the same on each."""
    pages = b"".join(content for path, content in files.items() if path.endswith(".html"))
    named = {name for found in set(re.findall(rb'class="([^"]*)"', pages)) for name in found.decode().split()}
    named.update(word for text in (*scripts, files.get(START, b"").decode()) for word in WORD.findall(text))
    colours = {name.decode() for name in re.findall(rb'data-md-color-\w+="([a-z-]+)"', pages)}
    turned = b'dir="rtl"' in pages

    def unused(selector: str) -> bool:
        if RIGHT_TO_LEFT in selector and not turned:
            return True
        return not (named >= {*CLASS.findall(selector)} and colours >= {*COLOUR.findall(selector)})

    return unused


def _pruned(sheet: str, unused: Callable[[str], bool]) -> str:
    """A sheet without the rules all of whose selectors are unused."""

    def judged(match: "re.Match[str]") -> str:
        return "" if all(map(unused, _outside(match[1]).split(","))) else match[0]

    return RULE.sub(judged, sheet)


def _outside(selectors: str) -> str:
    """Selectors without what :not(), :is() and :nth-child() hold, which says nothing of what else must be there."""
    less = INSIDE.sub("", selectors)
    return less if less == selectors else _outside(less)


def _without_icons(sheet: str, used: Set[str]) -> str:
    return ICON.sub(lambda match: match[0] if match[1] in used else "", sheet).rstrip() + "\n"


def _is_script(path: str) -> bool:
    return path.startswith(ASSETS) and path.endswith(".js")


def _is_sheet(path: str) -> bool:
    return path.startswith(SHEET) and path.endswith(".css")


def _is_own_sheet(path: str) -> bool:
    return path.startswith(ASSETS) and path.endswith(".css") and not _is_sheet(path)
