"""The register of the parties' decisions: what cannot be counted, and what does not fit together."""

from collections.abc import Iterator

from builder.decisions import days, standings
from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.library import Agreement, Decision, Library
from builder.lint.analysis import Analysis
from builder.model import Position
from builder.phrases import day_in_words

__all__ = ["doubtful_decisions", "misfit_days", "misfit_entry", "unfounded_decisions", "unknown_deciders"]

DECIDED = {"organ": "body", "datum": "date", "paragraf": "section"}


def unknown_deciders(analysis: Analysis) -> Iterator[Finding]:
    """D101 and D102: a decision of somebody who does not sign, and two of the same party."""
    library = analysis.library
    known = {party.id: None for party in library.parties.values() if party.kind in ("region", "kommun")}
    seen: set[tuple[str, str]] = set()
    for row in library.decisions:
        if row.party not in known:
            advice = did_you_mean(row.party, known, f"Parter som beslutar: {', '.join(known) or 'inga'}.")
            yield Finding("D101", _place(row), {"party": row.party, "suggestion": advice})
        elif (row.agreement, row.party) in seen:
            yield Finding("D102", _place(row), {"party": row.party, "agreement": row.agreement})
        seen.add((row.agreement, row.party))


def unfounded_decisions(analysis: Analysis) -> Iterator[Finding]:
    """D103, D104 and D106: a version that never was, a protocol used twice, a decision without its facts."""
    library = analysis.library
    protocols: dict[str, str] = {}
    for row in library.decisions:
        labels = [version.label for version in library.versions if version.agreement == row.agreement]
        if row.version and row.version not in labels:
            advice = did_you_mean(row.version, labels, f"Versioner som finns: {', '.join(labels) or 'inga'}.")
            words = {"version": row.version, "agreement": row.agreement, "party": _name(library, row)}
            yield Finding("D103", _place(row), {**words, "suggestion": advice})
        for protocol in filter(None, (row.protocol_sum, row.protocol)):
            other = protocols.setdefault(f"{row.agreement} {protocol}", row.party)
            if other != row.party:
                yield Finding("D104", _place(row), {"party": _name(library, row), "other": library.parties[other].name
                                                    if other in library.parties else other})  # fmt: skip
                break
        missing = [word for word, field in DECIDED.items() if row.outcome and not getattr(row, field)]
        if missing:
            yield Finding("D106", _place(row), {"party": _name(library, row), "missing": " och ".join(missing)})


def doubtful_decisions(analysis: Analysis) -> Iterator[Finding]:
    """D105: an approval that does not count."""
    for agreement in dict.fromkeys(row.agreement for row in analysis.library.decisions):
        for standing in standings(analysis.library, agreement):
            row = standing.decision
            if row is not None and standing.state in ("avvikande", "oklart"):
                yield Finding("D105", _place(row), {"party": standing.party.name, "reason": standing.why})


def misfit_days(analysis: Analysis) -> Iterator[Finding]:
    """D107: meetings too late for the decision, and minutes announced before it."""
    library = analysis.library
    rows = {(row.agreement, row.party): row for row in library.decisions}
    for agreement in dict.fromkeys(row.agreement for row in library.decisions):
        for day in days(library, agreement):
            row = rows.get((agreement, day.party))
            if day.fault and row is not None:
                yield Finding("D107", _place(row), {"party": _name(library, row), "reason": day.fault})
    for row in library.decisions:
        if row.announced and row.date and row.announced < row.date:
            reason = f"protokollet anslogs {row.announced}, före beslutet {row.date}."
            yield Finding("D107", _place(row), {"party": _name(library, row), "reason": reason})


def misfit_entry(analysis: Analysis) -> Iterator[Finding]:
    """D109: the day from which an agreement is valid, and another one in the value that tells it in the text."""
    library = analysis.library
    for agreement in library.agreements.values():
        reason = _misfit(library, agreement) if agreement.day_told else ""
        if reason:
            place = agreement.position or Position("clauses/register/avtal.yml")
            yield Finding("D109", place, {"agreement": agreement.id, "reason": reason})


def _misfit(library: Library, agreement: Agreement) -> str:
    day, told = agreement.control.valid_from, library.parameters.get(agreement.day_told)
    if told is None:
        return f"värdet ”{agreement.day_told}” finns inte i parametrar.yml."
    if not day or told.value in (day, day_in_words(day, library.project.language)):
        return ""
    return f"gäller-från är {day} men texten säger {told.value} ({told.id})."


def _name(library: Library, row: Decision) -> str:
    party = library.parties.get(row.party)
    return party.name if party else row.party


def _place(row: Decision) -> Position:
    return row.position or Position("clauses/register/beslut.yml")
