"""What the writing group keeps in files, as values: clauses, assemblies and registers.

A body here is as written: its links are `Url`s with the address and title of the file. `resolve`
turns them into references. Every row knows its place, so that a finding can point at it.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Literal

from builder.model import Block, Control, Facts, Position, Reason
from builder.records import PictureSpec, Record, TableSpec
from builder.snapshot import Revision

__all__ = [
    "Acceptance", "Agreement", "Amendment", "Assembly", "Chapter", "Clause", "Decision", "Demand", "Entry", "Exhibit",
    "Gate", "Include", "Law", "Library", "Parameter", "Party", "Project", "ReviewMark", "Sending", "Step", "Term",
    "Version",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Acceptance:
    """A finding that may stand, and why. `text` are the words it is about; empty means every finding of the code."""

    code: str
    reason: str
    text: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause file. `id` is folder/file name without ending; `keys` gives each header key's place
    (the value's, for a list "key.0", "key.1" its items'); `body_line` the line the body begins on."""

    id: str
    path: str
    title: str
    facts: Facts = Facts()
    body: tuple[Block, ...] = ()
    former: tuple[str, ...] = ()
    replaces: str = ""
    accepted: tuple[Acceptance, ...] = ()
    language: str = ""
    keys: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}), compare=False)
    body_line: int = 1


@dataclass(frozen=True, slots=True)
class Include:
    """A clause in an assembly, with the clauses that stand under it."""

    clause: str
    children: tuple["Entry", ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading of the assembly's own, with what stands under it."""

    title: str
    children: tuple["Entry", ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table or a picture of the registers, by its id, with a heading of its own."""

    kind: Literal["table", "picture"]
    name: str
    position: Position | None = field(default=None, compare=False)

    @property
    def children(self) -> tuple["Entry", ...]:
        """Nothing stands under a table or a picture."""
        return ()


Entry = Include | Chapter | Exhibit


@dataclass(frozen=True, slots=True)
class Assembly:
    """A document's contents: `name` is the file name without ending, `agreement` an id of avtal.yml or empty.

    A `supporting` document belongs to the agreement and follows its versions, but is not its text. One
    made for each party has a `party`. One with `slides` is also made as a presentation. `reasons`: why clauses went,
    and why what has no file of its own changed.
    """

    name: str
    path: str
    title: str
    kind: str = ""
    agreement: str = ""
    template: str = ""
    contents: tuple[Entry, ...] = ()
    annexes: tuple[str, ...] = ()
    language: str = ""
    supporting: bool = False
    party: str = ""
    slides: bool = False
    reasons: tuple[Reason, ...] = ()
    keys: Mapping[str, Position] = field(default_factory=lambda: MappingProxyType({}), compare=False)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries at every depth, in no order that means anything. No recursion: a hostile file nests deep."""
        found, left = [], list(self.contents)
        while left:
            entry = left.pop()
            left += entry.children
            found.append(entry)
        return tuple(found)

    @property
    def clauses(self) -> frozenset[str]:
        """The ids of the clauses it holds."""
        return frozenset(entry.clause for entry in self.entries if isinstance(entry, Include))


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term; `forms` are inflected forms that the rules of the language cannot make."""

    id: str
    term: str
    definition: str = ""
    forms: tuple[str, ...] = ()
    abbreviation: str = ""
    source: str = ""
    status: str = ""
    avoid: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of a law: the amending act, its first day (ISO date or empty) and the sections it touched."""

    sfs: str
    from_date: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """An act. `id` is its abbreviation in the texts; `sections` maps "14 kap. 1 §" to a paraphrase.
    `repealed` is the day it ceased (ISO date) or empty; `replaced_by` the id of the act that came after."""

    id: str
    sfs: str
    name: str
    title: str = ""
    address: str = ""
    repealed: str = ""
    replaced_by: str = ""
    certainty: str = ""
    sections: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    amendments: tuple[Amendment, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of days, an age, an amount: one value used everywhere. `locked_by` cites the law that sets it."""

    id: str
    value: str
    meaning: str = ""
    source: str = ""
    locked_by: str = ""
    question: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Party:
    """A party or a role that can be bound. `kind`: region, kommun or roll; `code`: municipality code;
    `part_of`: the party or role that it belongs to."""

    id: str
    name: str
    short: str = ""
    code: str = ""
    kind: str = ""
    description: str = ""
    part_of: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement: `id` is its clause folder; `control` what its documents say of validity and who answers for it;
    `decide_by` the last day (ISO date) for the parties' decisions, or empty; `is_common` when all agreements are to
    have its clauses."""

    id: str
    title: str
    short: str = ""
    position: Position | None = field(default=None, compare=False)
    control: Control = Control()
    decide_by: str = ""
    is_common: bool = False


@dataclass(frozen=True, slots=True)
class Sending:
    """That a version was sent on a day (ISO date): from each recipient's id to the SHA-256 of the list of what it got,
    and from the name of each file that all got to its SHA-256."""

    date: str
    packages: Mapping[str, str]
    files: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """A recorded version of an agreement. `events` are (ISO date, sentence), later than the record itself;
    `sendings` those of them that tell to whom it was sent."""

    agreement: str
    label: str
    commit: str
    date: str
    status: str
    builder: str = ""
    fingerprint: str = ""
    diary: str = ""
    events: tuple[tuple[str, str], ...] = ()
    sendings: tuple[Sending, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Decision:
    """A party's decision on an agreement, or what is planned. Dates are ISO dates. `outcome`: bifall, bifall med
    ändring, avslag, återremiss, or empty before the meeting. `version` and `checksum` say which text it is about.
    `announced`: the day the minutes were; `final`: from when it cannot be appealed, where known. `meetings` are
    (body, date) on the way."""

    agreement: str
    party: str
    version: str = ""
    checksum: str = ""
    body: str = ""
    date: str = ""
    outcome: str = ""
    section: str = ""
    diary: str = ""
    reservation: str = ""
    protocol: str = ""
    protocol_sum: str = ""
    announced: str = ""
    final: str = ""
    meetings: tuple[tuple[str, str], ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """A step to or after a decision: how many days after the meeting that takes it, before it when negative."""

    id: str
    name: str
    days: int
    body: str = ""
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a gate demands: something that the program sees for itself (`check`), or that somebody says is `done`."""

    words: str
    check: str = ""
    done: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A point that is passed when all demands are met; `owner` is a function. `questions`: a register whose rows are
    demands too, met where `svar` is ja."""

    id: str
    name: str
    owner: str = ""
    demands: tuple[Demand, ...] = ()
    questions: str = ""


@dataclass(frozen=True, slots=True)
class ReviewMark:
    """A clause's reference was looked at. `target` as in "lag HSL 16 kap. 1 §"; `fingerprint` of what it said then;
    `date`: ISO date of the text it was looked at in."""

    clause: str
    target: str
    fingerprint: str
    date: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Project:
    """Settings of the whole: `remarks` is where remarks go, `author` the function that stands behind changes,
    `sender` the authority that sends what is sent, or empty."""

    name: str = ""
    address: str = ""
    remarks: str = ""
    language: str = "sv"
    author: str = "Skrivgruppen"
    sender: str = ""


@dataclass(frozen=True, slots=True)
class Library:
    """Everything read from one snapshot. `broken` are ids of clauses whose file could not be read, so that
    what depends on them is not reported again; `sources` is the decoded text of every file read.
    `versions` are in the order of the register: oldest first within an agreement. `reviews` are the review marks by
    clause and target. `records` are the rows of
    the registers that tables are made of."""

    clauses: Mapping[str, Clause]
    assemblies: Mapping[str, Assembly]
    broken: frozenset[str] = frozenset()
    sources: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}), compare=False, repr=False)
    terms: Mapping[str, Term] = field(default_factory=lambda: MappingProxyType({}))
    laws: Mapping[str, Law] = field(default_factory=lambda: MappingProxyType({}))
    parameters: Mapping[str, Parameter] = field(default_factory=lambda: MappingProxyType({}))
    parties: Mapping[str, Party] = field(default_factory=lambda: MappingProxyType({}))
    agreements: Mapping[str, Agreement] = field(default_factory=lambda: MappingProxyType({}))
    versions: tuple[Version, ...] = ()
    tables: Mapping[str, TableSpec] = field(default_factory=lambda: MappingProxyType({}))
    records: Mapping[str, tuple[Record, ...]] = field(default_factory=lambda: MappingProxyType({}))
    pictures: Mapping[str, PictureSpec] = field(default_factory=lambda: MappingProxyType({}))
    decisions: tuple[Decision, ...] = ()
    steps: tuple[Step, ...] = ()
    gates: tuple[Gate, ...] = ()
    reviews: Mapping[tuple[str, str], ReviewMark] = field(default_factory=lambda: MappingProxyType({}))
    project: Project = Project()
    revision: Revision = Revision()
    templates: Mapping[str, bytes] = field(default_factory=lambda: MappingProxyType({}), compare=False, repr=False)

    def own_texts(self) -> tuple[Assembly, ...]:
        """The documents that are agreements' own texts, in the order of the files."""
        return tuple(item for item in self.assemblies.values() if not item.supporting)

    def groups(self, party: str) -> tuple[str, ...]:
        """What a party or role is part of, the nearest first."""
        found: list[str] = []
        while (row := self.parties.get(party)) and row.part_of and row.part_of not in (party, *found):
            party = row.part_of
            found.append(party)
        return tuple(found)
