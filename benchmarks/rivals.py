"""Where the other tools' programs lie. Asked for in a process of its own, so that this one stays small."""

import subprocess
import sys
from functools import cache

__all__ = ["docxodus_path", "pandoc_path"]


@cache
def pandoc_path() -> str:
    """The program in pypandoc_binary."""
    return _said("import pypandoc; print(pypandoc.get_pandoc_path())")


@cache
def docxodus_path() -> str:
    """The program in python-redlines[docxodus], unpacked the first time."""
    return _said("import python_redlines as r; print(r.DocxodusEngine().extracted_binaries_path)")


def _said(code: str) -> str:
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout.strip()
