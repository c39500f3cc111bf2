"""What the commands say on the terminal: results to standard output, everything else to standard error."""

import os
import re
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.status import Status

__all__ = ["coloured", "progress", "say", "suggest", "write"]

_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

PATIENCE = 1.0
"""Seconds a command may be silent before it shows what it is doing."""


def coloured() -> bool:
    """True when standard output is a terminal and nobody has asked for plain text (no-color.org)."""
    return sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def write(text: str) -> None:
    """A result, to standard output, in UTF-8 wherever the terminal stands."""
    sys.stdout.buffer.write(text.encode("utf-8", "replace"))
    sys.stdout.flush()


def say(sentence: str) -> None:
    """A word to the user that is no result. What a file or an argument put into it cannot move the cursor."""
    sys.stderr.buffer.write(f"{_CONTROL.sub('�', sentence)}\n".encode("utf-8", "replace"))
    sys.stderr.flush()


def suggest(command: str, why: str) -> None:
    """The next useful command, only when somebody is looking."""
    if sys.stderr.isatty():
        say(f"\nNästa steg: {command}   ({why})")


class Progress:
    """Tells what is being done; silent for the first second and wherever nobody looks."""

    def __init__(self) -> None:
        """Nothing is shown before the first step is old enough."""
        self._step = ""
        self._status: Status | None = None
        self._timer = threading.Timer(PATIENCE, self._show)
        self._timer.daemon = True

    def __call__(self, step: str) -> None:
        """Say which step begins."""
        first, self._step = not self._step, step
        if first and sys.stderr.isatty():
            self._timer.start()
        if self._status is not None:
            self._status.update(step)

    def _show(self) -> None:
        from rich.console import Console

        self._status = Console(stderr=True, no_color=not coloured()).status(self._step)
        self._status.start()

    def stop(self) -> None:
        """Clear the line."""
        self._timer.cancel()
        if self._status is not None:
            self._status.stop()


@contextmanager
def progress() -> Iterator[Progress]:
    """A progress line that is cleared whatever happens."""
    line = Progress()
    try:
        yield line
    finally:
        line.stop()
