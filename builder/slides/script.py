"""What the slides say, as plain values: a topic for each section of level 1, and what is said beside it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal, assert_never

from builder.model import (
    Alignment,
    Block,
    Break,
    Cell,
    Document,
    Inline,
    Marks,
    Note,
    Number,
    Paragraph,
    Picture,
    Row,
    Section,
    Shape,
    Table,
    Text,
    words,
)
from builder.phrases import Phrases, phrases

__all__ = ["Art", "Grid", "GridRow", "Item", "Line", "LineKind", "Run", "Topic", "topics"]

LineKind = Literal["text", "bullet", "number", "section", "heading", "code", "cell"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look; a line break is a line feed in them."""

    text: str
    strong: bool = False
    emphasis: bool = False
    code: bool = False
    strike: bool = False
    raised: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph. `section` is the heading of a section below level 1; `indent` its depth in lists; `number`
    the item's number; `asides` what the speaker can say beside it."""

    runs: tuple[Run, ...]
    kind: LineKind = "text"
    indent: int = 0
    number: int = 0
    asides: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class GridRow:
    """A table row: each cell is lines."""

    cells: tuple[tuple[Line, ...], ...]
    header: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table. `caption`: what it is called, which a line before it says."""

    rows: tuple[GridRow, ...]
    alignment: tuple[Alignment, ...]
    caption: str = ""
    asides: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Art:
    """A picture."""

    picture: Picture
    asides: tuple[str, ...] = ()


Item = Line | Grid | Art


@dataclass(frozen=True, slots=True)
class Topic:
    """A section of level 1 with all that stands below it."""

    title: str
    items: tuple[Item, ...] = ()
    asides: tuple[str, ...] = ()


def topics(document: Document) -> tuple[Topic, ...]:
    """The document's sections of level 1; one that stands before the first of them is a topic of its own."""
    scribe = _Scribe(phrases(document.edition.language))
    return tuple([scribe.topic(group) for group in _groups(document.sections)])


def _groups(sections: Iterable[Section]) -> list[list[Section]]:
    groups: list[list[Section]] = []
    for section in sections:
        if section.level == 1 or not groups:
            groups.append([])
        groups[-1].append(section)
    return groups


@dataclass(slots=True)
class _Scribe:
    words: Phrases
    notes: int = 0
    items: list[Item] = field(default_factory=list)
    asides: list[str] = field(default_factory=list)
    lists: list[tuple[int, int, int]] = field(default_factory=list)

    def topic(self, group: list[Section]) -> Topic:
        first, *below = group
        self.items, self.asides, self.lists = [], [], []
        self.runs(first.title)
        self.blocks(first.blocks)
        for section in below:
            self.line(section.title, "section", f"{section.number} " if section.number else "")
            self.blocks(section.blocks)
        return Topic(f"{first.number} {words(first.title)}".strip(), tuple(self.items), tuple(self.asides))

    def blocks(self, blocks: tuple[Block, ...]) -> None:
        for before, block in pairwise((None, *blocks)):
            match block:
                case Paragraph():
                    self.paragraph(block)
                case Table():
                    self.table(block, before)
                case Picture():
                    self.lists = []
                    self.items.append(Art(block))
                case None:
                    pass
                case _:
                    assert_never(block)

    def paragraph(self, paragraph: Paragraph) -> None:
        shape = paragraph.shape
        match shape.kind:
            case "facts" | "question":
                if said := words(paragraph.content).strip():
                    self.aside(said)
                self.runs(paragraph.content)
            case "heading" | "code" | "caption":
                self.lists = []
                self.line(paragraph.content, "code" if shape.kind == "code" else "heading")
            case "text":
                number = self.count(shape)
                kind: LineKind = "text" if shape.marker == "none" or not shape.level else shape.marker
                self.line(paragraph.content, kind, indent=shape.level + shape.quote, number=number)
            case _:
                assert_never(shape.kind)

    def count(self, shape: Shape) -> int:
        """The number of an item; 0 for what has none. Adjacent items of one level and start are one list."""
        while self.lists and self.lists[-1][0] > shape.level:
            self.lists.pop()
        if shape.marker == "none":
            return 0
        last = self.lists.pop() if self.lists and self.lists[-1][0] == shape.level else (0, 0, 0)
        if shape.marker == "bullet":
            return 0
        number = last[2] + 1 if last[:2] == (shape.level, shape.start) else shape.start
        self.lists.append((shape.level, shape.start, number))
        return number

    def line(
        self, content: tuple[Inline, ...], kind: LineKind, before: str = "", *, indent: int = 0, number: int = 0
    ) -> None:
        """A line on a slide; nothing for one without words."""
        place = len(self.asides)
        runs = tuple(self.runs(content))
        said, self.asides = tuple(self.asides[place:]), self.asides[:place]
        if before or any(run.text.strip() for run in runs):
            self.items.append(Line((*([Run(before)] if before else []), *runs), kind, indent, number, said))
        else:
            self.tell(said)

    def table(self, table: Table, before: Block | None) -> None:
        self.lists = []
        place = len(self.asides)
        rows = tuple(self.row(row) for row in table.rows)
        said, self.asides = tuple(self.asides[place:]), self.asides[:place]
        self.items.append(Grid(rows, table.alignment, _caption(before), said))

    def row(self, row: Row) -> GridRow:
        return GridRow(tuple(self.cell(cell) for cell in row.cells), row.header)

    def cell(self, cell: Cell) -> tuple[Line, ...]:
        lines = (Line(tuple(self.runs(paragraph.content)), "cell") for paragraph in cell.content)
        return tuple(line for line in lines if line.text.strip())

    # --- words ---

    def runs(self, content: tuple[Inline, ...]) -> list[Run]:
        """The runs of a paragraph; its footnotes are told beside."""
        return list(self.each_run(content))

    def each_run(self, content: tuple[Inline, ...]) -> Iterator[Run]:
        for inline in content:
            match inline:
                case Text(text=text, marks=marks) | Number(text=text, marks=marks):
                    yield _run(text, marks)
                case Break():
                    yield Run("\n")
                case Note(content=paragraphs):
                    self.notes += 1
                    said = " ".join(words(paragraph.content) for paragraph in paragraphs)
                    self.asides.append(f"{self.words.note} {self.notes}: {said}")
                    yield Run(str(self.notes), raised=True)
                case _:
                    assert_never(inline)

    def aside(self, said: str) -> None:
        self.tell((said,))

    def tell(self, said: tuple[str, ...]) -> None:
        """Said beside the item before, or beside the topic when it is first."""
        if self.items:
            self.items[-1] = replace(self.items[-1], asides=(*self.items[-1].asides, *said))
        else:
            self.asides += said


def _caption(before: Block | None) -> str:
    """What a table is called by what stands before it."""
    return words(before.content) if isinstance(before, Paragraph) and before.shape.kind == "caption" else ""


def _run(text: str, marks: Marks) -> Run:
    return Run(text, marks.strong, marks.emphasis, marks.code, marks.strike)
