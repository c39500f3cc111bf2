"""Values that should be dates and are not."""

import re
from collections.abc import Mapping
from datetime import date

from builder.finding import Finding
from builder.read.header import List, Node, Scalar, Table

__all__ = ["date_findings", "date_findings_in"]

DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
DATES: Mapping[str, frozenset[str]] = {
    "lagar": frozenset({"gäller-från", "upphävd"}),
    "versioner": frozenset({"datum"}),
    "beslut": frozenset({"datum", "anslaget", "laga-kraft"}),
    "avtal": frozenset({"beslut-senast"}),
}


def date_findings(kind: str, register: Table) -> list[Finding]:
    """Values that should be dates and are not."""
    return date_findings_in(register, DATES.get(kind, frozenset()))


def date_findings_in(register: Table, keys: frozenset[str]) -> list[Finding]:
    """Values of these keys that should be dates and are not."""
    return _wrong_dates(register, keys) if keys else []


def _wrong_dates(node: Node, keys: frozenset[str]) -> list[Finding]:
    match node:
        case Scalar():
            return []
        case List(items=items):
            return [finding for item in items for finding in _wrong_dates(item, keys)]
        case Table(entries=entries):
            found = [finding for entry in entries.values() for finding in _wrong_dates(entry.value, keys)]
            return found + [f for key in sorted(keys & entries.keys()) for f in _wrong_date(entries[key].value)]


def _wrong_date(value: Node) -> list[Finding]:
    if not isinstance(value, Scalar) or not value.text or _is_date(value.text):
        return []
    return [Finding("R705", value.position, {"value": value.text})]


def _is_date(value: str) -> bool:
    try:
        return bool(DATE.fullmatch(value)) and date.fromisoformat(value) is not None
    except ValueError:
        return False
