"""A redline as plain words: what changed, clause by clause, for someone with nothing but a text reader."""

from collections.abc import Iterable, Iterator
from textwrap import TextWrapper

from builder.changes import (
    GRADES,
    Change,
    Line,
    Moves,
    changes,
    elsewhere,
    grade_words,
    is_formatted,
    line,
    moves,
    printed,
    related,
    status,
    title,
)
from builder.model import Edition, Section
from builder.redline import (
    KEPT,
    Fate,
    Kind,
    MarkedBlock,
    MarkedNote,
    MarkedParagraph,
    MarkedPicture,
    MarkedSection,
    MarkedTable,
    Redline,
    Revision,
    Span,
    in_new,
    keep_section,
    part_move,
)  # fmt: skip

__all__ = ["redline_text", "section_text"]

WIDTH = 96
RULE = "-" * WIDTH
LEGEND = """\
Så läser du: [-det som tagits bort-] {+det som kommit till+} {~samma ord med annan formatering~}
Avsnitt som inte är ändrade är utelämnade. Nya avsnittsnummer räknas inte som ändring."""
MARKS = {"deleted": "[-{}-]", "inserted": "{{+{}+}}"}
HEADINGS = {
    "inserted": "nytt avsnitt",
    "deleted": "avsnittet har tagits bort",
    "moved": "flyttat, texten är oförändrad",
    "moved-and-changed": "flyttat och ändrat",
    "changed": "ändrat",
    "renamed": "ny rubrik eller beteckning, texten är oförändrad",
    "split": "ändrat",
    "merged": "ändrat",
}
COUNTS = {
    "inserted": ("nytt", "nya"),
    "deleted": ("borttaget", "borttagna"),
    "moved": ("flyttat", "flyttade"),
    "moved-and-changed": ("flyttat och ändrat", "flyttade och ändrade"),
    "changed": ("ändrat", "ändrade"),
    "renamed": ("omdöpt", "omdöpta"),
    "split": ("delat", "delade"),
    "merged": ("sammanslaget", "sammanslagna"),
}


def redline_text(redline: Redline) -> str:
    """The changes as text; a clean document as its whole text."""
    if redline.old is None:
        parts = [_marked(redline.cover), _edition(redline.new), *map(_clean, redline.sections)]
    else:
        found, moved = list(changes(redline)), moves(redline)
        head = [_marked(redline.cover), _compared(redline.old, redline.new), LEGEND, _summary(redline, found)]
        parts = [*head, *(f"{RULE}\n\n{_change(change, moved)}" for change in found)]
    return "\n\n".join(parts) + "\n"


def section_text(section: Section) -> str:
    """A section as it reads: its number and heading, then its text."""
    return _clean(keep_section(section))


def _compared(old: Edition, new: Edition) -> str:
    return f"Jämförelse mellan två versioner\nFrån: {_edition(old)}\nTill: {_edition(new)}"


def _edition(edition: Edition) -> str:
    return ", ".join(part for part in (edition.version, edition.status, edition.date) if part)


def _summary(redline: Redline, found: list[Change]) -> str:
    kinds = [change.kind for change in found]
    counts = [f"{kinds.count(kind)} {words[kinds.count(kind) > 1]}" for kind, words in COUNTS.items() if kind in kinds]
    standing = sum(status(section.fate) not in ("deleted", "moved-from") for section in redline.sections)
    same = standing - sum(kind != "deleted" for kind in kinds)
    if not redline.only:
        counts.append(f"{same} {'oförändrat' if same == 1 else 'oförändrade'}")
    return f"Avsnitt: {', '.join(counts)}.\n{_grades(found)}".rstrip()


def _grades(found: list[Change]) -> str:
    """How many changes of each grade, those that matter most first."""
    names = grade_words("sv").grades
    numbers = [(grade, sum(change.graded.grade == grade for change in found)) for grade in reversed(GRADES)]
    counts = ", ".join(f"{number} {names[grade]}" for grade, number in numbers if number)
    return f"Ändringar: {counts}." if counts else ""


# --- sections ----------------------------------------------------------------------------------------


def _change(change: Change, moved: Moves) -> str:
    section = change.section
    told = line(change)
    head = f"{_heading(section)}\n({_what(change)})\n{_grade(change, told)}"
    why = [_wrapped(f"Varför: {reason}", "", "") for reason in told.why]
    return "\n\n".join([head, *why, *_body(change, moved)])


def _grade(change: Change, told: Line) -> str:
    """How much it matters, and what that rests on."""
    return _wrapped(f"Ändring: {change.graded.grade} – {'; '.join(told.what)}", "", "")


def _heading(section: MarkedSection) -> str:
    return f"{section.number} {title(section)}".strip()


def _what(change: Change) -> str:
    """What happened, with the old number when the section moved, and the old name."""
    section = change.section
    old = change.before.number if change.before else section.old_number
    was = [f"tidigare {old}"] if old and old != section.number else []
    return "; ".join(
        [
            *filter(None, (HEADINGS[change.kind], related(change))),
            *was,
            *([f"hette {section.old_id}"] if section.old_id else []),
        ]
    )


def _body(change: Change, moved: Moves) -> Iterator[str]:
    """The section with its marks. A moved and edited one is shown as it read and as it reads."""
    match change.kind:
        case "moved":
            return
        case "moved-and-changed" if change.before is not None:
            yield "Löd, där avsnittet stod:"
            yield from _lines(change.before, moved)
            yield "Lyder nu:"
            yield from _lines(change.section, moved)
        case "renamed":
            yield _marked(change.section.title)
        case _:
            yield from _lines(change.section, moved)


FIRST_WORDS = 8
ROW_MOVES: dict[Kind, str] = {"move-from": "raden flyttad härifrån", "move-to": "raden flyttad hit"}
COLUMN_MOVES: dict[Kind, str] = {"move-from": "kolumnen flyttad härifrån", "move-to": "kolumnen flyttad hit"}


def _clean(section: MarkedSection) -> str:
    return "\n\n".join([_heading(section), *_blocks(section.blocks, section.fate, {})])


def _lines(section: MarkedSection, moved: Moves) -> Iterator[str]:
    if any(span.fate != section.fate for span in section.title.spans):
        yield f"Rubrik: {_marked(section.title)}"
    yield from _blocks(section.blocks, section.fate, moved)


def _blocks(blocks: Iterable[MarkedBlock], fate: Fate, moved: Moves) -> Iterator[str]:
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
    text = f"{'## ' if shape.kind == 'heading' else ''}{_marked(paragraph)}"
    return _wrapped(text, indent + start, indent + " " * len(start))


def _table(table: MarkedTable, around: Fate, moved: Moves) -> Iterator[str]:
    """A table's rows. What moved is named where it stood, and said once where it stands."""
    columns = table.columns or (KEPT,) * len(table.alignment)
    for row in table.rows:
        move = part_move(row.fate, around)
        cells = zip(row.cells, columns, strict=True)
        said = [_cell(cell.content, part_move(column, around), row.header) for cell, column in cells]
        start = "" if move is None else f"[{ROW_MOVES[move.kind]}{elsewhere(move, moved)}] "
        yield start + "| " + " | ".join(said) + " |"


def _cell(content: Iterable[MarkedParagraph], column: Revision | None, header: bool) -> str:
    text = " / ".join(map(_marked, content))
    if column is None:
        return text
    if header:
        return f"[{COLUMN_MOVES[column.kind]}] {text}"
    return "" if column.kind == "move-from" else text


def _picture(block: MarkedPicture) -> str:
    """A picture as what it says in words, whole in one pair of marks."""
    words = " ".join(filter(None, (block.picture.caption, block.picture.alt)))
    return _wrapped(MARKS.get(status(block.fate), "{}").format(f"Bild: {words}"), "", "")


def _wrapped(text: str, first: str, later: str) -> str:
    parts = text.split("\n")
    return "\n".join(_filled(part, later if place else first, later) for place, part in enumerate(parts))


def _filled(text: str, first: str, later: str) -> str:
    wrapper = TextWrapper(WIDTH, first, later, break_long_words=False, break_on_hyphens=False)
    return wrapper.fill(text)


# --- words -------------------------------------------------------------------------------------------


def _marked(paragraph: MarkedParagraph) -> str:
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
    return f" (fotnot: {' '.join(map(_marked, note.content))})"
