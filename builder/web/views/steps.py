"""The steps that a clause tells of: the rows of a table with the columns *vem* and *gör*, or the items of a numbered
list, with who acts where a duty names it first.
"""

import re
from collections.abc import Iterator

from builder.model import Block, Paragraph, Row, Table, words
from builder.pictures import Step

__all__ = ["DOES", "WHEN", "WHO", "row_words", "steps_of", "table_heads"]

NUMBER, WHO, DOES, WHEN = "steg", "vem", "gör", "när"
"""Heads of the columns of a table of steps."""
LEAST = 3
"""Fewer steps are no way to draw."""
DUTY = re.compile(r"(?P<who>[^,.;:]{2,60}?) ska(?P<done>,? .+)?", re.DOTALL)
FIRST_SENTENCE = re.compile(r"(?<=[^\W\d]{2}[.!?]) (?=[A-ZÅÄÖ])")


def table_heads(table: Table) -> list[str]:
    """The heads of a table in small letters."""
    return [words(cell.content[0].content).lower() for row in table.rows[:1] for cell in row.cells]


def row_words(row: Row, heads: list[str], name: str) -> str:
    """What a row says in a column; nothing where there is no such column."""
    cells = row.cells[heads.index(name)].content if name in heads else ()
    return " ".join(words(paragraph.content) for paragraph in cells)


def steps_of(text: tuple[Block, ...]) -> tuple[Step, ...]:
    """The first series of steps in a text; none where it has but a few."""
    for found in (*(_table(block) for block in text if isinstance(block, Table)), tuple(_list(text))):
        if len(found) >= LEAST:
            return found
    return ()


def _table(table: Table) -> tuple[Step, ...]:
    heads = table_heads(table)
    return tuple(_row(row, heads, n) for n, row in enumerate(table.rows[1:], 1)) if {WHO, DOES} <= {*heads} else ()


def _row(row: Row, heads: list[str], number: int) -> Step:
    done, when = row_words(row, heads, DOES), row_words(row, heads, WHEN)
    told = f"{done} ({when[:1].lower()}{when[1:]})" if when else done
    return row_words(row, heads, NUMBER) or str(number), row_words(row, heads, WHO), told


def _list(text: tuple[Block, ...]) -> Iterator[Step]:
    """The items of the first numbered list; what stands under an item belongs to it."""
    lead, number, actor, said = "", 0, "", list[str]()
    for block in text:
        if not isinstance(block, Paragraph) or (number and not block.shape.level):
            break
        here = words(block.content).strip()
        if block.shape.level == 1 and block.shape.marker == "number":
            if number:
                yield _item(number, actor, said)
            number, actor, said = number + 1, _actor(lead), [FIRST_SENTENCE.split(here)[0]]
        elif number:
            said.append(here)
        else:
            lead = here
    if number:
        yield _item(number, actor, said)


def _actor(lead: str) -> str:
    """Who acts in all items, when what stands before them is that they have a duty."""
    found = DUTY.fullmatch(lead.rstrip(":"))
    return found["who"] if found and not found["done"] else ""


def _item(number: int, actor: str, said: list[str]) -> Step:
    first, *below = said
    told = " ".join([first, "; ".join(below)]).strip()
    found = None if actor else DUTY.match(told)
    if found and found["done"]:
        actor, told = found["who"], found["done"].lstrip(", ")
    return str(number), actor, told[:1].upper() + told[1:]
