"""The project's text at one revision: its library, and its documents put together when asked for."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from unicodedata import normalize

from builder.assemble import Draft, assemble
from builder.build import rescued, unreadable, versions
from builder.build.error import BuildError
from builder.finding import Finding
from builder.library import Assembly, Library
from builder.model import Document, Section
from builder.resolve import clause_sections, in_order, resolve
from builder.resolve.references import Recorded, none_recorded

__all__ = ["Text"]


@dataclass(frozen=True)
class Text:
    """The project's text at one revision. Documents are put together when asked for, once."""

    library: Library
    faults: tuple[Finding, ...]
    current: Library
    recorded: Recorded = none_recorded
    _made: dict[str, tuple[Document, tuple[Finding, ...]]] = field(default_factory=dict, init=False, repr=False)

    def assembly(self, name: str) -> Assembly:
        """The assembly a user means by `hemmet` or `assemblies/hemmet.yml`; BuildError when there is none."""
        wanted = normalize("NFC", Path(name).name).removesuffix(".yml").removesuffix(".yaml")
        if wanted in self.library.assemblies:
            return self.library.assemblies[wanted]
        self._refuse(wanted, (fault for fault in self._unread if _is_file_of(wanted, fault.position.path)))
        close = get_close_matches(wanted, self.library.assemblies, 1)
        self._refuse_group(wanted)
        known = ", ".join(sorted(set(map(_listed, self.library.assemblies.values())))) or "inga"
        hint = f"Menade du ”{close[0]}”?" if close else f"Dokument som finns: {known}."
        raise BuildError(f"Dokumentet ”{name}” finns inte i mappen assemblies. {hint}")

    def _refuse_group(self, wanted: str) -> None:
        """A name that stands for a document for each party: the user must say which."""
        group = [name for name, item in self.library.assemblies.items() if name == f"{wanted}-{item.party}"]
        if group:
            which = f"Ange vilken, till exempel {group[0]}. De heter: {', '.join(group)}."
            raise BuildError(f"”{wanted}” görs för varje part. {which}")

    @cached_property
    def drafts(self) -> Mapping[str, tuple[Draft, tuple[Finding, ...]]]:
        """Each assembly's draft with its findings."""
        return {name: assemble(self.library, item) for name, item in self.library.assemblies.items()}

    def document(self, name: str) -> tuple[Document, tuple[Finding, ...]]:
        """One document and the findings made on the way."""
        assembly = self.assembly(name)
        if assembly.name not in self._made:
            self._made[assembly.name] = self._resolved(assembly)
        return self._made[assembly.name]

    def clauses(self, name: str) -> tuple[Section, ...]:
        """The clauses of one document, for those who ask of nothing else of it."""
        assembly = self.assembly(name)
        if assembly.name in self._made:
            return tuple(s for s in self._made[assembly.name][0].sections if s.kind == "clause")
        draft = self.drafts[assembly.name][0]
        edition = versions.edition(self.library, assembly, self.current, self.library.revision)
        return clause_sections(draft, self.library, edition, self.recorded, self._own)

    def whole(self, name: str) -> Document:
        """One document; BuildError when a file it needs could not be read, lest a clause be left out."""
        assembly = self.assembly(name)
        self._refuse(assembly.name, unreadable.needed_and_unread(assembly, self._unread))
        return self.document(name)[0]

    def is_whole(self, name: str) -> bool:
        """True when all that a document needs could be read."""
        known = self.library.assemblies.get(name)
        return known is not None and not unreadable.needed_and_unread(known, self._unread)

    @cached_property
    def rescued(self) -> "Text":
        """The same for comparing: nothing is refused, and what could not be read as written stands as plain text."""
        if not self._unread:
            return self
        return replace(self, library=rescued.rescued(self.library, self.current, self._unread))

    def warnings(self, name: str, label: str) -> tuple[str, ...]:
        """What is compared as far as it can be read in one document of an earlier version."""
        faults = unreadable.needed_and_unread(self.assembly(name), self._unread)
        return tuple(rescued.warnings(label, faults))

    def refuse_unread(self) -> None:
        """BuildError when a document, or a file that is to be one, could not be read."""
        for fault in self._unread:
            if fault.position.path.startswith("assemblies/"):
                self._refuse(Path(fault.position.path).stem, [fault])
        for name in self.library.assemblies:
            self.whole(name)

    def findings(self, name: str) -> tuple[Finding, ...]:
        """What is wrong in one document and in its files."""
        return (*unreadable.faults_of(self.assembly(name), self.faults), *self.document(name)[1])

    @cached_property
    def _unread(self) -> tuple[Finding, ...]:
        return unreadable.unread(self.faults)

    def _refuse(self, name: str, faults: Iterable[Finding]) -> None:
        found = tuple(faults)
        if found:
            raise BuildError(unreadable.refusal(name, found))

    def _resolved(self, assembly: Assembly) -> tuple[Document, tuple[Finding, ...]]:
        draft, findings = self.drafts[assembly.name]
        edition = versions.edition(self.library, assembly, self.current, self.library.revision)
        document, more = resolve(draft, self.library, edition, self.recorded, self._own)
        return document, (*findings, *more)

    @cached_property
    def documents(self) -> Mapping[str, tuple[Document, tuple[Finding, ...]]]:
        """All documents by name, in the order of the register of agreements."""
        assemblies = in_order(self.library, self.library.assemblies.values())
        return {assembly.name: self.document(assembly.name) for assembly in assemblies}

    @cached_property
    def _own(self) -> tuple[Draft, ...]:
        """The agreements' own texts, which tables and references are made of."""
        return tuple(self.drafts[item.name][0] for item in in_order(self.library, self.library.own_texts()))


def _listed(assembly: Assembly) -> str:
    """A document in a list of all; those made for each party as one."""
    return assembly.name.removesuffix(assembly.party) + "PART" if assembly.party else assembly.name


def _is_file_of(name: str, path: str) -> bool:
    return path in (f"assemblies/{name}.yml", f"assemblies/{name}.yaml")
