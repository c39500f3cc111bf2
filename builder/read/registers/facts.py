"""The registers of facts: parties, parameters, terms, agreements, laws and the project itself."""

from collections.abc import Mapping
from types import MappingProxyType

from builder.library import Agreement, Amendment, Law, Parameter, Party, Project, Term
from builder.model import Control, Position
from builder.read.header import Table
from builder.read.values import rows, tables, text, texts

__all__ = ["agreements", "laws", "parameters", "parties", "project", "terms"]


def parties(register: Table) -> Mapping[str, Party]:
    """parter.yml"""
    return {id_: _party(id_, place, row) for id_, place, row in rows(register)}


def _party(id_: str, place: Position, row: Table) -> Party:
    name, short = text(row, "namn", id_), text(row, "kort")
    kind, part_of = text(row, "slag"), text(row, "ingår-i")
    return Party(id_, name, short, text(row, "kod"), kind, text(row, "beskrivning"), part_of, place)


def parameters(register: Table) -> Mapping[str, Parameter]:
    """parametrar.yml"""
    return {id_: _parameter(id_, place, row) for id_, place, row in rows(register)}


def _parameter(id_: str, place: Position, row: Table) -> Parameter:
    value, meaning, source = text(row, "värde"), text(row, "betydelse"), text(row, "källa")
    return Parameter(id_, value, meaning, source, text(row, "låst-av"), text(row, "fråga"), place)


def terms(register: Table) -> Mapping[str, Term]:
    """termer.yml"""
    return {id_: _term(id_, place, row) for id_, place, row in rows(register)}


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
    return {id_: _agreement(id_, place, row) for id_, place, row in rows(register)}


def _agreement(id_: str, place: Position, row: Table) -> Agreement:
    is_common = text(row, "i-alla") == "ja"
    last = text(row, "beslut-senast")
    told = text(row, "gäller-från-värde")
    return Agreement(id_, text(row, "titel", id_), text(row, "kort"), place, _control(row), last, is_common, told)


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
    return {id_: _law(id_, place, row) for id_, place, row in rows(register)}


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
    return {id_: text(section, "säger") for id_, _, section in rows(known)} if isinstance(known, Table) else {}


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
