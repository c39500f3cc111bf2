"""MkDocs as a program of its own: builds the site into a folder, or serves it while somebody writes."""

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.build.text import BuildError

__all__ = ["require", "served", "site_files"]

SETTINGS = "mkdocs.yml"
NO_SITE = (
    "Projektet har ingen webbplats: filen mkdocs.yml saknas i projektets mapp. "
    "Lägg in en, eller gör Word och ändringar med overens build."
)


def require(folder: Path) -> None:
    """BuildError when the project has no site."""
    if not (folder / SETTINGS).exists():
        raise BuildError(NO_SITE)


def site_files(folder: Path, *, strict: bool = False) -> dict[str, bytes]:
    """The whole site by path."""
    require(folder)
    with TemporaryDirectory() as aside:
        words = ["build", "--site-dir", aside, *["--strict"] * strict]
        result = subprocess.run(
            _command(words),
            cwd=folder,
            env=_quiet(),
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
        )
        if result.returncode:
            raise BuildError(f"Webbplatsen kunde inte byggas: {_last_line(result.stdout + result.stderr)}")
        files = (path for path in sorted(Path(aside).rglob("*")) if path.is_file())
        return {path.relative_to(aside).as_posix(): path.read_bytes() for path in files}


def served(folder: Path, port: int) -> int:
    """Serve the site to this machine alone until stopped; the exit code."""
    require(folder)
    # With click 8.3, MkDocs 1.6.1 serves without live reload unless it is asked for it.
    words = ["serve", "--livereload", "--dev-addr", f"127.0.0.1:{port}"]
    return subprocess.run(_command(words), cwd=folder, env=_quiet()).returncode


def _command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "mkdocs", words[0], "--quiet", *words[1:]]


def _quiet() -> dict[str, str]:
    """Without the notice that the theme prints at every build."""
    return {**os.environ, "NO_MKDOCS_2_WARNING": "1"}


def _last_line(said: str) -> str:
    """What MkDocs says last is why it stopped; before it come notices and, after a fault of the program, a trace."""
    lines = [line for line in said.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "MkDocs sa inte varför."
