"""Style sheets and scripts that come with the pages."""

from functools import cache
from importlib.resources import files

__all__ = ["asset"]


@cache
def asset(name: str) -> bytes:
    """The bytes of a style sheet or script."""
    return files(__name__).joinpath(name).read_bytes()
