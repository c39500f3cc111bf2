"""All pages of the views, where they stand in the menu, and what the front page says of them."""

import re
from collections.abc import Iterator
from typing import assert_never

from builder.decisions import signing_parties
from builder.model import Edition, Picture
from builder.records import ViewSpec
from builder.web.escape import markdown_text
from builder.web.names import short_title
from builder.web.places import FRONT, Place, Places, relative
from builder.web.site import Site
from builder.web.validity import valid_version
from builder.web.versions import mark_of, version_link, versions_of
from builder.web.views.contacts import contacts_page
from builder.web.views.everyday import everyday_page, question_list, question_page, steps_picture
from builder.web.views.for_party import parties_view_page, party_page
from builder.web.views.matrix import matrix_page
from builder.web.views.place import one, row_page, view_page
from builder.web.views.professions import profession_page, professions_page

__all__ = ["drawn_questions", "front_views", "view_navigation", "view_pages"]

TITLE = re.compile(r"^# .+\n", re.MULTILINE)
BEING_WRITTEN = "Sidan visar den text som är under arbete, som inte gäller än. Läs hellre:"
ON_FRONT = 6
"""So many questions has the front page room for; the first of the register are those asked in haste."""


def view_pages(places: Places, site: Site, edition: Edition | None) -> dict[str, str | bytes]:
    """Every page of every view, by path."""
    made = (each for view in site.library.views.values() for each in _pages(places, site, view, edition))
    return {path: _with_valid(site, path, text) for path, text in made}


def _with_valid(site: Site, page: str, text: str) -> str:
    """Views are made of the text that is being written: where another is valid, that is said first, with ways there."""
    links = ", ".join(
        f"{markdown_text(short_title(site.library, document.edition))} {version_link(site, page, document, valid)}"
        for document in site.own
        if not document.edition.valid and (valid := valid_version(versions_of(site, document)))
    )
    said = f"{BEING_WRITTEN} {mark_of('gällande')} {links}.\n{{: .versionsval }}\n" if links else ""
    return TITLE.sub(lambda title: f"{title[0]}\n{said}", text, count=1) if said else text


def _pages(places: Places, site: Site, view: ViewSpec, edition: Edition | None) -> Iterator[tuple[str, str]]:
    first, rows = view_page(view), site.library.records.get(view.source, ())
    match view.kind:
        case "matris":
            yield first, matrix_page(places, site, view, edition)
        case "frågor":
            yield first, everyday_page(site, view, edition)
            yield from ((row_page(view, row.id), question_page(places, site, view, row, edition)) for row in rows)
        case "yrken":
            yield first, professions_page(site, view, edition)
            yield from ((row_page(view, row.id), profession_page(places, site, view, row, edition)) for row in rows)
        case "parter":
            yield first, parties_view_page(site, view, edition)
            found = signing_parties(site.library)
            yield from ((row_page(view, each.id), party_page(places, site, view, each, edition)) for each in found)
        case "kontakter":
            yield first, contacts_page(site, view, edition)
        case kind:
            assert_never(kind)


def view_navigation(site: Site) -> list[str]:
    """The pages that the menu leads to; those of one question, profession or party are reached from them."""
    return [view_page(view) for view in site.library.views.values()]


def front_views(site: Site) -> Iterator[str]:
    """What the front page says first: the views, and the questions by name so that each is one tap away."""
    views = site.library.views.values()
    for view in views:
        link = f"[{markdown_text(view.title)}]({relative(FRONT, Place(view_page(view)))})"
        yield f"-   {link}" + (f"<br>{markdown_text(view.intro)}" if view.intro else "")
        if view.kind == "frågor":
            rows = site.library.records.get(view.source, ())
            yield from (f"    {line}" for line in question_list(view, [*rows[:ON_FRONT]], FRONT))


def drawn_questions(site: Site) -> Iterator[tuple[str, str, Picture]]:
    """Each everyday question that is answered with steps: its title, its page and the steps drawn."""
    for view in site.library.views.values():
        for row in site.library.records.get(view.source, ()) if view.kind == "frågor" else ():
            if picture := steps_picture(site, row):
                yield one(row, "fråga"), row_page(view, row.id), picture
