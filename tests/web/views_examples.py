"""A site with a view of each kind, a party's table and nothing invented."""

from dataclasses import replace
from types import MappingProxyType

from builder.library import Library, Party
from builder.model import Cell, Row, Section, Table, Text
from builder.records import Record, RecordColumn, TableSpec, Value, ViewSpec
from builder.web import Site
from tests.web.web_examples import DOCUMENT, LIBRARY, OTHER, cell, clause, para

__all__ = ["HOSTILE", "STEPS", "VIEWED", "viewed", "with_rows"]

HOSTILE = (
    '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>{{ 7*7 }} [x](javascript:alert(1)) \u202egnuk'
)

STEPS = Table(
    (
        Row((cell("Steg"), cell("Vem"), cell("Gör"), cell("När")), header=True),
        Row((cell("1"), cell("Kommunens sköterska"), cell("Ringer läkaren"), cell("Genast"))),
        Row((cell("2"), cell("Läkaren"), cell("Ringer upp"), cell("Inom 30 minuter"))),
        Row((cell("3"), cell("Kommunens sköterska"), cell("Skriver upp"), cell(""))),
    ),
    ("left",) * 4,
)
NIGHT = clause(
    "hemmet/natt",
    "2.2",
    "När det blir sämre",
    para("Kommunen · Stöd: lag", kind="facts"),
    STEPS,
    para("Kommunens sköterska ska ha uppgifterna framme."),
    para("Öppen fråga?", kind="question"),
    facts=replace(DOCUMENT.sections[0].facts, responsible=("kommunen",)),
)


def _rows(*rows: tuple[str, dict[str, tuple[str, ...]]]) -> tuple[Record, ...]:
    return tuple(
        Record(id_, MappingProxyType({name: tuple(map(Value, said)) for name, said in fields.items()}))
        for id_, fields in rows
    )


MATRIX = TableSpec(
    "matris",
    "Vem som gör vad",
    "matris",
    (
        RecordColumn("id", "Rad"),
        RecordColumn("insats", "Insats"),
        RecordColumn("boende", "Boende", "val"),
        RecordColumn("utför", "Utför", "part"),
        RecordColumn("klausul", "Klausul", "klausul"),
    ),
)
PRINTED = Table(
    (
        Row((cell("Rad"), cell("Insats"), cell("Boende"), cell("Utför"), cell("Klausul")), header=True),
        Row((cell("M-1"), cell("Bedömning"), cell("alla"), cell("Kommunen"), cell("2.2")), key="m-1"),
        Row((cell("M-2"), cell("Läkarbesök"), cell("eget; särskilt"), cell("Primärvården"), cell("2.2")), key="m-2"),
        Row((cell("M-3"), cell("Utrustning"), cell("eget"), cell("Regionen"), cell("2.2")), key="m-3"),
    ),
    ("left",) * 5,
)
CALLED = ("skot",)
ROWS = {
    "matris": _rows(
        ("m-1", {"insats": ("Bedömning",), "boende": ("alla",), "utför": ("kommunen",)}),
        ("m-2", {"insats": ("Läkarbesök",), "boende": ("eget", "särskilt"), "utför": ("primarvarden",)}),
        ("m-3", {"insats": ("Utrustning",), "boende": ("eget",), "utför": ("regionen",)}),
    ),
    "fragor": _rows(
        ("samre", {"fråga": ("Patienten blir sämre?",), "grupp": ("Natt",), "klausul": (NIGHT.id,), "yrken": CALLED}),
        ("borta", {"fråga": ("Vad gäller då?",), "klausul": ("hemmet/finns-inte",)}),
    ),
    "yrken": _rows(("skot", {"namn": ("Sköterska",), "ord": ("kommunens sköterska",)})),
    "kontakter": _rows(
        ("k", {"part": ("berg",), "funktion": ("Sköterska i tjänst",), "telefon": ("010-123 45 67",)}),
    ),
    "uppgifter": _rows(("u", {"part": ("berg",), "uppgift": ("Invånare",), "källa": ("antagande",)})),
}  # fmt: skip
SPECS = {
    "matris": MATRIX,
    "uppgifter": TableSpec("uppgifter", "Uppgifter", "uppgifter", (RecordColumn("uppgift", "Uppgift"),)),
}
VIEWS = {
    "vem": ViewSpec("vem", "Vem gör vad?", "matris", "matris", "Välj rad."),
    "nar": ViewSpec("nar", "Vad gör jag när …?", "frågor", "fragor"),
    "yrke": ViewSpec("yrke", "För ditt yrke", "yrken", "yrken"),
    "part": ViewSpec("part", "Vad gäller för oss?", "parter", "matris", facts="uppgifter"),
    "tel": ViewSpec("tel", "Kontakter", "kontakter", "kontakter"),
}
PARTIES = {
    "berg": Party("berg", "Bergs kommun", "Berg", kind="kommun", part_of="kommunen"),
    "lan": Party("lan", "Region Län", "Länet", kind="region", part_of="regionen"),
    "regionen": Party("regionen", "Regionen", kind="roll"),
    "primarvarden": Party("primarvarden", "Primärvården", kind="roll", part_of="regionen"),
    "kommunen": Party("kommunen", "Kommunen", kind="roll"),
}


def viewed(library: Library) -> Site:
    """The site of web_examples with the clause, the printed table and a library's views."""
    annex = Section("bilaga/matris", "annex", 1, (Text("Matris"),), (PRINTED,), "Bilaga 2")
    sections = (*DOCUMENT.sections[:-1], NIGHT, annex)
    return Site(library, (replace(DOCUMENT, sections=sections), OTHER))


def with_rows(**rows: tuple[Record, ...]) -> Site:
    """The site with other rows in some registers."""
    return viewed(replace(VIEWED_LIBRARY, records={**ROWS, **rows}))


VIEWED_LIBRARY = replace(LIBRARY, views=VIEWS, tables=SPECS, records=ROWS, parties=PARTIES)
VIEWED = viewed(VIEWED_LIBRARY)
assert isinstance(PRINTED.rows[0].cells[0], Cell)
