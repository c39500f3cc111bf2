"""How far the work has come: versions, what remains, references to read again, decisions, gates and the next days."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from textwrap import fill
from typing import Any

from builder.build import versions
from builder.build.deciding import decided_agreements
from builder.build.project import Project
from builder.build.reviewing import work_list
from builder.decisions import days, outcome
from builder.finding import Finding
from builder.gates import Facts, Passage, passages
from builder.library import Library
from builder.remaining import remaining

__all__ = ["Place", "as_json", "as_text", "places"]

NEXT_DAYS = 5
LAID: Mapping[str, Any] = {"width": 100, "subsequent_indent": " " * 20, "break_on_hyphens": False}


@dataclass(frozen=True, slots=True)
class Place:
    """Where an agreement stands. Counts are of its own text; `next_days` are (ISO date, words), those to come first."""

    agreement: str
    title: str
    version: str
    status: str
    date: str
    errors: int
    questions: int
    assumptions: int
    to_review: int
    decided: int
    parties: int
    gates: tuple[Passage, ...]
    next_days: tuple[tuple[str, str], ...]


def places(project: Project) -> tuple[Place, ...]:
    """Where each agreement stands in the text that is being edited."""
    findings, library = project.check()
    found = tuple(work_list(project))
    return tuple(
        _place(
            project,
            library,
            agreement,
            findings,
            sum(_is_of(stale.citation.clause, library, agreement) for stale in found),
        )
        for agreement in decided_agreements(project, None)
    )


def _place(project: Project, library: Library, agreement: str, findings: tuple[Finding, ...], review: int) -> Place:
    text = project.current
    name = next(item.name for item in library.own_texts() if item.agreement == agreement)
    document = text.document(name)[0]
    left = [item.kind for item in remaining(document, library, findings)]
    errors, questions, assumptions = (left.count(kind) for kind in ("fel", "fråga", "antagande"))
    decided = outcome(library, agreement)
    known = versions.of_agreement(library, agreement)
    label, status, day = (known[-1].label, known[-1].status, known[-1].date) if known else ("", "utkast", "")
    statuses = frozenset(version.status for version in known)
    facts = Facts({
        "inga-fel": _count(errors, "fel", "fel"),
        "inga-öppna-frågor": _count(questions, "öppen fråga", "öppna frågor"),
        "inga-antaganden": _count(assumptions, "antagande", "antaganden"),
        "inget-att-se-över": _count(review, "hänvisning att läsa om", "hänvisningar att läsa om"),
        "remissversion": "" if "remiss" in statuses else "ingen version är sparad för remiss",
        "beslutsversion": "" if statuses & {"beslutsförslag", "beslutad"} else "ingen version är sparad för beslut",
        "alla-beslut": _count(len(decided.standings) - decided.counted, "part saknas", "parter saknas"),
        "giltig-från": "" if library.agreements[agreement].control.valid_from else "dagen står inte i avtal.yml",
    })  # fmt: skip
    return Place(
        agreement, document.edition.title, label, status, day, errors, questions, assumptions, review,
        decided.counted, len(decided.standings), passages(library, facts),
        tuple(_next(library, agreement, project.repository.head().date)),
    )  # fmt: skip


def _is_of(clause: str, library: Library, agreement: str) -> bool:
    return any(clause in item.clauses for item in library.own_texts() if item.agreement == agreement)


def _count(number: int, one: str, many: str) -> str:
    return f"{number} {one if number == 1 else many}" if number else ""


def _next(library: Library, agreement: str, today: str) -> Iterator[tuple[str, str]]:
    """The next days of the parties' calendars, those that several share told once."""
    together: dict[tuple[str, str], list[str]] = {}
    for day in days(library, agreement):
        if day.latest >= today:
            together.setdefault((day.latest, day.step), []).append(library.parties[day.party].short or day.party)
    for (latest, step), names in sorted(together.items())[:NEXT_DAYS]:
        yield latest, f"{step} ({names[0] if len(names) == 1 else f'{len(names)} parter'})"


# --- shown -------------------------------------------------------------------------------------------


def as_text(found: tuple[Place, ...]) -> str:
    """One screen: a block an agreement, then the gates of each."""
    return "\n".join(text for place in found for text in (*_block(place), "")) if found else "Inga överenskommelser.\n"


def _block(place: Place) -> Iterator[str]:
    version = f"{place.version}, {place.status}, {place.date}" if place.version else "ingen version är sparad"
    yield f"{place.title} ({place.agreement})"
    yield f"  Senaste version   {version}"
    yield f"  Återstår          {place.errors} fel, {place.questions} öppna frågor, {place.assumptions} antaganden"
    yield f"  Att läsa om       {_count(place.to_review, 'hänvisning', 'hänvisningar') or 'inget'}"
    yield f"  Beslut            {place.decided} av {place.parties} parter"
    for passage in place.gates:
        missing = ", ".join(said if demand.check else demand.words for demand, said in passage.demands if said)
        yield fill(f"  {passage.gate.name + ' ':<18}{'klar' if passage.open else f'saknas: {missing}'}", **LAID)
    for day, words in place.next_days:
        yield f"  {day}        {words}"


def as_json(found: tuple[Place, ...]) -> str:
    """The same for programs; of a gate what is missing and who owns it."""
    return json.dumps([_data(place) for place in found], ensure_ascii=False, indent=1) + "\n"


def _data(place: Place) -> Mapping[str, object]:
    gates = [
        {"id": passage.gate.id, "name": passage.gate.name, "owner": passage.gate.owner, "open": passage.open,
         "missing": [{"demand": d.words, "missing": said, "owner": d.owner or passage.gate.owner}
                     for d, said in passage.demands if said]}
        for passage in place.gates
    ]  # fmt: skip
    plain = {name: value for name, value in asdict(place).items() if name != "gates"}
    return {**plain, "gates": gates}
