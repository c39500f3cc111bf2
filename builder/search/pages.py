"""Entries of pages that hold no clauses: what stands in their HTML, without what the theme puts around it."""

from html.parser import HTMLParser

from builder.search.entry import Entry
from builder.web.places import Place

__all__ = ["page_entry"]

SILENT = frozenset({"script", "style", "svg", "template"})
EXCLUDED = "data-search-exclude"


def page_entry(page: str, title: str, html: str) -> Entry:
    """A page by its title and all its words."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Entry("Sida", Place(page), title, " ".join(" ".join(reader.words).split()))


class _Reader(HTMLParser):
    """Collects the words of a page, but for scripts and what is marked as excluded."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._silent = ""
        self._depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Go silent at an excluded element; count the elements of its kind that it holds."""
        if self._silent:
            self._depth += tag == self._silent
        elif tag in SILENT or any(name == EXCLUDED for name, _ in attrs):
            self._silent, self._depth = tag, 1

    def handle_endtag(self, tag: str) -> None:
        """Speak again after an excluded element."""
        if tag == self._silent:
            self._depth -= 1
            self._silent = self._silent if self._depth else ""

    def handle_data(self, data: str) -> None:
        """Keep what is read."""
        if not self._silent:
            self.words.append(data)
