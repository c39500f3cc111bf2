"""`python -m builder.plugin SETTINGS FOLDER ADDRESS LEVEL`: builds what a preview shows, in a process of its own."""

import logging
import os
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

GENTLE = 10
"""Added to the process's niceness: an edited clause is to be shown before the whole is built."""


def main(settings: str, place: str, address: str, level: str) -> None:
    """Build as MkDocs does for its server, into another folder than the one that is served."""
    if hasattr(os, "nice"):
        os.nice(GENTLE)
    logging.basicConfig(format="%(levelname)-8s-  %(message)s", level=int(level))
    config = load_config(settings, site_dir=place)
    config.plugins.on_startup(command="serve", dirty=False)
    config.site_url = address
    try:
        build(config, serve_url=address)
    except MkDocsException as error:
        error.show()
        sys.exit(1)
    finally:
        config.plugins.on_shutdown()


if __name__ == "__main__":
    main(*sys.argv[1:])
