"""Tables of the registers in pages that people write by hand: a line `{{ tabell: id }}` becomes the table."""

import re

from builder.language.spelling import did_you_mean
from builder.model import Block, Document
from builder.web.block import blocks
from builder.web.escape import markdown_text
from builder.web.exhibits import table_name
from builder.web.inline import Pen
from builder.web.places import places
from builder.web.site import Site

__all__ = ["with_tables"]

LINE = re.compile(
    r"^(?P<fence>`{3,}|~{3,}).*?(?:^(?P=fence)[ \t]*$|\Z)|^\{\{ *tabell: *(?P<name>[^\s{}]*) *\}\}[ \t]*$",
    re.MULTILINE | re.DOTALL,
)
"""A line that asks for a table, or a block of code, where such a line is only shown."""


def with_tables(site: Site, page: str, text: str) -> tuple[str, tuple[str, ...]]:
    """A page's Markdown with its tables put in, and a sentence for each table that could not be.

    A table is taken from a document that shows it, one made for a party last. `page` is the page's path.
    """
    if not any(match["name"] is not None for match in LINE.finditer(text)):
        return text, ()
    where, missing = places(site), []

    def table(match: re.Match[str]) -> str:
        if match["name"] is None:
            return match[0]
        document, content = _shown(site, match["name"])
        if document is None:
            missing.append(_missing(site, match["name"]))
            return f"{markdown_text(missing[-1], at_start=True)}\n{{: .fraga }}\n"
        return blocks(Pen(where, document.name, page), content)

    return LINE.sub(table, text), tuple(missing)


def _shown(site: Site, name: str) -> tuple[Document | None, tuple[Block, ...]]:
    for document in (*site.own, *sorted(site.supporting, key=lambda doc: bool(doc.edition.party))):
        for section in document.sections:
            if name and table_name(section) == name:
                return document, section.blocks
    return None, ()


def _missing(site: Site, name: str) -> str:
    if name in site.library.tables:
        advice = "Lägg in den i ett dokument i assemblies: - tabell: " + name + "."
        return f"Tabellen ”{name}” kan inte visas, för inget dokument har med den. {advice}"
    advice = did_you_mean(name, site.library.tables, "Tabellerna står i clauses/register/tabeller.yml.")
    return f"Tabellen ”{name}” finns inte. {advice}"
