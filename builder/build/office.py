"""LibreOffice as a program of its own: a Word file becomes the PDF that it would be printed as."""

import json
import os
import shutil
import signal
import subprocess
from pathlib import Path
from tempfile import TemporaryDirectory

from builder.build.error import BuildError

__all__ = ["printed"]

SECONDS = 300
FILTER = "pdf:writer_pdf_Export:" + json.dumps({
    "SelectPdfVersion": {"type": "long", "value": "2"},
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
})  # fmt: skip
"""PDF/A-2, with headings and reading order as far as LibreOffice can."""

MISSING = "LibreOffice saknas på den här datorn och behövs för {0}. Installera LibreOffice, eller gör filen utan {0}."
SILENT = "LibreOffice kunde inte lägga upp sidorna. Gör filen utan {}, eller försök igen."
SLOW = f"LibreOffice blev inte klart på {SECONDS} sekunder. Försök igen, eller gör filen utan {{}}."


def printed(word: bytes, wish: str = "--via libreoffice") -> bytes:
    """The PDF of a Word file; BuildError when LibreOffice is missing, silent or too slow. `wish`: what it is for."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        raise BuildError(MISSING.format(wish))
    with TemporaryDirectory() as name:
        folder = Path(name)
        source, target = folder / "dokument.docx", folder / "dokument.pdf"
        source.write_bytes(word)
        _run([program, *_words(folder, source)], folder, SLOW.format(wish))
        if not target.exists():
            raise BuildError(SILENT.format(wish))
        return target.read_bytes()


def _words(folder: Path, source: Path) -> list[str]:
    """With a profile of its own: one that is open elsewhere would be asked instead, and nothing be written."""
    profile = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    return [profile, "--headless", "--norestore", "--convert-to", FILTER, "--outdir", str(folder), str(source)]


def _run(command: list[str], folder: Path, slow: str) -> None:
    """In a session of its own, as the program starts others, which must end with it."""
    quiet = subprocess.DEVNULL
    process = subprocess.Popen(command, cwd=folder, stdout=quiet, stderr=quiet, start_new_session=True)
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired as error:
        raise BuildError(slow) from error
    finally:
        if process.poll() is None:
            _stop(process)


def _stop(process: "subprocess.Popen[bytes]") -> None:
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    process.kill()
    process.wait()
