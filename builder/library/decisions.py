"""What is to come: the parties' decisions, the steps to them, and the gates on the way."""

from dataclasses import dataclass, field

from builder.model import Position

__all__ = ["Decision", "Demand", "Gate", "Step"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A party's decision on an agreement, or what is planned. Dates are ISO dates. `outcome`: bifall, bifall med
    ändring, avslag, återremiss, or empty before the meeting. `version` and `checksum` say which text it is about.
    `announced`: the day the minutes were; `final`: from when it cannot be appealed, where known. `meetings` are
    (body, date) on the way."""

    agreement: str
    party: str
    version: str = ""
    checksum: str = ""
    body: str = ""
    date: str = ""
    outcome: str = ""
    section: str = ""
    diary: str = ""
    reservation: str = ""
    protocol: str = ""
    protocol_sum: str = ""
    announced: str = ""
    final: str = ""
    meetings: tuple[tuple[str, str], ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Step:
    """A step to or after a decision: how many days after the meeting that takes it, before it when negative.
    `done_when`: what the registers say when it has been taken, where that is not the decision."""

    id: str
    name: str
    days: int
    body: str = ""
    basis: str = ""
    done_when: str = ""


@dataclass(frozen=True, slots=True)
class Demand:
    """What a gate demands: something that the program sees for itself (`check`), or that somebody says is `done`."""

    words: str
    check: str = ""
    done: bool = False
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Gate:
    """A point that is passed when all demands are met; `owner` is a function. `questions`: a register whose rows are
    demands too, met where `svar` is ja. `status`: what a text is called that has passed it, or empty; a text that has
    not may not be called so where the gate `stops`."""

    id: str
    name: str
    owner: str = ""
    demands: tuple[Demand, ...] = ()
    questions: str = ""
    status: str = ""
    stops: bool = False
