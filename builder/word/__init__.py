"""The Word writer: a redline (or a clean document, which is a redline of itself) becomes a .docx file.

Importing this package is cheap; the libraries it needs are loaded by the first call of `write`.
"""

from builder.redline import Redline
from builder.word.fault import TemplateError

__all__ = ["TemplateError", "default_template", "stamped", "write"]


def write(redline: Redline, template: bytes | None = None) -> bytes:
    """The .docx file of a redline. `template` is a .docx with a cover, or None for the built-in one."""
    from builder.word.writer import write as write_file

    return write_file(redline, template)


def stamped(data: bytes, recipient: str) -> bytes:
    """A file that `write` made, told whom it is sent to."""
    from builder.word.stamp import stamped as stamp

    return stamp(data, recipient)


def default_template(language: str = "sv") -> bytes:
    """The built-in template, as an ordinary .docx that can be restyled in Word."""
    from builder.word.shell import shell

    return shell(language)
