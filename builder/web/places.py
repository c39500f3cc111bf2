"""Where everything stands on the site: pages, anchors and the links between them."""

import posixpath
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import takewhile

from builder.library import Library
from builder.model import Document, Section
from builder.redline import Redline
from builder.web.compared import Compared
from builder.web.escape import anchor_text, slug
from builder.web.site import Site

__all__ = [
    "DECISIONS", "FRONT", "LAWS", "PARAMETERS", "PARTIES", "PICTURES", "PROGRESS", "QUESTIONS", "REFERENCES", "REREAD",
    "SUPPORTING", "TERMS", "VERSIONS", "Chapter", "Place", "Places", "chapters", "contents_page", "group_name",
    "group_page", "history_page", "law_anchor", "path_between", "places", "redline_page", "relative", "reread_page",
    "subheading_anchor", "word_file",
]  # fmt: skip

FRONT = "index.md"
DECISIONS = "beslutslage.md"
TERMS = "begrepp.md"
PARAMETERS = "parametrar.md"
LAWS = "lagar.md"
PARTIES = "parter.md"
QUESTIONS = "fragor.md"
PICTURES = "bilder.md"
REFERENCES = "hanvisningar.md"
PROGRESS = "laget.md"
REREAD = "att-lasa-om/index.md"
VERSIONS = "versioner/index.md"
SUPPORTING = "underlag/index.md"


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
    """`sections`: (document, section id) to its place; `homes`: (agreement, clause id) to the agreement's own text,
    with agreement "" to the first document that has it; `agreements`: an agreement to the page of its contents."""

    library: Library
    sections: Mapping[tuple[str, str], Place]
    homes: Mapping[tuple[str, str], str]
    agreements: Mapping[str, str]

    def home(self, agreement: str, clause: str) -> str | None:
        """The document where a clause is read: the agreement's own text, or the first that has it."""
        return self.homes.get((agreement if agreement in self.agreements else "", clause))

    def outside(self, agreement: str, clause: str) -> Place | None:
        """Where a clause of another document is read; the agreement's contents where it no longer has the clause."""
        document = self.home(agreement, clause)
        if document is not None:
            return self.sections[document, clause]
        return Place(self.agreements[agreement]) if agreement in self.agreements else None


def places(site: Site) -> Places:
    """Where every section of every document stands."""
    sections: dict[tuple[str, str], Place] = {}
    for document in site.documents:
        for chapter in chapters(document):
            for section in chapter.sections:
                names_page = section is chapter.head and section.kind != "clause" and not document.edition.supporting
                sections[document.name, section.id] = Place(chapter.page, "" if names_page else section.id)
    agreements = {doc.edition.agreement: contents_page(doc) for doc in reversed(site.own)}
    return Places(site.library, sections, _homes(site.documents), agreements)


def _homes(documents: Iterable[Document]) -> dict[tuple[str, str], str]:
    """Where every clause is at home: an own text before one that supports it, and that before one for a party."""
    found: dict[tuple[str, str], str] = {}
    for document in sorted(documents, key=lambda doc: (doc.edition.supporting, bool(doc.edition.party))):
        for section in document.sections:
            if not document.edition.supporting:
                found.setdefault((document.edition.agreement, section.id), document.name)
            found.setdefault(("", section.id), document.name)
    return found


def contents_page(document: Document) -> str:
    """The page with a document's contents; the one page of a supporting document."""
    edition = document.edition
    if not edition.supporting:
        return f"avtal/{slug(document.name)}/index.md"
    if not edition.party:
        return f"underlag/{slug(document.name)}/index.md"
    return f"{posixpath.dirname(group_page(document))}/{slug(edition.party)}.md"


def group_name(document: Document) -> str:
    """The name shared by the documents that are made for one party each."""
    return document.name.removesuffix(f"-{document.edition.party}") if document.edition.party else document.name


def group_page(document: Document) -> str:
    """The page that lists the documents made for one party each."""
    return f"underlag/{slug(group_name(document))}/index.md"


def chapters(document: Document, folder: str = "") -> tuple[Chapter, ...]:
    """A document's sections, page by page, in the folder of its contents or another; a supporting document has one
    page."""
    if document.edition.supporting:
        return (Chapter(contents_page(document), document.sections),) if document.sections else ()
    groups: list[list[Section]] = []
    for section in document.sections:
        if section.level <= 1 or not groups:
            groups.append([])
        groups[-1].append(section)
    names = _unique(_page_name(group[0]) for group in groups)
    folder = folder or posixpath.dirname(contents_page(document))
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


def redline_page(redline: Redline | Compared) -> str:
    """The page that shows a redline."""
    old = slug(redline.old.version) if redline.old else "ingen"
    return f"versioner/{slug(redline.name)}/{old}--{slug(redline.new.version)}.md"


def word_file(redline: Redline | Compared) -> str:
    """The Word file that the page of a redline offers."""
    return redline_page(redline).removesuffix(".md") + ".docx"


def history_page(document: str) -> str:
    """The page that tells the past of the clauses of a document, given by name."""
    return f"versioner/{slug(document)}/historik.md"


def reread_page(document: Document) -> str:
    """The page of references to look at again in an agreement's own text."""
    return f"{posixpath.dirname(REREAD)}/{slug(document.name)}.md"


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
