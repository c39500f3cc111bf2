"""Numbers of pages in the contents of a Word file: the file is laid out once, read, and made again."""

import re
from collections.abc import Callable, Mapping

from builder.build.office import printed

__all__ = ["numbered", "pages_of"]

PAGES = re.compile(rb"/Type/Pages\b.*?/Kids\[([^\]]*)\]", re.DOTALL)
OBJECT = re.compile(rb"(\d+) 0 R")
DESTINATION = re.compile(rb"/([0-9A-Za-z]+)\[(\d+) 0 R/XYZ")
ESCAPED = "5F"
"""How LibreOffice writes the underscore in the name of a destination."""

WISH = "--sidnummer"

Maker = Callable[[Mapping[str, int]], bytes]


def numbered(make: Maker) -> bytes:
    """A file whose contents says on what page each heading stands, as LibreOffice lays the pages out.

    The numbers take the same room whatever they are, so they are right the second time."""
    return make(pages_of(printed(make({}), WISH)))


def pages_of(pdf: bytes) -> Mapping[str, int]:
    """The page of each bookmark in a PDF that LibreOffice has made."""
    listed = PAGES.search(pdf)
    order = OBJECT.findall(listed.group(1)) if listed else []
    places = {number: place for place, number in enumerate(order, 1)}
    found = ((name.decode().replace(ESCAPED, "_"), number) for name, number in DESTINATION.findall(pdf))
    return {name: places[number] for name, number in found if number in places}
