"""What this program is: a fingerprint of its own files, so that what another made is not taken for its work."""

from functools import cache
from hashlib import sha256
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable

__all__ = ["code_fingerprint"]

LIBRARIES = ("docxtpl", "lxml", "markdown", "markdown-it-py", "mdit-py-plugins", "pillow", "python-docx", "pyyaml")
"""Whose versions decide what a page or a file says."""


@cache
def code_fingerprint() -> str:
    """The same for the same program with the same libraries."""
    made = sha256("\0".join(f"{name} {version(name)}" for name in LIBRARIES).encode())
    for path, content in sorted(_walked(files("builder"), "")):
        made.update(f"\0{path}\0{len(content)}\0".encode())
        made.update(content)
    return made.hexdigest()


def _walked(folder: Traversable, path: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for entry in folder.iterdir():
        if entry.is_dir():
            found += [] if entry.name == "__pycache__" else _walked(entry, f"{path}/{entry.name}")
        elif entry.name.endswith((".py", ".css", ".js")):
            found.append((f"{path}/{entry.name}", entry.read_bytes()))
    return found
