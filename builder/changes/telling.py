"""A change as a reader is told of it: one line of the list, in plain Swedish."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from builder.changes.grade import GRADES, Grade, Graded
from builder.changes.listing import Change, ChangeKind, title
from builder.changes.what_changed import MOST, what_changed
from builder.redline import MarkedSection, in_new, in_old

__all__ = ["COLUMNS", "Line", "counted", "line", "notes", "related"]

COLUMNS = ("Nr", "Klausul", "Vad har hänt", "Ändring", "Vad som ändrats", "Varför", "Klausulens id")
HAPPENED: dict[ChangeKind, str] = {
    "inserted": "Ny",
    "deleted": "Utgår",
    "moved": "Flyttad",
    "moved-and-changed": "Flyttad och ändrad",
    "changed": "Ändrad",
    "renamed": "Ny rubrik",
    "split": "Ändrad",
    "merged": "Ändrad",
}
CHAPTER_HAPPENED: dict[ChangeKind, str] = {
    "inserted": "Nytt kapitel",
    "deleted": "Kapitlet utgår",
    "moved": "Kapitlet är flyttat",
    "moved-and-changed": "Kapitlet är flyttat och ändrat",
    "changed": "Kapitlet är ändrat",
    "renamed": "Kapitlet har ny rubrik",
    "split": "Kapitlet är ändrat",
    "merged": "Kapitlet är ändrat",
}
REST: dict[ChangeKind, str] = {"inserted": "Resten av texten är ny", "deleted": "Resten av texten utgår"}
WITHOUT_CAUSE: dict[Grade, str] = {
    "i sak": "Hela texten",
    "liten": "Inget av det som räknas som i sak",
    "redaktionell": "Samma ord, annan form eller ordning",
}
VERSION_ALONE = "Bara versionen av det andra avtalet är ny."
UNCOUNTED = (
    "En del av ett mycket långt stycke jämförs inte ord för ord. Den visas som omskriven, även ord som är desamma."
)

COUNTED: dict[Grade, tuple[str, str]] = {
    "i sak": ("ändring i sak", "ändringar i sak"),
    "liten": ("liten ändring", "små ändringar"),
    "redaktionell": ("redaktionell ändring", "redaktionella ändringar"),
}


@dataclass(frozen=True, slots=True)
class Line:
    """One change in words, a text for each column of the list."""

    number: str
    clause: str
    happened: str
    grade: str
    what: tuple[str, ...]
    why: tuple[str, ...]
    id: str


def notes(change: Change) -> tuple[str, ...]:
    """What a reader must know of how the change is shown."""
    return (UNCOUNTED,) if change.uncounted else ()


def line(change: Change) -> Line:
    """The change in words."""
    section = change.section
    return Line(
        section.number or "–", title(section), _happened(change), change.graded.grade, (*_what(change), *notes(change)),
        tuple(_why(change)), section.id,
    )  # fmt: skip


def related(change: Change) -> str:
    """What a clause has to do with others: "delad i 2 Svar och 3 Plan", "sammanslagen med Vård"; else nothing."""
    relation = change.relation
    whole = change.kind in ("inserted", "deleted")
    if relation.parts and (not whole or len(relation.parts) > 1):
        shown = relation.parts if whole else (change.section, *relation.parts)
        return f"delad i {_listed(shown)}"
    if relation.part_of is not None:
        return f"avskild från {_listed((relation.part_of,))}"
    others = relation.joined or ((relation.joined_to,) if relation.joined_to else ())
    return f"sammanslagen med {_listed(others)}" if others else ""


def _listed(sections: Sequence[MarkedSection]) -> str:
    """Their numbers and titles; those that are gone by their titles alone."""
    names = list(map(_name, sections))
    return " och ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def _name(section: MarkedSection) -> str:
    return f"{section.number} {title(section)}".strip() if in_new(section.fate) else title(section)


def counted(changes: Iterable[Change]) -> str:
    """How many changes there are of each grade: "3 ändringar i sak och 1 liten ändring"."""
    grades = [change.graded.grade for change in changes]
    found = [(grades.count(grade), COUNTED[grade]) for grade in reversed(GRADES)]
    said = [f"{number} {words[number > 1]}" for number, words in found if number]
    return " och ".join(filter(None, (", ".join(said[:-1]), *said[-1:])))


def _happened(change: Change) -> str:
    section = change.section
    words = (CHAPTER_HAPPENED if section.kind == "chapter" else HAPPENED)[change.kind]
    if change.kind == "renamed" and all(in_old(span.fate) for span in section.title.spans) and section.old_id:
        return f"Ny beteckning (var {section.old_id})"
    if change.across:
        return f"{words}, flyttad {change.across}"
    if said := related(change):
        return said[:1].upper() + said[1:] if change.kind in ("split", "merged") else f"{words}, {said}"
    old = change.before.number if change.before else ""
    return f"{words} (var {old})" if old and old != section.number else words


def _what(change: Change) -> Iterator[str]:
    match change.kind:
        case "inserted" | "deleted" if change.same_words:
            yield "Bara platsen. Texten är oförändrad."
        case "inserted" | "deleted" if change.section.kind == "chapter":
            yield "Rubriken"
        case "inserted" | "deleted" if change.graded.grade == "i sak":
            yield from change.parts
            yield REST[change.kind] if change.parts else "Hela texten"
            yield from what_changed([cause for cause in change.graded.causes if cause.matter == "law"])
        case "moved":
            yield "Bara platsen. Texten är oförändrad."
        case "renamed" if not change.graded.causes:
            yield "Texten under rubriken är oförändrad."
        case _:
            yield from change.parts
            yield from _told(change.graded) or ([] if change.parts else [WITHOUT_CAUSE[change.graded.grade]])


def _told(graded: Graded) -> list[str]:
    """Why the change is graded so, and what else has changed where that is not too much to read."""
    if graded.causes and len(graded.others) > MOST:
        return [*what_changed(graded.causes), f"Dessutom {len(graded.others)} ändringar som inte är i sak"]
    return list(what_changed((*graded.causes, *graded.others)))


def _why(change: Change) -> Iterator[str]:
    """The reasons given; for a new clause without one, why the clause is there."""
    section = change.section
    motive = section.facts.motive if change.kind == "inserted" else ""
    needed = section.kind == "clause" and change.graded.grade != "redaktionell"
    without = motive or _follows(change) or _of_version(change.graded) or ("Inget skäl är angivet." if needed else "")
    yield from change.reasons or filter(None, [without])


def _of_version(graded: Graded) -> str:
    """The reason of a change in which references only moved to a version where what they lead to is the same."""
    moved = [*graded.causes, *graded.others]
    return VERSION_ALONE if moved and all(cause.matter == "version" for cause in moved) else ""


def _follows(change: Change) -> str:
    """The clauses that a table follows: all of them, or the first few."""
    found = change.follows
    if not found:
        return ""
    names = (
        ", ".join(map(_name, found[:MOST])) + f" och {len(found) - MOST} till" if len(found) > MOST else _listed(found)
    )
    return f"Följer av {'ändringen' if len(found) == 1 else 'ändringarna'} i {names}."
