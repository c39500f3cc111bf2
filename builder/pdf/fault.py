"""The exceptions of the PDF writer."""

__all__ = ["PdfError", "PressError"]


class PdfError(Exception):
    """The text cannot be set; the message is a Swedish sentence with place and remedy."""


class PressError(Exception):
    """The typesetter has made nothing. `diagnostic` is all that it says of it."""

    def __init__(self, message: str, diagnostic: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.diagnostic = diagnostic
