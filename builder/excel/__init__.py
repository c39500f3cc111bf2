"""A document's tables as an Excel workbook, to be filled in."""

from builder.excel.workbook import has_tables, write

__all__ = ["has_tables", "write"]
