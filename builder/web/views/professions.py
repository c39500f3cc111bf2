"""What the texts ask of a profession: its everyday questions, its steps in tables and the rules that name it."""

import re
from collections.abc import Iterator

from builder.language.duties import is_duty
from builder.model import Document, Edition, Paragraph, Row, Section, Table, words
from builder.records import Record, ViewSpec, value_texts
from builder.steps import DOES, WHEN, WHO, row_words, table_heads
from builder.web.block import footnotes
from builder.web.escape import markdown_text
from builder.web.inline import Pen, inlines
from builder.web.names import numbered
from builder.web.places import Place, Places, relative
from builder.web.site import Site
from builder.web.views.everyday import question_list
from builder.web.views.place import begin, one, row_page, view_page
from builder.web.views.shown import own_clauses, text_of

__all__ = ["profession_page", "professions_page"]

STEP_HEAD = ("## Steg för steg {#steg}", "", "| Gör | När | Klausul |", "|:---|:---|:---|")
EMPTY = "Inga yrken är införda än."
NOTHING = "Texterna nämner inte yrket än."


def professions_page(site: Site, view: ViewSpec, edition: Edition | None) -> str:
    """All professions."""
    page, rows = view_page(view), site.library.records.get(view.source, ())
    links = ((one(row, "namn"), relative(page, Place(row_page(view, row.id)))) for row in rows)
    lines = [f"-   [{markdown_text(name)}]({address})" for name, address in links]
    return begin(view.title, edition, view.intro) + "\n".join(lines or [EMPTY]) + "\n"


def profession_page(places: Places, site: Site, view: ViewSpec, row: Record, edition: Edition | None) -> str:
    """One profession. The words that name it are those of the register, whole and in the forms written there."""
    pen = Pen(places, "", row_page(view, row.id))
    named = _naming(value_texts(row, "ord"))
    parts = [*_questions(site, pen.page, row.id)]
    steps = [line for document, section in own_clauses(site) for line in _steps(pen, document, section, named)]
    parts += [*STEP_HEAD, *steps, ""] if steps else []
    duties = [line for document, section in own_clauses(site) for line in _duties(pen, document, section, named)]
    parts += ["## Regler som nämner yrket {#regler}", "", *duties, ""] if duties else []
    body = "\n".join(parts or [NOTHING, ""]) + footnotes(pen)
    return begin(one(row, "namn"), edition, one(row, "beskrivning")) + body


def _questions(site: Site, page: str, profession: str) -> Iterator[str]:
    for view in site.library.views.values():
        rows = site.library.records.get(view.source, ()) if view.kind == "frågor" else ()
        mine = [row for row in rows if profession in value_texts(row, "yrken")]
        if mine:
            yield from (f"## {markdown_text(view.title, at_start=True)}", "", *question_list(view, mine, page), "")


def _naming(said: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, said))})(?!\w)", re.IGNORECASE) if said else None


def _steps(pen: Pen, document: Document, section: Section, named: re.Pattern[str] | None) -> Iterator[str]:
    for table in (block for block in text_of(section) if isinstance(block, Table)):
        heads = table_heads(table)
        if named is None or not {WHO, DOES} <= {*heads}:
            continue
        for row in table.rows[1:]:
            if named.search(row_words(row, heads, WHO)):
                yield _step(pen, document, section, row, heads)


def _step(pen: Pen, document: Document, section: Section, row: Row, heads: list[str]) -> str:
    pen.document = document.name
    pen.begin_clause()
    cells = [_written(pen, row, heads, name) if name in heads else "" for name in (DOES, WHEN)]
    return f"| {' | '.join([*cells, _link(pen, document, section)])} |"


def _written(pen: Pen, row: Row, heads: list[str], name: str) -> str:
    return "<br>".join(inlines(pen, paragraph.content) for paragraph in row.cells[heads.index(name)].content)


def _duties(pen: Pen, document: Document, section: Section, named: re.Pattern[str] | None) -> Iterator[str]:
    for block in text_of(section):
        if named is None or not isinstance(block, Paragraph) or block.shape.kind != "text":
            continue
        said = words(block.content)
        if named.search(said) and is_duty(said, document.edition.language):
            pen.document = document.name
            pen.begin_clause()
            yield f"-   {inlines(pen, block.content)} <small>{_link(pen, document, section)}</small>"


def _link(pen: Pen, document: Document, section: Section) -> str:
    there = pen.link(pen.places.sections[document.name, section.id])
    return f"[{markdown_text(numbered(section))}]({there})"
