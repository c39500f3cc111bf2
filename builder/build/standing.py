"""How far the work has come: versions, what remains, references to read again, decisions, gates and the next days."""

from collections.abc import Iterable, Mapping, Sequence

from builder.build import versions
from builder.build.deciding import decided_agreements
from builder.build.next_days import next_days
from builder.build.project import Project
from builder.build.reviewing import work_list
from builder.decisions import outcome
from builder.finding import Finding
from builder.gates import Facts, Progress, passages
from builder.library import Library
from builder.remaining import LeftKind, counts, remaining
from builder.review import Stale

__all__ = ["progress"]


def progress(
    project: Project, findings: Sequence[Finding] | None = None, stale: Iterable[Stale] | None = None
) -> tuple[Progress, ...]:
    """How far each agreement has come in the text that is being edited. What is already known need not be found again:
    all `findings`, and the references to look at again."""
    library = project.current.library
    found = project.check()[0] if findings is None else findings
    cited = [one.citation.clause for one in (work_list(project) if stale is None else stale)]
    return tuple(
        _progress(project, library, agreement, found, sum(_is_of(clause, library, agreement) for clause in cited))
        for agreement in decided_agreements(project, None)
    )


def _progress(project: Project, library: Library, agreement: str, findings: Sequence[Finding], review: int) -> Progress:
    text = project.current
    name = next(item.name for item in library.own_texts() if item.agreement == agreement)
    document = text.document(name)[0]
    left = counts(remaining(document, library, findings))
    errors, questions, assumptions = left["fel"], left["fråga"], left["antagande"]
    decided = outcome(library, agreement)
    known = versions.of_agreement(library, agreement)
    label, status, day = (known[-1].label, known[-1].status, known[-1].date) if known else ("", "utkast", "")
    statuses = frozenset(version.status for version in known)
    facts = Facts({
        "inga-fel": _count(errors, "fel", "fel"),
        "inga-öppna-frågor": _open(left),
        "inga-antaganden": _count(assumptions, "antagande", "antaganden"),
        "inget-att-se-över": _count(review, "hänvisning att läsa om", "hänvisningar att läsa om"),
        "remissversion": "" if "remiss" in statuses else "ingen version är sparad för remiss",
        "beslutsversion": "" if statuses & {"beslutsförslag", "beslutad"} else "ingen version är sparad för beslut",
        "alla-beslut": _count(len(decided.standings) - decided.counted, "part saknas", "parter saknas"),
        "giltig-från": "" if library.agreements[agreement].control.valid_from else "dagen står inte i avtal.yml",
    })  # fmt: skip
    return Progress(
        agreement, document.edition.title, label, status, day, errors, questions, assumptions, review,
        decided.counted, len(decided.standings), passages(library, facts),
        next_days(library, agreement, project.repository.head().date),
    )  # fmt: skip


def _is_of(clause: str, library: Library, agreement: str) -> bool:
    return any(clause in item.clauses for item in library.own_texts() if item.agreement == agreement)


def _open(left: Mapping[LeftKind, int]) -> str:
    """What nobody has answered: questions, and the values and rows that wait for the answers."""
    said = (
        _count(left["fråga"], "öppen fråga", "öppna frågor"),
        _count(left["värde"], "värde att bestämma", "värden att bestämma"),
        _count(left["rad"], "rad att fylla i", "rader att fylla i"),
    )
    return ", ".join(filter(None, said))


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""
