"""The pages of supporting documents: one page a document, and one for those that are made for each party."""

from collections.abc import Iterator

from builder.model import Document
from builder.web.banner import page_top
from builder.web.block import footnotes
from builder.web.escape import anchor_text, markdown_text, yaml_text
from builder.web.exhibits import is_wide
from builder.web.inline import Pen
from builder.web.names import group_title, numbered
from builder.web.places import Place, Places, contents_page, group_page, relative
from builder.web.section import section_text
from builder.web.terms import swedish_order

__all__ = ["parties_documents_page", "supporting_page"]


def supporting_page(places: Places, document: Document) -> str:
    """A supporting document as one Markdown page: its facts, its contents and all its sections."""
    pen = Pen(places, document.name, contents_page(document))
    edition = document.edition
    hide = ("toc",) if any(map(is_wide, document.sections)) else ()
    top = page_top(yaml_text(edition.title), edition, hide, searchable=not edition.party)
    head = f"# {markdown_text(edition.title, at_start=True)}\n\n{' · '.join(_facts(pen, document))}\n{{: .fakta }}\n"
    sections = [section_text(pen, section, min(section.level + 1, 6)) for section in document.sections]
    return "\n".join([top + head, *_contents(document), *sections]) + footnotes(pen)


def _facts(pen: Pen, document: Document) -> Iterator[str]:
    edition = document.edition
    if edition.kind:
        yield markdown_text(edition.kind[:1].upper() + edition.kind[1:], at_start=True)
    yield belongs(pen.places, pen.page, document)
    if edition.party:
        yield f"[Samma dokument för andra parter]({pen.link(Place(group_page(document)))})"
    if edition.diary:
        yield f"Diarienummer {markdown_text(edition.diary)}"
    if edition.checksum:
        yield f"Kontrollsumma `{edition.checksum[:12]}`"


def belongs(places: Places, page: str, document: Document) -> str:
    """Which agreement a supporting document goes with, as Markdown."""
    agreement = places.library.agreements.get(document.edition.agreement)
    if agreement is None:
        return "Hör till alla avtalen"
    name, there = markdown_text(agreement.short or agreement.title), places.agreements.get(agreement.id)
    return f"Hör till [{name}]({relative(page, Place(there))})" if there else f"Hör till {name}"


def _contents(document: Document) -> Iterator[str]:
    """Links to the chapters, where there are several."""
    chapters = [section for section in document.sections if section.level == 1]
    if len(chapters) > 1:
        yield from ("Innehåll", "{: .i-dokumentet data-search-exclude }", "")
        yield from (f"-   [{markdown_text(numbered(s))}](#{anchor_text(s.id)})" for s in chapters)
        yield ""


def parties_documents_page(places: Places, documents: list[Document]) -> str:
    """The page that leads to the documents made for one party each."""
    first = documents[0]
    page, title = group_page(first), group_title(places.library, first)
    intro = "Dokumentet finns i ett exemplar för varje part. Uppgifterna om parten skiljer dem åt."
    top = page_top(yaml_text(title), first.edition)
    lines = [f"# {markdown_text(title, at_start=True)}", "", belongs(places, page, first), "{: .fakta }", ""]
    lines += [intro, "{: .spalter }", ""]
    named = sorted(((_party(places, doc), doc) for doc in documents), key=lambda row: swedish_order(row[0]))
    lines += [f"-   [{markdown_text(name)}]({relative(page, Place(contents_page(doc)))})" for name, doc in named]
    return top + "\n".join(lines) + "\n"


def _party(places: Places, document: Document) -> str:
    party = places.library.parties.get(document.edition.party)
    return party.name if party else document.edition.party
