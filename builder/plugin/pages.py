"""The pages of a site made to HTML: kept between builds, and in memory while somebody writes."""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from builder.build.code import code_fingerprint
from builder.plugin.rendering import Rendered, is_pure, rendered
from builder.repository import Kept

__all__ = ["Pages"]


class Pages:
    """What has been made to HTML. A page whose text, settings and addresses are as they were is not made again."""

    def __init__(self, project: Path, kind: str) -> None:
        """`kind`: what they are kept as between runs of the program."""
        self._kept = Kept(project, kind)
        self._key = code_fingerprint()
        self._made = _read(self._kept.read(self._key))
        self._is_written = False

    def make(self, pages: Sequence[tuple[Page, str]], config: MkDocsConfig, files: Files) -> None:
        """Make all pages of a build to HTML, each with its Markdown. None where a page's HTML depends on more than
        its text; MkDocs then makes them itself. Written down once in a run: while somebody writes, memory is enough."""
        before = self._made
        self._made = rendered(pages, before, config, files) if is_pure(config) else {}
        if not self._is_written and self._made != before:
            said = {path: asdict(one) for path, one in self._made.items()}
            self._kept.write(self._key, json.dumps(said, ensure_ascii=False).encode())
            self._kept.forget_others(frozenset([self._key]))
        self._is_written = True

    def made(self, page: Page) -> Rendered | None:
        """What a page was made to; None where it has not been."""
        return self._made.get(page.file.src_uri)

    @property
    def digests(self) -> dict[str, str]:
        """What each page that has been made is made of, by its path."""
        return {path: made.made_of for path, made in self._made.items()}

    def forget(self, page: Page) -> None:
        """Let a page whose text is another be made again."""
        self._made.pop(page.file.src_uri, None)
        vars(page).pop("title", None)  # what its old text gave it


def _read(kept: bytes | None) -> dict[str, Rendered]:
    return {path: Rendered(**said) for path, said in json.loads(kept or b"{}").items()}
