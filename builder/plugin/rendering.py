"""What Python-Markdown makes of pages: by several processes at once, and never again while a page is as it was.

Kept is only what nothing was told of, so that a warning is told at every build.
"""

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from importlib.metadata import entry_points, version
from typing import TypedDict

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, get_toc

from builder.build.aside import by_all
from builder.web import whole_tables

__all__ = ["Rendered", "is_pure", "rendered", "restored"]

Texts = Sequence[tuple[Page, str]]
"""Pages with their Markdown."""

TOLD = logging.getLogger("mkdocs")
OWN_EVENTS = {"pre_page": 0, "page_read_source": 0, "page_markdown": 1, "page_content": 1}
"""How many listen to what happens to a page where nobody but this program does."""

PROGRAMS = ("mkdocs", "markdown")


class Heading(TypedDict):
    """A heading of a page as Python-Markdown tells of it."""

    level: int
    id: str
    name: str
    children: "list[Heading]"


@dataclass(frozen=True, slots=True)
class Rendered:
    """What MkDocs knows of a page when it has been made to HTML, which keeps to the strict content security policy.
    `made_of`: a digest of all that decides it."""

    made_of: str
    content: str
    title: str | None
    headings: list[Heading]
    anchors: list[str]
    links: dict[str, dict[str, str]]


def is_pure(config: MkDocsConfig) -> bool:
    """True when a page's HTML depends on nothing but its text, the settings and the site's addresses: no other plugin
    has a hand in it, and every extension is an installed program whose version is known."""
    if TOLD.getEffectiveLevel() <= logging.DEBUG or " at 0x" in repr(config.mdx_configs):
        return False
    alone = all(len(config.plugins.events[event]) == count for event, count in OWN_EVENTS.items())
    return alone and len(_programs(config)) == len(config.markdown_extensions)


def _programs(config: MkDocsConfig) -> dict[str, str]:
    """Each extension with the program that it comes from."""
    known = {entry.name: entry for entry in entry_points(group="markdown.extensions")}
    named = (name for name in config.markdown_extensions if isinstance(name, str) and name in known)
    return {name: f"{dist.name} {dist.version}" for name in named if (dist := known[name].dist)}


def rendered(pages: Texts, known: Mapping[str, Rendered], config: MkDocsConfig, files: Files) -> dict[str, Rendered]:
    """The pages by their path, taken from what is known where that is still so; without those that something was told
    of."""
    around = _around(config, files)
    asked = [_Asked(page, text, _digest(page, text, around)) for page, text in pages]
    old = {one.path: known[one.path] for one in asked if one.path in known and known[one.path].made_of == one.made_of}
    return old | _by_all([one for one in asked if one.path not in old], config, files)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A page to be made to HTML."""

    page: Page
    text: str
    made_of: str

    @property
    def path(self) -> str:
        return self.page.file.src_uri


def _digest(page: Page, text: str, around: str) -> str:
    """What a page's HTML is made of, as a digest. `around`: the same of all pages."""
    said = (around, page.file.src_uri, repr(page.meta), str(vars(page).get("title")), str(page.is_homepage), text)
    return sha256("\0".join(said).encode()).hexdigest()


def _around(config: MkDocsConfig, files: Files) -> str:
    """What every page's HTML depends on beside its text."""
    settings = (config.mdx_configs, config.validation, config.use_directory_urls, config.markdown_extensions)
    programs = (_programs(config), *(version(name) for name in PROGRAMS))
    places = [(file.src_uri, file.url, str(file.inclusion)) for file in files]
    return sha256(repr((settings, programs, sorted(places))).encode()).hexdigest()


def _by_all(asked: Iterable[_Asked], config: MkDocsConfig, files: Files) -> dict[str, Rendered]:
    """Made by all hands, the longest first."""
    in_order = sorted(asked, key=lambda one: (-len(one.text), one.path))
    made = by_all(in_order, partial(_rendered, config=config, files=files))
    return {one.path: html for one, html in zip(in_order, made, strict=True) if html is not None}


def _rendered(asked: _Asked, config: MkDocsConfig, files: Files) -> Rendered | None:
    page = asked.page
    page.markdown = asked.text
    with _untold() as said:
        page.render(config, files)
    if said:
        return None
    headings, links = [_heading(link) for link in page.toc], page.links_to_anchors or {}
    by_path = {file.src_uri: found for file, found in links.items()}
    anchors = sorted(page.present_anchor_ids or ())
    content = whole_tables(page.content or "")
    return Rendered(asked.made_of, content, page.title, headings, anchors, by_path)


def _heading(link: AnchorLink) -> Heading:
    return {"level": link.level, "id": link.id, "name": link.title, "children": [*map(_heading, link.children)]}


def restored(page: Page, made: Rendered, files: Files) -> str:
    """Let a page be what it was when it was made to HTML; the HTML."""
    page.title = made.title
    page.toc = get_toc(made.headings)
    page.present_anchor_ids = set(made.anchors)
    links = ((files.get_file_from_path(path), found) for path, found in made.links.items())
    page.links_to_anchors = {file: found for file, found in links if file is not None}
    return made.content


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__()
        self.said: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.said.append(record)


@contextmanager
def _untold() -> Iterator[list[logging.LogRecord]]:
    """Nothing is told meanwhile; what would have been is given instead."""
    listener, handlers, level = _Listener(), TOLD.handlers, TOLD.level
    TOLD.handlers = [listener]
    TOLD.setLevel(logging.INFO)
    try:
        yield listener.said
    finally:
        TOLD.handlers = handlers
        TOLD.setLevel(level)
