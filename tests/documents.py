"""Hypothesis strategies: small documents, and pairs of which the new one came from the old by a few edits."""

from collections.abc import Callable
from dataclasses import replace
from itertools import chain

from hypothesis import strategies as st

from builder.model import (
    PLAIN,
    TABLES,
    Alignment,
    Block,
    Box,
    Break,
    Cell,
    ClauseLink,
    Document,
    Drawing,
    Edition,
    Inline,
    Label,
    Marks,
    Note,
    Number,
    OutsideLink,
    Paragraph,
    Picture,
    Row,
    Section,
    Shape,
    Stroke,
    Table,
    TermUse,
    Text,
    Url,
    join,
)  # fmt: skip

__all__ = ["documents", "edited", "pairs", "renumbered"]

WORDS = (
    *(
        "kommunen",
        "regionen",
        "ska",
        "bör",
        "får",
        "senast",
        "inom",
        "14",
        "7",
        "30",
        "dagar",
        "minuter",
        "och",
        "eller",
    ),
    *("i", "hemmet", "enligt", "2017:30", "hälso-", "läkare", "patienten", "16", "kap.", "§", ",", ".", ";", "»så«"),
    *("&", "<", ">", "\N{HOUSE BUILDING}", "\N{REPLACEMENT CHARACTER}", "e\N{COMBINING ACUTE ACCENT}", "é"),
)
IDS = [f"hemmet/klausul-{k}" for k in range(1, 8)]
LOOKS = [
    PLAIN, Marks(strong=True), Marks(emphasis=True, code=True), Marks(strike=True), Marks(link=Url("https://a.example")),
    Marks(link=Url("https://b.example", "titel")), Marks(link=ClauseLink(IDS[0])), Marks(about=TermUse("plan")),
    Marks(link=OutsideLink("rehab/x", "rehab", "utkast-1")), Marks(link=OutsideLink("rehab/x", "rehab", "utkast-2")),
]  # fmt: skip
SHAPES = [
    Shape(), Shape("heading", 1), Shape("code"), Shape("facts"), Shape("question"), Shape("caption"), Shape(quote=1),
    Shape(level=1, marker="bullet"), Shape(level=2, marker="number", start=3), Shape(level=1),
]  # fmt: skip
ALIGNMENTS: list[Alignment] = ["left", "center", "right"]
SPACES = (" ", " ", " ", "  ", "\u00a0", "")

pieces = st.sampled_from([word + space for word in WORDS for space in SPACES])
phrases = st.lists(pieces, max_size=8).map("".join)
texts = st.builds(Text, phrases, st.sampled_from(LOOKS))
numbers = st.builds(Number, st.sampled_from(IDS), st.sampled_from(["1.1", "2.3", ""]))
plain_inlines = st.one_of(texts, texts, texts, numbers, st.just(Break()))
notes = st.lists(st.lists(plain_inlines, max_size=3).map(join).map(Paragraph), min_size=1, max_size=2).map(
    lambda content: Note(tuple(content))
)
contents = st.lists(st.one_of(plain_inlines, plain_inlines, notes), max_size=3).map(join)
paragraphs = st.builds(Paragraph, contents, st.sampled_from(SHAPES))
cells = st.lists(st.builds(Paragraph, contents), min_size=1, max_size=2).map(lambda content: Cell(tuple(content)))


def rows(columns: int, header: bool = False) -> st.SearchStrategy[Row]:
    keys = st.just("") if header else st.sampled_from(["", "", "rad-1", "rad-2", "rad-3"])
    few = min(columns, 2)
    rest = (Cell((Paragraph(()),)),) * (columns - few)
    return st.builds(lambda c, key: Row((*c, *rest), header, key), st.lists(cells, min_size=few, max_size=few), keys)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.sampled_from([1, 1, 2, 2, 2, 7]))
    body = draw(st.lists(rows(columns), max_size=2))
    alignment = draw(st.lists(st.sampled_from(ALIGNMENTS), min_size=columns, max_size=columns))
    return Table((draw(rows(columns, header=True)), *body), tuple(alignment))


parts = st.one_of(
    st.builds(Box, st.integers(0, 80), st.integers(0, 40), st.just(20), st.just(9), st.sampled_from(["low", "high"])),
    st.builds(Label, st.integers(0, 80), st.integers(0, 40), phrases, st.just(12)),
    st.just(Stroke(0, 0, 90, 45)),
)
drawings = st.builds(lambda drawn: Drawing(90, 45, tuple(drawn)), st.lists(parts, max_size=2))
pictures = st.builds(
    Picture, phrases, drawings, st.sampled_from(["", "", "Riskerna i bild"]), st.sampled_from(["", "bild-1", "bild-2"])
)
blocks: st.SearchStrategy[Block] = st.one_of(paragraphs, paragraphs, paragraphs, tables(), pictures)
captions = st.builds(
    lambda number, said: Paragraph((Number(TABLES, f"Tabell {number}."), Text(f" {said}")), Shape("caption")),
    st.sampled_from(["1", "2", "3"]), st.sampled_from(["Vem som gör vad", "Tider", "Kommunens och regionens ansvar"]),
)  # fmt: skip
runs = st.one_of(blocks.map(lambda block: (block,)), st.tuples(captions, tables()))
"""Blocks one by one, or a table with its caption."""


def sections(name: str) -> st.SearchStrategy[Section]:
    return st.builds(
        lambda level, title, body, number: Section(name, "clause", level, title, tuple(chain(*body)), number),
        st.integers(1, 3), contents, st.lists(runs, max_size=3), st.sampled_from(["1", "1.1", "2.4"]),
    )  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document with up to four sections, sometimes one of them twice."""
    names = draw(st.lists(st.sampled_from(IDS), max_size=4, unique=draw(st.integers(0, 9)) > 0))
    edition = Edition(draw(phrases), version="utkast-1", date="2027-01-01")
    return Document("hemmet", edition, tuple(draw(sections(name)) for name in names))


# --- edits -------------------------------------------------------------------------------------------

Edit = Callable[[st.DrawFn, Document], Document]


def one_of(draw: st.DrawFn, things: tuple[object, ...]) -> int:
    return draw(st.integers(0, len(things) - 1))


def move_section(draw: st.DrawFn, document: Document) -> Document:
    order = list(document.sections)
    section = order.pop(one_of(draw, document.sections))
    order.insert(draw(st.integers(0, len(order))), section)
    return replace(document, sections=tuple(order))


def remove_section(draw: st.DrawFn, document: Document) -> Document:
    place = one_of(draw, document.sections)
    return replace(document, sections=document.sections[:place] + document.sections[place + 1 :])


def add_section(draw: st.DrawFn, document: Document) -> Document:
    place = draw(st.integers(0, len(document.sections)))
    section = draw(sections(draw(st.sampled_from(["hemmet/ny", "hemmet/nyare"]))))
    return replace(document, sections=(*document.sections[:place], section, *document.sections[place:]))


def rename_section(draw: st.DrawFn, document: Document) -> Document:
    def renamed(section: Section) -> Section:
        name = f"{section.id}-ny"
        return replace(section, id=name, former=draw(st.sampled_from([(), (section.id,)])))

    return on_section(draw, document, renamed)


def retitle(draw: st.DrawFn, document: Document) -> Document:
    return on_section(draw, document, lambda s: replace(s, title=edit_content(draw, s.title)))


def relevel(draw: st.DrawFn, document: Document) -> Document:
    return on_section(draw, document, lambda s: replace(s, level=draw(st.integers(1, 3))))


def edit_block(draw: st.DrawFn, document: Document) -> Document:
    def edited_section(section: Section) -> Section:
        if not section.blocks:
            return section
        place = one_of(draw, section.blocks)
        block = section.blocks[place]
        return replace(section, blocks=(*section.blocks[:place], changed(draw, block), *section.blocks[place + 1 :]))

    return on_section(draw, document, edited_section)


def changed(draw: st.DrawFn, block: Block) -> Block:
    match block:
        case Paragraph():
            return edit_paragraph(draw, block)
        case Table():
            return edit_table(draw, block)
        case Picture():
            return draw(st.sampled_from([replace(block, alt=draw(phrases)), replace(block, drawing=draw(drawings))]))


def add_block(draw: st.DrawFn, document: Document) -> Document:
    def added(section: Section) -> Section:
        place = draw(st.integers(0, len(section.blocks)))
        return replace(section, blocks=(*section.blocks[:place], *draw(runs), *section.blocks[place:]))

    return on_section(draw, document, added)


def remove_block(draw: st.DrawFn, document: Document) -> Document:
    def removed(section: Section) -> Section:
        place = draw(st.integers(0, len(section.blocks)))
        return replace(section, blocks=section.blocks[:place] + section.blocks[place + 1 :])

    return on_section(draw, document, removed)


def new_title(draw: st.DrawFn, document: Document) -> Document:
    return replace(document, edition=replace(document.edition, title=draw(phrases)))


EDITS: tuple[Edit, ...] = (
    move_section, move_section, remove_section, add_section, rename_section, retitle, relevel,
    edit_block, edit_block, edit_block, add_block, remove_block, new_title,
)  # fmt: skip


def on_section(draw: st.DrawFn, document: Document, change: Callable[[Section], Section]) -> Document:
    place = one_of(draw, document.sections)
    parts = document.sections
    return replace(document, sections=(*parts[:place], change(parts[place]), *parts[place + 1 :]))


def edit_paragraph(draw: st.DrawFn, paragraph: Paragraph) -> Paragraph:
    shape = draw(st.sampled_from([paragraph.shape, paragraph.shape, *SHAPES]))
    return Paragraph(edit_content(draw, paragraph.content), shape)


def edit_content(draw: st.DrawFn, content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Inlines with one of them changed, one added, one gone or one with other looks."""
    place = draw(st.integers(0, len(content)))
    head, rest = content[:place], content[place:]
    kind = draw(st.sampled_from(["add", "remove", "change", "change", "note"]))
    if kind == "add" or not rest:
        return join((*head, draw(plain_inlines), *rest))
    if kind == "remove":
        return join((*head, *rest[1:]))
    if kind == "note":
        return join((*head, draw(notes), *rest))
    return join((*head, *edit_inline(draw, rest[0]), *rest[1:]))


def looks(marks: Marks) -> st.SearchStrategy[Marks]:
    return st.sampled_from([marks, *LOOKS])


def edit_inline(draw: st.DrawFn, inline: Inline) -> tuple[Inline, ...]:
    match inline:
        case Text(text=text, marks=marks):
            cut = draw(st.integers(0, len(text)))
            end = draw(st.integers(cut, len(text)))
            middle = draw(st.sampled_from([text[cut:end], "", " ", draw(phrases)]))
            return (
                Text(text[:cut], marks),
                Text(middle, draw(st.sampled_from([marks, *LOOKS]))),
                Text(text[end:], marks),
            )
        case Note(content=paragraphs_):
            place = one_of(draw, paragraphs_)
            changed = Paragraph(
                tuple(p for p in edit_content(draw, paragraphs_[place].content) if not isinstance(p, Note))
            )
            return (Note((*paragraphs_[:place], changed, *paragraphs_[place + 1 :])),)
        case Number():
            return (draw(numbers),)
        case Break():
            return ()


def edit_table(draw: st.DrawFn, table: Table) -> Table:
    place = one_of(draw, table.rows)
    before, row, after = table.rows[:place], table.rows[place], table.rows[place + 1 :]
    kind = draw(st.sampled_from(["cell", "cell", "add", "remove", "alignment"]))
    if kind == "add":
        return replace(table, rows=(*before, row, draw(rows(len(table.alignment))), *after))
    if kind == "remove" and len(table.rows) > 1:
        return replace(table, rows=before + after)
    if kind == "alignment":
        return replace(table, alignment=(ALIGNMENTS[1],) * len(table.alignment))
    column = one_of(draw, row.cells)
    cell = row.cells[column]
    part = one_of(draw, cell.content)
    content = (*cell.content[:part], edit_paragraph(draw, cell.content[part]), *cell.content[part + 1 :])
    cells_ = (*row.cells[:column], Cell(content), *row.cells[column + 1 :])
    return replace(table, rows=(*before, replace(row, cells=cells_), *after))


@st.composite
def edited(draw: st.DrawFn, document: Document) -> Document:
    """The document after up to five edits, as the next version."""
    for edit in draw(st.lists(st.sampled_from(EDITS), max_size=5)):
        if document.sections or edit in (add_section, new_title):
            document = edit(draw, document)
    return replace(document, edition=replace(document.edition, version="utkast-2", date="2027-02-01"))


@st.composite
def pairs(draw: st.DrawFn) -> tuple[Document, Document]:
    """An old document and a new one made from it."""
    old = draw(documents())
    return old, draw(edited(old))


def renumbered(document: Document) -> Document:
    """The document with other numbers everywhere, as when a chapter is put before it."""
    return replace(document, sections=tuple(_renumbered_section(s) for s in document.sections))


def _renumbered_section(section: Section) -> Section:
    return replace(
        section, number=f"9.{section.number}", title=_renumbered(section.title),
        blocks=tuple(_renumbered_block(block) for block in section.blocks),
    )  # fmt: skip


def _renumbered_block(block: Block) -> Block:
    match block:
        case Paragraph(content=content):
            return replace(block, content=_renumbered(content))
        case Table(rows=table_rows):
            return replace(block, rows=tuple(_renumbered_row(row) for row in table_rows))
        case Picture():
            return block


def _renumbered_row(row: Row) -> Row:
    cells_ = tuple(Cell(tuple(replace(p, content=_renumbered(p.content)) for p in c.content)) for c in row.cells)
    return replace(row, cells=cells_)


def _renumbered(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(_renumbered_inline(inline) for inline in content)


def _renumbered_inline(inline: Inline) -> Inline:
    match inline:
        case Number(text=text):
            return replace(inline, text=f"9.{text}")
        case Note(content=content):
            return Note(tuple(replace(p, content=_renumbered(p.content)) for p in content))
        case Text() | Break():
            return inline
