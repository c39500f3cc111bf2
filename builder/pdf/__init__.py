"""The PDF of record: a redline (or a clean document, which is a redline of itself) becomes a PDF to keep.

One file that is both PDF/A-2a (for archives) and PDF/UA-1 (for every reader). Importing this package is cheap; Typst
is loaded by the first call of `write`.
"""

from builder.pdf.fault import PdfError
from builder.redline import Redline

__all__ = ["PdfError", "write"]


def write(redline: Redline) -> bytes:
    """The .pdf file of a redline; PdfError when the text cannot be set, with its place."""
    from builder.pdf.writer import write as write_file

    return write_file(redline)
