"""Judging one reference after another: does what it points at still say what it said?"""

from collections.abc import Iterable, Iterator, Mapping, MutableMapping
from dataclasses import dataclass, field, replace
from typing import Literal, Protocol

from builder.changes import Line
from builder.library import Clause, Library, ReviewMark, Version
from builder.model import Document
from builder.redline import Redline
from builder.review.alone import alone, between, texts_of
from builder.review.citations import Citation, Target
from builder.review.marks import fingerprint
from builder.review.states import law_note, state

__all__ = ["Kind", "Past", "Seen", "Stale", "goes_out", "stale"]

Kind = Literal["ändrad", "utgår", "nyare version", "ändrad lag", "upphävd lag", "ändrat värde", "ändrad definition"]


@dataclass(frozen=True, slots=True)
class Seen:
    """A place in the history: how many commits ago (-1: now, unsaved), and the day."""

    place: int
    date: str


@dataclass(frozen=True, slots=True)
class Stale:
    """A reference to look at again. `since`: the day or version it was last looked at; `was` and `now`: what the
    target said and says (None where it is not there); `came`: the day the target came to say so, empty while that is
    not saved; `by`: the function that stands behind it; `newest`: the version that reads otherwise than a pin; `note`:
    what the register says of a section; `redline` of a clause that changed, with `line` to tell it."""

    citation: Citation
    kind: Kind
    since: str
    was: str | None
    now: str | None
    came: str = ""
    by: str = ""
    newest: str = ""
    note: str = ""
    line: Line | None = None
    redline: Redline | None = None


class Past(Protocol):
    """What the history of the project answers."""

    def began(self, clause: str) -> Seen:
        """When a clause came to be: before that nobody looked at its references."""

    def seen(self, citation: Citation) -> Seen:
        """When a reference was last looked at: since then the passages that make it read as they do."""

    def came(self, target: Target) -> Seen:
        """When a target came to say what it says now; unsaved without a day."""

    def went_out(self, target: Target) -> Seen:
        """When a clause was marked as going out, as it is now; unsaved without a day."""

    def library(self, target: Target, seen: Seen) -> Library:
        """The text as it was then, at least what is needed for the target."""

    def marked(self, target: Target, fingerprint: str) -> Library | None:
        """The text in which a target said what a mark was set on; None when no saved text does."""

    def newest(self, agreement: str) -> Version | None:
        """The latest recorded version of an agreement."""

    def recorded(self, agreement: str, label: str, clause: str) -> Library | None:
        """The text of a recorded version, at least one clause of it; None where there is no such version."""


def stale(
    cited: Iterable[Citation], library: Library, past: Past, marks: Mapping[tuple[str, str], ReviewMark],
    lines: MutableMapping[str, Line] | None = None,
) -> Iterator[Stale]:  # fmt: skip
    """The references to look at again, in the order they are given. `lines`: what is known of clauses that changed, to
    which what is found is added; a clause whose line is known is not compared, and gets no redline."""
    judge = _Judge(library, past, lines)
    for citation in cited:
        mark = marks.get((citation.clause, str(citation.target)))
        if not citation.pin and _is_read(mark, state(citation.target, library)):
            continue
        found = judge.pinned(citation) if citation.pin else judge.followed(citation, mark)
        if found is not None and not (citation.pin and _is_read(mark, found.now)):
            yield found


def _is_read(mark: ReviewMark | None, now: str | None) -> bool:
    """True where a mark was set on what a target says now."""
    return mark is not None and mark.fingerprint == fingerprint(now or "")


Compared = tuple[Clause, Clause, Line | None, Redline]


@dataclass(frozen=True, slots=True)
class _Judge:
    """One project's references. What changed in a clause is told once, however many refer to it."""

    library: Library
    past: Past
    lines: MutableMapping[str, Line] | None = None
    compared: dict[tuple[int, int], Compared] = field(default_factory=dict)
    alone: dict[int, tuple[Clause, Document]] = field(default_factory=dict)
    states: dict[Target, tuple[str | None, Seen]] = field(default_factory=dict)

    def pinned(self, citation: Citation) -> Stale | None:
        """A pin that is not the newest version, where the clause reads otherwise in the newest."""
        version = self.past.newest(citation.agreement)
        if version is None or version.label == citation.pin:
            return None
        labels = citation.pin, version.label
        then, text = (self.past.recorded(citation.agreement, label, citation.target.id) for label in labels)
        if then is None or text is None:
            return None
        was, now = state(citation.target, then), state(citation.target, text)
        if was == now:
            return None
        kind: Kind = "nyare version" if now is not None else "utgår"
        found = Stale(citation, kind, citation.pin, was, now, version.date, self.by, version.label)
        return self.told(found, then, text) if was is not None and now is not None else found

    @property
    def by(self) -> str:
        """The function behind all that is written here; the history may name persons, which nothing printed does."""
        return self.library.project.author

    def followed(self, citation: Citation, mark: ReviewMark | None) -> Stale | None:
        """What a reference that follows its target points at now, beside what it pointed at."""
        if citation.target.kind == "lag":
            return self.law(citation, mark)
        return self.changed(citation, mark) or self.withdrawn(citation)

    def changed(self, citation: Citation, mark: ReviewMark | None) -> Stale | None:
        """A target that says something else than when the reference was last looked at."""
        target = citation.target
        now, came = self.state(target)
        if self.past.began(citation.clause).place <= came.place:
            return None
        seen = self.past.seen(citation)
        if seen.place <= came.place:
            return None
        then = (mark and self.past.marked(target, mark.fingerprint)) or self.past.library(target, seen)
        was = state(target, then)
        if was is None or was == now:
            return None
        if target.kind != "klausul":
            kind: Kind = "ändrat värde" if target.kind == "parameter" else "ändrad definition"
            return Stale(citation, kind, seen.date, was, now, came.date, self.by)
        found = self.told(Stale(citation, "ändrad", seen.date, was, now, came.date, self.by), then, self.library)
        return found if found.line and found.line.grade == "i sak" else None

    def withdrawn(self, citation: Citation) -> Stale | None:
        """A clause that is marked as going out."""
        target = citation.target
        if target.kind != "klausul" or not goes_out(target, self.library):
            return None
        came = self.past.went_out(target).date
        since = self.past.seen(citation).date
        return Stale(citation, "utgår", since, None, state(target, self.library), came, self.by)

    def law(self, citation: Citation, mark: ReviewMark | None) -> Stale | None:
        """A section that was amended, or a law that ceased, after the clause was written, or that was unknown then."""
        target = citation.target
        now, came = self.state(target)
        began = self.past.began(citation.clause)
        if now is None or (began.place <= came.place and now == state(target, self.library, began.date)):
            return None
        seen = _later(self.past.seen(citation), mark)
        then = self.past.library(target, seen) if came.place < seen.place else self.library
        was = state(target, then, seen.date)
        if was is None or now == was:
            return None
        kind: Kind = "upphävd lag" if "upphävd" in now and "upphävd" not in was else "ändrad lag"
        note = law_note(target.id, self.library)
        return Stale(citation, kind, seen.date, was, now, came.date, self.by, note=note)

    def state(self, target: Target) -> tuple[str | None, Seen]:
        """What a target says now, and when it came to say so."""
        if target not in self.states:
            self.states[target] = state(target, self.library), self.past.came(target)
        return self.states[target]

    def told(self, found: Stale, then: Library, now: Library) -> Stale:
        """With the redline of the clause that changed, and its line in the list of changes."""
        name = found.citation.target.id
        of = texts_of(then, now, name) if self.lines is not None else ""
        if self.lines and of in self.lines:
            return replace(found, line=self.lines[of])
        before, after = then.clauses[name], now.clauses[name]
        key = id(before), id(after)
        if key not in self.compared:
            self.compared[key] = before, after, *between(self.sheet(before), self.sheet(after))
        _, _, told, redline = self.compared[key]
        if self.lines is not None and told is not None:
            self.lines[of] = told
        return replace(found, line=told, redline=redline)

    def sheet(self, clause: Clause) -> Document:
        """A clause alone; its place tells it from others, and it is kept so that the place stays its own."""
        if id(clause) not in self.alone:
            self.alone[id(clause)] = clause, alone(clause, self.library)
        return self.alone[id(clause)][1]


def goes_out(target: Target, library: Library) -> bool:
    """True for a clause that is marked as going out."""
    clause = library.clauses.get(target.id)
    return clause is not None and clause.facts.status == "utgår"


def _later(seen: Seen, mark: ReviewMark | None) -> Seen:
    return replace(seen, date=max(seen.date, mark.date)) if mark else seen
