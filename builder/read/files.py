"""A snapshot's files become the library: clauses, assemblies and registers, with all that is wrong in them.

A file that cannot be used yields findings and is named as broken; the rest is read.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from builder import markdown
from builder.finding import Finding
from builder.library import Acceptance, Clause, Library, ReviewMark
from builder.model import Facts, Position, Question, Reason
from builder.read import header, keys, registers
from builder.read import tables as made
from builder.read.contents import ID, assembly, for_each
from builder.read.dates import date_findings
from builder.read.decode import decode, with_plain_lines
from builder.read.header import Table
from builder.read.keys import FILES, Key
from builder.read.values import places, tables, text, texts
from builder.snapshot import Snapshot

__all__ = ["REGISTERS", "clause_id", "outline", "read", "slug"]

CLAUSE_PATH = re.compile(r"clauses/(?!register/|granskat/)(.+)\.md")
REGISTER_PATH = re.compile(r"clauses/register/([^/]+)\.ya?ml")
REVIEW_PATH = re.compile(r"clauses/granskat/(.+)\.ya?ml")
ASSEMBLY_PATH = re.compile(r"assemblies/([^/]+)\.ya?ml")
NOT_READ = frozenset({"F001", "F003", "F004"})
FENCE_MISSING = ("raden --- som avslutar huvudet saknas", "Skriv --- på en egen rad efter huvudets sista nyckel.")
NOT_KEYS = ("här ska det stå nycklar med värden", "Skriv en nyckel på varje rad: nyckel: värde.")


def read(snapshot: Snapshot) -> tuple[Library, tuple[Finding, ...]]:
    """The library of a snapshot, and the findings of its files."""
    desk = _Desk(list(snapshot.findings))
    desk.broken |= {id_ for f in snapshot.findings if f.code in NOT_READ and (id_ := clause_id(f.position.path))}
    templates: dict[str, bytes] = {}
    for path in sorted(snapshot.files):
        if path.startswith("assemblies/") and path.endswith(".docx"):
            templates[path.removeprefix("assemblies/")] = snapshot.files[path]
        else:
            desk.take(path, snapshot.files[path])
    return desk.library(snapshot, templates), tuple(desk.findings)


def outline(snapshot: Snapshot) -> Library:
    """The assemblies and the names of the clauses, without their texts: enough to number them, and quick."""
    desk = _Desk([])
    for path in sorted(snapshot.files):
        if ASSEMBLY_PATH.fullmatch(path):
            desk.take(path, snapshot.files[path])
        elif name := clause_id(path):
            desk.clauses[name] = Clause(name, path, name)
    return desk.library(snapshot, {})


def clause_id(path: str) -> str:
    """A clause file's id; empty for any other file."""
    match = CLAUSE_PATH.fullmatch(path)
    return match[1] if match else ""


def slug(name: str) -> str:
    """A name as a clause's id may hold it: "Rätt vård" → "ratt-vard"."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain.lower()).strip("-")


@dataclass(slots=True)
class _Desk:
    """What has been read so far."""

    findings: list[Finding]
    sources: dict[str, str] = field(default_factory=dict)
    clauses: dict[str, Clause] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    registers: dict[str, Any] = field(default_factory=dict)
    rows: dict[str, Table] = field(default_factory=dict)
    assemblies: dict[str, tuple[str, Table]] = field(default_factory=dict)
    reviews: dict[tuple[str, str], ReviewMark] = field(default_factory=dict)

    def take(self, path: str, content: bytes) -> None:
        """Read one file if it is one of ours."""
        alone = _alone(path, content)
        self.findings += alone.findings
        self.sources |= alone.sources
        self.clauses |= alone.clauses
        self.broken |= alone.broken
        self.registers |= alone.registers
        self.rows |= alone.rows
        self.assemblies |= alone.assemblies
        self.reviews |= alone.reviews

    def text_of(self, path: str, content: bytes) -> str | None:
        self.sources[path], whole, findings = decode(content, path)
        self.findings += findings
        return with_plain_lines(self.sources[path]) if whole else None

    # --- clauses ---

    def clause(self, path: str, id_: str, content: bytes) -> None:
        source = self.text_of(path, content)
        table = self.front_matter(source, path) if source is not None else None
        if ID.fullmatch(id_) is None:
            self.findings.append(_bad_name(path, id_))
        if source is None or table is None:
            self.broken.add(id_)
            return
        self.findings += keys.check(table, FILES["klausul"])
        first = header.split_front_matter(source)[1]
        body, findings = markdown.parse(source, path, first)
        self.findings += findings
        self.clauses[id_] = Clause(
            id_,
            path,
            text(table, "titel") or id_.rsplit("/", 1)[-1],
            _facts(table),
            body,
            texts(table, "tidigare-id"),
            text(table, "ersätter"),
            tuple(_acceptance(row) for row in tables(table, "godtagna")),
            text(table, "språk"),
            places(table),
            first,
        )

    def front_matter(self, source: str, path: str) -> Table | None:
        """The keys of a clause's header."""
        written, _ = header.split_front_matter(source)
        if written is None:
            self.findings.append(_no_header(source, path))
            return None
        return self.table(written, path, 2)

    def table(self, written: str, path: str, line: int = 1) -> Table | None:
        """A YAML text that must hold keys; nothing at all is no keys."""
        node, findings = header.parse(written, path, line)
        self.findings += findings
        if node is None and not findings:
            return Table(MappingProxyType({}), Position(path, 1))
        if node is not None and not isinstance(node, Table):
            self.findings.append(_unreadable(node.position, NOT_KEYS))
        return node if isinstance(node, Table) else None

    # --- registers and assemblies ---

    def register(self, path: str, kind: str, content: bytes) -> None:
        source = self.text_of(path, content)
        table = self.table(source, path) if source is not None else None
        if table is None:
            return
        if kind not in REGISTERS:
            self.rows[kind] = table
            return
        self.findings += _check_register(kind, table)
        self.findings += date_findings(kind, table)
        self.registers[kind] = REGISTERS[kind](table)
        if kind == "versioner":
            self.findings += registers.doubled_versions(self.registers[kind])
        if kind == "beslutsgang":
            self.findings += registers.day_findings(table)

    def review(self, path: str, _name: str, content: bytes) -> None:
        source = self.text_of(path, content)
        table = self.table(source, path) if source is not None else None
        if table is not None:
            self.findings += keys.check(table, FILES["granskat"])
            mark = registers.review_mark(table)
            self.reviews[mark.clause, mark.target] = mark

    def assembly(self, path: str, name: str, content: bytes) -> None:
        source = self.text_of(path, content)
        table = self.table(source, path) if source is not None else None
        if table is not None:
            self.findings += keys.check(table, FILES["dokument"])
            self.assemblies[name] = (path, table)

    def check_rows(self) -> None:
        """The rows of the registers against the columns that their tables declare."""
        specs = self.registers.get("tabeller", {})
        drawn = (*self.registers.get("bilder", {}).values(), *self.registers.get("vyer", {}).values())
        self.findings += made.unknown_sources(specs, drawn, self.rows)
        for name in specs.keys() & self.rows.keys():
            self.findings += made.check_records(self.rows[name], specs[name])

    # --- the whole ---

    def library(self, snapshot: Snapshot, templates: dict[str, bytes]) -> Library:
        self.findings += _taken_ids(self.clauses)
        known = self.clauses.keys() | self.broken | {id_ for c in self.clauses.values() for id_ in c.former}
        assemblies = {name: assembly(name, *found, known) for name, found in self.assemblies.items()}
        self.check_rows()
        return Library(
            MappingProxyType(self.clauses),
            MappingProxyType(for_each(assemblies, self.registers.get("parter", {}))),
            frozenset(self.broken),
            MappingProxyType(self.sources),
            reviews=MappingProxyType(self.reviews),
            revision=snapshot.revision,
            templates=MappingProxyType(templates),
            records=MappingProxyType({name: made.records(rows) for name, rows in self.rows.items()}),
            **{FIELDS[kind]: value for kind, value in self.registers.items()},
        )


STEPS: tuple[tuple[re.Pattern[str], Callable[[_Desk, str, str, bytes], None]], ...] = (
    (CLAUSE_PATH, _Desk.clause),
    (REGISTER_PATH, _Desk.register),
    (REVIEW_PATH, _Desk.review),
    (ASSEMBLY_PATH, _Desk.assembly),
)
REGISTERS: Mapping[str, Callable[[Table], Any]] = {
    "parter": registers.parties,
    "parametrar": registers.parameters,
    "termer": registers.terms,
    "lagar": registers.laws,
    "avtal": registers.agreements,
    "versioner": registers.versions,
    "projekt": registers.project,
    "beslut": registers.decisions,
    "beslutsgang": registers.steps,
    "grindar": registers.gates,
    "tabeller": made.tables,
    "bilder": made.pictures,
    "vyer": made.views,
}
FIELDS = {
    "parter": "parties",
    "parametrar": "parameters",
    "termer": "terms",
    "lagar": "laws",
    "avtal": "agreements",
    "versioner": "versions",
    "projekt": "project",
    "beslut": "decisions",
    "beslutsgang": "steps",
    "grindar": "gates",
    "tabeller": "tables",
    "bilder": "pictures",
    "vyer": "views",
}


def _check_register(kind: str, table: Table) -> list[Finding]:
    match kind:
        case "projekt":
            return keys.check(table, FILES[kind])
        case "versioner" | "beslut":
            return keys.check(table, {name: Key("rows", row=FILES[kind]) for name in table.entries})
        case _:
            return keys.check_rows(table, FILES[kind])


# --- parts of a clause -------------------------------------------------------------------------------


@lru_cache(maxsize=1 << 15)
def _alone(path: str, content: bytes) -> _Desk:
    """What one file says. Most files are the same in two versions of a text, and are read once."""
    desk = _Desk([])
    for pattern, step in STEPS:
        match = pattern.fullmatch(path)
        if match is not None:
            step(desk, path, match[1], content)
            break
    return desk


def _acceptance(row: Table) -> Acceptance:
    return Acceptance(text(row, "kod"), text(row, "skäl"), text(row, "text"))


def _facts(table: Table) -> Facts:
    return Facts(
        texts(table, "ansvarig"),
        texts(table, "lagstöd"),
        text(table, "motiv"),
        tuple(_question(row) for row in tables(table, "öppna-frågor")),
        text(table, "källa"),
        text(table, "typ"),
        texts(table, "boende"),
        tuple(Reason(text(row, "till"), text(row, "varför")) for row in tables(table, "ändringar")),
        text(table, "status"),
    )


def _question(row: Table) -> Question:
    return Question(text(row, "id"), text(row, "fråga"), texts(row, "alternativ"), row.position)


def _taken_ids(clauses: Mapping[str, Clause]) -> Iterator[Finding]:
    """Former ids that another clause has or had."""
    owners: dict[str, str] = {id_: clause.path for id_, clause in clauses.items()}
    for clause in clauses.values():
        for number, former in enumerate(clause.former):
            other = owners.setdefault(former, clause.path)
            place = clause.keys.get(f"tidigare-id.{number}") or clause.keys["tidigare-id"]
            if other != clause.path or former == clause.id:
                yield Finding("K212", place, {"clause": former, "other": other})


# --- findings ----------------------------------------------------------------------------------------


def _no_header(source: str, path: str) -> Finding:
    first, _, rest = source.partition("\n")
    if first.rstrip() == "---" and header.KEY.match(rest):
        return _unreadable(Position(path), FENCE_MISSING)
    return Finding("H101", Position(path))


def _unreadable(place: Position, why: tuple[str, str]) -> Finding:
    return Finding("H102", place, {"reason": why[0], "remedy": why[1]})


def _bad_name(path: str, id_: str) -> Finding:
    parts = [slug(part) or "namn" for part in id_.split("/")]
    return Finding("F005", Position(path), {"name": path, "suggestion": f"clauses/{'/'.join(parts)}.md"})
