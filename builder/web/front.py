"""The front page: what is valid, what is draft, and where to look."""

from collections.abc import Iterator

from builder.library import Version
from builder.model import Document
from builder.web.asked import asked
from builder.web.banner import day, page_top, version_name
from builder.web.beside import supporting_list
from builder.web.data_page import DATA
from builder.web.drawn import has_pictures
from builder.web.escape import html_text, markdown_text, slug, yaml_text
from builder.web.frozen_place import version_place
from builder.web.names import short_title
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
    TERMS,
    VERSIONS,
    Place,
    Places,
    contents_page,
    redline_page,
    relative,
)  # fmt: skip
from builder.web.site import Site
from builder.web.validity import valid_version
from builder.web.versions import changes_counted, versions_of
from builder.web.views import front_views

__all__ = ["front_page"]

LOOK_UP = (
    (TERMS, "Begrepp", "Vad orden betyder"),
    (PARAMETERS, "Tider, åldrar och belopp", "Alla värden på ett ställe"),
    (LAWS, "Lagar", "Vad texterna vilar på"),
    (PARTIES, "Parter", "Vilka som är med"),
    (QUESTIONS, "Öppna frågor", "Vad som återstår att ta ställning till"),
    (REFERENCES, "Hänvisningar mellan avtalen", "Vilka klausuler som hör ihop"),
    (DECISIONS, "Beslutsläge", "Vilka parter som har beslutat, och om samma text"),
    (VERSIONS, "Versioner", "Vad som har ändrats och när"),
    (DATA, "Data", "Tabeller att räkna på, och ett flöde att följa"),
)
DRAWN = ((PICTURES, "Bilder", "Stegen, tidplanen och riskerna ritade"),)
WORK = (
    (PROGRESS, "Läget", "Hur långt arbetet har kommit, och vad som saknas"),
    (REREAD, "Att läsa om", "Hänvisningar som pekar på något som har ändrats"),
)


def front_page(places: Places, site: Site) -> str:
    """The start of the site."""
    name = site.library.project.name or "Överens"
    lines = [f"# {markdown_text(name, at_start=True)}", "", *_state(site)]
    lines += ["## Hitta svar {#svar}", "", *front_views(site), ""] if site.library.views else []
    lines += ["## Avtalen {#avtalen}", ""]
    for document in site.own:
        lines += [_card(places, site, document)]
    if site.supporting:
        lines += ["", "## Underlag {#underlag}", "", *supporting_list(places, site, FRONT)]
    lines += ["", "## Slå upp {#uppslag}", ""]
    shown = (*LOOK_UP, *(DRAWN if has_pictures(site) else ()), *(WORK if site.work is not None else ()))
    lines += [f"-   [{title}]({relative(FRONT, Place(page))})<br>{words}" for page, title, words in shown]
    return page_top(yaml_text("Start"), None, hide=("navigation", "toc")) + "\n".join(lines) + "\n"


def _valid(site: Site, document: Document) -> Version | None:
    return valid_version(versions_of(site, document))


def _state(site: Site) -> Iterator[str]:
    valid = [document for document in site.own if _valid(site, document)]
    kind = "gallande" if site.own and len(valid) == len(site.own) else "utkast"
    words = "".join(_sentences(site, valid))
    yield f'<div class="lage lage--{kind}" role="note" aria-label="Vad som gäller nu">{words}</div>'
    yield ""


def _sentences(site: Site, valid: list[Document]) -> Iterator[str]:
    if not site.own:
        yield "<p><strong>Det finns inga avtal här än.</strong></p>"
    elif not valid:
        yield "<p><strong>Inget av avtalen här gäller än.</strong></p>"
        yield "<p>Alla texter är utkast. De är inte beslutade och ska inte följas i vården.</p>"
    else:
        names = ", ".join(html_text(document.edition.title) for document in valid)
        yield f"<p><strong>Gäller nu:</strong> {names}.</p>"
        yield "<p>Övriga texter är utkast.</p>" if len(valid) < len(site.own) else ""


def _card(places: Places, site: Site, document: Document) -> str:
    valid, title = _valid(site, document), markdown_text(short_title(places.library, document.edition))
    place = version_place(document.name, valid.label) if valid else None
    draft = Place(contents_page(document))
    first = place if place is not None and place.page in site.frozen else draft
    parts = [f"[{title}]({relative(FRONT, first)})", *(_state_of(valid) if valid else [])]
    parts += [_draft(document, draft if first is not draft else None), *_changes(site, document), *_questions(document)]
    return f"-   {'<br>'.join(parts)}"


def _state_of(valid: Version) -> Iterator[str]:
    word = markdown_text(f"Gäller: {valid.label}")
    yield f'<span class="lapp lapp--gallande">{word}</span> {markdown_text(day(valid.date))}'


def _draft(document: Document, place: Place | None) -> str:
    """What the text being written is; with a link where the card's first one leads to the valid text."""
    edition = document.edition
    words = markdown_text(", ".join([version_name(edition)] + ([day(edition.date)] if edition.date else [])))
    if edition.valid:
        return words
    linked = f"[{words}]({relative(FRONT, place)})" if place else words
    return f'<span class="lapp lapp--utkast">Utkast</span> {linked}'


def _questions(document: Document) -> Iterator[str]:
    if number := len(asked(document)):
        address = relative(FRONT, Place(QUESTIONS, slug(document.name)))
        yield f"[{number} {'öppen fråga' if number == 1 else 'öppna frågor'}]({address})"


def _changes(site: Site, document: Document) -> Iterator[str]:
    mine = [compared for compared in site.compared if compared.name == document.name and compared.old]
    if mine and (old := mine[-1].old):
        address = relative(FRONT, Place(redline_page(mine[-1])))
        yield f"[Vad som ändrats sedan {markdown_text(old.version)}]({address}): {changes_counted(mine[-1])}"
