"""What the commands write: the bytes of each format, and the whole of build/."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.build import BuildError, Project
from builder.redline import Redline, unchanged
from builder.repository import write_outputs

__all__ = ["REDLINE_FORMATS", "Tell", "everything", "redline_bytes", "site"]

Tell = Callable[[str], None]
"""Told what is being done, in words for a progress line."""

REDLINE_FORMATS = (".docx", ".html", ".json", ".txt")


def redline_bytes(redline: Redline, ending: str, template: bytes | None) -> bytes:
    """A redline in the format of a file name's ending; BuildError for another ending."""
    from builder import export, web, word

    match ending.lower():
        case ".docx":
            return word.write(redline, template)
        case ".html":
            return web.redline_html(redline).encode()
        case ".json":
            return export.redline_json(redline).encode()
        case ".txt":
            return export.redline_text(redline).encode()
        case _:
            known = ", ".join(REDLINE_FORMATS)
            raise BuildError(f"Filändelsen ”{ending}” är inget format för ändringar. Välj någon av {known}.")


def everything(project: Project, out: Path, tell: Tell) -> None:
    """Word, JSON and redlines of all documents, then the site; each folder is replaced whole."""
    write_outputs(out / "word", _word_files(project, tell))
    write_outputs(out / "json", _json_files(project, tell))
    write_outputs(out / "redline", _redline_files(project, tell))
    if (project.folder / "mkdocs.yml").exists():
        site(project.folder, out / "site", tell)


def _word_files(project: Project, tell: Tell) -> dict[str, bytes]:
    files = {}
    for name in project.current.library.assemblies:
        tell(f"Word: {name}")
        files[f"{name}.docx"] = project.word(name)[0]
    return files


def _json_files(project: Project, tell: Tell) -> dict[str, bytes]:
    from builder import export

    tell("JSON")
    documents = project.current.documents.items()
    return {f"{name}.json": export.redline_json(unchanged(document)).encode() for name, (document, _) in documents}


def _redline_files(project: Project, tell: Tell) -> dict[str, bytes]:
    files = {}
    for name, old, new in project.comparisons():
        tell(f"Ändringar: {name}, {old} till {_label(new)}")
        redline = project.redline(name, old, new)
        for ending in REDLINE_FORMATS:
            template = project.template(redline, new)
            files[f"{name}-{old}-{_label(new)}{ending}"] = redline_bytes(redline, ending, template)
    return files


def _label(version: str) -> str:
    return "nu" if version == "." else version


def site(folder: Path, out: Path, tell: Tell, *, strict: bool = False) -> None:
    """The site, built aside and moved into place when it is whole."""
    tell("Webbplats")
    with TemporaryDirectory() as aside:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", aside, *["--strict"] * strict]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace")
        if result.returncode:
            raise BuildError(f"Webbplatsen kunde inte byggas: {_last_line(result.stdout + result.stderr)}")
        files = (path for path in sorted(Path(aside).rglob("*")) if path.is_file())
        write_outputs(out, {path.relative_to(aside).as_posix(): path.read_bytes() for path in files})


def _last_line(said: str) -> str:
    """What MkDocs says last is why it stopped; before it come notices and, after a fault of the program, a trace."""
    lines = [line for line in said.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "MkDocs sa inte varför."
