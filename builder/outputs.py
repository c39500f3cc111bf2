"""What the commands write: the bytes of each format, and the whole of build/."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from builder.build import BuildError, Project
from builder.redline import Redline, unchanged
from builder.repository import RepositoryError, write_outputs

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
        try:
            redline = project.redline(name, old, new)
        except BuildError:
            continue  # the document is younger than the version
        for ending in REDLINE_FORMATS:
            template = project.template(redline, new)
            files[f"{name}-{old}-{_label(new)}{ending}"] = redline_bytes(redline, ending, template)
    return files


def _label(version: str) -> str:
    return "nu" if version == "." else version


def site(folder: Path, out: Path, tell: Tell, *, strict: bool = False) -> None:
    """The site, built beside `out` and moved into place when it is whole."""
    tell("Webbplats")
    aside = out.with_name(f".{out.name}-ny")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", str(aside)]
    try:
        result = subprocess.run(command + ["--strict"] * strict, cwd=folder, capture_output=True, text=True)
        if result.returncode:
            raise BuildError(f"Webbplatsen kunde inte byggas.\n{result.stdout}{result.stderr}")
        _replace(aside, out)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _replace(aside: Path, out: Path) -> None:
    earlier = out.with_name(f".{out.name}-gammal")
    shutil.rmtree(earlier, ignore_errors=True)
    try:
        if out.exists():
            out.replace(earlier)
        aside.replace(out)
    except OSError as error:
        raise RepositoryError(f"Det går inte att skriva i {out.parent}: {error.strerror}.") from error
    shutil.rmtree(earlier, ignore_errors=True)
