"""Where each party stands. A decision counts only when the text it approved is the one the others approved."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from builder.library import Decision, Library, Party

__all__ = ["STATES", "Outcome", "Standing", "State", "all_or_named", "outcome", "signing_parties", "standings"]

State = Literal["likalydande", "avvikande", "återremiss", "nej", "oklart", "planerat", "väntar"]
STATES: tuple[State, ...] = ("likalydande", "avvikande", "återremiss", "nej", "oklart", "planerat", "väntar")

SHORTEST = 16
"""Signs of a checksum that are enough to know a text by: as many as the footers print."""

APPEAL = timedelta(days=21)
"""Decisions may be appealed for three weeks from the day the minutes were announced (13 kap. 5 § KL)."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A party and its decision on an agreement; `why` says in words what keeps it from counting. `final`: the first
    day (ISO date) that the decision can no longer be appealed, empty when it cannot be told."""

    party: Party
    state: State
    decision: Decision | None = None
    why: str = ""
    final: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """All parties together. `valid_from` is set only when all have decided on the same text."""

    standings: tuple[Standing, ...]
    fingerprint: str
    valid_from: str
    why: str

    @property
    def counted(self) -> int:
        """How many decisions count."""
        return sum(standing.state == "likalydande" for standing in self.standings)


def outcome(library: Library, agreement: str) -> Outcome:
    """How far an agreement has come."""
    fingerprint = _approved(library, agreement)
    found = standings(library, agreement)
    lacking = [standing.party.short or standing.party.name for standing in found if standing.state != "likalydande"]
    row = library.agreements.get(agreement)
    day = row.control.valid_from if row else ""
    if lacking or not found:
        return Outcome(
            found, fingerprint, "", f"Ett likalydande beslut saknas från {all_or_named(lacking, len(found))}."
        )
    why = "" if day else "Alla har beslutat lika, men dagen står inte under gäller-från i avtal.yml."
    return Outcome(found, fingerprint, day, why)


def standings(library: Library, agreement: str) -> tuple[Standing, ...]:
    """Every party that signs, in the order of the register."""
    decided = {row.party: row for row in library.decisions if row.agreement == agreement}
    approved = _approved(library, agreement)
    return tuple(_standing(party, decided.get(party.id), approved, library) for party in signing_parties(library))


def signing_parties(library: Library) -> tuple[Party, ...]:
    """The parties that an agreement is made between."""
    return tuple(party for party in library.parties.values() if party.kind in ("region", "kommun"))


def _standing(party: Party, decision: Decision | None, approved: str, library: Library) -> Standing:
    if decision is None or not (decision.outcome or decision.date):
        return Standing(party, "väntar", decision)
    final = decision.final or _final(decision.announced)
    match decision.outcome:
        case "bifall":
            why = _unlike(decision, approved, library)
            state: State = (
                "likalydande" if not why else "avvikande" if approved and _print(decision, library) else "oklart"
            )
            return Standing(party, state, decision, why, final)
        case "bifall med ändring":
            return Standing(party, "avvikande", decision, "Parten har beslutat om en annan lydelse.", final)
        case "återremiss":
            return Standing(party, "återremiss", decision, "Ärendet ska beredas igen.")
        case "avslag":
            return Standing(party, "nej", decision, "Parten har sagt nej.", final)
        case _:
            return Standing(party, "planerat", decision)


def _unlike(decision: Decision, approved: str, library: Library) -> str:
    """Why an approval does not count; empty when it does."""
    mine = _print(decision, library)
    if not mine:
        return "Det framgår inte vilken text beslutet gäller: version och kontrollsumma saknas eller är okända."
    if decision.checksum and not mine.startswith(decision.checksum):
        return f"Kontrollsumman i beslutet är inte den som {decision.version} har."
    return "" if mine == approved else "Beslutet gäller en annan text än de andra parternas."


def _print(decision: Decision, library: Library) -> str:
    """The fingerprint of the text that was approved: of the version named, else of the one with that checksum."""
    if decision.version:
        return _recorded(decision, library)
    known = (v.fingerprint for v in library.versions if v.agreement == decision.agreement)
    long = len(decision.checksum) >= SHORTEST
    return next((found for found in known if long and found.startswith(decision.checksum)), "")


def _recorded(decision: Decision, library: Library) -> str:
    known = (v for v in library.versions if v.agreement == decision.agreement and v.label == decision.version)
    return next((version.fingerprint for version in known), "")


def _approved(library: Library, agreement: str) -> str:
    """The fingerprint that most approvals are of; of as many for two, the one recorded last."""
    rows = [row for row in library.decisions if row.agreement == agreement and row.outcome == "bifall"]
    prints = Counter(found for row in rows if (found := _print(row, library)))
    order = [version.fingerprint for version in library.versions]
    return max(prints, key=lambda found: (prints[found], order.index(found)), default="")


def _final(announced: str) -> str:
    """The day after the time for appeal, which begins when the minutes are announced."""
    try:
        return (date.fromisoformat(announced) + APPEAL + timedelta(days=1)).isoformat()
    except ValueError:
        return ""


def all_or_named(names: Sequence[str], number: int) -> str:
    """Some of so many parties by their names; all of them as what they are."""
    if len(names) == number > 2:
        return f"alla {number} parter"
    *rest, last = names or ["parterna"]
    return f"{', '.join(rest)} och {last}" if rest else last
