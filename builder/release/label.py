"""What a version may be called: its label becomes file names, addresses and tags."""

import re

__all__ = ["bad_label"]

LABEL = re.compile(r"[a-z0-9]+(?:[.-][a-z0-9]+)*")
LONGEST = 40
RESERVED = frozenset({"arbetskopia", "mellanversion", "head", "main", "master"})
"""What the program or git calls other texts."""


def bad_label(label: str) -> str:
    """Why a label cannot be used, with the remedy; empty when it can."""
    if not LABEL.fullmatch(label) or len(label) > LONGEST:
        return (
            f"”{label}” kan inte vara en version. Använd små bokstäver a–z, siffror, bindestreck och punkt, "
            f"högst {LONGEST} tecken, till exempel remiss-1 eller 2027-1."
        )
    if label in RESERVED:
        return f"”{label}” betyder redan något annat. Välj en annan beteckning, till exempel remiss-1."
    return ""
