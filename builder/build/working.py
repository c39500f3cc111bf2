"""What the site tells of the work: the references to look at again, how far all has come, and files for download."""

from collections.abc import Iterator, Sequence

from builder.build.deciding import decided_agreements, report_bytes
from builder.build.project import Project
from builder.build.reviewing import work_list
from builder.build.standing import progress
from builder.decisions import days, signing_parties
from builder.export import progress_json, stale_json
from builder.finding import Finding
from builder.web import Work

__all__ = ["work"]

DECISIONS = "beslutslage"


def work(project: Project, findings: Sequence[Finding]) -> Work:
    """All of it. `findings`: those of the text that is being edited."""
    stale = tuple(work_list(project))
    reached = progress(project, findings, stale)
    files = {"att-lasa-om/att-lasa-om.json": stale_json(stale).encode(), "laget.json": progress_json(reached).encode()}
    return Work(stale, reached, {**files, **dict(_decisions(project))})


def _decisions(project: Project) -> Iterator[tuple[str, bytes]]:
    """The state of the decisions as a workbook, and the days as a calendar where there are any."""
    library = project.current.library
    for agreement in decided_agreements(project, None) if signing_parties(library) else ():
        endings = (".xlsx", ".ics") if days(library, agreement) else (".xlsx",)
        for ending in endings:
            yield f"{DECISIONS}/{agreement}{ending}", report_bytes(project, agreement, ending)
