"""Write the pages that the site's plugin makes, and a mkdocs.yml with MkDocs's own search in place of the plugin:
pages.py PROJECT TARGET KIND. KIND: "texts" for all pages as Markdown, or "finished" for those of recorded versions as
finished HTML, which MkDocs only copies.
"""

import shutil
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import yaml

from builder import build, web
from builder.build.frozen import frozen_versions, recorded_text
from builder.web.frozen import frozen_texts


def main(project: Path, target: Path, kind: str) -> None:
    """The hand-written pages are copied, with the tables that they ask for, and the generated ones written beside
    them."""
    config: dict[str, Any] = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    docs = config.get("docs_dir", "docs")
    written = project / docs
    site = replace(build.site(project), headings=_headings(config["plugins"]))
    texts = {path.relative_to(written).as_posix(): path.read_bytes() for path in written.rglob("*") if path.is_file()}
    pages = {path: _bytes(content) for path, content in web.pages(site).items()}
    if kind == "texts":
        pages = {path: content for path, content in pages.items() if path not in site.frozen} | _recorded(project)
    for path, content in {**pages, **texts}.items():
        file = target / docs / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(web.with_tables(site, path, content.decode())[0].encode() if path.endswith(".md") else content)
    others = [plugin for plugin in config["plugins"] if "overens" not in plugin]
    config["plugins"] = [{"search": {"lang": config["theme"]["language"]}}, *others]
    config["nav"] = [*web.navigation(site), *(_expanded(entry, texts) for entry in config.get("nav", []))]
    shutil.rmtree(target / "build", ignore_errors=True)
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


def _recorded(folder: Path) -> dict[str, bytes]:
    """The pages of recorded versions as Markdown. Their ways to today's pages lead nowhere, which costs MkDocs
    nothing."""
    project = build.Project(folder)
    found = (recorded_text(project, *one) for one in frozen_versions(project))
    return {f"{one.folder}/{page}": text.encode() for one in found if one for page, text in frozen_texts(one).items()}


def _headings(plugins: list[Any]) -> dict[str, tuple[str, ...]]:
    said: dict[str, Any] = next(
        (plugin["overens"] for plugin in plugins if isinstance(plugin, dict) and "overens" in plugin), {}
    )
    return {title: tuple(kinds) for title, kinds in said.get("underlag", {}).items()}


def _bytes(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


def _expanded(entry: Any, texts: dict[str, bytes]) -> Any:
    """A folder ("handbok/") stands for all pages in it, which plain MkDocs does not know."""
    if isinstance(entry, dict):
        return {title: _expanded(below, texts) for title, below in entry.items()}
    if isinstance(entry, str) and entry.endswith("/"):
        return sorted(path for path in texts if path.startswith(entry) and path.endswith(".md"))
    return entry


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3])
