"""The parties' decisions: where each stands, whether all approved the same words, and which days that asks for."""

from builder.decisions.calendar import Day, days
from builder.decisions.naming import may_not_be_called
from builder.decisions.report import MEANING, decisions_document
from builder.decisions.standing import (
    STATES,
    Outcome,
    Standing,
    State,
    all_or_named,
    outcome,
    signing_parties,
    standings,
)

__all__ = [
    "MEANING", "STATES", "Day", "Outcome", "Standing", "State", "all_or_named", "days", "decisions_document",
    "may_not_be_called", "outcome", "signing_parties", "standings",
]  # fmt: skip
