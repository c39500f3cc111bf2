"""All pages of the site, and the order they stand in."""

from dataclasses import replace

from builder.model import Document, Edition
from builder.web.assets import asset
from builder.web.beside import entry_page, listed, supporting_documents_page
from builder.web.data_page import DATA, data_files, data_page
from builder.web.data_sets import data_sets
from builder.web.decided import decisions_page
from builder.web.document_pages import own_pages
from builder.web.drawn import has_pictures, pictures_page
from builder.web.escape import clean, html_text
from builder.web.feed import FEED, feed
from builder.web.front import front_page
from builder.web.history import compared_with_earlier, history_page_text, pasts
from builder.web.laws import laws_page
from builder.web.names import group_title, short_title
from builder.web.parameters import parameters_page
from builder.web.parties import parties_page
from builder.web.places import (
    DECISIONS,
    FRONT,
    LAWS,
    PARAMETERS,
    PARTIES,
    PICTURES,
    PROGRESS,
    QUESTIONS,
    REFERENCES,
    REREAD,
    SUPPORTING,
    TERMS,
    VERSIONS,
    Places,
    chapters,
    contents_page,
    group_page,
    history_page,
    places,
    redline_page,
    reread_page,
)  # fmt: skip
from builder.web.progress import progress_page
from builder.web.questions import questions_page
from builder.web.references import references_page
from builder.web.reread import reread_pages, to_reread
from builder.web.search_page import SEARCH, search_pages
from builder.web.site import Site
from builder.web.supporting import parties_documents_page, supporting_page
from builder.web.terms import swedish_order, terms_page
from builder.web.used import uses
from builder.web.versions import versions_page
from builder.web.views import view_navigation, view_pages
from builder.web.whole import whole_page

__all__ = ["Navigation", "navigation", "pages"]

Navigation = list["str | dict[str, Navigation]"]
ASSETS = ("frusen.css", "frusen.js", "redline.css", "redline.js", "text.css", "text.js", "utan-nat.js", "vyer.css",
          "vyer.js")  # fmt: skip


def pages(site: Site) -> dict[str, str | bytes]:
    """Every generated page and asset of the site by path; Markdown that needs only Python-Markdown's own extensions."""
    site = in_register_order(site)
    where = places(site)
    edition = shared_edition(site)
    written: dict[str, str | bytes] = {
        FRONT: front_page(where, site),
        TERMS: terms_page(site.library, edition),
        PARAMETERS: parameters_page(site.library, edition),
        LAWS: laws_page(site.library, edition),
        PARTIES: parties_page(site.library, edition),
        QUESTIONS: questions_page(where, site.documents, edition),
        REFERENCES: references_page(where, site, edition),
        DECISIONS: decisions_page(where, site, edition),
        VERSIONS: versions_page(site, edition),
    }
    written |= {redline_page(compared): compared.page for compared in site.compared}
    written |= _documents(where, site) | _supporting(where, site, edition) | _work(where, site, edition)
    written |= _data(site, edition) | view_pages(where, site, edition)
    written |= pictures_page(where, site, edition)
    written |= {f"assets/{name}": asset(name) for name in ASSETS} | search_pages()
    return written | {**site.frozen, **site.downloads}


def _data(site: Site, edition: Edition | None) -> dict[str, str | bytes]:
    """What the texts say for programs and followers."""
    sets = data_sets(site, pasts(site))
    return {DATA: data_page(sets, edition), FEED: feed(site).encode(), **data_files(sets)}


def _work(where: Places, site: Site, edition: Edition | None) -> dict[str, str | bytes]:
    if site.work is None:
        return {}
    again = reread_pages(where, site, site.work, edition)
    return {PROGRESS: progress_page(site, site.work, edition), **again, **site.work.files}


def _documents(where: Places, site: Site) -> dict[str, str | bytes]:
    callers, known = uses(where, site.documents), pasts(site)
    written: dict[str, str | bytes] = {}
    for document in compared_with_earlier(site):
        written[history_page(document.name)] = history_page_text(where, site, document, known)
    for document in site.own:
        written |= own_pages(where, site, document, callers, known)
    return written


def _supporting(where: Places, site: Site, edition: Edition | None) -> dict[str, str | bytes]:
    groups: dict[str, list[Document]] = {}
    written: dict[str, str | bytes] = {}
    for document in site.supporting:
        written[contents_page(document)] = supporting_page(where, document)
        if document.edition.party:
            groups.setdefault(group_page(document), []).append(document)
    written |= {page: parties_documents_page(where, documents) for page, documents in groups.items()}
    return written | ({SUPPORTING: supporting_documents_page(where, site, edition)} if site.supporting else {})


def in_register_order(site: Site) -> Site:
    """The site with its documents in the order of the register of agreements."""
    order = {name: index for index, name in enumerate(site.library.agreements)}

    def place(agreement: str, name: str) -> tuple[int, str]:
        return order.get(agreement, len(order)), name

    documents = sorted(site.documents, key=lambda document: place(document.edition.agreement, document.name))
    compared = sorted(site.compared, key=lambda one: place(one.agreement, one.name))
    return replace(site, documents=tuple(documents), compared=tuple(compared))


def shared_edition(site: Site) -> Edition | None:
    """What the pages shared by all agreements say of themselves: the state of the texts they belong to."""
    editions = [document.edition for document in (*site.own, *site.supporting)]
    drafts = [edition for edition in editions if not edition.valid]
    return next(iter(drafts or editions), None)


def navigation(site: Site) -> Navigation:
    """The generated pages as MkDocs' nav: paths, nested under titles. Each page brings its own title."""
    site = in_register_order(site)
    where = places(site)
    agreements: Navigation = [_document_nav(where, document) for document in site.own]
    drawn = [PICTURES] if has_pictures(site) else []
    look_up: Navigation = [QUESTIONS, TERMS, PARAMETERS, LAWS, PARTIES, REFERENCES, DECISIONS, *drawn, DATA, SEARCH]
    histories = (history_page(document.name) for document in compared_with_earlier(site))
    versions: Navigation = [VERSIONS, *histories, *map(redline_page, site.compared)]
    lists = {"Slå upp": look_up}, *_work_nav(site), {"Versioner": versions}
    return [FRONT, *view_navigation(site), *agreements, *_supporting_nav(site), *lists]


def _work_nav(site: Site) -> Navigation:
    if site.work is None:
        return []
    again = (reread_page(document) for document, _ in to_reread(site, site.work))
    return [{"Arbetet": [PROGRESS, REREAD, *again]}]


def _document_nav(where: Places, document: Document) -> dict[str, Navigation]:
    paths = [contents_page(document), *(chapter.page for chapter in chapters(document)), whole_page(document)]
    return {html_text(clean(short_title(where.library, document.edition))): [*paths]}


def _supporting_nav(site: Site) -> Navigation:
    """The supporting documents in the order of the alphabet; those made for one party each by the page of all."""
    found = [document for documents in listed(site).values() for document in documents]
    in_order = sorted(found, key=lambda document: swedish_order(group_title(site.library, document)))
    return [{"Underlag": [SUPPORTING, *map(entry_page, in_order)]}] if found else []
