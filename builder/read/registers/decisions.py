"""The registers of the way to a decision: decisions, the steps before them, and the gates."""

import re

from builder.finding import Finding
from builder.library import Decision, Demand, Gate, Step
from builder.read.header import Scalar, Table
from builder.read.values import rows, tables, text

__all__ = ["day_findings", "decisions", "gates", "steps"]

DAYS = re.compile(r"[-–−]?\d{1,4}")


def decisions(register: Table) -> tuple[Decision, ...]:
    """beslut.yml: the rows of each agreement."""
    return tuple(_decision(agreement, row) for agreement in register.entries for row in tables(register, agreement))


def _decision(agreement: str, row: Table) -> Decision:
    return Decision(
        agreement,
        text(row, "part"),
        text(row, "version"),
        text(row, "kontrollsumma"),
        text(row, "organ"),
        text(row, "datum"),
        text(row, "utfall"),
        text(row, "paragraf"),
        text(row, "diarienummer"),
        text(row, "reservation"),
        text(row, "protokoll"),
        text(row, "protokoll-sha256"),
        text(row, "anslaget"),
        text(row, "laga-kraft"),
        tuple((text(meeting, "organ"), text(meeting, "datum")) for meeting in tables(row, "möten")),
        row.entries["part"].value.position if "part" in row.entries else row.position,
    )


def steps(register: Table) -> tuple[Step, ...]:
    """beslutsgang.yml: a row without a whole number of days is left out; it is a finding."""
    found = [(id_, row, _days(text(row, "dagar"))) for id_, _, row in rows(register)]
    return tuple(
        Step(id_, text(row, "steg", id_), days, text(row, "organ"), text(row, "lag"), text(row, "klart-när"))
        for id_, row, days in found if days is not None
    )  # fmt: skip


def gates(register: Table) -> tuple[Gate, ...]:
    """grindar.yml, in the order of the file"""
    return tuple(
        Gate(
            id_,
            text(row, "grind", id_),
            text(row, "ägare"),
            tuple(map(_demand, tables(row, "krav"))),
            text(row, "frågor-ur"),
            text(row, "för-status"),
            text(row, "hindrar") == "ja",
        )
        for id_, _, row in rows(register)
    )


def _demand(row: Table) -> Demand:
    return Demand(text(row, "krav"), text(row, "prövas"), text(row, "klart") == "ja", text(row, "ägare"))


def _days(written: str) -> int | None:
    return int(re.sub("[–−]", "-", written)) if DAYS.fullmatch(written) else None


def day_findings(register: Table) -> list[Finding]:
    """Steps whose days are no number."""
    values = [row.entries["dagar"].value for _, _, row in rows(register) if "dagar" in row.entries]
    wrong = (value for value in values if isinstance(value, Scalar) and _days(value.text.strip()) is None)
    return [Finding("D108", value.position, {"value": value.text}) for value in wrong]
