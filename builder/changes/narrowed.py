"""A redline of some of the changes: of the rest the headings stand, so that numbers and references hold."""

from dataclasses import replace

from builder.changes.listing import changes
from builder.changes.selection import Selection, only_words, selected
from builder.model import Marks, Paragraph, Section, Shape, Text
from builder.redline import MarkedParagraph, MarkedSection, Redline, Span, accept, in_new, keep_section

__all__ = ["narrowed"]

SAME = "[Ingen ändring här.]"
NOT_SHOWN = "[Ändringen här visas inte i det här urvalet.]"


def narrowed(redline: Redline, wanted: Selection) -> Redline:
    """The redline with the changes that are asked for. What is left out is said on its first page."""
    only = only_words(wanted)
    if not only:
        return redline
    every = tuple(changes(redline))
    kept = {id(half) for change in selected(every, wanted) for half in (change.section, change.before)}
    changed = {change.section.id for change in every}
    new = {section.id: section for section in accept(redline)}
    sections = tuple(
        section if id(section) in kept else _folded(new[section.id], section.id in changed)
        for section in redline.sections
        if id(section) in kept or in_new(section.fate)
    )
    return replace(redline, sections=sections, cover=_cover(redline.cover, only), only=only)


def _folded(section: Section, is_changed: bool) -> MarkedSection:
    """Its heading, and a word on what stands there."""
    said = Paragraph((Text(NOT_SHOWN if is_changed else SAME, Marks(emphasis=True)),), Shape("facts"))
    return keep_section(replace(section, blocks=(said,) if section.blocks else ()))


def _cover(cover: MarkedParagraph, only: str) -> MarkedParagraph:
    return replace(cover, spans=(*cover.spans, Span(Text(f" – {only}"))))
