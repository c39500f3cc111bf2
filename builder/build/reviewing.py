"""The references to look at again, judged against the project's own history in git."""

from collections.abc import Collection, Iterator, Mapping

from builder.build.error import BuildError
from builder.build.git_past import GitPast
from builder.build.kept_review import kept_lines, kept_words
from builder.build.past_words import Words
from builder.build.project import Project
from builder.changes import Line
from builder.language.spelling import did_you_mean
from builder.library import ReviewMark
from builder.review import Citation, Graph, Stale, citations, file_name, fingerprint, graph, mark_file, stale

__all__ = ["known_clause", "mark_reviewed", "references", "told_list", "work_list"]

NO_CLAUSE = "Klausulens id är mapp och filnamn, till exempel hemmet/syfte."


def work_list(
    project: Project, lines: dict[str, Line] | None = None, words: dict[str, Words | None] | None = None
) -> Iterator[Stale]:
    """All references of the agreements' own texts that have to be looked at again, clause by clause. With what is known
    of clauses that changed, these have no redlines."""
    text = project.own_texts
    sections = [section for item in text.library.own_texts() for section in text.clauses(item.name)]
    past = GitPast(project, text.library, sections, {} if words is None else words)
    return stale(citations(sections), text.library, past, text.library.reviews, lines)


def told_list(project: Project) -> tuple[Stale, ...]:
    """The same without redlines, with what was told the last time."""
    with kept_lines(project, project.own_texts.library) as lines, kept_words(project) as words:
        return tuple(work_list(project, lines, words))


def references(project: Project) -> Graph:
    """Who refers to whom in the agreements' own texts as they stand now."""
    text = project.current
    return graph((text.document(item.name)[0] for item in text.library.own_texts()), text.library)


def known_clause(project: Project, clause: str) -> None:
    """BuildError for a clause that no text holds."""
    clauses = project.own_texts.library.clauses
    if clause not in clauses:
        raise BuildError(f"Klausulen ”{clause}” finns inte. {did_you_mean(clause, clauses, NO_CLAUSE)}")


def mark_reviewed(project: Project, clauses: Collection[str], asked: str | None) -> Mapping[str, str]:
    """The files, with their text, that say that references were looked at as they are now: those of some clauses, or
    of all when none is named, to what is asked for, or all that they have to look at. Empty when none is left."""
    found = [found for found in told_list(project) if not clauses or found.citation.clause in clauses]
    read = [found for found in found if asked in (None, *_names(found.citation))]
    if not read and asked is not None and not any(asked in _names(cited) for cited in _cited(project, clauses)):
        known = "; ".join(dict.fromkeys(str(stale.citation.target) for stale in found))
        none = f"Från {', '.join(clauses)} finns ingen" if clauses else "Det finns ingen"
        hint = f"Att se över: {known}." if known else "Inget är kvar att se över."
        raise BuildError(f"{none} hänvisning till ”{asked}”. {hint}")
    day = project.repository.head().date
    return dict(_mark(found, day) for found in read)


def _cited(project: Project, clauses: Collection[str]) -> Iterator[Citation]:
    """What clauses of the agreements' own texts refer to, on the list or not."""
    text = project.own_texts
    sections = (section for item in text.library.own_texts() for section in text.clauses(item.name))
    return (cited for cited in citations(sections) if not clauses or cited.clause in clauses)


def _names(cited: Citation) -> tuple[str, str]:
    """What a user may call a citation's target."""
    return str(cited.target), cited.target.id


def _mark(found: Stale, day: str) -> tuple[str, str]:
    clause, target = found.citation.clause, found.citation.target
    return file_name(clause, target), mark_file(ReviewMark(clause, str(target), fingerprint(found.now or ""), day))
