"""Work done in a process of its own while this one goes on, where the system can split a process in two."""

import os
import pickle
import sys
import threading
from collections.abc import Callable, Sequence
from functools import partial
from typing import NoReturn, TypeVar

__all__ = ["aside", "by_all", "hands"]

A = TypeVar("A")
T = TypeVar("T")
MOST = 4
"""More processes than this make little of a site sooner, and each needs memory."""


def hands() -> int:
    """How many processes it is worth to share work among: one where this process cannot be split.

    A process with threads is not: a lock that one of them holds would be held for ever in the copy. Nor is one on
    macOS, whose own libraries do not bear it.
    """
    if sys.platform != "linux" or threading.active_count() > 1:
        return 1
    return min(len(os.sched_getaffinity(0)), MOST)


def aside(make: Callable[[], T]) -> Callable[[], T]:
    """Begin to make something. What is given back waits for it; where nothing can be made aside, it makes it.

    What fails aside is made again here, so that its fault is told as any other.
    """
    if hands() == 1:
        return make
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        _made_aside(make, writer)
    os.close(writer)
    return partial(_fetched, reader, child, make)


def by_all(asked: Sequence[A], make: Callable[[A], T]) -> list[T]:
    """What is made of each, by all hands: every hand takes its share of them, in turn."""
    count = min(hands(), len(asked)) or 1
    shares = [partial(_each, make, asked[number::count]) for number in range(count)]
    others = [aside(share) for share in shares[1:]]
    made = [shares[0](), *(other() for other in others)]
    return [made[number % count][number // count] for number in range(len(asked))]


def _each(make: Callable[[A], T], asked: Sequence[A]) -> list[T]:
    return [make(one) for one in asked]


def _made_aside(make: Callable[[], T], writer: int) -> NoReturn:
    code = 1
    try:
        with open(writer, "wb") as said:
            pickle.dump(make(), said, pickle.HIGHEST_PROTOCOL)
        code = 0
    finally:
        os._exit(code)


def _fetched(reader: int, child: int, make: Callable[[], T]) -> T:
    with open(reader, "rb") as said:
        content = said.read()
    _, status = os.waitpid(child, 0)
    if status:
        return make()
    made: T = pickle.loads(content)
    return made
