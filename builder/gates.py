"""Gates on the way to an agreement in force: what each demands, and what of it is missing now."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from builder.library import Demand, Gate, Library

__all__ = ["Facts", "Passage", "passages"]


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
