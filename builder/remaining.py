"""What still stands between a text and those who decide: open questions, assumptions and errors."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from builder.finding import Finding
from builder.library import Library, Parameter
from builder.model import ASSUMED, Document, Position, Row, Section, Table, words
from builder.phrases import phrases
from builder.variant import used_parameters

__all__ = ["Left", "LeftKind", "counts", "remaining"]

LeftKind = Literal["fel", "fråga", "värde", "rad", "antagande"]
"""An error, a question that a clause puts, a value nobody has set, a row that says that it is open, an assumption."""

ORDER: tuple[LeftKind, ...] = ("fel", "fråga", "värde", "rad", "antagande")


PROCESS_CARDS = "bilaga/processkort"


@dataclass(frozen=True, slots=True)
class Left:
    """One thing that remains: what it is, where it stands and what it says."""

    kind: LeftKind
    position: Position
    said: str


def remaining(document: Document, library: Library, findings: Iterable[Finding]) -> tuple[Left, ...]:
    """All that remains in a document, errors first. `findings`: those of its version."""
    steps = (_questions, _assumed_clauses, _parameters, _rows)
    left = [*_errors(document, library, findings), *(item for step in steps for item in step(document, library))]
    return tuple(sorted(dict.fromkeys(left), key=lambda item: ORDER.index(item.kind)))


def counts(left: Iterable[Left]) -> Mapping[LeftKind, int]:
    """How many of each kind; a question that several clauses put in the same words is one, as in all lists of them."""
    said = {(item.kind, item.said if item.kind == "fråga" else item) for item in left}
    found = Counter(kind for kind, _ in said)
    return {kind: found[kind] for kind in ORDER}


def _errors(document: Document, library: Library, findings: Iterable[Finding]) -> Iterator[Left]:
    """Errors in the files that the document is made of; registers are shared by all."""
    own = {section.path for section in document.sections} | {f"assemblies/{document.name}.yml"}
    for finding in findings:
        path = finding.position.path
        if finding.severity == "fel" and (path in own or path.startswith("clauses/register/")):
            yield Left("fel", finding.position, f"{finding.code} {finding.sentence} {finding.hint}".strip())


def _questions(document: Document, library: Library) -> Iterator[Left]:
    for section in document.sections:
        for question in section.facts.questions:
            place = question.position or Position(section.path)
            yield Left("fråga", place, f"{question.id} {question.text}".strip())


def _assumed_clauses(document: Document, library: Library) -> Iterator[Left]:
    for section in document.sections:
        if section.facts.source == ASSUMED:
            clause = library.clauses.get(section.id)
            place = clause.keys.get("källa") if clause else None
            yield Left("antagande", place or Position(section.path), f"Klausulen ”{words(section.title)}”")


def _parameters(document: Document, library: Library) -> Iterator[Left]:
    """Values that the text or an annex prints."""
    for parameter in _printed(document, library):
        place = parameter.position or Position("clauses/register/parametrar.yml")
        if parameter.question:
            yield Left("värde", place, parameter.question)
        if parameter.source == ASSUMED:
            yield Left("antagande", place, f"Värdet ”{parameter.value}” ({parameter.id})")


def _printed(document: Document, library: Library) -> Iterator[Parameter]:
    used = dict.fromkeys(name for section in document.sections for name in used_parameters(section))
    return (library.parameters[name] for name in used if name in library.parameters)


def _rows(document: Document, library: Library) -> Iterator[Left]:
    """Rows of tables that say that they are assumptions, or that something is open. Those of process cards are told
    where they are written, in the clauses."""
    asks = phrases(document.edition.language).question.lower()
    written = (section for section in document.sections if section.id != PROCESS_CARDS)
    for section in written:
        for table in (block for block in section.blocks if isinstance(block, Table)):
            for row in table.rows:
                said = [] if row.header else [words(p.content) for cell in row.cells for p in cell.content]
                place = _place(row, section, table, library)
                named = f"Raden ”{row.key or next(iter(said), '')}” i {words(section.title)}"
                if ASSUMED in said:
                    yield Left("antagande", place, named)
                if any(asks in text.lower() for text in said):
                    yield Left("rad", place, f"{named} säger {asks}")


def _place(row: Row, section: Section, table: Table, library: Library) -> Position:
    """Where a row is written: in its register, or in the clause."""
    spec = library.tables.get(section.id.partition("/")[2])
    records = library.records.get(spec.source, ()) if spec else ()
    written = next((record.position for record in records if record.id == row.key), None)
    return written or table.position or Position(section.path or "clauses/register")
