"""The steps that a clause tells of: the rows of a table with the columns *vem* and *gör*, or the items of a numbered
list, with who acts where a duty names it first. Lists in which nobody acts are of something else.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from builder.model import Block, Cell, Inline, Paragraph, Row, Section, Shape, Table, Text, words

__all__ = ["DOES", "WHEN", "WHO", "Step", "first_steps", "row_words", "steps_of", "table_heads"]

NUMBER, WHO, DOES, WHEN = "steg", "vem", "gör", "när"
"""Heads of the columns of a table of steps."""
LEAST = 3
"""Fewer steps are no way to show."""
SHALL = " ska"
DUTY = re.compile(rf"(?P<who>[^,.;:]{{2,60}}?){SHALL}(?P<done>,? .+)?", re.DOTALL)
FIRST_SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.!?]) (?=[A-ZÅÄÖ])")
EMPTY = Cell((Paragraph(()),))


@dataclass(frozen=True, slots=True)
class Step:
    """A step as its clause tells it: its number, or the name it has for one, who acts (may be nobody in particular),
    what is done and when. `short`: what is done and when in few words, for a drawing."""

    number: str
    who: Cell
    does: Cell
    when: Cell
    short: str

    @property
    def actor(self) -> str:
        """Who acts, in words."""
        return _said(self.who)


def first_steps(sections: Iterable[Section]) -> tuple[Section, tuple[Step, ...]] | None:
    """The first of some clauses that tells of steps, and these."""
    for section in sections:
        if found := steps_of(section.blocks):
            return section, found
    return None


def steps_of(text: tuple[Block, ...]) -> tuple[Step, ...]:
    """The first series of steps in a text; none where it has but a few, or where nobody acts in them."""
    for found in (*(_table(block) for block in text if isinstance(block, Table)), tuple(_list(text))):
        if len(found) >= LEAST and any(step.actor for step in found):
            return found
    return ()


def table_heads(table: Table) -> list[str]:
    """The heads of a table in small letters."""
    return [words(cell.content[0].content).lower() for row in table.rows[:1] for cell in row.cells]


def row_words(row: Row, heads: list[str], name: str) -> str:
    """What a row says in a column; nothing where there is no such column."""
    return _said(_cell(row, heads, name))


# --- a table -----------------------------------------------------------------------------------------


def _table(table: Table) -> tuple[Step, ...]:
    heads = table_heads(table)
    return tuple(_row(row, heads, n) for n, row in enumerate(table.rows[1:], 1)) if {WHO, DOES} <= {*heads} else ()


def _row(row: Row, heads: list[str], number: int) -> Step:
    done, when = row_words(row, heads, DOES), row_words(row, heads, WHEN)
    who, does, on = (_cell(row, heads, name) for name in (WHO, DOES, WHEN))
    short = f"{done} ({when[:1].lower()}{when[1:]})" if when else done
    return Step(row_words(row, heads, NUMBER) or str(number), who, does, on, short)


def _cell(row: Row, heads: list[str], name: str) -> Cell:
    return row.cells[heads.index(name)] if name in heads else EMPTY


def _said(cell: Cell) -> str:
    return " ".join(words(paragraph.content) for paragraph in cell.content)


# --- a numbered list ---------------------------------------------------------------------------------


def _list(text: tuple[Block, ...]) -> Iterator[Step]:
    """The items of the first numbered list; what stands under an item belongs to it."""
    lead, number, said = Paragraph(()), 0, list[Paragraph]()
    for block in text:
        if not isinstance(block, Paragraph) or (number and not block.shape.level):
            break
        if block.shape.level == 1 and block.shape.marker == "number":
            if number:
                yield _item(number, _actor(lead), said)
            number, said = number + 1, [block]
        elif number:
            said.append(block)
        else:
            lead = block
    if number:
        yield _item(number, _actor(lead), said)


def _actor(lead: Paragraph) -> tuple[Inline, ...]:
    """Who acts in all items, when what stands before them is that they have a duty."""
    found = DUTY.fullmatch(words(lead.content).strip().rstrip(":"))
    return _before(lead.content, len(found["who"])) if found and not found["done"] else ()


def _item(number: int, actor: tuple[Inline, ...], said: list[Paragraph]) -> Step:
    """What an item says: after its duty where it names who has it, the whole of it otherwise."""
    item, *below = said
    first = words(item.content)
    found = None if actor else DUTY.match(first)
    start = 0
    if found and (found["done"] or (below and found.end() == len(first))):
        start = found.end("who") + len(SHALL)
        start += len(first[start:]) - len(first[start:].lstrip(", "))
        actor = _before(item.content, found.end("who"))
    short = " ".join([FIRST_SENTENCE.split(first)[0][start:], "; ".join(words(p.content).strip() for p in below)])
    does = [replace(item, content=_from(item.content, start), shape=Shape()), *map(_under, below)]
    does = [paragraph for paragraph in does if words(paragraph.content).strip()]
    does[:1] = [replace(p, content=_capital(p.content)) if not p.shape.level else p for p in does[:1]]
    return Step(str(number), Cell((Paragraph(actor),)), Cell((*does,)) if does else EMPTY, EMPTY, _upper(short.strip()))


def _under(paragraph: Paragraph) -> Paragraph:
    """What stood under an item, in a list of its own."""
    shape = paragraph.shape
    return replace(paragraph, shape=Shape(level=shape.level - 1, marker=shape.marker if shape.level > 1 else "none"))


def _upper(text: str) -> str:
    return text[:1].upper() + text[1:]


def _capital(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    first = content[0]
    return (replace(first, text=_upper(first.text)), *content[1:]) if isinstance(first, Text) else content


def _before(content: tuple[Inline, ...], end: int) -> tuple[Inline, ...]:
    """The inlines of the first letters."""
    return tuple(_cut(content, 0, end))


def _from(content: tuple[Inline, ...], start: int) -> tuple[Inline, ...]:
    """The inlines after some letters."""
    return tuple(_cut(content, start, len(words(content)) + 1)) if start else content


def _cut(content: tuple[Inline, ...], start: int, end: int) -> Iterator[Inline]:
    """The inlines of the letters between two places: texts are cut, others are in where they begin there."""
    place = 0
    for inline in content:
        first, place = place, place + len(inline.text)
        if isinstance(inline, Text):
            text = inline.text[max(start - first, 0) : max(end - first, 0)]
            if text:
                yield replace(inline, text=text)
        elif start <= first < end:
            yield inline
