"""Pagefind: makes the index that the browser searches. The only place that runs it.

Pagefind's browser part compiles WebAssembly in a worker of its own origin: a content security policy needs
`script-src 'self' 'wasm-unsafe-eval'`, `worker-src 'self'` and `connect-src 'self'`, and nothing more. It does not work
where pages are opened from a folder (file://), since browsers refuse modules there; the browser then searches
`sok/poster.js`, which holds the same entries, by itself.
"""

import gzip
import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

__all__ = ["IndexingError", "index_files", "pages_of_hits"]

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "wasm.unknown.")
"""Interfaces of Pagefind's own, 400 kB that no page asks for."""

FRAGMENTS = "fragment/"
SIGNATURE = b"pagefind_dcd"

NOT_HERE = (
    "Programmet Pagefind finns inte på den här datorn. Sökningen på webbplatsen fungerar ändå, men hämtar mer vid den "
    "första sökningen. Installera det med: pip install pagefind_bin."
)


class IndexingError(Exception):
    """The index could not be made; the message says why, in Swedish."""


def index_files(papers: Mapping[str, str], language: str) -> dict[str, bytes]:
    """The index of some pages as files by path. IndexingError when it cannot be made.

    Same pages, same bytes, as long as they have no filters: Pagefind 1.5.2 writes those in another order each time.
    """
    program = _program()
    with TemporaryDirectory() as aside:
        pages, made = Path(aside) / "sidor", Path(aside) / "index"
        pages.mkdir()
        for name, page in papers.items():
            (pages / name).write_text(page, "utf-8")
        words = ["--site", str(pages), "--output-path", str(made), "--force-language", language, "--quiet"]
        result = subprocess.run(
            [str(program), *words], capture_output=True, text=True, encoding="utf-8", errors="replace", check=False
        )
        if result.returncode:
            raise IndexingError(f"Sökningen kunde inte byggas: {(result.stdout + result.stderr).strip()}")
        files = ((path.relative_to(made).as_posix(), path) for path in sorted(made.rglob("*")) if path.is_file())
        return {name: path.read_bytes() for name, path in files if not name.startswith(UNUSED)}


def pages_of_hits(files: Mapping[str, bytes]) -> dict[str, str]:
    """The name of the page that each hit of an index is, by the hit's id."""
    found = {path: content for path, content in files.items() if path.startswith(FRAGMENTS)}
    return {Path(path).stem: _read(content)["url"].lstrip("/") for path, content in found.items()}


def _read(fragment: bytes) -> dict[str, str]:
    said: dict[str, str] = json.loads(gzip.decompress(fragment).removeprefix(SIGNATURE))
    return said


def _program() -> Path:
    from pagefind.service import get_executable  # brings asyncio, which no site without an index needs

    try:
        found = get_executable()
    except FileNotFoundError:
        found = None
    if found is None or not found.exists():
        raise IndexingError(NOT_HERE)
    return found
