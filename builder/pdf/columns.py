"""How wide the columns of a table are, how large its letters, and how large a page it needs."""

from dataclasses import dataclass

from builder.redline import MarkedCell, MarkedTable, in_new, new_words

__all__ = ["COLUMNS", "Sheet", "columns", "sheet", "size"]

COLUMNS = 7
"""The fewest columns that a table is given a page on its side for."""

LETTER, MARGINS = 1.65, 3.4
"""Millimetres: a letter of a long word in a table's size, and a cell's margins."""

SHORTEST, FULLEST, TO_FILL_IN = 4, 320, 50
"""Letters: a column's least, and what a full column and an empty one count for."""

COUNTED = (20, 17, 14, 12)
"""Letters that a word counts for at most: the fewer, the more words are parted."""

SHARED = 0.85
"""The longest words may take this part of the width."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page: its measures and the room between its margins, in millimetres."""

    width: int
    height: int
    room: int


UPRIGHT = Sheet(210, 297, 154)
WIDE = (Sheet(297, 210, 257), Sheet(420, 297, 380), Sheet(594, 420, 554), Sheet(841, 594, 801), Sheet(1189, 841, 1149))
"""A4 to A0 on their sides: a table of very many columns is never cut, its page is larger."""


def sheet(tables: list[MarkedTable]) -> Sheet | None:
    """The page on its side that tables need, or None when they stand on an upright one."""
    broad = [table for table in tables if len(table.alignment) >= COLUMNS]
    if not broad:
        return None
    return next((page for page in WIDE if all(_fits(table, page.room) for table in broad)), WIDE[-1])


def columns(table: MarkedTable) -> list[float]:
    """Each column's part of the width: room for its longest word, the rest shared by how much text they hold."""
    room = _room(table)
    least = _least(table, room)
    asked = [min(max(_mean(texts), SHORTEST), FULLEST) if any(texts[1:]) or len(texts) < 2 else TO_FILL_IN
             for texts in _texts(table)]  # fmt: skip
    spare = max(room - sum(least), 0)
    return [round(few + spare * letters / sum(asked), 2) for few, letters in zip(least, asked, strict=True)]


def size(table: MarkedTable) -> float:
    """The size of the letters in points."""
    return 9.0 if len(table.alignment) < COLUMNS else 8.2


def _room(table: MarkedTable) -> int:
    page = sheet([table])
    return UPRIGHT.room if page is None else page.room


def _fits(table: MarkedTable, room: float) -> bool:
    return sum(_counted(table, COUNTED[-1])) <= room * SHARED


def _least(table: MarkedTable, room: float) -> list[float]:
    """Room for the longest words, of which ever fewer letters count until there is some room to share."""
    tried = [_counted(table, most) for most in COUNTED]
    return next((least for least in tried if sum(least) <= room * SHARED), tried[-1])


def _counted(table: MarkedTable, most: int) -> list[float]:
    return [MARGINS + LETTER * min(max(_longest(texts), SHORTEST), most) for texts in _texts(table)]


def _longest(texts: list[str]) -> int:
    return max((len(word) for text in texts for word in text.split()), default=1)


def _mean(texts: list[str]) -> int:
    return sum(map(len, texts)) // max(len(texts), 1)


def _texts(table: MarkedTable) -> list[list[str]]:
    return [[_text(row.cells[n]) for row in table.rows if n < len(row.cells)] for n in range(len(table.alignment))]


def _text(cell: MarkedCell) -> str:
    return " ".join(new_words(p) for p in cell.content if in_new(p.fate)).strip()
