"""Pagefind: makes the index that the browser searches. The only place that runs it.

Pagefind's browser part compiles WebAssembly in a worker of its own origin: a content security policy needs
`script-src 'self' 'wasm-unsafe-eval'`, `worker-src 'self'` and `connect-src 'self'`, and nothing more. It does not work
where pages are opened from a folder (file://), since browsers refuse modules there; the browser then searches
`sok/poster.js`, which holds the same entries, by itself.
"""

import gzip
import json
import os
import subprocess
from base64 import b64decode, b64encode
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

__all__ = ["IndexingError", "index_files", "pages_of_hits"]

UNUSED = ("pagefind-ui.", "pagefind-modular-ui.", "pagefind-component-ui.", "pagefind-highlight.", "wasm.unknown.")
"""Interfaces of Pagefind's own, 400 kB that no page asks for."""

FRAGMENTS = "fragment/"
END = b","
"""Of a question or an answer."""

MOST_READ = 1 << 20
FAILED = "Sökningen kunde inte byggas: {}"
SIGNATURE = b"pagefind_dcd"

NOT_HERE = (
    "Programmet Pagefind finns inte på den här datorn. Sökningen på webbplatsen fungerar ändå, men hämtar mer vid den "
    "första sökningen. Installera det med: pip install pagefind_bin."
)


class IndexingError(Exception):
    """The index could not be made; the message says why, in Swedish."""


def index_files(papers: Iterable[tuple[str, str]], language: str) -> dict[str, bytes]:
    """The index of some pages (name and HTML) as files by path. IndexingError when it cannot be made.

    Same pages, same bytes, as long as they have no filters: Pagefind 1.5.2 writes those in another order each time.

    Pagefind is asked as its own packages for Node and Python ask it, each page as soon as it is made, and no file is
    written: with a folder of pages and one of what was found, a fifth to a third of the time went to the disk. (Its
    package for Python waits a tenth of a second for each page.)
    """
    with TemporaryFile() as told, _begun(told) as process, ThreadPoolExecutor(1) as beside:
        assert process.stdin is not None
        assert process.stdout is not None
        try:
            hearing = beside.submit(_found, process.stdout)
            _ask(process.stdin, papers, language)
            found = hearing.result()
        finally:
            process.kill()
            with suppress(OSError):
                process.stdin.close()
        if found is None:
            told.seek(0)
            raise IndexingError(FAILED.format(told.read().decode("utf-8", "replace").strip()))
    return {name: content for name, content in found.items() if not name.startswith(UNUSED)}


def _begun(told: IO[bytes]) -> "subprocess.Popen[bytes]":
    words = [str(_program()), "--service"]
    return subprocess.Popen(words, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=told)


def _ask(to: IO[bytes], papers: Iterable[tuple[str, str]], language: str) -> None:
    """All questions; a program that has ended hears no more of them."""
    with suppress(OSError):
        for number, question in enumerate(_questions(papers, language)):
            message = {"message_id": number, "payload": {"index_id": 0} | question}
            to.write(b64encode(json.dumps(message).encode()) + END)
        to.flush()


def _questions(papers: Iterable[tuple[str, str]], language: str) -> Iterator[dict[str, object]]:
    yield {"type": "NewIndex", "config": {"force_language": language}}
    for name, page in papers:
        yield {"type": "AddFile", "file_path": name, "file_contents": page}
    yield {"type": "GetFiles"}


def _found(from_: IO[bytes]) -> dict[str, bytes] | None:
    """The files of the index, from what is answered last; None when the program ended before."""
    for answer in _answers(from_):
        match answer["payload"]:
            case {"type": "Error", "message": message}:
                raise IndexingError(FAILED.format(message))
            case {"type": "GetFiles", "files": files}:
                return {file["path"]: b64decode(file["content"]) for file in files}
    return None


def _answers(from_: IO[bytes]) -> Iterator[dict[str, Any]]:
    rest: list[bytes] = []
    while read := os.read(from_.fileno(), MOST_READ):
        *ended, last = read.split(END)
        for piece in ended:
            yield json.loads(b64decode(b"".join([*rest, piece])))
            rest = []
        rest.append(last)


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
