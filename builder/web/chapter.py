"""A chapter's page: its clauses with number, title, anchor, text, id and where they are referred to."""

from collections.abc import Iterable, Iterator

from builder.model import Document, Section
from builder.web.banner import page_top
from builder.web.block import footnotes
from builder.web.escape import anchor_text, markdown_text, yaml_text
from builder.web.exhibits import is_wide, repeats
from builder.web.history import NO_PAST, Pasts, last_change
from builder.web.inline import Pen
from builder.web.names import numbered
from builder.web.pinned import pinned
from builder.web.places import Chapter, Place, Places, history_page
from builder.web.remark import remark_address
from builder.web.section import section_text
from builder.web.used import Caller, Uses

__all__ = ["chapter_page"]


def chapter_page(places: Places, document: Document, chapter: Chapter, uses: Uses, known: Pasts = NO_PAST) -> str:
    """One chapter as a Markdown page. `known` is the past of its clauses."""
    pen = Pen(places, document.name, chapter.page)
    sections = []
    for section in chapter.sections:
        level = 1 if section is chapter.head else max(2, min(section.level, 6))
        remarks = remark_address(places.library.project, document, section)
        sections.append(section_text(pen, section, level) + _foot(pen, section, uses, known, remarks))
    title = yaml_text(numbered(chapter.head))
    hide = ("toc",) if is_wide(chapter.head) else ()
    top = page_top(title, document.edition, hide, searchable=not repeats(places.library, chapter.head))
    return top + "\n".join(sections) + footnotes(pen)


def _foot(pen: Pen, section: Section, uses: Uses, known: Pasts, remarks: str) -> str:
    if section.kind != "clause":
        return ""
    lines = [f"Klausul [{markdown_text(section.id)}](#{anchor_text(section.id)}){{.klausul-id}}"]
    lines += _past(pen, section, known)
    lines += [f"[Lämna synpunkt]({remarks})"] if remarks else []
    lines += pinned(pen.places.library, section)
    lines += _callers(pen, uses.get((pen.document, section.id), ()))
    return "\n" + " · ".join(lines) + "\n{: .klausulfot }\n"


def _past(pen: Pen, section: Section, known: Pasts) -> Iterator[str]:
    """When the clause last changed, as a link to all that has happened to it."""
    past = known.get((pen.document, section.id))
    if past is not None and (words := last_change(past)):
        yield f"[{markdown_text(words)}]({pen.link(Place(history_page(pen.document), section.id))})"


def _callers(pen: Pen, callers: tuple[Caller, ...]) -> Iterator[str]:
    """The clauses that refer here by number, and the supporting documents that do by title."""
    clauses = [(caller, numbered(caller[1])) for caller in callers if not caller[0].edition.supporting]
    beside = [(caller, caller[0].edition.title) for caller in callers if caller[0].edition.supporting]
    yield from [f"Hänvisas från {_links(pen, clauses)}"] if clauses else []
    yield from [f"Tas upp i {_links(pen, beside)}"] if beside else []


def _links(pen: Pen, callers: Iterable[tuple[Caller, str]]) -> str:
    return ", ".join(f"[{markdown_text(name)}]({pen.link(_place(pen, caller))})" for caller, name in callers)


def _place(pen: Pen, caller: Caller) -> Place:
    document, section = caller
    return pen.places.sections[document.name, section.id]
