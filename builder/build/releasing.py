"""Recording a version: what stands in its way, what has changed since the last one, and what is written."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from builder import __version__
from builder.build import versions
from builder.build.error import BuildError
from builder.build.project import Project
from builder.build.standing import progress
from builder.changes import Change, changes
from builder.decisions import may_not_be_called
from builder.finding import Finding
from builder.gates import Passage, before, lacking
from builder.library import Version
from builder.read import read
from builder.release import Row, bad_label, clause_prints, prints_file, prints_path, with_row
from builder.remaining import remaining
from builder.repository import RepositoryError, alone, write_file
from builder.snapshot import Snapshot

__all__ = ["DECIDING", "Release", "Wanted", "plan", "record"]

REGISTER = "clauses/register/versioner.yml"
DECIDING = frozenset({"beslutsförslag", "beslutad", "gällande"})
"""Statuses of a text that may ask nothing and assume nothing."""

SHOWN = 12
UNREADABLE = f"{REGISTER} är skriven så att raden inte kan läggas till. Skriv varje nyckel på en egen rad och kör igen."


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the user asks for. No agreements: all that have a text of their own."""

    label: str
    status: str
    agreements: tuple[str, ...] = ()
    diary: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """A version ready to be recorded: its row, its clauses' fingerprints, and what has changed since `since`, the
    latest version there was (empty for the first). `unpassed`: gates of its status with what they still ask for."""

    row: Row
    title: str
    prints: Mapping[str, str]
    since: str
    changed: tuple[Change, ...]
    unpassed: tuple[Passage, ...] = ()


def plan(project: Project, wanted: Wanted) -> tuple[Release, ...]:
    """The version of each agreement; BuildError, telling all that stands in the way, when one cannot be recorded."""
    if said := bad_label(wanted.label):
        raise BuildError(said)
    agreements = wanted.agreements or _own(project)
    _refuse_known(project, wanted, agreements)
    if not project.repository.is_saved():
        edited = ", ".join(sorted(project.repository.edited())[:3])
        raise BuildError(f"Det finns ändringar som inte är sparade i git ({edited}). Spara dem och kör igen.")
    found, _ = project.check()
    _refuse_faults(project, wanted, agreements, found)
    _refuse_undecided(project, wanted, agreements)
    unpassed = _unpassed(project, wanted, agreements, found)
    return tuple(_release(project, wanted, agreement, unpassed.get(agreement, ())) for agreement in agreements)


def record(project: Project, releases: Sequence[Release]) -> tuple[str, ...]:
    """Write the rows and fingerprints and set the tags; the paths that were written. All rows are written or none."""
    place = project.folder / REGISTER
    with alone(place):
        source = place.read_text("utf-8") if place.exists() else ""
        told = source
        for release in releases:
            told = with_row(told, release.row)
        if not _holds(source, told, releases):
            raise BuildError(UNREADABLE)
        files = {prints_path(r.row.agreement, r.row.label): prints_file(r.row.agreement, r.row.label, r.prints)
                 for r in releases}  # fmt: skip
        for path, text in {**files, REGISTER: told}.items():
            write_file(project.folder / path, text.encode())
    for release in releases:
        project.repository.tag(_tag(release.row.agreement, release.row.label), release.row.commit)
    return (*files, REGISTER)


def _tag(agreement: str, label: str) -> str:
    return f"{agreement}@{label}"


# --- what stands in the way --------------------------------------------------------------------------


def _refuse_known(project: Project, wanted: Wanted, agreements: Sequence[str]) -> None:
    library, own = project.current.library, _own(project)
    if not own:
        raise BuildError(
            "Inget dokument i assemblies hör till ett avtal i clauses/register/avtal.yml. Skriv avtal: i det."
        )
    for agreement in agreements:
        if agreement not in own:
            close = get_close_matches(agreement, own, 1)
            hint = f"Menade du ”{close[0]}”?" if close else f"Avtal som finns: {', '.join(sorted(own)) or 'inga'}."
            raise BuildError(f"Avtalet ”{agreement}” har ingen text i assemblies. {hint}")
        if versions.find(library, agreement, wanted.label) is not None:
            raise BuildError(
                f"Versionen ”{wanted.label}” av {agreement} finns redan och ändras aldrig. Välj en ny beteckning."
            )
        _refuse_taken(project, _tag(agreement, wanted.label))


def _refuse_taken(project: Project, tag: str) -> None:
    try:
        commit = project.repository.resolve(f"refs/tags/{tag}")
    except RepositoryError:
        return
    if commit != project.repository.head().commit:
        raise BuildError(f"Taggen {tag} finns redan i git och pekar på en annan text. Välj en ny beteckning.")


def _refuse_faults(project: Project, wanted: Wanted, agreements: Sequence[str], found: Sequence[Finding]) -> None:
    """All errors at once; for a text to be decided also what it still asks or assumes."""
    each = (line for name in _documents(project, agreements) for line in _left(project, name, found, wanted.status))
    lines = list(dict.fromkeys(each))
    if lines:
        shown = "\n".join(f"  {line}" for line in lines[:SHOWN])
        more = f"\n  … och {len(lines) - SHOWN} till" if len(lines) > SHOWN else ""
        raise BuildError(f"Versionen ”{wanted.label}” kan inte sparas. Det här återstår:\n{shown}{more}")


def _refuse_undecided(project: Project, wanted: Wanted, agreements: Sequence[str]) -> None:
    text, day = project.current, project.repository.head().date
    for name in _documents(project, agreements):
        edition = text.whole(name).edition
        said = may_not_be_called(wanted.status, text.library, edition.agreement, edition.checksum, day)
        if said:
            raise BuildError(f"{edition.title}: {said}")


def _left(project: Project, name: str, found: Sequence[Finding], status: str) -> Iterator[str]:
    text = project.current
    for left in remaining(text.whole(name), text.library, found):
        if left.kind == "fel" or status in DECIDING:
            yield f"{left.position.path}:{left.position.line} {left.kind}: {left.said}"


def _unpassed(
    project: Project, wanted: Wanted, agreements: Sequence[str], found: Sequence[Finding]
) -> Mapping[str, tuple[Passage, ...]]:
    """The gates of the status that each agreement has not passed, to be told; BuildError where one of them stops."""
    if not any(gate.status == wanted.status for gate in project.current.library.gates):
        return {}
    reached = {one.agreement: before(wanted.status, one.gates) for one in progress(project, found)}
    for agreement in agreements:
        for passage in reached.get(agreement, ()):
            if passage.gate.stops:
                missing = ", ".join(words for words, _ in lacking(passage))
                raise BuildError(f"{agreement}: grinden {passage.gate.name} är inte passerad. Det saknas: {missing}.")
    return reached


def _own(project: Project) -> tuple[str, ...]:
    """The agreements that have a text of their own."""
    library = project.current.library
    return tuple(dict.fromkeys(a.agreement for a in library.own_texts() if a.agreement in library.agreements))


def _documents(project: Project, agreements: Sequence[str]) -> Iterator[str]:
    return (item.name for item in project.current.library.own_texts() if item.agreement in agreements)


# --- what is recorded --------------------------------------------------------------------------------


def _release(project: Project, wanted: Wanted, agreement: str, unpassed: tuple[Passage, ...]) -> Release:
    text, head = project.current, project.repository.head()
    name = next(_documents(project, [agreement]))
    document = text.whole(name)
    edition = document.edition
    since = _latest(project, agreement)
    is_same = any(v.fingerprint == edition.checksum for v in versions.of_agreement(text.library, agreement)[-1:])
    compared = since and not is_same and _had(project, name, since)
    changed = tuple(changes(project.redline(name, since, "."))) if compared else ()
    row = Row(
        agreement, wanted.label, head.commit, head.date, wanted.status, __version__, edition.checksum, wanted.diary,
        _clauses(changed) if compared or is_same else None,
    )  # fmt: skip
    return Release(row, edition.title, clause_prints(document, text.library), since, changed, unpassed)


def _clauses(changed: Iterable[Change]) -> int:
    """How many clauses have a change."""
    return len({change.section.id for change in changed if change.section.kind == "clause"})


def _latest(project: Project, agreement: str) -> str:
    known = versions.of_agreement(project.current.library, agreement)
    return next((version.label for version in reversed(known) if not project.is_lost(version)), "")


def _had(project: Project, name: str, label: str) -> bool:
    return name in project.then(name, label).library.assemblies


def _holds(before: str, after: str, releases: Sequence[Release]) -> bool:
    """True when the register reads as it did, with the new versions added."""
    old, new = _read(before), _read(after)
    added = {(release.row.agreement, release.row.label): release.row for release in releases}
    kept = tuple(version for version in new if (version.agreement, version.label) not in added)
    told = [version for version in new if (version.agreement, version.label) in added]
    return kept == old and len(told) == len(added) and all(_is_row(v, added[v.agreement, v.label]) for v in told)


def _is_row(version: Version, row: Row) -> bool:
    wanted = (row.commit, row.date, row.status, row.builder, row.fingerprint, row.diary, row.changed)
    return wanted == (
        version.commit, version.date, version.status, version.builder, version.fingerprint, version.diary,
        version.changed,
    )  # fmt: skip


def _read(source: str) -> tuple[Version, ...]:
    return read(Snapshot({REGISTER: source.encode()}))[0].versions
