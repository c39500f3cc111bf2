"""The references to look at again, judged against the project's own history in git."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from builder.build import versions
from builder.build.project import Project
from builder.build.text import BuildError
from builder.library import Clause, Library, ReviewMark
from builder.read import read
from builder.review import Graph, Seen, Stale, Target, citations, file_name, fingerprint, graph, mark_file, stale, state
from builder.snapshot import Change, Snapshot

__all__ = ["mark_reviewed", "references", "work_list"]

REGISTERS: Mapping[str, str] = {
    "parameter": "clauses/register/parametrar.yml",
    "term": "clauses/register/termer.yml",
    "lag": "clauses/register/lagar.yml",
}
UNSAVED = -1


def work_list(project: Project) -> Iterator[Stale]:
    """All references of the agreements' own texts that have to be looked at again, clause by clause."""
    text = project.current
    documents = [text.document(item.name)[0] for item in text.library.own_texts()]
    cited = citations(documents)
    return stale(cited, text.library, _GitPast(project), text.library.reviews)


def references(project: Project) -> Graph:
    """Who refers to whom in the agreements' own texts as they stand now."""
    text = project.current
    return graph((text.document(item.name)[0] for item in text.library.own_texts()), text.library)


def mark_reviewed(project: Project, clause: str, asked: str | None) -> Mapping[str, str]:
    """The files, with their text, that say that a clause's reference, or all it has to look at, was looked at as it
    is now."""
    mine = [found for found in work_list(project) if found.citation.clause == clause]
    read = [found for found in mine if asked in (None, str(found.citation.target), found.citation.target.id)]
    if not read:
        known = "; ".join(str(found.citation.target) for found in mine)
        hint = f"Att se över i klausulen: {known}." if known else "Klausulen har inget att se över."
        said = f"Hänvisningen från {clause} till ”{asked}” står inte på listan. " if asked else ""
        raise BuildError(f"{said}{hint}")
    day = project.repository.head().date
    return dict(_mark(found, day) for found in read)


def _mark(found: Stale, day: str) -> tuple[str, str]:
    clause, target = found.citation.clause, found.citation.target
    return file_name(clause, target), mark_file(ReviewMark(clause, str(target), fingerprint(found.now or ""), day))


class _GitPast:
    """What the history answers. Nothing is asked of git more than once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.now = project.current.library
        self.head = project.repository.head()
        self._seen: dict[str, Seen] = {}
        self._texts: dict[tuple[str, str], Library] = {}
        self._files: dict[tuple[str, str], Library] = {}

    @cached_property
    def history(self) -> Mapping[str, tuple[Change, ...]]:
        return self.project.repository.history()

    @cached_property
    def edited(self) -> frozenset[str]:
        return self.project.repository.edited()

    @cached_property
    def contents(self) -> Mapping[str, bytes]:
        """Everything that a clause or a register has held, where it has held more than one thing."""
        names = [[clause.path, *map(_path, clause.former)] for clause in self.now.clauses.values() if clause.former]
        renamed = {path for paths in names for path in paths}
        several = (past for path, past in self.history.items() if len(past) > 1 or path in renamed | self.edited)
        wanted = {change.content for past in several for change in past if change.content}
        return self.project.repository.contents(wanted)

    def seen(self, clause: str) -> Seen:
        if clause not in self._seen:
            self._seen[clause] = self._settled(self.now.clauses[clause])
        return self._seen[clause]

    def _settled(self, clause: Clause) -> Seen:
        """When the clause got its wording: the oldest of the changes since which it reads the same."""
        reads = state(Target("klausul", clause.id), self.now)
        found = Seen(UNSAVED, self.head.date)
        past = self._changes(clause)
        if len(past) == 1 and clause.path not in self.edited:
            return Seen(past[0].place, past[0].date)
        for change in past:
            then = self._clause(clause, change)
            if then is None or state(Target("klausul", clause.id), then) != reads:
                break
            found = Seen(change.place, change.date)
        return found

    def touched(self, target: Target) -> int:
        clause = self.now.clauses.get(target.id) if target.kind == "klausul" else None
        path = clause.path if clause else REGISTERS.get(target.kind, "")
        past = self.history.get(path, ())
        return UNSAVED if path in self.edited or not past else past[0].place

    def library(self, target: Target, seen: Seen) -> Library:
        older = (then for place, then in self._states(target) if place >= seen.place)
        return next(older, Library(MappingProxyType({}), MappingProxyType({})))

    def marked(self, target: Target, mark: str) -> Library | None:
        return next((then for _, then in self._states(target) if fingerprint(state(target, then) or "") == mark), None)

    def newest(self, agreement: str) -> tuple[str, Library] | None:
        kept = [v for v in versions.of_agreement(self.now, agreement) if not self.project.is_lost(v)]
        return (kept[-1].label, self._text(agreement, kept[-1].label)) if kept else None

    def recorded(self, agreement: str, label: str) -> Library | None:
        version = versions.find(self.now, agreement, label)
        if version is None or self.project.is_lost(version):
            return None
        return self._text(agreement, label)

    def _text(self, agreement: str, label: str) -> Library:
        if (agreement, label) not in self._texts:
            self._texts[agreement, label] = self.project.at(label, agreement).library
        return self._texts[agreement, label]

    def _states(self, target: Target) -> Iterator[tuple[int, Library]]:
        """What has been saved of a target, the newest first."""
        clause = self.now.clauses.get(target.id) if target.kind == "klausul" else None
        if clause is not None:
            each = ((change.place, self._clause(clause, change)) for change in self._changes(clause))
            yield from ((place, then) for place, then in each if then is not None)
        elif target.kind in REGISTERS:
            path = REGISTERS[target.kind]
            yield from ((change.place, self._read(path, change)) for change in self.history.get(path, ()))

    def _changes(self, clause: Clause) -> Sequence[Change]:
        """The changes of a clause's file under all names it has had, the newest first; where it was moved from is
        no change."""
        paths = (clause.path, *map(_path, clause.former))
        found = [change for path in paths for change in self.history.get(path, ()) if change.content]
        return sorted(found, key=lambda change: change.place)

    def _clause(self, clause: Clause, change: Change) -> Library | None:
        """A library of the one clause as it was, under the id it has now."""
        then = self._read(clause.path, change).clauses.get(clause.id)
        return Library(MappingProxyType({clause.id: then}), MappingProxyType({})) if then else None

    def _read(self, path: str, change: Change) -> Library:
        key = path, change.content
        if key not in self._files:
            self._files[key] = read(Snapshot({path: self.contents.get(change.content, b"")}))[0]
        return self._files[key]


def _path(clause: str) -> str:
    return f"clauses/{clause}.md"
