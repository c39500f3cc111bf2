"""A preview that shows an edited clause at once, and all that follows from it when nobody has written for a while.

MkDocs builds everything at each edit, and serves nothing meanwhile. Here the pages of the documents that hold the
edited clause are written first; a process of its own builds the whole beside what is shown, and what it has built takes
the place of that.
"""

import time
from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from threading import Timer
from typing import Any

from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from builder.plugin.whole import Whole, begun, new_place
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

    def write(self, texts: Mapping[str, str], forget: Callable[[Page], None]) -> frozenset[str] | None:
        """Write the pages again whose Markdown has changed; their files. None where there is a page that the build did
        not have."""
        files = {path: self.files.get_file_from_path(path) for path in texts}
        pages = {path: file.page for path, file in files.items() if file is not None and file.page is not None}
        if len(pages) < len(texts):
            return None
        edited = [(page, texts[path]) for path, page in pages.items() if page.file.content_string != texts[path]]
        for page, text in edited:
            page.file.content_string = text
            forget(page)
            _populate_page(page, self.config, self.files)
            _build_page(page, self.config, self.files.documentation_pages(), self.nav, self.env)
        return frozenset(page.file.dest_uri for page, _ in edited)

    def move(self, place: Path) -> None:
        """Let pages be written into another folder from now on."""
        for file in self.files:
            file.dest_dir = str(place)
            vars(file).pop("abs_dest_path", None)  # remembered since it was last asked for


class Preview:
    """Decides, when a file is saved, what is built. `built` is the last whole build of this process; `edit` shows the
    files that were edited, and gives the files of the site that it wrote, or None when it could not; `now` is the state
    of all files."""

    def __init__(
        self,
        server: LiveReloadServer,
        built: Callable[[], Built | None],
        edit: Callable[[Iterable[str]], Set[str] | None],
        now: Callable[[], State],
        seen: State,
    ) -> None:
        """Take the place of the server's own way to build."""
        self._server, self._built, self._edit, self._now, self._seen = server, built, edit, now, seen
        self._build_here = server.builder
        self._is_behind = False
        self._timer: Timer | None = None
        self._whole: Whole | None = None
        self.place: Path | None = None
        server.builder = self.build

    def build(self) -> None:
        """What the server does when a file has been saved, nobody has written for a while, or the whole is built."""
        self._server._wanted_epoch = self._server._visible_epoch  # lest pages wait for what is built, or after a fault
        now = self._now()
        changed = {path for path in now.keys() | self._seen.keys() if now.get(path) != self._seen.get(path)}
        if changed:
            self._follow(changed, now)
        elif self._whole is not None and self._whole.is_ended:
            self._take(self._whole)
        elif self._is_behind and self._whole is None:
            self._begin()

    def _follow(self, changed: Set[str], now: State) -> None:
        files = self._edit(changed)
        if files is None:
            self._build_all(now)
            return
        self._seen, self._is_behind = now, True
        if self._whole is not None:
            self._whole.since.update(files)
        self._show()
        self._ask_later()

    def _ask_later(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
        self._timer = Timer(PEACE, self._ask)
        self._timer.daemon = True
        self._timer.start()

    def _ask(self) -> None:
        """Let the server's own thread go on; two at once would meet in the plugin."""
        with self._server._rebuild_cond:
            self._server._want_rebuild = True
            self._server._rebuild_cond.notify_all()

    def _begin(self) -> None:
        built = self._built()
        if built is not None:
            self._is_behind = False
            self._whole = begun(built.config, self._ask)

    def _take(self, whole: Whole) -> None:
        """Show what was built, with what has been edited since. What could not be built was told of."""
        self._whole, built = None, self._built()
        if whole.is_built and built is not None:
            whole.bring(Path(self._server.root))
            built.move(whole.place)
            self._serve(whole.place)
        else:
            whole.drop()
        if self._is_behind:
            self._ask_later()

    def _build_all(self, now: State) -> None:
        """Build all in this process, which then knows of new pages too. After a fault, which the server tells of, the
        last whole site is still shown."""
        self._drop()
        before, self.place = self.place, new_place()
        try:
            self._build_here()
        except BaseException:
            rmtree(self.place, ignore_errors=True)
            self.place = before
            raise
        place, self.place = self.place, before
        self._seen, self._is_behind = now, False
        self._serve(place)

    def _serve(self, place: Path) -> None:
        before, self.place = self.place, place
        self._server.root = str(place)
        self._show()
        if before is not None:
            rmtree(before, ignore_errors=True)

    def _show(self) -> None:
        """Let browsers fetch their pages again."""
        self._server._wanted_epoch = round(time.monotonic() * 1000)

    def _drop(self) -> None:
        """Forget what is being built."""
        if self._whole is not None:
            self._whole.drop()
            self._whole = None

    def close(self) -> None:
        """Remove what was built."""
        if self._timer is not None:
            self._timer.cancel()
        self._drop()
        if self.place is not None:
            rmtree(self.place, ignore_errors=True)
