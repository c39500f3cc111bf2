"""How much the changes matter: what each grade means, how many there are of it, and the choice of which to see."""

from collections.abc import Mapping

from builder.changes.listed import GRADES_EXPLAINED
from builder.web.card_html import grade_badge
from builder.web.cards import Card, grades_counted
from builder.web.escape import html_text

__all__ = ["grade_choice", "grades_explained"]

COMPUTED = (
    "Graden räknas ut av programmet efter vilka ord som ändrats. Det är en hjälp att läsa, ingen juridisk bedömning."
)
MEANINGS = {name.lower(): meaning for name, meaning in GRADES_EXPLAINED}
ORDERS = (("plats", "Efter plats"), ("grad", "Efter grad"))


def grades_explained(changed: tuple[Card, ...]) -> str:
    """Each grade with its number of changes and its meaning."""
    items = "".join(
        f"<li>{grade_badge(grade)} <strong>{number}</strong>: {html_text(MEANINGS[grade])}</li>"
        for grade, number in grades_counted(changed).items()
    )
    return f'<ul class="grader" aria-label="Antal ändringar av varje grad">{items}</ul><p class="fakta">{COMPUTED}</p>'


def grade_choice(changed: tuple[Card, ...], names: Mapping[str, str]) -> str:
    """Buttons for which grades to see, for whom and in which order; the script shows them and says what is seen."""
    kinds = [(grade, grade.capitalize(), number) for grade, number in grades_counted(changed).items() if number]
    grades = "".join(
        _button("visa-grad", value, f"{name} ({number})", pressed=not value)
        for value, name, number in [("", "Alla", len(changed)), *kinds]
    )
    orders = "".join(_button("ordning", value, name, pressed=value == "plats") for value, name in ORDERS)
    return (
        f'<div class="urval" hidden><div role="group" aria-label="Visa ändringar av graden">{grades}</div>'
        f'<div role="group" aria-label="Ordning">{orders}</div>{_party_choice(changed, names)}'
        '<p role="status"></p></div>'
    )


def _party_choice(changed: tuple[Card, ...], names: Mapping[str, str]) -> str:
    """Buttons for those whom a changed clause binds; nothing where that is one or none."""
    found = [(id_, name) for id_, name in names.items() if any(id_ in card.binds for card in changed)]
    if len(found) < 2:
        return ""
    buttons = "".join(_button("visa-part", html_text(id_), html_text(name), pressed=not id_)
                      for id_, name in [("", "Alla"), *found])  # fmt: skip
    return f'<div role="group" aria-label="Visa ändringar som binder">{buttons}</div>'


def _button(name: str, value: str, words: str, *, pressed: bool) -> str:
    return f'<button type="button" data-{name}="{value}" aria-pressed="{str(pressed).lower()}">{words}</button>'
