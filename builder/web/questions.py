"""The page of open questions: all that the parties have to take a stand on."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from builder.model import Document, Edition
from builder.web.asked import Asked, asked
from builder.web.banner import page_top
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.names import group_title, numbered
from builder.web.places import QUESTIONS, Places, relative

__all__ = ["questions_page"]

SHARED = "i-flera-avtal"
SHARED_TITLE = "Klausuler som flera avtal delar"


def questions_page(places: Places, documents: tuple[Document, ...], edition: Edition | None) -> str:
    """Every open question once: under its agreement, in clauses that agreements share, in supporting documents."""
    own = tuple(document for document in documents if not document.edition.supporting)
    shared = _shared(own)
    lines = [line for document in own for line in _own(places, document, shared)]
    lines += _together(places, own, shared)
    lines += [line for document in _beside(documents) for line in _document(places, document)]
    body = "\n".join(lines) or "Det finns inga öppna frågor."
    intro = "Frågorna ska vara besvarade innan texten är klar för beslut."
    return f"{page_top(yaml_text('Öppna frågor'), edition)}# Öppna frågor\n\n{intro}\n\n{body}\n"


def _shared(own: tuple[Document, ...]) -> frozenset[str]:
    """The clauses that stand in more than one agreement's text."""
    times = Counter(section.id for document in own for section in document.sections if section.kind == "clause")
    return frozenset(name for name, number in times.items() if number > 1)


def _own(places: Places, document: Document, shared: frozenset[str]) -> Iterator[str]:
    """An agreement's questions; of those in shared clauses only how many they are."""
    mine = _without(document, shared)
    yield from _document(places, mine)
    if number := len(asked(document)) - len(asked(mine)):
        words = "1 fråga" if number == 1 else f"{number} frågor"
        yield from () if asked(mine) else _heading(places, document)
        yield f"[{words} i klausuler som avtalet delar med andra](#{SHARED})"
        yield ""


def _together(places: Places, own: tuple[Document, ...], shared: frozenset[str]) -> Iterator[str]:
    """The questions of shared clauses, with links to the first agreement that has them."""
    seen: set[str] = set()
    lines: list[str] = []
    for document in own:
        others = frozenset(section.id for section in document.sections if section.id not in shared)
        lines += _questions(places, _without(document, others | seen))
        seen |= {section.id for section in document.sections}
    yield from [f"## {SHARED_TITLE} {{#{SHARED}}}", "", *lines, ""] if lines else []


def _beside(documents: tuple[Document, ...]) -> Iterator[Document]:
    """The supporting documents with the clauses that nothing before has; of those made for each party one."""
    seen: set[str] = set()
    for document in sorted(documents, key=lambda doc: (doc.edition.supporting, bool(doc.edition.party))):
        if document.edition.supporting:
            yield _without(document, frozenset(seen))
        seen |= {section.id for section in document.sections}


def _without(document: Document, clauses: frozenset[str]) -> Document:
    return replace(document, sections=tuple(section for section in document.sections if section.id not in clauses))


def _document(places: Places, document: Document) -> Iterator[str]:
    if questions := [*_questions(places, document)]:
        yield from (*_heading(places, document), *questions, "")


def _heading(places: Places, document: Document) -> tuple[str, str]:
    return f"## {markdown_text(group_title(places.library, document), at_start=True)} {{#{slug(document.name)}}}", ""


def _questions(places: Places, document: Document) -> Iterator[str]:
    return (line for row in asked(document) for line in _question(places, document, row))


def _question(places: Places, document: Document, row: Asked) -> Iterator[str]:
    question, sections = row
    there = ((numbered(section), places.sections[document.name, section.id]) for section in sections)
    links = ", ".join(f"[{markdown_text(name)}]({relative(QUESTIONS, place)})" for name, place in there)
    name = f"<strong>{markdown_text(question.id)}</strong> " if question.id else ""
    yield f"-   {name}{markdown_text(question.text)} {links}"
    for alternative in question.alternatives:
        yield f"    -   {markdown_text(alternative, at_start=True)}"
