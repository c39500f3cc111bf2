"""The small site with supporting documents: one of each kind that the site has a place for."""

from dataclasses import replace
from types import MappingProxyType

from web_examples import DOCUMENT, LIBRARY, OTHER, cell, clause, linked, para

from builder.library import Party
from builder.model import (
    Block,
    Box,
    ClauseLink,
    Document,
    Drawing,
    Edition,
    Facts,
    Label,
    OutsideLink,
    Picture,
    Question,
    Row,
    Section,
    Table,
    Text,
)
from builder.records import Record, RecordColumn, TableSpec
from builder.web import Site

__all__ = ["BESIDE", "FALUN", "GENERAL", "MORA", "PLAN", "WITH_SUPPORTING"]

HEADS = ("Nr", "Aktivitet", "Nivå", "Ansvarig", "Funktion", "Börjar", "Slutar", "Klausul", "Klart när", "Märke")
QUESTION = Question("OF-90", "Vem håller ihop införandet?")
TALKS = Facts(questions=(QUESTION,))


def row(number: int) -> Row:
    first = cell(f"AKT-{number:02}")
    wording = cell("Utbilda dem som tar emot en begäran om vård, och dem som svarar på den")
    said = [
        cell(text)
        for text in ("taktisk", "Regionen, Kommunen", "Verksamhetsutvecklingsansvarig", "2027-09-01", "2027-11-30")
    ]
    where = cell(linked("Samordnad individuell plan", OutsideLink("hemmet/sip", "hemmet")))
    return Row((first, wording, *said, where, cell("Alla har gått"), cell("antagande")), key=f"akt-{number:02}")


def table(*rows: Row) -> Table:
    return Table((Row(tuple(map(cell, HEADS)), header=True), *rows), ("left",) * len(HEADS))


def section(name: str, kind: str, number: str, title: str, *blocks: Block, level: int = 1) -> Section:
    return Section(name, kind, level, (Text(title),), blocks, number)  # type: ignore[arg-type]


def drawn(said: str) -> Picture:
    return Picture(
        f"Tidslinje med {said}. Först utbildning.", Drawing(900, 90, (Box(0, 0, 90, 45, "bar"), Label(9, 80, said, 30)))
    )


def chapter(number: str, title: str) -> Section:
    return section(f"kapitel/{title.lower()}", "chapter", number, title)


SHARED = clause("gemensamt/uppfoljning", "3", "Uppföljning", para("Parterna följer upp avtalet."), level=1)
"""A clause in both agreements: its anchor is the same, its pages two."""

AGREEMENTS = (
    replace(DOCUMENT, sections=(*DOCUMENT.sections[:-1], SHARED, DOCUMENT.sections[-1])),
    replace(OTHER, sections=(*OTHER.sections, SHARED)),
)
PLAN = Document(
    "plan",
    Edition("Införandeplan", "införandeplan", "hemmet", date="2026-11-05", checksum="cd" * 32, supporting=True),
    (
        chapter("1", "Syfte"),
        clause(
            "underlag/plan/syfte",
            "1.1",
            "Varför",
            para("Se ", linked("uppföljningen", OutsideLink("gemensamt/uppfoljning", "rehab")), "."),
            para("Se ", linked("roller", ClauseLink("underlag/plan/roller")), "."),
            para("Sammanfattat", kind="heading", depth=1),
        ),
        clause("underlag/plan/roller", "1.2", "Roller", para("Tre nivåer."), facts=TALKS),
        chapter("2", "Aktiviteter"),
        section("tabell/aktiviteter", "table", "2.1", "Aktiviteter", table(*map(row, range(1, 21))), level=2),
        section("bild/linje", "picture", "2.3", "Över tid", drawn("en rad"), level=2),
        section("bild/annan", "picture", "2.4", "Över längre tid", drawn("två rader"), level=2),
        section("tabell/motivlogg", "table", "2.2", "Motiv", table(row(1)), level=2),
        section("bilaga/parametrar", "annex", "Bilaga 1", "Tider", table(row(1))),
    ),
)


def paper(party: str, name: str) -> Document:
    edition = Edition(f"Beslutsunderlag – {name}", "beslutsunderlag", "hemmet", supporting=True, party=party)
    link = linked("samordnad plan", OutsideLink("hemmet/sip", "hemmet"))
    blocks = (para("Förslag till ", name, ": följ ", link, "."),)
    return Document(
        f"beslut-{party}", edition, (clause("underlag/beslut/skal", "1", "Skäl", *blocks, facts=TALKS, level=1),)
    )


MORA, FALUN = paper("mora", "Mora kommun"), paper("falun", "Falu kommun")
GENERAL = Document(
    "ordlista",
    Edition("Öppna saker", "lista", "", date="2026-11-05", supporting=True),
    (
        clause(
            "underlag/ordlista/om",
            "1",
            "Om listan",
            para("Se ", linked("uppföljningen", OutsideLink("gemensamt/uppfoljning", "gemensamt")), "."),
            para("Se ", linked("planen", OutsideLink("underlag/plan/roller", "underlag")), "."),
            level=1,
        ),
    ),
)
BESIDE = (MORA, PLAN, FALUN, GENERAL)
COLUMN = RecordColumn("aktivitet", "Aktivitet")

WITH_SUPPORTING = Site(
    replace(
        LIBRARY,
        parties={
            **LIBRARY.parties,
            "mora": Party("mora", "Mora kommun", kind="kommun"),
            "falun": Party("falun", "Falu kommun", kind="kommun"),
        },
        tables={
            "aktiviteter": TableSpec("aktiviteter", "Aktiviteter", "aktiviteter", (COLUMN,)),
            "motivlogg": TableSpec("motivlogg", "Motiv", "klausuler", (COLUMN,)),
            "osedd": TableSpec("osedd", "Osedd", "aktiviteter", (COLUMN,)),
        },
        records={"aktiviteter": (Record("akt-01", MappingProxyType({})),)},
    ),
    (*AGREEMENTS, *BESIDE),
    headings={"Införa": ("införandeplan",), "Tomt": ("saknas",)},
)
