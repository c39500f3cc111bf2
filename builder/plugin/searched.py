"""What the site's search reads, made beside the pages in two steps: what the texts give to find while pages are made to
HTML, and the index of all while they are put into the theme."""

import logging
from collections.abc import Callable, Mapping
from functools import partial

from builder import web
from builder.build import searching
from builder.build.aside import aside
from builder.indexing import IndexingError

__all__ = ["Searched"]

NOTICE = logging.getLogger("overens")
"""What is told but ends no build."""


class Searched:
    """The search of one build. `with_index`: a preview searches without, all entries at once."""

    def __init__(self, site: web.Site, *, with_index: bool) -> None:
        """Begin with what the texts give."""
        self._language, self._with_index = site.library.project.language, with_index
        self._texts = aside(partial(searching.text_entries, site))
        self.is_begun = False

    def index(self, pages: Mapping[str, tuple[str, str]], address: Callable[[str], str]) -> None:
        """Begin the index. `pages`: title and HTML of each by path; `address`: a page's place on the built site."""
        self.is_begun = True
        self._address = address
        self._entries = searching.search_entries(self._texts(), pages)
        self._indexed = aside(self._index) if self._with_index else dict

    def files(self) -> dict[str, bytes]:
        """The files that the browser reads, by path in the site."""
        return searching.search_files(self._entries, self._address) | self._indexed()

    def _index(self) -> dict[str, bytes]:
        """Nothing on a machine that Pagefind is not made for: it searches without."""
        try:
            return searching.search_index(self._entries, self._address, self._language)
        except IndexingError as error:
            NOTICE.warning(str(error))
            return {}
