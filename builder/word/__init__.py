"""The Word writer: a redline (or a clean document, which is a redline of itself) becomes a .docx file.

Importing this package is cheap; the libraries it needs are loaded by the first call of `write`.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from builder.redline import Redline
from builder.word.fault import TemplateError

if TYPE_CHECKING:
    from builder.answers import AnswerForm
    from builder.word.restyled import Remark

__all__ = ["TemplateError", "check_template", "default_template", "stamped", "write", "write_answer_form"]


def write(redline: Redline, template: bytes | None = None, pages: Mapping[str, int] | None = None) -> bytes:
    """The .docx file of a redline. `template` is a .docx with a cover, or None for the built-in one.

    `pages` says on what page each bookmark stands, for a contents with numbers; None leaves them out."""
    from builder.word.writer import write as write_file

    return write_file(redline, template, pages)


def write_answer_form(form: "AnswerForm", template: bytes | None = None) -> bytes:
    """The .docx file of an answer form, with the headers and footers of a template."""
    from builder.word.answer_form import write_answer_form as write_file

    return write_file(form, template)


def stamped(data: bytes, recipient: str) -> bytes:
    """A file that `write` made, told whom it is sent to."""
    from builder.word.stamp import stamped as stamp

    return stamp(data, recipient)


def default_template(language: str = "sv") -> bytes:
    """The built-in template, as an ordinary .docx that can be restyled in Word."""
    from builder.word.shell import shell

    return shell(language)


def check_template(data: bytes) -> "tuple[Remark, ...]":
    """What is to be mended in a restyled template; TemplateError when it cannot be used at all."""
    from builder.word.restyled import remarks

    return remarks(data)
