"""Everything read from one snapshot, as one value."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.library.decisions import Decision, Gate, Step
from builder.library.facts import Agreement, Law, Parameter, Party, Project, Term
from builder.library.past import ReviewMark, Version
from builder.library.texts import Assembly, Clause
from builder.records import PictureSpec, Record, TableSpec, ViewSpec
from builder.snapshot import Revision

__all__ = ["Library"]


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
    views: Mapping[str, ViewSpec] = field(default_factory=lambda: MappingProxyType({}))
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
