"""Questions of the working day: for each a page that answers with the clauses' own words, steps and all."""

from collections.abc import Iterator

from builder.model import Document, Edition, Picture, Section
from builder.pictures import steps
from builder.records import Record, ViewSpec, value_texts
from builder.steps import first_steps
from builder.web.block import blocks, footnotes, heading
from builder.web.escape import markdown_text
from builder.web.inline import Pen
from builder.web.names import numbered
from builder.web.picture import figure
from builder.web.places import QUESTIONS, Place, Places, relative
from builder.web.site import Site
from builder.web.views.place import begin, one, row_page, view_page
from builder.web.views.shown import clause_in, text_of

__all__ = ["everyday_page", "question_list", "question_page", "steps_picture"]

GROUP = "grupp"
EMPTY = "Inga frågor är införda än."
DRAWN = "Stegen i bild"
ON_CARD = 1100
"""A taller picture has no room on a card of one sheet."""
UNANSWERED = "Texten som svarar på frågan finns inte i något dokument än."


def everyday_page(site: Site, view: ViewSpec, edition: Edition | None) -> str:
    """All questions, under what they are grouped by."""
    page = view_page(view)
    rows = site.library.records.get(view.source, ())
    groups = dict.fromkeys(one(row, GROUP) for row in rows)
    parts = [begin(view.title, edition, view.intro)]
    for group in groups:
        parts += [f"{heading(2, markdown_text(group), f'grupp-{len(parts)}')}\n"] if group else []
        parts += question_list(view, [row for row in rows if one(row, GROUP) == group], page)
        parts += [""]
    return "\n".join(parts if rows else [*parts, EMPTY, ""])


def question_list(view: ViewSpec, rows: list[Record], page: str) -> Iterator[str]:
    """Questions as links, seen from a page."""
    for row in rows:
        address = relative(page, Place(row_page(view, row.id)))
        yield f"-   [{markdown_text(one(row, 'fråga'))}]({address})"


def question_page(places: Places, site: Site, view: ViewSpec, row: Record, edition: Edition | None) -> str:
    """One question with its answer: the text of each clause that it points at, whole, and where that stands."""
    page = row_page(view, row.id)
    found = [known for name in value_texts(row, "klausul") if (known := clause_in(site, name))]
    parts, pen = [begin(one(row, "fråga"), edition)], Pen(places, "", page)
    for document, section in found:
        pen.document = document.name
        pen.begin_clause()
        parts += [*_answer(pen, section, alone=len(found) == 1), _source(pen, document, section)]
    parts += [] if found else [UNANSWERED, ""]
    if drawn := steps_picture(site, row, caption=DRAWN):
        kind = "stegbild" if drawn.drawing.height <= ON_CARD else "stegbild stegbild--lang"
        parts += [f'<div class="{kind}" data-search-exclude>{figure(drawn)}</div>\n']
    back = relative(page, Place(view_page(view)))
    return "\n".join([*parts, f"[{markdown_text(view.title)}: alla frågor]({back})\n{{: .tillbaka }}\n"]) + footnotes(
        pen
    )


def steps_picture(site: Site, row: Record, caption: str = "") -> Picture | None:
    """The steps of the first clause that answers a question with some, drawn."""
    known = (clause_in(site, name) for name in value_texts(row, "klausul"))
    answer = first_steps(section for _, section in filter(None, known))
    if answer is None:
        return None
    told = [(step.number, step.actor, step.short) for step in answer[1]]
    return steps(told, caption=caption, key=row.id)


def _answer(pen: Pen, section: Section, alone: bool) -> Iterator[str]:
    if not alone:
        yield f"{heading(2, markdown_text(numbered(section)), section.id)}\n"
    yield blocks(pen, text_of(section), section.id, 2)


def _source(pen: Pen, document: Document, section: Section) -> str:
    there = pen.link(pen.places.sections[document.name, section.id])
    title = document.edition.agreement_title or document.edition.title
    said = [f"Källa: [{markdown_text(numbered(section))}]({there}) i {markdown_text(title)}"]
    if number := len(section.facts.questions):
        words = "1 öppen fråga" if number == 1 else f"{number} öppna frågor"
        said += [f"[{words} om detta]({pen.link(Place(QUESTIONS))})"]
    return f"{' · '.join(said)}\n{{: .klausulfot }}\n"
