"""Hypothesis strategies: documents in which parts change place, and tables whose columns come, go and move."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from hypothesis import strategies as st

from builder.model import Block, Cell, Document, Inline, Note, Paragraph, Section, Table, Text, join
from tests.documents import (
    ALIGNMENTS,
    SHAPES,
    add_block,
    cells,
    documents,
    edit_block,
    edited,
    on_section,
    one_of,
    tables,
)

__all__ = ["moved_pairs"]

T = TypeVar("T")
Edit = Callable[[st.DrawFn, Document], Document]


def shuffled(draw: st.DrawFn, things: tuple[T, ...]) -> tuple[T, ...]:
    """The same with one of them in another place."""
    if not things:
        return things
    order = list(things)
    order.insert(draw(st.integers(0, len(order) - 1)), order.pop(one_of(draw, things)))
    return tuple(order)


def on_table(draw: st.DrawFn, document: Document, change: Callable[[Table], Table]) -> Document:
    def changed(section: Section) -> Section:
        return replace(section, blocks=tuple(change(b) if isinstance(b, Table) else b for b in section.blocks))

    return on_section(draw, document, changed)


def add_column(draw: st.DrawFn, document: Document) -> Document:
    def added(table: Table) -> Table:
        place, new = draw(st.integers(0, len(table.alignment))), draw(st.sampled_from(ALIGNMENTS))
        rows = (replace(r, cells=(*r.cells[:place], draw(cells), *r.cells[place:])) for r in table.rows)
        alignment = (*table.alignment[:place], new, *table.alignment[place:])
        return replace(table, rows=tuple(rows), alignment=alignment)

    return on_table(draw, document, added)


def remove_column(draw: st.DrawFn, document: Document) -> Document:
    def removed(table: Table) -> Table:
        place = one_of(draw, table.alignment)
        return picked(table, [n for n in range(len(table.alignment)) if n != place or len(table.alignment) == 1])

    return on_table(draw, document, removed)


def move_column(draw: st.DrawFn, document: Document) -> Document:
    def moved(table: Table) -> Table:
        return picked(table, list(shuffled(draw, tuple(range(len(table.alignment))))))

    return on_table(draw, document, moved)


def picked(table: Table, places: list[int]) -> Table:
    rows = tuple(replace(row, cells=tuple(row.cells[n] for n in places)) for row in table.rows)
    return replace(table, rows=rows, alignment=tuple(table.alignment[n] for n in places))


def move_row(draw: st.DrawFn, document: Document) -> Document:
    return on_table(draw, document, lambda t: replace(t, rows=(*t.rows[:1], *shuffled(draw, t.rows[1:]))))


def add_table(draw: st.DrawFn, document: Document) -> Document:
    return on_section(draw, document, lambda s: replace(s, blocks=(*s.blocks, draw(tables()))))


def move_block(draw: st.DrawFn, document: Document) -> Document:
    return on_section(draw, document, lambda s: replace(s, blocks=shuffled(draw, s.blocks)))


def longer(draw: st.DrawFn, document: Document) -> Document:
    """The document with paragraphs long enough to be known again, some of them with a footnote."""
    said = st.sampled_from(["Läkaren ska svara inom en timme.", "Kommunen har personal alla dagar.", "Enligt ovan."])
    shapes = st.sampled_from(SHAPES)
    words = said.map(lambda text: (Text(text),))
    note = said.map(lambda text: Note((Paragraph((Text(text),)),)))
    content = words | st.tuples(said.map(Text), note, st.just(Text(" Mer sägs nedan.")))

    def grown(section: Section) -> Section:
        added = tuple(Paragraph(draw(content), draw(shapes)) for _ in range(draw(st.integers(0, 3))))
        return replace(section, blocks=(*added, *section.blocks))

    return replace(document, sections=tuple(grown(section) for section in document.sections))


def give_block(draw: st.DrawFn, document: Document) -> Document:
    """A block of one section in another."""
    from_, to = one_of(draw, document.sections), one_of(draw, document.sections)
    sections = list(document.sections)
    if sections[from_].blocks:
        *rest, block = shuffled(draw, sections[from_].blocks)
        sections[from_] = replace(sections[from_], blocks=tuple(rest))
        sections[to] = replace(sections[to], blocks=shuffled(draw, (*sections[to].blocks, block)))
    return replace(document, sections=tuple(sections))


def give_edited(draw: st.DrawFn, document: Document) -> Document:
    """Like `give_block`, with some other words in what moved, in tables also a row more."""
    given = give_block(draw, document)
    place = one_of(draw, given.sections)
    blocks = tuple(map(reworded, given.sections[place].blocks))
    edited_section = replace(given.sections[place], blocks=blocks)
    return replace(given, sections=(*given.sections[:place], edited_section, *given.sections[place + 1 :]))


def reworded(block: Block) -> Block:
    match block:
        case Paragraph():
            return reworded_paragraph(block)
        case Table(rows=(*_, last) as rows):
            row = replace(last, cells=tuple(Cell(tuple(map(reworded_paragraph, c.content))) for c in last.cells))
            return replace(block, rows=(*rows[:-1], row, replace(row, header=False, key="")))
        case _:
            return block


def reworded_paragraph(paragraph: Paragraph) -> Paragraph:
    content = (_reworded(inline) for inline in paragraph.content)
    return replace(paragraph, content=join((*content, Text(" Det gäller alla."))))


def _reworded(inline: Inline) -> Inline:
    match inline:
        case Text(text=text):
            return Text(text.replace("alla dagar", "vardagar"))
        case Note(content=content):
            return Note(tuple(map(reworded_paragraph, content)))
        case _:
            return inline


def split_section(draw: st.DrawFn, document: Document) -> Document:
    place = one_of(draw, document.sections)
    section = document.sections[place]
    cut = draw(st.integers(0, len(section.blocks)))
    name = f"{section.id}-delad{len(document.sections)}"
    two = (replace(section, blocks=section.blocks[:cut]), replace(section, id=name, blocks=section.blocks[cut:]))
    return replace(document, sections=(*document.sections[:place], *two, *document.sections[place + 1 :]))


def merge_sections(draw: st.DrawFn, document: Document) -> Document:
    if len(document.sections) < 2:
        return document
    place = draw(st.integers(0, len(document.sections) - 2))
    first, second = document.sections[place : place + 2]
    one = replace(first, blocks=(*first.blocks, *second.blocks))
    return replace(document, sections=(*document.sections[:place], one, *document.sections[place + 2 :]))


MOVES: tuple[Edit, ...] = (
    add_column, remove_column, move_column, move_row, move_block, edit_block, add_block,
    give_block, give_block, give_edited, split_section, merge_sections,
)  # fmt: skip


@st.composite
def moved_pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """A document with tables, and a new one in which parts stand elsewhere."""
    old = draw(documents().filter(lambda document: bool(document.sections)))
    old = new = longer(draw, add_table(draw, old))
    for edit in draw(st.lists(st.sampled_from(MOVES), min_size=1, max_size=4)):
        new = edit(draw, new)
    return old, draw(edited(new))
