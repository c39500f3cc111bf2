"""MkDocs plugin: gives MkDocs the generated pages, puts them in the navigation and watches the texts."""

import gc
import logging
import os
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import jinja2
from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils import get_relative_url

from builder import build, web
from builder.build import writing
from builder.finding import Finding
from builder.plugin.dressed import Dressed, Published, spare
from builder.plugin.pages import Pages
from builder.plugin.preview import Built, Preview, State
from builder.plugin.rendering import restored
from builder.plugin.searched import Searched
from builder.repository import RepositoryError, mark

__all__ = ["OverensPlugin"]

LOG = logging.getLogger("mkdocs.plugins.overens")
LEVELS = {"fel": logging.WARNING, "varning": logging.INFO, "fråga": logging.INFO}
"""MkDocs ends a strict build at the first warning."""

WATCHED = ("clauses", "assemblies")


class Settings(Config):  # type: ignore[no-untyped-call]
    """What the project says in mkdocs.yml: headings that supporting documents are listed under, with their kinds."""

    underlag = options.DictOfItems(options.ListOfItems(options.Type(str)), default={})


class OverensPlugin(BasePlugin[Settings]):  # type: ignore[no-untyped-call]
    """Adapter between MkDocs and the page writer."""

    site: web.Site
    addresses: dict[str, str]
    others: dict[str, tuple[str, str]]
    search: Searched
    nav: Navigation
    state: State
    built: Built | None = None
    preview: Preview | None = None
    pages: Pages | None = None
    dressed: Dressed
    is_preview = False
    scripts: frozenset[str] = frozenset()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A preview leaves out recorded versions, which nobody edits. A build makes values and ends: collecting cycles
        took a tenth of it."""
        self.is_preview = command == "serve"
        if not self.is_preview:
            gc.disable()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Remember what the site is made of. A preview builds beside what it shows."""
        self.built = None
        self.state = writing.files_now(folder(config), Path(config.docs_dir), folder(config) / "mkdocs.yml")
        if self.preview is not None and self.preview.place is not None:
            config.site_dir = str(self.preview.place)
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and assets that nobody wrote by hand; they stand first in the navigation."""
        headings = {title: tuple(kinds) for title, kinds in self.config.underlag.items()}
        self.site = site = replace(_site(folder(config), with_versions=not self.is_preview), headings=headings)
        os.environ["SOURCE_DATE_EPOCH"] = seconds(site.library.revision.date)
        self.search = Searched(site, with_index=not self.is_preview)
        for finding in site.findings:
            LOG.log(LEVELS[finding.severity], line(finding))
        for path, content in web.pages(site).items():
            if path not in files.src_uris:
                files.append(File.generated(config, path, content=content))
        config.nav = [*web.navigation(site), *expanded(config.nav or [], files)]
        self.addresses, self.others = {}, {}
        return files

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        """Make the pages to HTML, those that were not made before. When nothing is left to be made, the index of the
        search is begun, which takes longest of all."""
        if self.pages is None:
            self.pages = Pages(folder(config), "forhandsvisning" if self.is_preview else "sidor")
        pages = [file.page for file in files.documentation_pages() if file.page is not None]
        self.pages.make([(page, self._text(page, config)) for page in pages], config, files)
        made = [(page, html) for page in pages if (html := self.pages.made(page)) is not None]
        if len(made) == len(pages):
            for page, html in made:
                self._remember(page, html.title, html.content)
            self.search.index(self.others, self._address)
        self.nav = nav
        return nav

    def _remember(self, page: Page, title: str | None, html: str) -> None:
        """What the search is to know of a page."""
        self.addresses[page.file.src_uri] = page.file.url.removeprefix("./")
        if not (page.meta.get("search") or {}).get("exclude"):
            self.others[page.file.src_uri] = str(title), html

    def _text(self, page: Page, config: MkDocsConfig) -> str:
        page.read_source(config)
        return web.with_tables(self.site, page.file.src_uri, page.markdown or "")[0]

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the tables that a page written by hand asks for. Nothing is left to do of a page that is made."""
        text, missing = web.with_tables(self.site, page.file.src_uri, markdown)
        for sentence in missing:
            LOG.warning(f"{Path(config.docs_dir).name}/{page.file.src_uri}: {sentence}")
        return "" if self.pages is not None and self.pages.made(page) else text

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """A page that is made becomes what it was then. Another keeps to the strict content security policy too."""
        made = self.pages.made(page) if self.pages is not None else None
        html = restored(page, made, files) if made is not None else web.whole_tables(html)
        self._remember(page, page.title, html)
        return html

    def on_post_page(self, output: str, *, page: Page, config: MkDocsConfig) -> str:
        """Let the page keep a strict policy and be read without network; a preview reloads by a script in the page."""
        if self.is_preview:
            return output
        made = self.dressed.known(page) or self._finished(output, page)
        self.scripts |= frozenset(made["scripts"])
        return made["html"]

    def _finished(self, output: str, page: Page) -> Published:
        content, root = page.content or "", get_relative_url(".", page.url)
        html = web.finished(output, content, root, self.site.library.revision.date)
        return self.dressed.keep(page, html, web.inline_scripts(output, content))

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The same policy for the page that is shown for a wrong address."""
        if self.is_preview or not template_name.endswith(".html"):
            return output_content
        self.scripts |= web.inline_scripts(output_content, "")
        return web.with_policy(output_content, "")

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> None:
        """Begin the index of the search where it is not begun: it is made while the pages are put into the theme. Those
        that are as they were are not put into it again."""
        if not self.search.is_begun:
            self.search.index(self.others, self._address)
        if self.is_preview:
            self.built = Built(config, files, self.nav, env, web.pasts(self.site))
        else:
            made = self.pages.digests if self.pages is not None else {}
            self.dressed = Dressed(folder(config), config, self.nav, made, self.site.library.revision.date)
            spare(env, self.dressed)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the search reads, and what is made of the whole. Mark the folder as output, so that
        `overens build` may replace what `mkdocs build` made."""
        place = Path(config.site_dir)
        if not self.is_preview:
            self.dressed.write()
        _write(place, self.search.files())
        if not self.is_preview:
            language = str(config.theme.get("language") or "sv")
            words = (config.site_name, config.site_description or "", config.theme.get("favicon") or "", language)
            _write(place, web.beside_pages(_files(place), self.scripts, *words))
        mark(place)

    def _address(self, page: str) -> str:
        return self.addresses.get(page, page)

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Build again when a clause or an assembly is saved."""
        for name in WATCHED:
            if (folder(config) / name).is_dir():
                server.watch(str(folder(config) / name))
        places = Path(config.docs_dir), folder(config) / "mkdocs.yml"
        now = partial(writing.files_now, folder(config), *places)
        self.preview = Preview(server, lambda: self.built, self._edit, now, self.state)
        return server

    def _edit(self, paths: Iterable[str]) -> frozenset[str] | None:
        """Show clauses that have been edited; the files written for it. None when more has to be built."""
        if self.built is None or self.pages is None:
            return None
        edited = writing.edited_site(self.site, folder(self.built.config), paths)
        if edited is None:
            return None
        site, names = edited
        written = self.built.write(web.edited_pages(site, names, self.built.past), self.pages.forget)
        if written is not None:
            self.site = site
        return written

    def on_shutdown(self) -> None:
        """Leave nothing behind. All values of a build would be gone through on the way out."""
        if self.preview is not None:
            self.preview.close()
        if not self.is_preview:
            gc.freeze()
            gc.enable()


def _files(place: Path) -> dict[str, bytes]:
    """The files of the built site, without those that nobody needs, which go."""
    found = {path.relative_to(place).as_posix(): path for path in place.rglob("*") if path.is_file()}
    for name in web.needless(found):
        found.pop(name).unlink()
    return {name: path.read_bytes() for name, path in found.items()}


def _write(place: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        target = place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def folder(config: MkDocsConfig) -> Path:
    """The project folder: where mkdocs.yml lies."""
    return Path(config.config_file_path or "mkdocs.yml").resolve().parent


def seconds(date: str) -> str:
    """A day (YYYY-MM-DD) as MkDocs wants it; it dates the site map by the clock when it is given none."""
    day = datetime.fromisoformat(date or "1980-01-01").replace(tzinfo=UTC)
    return str(int(day.timestamp()))


def _site(project: Path, *, with_versions: bool) -> web.Site:
    try:
        return build.site(project, with_versions=with_versions)
    except (build.BuildError, RepositoryError) as error:
        raise PluginError(str(error)) from error


def line(finding: Finding) -> str:
    """A finding as one log line."""
    place = finding.position
    return f"{place.path}:{place.line}:{place.column}: {finding.code} {finding.severity}: {finding.sentence}"


def expanded(nav: list[object], files: Files) -> list[object]:
    """The hand-written part of the navigation, a folder ("handbok/") standing for all pages in it."""
    return [_entry(entry, files) for entry in nav]


def _entry(entry: object, files: Files) -> object:
    match entry:
        case dict():
            return {title: _pages(below, files) for title, below in entry.items()}
        case _:
            return entry


def _pages(below: object, files: Files) -> object:
    if isinstance(below, str) and below.endswith("/"):
        found = {file.src_uri for file in files.documentation_pages() if file.src_uri.startswith(below)}
        return sorted(found, key=lambda path: (not path.endswith("/index.md"), path))
    return expanded(below, files) if isinstance(below, list) else below
