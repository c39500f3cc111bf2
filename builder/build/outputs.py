"""What the commands write: the bytes of each format, and the whole of build/."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.build.project import BuildError, Project
from builder.redline import Redline, unchanged
from builder.repository import write_outputs

__all__ = ["REDLINE_FORMATS", "Tell", "everything", "redline_bytes", "site"]

Tell = Callable[[str], None]
"""Told what is being done, in words for a progress line."""

SETTINGS = "mkdocs.yml"
NO_SITE = (
    "Projektet har ingen webbplats: filen mkdocs.yml saknas i projektets mapp. "
    "Lägg in en, eller gör Word och ändringar med overens build."
)

REDLINE_FORMATS = (".docx", ".html", ".json", ".txt")


def redline_bytes(redline: Redline, ending: str, template: bytes | None) -> bytes:
    """A redline in the format of a file name's ending; BuildError for another ending."""
    match ending.lower():
        case ".docx":
            from builder import word

            return word.write(redline, template)
        case ".html":
            from builder import web

            return web.redline_html(redline).encode()
        case ".json":
            from builder import export

            return export.redline_json(redline).encode()
        case ".txt":
            from builder import export

            return export.redline_text(redline).encode()
        case _:
            known = ", ".join(REDLINE_FORMATS)
            raise BuildError(f"Filändelsen ”{ending}” är inget format för ändringar. Välj någon av {known}.")


def everything(project: Project, out: Path, tell: Tell) -> None:
    """Word, JSON and redlines of all documents, and the site. Nothing is replaced until all is made."""
    project.current.refuse_unread()
    makers = {"word": _word_files, "json": _json_files, "redline": _redline_files}
    made = {name: maker(project, tell) for name, maker in makers.items()}
    if (project.folder / SETTINGS).exists():
        made["site"] = _site_files(project.folder, tell)
    for name, files in made.items():
        write_outputs(out / name, files)


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
    write_outputs(out, _site_files(folder, tell, strict=strict))


def _site_files(folder: Path, tell: Tell, *, strict: bool = False) -> dict[str, bytes]:
    if not (folder / SETTINGS).exists():
        raise BuildError(NO_SITE)
    tell("Webbplats")
    with TemporaryDirectory() as aside:
        command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", aside, *["--strict"] * strict]
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", errors="replace")
        if result.returncode:
            raise BuildError(f"Webbplatsen kunde inte byggas: {_last_line(result.stdout + result.stderr)}")
        files = (path for path in sorted(Path(aside).rglob("*")) if path.is_file())
        return {path.relative_to(aside).as_posix(): path.read_bytes() for path in files}


def _last_line(said: str) -> str:
    """What MkDocs says last is why it stopped; before it come notices and, after a fault of the program, a trace."""
    lines = [line for line in said.splitlines() if line.strip()]
    return lines[-1].strip() if lines else "MkDocs sa inte varför."
