"""The registers: tables in clauses/register/ become values. All are optional, and so is nearly all they hold."""

import re
from collections.abc import Mapping
from datetime import date
from types import MappingProxyType

from builder.finding import Finding
from builder.library import (
    Agreement,
    Amendment,
    Decision,
    Demand,
    Gate,
    Law,
    Parameter,
    Party,
    Project,
    ReviewMark,
    Sending,
    Step,
    Term,
    Version,
)
from builder.model import Control, Position
from builder.read.header import List, Node, Scalar, Table

__all__ = [
    "agreements", "date_findings", "date_findings_in", "day_findings", "decisions", "doubled_versions", "gates",
    "laws",
    "parameters", "parties", "places", "project", "review_mark", "steps", "tables", "terms", "text", "texts",
    "versions",
]  # fmt: skip

DAYS = re.compile(r"[-–−]?\d{1,4}")
DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


# --- values out of nodes -----------------------------------------------------------------------------


def text(table: Table, key: str, default: str = "") -> str:
    """A key's text; the default where it is missing or something else."""
    entry = table.entries.get(key)
    value = entry.value if entry is not None else None
    return value.text.strip() if isinstance(value, Scalar) else default


def texts(table: Table, key: str) -> tuple[str, ...]:
    """A key's list of texts; a single text is a list of one."""
    entry = table.entries.get(key)
    match entry.value if entry is not None else None:
        case List(items=items):
            return tuple(item.text.strip() for item in items if isinstance(item, Scalar))
        case Scalar(text=single) if single.strip():
            return (single.strip(),)
        case _:
            return ()


def tables(table: Table, key: str) -> tuple[Table, ...]:
    """The rows under a key."""
    entry = table.entries.get(key)
    value = entry.value if entry is not None else None
    return tuple(item for item in value.items if isinstance(item, Table)) if isinstance(value, List) else ()


def places(table: Table) -> Mapping[str, Position]:
    """Where each key's value stands; "key.0" is the first item of a list."""
    found: dict[str, Position] = {}
    for name, entry in table.entries.items():
        value = entry.value
        found[name] = value.position
        if isinstance(value, List):
            for number, item in enumerate(value.items):
                found[f"{name}.{number}"] = item.position
    return MappingProxyType(found)


def _rows(table: Table) -> list[tuple[str, Position, Table]]:
    """A register's rows with their id and its place."""
    return [(id_, e.position, e.value) for id_, e in table.entries.items() if isinstance(e.value, Table)]


# --- one function a register -------------------------------------------------------------------------


def parties(register: Table) -> Mapping[str, Party]:
    """parter.yml"""
    return {id_: _party(id_, place, row) for id_, place, row in _rows(register)}


def _party(id_: str, place: Position, row: Table) -> Party:
    name, short = text(row, "namn", id_), text(row, "kort")
    kind, part_of = text(row, "slag"), text(row, "ingår-i")
    return Party(id_, name, short, text(row, "kod"), kind, text(row, "beskrivning"), part_of, place)


def parameters(register: Table) -> Mapping[str, Parameter]:
    """parametrar.yml"""
    return {id_: _parameter(id_, place, row) for id_, place, row in _rows(register)}


def _parameter(id_: str, place: Position, row: Table) -> Parameter:
    value, meaning, source = text(row, "värde"), text(row, "betydelse"), text(row, "källa")
    return Parameter(id_, value, meaning, source, text(row, "låst-av"), text(row, "fråga"), place)


def terms(register: Table) -> Mapping[str, Term]:
    """termer.yml"""
    return {id_: _term(id_, place, row) for id_, place, row in _rows(register)}


def _term(id_: str, place: Position, row: Table) -> Term:
    return Term(
        id_,
        text(row, "term", id_),
        text(row, "definition"),
        texts(row, "former"),
        text(row, "förkortning"),
        text(row, "källa"),
        text(row, "status"),
        texts(row, "undvik"),
        texts(row, "synonymer"),
        place,
    )


def agreements(register: Table) -> Mapping[str, Agreement]:
    """avtal.yml"""
    return {id_: _agreement(id_, place, row) for id_, place, row in _rows(register)}


def _agreement(id_: str, place: Position, row: Table) -> Agreement:
    is_common = text(row, "i-alla") == "ja"
    last = text(row, "beslut-senast")
    return Agreement(id_, text(row, "titel", id_), text(row, "kort"), place, _control(row), last, is_common)


def _control(row: Table) -> Control:
    """What the agreement's documents say of themselves on the first page."""
    return Control(
        valid_from=text(row, "gäller-från"),
        valid_to=text(row, "gäller-till"),
        working_group=text(row, "arbetsgrupp"),
        user_organisations=text(row, "brukarorganisationer"),
        revised_by=text(row, "revideras-av"),
        adopted=text(row, "antagen"),
        approved_by=text(row, "godkänd-av"),
    )


def laws(register: Table) -> Mapping[str, Law]:
    """lagar.yml"""
    return {id_: _law(id_, place, row) for id_, place, row in _rows(register)}


def _law(id_: str, place: Position, row: Table) -> Law:
    return Law(
        id_,
        text(row, "sfs"),
        text(row, "namn", id_),
        text(row, "titel"),
        text(row, "adress"),
        text(row, "upphävd"),
        text(row, "ersatt-av"),
        text(row, "säkerhet"),
        MappingProxyType(_sections(row)),
        tuple(_amendment(amendment) for amendment in tables(row, "ändringar")),
        place,
    )


def _sections(row: Table) -> dict[str, str]:
    entry = row.entries.get("paragrafer")
    known = entry.value if entry is not None else None
    return {id_: text(section, "säger") for id_, _, section in _rows(known)} if isinstance(known, Table) else {}


def _amendment(row: Table) -> Amendment:
    return Amendment(text(row, "sfs"), text(row, "gäller-från"), texts(row, "paragrafer"))


def project(register: Table) -> Project:
    """projekt.yml"""
    default = Project()
    return Project(
        text(register, "namn"),
        text(register, "adress"),
        text(register, "synpunkter"),
        text(register, "språk") or default.language,
        text(register, "skrivgrupp") or default.author,
        text(register, "avsändare"),
    )


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
    return Sending(text(event, "datum"), _pairs(event, "mottagare"), _pairs(event, "filer"))


def _pairs(table: Table, key: str) -> Mapping[str, str]:
    entry = table.entries.get(key)
    value = entry.value if entry is not None else None
    return MappingProxyType({name: text(value, name) for name in value.entries} if isinstance(value, Table) else {})


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
    rows = [(id_, row, _days(text(row, "dagar"))) for id_, _, row in _rows(register)]
    return tuple(
        Step(id_, text(row, "steg", id_), days, text(row, "organ"), text(row, "lag")) for id_, row, days in rows
        if days is not None
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
        )
        for id_, _, row in _rows(register)
    )


def _demand(row: Table) -> Demand:
    return Demand(text(row, "krav"), text(row, "prövas"), text(row, "klart") == "ja", text(row, "ägare"))


def _days(written: str) -> int | None:
    return int(re.sub("[–−]", "-", written)) if DAYS.fullmatch(written) else None


def day_findings(register: Table) -> list[Finding]:
    """Steps whose days are no number."""
    values = [row.entries["dagar"].value for _, _, row in _rows(register) if "dagar" in row.entries]
    wrong = (value for value in values if isinstance(value, Scalar) and _days(value.text.strip()) is None)
    return [Finding("D108", value.position, {"value": value.text}) for value in wrong]


def review_mark(table: Table) -> ReviewMark:
    """A file in granskat/"""
    clause, target, fingerprint, day = (text(table, key) for key in ("klausul", "mot", "fingeravtryck", "datum"))
    return ReviewMark(clause, target, fingerprint, day, table.position)


# --- dates and doubled labels ------------------------------------------------------------------------

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
