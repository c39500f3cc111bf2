"""Rules for what is used: clauses in documents, parameters in texts, parties in headers."""

import re
from collections.abc import Iterator

from builder.finding import Finding
from builder.language.spelling import did_you_mean
from builder.library import Clause
from builder.lint.analysis import Analysis
from builder.model import Position

__all__ = ["missing_templates", "unknown_parties", "unlisted_clauses", "unused_parameters"]

_PARAMETER = re.compile(r"parametrar\.ya?ml#([\w-]+)")


def unlisted_clauses(analysis: Analysis) -> Iterator[Finding]:
    """K203: a clause that no assembly lists. Silent while an assembly cannot be read, for it may list the clause."""
    if _has_broken_assembly(analysis):
        return
    for clause in analysis.library.clauses.values():
        if clause.id not in analysis.listed and clause.facts.status != "utgår":
            yield Finding("K203", _place(clause, "titel"), {"clause": clause.id})


def unused_parameters(analysis: Analysis) -> Iterator[Finding]:
    """P403: a parameter that no text links to."""
    if not analysis.library.parameters:
        return
    used = {id for source in analysis.library.sources.values() for id in _PARAMETER.findall(source)}
    for parameter in analysis.library.parameters.values():
        if parameter.id not in used and parameter.position:
            yield Finding("P403", parameter.position, {"parameter": parameter.id})


def unknown_parties(analysis: Analysis) -> Iterator[Finding]:
    """R701: a responsible party that the register does not hold. Silent in a project without the register."""
    parties = analysis.library.parties
    if not parties:
        return
    otherwise = f"Parter som finns: {', '.join(sorted(parties))}."
    for clause in analysis.library.clauses.values():
        for index, party in enumerate(clause.facts.responsible):
            if party not in parties:
                words = {"party": party, "suggestion": did_you_mean(party, parties, otherwise)}
                yield Finding("R701", _place(clause, f"ansvarig.{index}", "ansvarig"), words)


def missing_templates(analysis: Analysis) -> Iterator[Finding]:
    """K210: a template that an assembly names and nobody has put beside it."""
    templates = analysis.library.templates
    for assembly in analysis.library.assemblies.values():
        if assembly.template and assembly.template not in templates:
            otherwise = "Lägg mallen i mappen assemblies, eller ta bort raden mall: så används den inbyggda."
            words = {"path": f"assemblies/{assembly.template}"}
            suggestion = did_you_mean(assembly.template, templates, otherwise)
            place = assembly.keys.get("mall", Position(assembly.path))
            yield Finding("K210", place, {**words, "suggestion": suggestion})


def _has_broken_assembly(analysis: Analysis) -> bool:
    read = {assembly.path for assembly in analysis.library.assemblies.values()}
    return any(path.startswith("assemblies/") and path not in read for path in analysis.library.sources)


def _place(clause: Clause, *keys: str) -> Position:
    """Where the first of the keys stands that the header has, else the top of the file."""
    return next((clause.keys[key] for key in keys if key in clause.keys), Position(clause.path))
