"""A clause through time: as it read in a version, and what has happened to it from one version to the next."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import pairwise

from builder.build import versions
from builder.build.error import BuildError
from builder.build.project import Project
from builder.changes import Line, changes, line
from builder.library import Assembly, Clause, Library
from builder.model import Document, Edition, Section

__all__ = ["Printed", "Step", "as_printed", "steps"]


@dataclass(frozen=True, slots=True)
class Printed:
    """A clause as a document prints it."""

    document: Document
    section: Section


@dataclass(frozen=True, slots=True)
class Step:
    """What happened to a clause in a version of a document. `told` is None where its history begins."""

    edition: Edition
    section: Section | None
    told: Line | None


def as_printed(project: Project, asked: str, revision: str, document: str | None = None) -> Printed:
    """A clause as it reads in a version of the first document that holds it, or of the one named; BuildError when
    it is in none."""
    names = _names(project, asked)
    homes = [project.then(document, revision).assembly(document).name] if document else _homes(project, names)
    for home in homes:
        then = project.then(home, revision)
        section = _section(then.whole(home), names) if home in then.library.assemblies else None
        if section is not None:
            return Printed(then.whole(home), section)
    where = f"dokumentet ”{document}”" if document else "något dokument"
    raise BuildError(f"Klausulen {names[0]} finns inte i {where} i versionen ”{revision}”. {_seen(project, names)}")


def steps(project: Project, asked: str) -> Iterator[tuple[Document, tuple[Step, ...]]]:
    """For each agreement's own text that has held a clause: what happened to it in each version, the newest first."""
    names = _names(project, asked)
    for home in _homes(project, names):
        found = tuple(_steps(project, home, names))
        if found:
            yield project.current.document(home)[0], found[::-1]


def _steps(project: Project, home: str, names: tuple[str, ...]) -> Iterator[Step]:
    labels = _labels(project, home)
    known = [label for label in labels if home in project.then(home, label).library.assemblies]
    if known:
        first = project.then(home, known[0]).whole(home)
        section = _section(first, names)
        if section is not None:
            yield Step(first.edition, section, None)
    for old, new in pairwise(known):
        marked = project.redline(home, old, new)
        section = _section(project.then(home, new).whole(home), names)
        for change in changes(marked):
            if {change.section.id, change.section.old_id} & set(names):
                yield Step(marked.new, section, line(change))


def _labels(project: Project, home: str) -> list[str]:
    """The versions of a document's agreement whose text there is, and what is being edited now."""
    library = project.current.library
    recorded = versions.of_agreement(library, library.assemblies[home].agreement)
    return [*(version.label for version in recorded if not project.is_lost(version)), "."]


def _names(project: Project, asked: str) -> tuple[str, ...]:
    """All ids a clause has had, the one it has now first; also of a clause that has been withdrawn."""
    wanted = asked.strip().removesuffix(".md").removeprefix("clauses/")
    for library in _libraries(project):
        for clause in library.clauses.values():
            if wanted in (clause.id, *clause.former):
                return (clause.id, *clause.former)
    close = get_close_matches(wanted, _known(project.current.library), 1)
    hint = f"Menade du {close[0]}?" if close else "Klausulens id är mapp och filnamn, till exempel hemmet/syfte."
    raise BuildError(f"Klausulen ”{asked}” finns inte, varken nu eller i en sparad version. {hint}")


def _known(library: Library) -> list[str]:
    return [name for clause in library.clauses.values() for name in _ids(clause)]


def _ids(clause: Clause) -> tuple[str, ...]:
    return (clause.id, *clause.former)


def _libraries(project: Project) -> Iterator[Library]:
    """What is edited now, then each recorded version's, the newest first."""
    yield project.current.library
    for version in reversed(project.current.library.versions):
        if not project.is_lost(version):
            yield project.at(version.label, version.agreement).library


def _homes(project: Project, names: tuple[str, ...]) -> list[str]:
    """The agreements' own texts that hold a clause now or have held it."""
    library = project.current.library
    return [item.name for item in library.own_texts() if _has_held(project, item, names)]


def _has_held(project: Project, item: Assembly, names: tuple[str, ...]) -> bool:
    then = (project.then(item.name, label).library.assemblies.get(item.name) for label in _labels(project, item.name))
    return any(not known.clauses.isdisjoint(names) for known in then if known is not None)


def _section(document: Document, names: tuple[str, ...]) -> Section | None:
    return next((section for section in document.sections if section.id in names), None)


def _seen(project: Project, names: tuple[str, ...]) -> str:
    """In which versions a clause stands."""
    standing = {
        label: None
        for home in _homes(project, names)
        for label in _labels(project, home)
        if (item := project.then(home, label).library.assemblies.get(home)) and not item.clauses.isdisjoint(names)
    }
    return f"Den finns i: {', '.join(standing)}." if standing else ""
