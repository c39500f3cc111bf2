"""Write the pages that the site's plugin makes, and a mkdocs.yml without the plugin: pages.py PROJECT TARGET."""

import shutil
import sys
from pathlib import Path

import yaml

from builder import build, web


def main(project: Path, target: Path) -> None:
    """The hand-written pages are copied, the generated ones written beside them."""
    shutil.copytree(project / "site", target / "site")
    site = build.site(project)
    for path, content in web.pages(site).items():
        file = target / "site" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    config = yaml.safe_load((project / "mkdocs.yml").read_text("utf-8"))
    config["plugins"] = [plugin for plugin in config["plugins"] if plugin != "overens"]
    config["nav"] = [*web.navigation(site), *config["nav"]]
    (target / "mkdocs.yml").write_text(yaml.safe_dump(config, allow_unicode=True), "utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
