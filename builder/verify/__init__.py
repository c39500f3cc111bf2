"""What a file from outside is, and whether its text is that of a version. The file is hostile until it is read."""

from builder.verify.answer_rows import AnswerRows, asked, word_form, workbook_form
from builder.verify.archive import FileError
from builder.verify.differences import Difference, differences
from builder.verify.identity import Clause, Identity, pdf_identity, workbook_identity
from builder.verify.story import Story, read_word, words_digest

__all__ = [
    "AnswerRows", "Clause", "Difference", "FileError", "Identity", "Story", "asked", "differences", "pdf_identity",
    "read_word", "word_form", "words_digest", "workbook_form", "workbook_identity",
]  # fmt: skip
