"""MkDocs as a program of its own: builds the site into a folder, or serves it while somebody writes."""

import os
import re
import signal
import subprocess
import sys
from contextlib import suppress
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

from builder.build.error import BuildError

__all__ = ["build", "built_files", "require", "served", "site_files"]

SETTINGS = "mkdocs.yml"
NO_SITE = (
    "Projektet har ingen webbplats: filen mkdocs.yml saknas i projektets mapp. "
    "Lägg in en, eller gör Word och ändringar med overens build."
)

RECORD = re.compile(r"^(DEBUG|INFO|WARNING|ERROR|CRITICAL) +- +", re.MULTILINE)
"""How MkDocs begins what it tells."""

TRACE = "Traceback (most recent call last)"
PATIENCE = 5.0
"""Seconds that a server has to end in."""


def require(folder: Path) -> None:
    """BuildError when the project has no site."""
    if not (folder / SETTINGS).exists():
        raise BuildError(NO_SITE)


def build(place: Path, folder: Path, *, strict: bool = False) -> None:
    """Build the whole site of a project folder into an empty folder."""
    require(folder)
    # A quiet MkDocs does not count its warnings, and a strict build would end well in spite of them.
    words = ["build", "--strict" if strict else "--quiet", "--site-dir", str(place)]
    result = subprocess.run(
        _command(words), cwd=folder, env=_quiet(), capture_output=True, text=True, encoding="utf-8", errors="replace"
    )
    if result.returncode:
        raise BuildError(f"Webbplatsen kunde inte byggas: {_why(result.stderr) or _last_line(result.stdout)}")


def site_files(folder: Path, *, strict: bool = False) -> dict[str, bytes]:
    """The whole site by path."""
    with TemporaryDirectory() as aside:
        build(Path(aside), folder, strict=strict)
        return built_files(Path(aside))


def built_files(place: Path) -> dict[str, bytes]:
    """The files of a site that is built, by path."""
    files = (path for path in sorted(place.rglob("*")) if path.is_file())
    return {path.relative_to(place).as_posix(): path.read_bytes() for path in files}


def served(folder: Path, port: int) -> int:
    """Serve the site to this machine alone until stopped; the exit code."""
    require(folder)
    # With click 8.3, MkDocs 1.6.1 serves without live reload unless it is asked for it.
    words = ["serve", "--quiet", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    # What a shell starts in the background ignores interrupts, and MkDocs would with it: nothing could end it.
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with subprocess.Popen(_command(words), cwd=folder, env=_quiet()) as process:
            return _ended(process)
    finally:
        signal.signal(signal.SIGINT, before)


def _ended(process: "subprocess.Popen[bytes]") -> int:
    """What a server ends with. One that is asked to end and does not is ended."""
    before = signal.signal(signal.SIGTERM, partial(_interrupt, process))
    try:
        return process.wait()
    except KeyboardInterrupt:
        with suppress(subprocess.TimeoutExpired):
            process.wait(PATIENCE)
        process.kill()
        raise
    finally:
        signal.signal(signal.SIGTERM, before)


def _interrupt(process: "subprocess.Popen[bytes]", *_: object) -> NoReturn:
    """MkDocs leaves nothing behind when it is interrupted; told to end it leaves its folders, and unless it is told it
    goes on when this program has ended."""
    process.send_signal(signal.SIGINT)
    raise KeyboardInterrupt


def _command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "mkdocs", *words]


def _quiet() -> dict[str, str]:
    """Without the notice that the theme prints at every build."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _why(said: str) -> str:
    """The errors that MkDocs tells of, else its warnings, which end a strict build; else its last line, which after a
    fault of the program is the end of a trace."""
    pieces = RECORD.split(said)
    told = [(level, text.partition(TRACE)[0].strip()) for level, text in zip(pieces[1::2], pieces[2::2], strict=True)]
    errors = [text for level, text in told if level in ("ERROR", "CRITICAL")]
    return "\n".join(errors or [text for level, text in told if level == "WARNING"]) or _last_line(said)


def _last_line(said: str) -> str:
    lines = [line for line in said.splitlines() if line.strip()]
    return lines[-1].strip() if lines else ""
