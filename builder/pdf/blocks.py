"""Paragraphs with their shapes, lists in lists, tables and pictures as Typst code."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import assert_never

from builder.pdf.columns import columns, size
from builder.pdf.drawings import picture
from builder.pdf.escape import string
from builder.pdf.inline import Ink, block, heading, row
from builder.pdf.outline import Outline
from builder.redline import (
    MarkedBlock,
    MarkedCell,
    MarkedParagraph,
    MarkedPicture,
    MarkedRow,
    MarkedTable,
    in_new,
    in_old,
    new_words,
)  # fmt: skip

__all__ = ["blocks"]

FULL, LONG, SHORT = 500, 1500, 300
"""Letters from which on a cell, and a box, may run over the end of a page, and a paragraph stands by itself."""

ROOM, SIGNED = "1.5mm", "4.5mm"
"""Above and below the words of a row, and of one to be signed."""

FORMATS = ("1.", "a.", "i.")


def blocks(ink: Ink, outline: Outline, content: Sequence[MarkedBlock], mark: str) -> Iterator[str]:
    """A section's blocks. `mark` is the section's label, of which those of its sub-headings are made."""
    for quoted, group in groupby(enumerate(content), key=lambda pair: _quote(pair[1])):
        made = block(_unquoted(ink, outline, list(group), mark))
        for _ in range(quoted):
            made = f"quoted({made})"
        yield made


def _quote(item: MarkedBlock) -> int:
    return item.shape.quote if isinstance(item, MarkedParagraph) else 0


Numbered = tuple[int, MarkedBlock]


def _unquoted(ink: Ink, outline: Outline, content: list[Numbered], mark: str) -> Iterator[str]:
    for kind, group in groupby(content, key=lambda pair: _kind(pair[1])):
        items = list(group)
        paragraphs = [item for _, item in items if isinstance(item, MarkedParagraph)]
        if kind == "list":
            yield _list(ink, paragraphs)
        elif kind == "question":
            yield from (_question(ink, paragraph) for paragraph in paragraphs)
        else:
            made = [_block(ink, outline, item, f"{mark}-{n}") for n, item in items]
            if _leads(content, items[-1]):
                made[-1] = f"lead{made[-1].removeprefix('p')}"
            yield from _captioned([item for _, item in items], made)


def _captioned(items: Sequence[MarkedBlock], made: Sequence[str]) -> Iterator[str]:
    """The blocks' code, that of a caption in its table's."""
    caption = ""
    for item, code, after in zip(items, made, [*items[1:], None], strict=True):
        if _is_caption(item) and isinstance(after, MarkedTable):
            caption = code
        else:
            yield f"captioned({{{caption}}},{{{code}}})" if caption else code
            caption = ""


def _is_caption(item: MarkedBlock) -> bool:
    return isinstance(item, MarkedParagraph) and item.shape.kind == "caption"


def _leads(content: list[Numbered], last: Numbered) -> bool:
    """Whether a short paragraph stands right before a list or a table, and must stay with it."""
    after = content.index(last) + 1
    _, item = last
    if after == len(content) or not isinstance(item, MarkedParagraph) or item.shape.kind != "text":
        return False
    return _kind(content[after][1]) in ("list", "block") and len(new_words(item)) < SHORT


def _kind(item: MarkedBlock) -> str:
    if not isinstance(item, MarkedParagraph) or item.shape.kind == "caption":
        return "block"
    return "list" if item.shape.level and item.shape.kind == "text" else item.shape.kind


def _block(ink: Ink, outline: Outline, item: MarkedBlock, mark: str) -> str:
    match item:
        case MarkedParagraph():
            return _paragraph(ink, outline, item, mark)
        case MarkedTable():
            return _table(ink, item)
        case MarkedPicture(picture=shown, fate=fate):
            said = f"fate({string(ink.words.picture_fates[fate[-1].kind])});" if fate else ""
            return said + (f"caption({string(shown.caption)});" if shown.caption else "") + picture(shown)
        case _:
            assert_never(item)


def _paragraph(ink: Ink, outline: Outline, paragraph: MarkedParagraph, mark: str) -> str:
    match paragraph.shape.kind:
        case "text":
            return f"p({row(ink, paragraph.spans)})"
        case "heading":
            level = outline.below(max(paragraph.shape.depth, 1))
            return f'subheading({level},"{mark}",{heading(ink, paragraph)})'
        case "code":
            return f"literal({row(ink, paragraph.spans, literal=True)})"
        case "facts":
            return f"facts({row(ink, paragraph.spans)})"
        case "question":
            return _question(ink, paragraph)
        case "caption":
            return f"caption({row(ink, paragraph.spans)})"
        case _:
            assert_never(paragraph.shape.kind)


def _question(ink: Ink, paragraph: MarkedParagraph) -> str:
    """A question in its box, which stays on a page unless it could be longer than one."""
    long = len(new_words(paragraph)) > LONG
    return f"question({str(long).lower()},p({row(ink, paragraph.spans)}))"


# --- lists -------------------------------------------------------------------------------------------


def _list(ink: Ink, items: list[MarkedParagraph], depth: int = 1) -> str:
    """Flat items as lists in lists; what is deeper, or goes on, belongs to the item before it."""
    made = []
    for marker, group in groupby(_items(items, depth), key=lambda item: _marker(item, depth)):
        made.append(_one_list(ink, marker, list(group), depth))
    return block(made)


def _items(items: list[MarkedParagraph], depth: int) -> Iterator[list[MarkedParagraph]]:
    item: list[MarkedParagraph] = []
    for paragraph in items:
        starts = paragraph.shape.level <= depth and paragraph.shape.marker != "none"
        if starts and item:
            yield item
            item = []
        item.append(paragraph)
    yield item


def _marker(item: list[MarkedParagraph], depth: int) -> tuple[str, int]:
    shape = item[0].shape
    return ("none" if shape.level > depth else shape.marker), shape.start


def _one_list(ink: Ink, marker: tuple[str, int], items: list[list[MarkedParagraph]], depth: int) -> str:
    bodies = [_item(ink, item, depth) for item in items]
    match marker:
        case "number", start:
            numbered = zip(_numbers(items, start), bodies, strict=True)
            listed = ",".join(f"enum.item({number},{body})" for number, body in numbered)
            return f'enum(numbering:"{FORMATS[(depth - 1) % 3]}",{listed})'
        case "bullet", _:
            return f"list({','.join(f'list.item({body})' for body in bodies)})"
        case _:
            return f"inset({block(bodies)})"


def _numbers(items: list[list[MarkedParagraph]], start: int) -> Iterator[int]:
    """Each item's number: in the new text, or in the old for one that is gone."""
    new = old = start
    for item in items:
        fate = item[0].fate
        yield new if in_new(fate) else old
        new, old = new + in_new(fate), old + in_old(fate)


def _item(ink: Ink, item: list[MarkedParagraph], depth: int) -> str:
    """An item's own paragraphs, and the lists in it."""
    parts: list[str] = []
    for deeper, group in groupby(item, key=lambda paragraph: paragraph.shape.level > depth):
        paragraphs = list(group)
        parts += [_list(ink, paragraphs, depth + 1)] if deeper else _together(ink, paragraphs, first=not parts)
    return block(parts)


def _together(ink: Ink, paragraphs: Iterable[MarkedParagraph], *, first: bool) -> Iterator[str]:
    """Paragraphs one under the other."""
    for n, paragraph in enumerate(paragraphs):
        if n or not first:
            yield "parbreak()"
        yield row(ink, paragraph.spans)


# --- tables ------------------------------------------------------------------------------------------


def _table(ink: Ink, table: MarkedTable) -> str:
    if not table.alignment:
        return '""'
    heads = [r for r in table.rows if r.header]
    widths = ",".join(f"{width}fr" for width in columns(table))
    head = [f"table.header({','.join(c for r in heads for c in _cells(ink, r))})"] if heads else []
    cells = ",".join([*head, *(cell for r in table.rows if not r.header for cell in _cells(ink, r))])
    align = ",".join(f"{side}+top" for side in table.alignment)
    room = SIGNED if ink.signed else ROOM
    grid = f"grid-of({size(table)}pt,({widths},),({align},),{len(heads)},{room},({cells},))"
    return f"together({grid})" if ink.together else grid


def _said(cells: Iterable[MarkedCell]) -> Iterator[str]:
    for cell in cells:
        yield " ".join(new_words(p) for p in cell.content)


def _cells(ink: Ink, line: MarkedRow) -> Iterator[str]:
    full = any(len(text) > FULL for text in _said(line.cells))
    for cell in line.cells:
        body = _cell(ink, cell)
        yield body if full else f"table.cell(breakable:false,{body})"


def _cell(ink: Ink, cell: MarkedCell) -> str:
    parts: list[str] = []
    for listed, group in groupby(cell.content, key=lambda paragraph: paragraph.shape.level > 0):
        paragraphs = list(group)
        parts += [_list(ink, paragraphs)] if listed else _together(ink, paragraphs, first=not parts)
    return block(parts)
