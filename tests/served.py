"""A folder as a web server gives it, for tests in a browser: quiet, on this machine alone, gone when the tests are."""

import functools
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path


@dataclass(frozen=True)
class Served:
    """The address of a folder, and the paths that have been asked for."""

    address: str
    asked: list[str] = field(default_factory=list)


class _Server(ThreadingHTTPServer):
    request_queue_size = 256  # a page of the search asks for more files at once than the five that wait by default

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell a fault; a browser that leaves a page before all of it has come is none."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]  # a request, its sender


class _Quiet(SimpleHTTPRequestHandler):
    def __init__(self, asked: list[str], *arguments: object, directory: str) -> None:
        self.asked = asked
        super().__init__(*arguments, directory=directory)  # type: ignore[arg-type]  # a request, its sender, the server

    def log_message(self, format: str, *args: object) -> None:
        self.asked.append(self.path)


@contextmanager
def served(folder: Path) -> Iterator[Served]:
    """Serve a folder while the block runs."""
    asked: list[str] = []
    handler = functools.partial(_Quiet, asked, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield Served(f"http://127.0.0.1:{server.server_port}/", asked)
        finally:
            server.shutdown()
