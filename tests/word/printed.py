"""Documents as the builder makes them: levels without gaps, one section an id, and numbers that are true.

The strategies give any number to anything; a word processor counts for itself, so only true ones can be compared."""

from dataclasses import replace

from builder.model import (
    Block,
    Break,
    Cell,
    Document,
    Inline,
    Note,
    Number,
    Paragraph,
    Picture,
    Row,
    Section,
    Table,
    Text,
    join,
)

__all__ = ["numbered"]


def numbered(document: Document) -> Document:
    """The document with every number as Word counts it; references to nothing become plain text."""
    sections = _levelled(document.sections)
    numbers = _numbers(sections)
    return replace(document, sections=tuple(_section(section, numbers) for section in sections))


def _levelled(sections: tuple[Section, ...]) -> list[Section]:
    kept: list[Section] = []
    for section in sections:
        if section.id not in {other.id for other in kept}:
            deepest = kept[-1].level + 1 if kept else 1
            kept.append(replace(section, level=min(section.level, deepest)))
    return kept


def _numbers(sections: list[Section]) -> dict[str, str]:
    counters: list[int] = []
    numbers = {}
    for section in sections:
        counters = [*counters[: section.level], *[0] * (section.level - len(counters))]
        counters[-1] += 1
        numbers[section.id] = ".".join(map(str, counters))
    return numbers


def _section(section: Section, numbers: dict[str, str]) -> Section:
    title = _content(section.title, numbers) or (Text("Rubrik"),)
    blocks = tuple(_block(block, numbers) for block in section.blocks)
    return replace(section, title=title, blocks=blocks, number=numbers[section.id])


def _block(block: Block, numbers: dict[str, str]) -> Block:
    if isinstance(block, Table):
        return replace(block, rows=tuple(_row(row, numbers) for row in block.rows))
    return block if isinstance(block, Picture) else _paragraph(block, numbers)


def _row(row: Row, numbers: dict[str, str]) -> Row:
    return replace(row, cells=tuple(Cell(tuple(_paragraph(p, numbers) for p in cell.content)) for cell in row.cells))


def _paragraph(paragraph: Paragraph, numbers: dict[str, str]) -> Paragraph:
    return replace(paragraph, content=_content(paragraph.content, numbers))


def _content(content: tuple[Inline, ...], numbers: dict[str, str]) -> tuple[Inline, ...]:
    return join(_inline(inline, numbers) for inline in content)


def _inline(inline: Inline, numbers: dict[str, str]) -> Inline:
    match inline:
        case Number(clause=clause, text=text, marks=marks):
            return Number(clause, numbers[clause], marks) if clause in numbers else Text(text, marks)
        case Note(content=content):
            return Note(tuple(_paragraph(p, numbers) for p in content))
        case Text() | Break():
            return inline
