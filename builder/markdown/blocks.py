"""A clause's Markdown body becomes flat paragraphs and tables, each text and link with its place.

The parser is handed the whole file with the header blanked, so lines stay true.
"""

from collections.abc import Callable, Iterator
from typing import Literal

from markdown_it.token import Token

from builder.finding import Finding
from builder.markdown.captions import captioned
from builder.markdown.cells import cell_sources
from builder.markdown.inline import Page, Source, inlines, literal
from builder.markdown.parser import markdown_parser
from builder.model import Alignment, Block, Cell, Paragraph, Picture, Position, Row, Shape, Table

__all__ = ["parse"]

DEEPEST = 8
MOST_OPEN = 100
MOST_BRACKETS = 5_000


def parse(text: str, path: str, first_line: int = 1) -> tuple[tuple[Block, ...], tuple[Finding, ...]]:
    """The body's blocks. `text` is the whole file up to and with the body, in which the lines before
    `first_line` are passed over."""
    lines = text.split("\n")
    lines[: first_line - 1] = [""] * (first_line - 1)
    crowded = _crowded_line(lines)
    if crowded:
        return (_as_written(lines, path, first_line),), (_too_deep(Position(path, crowded), MOST_OPEN),)
    walk = _Walk(Page(path, lines))
    tokens = walk.take_notes(markdown_parser().parse("\n".join(lines)))
    blocks = captioned(list(walk.blocks(tokens)))
    walk.report_unused()
    return blocks, tuple(walk.page.findings)


def _crowded_line(lines: list[str]) -> int:
    """The line where more brackets stand open than any text needs, or 0.

    Observed with markdown-it-py 4.3: 50,000 open brackets take four seconds, 4,000 a third of one.
    """
    still_open = total = 0
    for number, line in enumerate(lines, 1):
        count = line.count("[")
        total += count
        still_open = max(0, still_open + count - line.count("]")) if line.strip() else 0
        if still_open > MOST_OPEN or total > MOST_BRACKETS:
            return number
    return 0


def _as_written(lines: list[str], path: str, first_line: int) -> Paragraph:
    """A body that is not read is shown as it stands, so that nothing is lost."""
    place = Position(path, first_line)
    return Paragraph(literal("\n".join(lines[first_line - 1 :]), place), Shape("code"), place)


# --- blocks ------------------------------------------------------------------------------------------

PLAIN_SHAPE = Shape()
Stream = Iterator[Token]


class _Walk:
    """Where the walk over the tokens stands: quotations, lists, and the item that waits for its first paragraph."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.quote = 0
        self.lists: list[Shape] = []
        self.fresh: Token | None = None
        self.depth = 0

    def take_notes(self, tokens: list[Token]) -> list[Token]:
        """The tokens without the footnotes' own, which are read first."""
        if not any(token.type == "footnote_reference_open" for token in tokens):
            return tokens
        body: list[Token] = []
        stream = iter(tokens)
        for token in stream:
            if token.type == "footnote_reference_open":
                self.note(token, _until(stream, "footnote_reference_close"))
            else:
                body.append(token)
        return body

    def note(self, opening: Token, tokens: list[Token]) -> None:
        label = str(opening.meta["label"])
        place = self.page.place_of(opening)
        if label in self.page.notes:
            self.page.find("T310", place, label=label)
            return
        self.page.note_places[label] = place
        self.page.in_note = True
        self.page.notes[label] = tuple(p for block in _Walk(self.page).blocks(tokens) for p in _paragraphs(block))
        self.page.in_note = False

    def report_unused(self) -> None:
        for label, place in self.page.note_places.items():
            if label not in self.page.used:
                self.page.find("T310", place, label=label)

    def blocks(self, tokens: list[Token]) -> Iterator[Block]:
        stream = iter(tokens)
        for token in stream:
            if token.type == "inline":
                yield Paragraph(inlines(self.page, token), self.shape(), self.page.place_of(token))
                continue
            step = STEPS.get(token.type)
            if step is not None:
                yield from step(self, token, stream)

    def shape(self) -> Shape:
        """The shape of the paragraph that comes now."""
        kind: Literal["heading", "text"] = "heading" if self.depth else "text"
        if not self.lists:
            if not (self.quote or self.depth):
                return PLAIN_SHAPE
            return Shape(kind, self.depth, min(self.quote, DEEPEST))
        inner = self.lists[-1]
        marker = inner.marker if self.fresh else "none"
        self.fresh = None
        return Shape(kind, self.depth, min(self.quote, DEEPEST), min(len(self.lists), DEEPEST), marker, inner.start)

    def empty_item(self) -> Iterator[Block]:
        """An item whose first thing is no paragraph keeps its mark."""
        if self.fresh:
            place = self.page.place_of(self.fresh)
            yield Paragraph((), self.shape(), place)

    def open_list(self, token: Token, _: Stream) -> Iterator[Block]:
        yield from self.empty_item()
        ordered = token.type == "ordered_list_open"
        start = int(token.attrs.get("start", 1)) if ordered else 1
        self.lists.append(Shape(marker="number" if ordered else "bullet", start=start))
        self.guard(token, len(self.lists))

    def close_list(self, *_: object) -> Iterator[Block]:
        self.lists.pop()
        yield from ()

    def open_item(self, token: Token, _: Stream) -> Iterator[Block]:
        self.fresh = token
        yield from ()

    def close_item(self, *_: object) -> Iterator[Block]:
        yield from self.empty_item()

    def open_quote(self, token: Token, _: Stream) -> Iterator[Block]:
        self.quote += 1
        self.guard(token, self.quote)
        yield from ()

    def close_quote(self, *_: object) -> Iterator[Block]:
        self.quote -= 1
        yield from ()

    def open_heading(self, token: Token, _: Stream) -> Iterator[Block]:
        self.depth = max(1, int(token.tag[1]) - 1)
        yield from ()

    def close_heading(self, *_: object) -> Iterator[Block]:
        self.depth = 0
        yield from ()

    def code(self, token: Token, _: Stream) -> Iterator[Block]:
        place = self.page.place_of(token)
        content = literal(token.content, Position(place.path, place.line + (token.type == "fence")))
        shape = self.shape()
        yield Paragraph(content, Shape("code", 0, shape.quote, shape.level, shape.marker, shape.start), place)

    def rule(self, token: Token, _: Stream) -> Iterator[Block]:
        self.page.find("T311", self.page.place_of(token))
        yield from ()

    def table(self, opening: Token, stream: Stream) -> Iterator[Block]:
        yield from self.empty_item()
        yield _table(self.page, opening, _until(stream, "table_close"))

    def guard(self, token: Token, depth: int) -> None:
        if depth == DEEPEST + 1:
            self.page.findings.append(_too_deep(self.page.place_of(token), DEEPEST))


STEPS: dict[str, Callable[[_Walk, Token, Stream], Iterator[Block]]] = {
    "bullet_list_open": _Walk.open_list,
    "ordered_list_open": _Walk.open_list,
    "bullet_list_close": _Walk.close_list,
    "ordered_list_close": _Walk.close_list,
    "list_item_open": _Walk.open_item,
    "list_item_close": _Walk.close_item,
    "blockquote_open": _Walk.open_quote,
    "blockquote_close": _Walk.close_quote,
    "heading_open": _Walk.open_heading,
    "heading_close": _Walk.close_heading,
    "code_block": _Walk.code,
    "fence": _Walk.code,
    "hr": _Walk.rule,
    "table_open": _Walk.table,
}


def _until(stream: Stream, end: str) -> list[Token]:
    return list(iter(lambda: _next(stream, end), None))


def _next(stream: Stream, end: str) -> Token | None:
    token = next(stream)
    return None if token.type == end else token


def _too_deep(place: Position, limit: int) -> Finding:
    return Finding("T306", place, {"limit": str(limit)})


def _paragraphs(block: Block) -> Iterator[Paragraph]:
    """A footnote holds paragraphs only: a table in it becomes its cells."""
    match block:
        case Paragraph():
            yield block
        case Table(rows=rows):
            for row in rows:
                for cell in row.cells:
                    yield from cell.content
        case Picture():
            return


# --- tables ------------------------------------------------------------------------------------------

ALIGNMENTS: dict[object, Alignment] = {"text-align:center": "center", "text-align:right": "right"}


def _table(page: Page, opening: Token, tokens: list[Token]) -> Table:
    alignment = tuple(ALIGNMENTS.get(t.attrs.get("style"), "left") for t in tokens if t.type == "th_open")
    stream = iter(tokens)
    rows = tuple(_row(page, token, _until(stream, "tr_close")) for token in stream if token.type == "tr_open")
    return Table(rows, alignment, position=page.place_of(opening))


def _row(page: Page, opening: Token, tokens: list[Token]) -> Row:
    place = page.place_of(opening)
    sources = cell_sources(page.lines[place.line - 1])
    texts = [token for token in tokens if token.type == "inline"]
    if len(sources) != len(texts):
        page.find("T305", place, cells=str(len(sources)), columns=str(len(texts)))
    cells = tuple(_cell(page, token, sources[n] if n < len(sources) else None) for n, token in enumerate(texts))
    return Row(cells, header=tokens[0].type == "th_open")


def _cell(page: Page, token: Token, source: Source | None) -> Cell:
    return Cell((Paragraph(inlines(page, token, source), position=page.place_of(token)),))
