"""The page of pictures: the steps of everyday questions, and what registers draw, each with all it says in words."""

from collections.abc import Iterable, Iterator
from functools import partial

from builder.library import Library
from builder.model import Edition, Picture
from builder.records import PictureSpec
from builder.resolve.pictures import register_picture
from builder.rows import Source
from builder.web.banner import page_top
from builder.web.block import heading
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.names import group_title
from builder.web.picture import figure
from builder.web.places import PICTURES, Place, Places, relative
from builder.web.site import Site
from builder.web.views import drawn_questions

__all__ = ["has_pictures", "pictures_page"]

TITLE = "Bilder"
INTRO = "Under varje bild finns allt som den visar i ord."


def pictures_page(places: Places, site: Site, edition: Edition | None) -> dict[str, str | bytes]:
    """The page by path; none where there is nothing to draw."""
    if not has_pictures(site):
        return {}
    parts = [*_steps(site), *_registers(places, site)]
    top = f"{page_top(yaml_text(TITLE), edition, searchable=False)}# {TITLE}\n\n{INTRO}\n"
    return {PICTURES: "\n".join([top, *parts])}


def has_pictures(site: Site) -> bool:
    """True when there is something to draw."""
    return bool(next(drawn_questions(site), None)) or any(map(partial(_drawn, site.library), _specs(site)))


def _specs(site: Site) -> Iterable[PictureSpec]:
    return site.library.pictures.values()


def _steps(site: Site) -> Iterator[str]:
    for title, page, picture in drawn_questions(site):
        yield f"{heading(2, markdown_text(title), slug(picture.key))}\n\n{figure(picture)}\n"
        yield f"[Läs texten]({relative(PICTURES, Place(page))})\n{{: .fakta }}\n"


def _registers(places: Places, site: Site) -> Iterator[str]:
    for spec in _specs(site):
        drawn = _drawn(site.library, spec)
        if drawn:
            yield f"{heading(2, markdown_text(spec.title), f'bild-{slug(spec.id)}')}\n"
            yield from (f"{figure(picture)}\n" for picture in drawn)
            yield from _source(places, site, spec)


def _drawn(library: Library, spec: PictureSpec) -> tuple[Picture, ...]:
    """Drawn for a telephone from the registers; a table that is made of clauses is drawn where it stands."""
    table = library.tables.get(spec.source)
    known = table is not None and library.records.get(table.source)
    return register_picture(spec, Source(library), library.project.language, narrow=True) if known else ()


def _source(places: Places, site: Site, spec: PictureSpec) -> Iterator[str]:
    """Where the picture stands in documents, those made for each party left out."""
    for document in (document for document in site.documents if not document.edition.party):
        if place := places.sections.get((document.name, f"bild/{spec.id}")):
            title = markdown_text(group_title(site.library, document))
            yield f"Finns också i [{title}]({relative(PICTURES, place)}).\n{{: .fakta }}\n"
            return
