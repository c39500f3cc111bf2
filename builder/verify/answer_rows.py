"""What an answer form asks, read from a file that may be filled in: the printed words of each row, by the row's id.

What the one who answers writes and chooses is left out; what may be chosen among is not. Which cells are printed is
told by an empty form: those that hold words there and no list."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml import etree

from builder.verify.archive import opened, parsed
from builder.verify.identity import Identity, identity
from builder.verify.story import FRONT, GONE, W, Words, words_of

__all__ = ["AnswerRows", "asked", "word_form", "workbook_form"]

S = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
WIDEST, LONG_NUMBER = 50, 9
"""Columns that are read of a sheet, and digits that are no longer a place in it."""

COLUMN = re.compile(r"[A-Z]+")


@dataclass(frozen=True, slots=True)
class AnswerRows:
    """A form as it was read: the words of the cells of each row that has an id, and of all that stands around them.
    A cell that holds a list has no words but its `choices`. `marked`: the rows whose id a program finds."""

    identity: Identity | None
    rows: Mapping[str, tuple[str, ...]]
    choices: Mapping[str, tuple[str, ...]]
    around: tuple[str, ...]
    marked: frozenset[str]


def asked(form: AnswerRows, empty: AnswerRows) -> Words:
    """What a form prints, a part for each row of the empty form and one for what stands around them."""
    found = {name: _row(form, name, cells) for name, cells in empty.rows.items() if name in form.rows}
    return {FRONT: form.around, **found}


def _row(form: AnswerRows, name: str, empty: Sequence[str]) -> tuple[str, ...]:
    mark = (f"Id: {name}",) if name in form.marked else ()
    printed = (text for text, was in zip(form.rows[name], empty, strict=False) if was)
    return (*mark, *printed, *form.choices.get(name, ()))


# --- Word --------------------------------------------------------------------------------------------


def word_form(data: bytes, ids: Mapping[str, str]) -> AnswerRows:
    """A form in Word. `ids`: those of the answers by bookmark; a row that has lost it is known by its printed id."""
    parts = opened(data)
    body = parsed(parts.get("word/document.xml", b""))
    printed = {name.partition("/")[2]: name for name in ids.values()}
    rows: dict[str, tuple[str, ...]] = {}
    choices: dict[str, tuple[str, ...]] = {}
    marked: set[str] = set()
    for row in list(body.iter(f"{W}tr")):
        marks = [ids[name] for mark in row.iter(f"{W}bookmarkStart") if (name := mark.get(f"{W}name", "")) in ids]
        name = marks[0] if marks else next((printed[said] for said in _said(row) if said in printed), "")
        if name and name not in rows:
            rows[name] = tuple(_cell(cell) for cell in row.iter(f"{W}tc"))
            choices[name] = tuple(_offered(row))
            marked |= set(marks)
            _take_out(row)
    around = tuple(filter(None, words_of(body, GONE)))
    return AnswerRows(identity(parts), rows, choices, around, frozenset(marked))


def _take_out(row: etree._Element) -> None:
    table = row.getparent()
    if table is not None:
        table.remove(row)


def _said(row: etree._Element) -> Iterator[str]:
    """What may be an id: the last of the words between dots in a line."""
    for line in row.iter(f"{W}p"):
        yield from words_of(line, GONE)[0].split(" · ")[-1:]


def _cell(cell: etree._Element) -> str:
    if next(cell.iter(f"{W}sdt"), None) is not None:
        return ""
    return "\n".join(filter(None, words_of(cell, GONE)))


def _offered(row: etree._Element) -> Iterator[str]:
    for item in row.iter(f"{W}listItem"):
        value = item.get(f"{W}value", "")
        if value:
            yield item.get(f"{W}displayText", value)


# --- Excel -------------------------------------------------------------------------------------------


def workbook_form(data: bytes, ids: Iterable[str]) -> AnswerRows:
    """A form in Excel. `ids`: those of the answers, which stand last in their rows."""
    parts = opened(data)
    shared = _shared(parts.get("xl/sharedStrings.xml"))
    known = set(ids)
    rows: dict[str, tuple[str, ...]] = {}
    around: list[str] = []
    for name in sorted(part for part in parts if re.fullmatch(r"xl/worksheets/sheet\d+\.xml", part)):
        for row in parsed(parts[name]).iter(f"{S}row"):
            cells = _cells(row, shared)
            last = cells[-1] if cells else ""
            if last in known and last not in rows:
                rows[last] = cells
            else:
                around += filter(None, cells)
    return AnswerRows(identity(parts), rows, {}, tuple(around), frozenset(rows))


def _shared(part: bytes | None) -> list[str]:
    """The texts that cells share; a text may be in pieces with looks of their own."""
    items = parsed(part).iter(f"{S}si") if part else ()
    return ["".join(text.text or "" for text in item.iter(f"{S}t")) for item in items]


def _cells(row: etree._Element, shared: Sequence[str]) -> tuple[str, ...]:
    """The texts of a row at their columns, to the last that has one."""
    found = {_column(cell): _plain(_value(cell, shared)) for cell in row.iter(f"{S}c")}
    last = max((place for place, text in found.items() if text and place < WIDEST), default=-1)
    return tuple(found.get(place, "") for place in range(last + 1))


def _column(cell: etree._Element) -> int:
    letters = COLUMN.match(cell.get("r", ""))
    place = 0
    for letter in letters[0][:3] if letters else "A":
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def _value(cell: etree._Element, shared: Sequence[str]) -> str:
    text = "".join(part.text or "" for part in cell.iter(f"{S}v", f"{S}t"))
    if cell.get("t") != "s":
        return text
    place = int(text) if text.isdecimal() and len(text) < LONG_NUMBER else len(shared)
    return shared[place] if place < len(shared) else ""


def _plain(text: str) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in text.splitlines())))
