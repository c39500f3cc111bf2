"""Gates on the way to an agreement in force: what each demands, and what of it is missing now."""

from collections.abc import Mapping
from dataclasses import dataclass

from builder.library import Demand, Gate

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


def passages(gates: tuple[Gate, ...], facts: Facts) -> tuple[Passage, ...]:
    """Each gate with what is missing now."""
    return tuple(Passage(gate, tuple((demand, _missing(demand, facts)) for demand in gate.demands)) for gate in gates)


def _missing(demand: Demand, facts: Facts) -> str:
    if demand.check:
        return facts.missing.get(demand.check, "kan inte bedömas")
    return "" if demand.done else "inte klart"
