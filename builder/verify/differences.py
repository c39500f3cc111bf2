"""Where the words of a file differ from those of a version, told so that a reader finds the place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from builder.verify.identity import Clause
from builder.verify.story import FRONT, MARGINS, Words

__all__ = ["Difference", "differences"]

LONGEST = 80
"""Signs of a quotation."""

AROUND = 24
"""Signs before what differs."""

FRONT_PAGES = "Första sidorna"
HEADERS = "Sidhuvud och sidfot"


@dataclass(frozen=True, slots=True)
class Difference:
    """A clause that differs, with a short quotation of the version's words and of the file's."""

    id: str
    number: str
    title: str
    old: str
    new: str


def differences(version: Words, file: Words, clauses: Sequence[Clause]) -> tuple[Difference, ...]:
    """The parts of the text that differ, in the version's order. `clauses` are the version's."""
    known = {clause.id: clause for clause in clauses}
    return tuple(_differences(version, file, known))


def _differences(version: Words, file: Words, clauses: dict[str, Clause]) -> Iterator[Difference]:
    for id_ in (*version, *(other for other in file if other not in version)):
        old, new = version.get(id_, ()), file.get(id_, ())
        if old != new:
            number, title = _name(id_, clauses)
            yield Difference(id_, number, title, *_quotes(old, new))


def _name(id_: str, clauses: dict[str, Clause]) -> tuple[str, str]:
    if id_ in (FRONT, MARGINS):
        return "", FRONT_PAGES if id_ == FRONT else HEADERS
    clause = clauses.get(id_)
    return (clause.number, clause.title) if clause else ("", id_)


def _quotes(old: tuple[str, ...], new: tuple[str, ...]) -> tuple[str, str]:
    """The first paragraphs that differ, cut down to what does."""
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag != "equal":
            return _cut("\n".join(old[a:b]), "\n".join(new[c:d]))
    return "", ""


def _cut(old: str, new: str) -> tuple[str, str]:
    same = next((n for n, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    start = max(0, same - AROUND)
    return _short(old, start), _short(new, start)


def _short(text: str, start: int) -> str:
    words = " ".join(text[start : start + LONGEST].split())
    shown = "".join(sign for sign in words if sign.isprintable())
    before, after = "…" if start and shown else "", "…" if len(text) > start + LONGEST else ""
    return f"{before}{shown}{after}"
