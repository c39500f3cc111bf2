"""The one exception of the Word writer."""

__all__ = ["TemplateError"]


class TemplateError(Exception):
    """The template cannot be used; the text is a Swedish sentence with the remedy."""
