"""Small findings kept between runs in one file: rows by name, as JSON."""

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from typing import Any, TypeVar

from builder.repository import Kept

__all__ = ["kept_rows"]

T = TypeVar("T")


@contextmanager
def kept_rows(
    kept: Kept, said: tuple[str, ...], made: Callable[[Any], T], plain: Callable[[T], Any]
) -> Iterator[dict[str, T]]:
    """What is known by its name under what was said of all of it; what is new in it afterwards is kept for the next
    time. `made` and `plain`: a row from what JSON holds, and back."""
    key = sha256("\0".join(said).encode("utf-8", "surrogatepass")).hexdigest()
    rows = _known(kept.read(key) or b"{}", made)
    before = len(rows)
    yield rows
    if len(rows) > before:
        kept.write(key, json.dumps({of: plain(row) for of, row in rows.items()}, ensure_ascii=False).encode())
        kept.forget_others(frozenset([key]))


def _known(content: bytes, made: Callable[[Any], T]) -> dict[str, T]:
    """Nothing where it is not of our making."""
    with suppress(ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {of: made(row) for of, row in json.loads(content).items()}
    return {}
