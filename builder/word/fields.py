"""The fields of the built-in template, written in one of two ways: as the expressions that docxtpl reads, in a template
to be restyled in Word, or as their values, in a document that is made without a template from outside.

A document of our own needs neither docxtpl, python-docx nor jinja, which take longer to load than it takes to write.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from builder.word.control import Shown, Values, token
from builder.word.pieces import paragraph, run
from builder.word.xml import attribute

__all__ = ["Expressions", "Fields", "Filled"]

NOT = "not "


class Fields(Protocol):
    """How fields are written. A condition is the name of a variable that says something, or "not " and a name."""

    def show(self, *names: str, instead: str = "", most: int | None = None) -> str:
        """The first of some variables that says something, or else other words; of one, at most so many letters."""

    def when(self, names: tuple[str, ...], text: str) -> str:
        """A part of a line that is there when all of some variables say something."""

    def run_when(self, condition: str, runs: str) -> str:
        """Runs that are there on a condition."""

    def paragraph_when(self, condition: str, style: str, paragraphs: str) -> str:
        """Paragraphs of a style that are there on a condition."""

    def row_when(self, condition: str, row: Callable[[str], str], rows: str) -> str:
        """Rows of a table that are there on a condition. `row` makes one of the same columns."""


class Expressions:
    """For docxtpl: {%p %} stands for the whole paragraph that it is written in, {%tr %} for the row."""

    def show(self, *names: str, instead: str = "", most: int | None = None) -> str:
        """{{ avtal or 'Avtal' }}, {{ kontrollsumma[:16] }}"""
        words = (*names, f"'{instead}'") if instead else names
        return f"{{{{ {' or '.join(words)}{'' if most is None else f'[:{most}]'} }}}}"

    def when(self, names: tuple[str, ...], text: str) -> str:
        """{% if utkast %} · {% endif %}"""
        return f"{{% if {' and '.join(names)} %}}{text}{{% endif %}}"

    def run_when(self, condition: str, runs: str) -> str:
        """The condition in a run of its own."""
        return run(f"{{% if {condition} %}}") + runs + run("{% endif %}")

    def paragraph_when(self, condition: str, style: str, paragraphs: str) -> str:
        """The condition in a paragraph of its own."""
        return paragraph(style, run(f"{{%p if {condition} %}}")) + paragraphs + paragraph(style, run("{%p endif %}"))

    def row_when(self, condition: str, row: Callable[[str], str], rows: str) -> str:
        """The condition in a row of its own."""
        return row(f"{{%tr if {condition} %}}") + rows + row("{%tr endif %}")


@dataclass(frozen=True, slots=True)
class Filled:
    """The values themselves. What shows its change stands as a token until its words are written."""

    values: Values

    def show(self, *names: str, instead: str = "", most: int | None = None) -> str:
        """The words, escaped."""
        name = next((name for name in names if self._says(name)), names[-1])
        if instead and not self._says(name):
            return attribute(instead)
        shown = self.values.context[name]
        return token(shown.name) if isinstance(shown, Shown) else attribute(shown[:most])

    def when(self, names: tuple[str, ...], text: str) -> str:
        """The text or nothing."""
        return text if all(map(self._says, names)) else ""

    def run_when(self, condition: str, runs: str) -> str:
        """The runs or nothing."""
        return runs if self._holds(condition) else ""

    def paragraph_when(self, condition: str, style: str, paragraphs: str) -> str:
        """The paragraphs or nothing."""
        return paragraphs if self._holds(condition) else ""

    def row_when(self, condition: str, row: Callable[[str], str], rows: str) -> str:
        """The rows or nothing."""
        return rows if self._holds(condition) else ""

    def _holds(self, condition: str) -> bool:
        return self._says(condition.removeprefix(NOT)) != condition.startswith(NOT)

    def _says(self, name: str) -> bool:
        return bool(self.values.context[name])
