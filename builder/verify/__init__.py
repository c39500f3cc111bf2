"""What a file from outside is, and whether its text is that of a version. The file is hostile until it is read."""

from builder.verify.archive import FileError
from builder.verify.differences import Difference, differences
from builder.verify.identity import Identity, pdf_identity, workbook_identity
from builder.verify.story import Story, read_word

__all__ = [
    "Difference", "FileError", "Identity", "Story", "differences", "pdf_identity", "read_word", "workbook_identity",
]  # fmt: skip
