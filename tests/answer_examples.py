"""A small form with a question of each kind and a clause with signs that are hard to write."""

from builder.answers import AnswerForm, form, recipients
from tests.small_project import EDITION, REGISTERS, document, library

__all__ = ["FORM", "made"]

QUESTIONS = """
    f01: {fråga: Tillstyrker ni?, klausul: hemmet/klausul, svar: Kort.,
          alternativ: [Tillstyrker, Tillstyrker med ändring, Avstyrker, Avstår]}
    f02: {fråga: "Hinner ni < 3 dagar?", klausul: hemmet/klausul, svar: Dagar.,
          alternativ: ["ja, hela", "nej & nej"]}
    f03: {fråga: Vad saknas?, klausul: [hemmet/klausul, hemmet/sip], svar: Skriv fritt.}
"""
RECIPIENTS = """
    s01: {mottagare: Nässjö kommun, part: nassjo}
    s02: {mottagare: "Föreningen & vännerna"}
"""
OPEN = 'öppna-frågor: [{id: OF-1, fråga: "=Hur <snart>?", alternativ: [i dag, sen]}, {id: OF-2, fråga: Vem?}]\n'


def made(recipient: str = "s01", registers: dict[str, str] | None = None) -> AnswerForm:
    """The form, for a recipient of the list."""
    more = {"remissfragor": QUESTIONS, "sandlista": RECIPIENTS} if registers is None else registers
    held = library("Text om planen.\n", OPEN, {**REGISTERS, **more})
    return form(document(held, EDITION)[0], held, recipients(held).get(recipient))


FORM = made()
