"""The page of recorded versions, and the pages that compare them."""

from collections.abc import Iterable, Iterator

from builder.changes import Change
from builder.changes.telling import counted
from builder.library import Version
from builder.model import Document, Edition
from builder.redline import Redline
from builder.web.banner import day, page_top
from builder.web.escape import markdown_text, yaml_text
from builder.web.places import VERSIONS, Place, redline_page, relative
from builder.web.site import Site

__all__ = ["changes_counted", "comparison_name", "versions_page"]

HEADS = ("Version", "Datum", "Status", "Händelser")


def versions_page(site: Site, edition: Edition | None) -> str:
    """For each agreement its versions, what happened to them, and the comparisons between them."""
    intro = (
        "En version är en text som har fått ett namn och inte ändras mer. "
        "Mellanversionen är texten som skrivgruppen arbetar med just nu."
    )
    body = "\n".join(line for document in site.own for line in _document(site, document))
    return f"{page_top(yaml_text('Versioner'), edition)}# Versioner\n\n{intro}\n\n{body}\n"


def _document(site: Site, document: Document) -> Iterator[str]:
    yield f"## {markdown_text(document.edition.title, at_start=True)}"
    yield ""
    rows = [v for v in site.library.versions if v.agreement == document.edition.agreement]
    yield from _table(rows) if rows else ("Ingen version är sparad än.",)
    yield ""
    compared = [(redline, found) for redline, found in site.compared if redline.name == document.name]
    yield from (f"-   {_link(redline, found)}" for redline, found in reversed(compared))
    yield from _beside(site, document.edition.agreement)
    yield ""


def _link(redline: Redline, found: Iterable[Change]) -> str:
    address = relative(VERSIONS, Place(redline_page(redline)))
    return f"[{comparison_name(redline)}]({address}): {changes_counted(found)}"


def changes_counted(found: Iterable[Change]) -> str:
    """How many changes a comparison shows of each grade."""
    return counted(found) or "inga ändringar"


def _beside(site: Site, agreement: str) -> Iterator[str]:
    """The comparisons of the agreement's supporting documents."""
    for redline, found in site.compared:
        if redline.new.supporting and redline.new.agreement == agreement:
            yield f"-   {markdown_text(redline.new.title)}: {_link(redline, found)}"


def comparison_name(redline: Redline) -> str:
    """What a comparison is called, as Markdown."""
    old = redline.old.version if redline.old else "tom text"
    return f"Vad som ändrats från {markdown_text(old)} till {markdown_text(redline.new.version)}"


def _table(rows: list[Version]) -> Iterator[str]:
    columns = 4 if any(row.events for row in rows) else 3
    yield "| " + " | ".join(HEADS[:columns]) + " |"
    yield "|:---" * columns + "|"
    for row in reversed(rows):
        yield "| " + " | ".join(_cells(row)[:columns]) + " |"


def _cells(row: Version) -> tuple[str, str, str, str]:
    events = "<br>".join(markdown_text(f"{day(date)}: {what}") for date, what in row.events)
    return markdown_text(row.label), markdown_text(day(row.date)), markdown_text(row.status), events
