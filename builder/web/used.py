"""Who refers where: for each clause the sections whose text links to it."""

from collections.abc import Iterable, Iterator, Mapping

from builder.model import (
    Block,
    ClauseLink,
    Document,
    Inline,
    Note,
    Number,
    OutsideLink,
    Paragraph,
    Picture,
    Section,
    Table,
    Text,
)

__all__ = ["Uses", "uses"]

Uses = Mapping[tuple[str, str], tuple[tuple[str, Section], ...]]
"""(document, clause id) to the (document, section) pairs that refer to it, in printed order."""


def uses(documents: tuple[Document, ...]) -> Uses:
    """Where every clause is referred to from, own document and the others."""
    home = {(doc.edition.agreement, section.id): doc.name for doc in reversed(documents) for section in doc.sections}
    found: dict[tuple[str, str], dict[tuple[str, str], tuple[str, Section]]] = {}
    for document in documents:
        for section in document.sections:
            for target in _targets(section, document.name, home):
                if target != (document.name, section.id):
                    found.setdefault(target, {})[document.name, section.id] = (document.name, section)
    return {target: tuple(callers.values()) for target, callers in found.items()}


def _targets(section: Section, document: str, home: Mapping[tuple[str, str], str]) -> Iterator[tuple[str, str]]:
    for inline in _inlines(section.blocks):
        link = inline.marks.link if isinstance(inline, Text | Number) else None
        match link:
            case ClauseLink(clause=clause):
                yield document, clause
            case OutsideLink(clause=clause, agreement=agreement) if (agreement, clause) in home:
                yield home[agreement, clause], clause
            case _ if isinstance(inline, Number):
                yield document, inline.clause
            case _:
                pass


def _inlines(content: Iterable[Block]) -> Iterator[Inline]:
    for block in content:
        match block:
            case Paragraph(content=inlines):
                yield from inlines
                for inline in inlines:
                    if isinstance(inline, Note):
                        yield from _inlines(inline.content)
            case Table(rows=rows):
                for row in rows:
                    for cell in row.cells:
                        yield from _inlines(cell.content)
            case Picture():
                pass
