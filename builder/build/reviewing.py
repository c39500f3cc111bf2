"""The references to look at again, judged against the project's own history in git."""

from collections.abc import Iterator, Mapping

from builder.build.git_past import GitPast
from builder.build.kept_lines import kept_lines
from builder.build.project import Project
from builder.build.text import BuildError
from builder.changes import Line
from builder.language.spelling import did_you_mean
from builder.library import ReviewMark
from builder.review import Graph, Stale, citations, file_name, fingerprint, graph, mark_file, stale

__all__ = ["known_clause", "mark_reviewed", "references", "told_list", "work_list"]

NO_CLAUSE = "Klausulens id är mapp och filnamn, till exempel hemmet/syfte."


def work_list(project: Project, lines: dict[str, Line] | None = None) -> Iterator[Stale]:
    """All references of the agreements' own texts that have to be looked at again, clause by clause. With what is known
    of clauses that changed, these have no redlines."""
    text = project.own_texts
    sections = [section for item in text.library.own_texts() for section in text.clauses(item.name)]
    return stale(
        citations(sections), text.library, GitPast(project, text.library, sections), text.library.reviews, lines
    )


def told_list(project: Project) -> tuple[Stale, ...]:
    """The same without redlines, with what was told the last time."""
    with kept_lines(project, project.own_texts.library) as lines:
        return tuple(work_list(project, lines))


def references(project: Project) -> Graph:
    """Who refers to whom in the agreements' own texts as they stand now."""
    text = project.current
    return graph((text.document(item.name)[0] for item in text.library.own_texts()), text.library)


def known_clause(project: Project, clause: str) -> None:
    """BuildError for a clause that no text holds."""
    clauses = project.own_texts.library.clauses
    if clause not in clauses:
        raise BuildError(f"Klausulen ”{clause}” finns inte. {did_you_mean(clause, clauses, NO_CLAUSE)}")


def mark_reviewed(project: Project, clause: str, asked: str | None) -> Mapping[str, str]:
    """The files, with their text, that say that a clause's reference, or all it has to look at, was looked at as it
    is now."""
    mine = [found for found in told_list(project) if found.citation.clause == clause]
    read = [found for found in mine if asked in (None, str(found.citation.target), found.citation.target.id)]
    if not read:
        known = "; ".join(str(found.citation.target) for found in mine)
        hint = f"Att se över i klausulen: {known}." if known else "Klausulen har inget att se över."
        said = f"Hänvisningen från {clause} till ”{asked}” står inte på listan. " if asked else ""
        raise BuildError(f"{said}{hint}")
    day = project.repository.head().date
    return dict(_mark(found, day) for found in read)


def _mark(found: Stale, day: str) -> tuple[str, str]:
    clause, target = found.citation.clause, found.citation.target
    return file_name(clause, target), mark_file(ReviewMark(clause, str(target), fingerprint(found.now or ""), day))
