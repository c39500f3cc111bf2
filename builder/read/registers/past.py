"""What has been: recorded versions with what happened to them, and what was looked at."""

from builder.finding import Finding
from builder.library import ReviewMark, Sending, Version
from builder.read.header import Table
from builder.read.values import pairs, tables, text

__all__ = ["doubled_versions", "review_mark", "versions"]


def versions(register: Table) -> tuple[Version, ...]:
    """versioner.yml: the rows of each agreement, in the order of the file."""
    return tuple(_version(agreement, row) for agreement in register.entries for row in tables(register, agreement))


def _version(agreement: str, row: Table) -> Version:
    told = tables(row, "händelser")
    events = tuple((text(event, "datum"), text(event, "händelse")) for event in told)
    sendings = tuple(_sending(event) for event in told if "mottagare" in event.entries)
    keys = ("version", "commit", "datum", "status", "byggare", "fingeravtryck", "diarienummer")
    label, commit, day, status, builder, fingerprint, diary = (text(row, key) for key in keys)
    place = row.entries["version"].value.position if "version" in row.entries else row.position
    return Version(
        agreement, label, commit, day, status, builder, fingerprint, diary, events, sendings, place, _count(row)
    )


def _count(row: Table) -> int | None:
    said = text(row, "ändrade-klausuler")
    return int(said) if said.isdecimal() else None


def _sending(event: Table) -> Sending:
    sent, files, wordings = (pairs(event, key) for key in ("mottagare", "filer", "lydelser"))
    return Sending(text(event, "datum"), sent, files, wordings)


def review_mark(table: Table) -> ReviewMark:
    """A file in granskat/"""
    clause, target, fingerprint, day = (text(table, key) for key in ("klausul", "mot", "fingeravtryck", "datum"))
    return ReviewMark(clause, target, fingerprint, day, table.position)


def doubled_versions(found: tuple[Version, ...]) -> list[Finding]:
    """Labels that stand twice for one agreement."""
    seen: set[tuple[str, str]] = set()
    findings: list[Finding] = []
    for version in found:
        key = (version.agreement, version.label)
        if key in seen and version.position is not None:
            words = {"version": version.label, "agreement": version.agreement}
            findings.append(Finding("R703", version.position, words))
        seen.add(key)
    return findings
