"""The open questions of a document, each once with the clauses that ask it."""

from builder.model import Document, Question, Section

__all__ = ["Asked", "asked"]

Asked = tuple[Question, tuple[Section, ...]]


def asked(document: Document) -> tuple[Asked, ...]:
    """Every question of a document in printed order, one asked in the same words by several clauses once."""
    found: dict[Question, list[Section]] = {}
    for section in document.sections:
        for question in section.facts.questions:
            found.setdefault(question, []).append(section)
    return tuple((question, tuple(sections)) for question, sections in found.items())
