"""A redline as plain words: what changed, clause by clause, for someone with nothing but a text reader."""

from collections.abc import Iterator

from builder.changes import GRADES, Change, Line, Moves, changes, grade_words, line, moves, related, status, title
from builder.export.marked_text import WIDTH, blocks_text, marked_text, wrapped
from builder.model import Edition, Section
from builder.redline import MarkedSection, Redline, keep_section

__all__ = ["redline_text", "section_text"]

RULE = "-" * WIDTH
LEGEND = """\
Så läser du: [-det som tagits bort-] {+det som kommit till+} {~samma ord med annan formatering~}
Avsnitt som inte är ändrade är utelämnade. Nya avsnittsnummer räknas inte som ändring."""
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
        parts = [marked_text(redline.cover), _edition(redline.new), *map(_clean, redline.sections)]
    else:
        found, moved = list(changes(redline)), moves(redline)
        head = [marked_text(redline.cover), _compared(redline.old, redline.new), LEGEND, _summary(redline, found)]
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
    why = [wrapped(f"Varför: {reason}") for reason in told.why]
    return "\n\n".join([head, *why, *_body(change, moved)])


def _grade(change: Change, told: Line) -> str:
    """How much it matters, and what that rests on."""
    return wrapped(f"Ändring: {change.graded.grade} – {'; '.join(told.what)}")


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
            yield marked_text(change.section.title)
        case _:
            yield from _lines(change.section, moved)


def _clean(section: MarkedSection) -> str:
    return "\n\n".join([_heading(section), *blocks_text(section.blocks, section.fate, {})])


def _lines(section: MarkedSection, moved: Moves) -> Iterator[str]:
    if any(span.fate != section.fate for span in section.title.spans):
        yield f"Rubrik: {marked_text(section.title)}"
    yield from blocks_text(section.blocks, section.fate, moved)
