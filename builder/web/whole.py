"""A whole agreement on one page, to print or to search in with the browser."""

from collections.abc import Iterator
from dataclasses import replace

from builder.model import Document, Section
from builder.web.banner import page_top
from builder.web.block import footnotes
from builder.web.escape import anchor_text, markdown_text, yaml_text
from builder.web.inline import Pen
from builder.web.names import numbered, short_title
from builder.web.places import Place, Places, contents_page
from builder.web.section import section_text

__all__ = ["whole_page", "whole_text"]

NAME = "hela"


def whole_page(document: Document) -> str:
    """The page that holds all of a document's text."""
    return contents_page(document).replace("index.md", f"{NAME}.md")


def whole_text(places: Places, document: Document) -> str:
    """All sections of a document with its contents first; references lead to where they stand on the page itself."""
    page = whole_page(document)
    here = {(document.name, section.id): Place(page, section.id) for section in document.sections}
    pen = Pen(replace(places, sections={**places.sections, **here}), document.name, page)
    edition = document.edition
    title = f"{short_title(places.library, edition)}: hela texten"
    top = page_top(yaml_text(title), edition, hide=("navigation", "toc"), searchable=False)
    head = f"# {markdown_text(edition.title, at_start=True)} {{.hela-texten}}\n\n"
    contents = "\n".join(_entry(section) for section in document.sections if section.level <= 1)
    return top + head + contents + "\n\n" + "\n".join(_sections(pen, document)) + footnotes(pen)


def _entry(section: Section) -> str:
    return f"-   [{markdown_text(numbered(section))}](#{anchor_text(section.id)})"


def _sections(pen: Pen, document: Document) -> Iterator[str]:
    """A section's level is one lower than on a chapter's page, where the chapter heads the page."""
    least = min((section.level for section in document.sections), default=1)
    for section in document.sections:
        yield section_text(pen, section, min(6, section.level - least + 2))
        if section.kind == "clause":
            yield f"Klausul {markdown_text(section.id)}\n{{: .klausulfot }}\n"
