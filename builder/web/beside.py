"""The list of supporting documents: on its own page, on the front page and in the navigation."""

from collections.abc import Iterator

from builder.model import Document, Edition
from builder.web.banner import page_top
from builder.web.escape import markdown_text, yaml_text
from builder.web.names import group_title
from builder.web.places import SUPPORTING, Place, Places, contents_page, group_page, relative
from builder.web.site import Site
from builder.web.terms import swedish_order

__all__ = ["entry_page", "listed", "supporting_documents_page", "supporting_list"]

OTHERS = "Övrigt"


def listed(site: Site) -> dict[str, list[Document]]:
    """The supporting documents under their headings, in the order of the alphabet; of those made for each party one."""
    one = {group_page(document): document for document in reversed(site.supporting)}
    found: dict[str, list[Document]] = {}
    for document in sorted(one.values(), key=lambda doc: swedish_order(group_title(site.library, doc))):
        found.setdefault(_heading(site, document), []).append(document)
    return {heading: found[heading] for heading in (*site.headings, OTHERS) if heading in found}


def _heading(site: Site, document: Document) -> str:
    kind = document.edition.kind
    return next((heading for heading, kinds in site.headings.items() if kind in kinds), OTHERS)


def entry_page(document: Document) -> str:
    """The page that a list leads to: the document's, or that of all made for one party each."""
    return group_page(document) if document.edition.party else contents_page(document)


def supporting_documents_page(places: Places, site: Site, edition: Edition | None) -> str:
    """The page of all supporting documents."""
    intro = "Underlagen hör till avtalen. De förklarar, räknar och förbereder, men är inte själva avtalstexten."
    lines = ["# Underlag", "", intro, "{: .underlag }", "", *supporting_list(places, site, SUPPORTING)]
    return page_top(yaml_text("Underlag"), edition) + "\n".join(lines) + "\n"


def supporting_list(places: Places, site: Site, page: str) -> Iterator[str]:
    """The supporting documents as a list in a list, seen from a page; without headings when all have the same."""
    groups = listed(site)
    for heading, documents in groups.items():
        margin = "    " if len(groups) > 1 else ""
        if margin:
            yield f"-   <strong>{markdown_text(heading)}</strong>"
        yield from (f"{margin}-   {_entry(places, site, page, document)}" for document in documents)


def _entry(places: Places, site: Site, page: str, document: Document) -> str:
    edition, title = document.edition, group_title(site.library, document)
    known = [edition.kind] if edition.kind.lower() not in title.lower() else []
    known += ["ett för varje part"] if edition.party else []
    link = f"[{markdown_text(title)}]({relative(page, Place(entry_page(document)))})"
    return f"{link} <small>{markdown_text(', '.join(known))}</small>" if known else link
