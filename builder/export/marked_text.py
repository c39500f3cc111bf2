"""What stands in a section as plain text with its marks: paragraphs, lists, tables, pictures and notes."""

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from builder.changes import Moves, elsewhere, is_formatted, printed, status
from builder.redline import (
    KEPT,
    Fate,
    Kind,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedTable,
    Revision,
    Span,
    in_new,
    part_move,
)  # fmt: skip

__all__ = ["WIDTH", "blocks_text", "marked_text", "wrapped"]

WIDTH = 96
MARKS = {"deleted": "[-{}-]", "inserted": "{{+{}+}}"}
FIRST_WORDS = 8
TABLE_MOVES: dict[Kind, str] = {"move-from": "tabellen flyttad härifrån", "move-to": "tabellen flyttad hit"}
ROW_MOVES: dict[Kind, str] = {"move-from": "raden flyttad härifrån", "move-to": "raden flyttad hit"}
COLUMN_MOVES: dict[Kind, str] = {"move-from": "kolumnen flyttad härifrån", "move-to": "kolumnen flyttad hit"}


def blocks_text(blocks: Iterable[MarkedBlock], fate: Fate, moved: Moves) -> Iterator[str]:
    """Each block of a section with that fate; what moved by itself says where its other half stands."""
    counts: dict[int, int] = {}
    for block in blocks:
        match block:
            case MarkedParagraph():
                yield _placed(block, _item_start(block, counts), part_move(block.fate, fate), moved)
            case MarkedTable():
                yield "\n".join(_table(block, fate, moved))
            case MarkedPicture():
                yield _picture(block)


def _item_start(paragraph: MarkedParagraph, counts: dict[int, int]) -> str:
    """What stands before a list item. Items are numbered as they are now; one that is gone has a dash."""
    shape = paragraph.shape
    for level in [level for level in counts if level > shape.level or not shape.level]:
        del counts[level]
    if shape.marker == "number" and in_new(paragraph.fate):
        counts[shape.level] = counts.get(shape.level, shape.start - 1) + 1
        return f"{counts[shape.level]}. "
    return "" if not shape.level else "   " if shape.marker == "none" else "–  "


def _placed(paragraph: MarkedParagraph, start: str, move: Revision | None, moved: Moves) -> str:
    """A paragraph; one that moved by itself is named by its first words where it stood, if no word of it went."""
    if move is None:
        return _paragraph(paragraph, start)
    other = elsewhere(move, moved)
    if move.kind == "move-to":
        return f"[stycket flyttat hit{other}]\n{_paragraph(paragraph, start)}"
    if any(span.fate[-1:] != (move,) for span in paragraph.spans):
        return f"[stycket flyttat härifrån{other}]\n{_paragraph(paragraph, start)}"
    words = "".join(printed(span) for span in paragraph.spans).split()
    return f"[stycket flyttat härifrån{other}: {' '.join(words[:FIRST_WORDS])}{' …' * (len(words) > FIRST_WORDS)}]"


def _paragraph(paragraph: MarkedParagraph, start: str) -> str:
    shape = paragraph.shape
    indent = "> " * shape.quote + "   " * max(shape.level - 1, 0)
    text = f"{'## ' if shape.kind == 'heading' else ''}{marked_text(paragraph)}"
    return wrapped(text, indent + start, indent + " " * len(start))


def _table(table: MarkedTable, around: Fate, moved: Moves) -> Iterator[str]:
    """A table's rows. What moved is named where it stood, and said once where it stands."""
    columns = table.columns or (KEPT,) * len(table.alignment)
    whole = part_move(table.fate, around)
    if whole is not None:
        yield f"[{TABLE_MOVES[whole.kind]}{elsewhere(whole, moved)}]"
    around = (*around, *table.fate)
    for row in table.rows:
        move = part_move(row.fate, around)
        cells = zip(row.cells, columns, strict=True)
        said = [_cell(cell.content, part_move(column, around), row.header) for cell, column in cells]
        start = "" if move is None else f"[{ROW_MOVES[move.kind]}{elsewhere(move, moved)}] "
        yield start + "| " + " | ".join(said) + " |"


def _cell(content: Iterable[MarkedParagraph], column: Revision | None, header: bool) -> str:
    text = " / ".join(map(marked_text, content))
    if column is None:
        return text
    if header:
        return f"[{COLUMN_MOVES[column.kind]}] {text}"
    return "" if column.kind == "move-from" else text


def _picture(block: MarkedPicture) -> str:
    """A picture as what it says in words, whole in one pair of marks."""
    words = " ".join(filter(None, (block.picture.caption, block.picture.alt)))
    return wrapped(MARKS.get(status(block.fate), "{}").format(f"Bild: {words}"))


def wrapped(text: str, first: str = "", later: str = "") -> str:
    """Text in lines of a width, the first and the later ones with something before them."""
    parts = text.split("\n")
    return "\n".join(_filled(part, later if place else first, later) for place, part in enumerate(parts))


def _filled(text: str, first: str, later: str) -> str:
    wrapper = TextWrapper(WIDTH, first, later, break_long_words=False, break_on_hyphens=False)
    return wrapper.fill(text)


# --- words -------------------------------------------------------------------------------------------


def marked_text(paragraph: MarkedParagraph) -> str:
    """A paragraph on one line, what went and came between marks."""
    return "".join(_runs(paragraph.spans))


def _runs(spans: Iterable[Span]) -> Iterator[str]:
    """Spans with their marks, neighbours of the same fate in one pair of marks."""
    sign, run = "{}", ""
    for span in spans:
        text = _note(span.inline) if isinstance(span.inline, MarkedNote) else printed(span)
        mark = MARKS.get(status(span.fate), "{{~{}~}}" if is_formatted(span) else "{}")
        if mark != sign:
            yield sign.format(run) if run else ""
            sign, run = mark, ""
        run += text
    yield sign.format(run) if run else ""


def _note(note: MarkedNote) -> str:
    return f" (fotnot: {' '.join(map(marked_text, note.content))})"
