"""The template with its variables filled in: the built-in one, or one from outside."""

from builder.model import Edition
from builder.word.control import Values
from builder.word.fields import Filled
from builder.word.letter import letter_parts
from builder.word.package import Package
from builder.word.shell import shell_parts

__all__ = ["rendered"]


def rendered(edition: Edition, template: bytes | None, values: Values) -> Package:
    """The package of a template, the built-in one of an edition when none is given."""
    if template is None:
        made = letter_parts if edition.letter else shell_parts
        return Package(made(edition.language, Filled(values)))
    from builder.word.template import render  # brings docxtpl, which the built-in template does without

    return render(template, values)
