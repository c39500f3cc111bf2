"""What makes the site readable without network: a worker that keeps its files, and a manifest to install it by."""

import json
import re
from collections.abc import Iterable, Mapping
from hashlib import sha256

from builder.web.assets import asset
from builder.web.banner import day
from builder.web.escape import html_text
from builder.web.feed import FEED

__all__ = ["MANIFEST", "WORKER", "manifest", "offline_head", "worker"]

MANIFEST = "manifest.webmanifest"
WORKER = "sw.js"
NEEDLESS = (".map", ".docx", ".gz", ".webmanifest", ".zip", "sitemap.xml", "_headers", "404.html", ".overens", WORKER)
"""What no reader opens, and what is too heavy to keep without being asked for."""

UNUSED = ("assets/javascripts/lunr/", "search/", "sok/pagefind/")
"""Without network all entries are searched in one file and not in Pagefind's index, which would be kept for nothing."""

DIGITS = 16
"""Hexadecimal digits of a digest: enough to tell a site's own files apart."""


def worker(files: Mapping[str, bytes]) -> str:
    """The worker's script for a built site: what is kept at the first visit, and what is fetched in peace after it."""
    kept = {path: _digest(files[path]) for path in sorted(files) if _is_kept(path)}
    first = {path: digest for path, digest in kept.items() if _is_first(path)}
    later = {path: digest for path, digest in kept.items() if path not in first}
    script = asset(WORKER).decode()
    said = {"first": first, "later": later, "version": _digest(json.dumps(kept).encode())}
    for name, value in said.items():
        mark = f"{{/* {name} */}}"
        script = script.replace(mark, value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))
    return script


def _digest(content: bytes) -> str:
    return sha256(content).hexdigest()[:DIGITS]


def _is_kept(path: str) -> bool:
    return not path.endswith(NEEDLESS) and not path.startswith(UNUSED)


def _is_first(path: str) -> bool:
    """The agreements as they stand now, the pages at the top of the site, and what pages are shown with."""
    top = path.endswith(".html") and path.count("/") <= 1
    return top or (path.startswith(("avtal/", "assets/")) and "/hela/" not in path)


def _icons(icon: str, files: Iterable[str]) -> list[dict[str, str]]:
    """The site's icon in the sizes that lie beside it (`ikon.svg`: `ikon-192.png`); itself where there are none, which
    not every device can show."""
    stem, _, ending = icon.rpartition(".")
    sized = re.compile(rf"{re.escape(stem)}-(\d{{1,4}})\.png")
    found = sorted((int(match[1]), match[0]) for path in files if (match := sized.fullmatch(path)))
    if found:
        return [{"src": path, "sizes": f"{size}x{size}", "type": "image/png"} for size, path in found]
    kind = {"svg": "image/svg+xml", "png": "image/png"}.get(ending)
    return [{"src": icon, "sizes": "any" if ending == "svg" else "512x512", "type": kind}] if kind else []


def manifest(name: str, description: str, icon: str, language: str, files: Iterable[str] = ()) -> str:
    """What a device is told that installs the site. `files` are the site's paths, with the icon's sizes."""
    said = {
        "name": name,
        "description": description,
        "lang": language,
        "start_url": "./",
        "scope": "./",
        "display": "minimal-ui",
        "background_color": "#ffffff",
        "icons": _icons(icon, files),
    }
    return json.dumps({key: value for key, value in said.items() if value}, ensure_ascii=False, indent=1) + "\n"


def offline_head(page: str, root: str, date: str) -> str:
    """An HTML page that knows its manifest and its worker. `root` leads from the page to the site's start; `date` is
    the day of the text."""
    words = html_text(day(date) or "det senaste besöket")
    said = (
        f'<link rel="alternate" type="application/atom+xml" title="Versioner" href="{root}{FEED}">'
        f'<link rel="manifest" href="{root}{MANIFEST}">'
        f'<script src="{root}assets/utan-nat.js" data-dag="{words}" defer></script>'
    )
    return page.replace("</head>", f"{said}</head>", 1)
