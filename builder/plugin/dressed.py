"""Pages as they are published, in the theme: kept between builds, and put into it again only when something that they
show is another."""

import json
from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any, TypedDict

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.nav import Link, Navigation, Section
from mkdocs.structure.pages import Page

from builder.build.code import code_fingerprint
from builder.repository import Kept

__all__ = ["Dressed", "Published", "spare"]

OWN_EVENTS = {"env": 1, "page_context": 0, "post_page": 1}
"""How many listen to what happens to a page in the theme where nobody but this program does."""

APART = ("config_file_path", "docs_dir", "hooks", "nav", "plugins", "site_dir", "theme")
"""Settings that no page shows, or that are told in another way."""


class Published(TypedDict):
    """A page as it is published, with the scripts that stand in it. `made_of`: a digest of all that decides it."""

    made_of: str
    html: str
    scripts: list[str]


class Dressed:
    """The pages that were published before, and those of this build."""

    def __init__(
        self, project: Path, config: MkDocsConfig, nav: Navigation, made: Mapping[str, str], date: str
    ) -> None:
        """`made`: for each page the digest of what its HTML is made of; a page without one is not kept. `date`: the day
        that pages bear."""
        self._kept = Kept(project, "fardiga")
        self._around = _around(config, nav, date)
        self._made = made if self._around else {}
        self._before: dict[str, Published] = json.loads(self._kept.read(code_fingerprint()) or b"{}")
        self._now: dict[str, Published] = {}

    def known(self, page: Page) -> Published | None:
        """The page as it was published, where it still is so."""
        path = page.file.src_uri
        known = self._before.get(path)
        if known is None or known["made_of"] != self._digest(path):
            return None
        self._now[path] = known
        return known

    def keep(self, page: Page, html: str, scripts: Iterable[str]) -> Published:
        """Remember how a page is published now."""
        path = page.file.src_uri
        made: Published = {"made_of": self._digest(path), "html": html, "scripts": sorted(scripts)}
        if path in self._made:
            self._now[path] = made
        return made

    def write(self) -> None:
        """Keep this build's pages for the next one."""
        if self._now != self._before:
            self._before = {}  # both, and the same as one text, are much at once
            self._kept.write(code_fingerprint(), json.dumps(self._now, ensure_ascii=False).encode())
            self._kept.forget_others(frozenset([code_fingerprint()]))

    def _digest(self, path: str) -> str:
        return _sum(self._around, path, self._made[path]) if path in self._made else ""


def spare(env: jinja2.Environment, dressed: Dressed) -> None:
    """Let a theme do nothing for pages that are as they were."""

    class Template(jinja2.Template):
        """A template of the theme."""

        def render(self, *args: Any, **more: Any) -> str:
            """A page in the theme."""
            page = dict(*args, **more).get("page")
            known = dressed.known(page) if page is not None else None
            return super().render(*args, **more) if known is None else known["html"]

    env.template_class = Template


def _around(config: MkDocsConfig, nav: Navigation, date: str) -> str:
    """What every page shows beside its own; empty where that cannot be told, or where another plugin has a hand in
    it."""
    settings = {key: config[key] for key in sorted(config) if key not in APART}
    said = repr((settings, sorted(dict(config.theme).items(), key=str), _told(nav.items)))
    alone = all(len(config.plugins.events[event]) == count for event, count in OWN_EVENTS.items())
    if not alone or " at 0x" in said:
        return ""
    own = Path(config.theme.custom_dir) if config.theme.custom_dir else None
    files = sorted(path for path in own.rglob("*") if path.is_file()) if own else []
    shapes = (f"{path.relative_to(own or path)}\0{sha256(path.read_bytes()).hexdigest()}" for path in files)
    asked = Path(config.config_file_path or "mkdocs.yml").read_text("utf-8")
    return _sum(code_fingerprint(), date, asked, said, *shapes)


def _told(items: Iterable[object]) -> list[object]:
    """The navigation: titles and addresses."""
    return [_entry(item) for item in items]


def _entry(item: object) -> object:
    match item:
        case Section():
            return item.title, _told(item.children)
        case Page() | Link():
            return item.title, item.url
        case _:
            return repr(item)


def _sum(*said: str) -> str:
    return sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
