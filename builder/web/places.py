"""Where everything stands on the site: pages, anchors and the links between them."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from builder.library import Library
from builder.model import Document, Section
from builder.redline import Redline
from builder.web.escape import anchor_text, slug
from builder.web.site import Site

__all__ = [
    "FRONT", "LAWS", "PARAMETERS", "PARTIES", "QUESTIONS", "TERMS", "VERSIONS", "Chapter", "Place", "Places",
    "chapters", "contents_page", "law_anchor", "path_between", "places", "redline_page", "relative",
    "subheading_anchor",
]  # fmt: skip

FRONT = "index.md"
TERMS = "begrepp.md"
PARAMETERS = "parametrar.md"
LAWS = "lagar.md"
PARTIES = "parter.md"
QUESTIONS = "fragor.md"
VERSIONS = "versioner/index.md"


@dataclass(frozen=True, slots=True)
class Place:
    """A page and perhaps an anchor on it."""

    page: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """The sections that share a page: a section of level 1 and all under it."""

    page: str
    sections: tuple[Section, ...]

    @property
    def head(self) -> Section:
        """The section that names the page."""
        return self.sections[0]


@dataclass(frozen=True, slots=True)
class Places:
    """`sections`: (document, section id) to its place; `outside`: clause id to its place in its own agreement."""

    library: Library
    sections: Mapping[tuple[str, str], Place]
    outside: Mapping[tuple[str, str], Place]
    agreements: Mapping[str, str]


def places(site: Site) -> Places:
    """Where every section of every document stands."""
    sections: dict[tuple[str, str], Place] = {}
    outside: dict[tuple[str, str], Place] = {}
    for document in site.documents:
        for chapter in chapters(document):
            for section in chapter.sections:
                place = Place(chapter.page, "" if section is chapter.head and section.kind != "clause" else section.id)
                sections[document.name, section.id] = place
                outside.setdefault((document.edition.agreement, section.id), place)
    agreements = {doc.edition.agreement: contents_page(doc) for doc in reversed(site.documents)}
    return Places(site.library, sections, outside, agreements)


def contents_page(document: Document) -> str:
    """The page with a document's contents."""
    return f"avtal/{slug(document.name)}/index.md"


def chapters(document: Document) -> tuple[Chapter, ...]:
    """A document's sections, page by page."""
    groups: list[list[Section]] = []
    for section in document.sections:
        if section.level <= 1 or not groups:
            groups.append([])
        groups[-1].append(section)
    names = _unique(_page_name(group[0]) for group in groups)
    folder = posixpath.dirname(contents_page(document))
    return tuple(Chapter(f"{folder}/{name}.md", tuple(group)) for name, group in zip(names, groups, strict=True))


def _page_name(section: Section) -> str:
    name = slug(section.id.removeprefix("kapitel/"))
    return f"kapitel-{name}" if name == "index" else name


def _unique(names: Iterable[str]) -> list[str]:
    given: list[str] = []
    for name in names:
        count = sum(1 for other in given if other == name or other.startswith(f"{name}--"))
        given.append(f"{name}--{count + 1}" if count else name)
    return given


def redline_page(redline: Redline) -> str:
    """The page that shows a redline."""
    old = slug(redline.old.version) if redline.old else "ingen"
    return f"versioner/{slug(redline.name)}/{old}--{slug(redline.new.version)}.md"


def relative(page: str, place: Place) -> str:
    """The link from a page to a place, as written in Markdown."""
    path = "" if place.page == page and place.anchor else path_between(page, place.page)
    return path + (f"#{anchor_text(place.anchor)}" if place.anchor else "")


@lru_cache(maxsize=4096)
def path_between(page: str, target: str) -> str:
    """The path from the folder a page lies in to another page."""
    here, there = page.split("/")[:-1], target.split("/")
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(here, there[:-1], strict=False)))
    return "/".join([".."] * (len(here) - shared) + there[shared:])


def law_anchor(law: str, section: str = "") -> str:
    """The anchor of a law, or of one of its sections, on the page of laws."""
    return f"{slug(law)}-{slug(section)}" if section else slug(law)


def subheading_anchor(clause: str, anchor: str) -> str:
    """The anchor of a sub-heading inside a clause, unique on the page."""
    return f"{clause}/{anchor}"
