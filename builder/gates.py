"""Gates on the way to an agreement in force: what each demands, what of it is missing now, and how far one has come."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from builder.library import Demand, Gate, Library

__all__ = ["Facts", "Passage", "Progress", "before", "lacking", "passages", "shared"]


@dataclass(frozen=True, slots=True)
class Facts:
    """What the program sees of an agreement: for each demand it can judge, what is missing in words; empty when met."""

    missing: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Passage:
    """A gate and its demands, each with what is missing; empty when it is met."""

    gate: Gate
    demands: tuple[tuple[Demand, str], ...]

    @property
    def open(self) -> bool:
        """True when nothing is missing."""
        return not any(missing for _, missing in self.demands)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far an agreement has come. Counts are of its own text; `next_days` are (ISO date, words), those to come
    first."""

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


def shared(found: Iterable[Progress]) -> tuple[Passage, ...]:
    """The gates that are the same for all of several agreements, and need be told but once."""
    first, *rest = [progress.gates for progress in found] or [()]
    return tuple(gate for gate in first if all(gate in gates for gates in rest)) if rest else ()


SAVED: Mapping[str, str] = {"remiss": "remissversion", "beslutsförslag": "beslutsversion"}
"""What a gate may demand that is met by saving a version of a status."""


def before(status: str, gates: Iterable[Passage]) -> tuple[Passage, ...]:
    """The gates that a text has not passed and is to have passed when it is given a status; what giving it meets is
    left out."""
    asked = (
        replace(gate, demands=tuple(row for row in gate.demands if row[0].check != SAVED.get(status, "-")))
        for gate in gates
        if gate.gate.status == status
    )
    return tuple(gate for gate in asked if not gate.open)


def lacking(passage: Passage) -> tuple[tuple[str, str], ...]:
    """What is missing at a gate, each with who answers for it where that is another than for the gate."""
    return tuple(
        (said if demand.check else demand.words, demand.owner if demand.owner != passage.gate.owner else "")
        for demand, said in passage.demands
        if said
    )


def passages(library: Library, facts: Facts) -> tuple[Passage, ...]:
    """Each gate of the register with what is missing now."""
    return tuple(
        Passage(gate, tuple((demand, _missing(demand, facts)) for demand in (*gate.demands, *_asked(gate, library))))
        for gate in library.gates
    )


def _asked(gate: Gate, library: Library) -> Iterator[Demand]:
    """The rows of the register whose questions the gate asks."""
    for row in library.records.get(gate.questions, ()):
        words, answer = (" ".join(value.text for value in row.fields.get(key, ())) for key in ("fråga", "svar"))
        yield Demand(words or row.id, done=answer.casefold() == "ja")


def _missing(demand: Demand, facts: Facts) -> str:
    if demand.check:
        return facts.missing.get(demand.check, "kan inte bedömas")
    return "" if demand.done else "inte klart"
