"""The use cases: what the commands and the site ask for, from a project folder to files' bytes."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cached_property, partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from builder.assemble import assemble
from builder.build import editions, versions
from builder.build.error import BuildError
from builder.build.recorded_rows import rewritten_rows
from builder.build.text import Text
from builder.finding import Finding, in_order
from builder.library import Assembly, Library, Version
from builder.model import Document, Variant
from builder.read import outline, own_texts_alone, read
from builder.redline import Redline, unchanged
from builder.repository import Repository, RepositoryError, open_project
from builder.snapshot import Snapshot
from builder.variant import variant_of

if TYPE_CHECKING:
    from builder.web import Site

__all__ = ["BuildError", "Project", "Text", "compared", "site"]


class Project:
    """A project folder. Every text is read once; nothing is written."""

    def __init__(self, folder: Path) -> None:
        """Open the folder; RepositoryError when it is none that git knows."""
        self.folder = folder
        self.repository: Repository = open_project(folder)
        self._texts: dict[str, Text] = {}
        self._outlines: dict[str, Library] = {}
        self._redlines: dict[tuple[str, ...], Redline] = {}

    @cached_property
    def current(self) -> Text:
        """The text being edited now."""
        library, findings = read(self._working_tree())
        return Text(library, findings, library, self.recorded)

    @cached_property
    def own_texts(self) -> Text:
        """The agreements' own texts as they are edited now: what has been read, or no more than they need."""
        if "current" in self.__dict__:
            return self.current
        library = own_texts_alone(self._working_tree())
        return Text(library, (), library, self.recorded)

    @property
    def _registers(self) -> Library:
        """The registers of now: every reading knows all recorded versions."""
        return (self.own_texts if "own_texts" in self.__dict__ else self.current).library

    def at(self, revision: str | None, agreement: str = "") -> Text:
        """The text at a recorded version, a git revision, or now (None or ".")."""
        if revision in (None, "."):
            return self.current
        commit = self._commit(str(revision), agreement)
        if commit not in self._texts:
            library, findings = read(self.repository.snapshot(commit))
            current = self.current.library
            then = replace(library, versions=current.versions)
            self._texts[commit] = Text(then, findings, current, self.recorded)
        return self._texts[commit]

    def recorded(self, agreement: str, label: str) -> Mapping[str, str]:
        """The numbers of an agreement's clauses in a recorded version; empty when there is none or it is lost."""
        version = versions.find(self._registers, agreement, label) if label else None
        if version is None or version.commit in self._lost:
            return {}
        if version.commit not in self._outlines:
            self._outlines[version.commit] = outline(self.repository.snapshot(version.commit))
        library = self._outlines[version.commit]
        drafts = (assemble(library, a)[0] for a in _own(library, agreement))
        return {section.id: section.number for draft in drafts for section in draft.sections if section.clause}

    def check(self, revision: str | None = None, agreement: str = "") -> tuple[tuple[Finding, ...], Library]:
        """All findings at a revision, in order, and the library whose sources they point into."""
        from builder import lint

        text = self.at(revision, agreement)
        documents = text.documents.values()
        made = [finding for _, findings in documents for finding in findings]
        made += lint.check(text.library, tuple(document for document, _ in documents))
        made += self._lost_versions(text.library)
        made += self._unexplained(text.library)
        made += rewritten_rows(self.repository, text.library) if text is self.current else ()
        return lint.accept(text.library, in_order([*text.faults, *made])), text.library

    def _unexplained(self, library: Library) -> Iterator[Finding]:
        """Clauses changed without a reason since the latest version of an agreement that has a text here."""
        from builder import lint

        for agreement in library.agreements:
            known = versions.of_agreement(library, agreement)
            if known and known[-1].commit not in self._lost:
                labels = frozenset(version.label for version in known)
                then = self.at(known[-1].label, agreement).library
                yield from lint.unexplained(library, then, known[-1], labels)

    def then(self, name: str, revision: str | None) -> Text:
        """The text that a document is taken from at a version."""
        return self.at(revision, self._agreement(name))

    def edition(self, name: str, revision: str | None = None, variant: Variant | None = None) -> Document:
        """A document as an edition shows it, by its status when none is asked for; BuildError when it must wait."""
        text = self.then(name, revision)
        return editions.edition(text, name, variant, lambda: self.check(revision, self._agreement(name))[0])

    def word(
        self, name: str, revision: str | None = None, variant: Variant | None = None, *, pages: bool = False
    ) -> tuple[bytes, tuple[Finding, ...]]:
        """A clean Word file of an edition and the findings of its text. `pages`: its contents has page numbers."""
        from builder import word

        text = self.then(name, revision)
        document = self.edition(name, revision, variant)
        make = partial(word.write, unchanged(document), _template(text.library, document.template))
        return _paged(make) if pages else make(), text.findings(name)

    def excel(self, name: str, revision: str | None = None) -> tuple[bytes, tuple[Finding, ...]]:
        """A workbook of a document's tables and the findings of its text; BuildError when it has none."""
        from builder import excel

        text = self.then(name, revision)
        document = text.whole(name)
        if not excel.has_tables(document, text.library.tables):
            raise BuildError(f"Dokumentet ”{name}” har inga tabeller. Gör det till Word: overens word {name}.")
        return excel.write(document, text.library.tables), text.findings(name)

    def answer_form(
        self, name: str, revision: str | None, ending: str, recipient: str | None = None
    ) -> tuple[bytes, tuple[Finding, ...]]:
        """The form that a document is answered on (.docx or .xlsx) and the findings of its text."""
        from builder.build import answering

        text = self.then(name, revision)
        made = answering.answer_form(text, name, recipient)
        return answering.answer_bytes(made, ending, _template(text.library, made.template)), text.findings(name)

    def slides(self, name: str, revision: str | None = None) -> tuple[bytes, tuple[Finding, ...]]:
        """A presentation of a document and the findings of its text."""
        from builder import slides

        text = self.then(name, revision)
        return slides.write(text.whole(name)), text.findings(name)

    def pdf(
        self, name: str, revision: str | None = None, variant: Variant | None = None
    ) -> tuple[bytes, tuple[Finding, ...]]:
        """The PDF of record and the findings of its text; the edition that the version's status asks for."""
        from builder import pdf

        document = self.edition(name, revision, variant)
        return pdf.write(unchanged(document)), self.then(name, revision).findings(name)

    def redline(self, name: str, old: str, new: str, author: str = "", date: str = "") -> Redline:
        """What changed in a document between two versions, both as the newer one's edition shows it. The changes bear
        the newer one's author and date where none are given."""
        asked = name, old, new, author, date
        if asked not in self._redlines:
            self._redlines[asked] = self._compared(*asked)
        return self._redlines[asked]

    def _compared(self, name: str, old: str, new: str, author: str, date: str) -> Redline:
        documents = [(self.then(name, label), self.document(name, label)) for label in (old, new)]
        variant = variant_of(documents[1][1].edition)
        older, newer = (editions.alike(text, document, variant) for text, document in documents)
        made = compared(older, newer, author, date)
        return self._told(made)

    def _told(self, made: Redline) -> Redline:
        """With what the document's own file says of why, the versions whose reasons are of something else, and the
        references that lead to other words."""
        from builder.build.repinning import weighty_pins

        library, reasons = self.current.library, self.current.assembly(made.name).reasons
        earlier = versions.known(library, made.old) if made.old else frozenset()
        later = versions.labels(library, made.new) - versions.known(library, made.new)
        return replace(made, reasons=reasons, other_versions=earlier | later, repinned=weighty_pins(self, made))

    def document(self, name: str, revision: str) -> Document:
        """A document for comparing. What cannot be read stops it in the text being edited, never in an earlier one."""
        text = self.then(name, revision)
        try:
            return text.whole(name) if text is self.current else text.rescued.document(name)[0]
        except BuildError as error:
            raise BuildError(f"I versionen ”{revision}”: {error}") from error

    def warnings(self, name: str, *revisions: str) -> tuple[str, ...]:
        """What is compared as far as it can be read in earlier versions of a document."""
        texts = ((self.then(name, revision), revision) for revision in revisions)
        return tuple(
            said for text, label in texts if text is not self.current for said in text.rescued.warnings(name, label)
        )

    def template(self, redline: Redline, revision: str) -> bytes | None:
        """The template's bytes as they are in the newer version."""
        return _template(self.at(revision, redline.new.agreement).library, redline.template)

    def comparisons(self) -> Iterator[tuple[str, str, str]]:
        """(document, old, new) for each recorded version → the next, and the latest → what is edited now.

        Left out: a document younger than the version, a version whose text is lost, and what is edited now where it
        cannot be read.
        """
        return (words for words in self.pairs() if self.is_comparable(*words))

    def pairs(self) -> Iterator[tuple[str, str, str]]:
        """The same without a look at the texts: also of documents that are in one of them alone."""
        library = self.current.library
        for name, assembly in library.assemblies.items():
            known = versions.of_agreement(library, assembly.agreement)
            recorded = [version.label for version in known if version.commit not in self._lost]
            yield from ((name, old, new) for old, new in pairwise([*recorded, "."]))

    def is_comparable(self, name: str, *labels: str) -> bool:
        """True when a document is in each of these texts and what it needs could be read."""
        return all(self._has(self.then(name, label), name) for label in labels)

    def _has(self, text: Text, name: str) -> bool:
        return text.is_whole(name) if text is self.current else name in text.rescued.library.assemblies

    def redlines(self) -> Iterator[Redline]:
        """The redlines of all comparisons."""
        return (self.redline(*comparison) for comparison in self.comparisons())

    def altered(self) -> Iterator[Finding]:
        """A finding for each recorded version whose text no longer gives the fingerprint that was recorded."""
        for version in self.current.library.versions:
            name = self._first_document(version.agreement)
            if not version.fingerprint or name is None or version.commit in self._lost or version.position is None:
                continue
            if self.at(version.label, version.agreement).document(name)[0].edition.checksum != version.fingerprint:
                words = {"version": version.label, "agreement": version.agreement}
                yield Finding("R704", version.position, words)

    def _first_document(self, agreement: str) -> str | None:
        return next((assembly.name for assembly in _own(self.current.library, agreement)), None)

    def is_lost(self, version: Version) -> bool:
        """True when this copy of the project does not have the text of a recorded version."""
        return version.commit in self._lost

    def _agreement(self, name: str) -> str:
        return self.current.assembly(name).agreement if self.current.library.assemblies else ""

    def _commit(self, revision: str, agreement: str) -> str:
        version = versions.find(self._registers, agreement, revision)
        if version is None:
            return self._git_commit(revision, agreement)
        if version.commit in self._lost:
            raise BuildError(_lost(version))
        return self.repository.resolve(version.commit)

    def _git_commit(self, revision: str, agreement: str) -> str:
        try:
            return self.repository.resolve(revision)
        except RepositoryError as error:
            labels = versions.suggestions(self.current.library, agreement)
            known = f" Versioner som finns: {', '.join(labels)}." if labels else ""
            raise BuildError(f"{error}{known}") from error

    def _working_tree(self) -> Snapshot:
        """The working tree; where it is as its last commit, it is that commit."""
        snapshot = self.repository.snapshot(None)
        working = not snapshot.revision.commit or bool(self.repository.edited())
        return replace(snapshot, revision=replace(snapshot.revision, working=working))

    @cached_property
    def _lost(self) -> frozenset[str]:
        """Commits of recorded versions that this copy of the project does not have."""
        commits = {version.commit for version in self._registers.versions}
        self.repository.look_up(commits)
        return frozenset(commit for commit in commits if self._is_lost(commit))

    def _is_lost(self, commit: str) -> bool:
        try:
            self.repository.resolve(commit)
        except RepositoryError:
            return True
        return False

    def _lost_versions(self, library: Library) -> Iterator[Finding]:
        for version in library.versions:
            if version.commit in self._lost and version.position is not None:
                yield Finding("R702", version.position, {"version": version.label, "agreement": version.agreement})


def site(folder: Path, *, with_versions: bool = True) -> "Site":
    """What the site shows: the texts as they are now, what has changed between versions, recorded versions and how the
    work stands; without the last two for who looks at what is being written."""
    from builder.build.aside import aside
    from builder.build.comparing import shown
    from builder.build.frozen import frozen_files
    from builder.build.working import work
    from builder.web import Site
    from builder.web.places import places, word_file

    project = Project(folder)
    project.current.refuse_unread()
    findings, library = project.check()
    documents = tuple(document for document, _ in project.current.documents.values())
    bare = Site(library, documents, findings=findings)
    doing = aside(partial(work, project, findings)) if with_versions else None
    comparisons = shown(project, places(bare), with_word=with_versions)
    made = replace(bare, compared=tuple(compared for compared, _ in comparisons))
    if doing is None:
        return made
    files = {word_file(compared): word for compared, word in comparisons if word}
    return replace(made, downloads=files, frozen=frozen_files(project), work=doing())


def compared(old: Document, new: Document, author: str = "", date: str = "") -> Redline:
    """The redline of two documents, with the newer one's author and date on every change unless others are given."""
    from builder.compare import compare

    return compare(old, new, author, date)


def _own(library: Library, agreement: str) -> Iterator[Assembly]:
    """The documents that are an agreement's own text."""
    return (item for item in library.own_texts() if item.agreement == agreement)


def _template(library: Library, path: str) -> bytes | None:
    if not path:
        return None
    if path not in library.templates:
        raise BuildError(f"Mallen ”{path}” finns inte i projektet. Rätta raden mall: i dokumentets fil i assemblies.")
    return library.templates[path]


def _paged(make: Callable[[Mapping[str, int]], bytes]) -> bytes:
    from builder.build import page_numbers

    return page_numbers.numbered(make)


def _lost(version: Version) -> str:
    return (
        f"Texten till version ”{version.label}” av {version.agreement} finns inte i den här kopian av projektet. "
        f"Hämta den med git fetch --tags (märket {version.agreement}@{version.label}), eller hela historiken: "
        "git fetch --unshallow --tags."
    )
