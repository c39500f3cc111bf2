"""The page of parameters: every number of days, age and amount with its meaning and source."""

from collections.abc import Iterator

from builder.library import Library, Parameter
from builder.model import Edition
from builder.web.banner import page_top
from builder.web.escape import markdown_text, slug, yaml_text

__all__ = ["SOURCES", "parameters_page"]

SOURCES = {"känd": "Känd uppgift", "extern": "Utanför avtalet", "antagande": "Antagande"}
TITLE = "Tider, åldrar och belopp"


def parameters_page(library: Library, edition: Edition | None) -> str:
    """All parameters as one table, a row each with its own anchor."""
    intro = "Varje värde står på ett ställe och används i alla avtalen."
    table = ["| Värde | Betydelse | Källa |", "|---|---|---|", *map(_row, library.parameters.values())]
    body = "\n".join(table) if library.parameters else "Inga värden är införda än."
    return f"{page_top(yaml_text(TITLE), edition)}# {TITLE}\n\n{intro}\n\n{body}\n"


def _row(row: Parameter) -> str:
    value = f'<strong id="{slug(row.id)}">{markdown_text(row.value)}</strong>'
    return f"| {value} | {'<br>'.join(_meaning(row))} | {'<br>'.join(_source(row))} |"


def _meaning(row: Parameter) -> Iterator[str]:
    yield markdown_text(row.meaning)
    if row.question:
        yield f"<em>Öppen fråga: {markdown_text(row.question)}</em>"


def _source(row: Parameter) -> Iterator[str]:
    yield markdown_text(SOURCES.get(row.source, row.source))
    if row.locked_by:
        yield f"Låst av {markdown_text(row.locked_by)}"
