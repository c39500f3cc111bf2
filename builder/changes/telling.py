"""A change as a reader is told of it: one line of the list, in plain Swedish."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from builder.changes.edits import WORD
from builder.changes.grade import GRADES, Cause, Grade, Graded
from builder.changes.listing import Change, ChangeKind, title
from builder.changes.wording import cause_words, named
from builder.redline import MarkedSection, in_new, in_old

__all__ = ["COLUMNS", "REWRITTEN", "Line", "counted", "line", "notes", "related"]

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
REWRITTEN = "Omskrivet: "
REPINNED = "Hänvisningar till klausuler som har ändrats i sak: "
REST: dict[ChangeKind, str] = {"inserted": "Resten av texten är ny", "deleted": "Resten av texten utgår"}
WITHOUT_CAUSE: dict[Grade, str] = {
    "i sak": "Hela texten",
    "liten": "Inget av det som räknas som i sak",
    "redaktionell": "Samma ord, annan form eller ordning",
}
VERSION_ALONE = "Bara versionen av det andra avtalet är ny."
MOST = 6
"""The causes of a kind that are told; a long table can have dozens."""

READABLE = 40
"""Words in a sentence that is told whole where several places in it changed."""

MORE = "…"
"""Where a sentence goes on, beside the piece of it that is told."""

OVERLAP = 4
"""Words that two pieces have in common where they are of one sentence."""

PAIRED = 24
"""The sentences that are held against each other, to see which were rewritten."""

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
            yield from _causes([cause for cause in change.graded.causes if cause.matter == "law"])
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
        return [*_causes(graded.causes), f"Dessutom {len(graded.others)} ändringar som inte är i sak"]
    return list(_causes((*graded.causes, *graded.others)))


def _causes(causes: Sequence[Cause]) -> Iterator[str]:
    """What took another's place; then what is new, and what was struck."""
    pins = dict.fromkeys(f"{cause.old} → {cause.new}" for cause in causes if cause.matter == "pin")
    sentences = _sentences(causes)
    swaps = (c for c in causes if c.old and c.new and not all(c.rewritten) and not _is_within(c, sentences))
    changed = dict.fromkeys(_swapped(cause) for cause in swaps if cause.matter != "pin" or len(pins) == 1)
    one_way = [cause for cause in causes if not all(cause.rewritten) and not _is_told(cause, sentences)]
    came, went = _named([cause for cause in one_way if not cause.old]), _named([c for c in one_way if not c.new])
    rewritten = [(old, new) for new in list(came)[:PAIRED] for old in list(went)[:PAIRED] if _is_rewritten(old, new)]
    told = {key for pair in rewritten for key in pair}
    groups = {
        "": list(changed),
        REPINNED: list(pins) if len(pins) > 1 else [],
        REWRITTEN: [f"”{old}” → ”{new}”" for old, new in sentences]
        + [f"{went[old]} → {came[new]}" for old, new in rewritten if old != new],
        "Flyttat i texten: ": [came[new] for old, new in rewritten if old == new],
        "Nytt: ": [came[key] for key in came if key not in told],
        "Struket: ": [went[key] for key in went if key not in told],
    }
    for name, found in groups.items():
        if found:
            more = f" och {len(found) - MOST} till" if len(found) > MOST else ""
            yield f"{name}{'; '.join(found[:MOST])}{more}"


def _sentences(causes: Iterable[Cause]) -> list[tuple[str, str]]:
    """The sentences that are told whole, each once. Of a long one each change shows another part: where several do, all
    of it is told unless it is too much to read."""
    parts: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for cause in causes:
        if all(cause.sentence) and not (cause.old and cause.new and not all(cause.rewritten)):
            parts.setdefault(cause.sentence, {})[cause.rewritten if all(cause.rewritten) else ("", cause.said)] = None
    found: list[tuple[str, str]] = []
    for sentence, shown in parts.items():
        whole = len(shown) > 1 and _is_readable(sentence)
        for old, new in [sentence] if whole else filter(all, shown):
            if not any(old == before or new == after for before, after in found):
                found.append((old, new))
    return found


def _is_readable(sentence: tuple[str, str]) -> bool:
    return all(len(text.split()) <= READABLE for text in sentence)


def _is_told(cause: Cause, sentences: Iterable[tuple[str, str]]) -> bool:
    """True for a piece of a sentence that is told whole."""
    piece = _piece(cause)
    return bool(piece) and any(piece in sentence for pair in sentences for sentence in pair)


def _is_within(cause: Cause, sentences: Iterable[tuple[str, str]]) -> bool:
    """True for words in others' place, which weigh nothing by themselves, in a sentence that is told whole."""
    return cause.matter == "words" and any(pair == cause.sentence for pair in sentences)


def _is_seen(cause: Cause, causes: Iterable[Cause]) -> bool:
    """True for words around a change that are seen among those around another in the same sentence."""
    piece = _piece(cause)
    beside = [_piece(other) for other in causes if any(cause.sentence) and other.sentence == cause.sentence]
    return bool(piece) and any(piece in shown != piece for shown in beside)


def _piece(cause: Cause) -> str:
    return cause.said.strip("… ")


def _is_rewritten(old: str, new: str) -> bool:
    """True for a sentence most of whose words stand in the other."""
    before, after = (Counter(WORD.findall(text)) for text in (old, new))
    same = (before & after).total()
    return same * 2 > max(before.total(), after.total())


def _swapped(cause: Cause) -> str:
    """Words in another's place: in quotation marks where they are a piece of a sentence."""
    if cause.matter in ("words", "version", "question"):
        of = f"{cause.said}: " if cause.said else "Öppen fråga: " if cause.matter == "question" else ""
        return f"{of}”{cause.old}” → ”{cause.new}”"
    return cause_words(cause, "sv") + (f" (”{cause.said}”)" if cause.said else "")


def _named(causes: Sequence[Cause]) -> dict[str, str]:
    """What came, or went, word by word, each once whatever the case of its letters."""
    found: dict[str, str] = {}
    for cause in _gathered(cause for cause in causes if not _is_seen(cause, causes)):
        told = named(cause, "sv")
        found.setdefault(told.casefold(), told)
    return found


def _gathered(causes: Iterable[Cause]) -> list[Cause]:
    """With pieces of one sentence that overlap as one, unless that is too much to read."""
    found: list[Cause] = []
    for cause in causes:
        if found and (both := _overlapping(found[-1].said, cause.said)):
            found[-1] = replace(found[-1], said=both)
        else:
            found.append(cause)
    return found


def _overlapping(first: str, second: str) -> str:
    """A piece and another that begins with what the first ends with, as one; empty where they do not overlap."""
    if not (first.endswith(f" {MORE}") and second.startswith(f"{MORE} ")):
        return ""
    before, after = first.split()[:-1], second.split()[1:]
    sizes = range(min(len(before), len(after)), OVERLAP - 1, -1)
    same = next((size for size in sizes if before[-size:] == after[:size]), 0)
    both = [*before, *after[same:]]
    return " ".join(both) if same and len(both) <= READABLE else ""


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
