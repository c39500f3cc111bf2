"""A preview that shows an edited clause at once, and all that follows from it when nobody has written for a while.

MkDocs builds everything at each edit, and serves nothing meanwhile. Here the pages of the documents that hold the
edited clause are written first; the whole is built beside what is shown, and takes its place when it is done.
"""

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp
from threading import Timer
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from builder.web import Pasts

__all__ = ["Built", "Preview", "State"]

PEACE = 3.0
"""Seconds without an edit before the whole is built."""

State = Mapping[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Built:
    """What a whole build left that pages are put into. `past`: what had happened to clauses then."""

    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Any
    past: Pasts

    def write(self, texts: Mapping[str, str], forget: Callable[[Page], None]) -> bool:
        """Write the pages again whose Markdown has changed. False where there is a page that the build did not have."""
        files = {path: self.files.get_file_from_path(path) for path in texts}
        pages = {path: file.page for path, file in files.items() if file is not None and file.page is not None}
        if len(pages) < len(texts):
            return False
        shown = self.files.documentation_pages()
        for path, page in pages.items():
            if page.file.content_string != texts[path]:
                page.file.content_string = texts[path]
                forget(page)
                _populate_page(page, self.config, self.files)
                _build_page(page, self.config, shown, self.nav, self.env)
        return True


class Preview:
    """Decides, when a file is saved, what is built. `edit` shows the files that were edited, and says if it could;
    `now` is the state of all files."""

    def __init__(
        self, server: LiveReloadServer, edit: Callable[[Iterable[str]], bool], now: Callable[[], State], seen: State
    ) -> None:
        """Take the place of the server's own way to build."""
        self._server, self._edit, self._now, self._seen = server, edit, now, seen
        self._whole = server.builder
        self._is_behind = False
        self._timer: Timer | None = None
        self.place: Path | None = None
        server.builder = self.build

    def build(self) -> None:
        """What the server does when a file has been saved."""
        if self._timer is not None:
            self._timer.cancel()
        server = self._server
        server._wanted_epoch = server._visible_epoch  # lest pages wait for what is built, or for ever after a fault
        now = self._now()
        changed = {path for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)}
        if changed and self._edit(changed):
            self._seen, self._is_behind = now, True
            self._show()
            self._build_later()
        elif changed or self._is_behind:
            self._build_whole(now)

    def _build_later(self) -> None:
        self._timer = Timer(PEACE, self._ask)
        self._timer.daemon = True
        self._timer.start()

    def _ask(self) -> None:
        """Let the server's own thread build; two builds at once would meet in the plugin."""
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()

    def _build_whole(self, now: State) -> None:
        """Build beside what is shown. After a fault, which the server tells of, the last whole site is still shown."""
        before, self.place = self.place, Path(mkdtemp(prefix="overens_"))
        try:
            self._whole()
        except BaseException:
            rmtree(self.place, ignore_errors=True)
            self.place = before
            raise
        self._server.root = str(self.place)
        self._seen, self._is_behind = now, False
        self._show()
        if before is not None:
            rmtree(before, ignore_errors=True)

    def _show(self) -> None:
        """Let browsers fetch their pages again."""
        self._server._wanted_epoch = round(time.monotonic() * 1000)

    def close(self) -> None:
        """Remove what was built."""
        if self._timer is not None:
            self._timer.cancel()
        if self.place is not None:
            rmtree(self.place, ignore_errors=True)
