"""A chapter's page: its clauses with number, title, anchor, text, id and where they are referred to."""

from builder.model import Document, Section, words
from builder.web.banner import page_top
from builder.web.block import blocks, footnotes, heading
from builder.web.escape import anchor_text, markdown_text, yaml_text
from builder.web.inline import Pen, inlines
from builder.web.places import Chapter, Place, Places
from builder.web.used import Uses

__all__ = ["chapter_page", "numbered"]

ELSEWHERE = frozenset({"bilaga/begreppslista", "bilaga/parametrar", "bilaga/parter"})
"""Annexes that repeat a page of the site, which is the one to find."""


def numbered(section: Section) -> str:
    """A section's number and title as a reader names it."""
    return f"{section.number} {words(section.title)}".strip()


def chapter_page(places: Places, document: Document, chapter: Chapter, uses: Uses) -> str:
    """One chapter as a Markdown page."""
    pen = Pen(places, document.name, chapter.page)
    sections = [_section(pen, section, uses, section is chapter.head) for section in chapter.sections]
    title = yaml_text(numbered(chapter.head))
    top = page_top(title, document.edition, searchable=chapter.head.id not in ELSEWHERE)
    return top + "\n".join(sections) + footnotes(pen)


def _section(pen: Pen, section: Section, uses: Uses, first: bool) -> str:
    pen.begin_clause()
    level = 1 if first else max(2, min(section.level, 6))
    number = f'<span class="nr">{markdown_text(section.number)}</span> ' if section.number else ""
    title = heading(level, number + inlines(pen, section.title), section.id)
    return f"{title}\n\n{blocks(pen, section.blocks, section.id, level)}{_foot(pen, section, uses)}"


def _foot(pen: Pen, section: Section, uses: Uses) -> str:
    if section.kind != "clause":
        return ""
    lines = [f"Klausul [{markdown_text(section.id)}](#{anchor_text(section.id)})"]
    if callers := uses.get((pen.document, section.id), ()):
        lines.append("Hänvisas från " + ", ".join(_caller(pen, caller) for caller in callers))
    return "\n" + " · ".join(lines) + "\n{: .klausulfot }\n"


def _caller(pen: Pen, caller: tuple[str, Section]) -> str:
    document, section = caller
    place = pen.places.sections[document, section.id]
    return f"[{markdown_text(numbered(section))}]({pen.link(Place(place.page, place.anchor))})"
