"""Workbooks to be filled in: a document's tables, and the form to answer it on."""

from builder.excel.answer_form import write_answer_form
from builder.excel.workbook import has_tables, write, write_shown

__all__ = ["has_tables", "write", "write_answer_form", "write_shown"]
