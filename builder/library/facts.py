"""What texts rest on and name: terms, laws, values, parties, agreements, and the project's own settings."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from builder.model import Control, Position

__all__ = ["Agreement", "Amendment", "Law", "Parameter", "Party", "Project", "Term"]


@dataclass(frozen=True, slots=True)
class Term:
    """A defined term; `forms` are inflected forms that the rules of the language cannot make."""

    id: str
    term: str
    definition: str = ""
    forms: tuple[str, ...] = ()
    abbreviation: str = ""
    source: str = ""
    status: str = ""
    avoid: tuple[str, ...] = ()
    synonyms: tuple[str, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Amendment:
    """A change of a law: the amending act, its first day (ISO date or empty) and the sections it touched."""

    sfs: str
    from_date: str = ""
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Law:
    """An act. `id` is its abbreviation in the texts; `sections` maps "14 kap. 1 §" to a paraphrase.
    `repealed` is the day it ceased (ISO date) or empty; `replaced_by` the id of the act that came after."""

    id: str
    sfs: str
    name: str
    title: str = ""
    address: str = ""
    repealed: str = ""
    replaced_by: str = ""
    certainty: str = ""
    sections: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    amendments: tuple[Amendment, ...] = ()
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A number of days, an age, an amount: one value used everywhere. `locked_by` cites the law that sets it."""

    id: str
    value: str
    meaning: str = ""
    source: str = ""
    locked_by: str = ""
    question: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Party:
    """A party or a role that can be bound. `kind`: region, kommun or roll; `code`: municipality code;
    `part_of`: the party or role that it belongs to."""

    id: str
    name: str
    short: str = ""
    code: str = ""
    kind: str = ""
    description: str = ""
    part_of: str = ""
    position: Position | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Agreement:
    """An agreement: `id` is its clause folder; `control` what its documents say of validity and who answers for it;
    `decide_by` the last day (ISO date) for the parties' decisions, or empty; `is_common` when all agreements are to
    have its clauses; `day_told`: the parameter whose value tells in the text from when it is valid, or empty."""

    id: str
    title: str
    short: str = ""
    position: Position | None = field(default=None, compare=False)
    control: Control = Control()
    decide_by: str = ""
    is_common: bool = False
    day_told: str = ""


@dataclass(frozen=True, slots=True)
class Project:
    """Settings of the whole: `remarks` is where remarks go, `author` the function that stands behind changes,
    `sender` the authority that sends what is sent, or empty."""

    name: str = ""
    address: str = ""
    remarks: str = ""
    language: str = "sv"
    author: str = "Skrivgruppen"
    sender: str = ""
