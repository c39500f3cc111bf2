"""How long after a clause has been saved the preview's page shows it, asked of a real server on this machine."""

import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

__all__ = ["seconds_to_show"]

OFTEN, PATIENCE, REST = 0.02, 300.0, 15.0


def seconds_to_show(folder: Path, clause: Path, page: str, rounds: int) -> list[float]:
    """Each round edits the clause once; the preview has built everything in between."""
    before, taken = clause.read_text("utf-8"), []
    with _served(folder) as address:
        _wait(f"{address}{page}", "</html>")
        for number in range(rounds):
            time.sleep(REST)
            words = f"Prov {number} av förhandsvisningen."
            clause.write_text(f"{before}\n{words}\n", "utf-8")
            taken.append(_wait(f"{address}{page}", words))
            print(f"  {number + 1}/{rounds} preview: {taken[-1]:.2f} s", file=sys.stderr, flush=True)
    clause.write_text(before, "utf-8")
    return taken


def _wait(address: str, words: str) -> float:
    begun = time.monotonic()
    while words not in _page(address):
        if time.monotonic() - begun > PATIENCE:
            raise RuntimeError(f"{address} never showed {words!r}")
        time.sleep(OFTEN)
    return time.monotonic() - begun


def _page(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
            text: str = answer.read().decode()
            return text
    except urllib.error.URLError:
        return ""


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(Path(sys.executable).with_name("overens")), "preview", "--port", str(port)]
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL)
    try:
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(30)
