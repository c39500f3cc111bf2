"""MkDocs plugin: gives MkDocs the generated pages, puts them in the navigation and watches the texts."""

import logging
import os
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from mkdocs.config import config_options as options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

from builder import build, web
from builder.finding import Finding
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
    is_preview = False

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """A preview leaves out recorded versions, which nobody edits."""
        self.is_preview = command == "serve"

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add the pages and assets that nobody wrote by hand; they stand first in the navigation."""
        headings = {title: tuple(kinds) for title, kinds in self.config.underlag.items()}
        self.site = site = replace(_site(folder(config), with_versions=not self.is_preview), headings=headings)
        os.environ["SOURCE_DATE_EPOCH"] = seconds(site.library.revision.date)
        for finding in site.findings:
            LOG.log(LEVELS[finding.severity], line(finding))
        for path, content in web.pages(site).items():
            if path not in files.src_uris:
                files.append(File.generated(config, path, content=content))
        config.nav = [*web.navigation(site), *expanded(config.nav or [], files)]
        return files

    def on_page_markdown(self, markdown: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put in the tables that a page written by hand asks for."""
        text, missing = web.with_tables(self.site, page.file.src_uri, markdown)
        for sentence in missing:
            LOG.warning(f"{Path(config.docs_dir).name}/{page.file.src_uri}: {sentence}")
        return text

    def on_page_content(self, html: str, *, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Keep to the strict content security policy."""
        return web.without_styles(html)

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Mark the folder as output, so that `overens build` may replace what `mkdocs build` made."""
        mark(Path(config.site_dir))

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: object) -> LiveReloadServer:
        """Build again when a clause or an assembly is saved."""
        for name in WATCHED:
            if (folder(config) / name).is_dir():
                server.watch(str(folder(config) / name))
        return server


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
