"""The state of the parties' decisions, in the format of a file name's ending."""

import json
from dataclasses import asdict, replace

from builder.build.error import BuildError
from builder.build.next_days import days_left
from builder.build.project import Project
from builder.decisions import days, decisions_document, outcome
from builder.model import Document
from builder.redline import unchanged

__all__ = ["ENDINGS", "decided_agreements", "report_bytes", "report_text"]

ENDINGS = (".docx", ".html", ".xlsx", ".json", ".ics")
NO_DAY = (
    "Det finns ingen dag att räkna från. Skriv partens dag under datum i beslut.yml, eller beslut-senast i avtal.yml, "
    "och stegen i beslutsgang.yml."
)


def decided_agreements(project: Project, asked: str | None) -> tuple[str, ...]:
    """The agreement asked for, or all that have a text; BuildError for one that there is not."""
    library = project.current.library
    own = tuple(dict.fromkeys(a.agreement for a in library.own_texts() if a.agreement in library.agreements))
    if asked is None:
        return own
    if asked not in own:
        raise BuildError(f"Avtalet ”{asked}” har ingen text. Avtal som finns: {', '.join(own) or 'inga'}.")
    return (asked,)


def report_text(project: Project, agreement: str, *, calendar: bool = False) -> str:
    """The state in plain words; with all days on the way as tables where they are asked for."""
    from builder.export import decisions_text, redline_text

    document = _document(project, agreement)
    if calendar:
        return redline_text(unchanged(document))
    library = project.current.library
    left = days_left(library, agreement, document.edition.date)
    return decisions_text(document.edition, outcome(library, agreement), left)


def report_bytes(project: Project, agreement: str, ending: str) -> bytes:
    """The state as a file; BuildError for an ending that is none of these."""
    from builder import agenda, excel, export, word

    document = _document(project, agreement)
    match ending.lower():
        case ".docx":
            return word.write(unchanged(document))
        case ".html":
            return export.document_page(document).encode()
        case ".xlsx":
            return excel.write_shown(document)
        case ".json":
            return _data(project, agreement).encode()
        case ".ics":
            library = project.current.library
            found = days(library, agreement)
            if not found:
                raise BuildError(NO_DAY)
            names = {party.id: party.name for party in library.parties.values()}
            return agenda.write(document.edition.agreement_title, found, names, document.edition.date)
        case _:
            raise BuildError(f"Filändelsen ”{ending}” är inget format för beslutsläget. Välj {', '.join(ENDINGS)}.")


def _document(project: Project, agreement: str) -> Document:
    library = project.current.library
    name = next(item.name for item in library.own_texts() if item.agreement == agreement)
    own = project.current.document(name)[0].edition
    title = f"Beslutsläge: {own.agreement_title}"
    edition = replace(own, title=title, kind="beslutsläge", parties="", supporting=True, checksum="")
    return decisions_document(library, edition, agreement)


def _data(project: Project, agreement: str) -> str:
    library = project.current.library
    found = outcome(library, agreement)
    rows = [
        {"party": s.party.id, "state": s.state, "why": s.why, "final": s.final,
         "decision": {k: v for k, v in asdict(s.decision).items() if k != "position"} if s.decision else None}
        for s in found.standings
    ]  # fmt: skip
    data = {
        "agreement": agreement, "counted": found.counted, "of": len(rows), "checksum": found.fingerprint,
        "valid_from": found.valid_from, "why": found.why, "parties": rows,
        "days": [asdict(day) for day in days(library, agreement)],
    }  # fmt: skip
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
