"""Judging one reference after another: does what it points at still say what it said?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from builder.assemble import assemble
from builder.changes import Line, changes, line
from builder.compare import compare
from builder.library import Assembly, Clause, Include, Library, ReviewMark
from builder.model import Document, Edition
from builder.redline import Redline
from builder.resolve import resolve
from builder.review.citations import Citation, Target
from builder.review.marks import fingerprint
from builder.review.states import law_note, state

__all__ = ["Kind", "Past", "Seen", "Stale", "changed", "stale"]

Kind = Literal["ändrad", "utgår", "nyare version", "ändrad lag", "upphävd lag", "ändrat värde", "ändrad definition"]


@dataclass(frozen=True, slots=True)
class Seen:
    """When a clause's references were last looked at: how many commits ago (-1: now, unsaved), and the day."""

    place: int
    date: str


@dataclass(frozen=True, slots=True)
class Stale:
    """A reference to look at again. `since`: the day or version it was last looked at; `was` and `now`: what the
    target said and says (None where it is not there); `newest`: the version that reads otherwise than a pin; `note`:
    what the register says of a section; `redline` of a clause that changed, with `line` to tell it."""

    citation: Citation
    kind: Kind
    since: str
    was: str | None
    now: str | None
    newest: str = ""
    note: str = ""
    line: Line | None = None
    redline: Redline | None = None


class Past(Protocol):
    """What the history of the project answers."""

    def seen(self, clause: str) -> Seen:
        """When a clause got the wording it has."""

    def touched(self, target: Target) -> int:
        """How many commits ago the file that holds a target last changed; -1 when it is being edited."""

    def library(self, target: Target, seen: Seen) -> Library:
        """The text as it was then, at least what is needed for the target."""

    def marked(self, target: Target, fingerprint: str) -> Library | None:
        """The text in which a target said what a mark was set on; None when no saved text does."""

    def newest(self, agreement: str) -> tuple[str, Library] | None:
        """The latest recorded version of an agreement: its label and text."""

    def recorded(self, agreement: str, label: str) -> Library | None:
        """The text of a recorded version."""


def stale(
    cited: Iterable[Citation], library: Library, past: Past, marks: Mapping[tuple[str, str], ReviewMark],
) -> Iterator[Stale]:  # fmt: skip
    """The references to look at again, in the order they are given."""
    judge = _Judge(library, past)
    for citation in cited:
        mark = marks.get((citation.clause, str(citation.target)))
        found = judge.pinned(citation) if citation.pin else judge.followed(citation, mark)
        if found is not None and not (mark and mark.fingerprint == fingerprint(found.now or "")):
            yield found


@dataclass(frozen=True, slots=True)
class _Judge:
    """One project's references. What changed in a clause is told once, however many refer to it."""

    library: Library
    past: Past
    compared: dict[tuple[Clause, Clause], tuple[Line | None, Redline]] = field(default_factory=dict)

    def pinned(self, citation: Citation) -> Stale | None:
        """A pin that is not the newest version, where the clause reads otherwise in the newest."""
        newest = self.past.newest(citation.agreement)
        then = self.past.recorded(citation.agreement, citation.pin)
        if newest is None or then is None or newest[0] == citation.pin:
            return None
        was, now = state(citation.target, then), state(citation.target, newest[1])
        if was == now:
            return None
        found = Stale(citation, "nyare version" if now is not None else "utgår", citation.pin, was, now, newest[0])
        return self.told(found, then, newest[1]) if was is not None and now is not None else found

    def followed(self, citation: Citation, mark: ReviewMark | None) -> Stale | None:
        """What a reference that follows its target points at now, beside what it pointed at."""
        seen = self.past.seen(citation.clause)
        if citation.target.kind == "lag":
            return self.law(citation, _later(seen, mark))
        if seen.place <= self.past.touched(citation.target) or seen.place < 0:
            return self.withdrawn(citation, seen)
        then = (mark and self.past.marked(citation.target, mark.fingerprint)) or self.past.library(
            citation.target, seen
        )
        was, now = state(citation.target, then), state(citation.target, self.library)
        if was is None or was == now:
            return self.withdrawn(citation, seen)
        if citation.target.kind != "klausul":
            kind: Kind = "ändrat värde" if citation.target.kind == "parameter" else "ändrad definition"
            return Stale(citation, kind, seen.date, was, now)
        found = self.told(Stale(citation, "ändrad", seen.date, was, now), then, self.library)
        return found if found.line and found.line.grade == "i sak" else None

    def withdrawn(self, citation: Citation, seen: Seen) -> Stale | None:
        """A clause that is marked as going out."""
        clause = self.library.clauses.get(citation.target.id) if citation.target.kind == "klausul" else None
        if clause is None or clause.facts.status != "utgår":
            return None
        return Stale(citation, "utgår", seen.date, None, state(citation.target, self.library))

    def law(self, citation: Citation, seen: Seen) -> Stale | None:
        """A section that was amended, or a law that ceased, after the clause was written, or that was unknown then."""
        now = state(citation.target, self.library)
        is_touched = self.past.touched(citation.target) < seen.place
        then = self.past.library(citation.target, seen) if is_touched else self.library
        was = state(citation.target, then, seen.date)
        if now is None or was is None or now == was:
            return None
        kind: Kind = "upphävd lag" if "upphävd" in now and "upphävd" not in was else "ändrad lag"
        return Stale(citation, kind, seen.date, was, now, note=law_note(citation.target.id, self.library))

    def told(self, found: Stale, then: Library, now: Library) -> Stale:
        """With the redline of the clause that changed, and its line in the list of changes."""
        pair = then.clauses[found.citation.target.id], now.clauses[found.citation.target.id]
        if pair not in self.compared:
            self.compared[pair] = changed(found.citation.target.id, then, now)
        told, redline = self.compared[pair]
        return replace(found, line=told, redline=redline)


def changed(name: str, then: Library, now: Library) -> tuple[Line | None, Redline]:
    """What changed in a clause between two texts that both hold it, both read with the registers of the later one."""
    redline = compare(_alone(then.clauses[name], now), _alone(now.clauses[name], now))
    change = next(changes(redline), None)
    return line(change) if change else None, redline


def _later(seen: Seen, mark: ReviewMark | None) -> Seen:
    return replace(seen, date=max(seen.date, mark.date)) if mark else seen


def _alone(clause: Clause, library: Library) -> Document:
    """A clause as a document of its own, read with the registers of now: only its own words can differ."""
    held = replace(library, clauses={clause.id: clause})
    sheet = Assembly("klausul", clause.path, clause.title, contents=(Include(clause.id),))
    return resolve(assemble(held, sheet)[0], held, Edition(clause.title, language=library.project.language), own=())[0]
