"""Entries of the documents: a clause each, and the sections of supporting documents."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from builder.library import Library
from builder.model import Document, Edition, Paragraph, Section, all_paragraphs, words
from builder.search.entry import Elsewhere, Entry, Kind
from builder.search.names import Names
from builder.search.rows import told_in_tables
from builder.web.banner import mark, version_name
from builder.web.exhibits import repeats
from builder.web.names import numbered, short_title
from builder.web.places import Places

__all__ = ["clause_entries"]


def clause_entries(places: Places, documents: Iterable[Document]) -> Iterator[Entry]:
    """The clauses and annexes of each document; a clause that several agreements share is one entry.

    Left out: documents made for each party, which say the same, and tables that repeat the words of clauses.
    """
    every = tuple(documents)
    names = Names(places.library, told_in_tables(places.library, every))
    found: dict[tuple[Kind, str], Entry] = {}
    for document in every:
        for section_id, entry in () if document.edition.party else _document(places, document, names):
            key = (entry.kind, section_id if entry.kind == "Klausul" else f"{document.name} {section_id}")
            found[key] = _shared(found[key], entry) if key in found else entry
    return iter(found.values())


def _shared(first: Entry, other: Entry) -> Entry:
    more = Elsewhere(other.agreement, other.number, other.chapter, other.place)
    return replace(first, elsewhere=(*first.elsewhere, more))


def _document(places: Places, document: Document, names: Names) -> Iterator[tuple[str, Entry]]:
    chapter = ""
    for section in document.sections:
        chapter = numbered(section) if section.level <= 1 else chapter
        if (section.kind == "clause" or section.blocks) and not repeats(places.library, section):
            yield section.id, _entry(places, document, section, chapter, names)


def _entry(places: Places, document: Document, section: Section, chapter: str, names: Names) -> Entry:
    edition, library = document.edition, places.library
    facts, text = _paragraphs(section)
    return Entry(
        kind="Underlag" if edition.supporting else "Klausul" if section.kind == "clause" else "Bilaga",
        place=places.sections[document.name, section.id],
        title=words(section.title),
        text=text,
        number=section.number,
        agreement=_agreement(library, edition),
        document=edition.title if edition.supporting else "",
        chapter=chapter,
        roles=_roles(library, section),
        version=version_name(edition),
        status=mark(edition),
        names=names.of_title(section),
        words=names.of_text(section, text),
        beside=facts,
        instead=names.instead(section, text),
    )


def _agreement(library: Library, edition: Edition) -> str:
    if not edition.supporting:
        return short_title(library, edition)
    known = library.agreements.get(edition.agreement)
    return (known.short or known.title) if known else ""


def _paragraphs(section: Section) -> tuple[str, str]:
    """Small print and text."""
    facts = [words(p.content) for p in section.blocks if isinstance(p, Paragraph) and p.shape.kind == "facts"]
    others = (block for block in section.blocks if not (isinstance(block, Paragraph) and block.shape.kind == "facts"))
    return " ".join(facts), " · ".join(filter(None, (words(p.content) for p in all_paragraphs(others))))


def _roles(library: Library, section: Section) -> tuple[str, ...]:
    known = library.parties
    return tuple(known[party].name if party in known else party for party in section.facts.responsible)
