"""The one exception of the PDF writer."""

__all__ = ["PdfError"]


class PdfError(Exception):
    """The text cannot be set; the message is a Swedish sentence with place and remedy."""
