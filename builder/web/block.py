"""Paragraphs, lists, quotations, code, tables and pictures as Markdown."""

from collections.abc import Iterator
from itertools import groupby
from typing import assert_never

from builder.anchors import slug, unique
from builder.model import Alignment, Block, Cell, Paragraph, Picture, Row, Shape, Table, Text, words
from builder.web.escape import anchor_text, html_text
from builder.web.inline import Pen, inlines
from builder.web.picture import figure
from builder.web.places import subheading_anchor

__all__ = ["blocks", "footnotes", "heading", "lines"]

RULES: dict[Alignment, str] = {"left": "---", "center": ":---:", "right": "---:"}
SMALL = {"facts": "{: .fakta }", "question": "{: .fraga }", "caption": "{: .tabellrubrik }"}
INDENT = "    "
SHORT = 24
"""Signs in a paragraph of a cell that needs no line of its own: a citation, the number of a question."""


def blocks(pen: Pen, content: tuple[Block, ...], clause: str = "", level: int = 1) -> str:
    """Blocks as Markdown. `clause` gives sub-headings their anchors, `level` is the level of the clause's heading."""
    parts: list[str] = []
    before: Block | None = None
    for block in content:
        tight = before is not None and _is_item(before) and _is_item(block)
        parts.append("\n" if tight else "\n\n")
        parts.append(_block(pen, block, clause, level))
        before = block
    return "".join(parts).lstrip("\n") + "\n" if parts else ""


def _is_item(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.shape.level > 0 and block.shape.marker != "none"


def _block(pen: Pen, block: Block, clause: str, level: int) -> str:
    match block:
        case Paragraph(shape=shape):
            return _placed(_paragraph(pen, block, clause, level), shape)
        case Table():
            return _table(pen, block)
        case Picture():
            return figure(block)
        case _:
            assert_never(block)


def _placed(text: str, shape: Shape) -> str:
    """Text set in its list and its quotations."""
    first, later = _margins(shape)
    margins = [first] + [later] * text.count("\n")
    return "\n".join((margin + line).rstrip() for margin, line in zip(margins, text.split("\n"), strict=True))


def _margins(shape: Shape) -> tuple[str, str]:
    quote = "> " * shape.quote
    if not shape.level:
        return quote, quote
    outer, inner = quote + INDENT * (shape.level - 1), quote + INDENT * shape.level
    match shape.marker:
        case "bullet":
            return outer + "-   ", inner
        case "number":
            return outer + f"{shape.start}. ".ljust(4), inner
        case "none":
            return inner, inner
        case _:
            assert_never(shape.marker)


def _paragraph(pen: Pen, paragraph: Paragraph, clause: str, level: int) -> str:
    kind = paragraph.shape.kind
    match kind:
        case "text":
            return inlines(pen, paragraph.content)
        case "heading":
            anchor = subheading_anchor(clause, unique(slug(words(paragraph.content)), pen.anchors))
            return heading(level + paragraph.shape.depth, inlines(pen, paragraph.content), anchor)
        case "code":
            return f'<pre tabindex="0"><code>{_literal(paragraph)}</code></pre>'
        case "facts" | "question" | "caption":
            return f"{inlines(pen, paragraph.content)}\n{SMALL[kind]}"
        case _:
            assert_never(kind)


def _literal(paragraph: Paragraph) -> str:
    text = "".join(inline.text if isinstance(inline, Text) else "\n" for inline in paragraph.content)
    return html_text(text).replace("\n", "<br>")


def heading(level: int, text: str, anchor: str, searched: bool = True) -> str:
    """A heading, its text already Markdown, with the anchor that links lead to; not `searched`: the search leaves
    out what stands under it."""
    return f"{'#' * min(level, 6)} {text} {{#{anchor_text(anchor)}{'' if searched else ' data-search-exclude'}}}"


def _table(pen: Pen, table: Table) -> str:
    width = len(table.alignment)
    headers = [row for row in table.rows if row.header]
    body = [row for row in table.rows if not row.header]
    top = _row(pen, headers[0]) if headers else "|" + "   |" * width
    rule = "|" + "|".join(RULES[side] for side in table.alignment) + "|"
    rows = [_row(pen, row) for row in (*headers[1:], *body)]
    return "\n".join([top, rule, *rows])


def _row(pen: Pen, row: Row) -> str:
    return "| " + " | ".join(_cell(pen, cell) for cell in row.cells) + " |"


def _cell(pen: Pen, cell: Cell) -> str:
    """A cell's paragraphs a line each, several short ones side by side, and items in a list."""
    if not any(map(_is_item, cell.content)):
        short = all(len(words(paragraph.content)) <= SHORT for paragraph in cell.content)
        return (", " if short else "<br>").join(inlines(pen, paragraph.content) for paragraph in cell.content)
    return "".join(_in_cell(pen, is_list, [*group]) for is_list, group in groupby(cell.content, _is_item))


def _in_cell(pen: Pen, is_list: bool, group: list[Paragraph]) -> str:
    said = [inlines(pen, paragraph.content) for paragraph in group]
    return f"<ul>{''.join(f'<li>{each}</li>' for each in said)}</ul>" if is_list else "<br>".join(said)


def footnotes(pen: Pen) -> str:
    """The page's footnotes; a footnote may itself bring more."""
    return "".join(_footnotes(pen))


def _footnotes(pen: Pen) -> Iterator[str]:
    number = 0
    while number < len(pen.notes):
        note = pen.notes[number]
        number += 1
        text = blocks(pen, note.content).strip("\n").replace("\n", f"\n{INDENT}")
        yield f"\n[^{number}]: {text}\n"


def lines(text: str) -> tuple[str, ...]:
    """A text as its lines, none when it is empty."""
    return tuple(text.split("\n")) if text else ()
