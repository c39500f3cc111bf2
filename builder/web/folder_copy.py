"""A built site as a folder that is opened without a server: links lead to files, and what only a server serves is left
out."""

import re
from collections.abc import Mapping

from builder.web.offline import MANIFEST, WORKER

__all__ = ["READ_ME", "for_folder", "read_me"]

READ_ME = "LAS-MIG.txt"

SERVED = (".map", "sitemap.xml", "sitemap.xml.gz", "_headers", "404.html", ".overens", MANIFEST, WORKER)
UNUSED = ("assets/javascripts/lunr/", "assets/javascripts/workers/", "search/", "sok/pagefind/")
"""Searches that a browser does not run in pages opened from a folder; all entries in one file stand in for them."""

LINK = re.compile(r'(\shref=")(?![a-zA-Z][a-zA-Z0-9+.-]*:|//)([^"#?]*)([^"]*")')
FOR_SERVERS = re.compile(r'<link rel="manifest"[^>]*>|<script src="[^"]*assets/utan-nat\.js"[^>]*></script>')


def for_folder(files: Mapping[str, bytes]) -> dict[str, bytes]:
    """The files of the copy by path."""
    kept = {path: content for path, content in files.items() if _is_kept(path)}
    return {path: _page(content) if path.endswith(".html") else content for path, content in kept.items()}


def _is_kept(path: str) -> bool:
    return not path.endswith(SERVED) and not path.startswith(UNUSED)


def _page(content: bytes) -> bytes:
    html = FOR_SERVERS.sub("", content.decode())
    return LINK.sub(lambda match: f"{match[1]}{_file(match[2])}{match[3]}", html).encode()


def _file(address: str) -> str:
    """The file that a server would show for an address."""
    last = address.rpartition("/")[2]
    if not address or "." in last.strip("."):
        return address
    return f"{address.rstrip('/')}/index.html" if last or address.endswith("/") else address


def read_me(folder: str) -> str:
    """What whoever opens the packed copy reads first; its lines end as every editor of plain text shows them."""
    return (
        "Packa upp hela zip-filen.\r\n"
        f"Öppna sedan filen index.html i mappen {folder}. Den visas i din webbläsare, utan nät.\r\n"
        "Kopian ändras inte när webbplatsen ändras. På varje sida står vilken version den är av.\r\n"
    )
