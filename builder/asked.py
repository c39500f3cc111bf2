"""The questions a document puts to those who are asked, in one series of numbers that rises through the text.

Those of the register `remissfragor` that concern one of the document's clauses stand in the first that they name,
before the open questions that the clause puts itself; those that name no clause come first of all. A question that
several clauses put in the same words is one question, numbered where it is first read.

Ids last, numbers do not: `f03` is the register's row, `hemmet/parter#OF-02` the question OF-02 of that clause.
"""

from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from itertools import chain, count

from builder.library import Library
from builder.model import Cell, Document, Paragraph, Question, Row, Section, Table, Text, words
from builder.records import Record, value_texts

__all__ = ["REGISTER", "AskedQuestion", "asked", "asked_in", "in_order", "numbers"]

REGISTER = "remissfragor"
"""The register whose rows are questions: columns fråga, klausul, svar (how to answer) and alternativ."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question with its printed number. `name` is its id as the register or the clause has it ("f03", "OF-02");
    `clauses` are the ids of those that it concerns, of this document; `guidance` says how to answer."""

    number: int
    id: str
    name: str
    text: str
    alternatives: tuple[str, ...] = ()
    clauses: tuple[str, ...] = ()
    guidance: str = ""

    @property
    def is_general(self) -> bool:
        """True for one of the register, false for one that a clause puts."""
        return "#" not in self.id


def asked(document: Document, library: Library) -> tuple[AskedQuestion, ...]:
    """The questions of a document, numbered from 1."""
    return asked_in(document.sections, library)


def asked_in(sections: Sequence[Section], library: Library) -> tuple[AskedQuestion, ...]:
    """The questions of sections, of which only the ids and facts are read."""
    place = _places(sections)
    found = [*_general(sections, library.records.get(REGISTER, ())), *_of_clauses(sections)]
    read = sorted(found, key=lambda question: place[question.clauses[0]] if question.clauses else -1)
    return tuple(replace(question, number=number) for number, question in enumerate(read, 1))


def _places(sections: Sequence[Section]) -> dict[str, int]:
    """Where each section first stands."""
    return {section.id: place for place, section in reversed(list(enumerate(sections)))}


def numbers(questions: Iterable[AskedQuestion]) -> dict[tuple[str, str, str], int]:
    """The number of each question that clauses put, by clause, the question's id in it and its words."""
    return {(clause, q.name, q.text): q.number for q in questions if not q.is_general for clause in q.clauses}


def in_order(table: Table, questions: Iterable[AskedQuestion]) -> Table:
    """The register's rows with the questions' numbers and in their order, without those that the text does not put."""
    numbers = {question.id: question.number for question in questions}
    heads = [row for row in table.rows if row.header]
    put = sorted((row for row in table.rows if row.key in numbers), key=lambda row: numbers[row.key])
    return replace(table, rows=(*heads, *(_with_number(row, numbers[row.key]) for row in put)))


def _with_number(row: Row, number: int) -> Row:
    """The row with its number where the register's id stood."""
    first, *rest = row.cells
    if words(first.content[0].content) != row.key.upper():
        return row
    return replace(row, cells=(Cell((Paragraph((Text(str(number)),)),)), *rest))


def _general(sections: Iterable[Section], rows: Sequence[Record]) -> Iterator[AskedQuestion]:
    held = {section.id for section in sections}
    for row in rows:
        named = value_texts(row, "klausul")
        clauses = tuple(clause for clause in named if clause in held)
        if clauses or not named:
            said = {name: " ".join(value_texts(row, name)) for name in ("fråga", "svar")}
            choices = value_texts(row, "alternativ")
            yield AskedQuestion(0, row.id, row.id, said["fråga"], choices, clauses, said["svar"])


def _of_clauses(sections: Iterable[Section]) -> Iterator[AskedQuestion]:
    found: dict[tuple[str, str, tuple[str, ...]], AskedQuestion] = {}
    for section in sections:
        for question in section.facts.questions:
            key = (question.id, question.text, question.alternatives)
            first = found.get(key) or _first(section, question, {other.id for other in found.values()})
            found[key] = replace(first, clauses=(*dict.fromkeys((*first.clauses, section.id)),))
    yield from found.values()


def _first(section: Section, question: Question, taken: Set[str]) -> AskedQuestion:
    """A question as its first clause puts it; a second of the same id in the clause is told apart by a number."""
    wanted = f"{section.id}#{question.id}"
    again = (f"{wanted}-{number}" for number in count(2))
    id_ = next(name for name in chain([wanted], again) if name not in taken)
    return AskedQuestion(0, id_, question.id, question.text, question.alternatives)
