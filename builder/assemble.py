"""Library and assembly → draft: which clauses, in which order, with which numbers.

Contents are walked with a list of what is left, not by recursion: a hostile assembly may nest
ten thousand levels deep.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from builder.anchors import slug, unique
from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.library import Assembly, Chapter, Clause, Entry, Exhibit, Include, Library
from builder.model import Position, SectionKind
from builder.phrases import Phrases, phrases
from builder.read.contents import ID

__all__ = ["ANNEX", "DEEPEST", "EXHIBITS", "Draft", "DraftSection", "annex_titles", "assemble"]

ANNEX = "bilaga/"
EXHIBITS: Mapping[str, str] = {"table": "tabell/", "picture": "bild/"}
"""What the ids of sections made from registers begin with."""

DEEPEST = 9
"""Word has nine heading levels."""


@dataclass(frozen=True, slots=True)
class DraftSection:
    """A place in the document: a chapter, a clause with its text as written, or what registers are to give."""

    id: str
    kind: SectionKind
    level: int
    number: str
    clause: Clause | None
    title: str
    position: Position


@dataclass(frozen=True, slots=True)
class Draft:
    """An assembly with its clauses in place and numbered."""

    name: str
    path: str
    title: str
    kind: str = ""
    agreement: str = ""
    template: str = ""
    language: str = "sv"
    supporting: bool = False
    party: str = ""
    sections: tuple[DraftSection, ...] = ()


def assemble(library: Library, assembly: Assembly) -> tuple[Draft, tuple[Finding, ...]]:
    """Put a document's clauses in order. What cannot be placed is a finding; the rest keeps its place."""
    walk = _Walk(library, assembly)
    walk.contents()
    walk.annexes()
    return walk.draft(), tuple(walk.findings)


def annex_titles(words: Phrases) -> dict[str, str]:
    """The annexes there are, with their titles."""
    return {
        "begreppslista": words.glossary, "parametrar": words.parameters, "parter": words.parties,
        "processkort": words.process_cards, "underskrifter": words.signatures,
    }  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Parent:
    """What an entry stands under: its number, and the way down to it."""

    level: int = 0
    number: str = ""
    clauses: frozenset[str] = frozenset()
    trace: tuple[Position, ...] = ()


@dataclass(slots=True)
class _Walk:
    library: Library
    assembly: Assembly
    sections: list[DraftSection] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    places: dict[str, Position] = field(default_factory=dict)
    slugs: set[str] = field(default_factory=set)
    counts: Counter[str] = field(default_factory=Counter)
    too_deep: bool = False

    def contents(self) -> None:
        left: list[tuple[Entry, _Parent]] = [(entry, _Parent()) for entry in reversed(self.assembly.contents)]
        while left:
            entry, parent = left.pop()
            parent = self.place(entry, parent)
            left += [(child, parent) for child in reversed(entry.children)]

    def place(self, entry: Entry, parent: _Parent) -> _Parent:
        """Put an entry in the document; returns what its children stand under."""
        match entry:
            case Chapter(title=title):
                name = unique(slug(title) or "kapitel", self.slugs, "-")
                return self.add(f"kapitel/{name}", "chapter", title, None, entry, parent)
            case Include(clause=name):
                clause = self.find(entry, parent)
                return parent if clause is None else self.add(name, "clause", clause.title, clause, entry, parent)
            case Exhibit(kind=kind, name=name):
                id_, heading = EXHIBITS[kind] + name, self.title(entry, parent)
                return parent if heading is None else self.add(id_, kind, heading, None, entry, parent)

    def title(self, entry: Exhibit, parent: _Parent) -> str | None:
        """The heading of a table or picture, None when it has no place here."""
        name, place = EXHIBITS[entry.kind] + entry.name, self.where(entry)
        known = self.library.tables if entry.kind == "table" else self.library.pictures
        if entry.name not in known:
            file = "tabeller.yml" if entry.kind == "table" else "bilder.yml"
            words = {"name": entry.name, "file": file, "suggestion": did_you_mean(entry.name, known)}
            self.findings.append(Finding("K214", place, words, parent.trace))
            return None
        if name in self.places:
            line = str(self.places[name].line)
            self.findings.append(Finding("K202", place, {"clause": entry.name, "line": line}, parent.trace))
            return None
        self.places[name] = place
        return known[entry.name].title

    def find(self, include: Include, parent: _Parent) -> Clause | None:
        """The clause that an entry names, None when it has no place here."""
        fault = self.fault(include, parent)
        if fault is not None:
            self.findings.append(fault)
            return None
        self.places[include.clause] = self.where(include)
        return self.library.clauses.get(include.clause)

    def fault(self, include: Include, parent: _Parent) -> Finding | None:
        name, place = include.clause, self.where(include)
        if name in parent.clauses:
            return Finding("K206", place, {"clause": name}, parent.trace)
        if name in self.places:
            return Finding("K202", place, {"clause": name, "line": str(self.places[name].line)}, parent.trace)
        if name in self.library.clauses or name in self.library.broken:
            return None
        known = (*self.library.clauses, *self.library.broken)
        write = f"Skriv klausulen i clauses/{name}.md, eller ta bort raden." if ID.fullmatch(name) else "Ta bort raden."
        advice = did_you_mean(name, known, write)
        return Finding("K201", place, {"clause": name, "suggestion": advice}, parent.trace)

    def add(
        self, name: str, kind: SectionKind, title: str, clause: Clause | None, entry: Entry, parent: _Parent
    ) -> _Parent:
        """One more section. Below the ninth level a section stands beside what it should stand under."""
        place = self.where(entry)
        self.counts[parent.number] += 1
        number = f"{parent.number}.{self.counts[parent.number]}".lstrip(".")
        self.sections.append(DraftSection(name, kind, parent.level + 1, number, clause, title, place))
        if parent.level + 1 == DEEPEST:
            self.check_depth(entry, parent)
            return parent
        clauses = parent.clauses | {name} if clause else parent.clauses
        return _Parent(parent.level + 1, number, clauses, (*parent.trace, place))

    def check_depth(self, entry: Entry, parent: _Parent) -> None:
        if entry.children and not self.too_deep:
            self.too_deep = True
            self.findings.append(Finding("K209", self.where(entry.children[0]), trace=parent.trace))

    def annexes(self) -> None:
        words = phrases(self.assembly.language or self.library.project.language)
        titles = {name: spec.title for name, spec in self.library.tables.items()} | annex_titles(words)
        wanted = dict.fromkeys(name for name in self.assembly.annexes if name in titles)
        for number, name in enumerate(wanted, 1):
            place, label = self.annex_place(name), f"{words.annex} {number}"
            self.sections.append(DraftSection(ANNEX + name, "annex", 1, label, None, titles[name], place))
        for name in self.assembly.annexes:
            if name not in titles:
                advice = did_you_mean(name, titles, f"Bilagor som finns: {', '.join(sorted(titles))}.")
                self.findings.append(Finding("K211", self.annex_place(name), {"annex": name, "suggestion": advice}))

    def annex_place(self, name: str) -> Position:
        key = f"bilagor.{self.assembly.annexes.index(name)}"
        return self.assembly.keys.get(key, Position(self.assembly.path))

    def where(self, entry: Entry) -> Position:
        return entry.position or Position(self.assembly.path)

    def draft(self) -> Draft:
        a = self.assembly
        language = a.language or self.library.project.language
        sections = tuple(self.sections)
        return Draft(
            a.name, a.path, a.title, a.kind, a.agreement, a.template, language, a.supporting, a.party, sections
        )
