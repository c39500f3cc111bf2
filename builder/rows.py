"""The rows that a table shows: those of a register, or rows made of the clauses of an agreement."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

from builder.assemble import Draft
from builder.library import Clause, Library
from builder.model import Position
from builder.records import ColumnKind, Record, RecordColumn, TableSpec, Value, value_texts

__all__ = ["PRESENT", "Source", "clauses_of", "column_kind", "product", "rows"]

PRESENT = "finns"
"""In `där`: the column says something, whatever it is."""

KINDS: Mapping[str, ColumnKind] = {"klausul": "klausul", "ansvarig": "part", "lagstöd": "lag"}
"""What a column holds that is read from a clause, where it is not plain text."""


@dataclass(frozen=True, slots=True)
class Source:
    """What rows are made of: the texts of the agreements (`own`), and whom they are shown to.

    Rows made of clauses are those of one `agreement`, or of all when it is empty; `party` leaves out
    what concerns other parties alone.
    """

    library: Library
    own: tuple[Draft, ...] = ()
    agreement: str = ""
    party: str = ""


def rows(spec: TableSpec, source: Source) -> tuple[Record, ...]:
    """The rows of a table, in the order of the register or of the agreement."""
    made = COMPUTED.get(spec.source)
    found = made(source) if made else source.library.records.get(spec.source, ())
    fetched = (_with_fetched(record, spec.columns, source) for record in found)
    kept = (record for record in fetched if _is_wanted(record, spec.where))
    return tuple(record for record in kept if _concerns(record, spec, source))


def column_kind(column: RecordColumn, spec: TableSpec) -> ColumnKind:
    """What a column's cells hold."""
    if column.agreement:
        return "klausul"
    if column.fetched or spec.source in COMPUTED:
        return KINDS.get(column.fetched or column.name, column.kind)
    return column.kind


def product(record: Record, factors: tuple[str, ...]) -> int | None:
    """The product of whole numbers in a row; None when one is missing."""
    numbers = [text for factor in factors for text in value_texts(record, factor)]
    if len(numbers) < len(factors) or not all(number.isdecimal() for number in numbers):
        return None
    result = 1
    for number in numbers:
        result *= int(number)
    return result


def clauses_of(record: Record, library: Library) -> tuple[Clause, ...]:
    """The clauses that a row points at."""
    return tuple(library.clauses[name] for name in value_texts(record, "klausul") if name in library.clauses)


# --- which rows --------------------------------------------------------------------------------------


def _is_wanted(record: Record, where: Mapping[str, tuple[str, ...]]) -> bool:
    said = ((value_texts(record, column), wanted) for column, wanted in where.items())
    return all((texts and wanted == (PRESENT,)) or bool({*texts} & {*wanted}) for texts, wanted in said)


def _concerns(record: Record, spec: TableSpec, source: Source) -> bool:
    """Whether a row is for the party: it names nobody, the party, or a role of it."""
    if not source.party or not any(column.name == "part" for column in spec.columns):
        return True
    named = value_texts(record, "part")
    return not named or any(_is_of(name, source) for name in named)


def _is_of(name: str, source: Source) -> bool:
    """Whether a party or role is the source's party, holds it, or is a role of what it belongs to."""
    library, mine = source.library, (source.party, *source.library.groups(source.party))
    other = library.parties.get(name)
    is_role = other is not None and other.kind == "roll"
    return name in mine or (is_role and len(mine) > 1 and mine[1] in library.groups(name))


# --- rows made of clauses ----------------------------------------------------------------------------


def _with_fetched(record: Record, columns: tuple[RecordColumn, ...], source: Source) -> Record:
    """The row with what its columns read from its clauses."""
    made = {column.name: _made(record, column, source) for column in columns if column.fetched or column.agreement}
    return Record(record.id, MappingProxyType({**record.fields, **made}), record.position) if made else record


def _made(record: Record, column: RecordColumn, source: Source) -> tuple[Value, ...]:
    """What a column reads from a row's clauses; each thing once."""
    if column.agreement:
        mine = _clauses_in(column.agreement, source.library)
        return tuple(value for value in record.fields.get("klausul", ()) if value.text in mine)
    clauses = (_clause_fields(clause) for clause in clauses_of(record, source.library))
    values = chain.from_iterable(clause.get(column.fetched, ()) for clause in clauses)
    return tuple({value.text: value for value in values}.values())


def _clauses_in(agreement: str, library: Library) -> frozenset[str]:
    """The clauses of an agreement's own text, those that it shares with others too."""
    return frozenset[str]().union(*(text.clauses for text in library.own_texts() if text.agreement == agreement))


def _clauses(source: Source) -> tuple[Record, ...]:
    return tuple(
        Record(clause.id.replace("/", "-"), MappingProxyType(_clause_fields(clause)), Position(clause.path))
        for clause in _own(source)
    )


def _questions(source: Source) -> tuple[Record, ...]:
    found = ((clause, question) for clause in _own(source) for question in clause.facts.questions)
    made = [
        Record(
            f"{question.id}-{clause.id}".replace("/", "-").lower(),
            MappingProxyType(
                {
                    "fråga-id": (Value(question.id, question.position),),
                    "fråga": (Value(question.text, question.position),),
                    "alternativ": tuple(Value(text, question.position) for text in question.alternatives),
                    "klausul": (Value(clause.id, question.position),),
                }
            ),
            question.position,
        )
        for clause, question in found
    ]
    return tuple(sorted(made, key=lambda record: value_texts(record, "fråga-id")))


def _changes(source: Source) -> tuple[Record, ...]:
    return tuple(
        Record(
            f"{reason.version}-{clause.id}".replace("/", "-"),
            MappingProxyType(
                {
                    "klausul": (Value(clause.id, Position(clause.path)),),
                    "version": (Value(reason.version, Position(clause.path)),),
                    "skäl": (Value(reason.why, Position(clause.path)),),
                }
            ),
            Position(clause.path),
        )
        for clause in _own(source)
        for reason in clause.facts.reasons
    )


COMPUTED: Mapping[str, Callable[[Source], tuple[Record, ...]]] = {
    "klausuler": _clauses,
    "frågor": _questions,
    "ändringar": _changes,
}


def _own(source: Source) -> Iterator[Clause]:
    """The clauses of the agreements' own texts in printed order; one that several share comes once."""
    seen: set[str] = set()
    for draft in source.own:
        if draft.agreement != source.agreement and (source.agreement or not draft.agreement):
            continue
        for section in draft.sections:
            if section.clause is not None and section.id not in seen:
                seen.add(section.id)
                yield section.clause


def _clause_fields(clause: Clause) -> dict[str, tuple[Value, ...]]:
    facts, place = clause.facts, Position(clause.path)
    said: dict[str, tuple[str, ...]] = {
        "klausul": (clause.id,),
        "titel": (clause.title,),
        "ansvarig": facts.responsible,
        "lagstöd": facts.basis,
        "motiv": (facts.motive,),
        "typ": (facts.kind,),
        "boende": facts.housing,
        "källa": (facts.source,),
        "status": (facts.status or "utkast",),
        "frågor": tuple(question.id for question in facts.questions),
        "ersätter": (clause.replaces,),
        "krav": (clause.id,),
    }
    return {name: tuple(Value(text, place) for text in texts if text) for name, texts in said.items() if any(texts)}
