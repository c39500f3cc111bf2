"""When a text may be called decided or in force: only the words that all have approved, and not before their day."""

from builder.decisions.standing import outcome, signing_parties
from builder.library import Library

__all__ = ["may_not_be_called"]

BINDING = frozenset({"beslutad", "gällande"})


def may_not_be_called(status: str, library: Library, agreement: str, fingerprint: str, day: str) -> str:
    """Why a text with a fingerprint may not have a status on a day (ISO date); empty when it may. Where no party signs
    there is nothing to hold it to."""
    if status not in BINDING or not signing_parties(library):
        return ""
    found = outcome(library, agreement)
    if found.counted < len(found.standings):
        return f"{found.why} Texten kan inte sparas som {status} förrän alla har beslutat lika."
    if fingerprint != found.fingerprint:
        return (
            f"Texten är inte den som parterna har beslutat om, och kan inte sparas som {status}. "
            "Ta tillbaka den texten, eller låt parterna besluta om den nya."
        )
    if status == "gällande" and (not found.valid_from or found.valid_from > day):
        begins = f"Överenskommelsen börjar gälla {found.valid_from}. " if found.valid_from else f"{found.why} "
        return f"{begins}Spara texten som beslutad till dess. Den här ändringen är från {day}."
    return ""
