"""Those who are to get a package, as the project's list of recipients has them, and what keeps one from getting it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from builder.dispatch.deadline import DEADLINE
from builder.library import Library
from builder.model import Position
from builder.records import Record, value_texts

__all__ = ["RECIPIENTS", "Addressee", "addressees", "fault", "named"]

RECIPIENTS = "sandlista"
"""The register of recipients: mottagare, grupp, part, sätt (the official mailbox, a function), skäl and svar."""

NO_NAME = "raden saknar mottagare. Skriv mottagarens namn i {place}."
NO_ADDRESS = (
    "raden säger inte vart paketet ska skickas. Skriv till exempel ”Kommunens registrator” under sätt i {place}."
)
TWICE = "står två gånger i sändlistan, också som {other}. Ta bort raden i {place}."
PASSED = "sista svarsdagen {deadline} är före den dag remissen sänds, {day}. Ändra {key} i {place} eller --datum."


@dataclass(frozen=True, slots=True)
class Addressee:
    """A recipient. `address` is a function, never a person; `deadline` its own last day to answer, or empty."""

    id: str
    name: str
    group: str = ""
    party: str = ""
    address: str = ""
    why: str = ""
    deadline: str = ""
    position: Position | None = field(default=None, compare=False)

    @property
    def place(self) -> str:
        """Where the row stands."""
        return f"{self.position.path}:{self.position.line}" if self.position else f"{RECIPIENTS}.yml"


def addressees(library: Library) -> tuple[Addressee, ...]:
    """All recipients in the order of the list."""
    return tuple(_addressee(row) for row in library.records.get(RECIPIENTS, ()))


def _addressee(row: Record) -> Addressee:
    name, group, party, address, why, deadline = (" ".join(" ".join(value_texts(row, key)).split()) for key in COLUMNS)
    return Addressee(row.id, name, group, party, address, why, deadline, row.position)


COLUMNS = ("mottagare", "grupp", "part", "sätt", "skäl", "svar")


def named(asked: Sequence[str], known: Sequence[Addressee]) -> tuple[tuple[Addressee, ...], tuple[str, ...]]:
    """Those a user means by id, party or name, in the order of the list, and words for nobody; all for no words."""
    wanted = {word.casefold() for word in asked}
    unknown = tuple(word for word in asked if not any(word.casefold() in _words(one) for one in known))
    return tuple(one for one in known if not asked or wanted & _words(one)), unknown


def _words(addressee: Addressee) -> frozenset[str]:
    return frozenset(word.casefold() for word in (addressee.id, addressee.party, addressee.name) if word)


def fault(addressee: Addressee, others: Iterable[Addressee], deadline: str, day: str) -> str:
    """Why no package can be made for a recipient; empty when one can. Days are ISO dates, or empty when unknown."""
    return next(_faults(addressee, others, deadline, day), "")


def _faults(addressee: Addressee, others: Iterable[Addressee], deadline: str, day: str) -> Iterator[str]:
    place = addressee.place
    if not addressee.name:
        yield NO_NAME.format(place=place)
    if not addressee.address:
        yield NO_ADDRESS.format(place=place)
    before = next((o for o in _before(addressee, others) if o.name.casefold() == addressee.name.casefold()), None)
    if before is not None:
        yield TWICE.format(other=before.id, place=place)
    if deadline and day and deadline < day:
        key, where = ("svar", place) if addressee.deadline else (DEADLINE, "clauses/register/parametrar.yml")
        yield PASSED.format(deadline=deadline, day=day, key=key, place=where)


def _before(addressee: Addressee, others: Iterable[Addressee]) -> Iterator[Addressee]:
    for other in others:
        if other.id == addressee.id:
            return
        yield other
