"""The documents that are compared between two versions."""

from collections.abc import Sequence
from dataclasses import dataclass

from builder.build.error import BuildError
from builder.build.project import Project
from builder.redline import Redline
from builder.resolve import in_order

__all__ = ["Versions", "compared_documents"]


@dataclass(frozen=True, slots=True)
class Versions:
    """Two versions as the user wrote them, and the function and day that are to stand on what changed between them;
    empty: the newer one's."""

    old: str
    new: str
    author: str = ""
    date: str = ""


def compared_documents(project: Project, names: Sequence[str], versions: Versions) -> tuple[Redline, ...]:
    """The redlines of the documents named; of all that exist in both versions when none is. Those made for each
    party are left out unless they are named: they say the same."""
    chosen = names or _in_both(project, versions)
    asked = (versions.old, versions.new, versions.author, versions.date)
    return tuple(project.redline(name, *asked) for name in dict.fromkeys(chosen))


def _in_both(project: Project, versions: Versions) -> list[str]:
    library = project.current.library
    candidates = [a.name for a in in_order(library, library.assemblies.values()) if not a.party]
    unknown: list[BuildError] = []
    found = [name for name in candidates if all(_has(project, name, v, unknown) for v in (versions.old, versions.new))]
    if found:
        return found
    if len(unknown) == len(candidates) and unknown:
        raise unknown[0]
    raise BuildError(f"Inget dokument finns både i {versions.old} och i {versions.new}. Jämför med en senare version.")


def _has(project: Project, name: str, revision: str, unknown: list[BuildError]) -> bool:
    """True when the document was there then. An agreement need not have had a version of that name."""
    try:
        return name in project.then(name, revision).rescued.library.assemblies
    except BuildError as error:
        unknown.append(error)
        return False
