"""What changed in a clause that is read alone, with the registers of now: only its own words can differ."""

from dataclasses import replace
from hashlib import sha256

from builder.assemble import assemble
from builder.changes import Line, changes, line
from builder.compare import compare
from builder.library import Assembly, Clause, Include, Library
from builder.model import Document, Edition
from builder.redline import Redline
from builder.resolve import resolve

__all__ = ["alone", "between", "changed", "texts_of"]


def changed(name: str, then: Library, now: Library) -> tuple[Line | None, Redline]:
    """What changed in a clause between two texts that both hold it, both read with the registers of the later one."""
    return between(alone(then.clauses[name], now), alone(now.clauses[name], now))


def texts_of(then: Library, now: Library, name: str) -> str:
    """The two texts of a clause."""
    paths = then.clauses[name].path, now.clauses[name].path
    said = "\0".join((*paths, then.sources[paths[0]], now.sources[paths[1]]))
    return sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def between(old: Document, new: Document) -> tuple[Line | None, Redline]:
    """What changed between two of them, told in a line."""
    redline = _since(compare(old, new), old)
    change = next(changes(redline), None)
    return line(change) if change else None, redline


def alone(clause: Clause, library: Library) -> Document:
    """A clause as a document of its own, read with the registers of now: only its own words can differ."""
    held = replace(library, clauses={clause.id: clause})
    sheet = Assembly("klausul", clause.path, clause.title, contents=(Include(clause.id),))
    return resolve(assemble(held, sheet)[0], held, Edition(clause.title, language=library.project.language), own=())[0]


def _since(redline: Redline, old: Document) -> Redline:
    """With the reasons that were not given already in the old text: those are of earlier changes."""
    given = {reason for section in old.sections for reason in section.facts.reasons}
    sections = (
        replace(
            section, facts=replace(section.facts, reasons=tuple(r for r in section.facts.reasons if r not in given))
        )
        for section in redline.sections
    )
    return replace(redline, sections=tuple(sections))
