"""The project's history in git, as far as the references to look at again ask for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from types import MappingProxyType

from builder.build import versions
from builder.build.past_files import PastFiles
from builder.build.past_words import Words
from builder.build.project import Project
from builder.library import Clause, Library, Version
from builder.model import Section
from builder.read import rows_alone
from builder.review import Citation, Seen, Target, citing, fingerprint, goes_out, law_id, passages, state
from builder.snapshot import Change

__all__ = ["GitPast"]

REGISTERS: Mapping[str, str] = {
    "parameter": "clauses/register/parametrar.yml",
    "term": "clauses/register/termer.yml",
    "lag": "clauses/register/lagar.yml",
}
UNSAVED = -1
EMPTY = Library(MappingProxyType({}), MappingProxyType({}))


class GitPast:
    """What the history answers. Nothing is asked of git more than once."""

    def __init__(
        self, project: Project, now: Library, sections: Iterable[Section], words: dict[str, Words | None]
    ) -> None:
        """The past of a text as it is now, and of the sections that its clauses are printed as. `words`: what is known
        of clauses as they were, by the id of their content in git; what is found out is added."""
        self.project = project
        self.now = now
        self.head = project.repository.head()
        self.sections = {section.id: section for section in sections}
        self._versions: dict[str, Mapping[str, bytes]] = {}
        self.files = PastFiles.beside(now)
        self.words = words
        self._rows: dict[str, Mapping[str, bytes]] = {}

    @cached_property
    def history(self) -> Mapping[str, tuple[Change, ...]]:
        """The changes of each file."""
        return self.project.repository.history()

    @cached_property
    def edited(self) -> frozenset[str]:
        """The files that differ from the last commit."""
        return self.project.repository.edited()

    @cached_property
    def contents(self) -> Mapping[str, bytes]:
        """Everything that a clause or a register has held, where it has held more than one thing."""
        names = [[clause.path, *map(_path, clause.former)] for clause in self.now.clauses.values() if clause.former]
        changing = {path for paths in names for path in paths} | self.edited
        asked = {clause.path for clause in self.now.clauses.values()} | changing | set(REGISTERS.values())
        past = ((path, self.history.get(path, ())) for path in asked)
        several = (found for path, found in past if len(found) > 1 or path in changing)
        wanted = {change.content for found in several for change in found if change.content}
        return self.project.repository.contents(wanted)

    def began(self, clause: str) -> Seen:
        """When a clause came to be, under any name."""
        past = self._changes(self.now.clauses[clause])
        return Seen(past[-1].place, past[-1].date) if past else Seen(UNSAVED, self.head.date)

    def seen(self, citation: Citation) -> Seen:
        """The oldest of the changes since which one of the passages that make the reference stands there."""
        clause = self.now.clauses[citation.clause]
        past = self._changes(clause)
        if len(past) == 1 and clause.path not in self.edited:
            return Seen(past[0].place, past[0].date)
        known = passages(clause)
        wanted = frozenset(map(fingerprint, citing(citation.target, self.sections[clause.id], clause) & known or known))
        found = Seen(UNSAVED, self.head.date)
        for change in past:
            then = self._words(clause, change)
            if then is None or wanted.isdisjoint(then.passages):
                break
            found = Seen(change.place, change.date)
        return found

    def came(self, target: Target) -> Seen:
        """The oldest of the changes since which a target says what it says."""
        reads = fingerprint(state(target, self.now) or "")
        return self._since(target, ((change, said == reads) for change, said in self._said(target)))

    def went_out(self, target: Target) -> Seen:
        """The oldest of the changes since which a clause is marked as going out."""
        return self._since(target, ((change, goes_out(target, then)) for change, then in self._states(target)))

    def _since(self, target: Target, holds: Iterable[tuple[Change, bool]]) -> Seen:
        path = self._home(target)
        past = self.history.get(path, ())
        if len(past) == 1 and path not in self.edited:
            return Seen(past[0].place, past[0].date)
        found = Seen(UNSAVED, "")
        for change, holds_then in holds:
            if not holds_then:
                break
            found = Seen(change.place, change.date)
        return found

    def library(self, target: Target, seen: Seen) -> Library:
        """What was saved of a target then."""
        older = (then for change, then in self._states(target) if change.place >= seen.place)
        return next(older, EMPTY)

    def marked(self, target: Target, mark: str) -> Library | None:
        """What was saved of a target when it said what a mark was set on."""
        return next((then for _, then in self._states(target) if fingerprint(state(target, then) or "") == mark), None)

    def newest(self, agreement: str) -> Version | None:
        """The latest recorded version whose text is here."""
        kept = [v for v in versions.of_agreement(self.now, agreement) if not self.project.is_lost(v)]
        return kept[-1] if kept else None

    def recorded(self, agreement: str, label: str, clause: str) -> Library | None:
        """A clause of a recorded version; None where there is no such version, or it is lost."""
        version = versions.find(self.now, agreement, label)
        if version is None or self.project.is_lost(version):
            return None
        if version.commit not in self._versions:
            self._versions[version.commit] = self.project.repository.snapshot(version.commit).files
        content = self._versions[version.commit].get(_path(clause))
        return EMPTY if content is None else self.files.read(_path(clause), content)

    def _home(self, target: Target) -> str:
        """The file that holds a target."""
        clause = self.now.clauses.get(target.id) if target.kind == "klausul" else None
        return clause.path if clause else REGISTERS.get(target.kind, "")

    def _said(self, target: Target) -> Iterator[tuple[Change, str]]:
        """The fingerprint of what a target said in each change, the newest first."""
        clause = self.now.clauses.get(target.id) if target.kind == "klausul" else None
        if clause is None:
            yield from ((change, fingerprint(state(target, then) or "")) for change, then in self._states(target))
            return
        each = ((change, self._words(clause, change)) for change in self._changes(clause))
        yield from ((change, then.state) for change, then in each if then is not None)

    def _words(self, clause: Clause, change: Change) -> Words | None:
        """What a clause said in a change; None where it could not be read."""
        if change.content not in self.words:
            then = self._clause(clause, change)
            self.words[change.content] = Words.of(then, clause.id) if then else None
        return self.words[change.content]

    def _states(self, target: Target) -> Iterator[tuple[Change, Library]]:
        """What has been saved of a target, the newest first."""
        clause = self.now.clauses.get(target.id) if target.kind == "klausul" else None
        if clause is not None:
            each = ((change, self._clause(clause, change)) for change in self._changes(clause))
            yield from ((change, then) for change, then in each if then is not None)
        elif target.kind in REGISTERS:
            row = law_id(target.id, self.now) if target.kind == "lag" else target.id
            path = REGISTERS[target.kind]
            yield from ((change, self._row(path, row, change)) for change in self.history.get(path, ()))

    def _changes(self, clause: Clause) -> Sequence[Change]:
        """The changes of a clause's file under all names it has had, the newest first; where it was moved from is
        no change."""
        paths = (clause.path, *map(_path, clause.former))
        found = [change for path in paths for change in self.history.get(path, ()) if change.content]
        return sorted(found, key=lambda change: change.place)

    def _clause(self, clause: Clause, change: Change) -> Library | None:
        """A library of the one clause as it was, under the id it has now."""
        then = self.files.read(clause.path, self.contents.get(change.content, b""))
        return then if clause.id in then.clauses else None

    def _row(self, path: str, row: str, change: Change) -> Library:
        """A register as it was, of which no more is read than the row asked for where that can be told apart."""
        content = self.contents.get(change.content, b"")
        if change.content not in self._rows:
            self._rows[change.content] = rows_alone(content)
        whole = content if row.encode() in content else b""
        return self.files.read(path, self._rows[change.content].get(row, whole))


def _path(clause: str) -> str:
    return f"clauses/{clause}.md"
