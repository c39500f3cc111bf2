"""The page of open questions: all that the parties have to take a stand on."""

from collections.abc import Iterator

from builder.model import Document, Edition, Question, Section
from builder.web.banner import page_top
from builder.web.chapter import numbered
from builder.web.escape import markdown_text, slug, yaml_text
from builder.web.places import QUESTIONS, Place, Places, relative

__all__ = ["questions_page"]


def questions_page(places: Places, documents: tuple[Document, ...], edition: Edition | None) -> str:
    """Every open question under its agreement, with a link to the clause that asks it."""
    body = "\n".join(line for document in documents for line in _document(places, document))
    intro = "Frågorna ska vara besvarade innan texten är klar för beslut."
    top = page_top(yaml_text("Öppna frågor"), edition)
    return f"{top}# Öppna frågor\n\n{intro}\n\n{body or 'Det finns inga öppna frågor.'}\n"


def _document(places: Places, document: Document) -> Iterator[str]:
    asked = [(section, question) for section in document.sections for question in section.facts.questions]
    if not asked:
        return
    yield f"## {markdown_text(document.edition.title, at_start=True)} {{#{slug(document.name)}}}"
    yield ""
    for section, question in asked:
        yield from _question(places, document, section, question)
    yield ""


def _question(places: Places, document: Document, section: Section, question: Question) -> Iterator[str]:
    place = places.sections[document.name, section.id]
    link = f"[{markdown_text(numbered(section))}]({relative(QUESTIONS, Place(place.page, section.id))})"
    name = f"<strong>{markdown_text(question.id)}</strong> " if question.id else ""
    yield f"-   {name}{markdown_text(question.text)} {link}"
    for alternative in question.alternatives:
        yield f"    -   {markdown_text(alternative, at_start=True)}"
