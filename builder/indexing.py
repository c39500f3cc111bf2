"""Pagefind: makes the index that the browser searches. The only place that runs it.

Pagefind's browser part compiles WebAssembly in a worker of its own origin: a content security policy needs
`script-src 'self' 'wasm-unsafe-eval'`, `worker-src 'self'` and `connect-src 'self'`, and nothing more. It does not work
where pages are opened from a folder (file://), since browsers refuse modules there; the browser then searches
`sok/poster.js`, which holds the same entries, by itself.
"""

import subprocess
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from pagefind.service import get_executable

__all__ = ["IndexingError", "index_files"]

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "wasm.unknown.")
"""Interfaces of Pagefind's own, 400 kB that no page asks for."""

NOT_HERE = (
    "Programmet Pagefind finns inte på den här datorn. Sökningen på webbplatsen fungerar ändå, men hämtar mer vid den "
    "första sökningen. Installera det med: pip install pagefind_bin."
)


class IndexingError(Exception):
    """The index could not be made; the message says why, in Swedish."""


def index_files(papers: Mapping[str, str], language: str) -> dict[str, bytes]:
    """The index of some pages as files by path. Same pages, same bytes. IndexingError when it cannot be made."""
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


def _program() -> Path:
    try:
        found = get_executable()
    except FileNotFoundError:
        found = None
    if found is None or not found.exists():
        raise IndexingError(NOT_HERE)
    return found
