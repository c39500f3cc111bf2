"""Recorded versions: which text a label means, and what a document says of itself."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from builder.library import Assembly, Library, Version
from builder.model import Control, Edition, HistoryEntry
from builder.snapshot import Revision

__all__ = ["WORKING_COPY", "edition", "find", "known", "labels", "of_agreement", "suggestions"]

WORKING_COPY = "arbetskopia"
"""The label of a text with changes that are not saved as a version in git."""

UNRECORDED = "mellanversion"
"""The label of a saved text that is not a recorded version."""


def of_agreement(library: Library, agreement: str) -> tuple[Version, ...]:
    """The recorded versions of an agreement, oldest first."""
    return tuple(version for version in library.versions if version.agreement == agreement)


def find(library: Library, agreement: str, label: str) -> Version | None:
    """The version a label means: `utkast-1` of this agreement, or `hemmet@utkast-1` in full."""
    of, _, name = label.rpartition("@")
    wanted = of or agreement
    return next((v for v in library.versions if v.agreement == wanted and v.label == name), None)


def suggestions(library: Library, agreement: str) -> tuple[str, ...]:
    """Labels a user may have meant."""
    return tuple(version.label for version in of_agreement(library, agreement))


def labels(library: Library, edition: Edition) -> frozenset[str]:
    """All recorded versions of the agreement of a text."""
    return frozenset(version.label for version in of_agreement(library, edition.agreement))


def known(library: Library, edition: Edition) -> frozenset[str]:
    """The versions that were recorded when a text stood, its own among them."""
    recorded = of_agreement(library, edition.agreement)
    found = [version.label for version in recorded]
    if edition.version in found:
        return frozenset(found[: found.index(edition.version) + 1])
    until = None if edition.version == WORKING_COPY else edition.date
    return frozenset(version.label for version in recorded if until is None or version.date <= until)


def edition(library: Library, assembly: Assembly, current: Library, revision: Revision) -> Edition:
    """What the assembly's document says of itself at a revision; recorded versions are those of `current`."""
    version = None if revision.working else _at_commit(current.versions, assembly.agreement, revision.commit)
    agreement = library.agreements.get(assembly.agreement)
    return Edition(
        title=assembly.title,
        kind=assembly.kind,
        agreement=assembly.agreement,
        agreement_title=agreement.title if agreement else assembly.title,
        parties=_parties(library, assembly.party),
        version=version.label if version else WORKING_COPY if revision.working else UNRECORDED,
        status=version.status if version else "utkast",
        date=revision.date,
        commit=revision.commit,
        diary=version.diary if version else "",
        language=assembly.language or library.project.language,
        author=library.project.author,
        supporting=assembly.supporting or is_of_all(library, assembly),
        party=assembly.party,
        control=_control(library, assembly, current, revision, version),
    )


def _control(
    library: Library, assembly: Assembly, current: Library, revision: Revision, version: Version | None
) -> Control:
    """What an agreement's own text says of its validity and history; nothing in other documents."""
    agreement = library.agreements.get(assembly.agreement)
    if agreement is None or assembly.supporting:
        return Control()
    recorded = of_agreement(current, assembly.agreement)
    if version:
        recorded = recorded[: recorded.index(version) + 1]
    elif not revision.working:
        recorded = tuple(earlier for earlier in recorded if earlier.date <= revision.date)
    said = agreement.control
    history = tuple(_history(library, assembly, recorded))
    return replace(said, working_group=said.working_group or library.project.author, history=history)


def _history(library: Library, assembly: Assembly, recorded: Iterable[Version]) -> Iterable[HistoryEntry]:
    """A row for each version, which says what the register does of it. Where it does not say how many clauses changed,
    the reasons that the text itself gives for the version are counted."""
    reasons = [library.clauses[name].facts.reasons for name in assembly.clauses & library.clauses.keys()]
    for version in recorded:
        told = sum(any(reason.version == version.label for reason in given) for given in reasons)
        changed = told if version.changed is None else version.changed
        yield HistoryEntry(version.label, version.date, version.status, changed)


def is_of_all(library: Library, assembly: Assembly) -> bool:
    """True for a document of no agreement where there are agreements: it goes with all of them."""
    return not assembly.agreement and bool(library.agreements)


def _at_commit(versions: Sequence[Version], agreement: str, commit: str) -> Version | None:
    """The version recorded of a saved text. A document of no agreement is that of all that were recorded at once."""
    recorded = [version for version in versions if version.commit == commit]
    same = not agreement and len({(version.label, version.status) for version in recorded}) == 1
    return next((version for version in recorded if same or version.agreement == agreement), None)


def _parties(library: Library, party: str) -> str:
    """The parties' names; for a document made for one party that party's."""
    if party in library.parties:
        return library.parties[party].name
    return ", ".join(party.name for party in library.parties.values() if party.kind in ("region", "kommun"))
