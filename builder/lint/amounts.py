"""Rules for amounts: those that the register of parameters should hold, and days of different kinds."""

import re
from collections.abc import Iterator

from builder.finding import Finding
from builder.language.amounts import Amount
from builder.lint.analysis import Analysis, Sheet

__all__ = ["mixed_days", "typed_amounts"]

_REST_OF_LINK = re.compile(r"[^\[\]\r\n]{0,80}\]\((?P<address>[^()\s]*)")
_DAYS = frozenset({"dag", "dygn", "vardag", "arbetsdag", "kalenderdag"})
_WORKING_DAY = re.compile(r"\b(?:(vardag)|(arbetsdag))(?:en|ar|arna)?s?\b", re.IGNORECASE)


def typed_amounts(analysis: Analysis) -> Iterator[Finding]:
    """S907: an amount in the text and not in the register. Silent in a project without parameters."""
    if not analysis.library.parameters:
        return
    known = {value.value.casefold(): value.id for value in reversed([*analysis.library.parameters.values()])}
    for id, page in analysis.pages.items():
        sheet = analysis.sheets[id]
        for amount in page.amounts:
            if page.binds(amount.start) and not _address(sheet, amount):
                text = " ".join(page.text[amount.start : amount.end].split())
                words = {"text": text, "suggestion": _advice(sheet, text, known.get(text.casefold()))}
                yield Finding("S907", sheet.place(amount.start), words)


def mixed_days(analysis: Analysis) -> Iterator[Finding]:
    """S914: days counted in different ways in one clause, for what may be one thing."""
    for id, page in analysis.pages.items():
        sheet = analysis.sheets[id]
        yield from _two_kinds(sheet, page.text, page.amounts)
        if "arbetsdag" in page.folded:
            yield from _two_names(sheet, page.text)


def _two_names(sheet: Sheet, text: str) -> Iterator[Finding]:
    """ "Vardag" and "arbetsdag" in one clause."""
    first: re.Match[str] | None = None
    for match in _WORKING_DAY.finditer(text, sheet.body):
        first = first or match
        if first.lastindex != match.lastindex:
            yield Finding("S914", sheet.place(match.start()), {"text": match[0], "other": first[0]})
            return


def _two_kinds(sheet: Sheet, text: str, found: tuple[Amount, ...]) -> Iterator[Finding]:
    """The same number of days of two kinds, where not both are parameters."""
    first: dict[str, Amount] = {}
    for amount in sorted(found):
        if amount.unit not in _DAYS or amount.number == "1":
            continue
        other = first.setdefault(amount.number, amount)
        if other.unit != amount.unit and not (_address(sheet, other) and _address(sheet, amount)):
            words = {"text": _written(text, amount), "other": _written(text, other)}
            yield Finding("S914", sheet.place(amount.start), words)


def _written(text: str, amount: Amount) -> str:
    return " ".join(text[amount.start : amount.end].split())


def _address(sheet: Sheet, amount: Amount) -> str:
    """Where the link leads whose text the amount is; empty when it is in none."""
    link = _REST_OF_LINK.match(sheet.text, amount.end)
    return link["address"] if link else ""


def _advice(sheet: Sheet, text: str, known: str | None) -> str:
    up = "../" * (sheet.clause.path.count("/") - 1)
    link = f"[{text}]({up}register/parametrar.yml#{known or 'id'})"
    if known:
        return f"Registret har redan ”{known}”: skriv {link} om det är samma sak."
    return f"Lägg en rad i parametrar.yml och skriv {link}."
