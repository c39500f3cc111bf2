"""The pages of one document: all that an edit of its clauses shows on at once."""

from collections.abc import Collection

from builder.model import Document
from builder.web.chapter import chapter_page
from builder.web.contents import contents
from builder.web.history import Pasts
from builder.web.places import Places, chapters, contents_page, places
from builder.web.site import Site
from builder.web.supporting import supporting_page
from builder.web.used import Uses, uses
from builder.web.versions import instead
from builder.web.whole import whole_page, whole_text

__all__ = ["edited_pages", "own_pages"]


def own_pages(where: Places, site: Site, document: Document, callers: Uses, known: Pasts) -> dict[str, str]:
    """An agreement's own text by path: its contents, its chapters, and all in one."""
    written = {
        contents_page(document): contents(where, document, instead(site, document)),
        whole_page(document): whole_text(where, document),
    }
    chapter_pages = {
        chapter.page: chapter_page(where, document, chapter, callers, known) for chapter in chapters(document)
    }
    return written | chapter_pages


def edited_pages(site: Site, names: Collection[str], known: Pasts) -> dict[str, str]:
    """The pages of the documents that have been edited. `known`: what has happened to clauses, as told before."""
    where = places(site)
    callers = uses(where, site.documents)
    written: dict[str, str] = {}
    for document in site.documents:
        if document.name in names and document.edition.supporting:
            written[contents_page(document)] = supporting_page(where, document)
        elif document.name in names:
            written |= own_pages(where, site, document, callers, known)
    return written
