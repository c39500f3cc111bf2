"""The caption of a table: the paragraph right before it that begins with "Tabell:" (or "Table:")."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from builder.model import PLAIN, Block, Inline, Paragraph, Position, Shape, Table, Text, words

__all__ = ["captioned", "misplaced_captions"]

MARK = re.compile(r"(?:Tabell|Table):(?:\s+|$)")
TEXT, CAPTION = Shape(), Shape("caption")


def captioned(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with the captions of tables known as such, without the word that says it: that word is printed with
    the table's number."""
    if not any(isinstance(block, Table) for block in blocks):
        return tuple(blocks)
    return (*_before_tables(blocks), *blocks[-1:])


def _before_tables(blocks: Sequence[Block]) -> Iterator[Block]:
    for block, after in pairwise(blocks):
        if isinstance(after, Table) and isinstance(block, Paragraph) and block.shape == TEXT and _is_marked(block):
            yield _caption(block)
        else:
            yield block


def misplaced_captions(blocks: Sequence[Block]) -> Iterator[Paragraph]:
    """Paragraphs that begin as captions do and are none: no table follows, they stand in a list, or say nothing."""
    for block, after in pairwise((*blocks, None)):
        if isinstance(block, Paragraph) and (block.shape == TEXT or isinstance(after, Table)) and _is_marked(block):
            yield block


def _is_marked(paragraph: Paragraph) -> bool:
    first = paragraph.content[0] if paragraph.content and paragraph.shape.kind == "text" else None
    return isinstance(first, Text) and first.marks == PLAIN and MARK.match(first.text) is not None


def _caption(paragraph: Paragraph) -> Paragraph:
    """The paragraph as a caption; as it is where it says nothing more."""
    content = tuple(_without_mark(paragraph.content))
    return Paragraph(content, CAPTION, paragraph.position) if words(content).strip() else paragraph


def _without_mark(content: tuple[Inline, ...]) -> Iterator[Inline]:
    first, *rest = content
    found = MARK.match(first.text) if isinstance(first, Text) else None
    if isinstance(first, Text) and found and found.end() < len(first.text):
        yield replace(first, text=first.text[found.end() :], position=_moved(first.position, found.end()))
    yield from rest


def _moved(place: Position | None, letters: int) -> Position | None:
    return place and replace(place, column=place.column + letters)
