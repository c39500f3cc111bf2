"""Tables of the registers in documents: what each column prints, which rows come, and what is wrong with them."""

import string
from textwrap import dedent

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_project import block_shown, inlines

from builder import lint
from builder.assemble import assemble
from builder.build.versions import edition
from builder.finding import Finding
from builder.library import Library
from builder.model import Document, Picture, Table, words
from builder.read import read
from builder.resolve import resolve
from builder.snapshot import Snapshot

TABLES = """
    risker:
      titel: Risker
      kolumner:
        id: {rubrik: Nr}
        risk: {krävs: ja}
        part: {slag: part}
        klausul: {slag: klausul}
        sannolikhet: {slag: heltal, värden: ["1", "2", "3"]}
        konsekvens: {slag: heltal, värden: ["1", "2", "3"]}
        värde: {slag: produkt, av: [sannolikhet, konsekvens]}
        lagstöd: {slag: lag}
        slut: {slag: datum}
        läge: {slag: val, värden: [öppen, stängd]}
    öppna-risker:
      titel: Öppna risker
      ur: risker
      där: {läge: [öppen]}
      kolumner: [risk, värde]
    krav:
      titel: Krav
      ur: klausuler
      där: {typ: [ansvar]}
      kolumner:
        klausul: {slag: klausul}
        krav: {rubrik: Krav}
        ansvarig: {rubrik: Ansvarig}
        nuläge: {rubrik: Nuläge, fyll-i: ja}
    frågor:
      titel: Öppna frågor
      ur: frågor
      kolumner: {fråga-id: {rubrik: Nr}, fråga: {}, alternativ: {}, klausul: {slag: klausul}}
    ämnen:
      titel: Ämnen
      kolumner:
        ämne: {krävs: ja}
        klausul: {slag: klausul, krävs: ja}
        lagstöd: {hämtas: lagstöd}
        frågor: {hämtas: frågor}
"""
RISKS = """
    brand:
      risk: Brand, se [Plan](../hemmet/plan.md), inom [30 minuter](parametrar.yml#svarstid).
      part: [kommunen, regionen]
      klausul: hemmet/plan
      sannolikhet: "2"
      konsekvens: "3"
      lagstöd: HSL 16 kap. 1 §
      slut: "2027-06-30"
      läge: öppen
    vatten: {risk: Vatten, läge: stängd, part: nassjo}
"""
REGISTERS = {
    "tabeller": TABLES,
    "risker": RISKS,
    "ämnen": "a: {ämne: Planen, klausul: [hemmet/plan, hemmet/svar]}",
    "lagar": 'HSL: {sfs: "2017:30", namn: hälso- och sjukvårdslagen, paragrafer: {"16 kap. 1 §": {}}}',
    "parametrar": "svarstid: {värde: 30 minuter, betydelse: Tid att ringa upp.}",
    "avtal": "hemmet: {titel: Överenskommelse om hemmet, kort: Hemmet}",
    "parter": """
        parterna: {namn: Parterna, slag: roll}
        kommunen: {namn: Kommunen, slag: roll, ingår-i: parterna}
        regionen: {namn: Regionen, slag: roll, ingår-i: parterna}
        nassjo: {namn: Nässjö kommun, slag: kommun, ingår-i: kommunen}
        norr: {namn: Region Norr, slag: region, ingår-i: regionen}
    """,
}
PLAN = """\
---
titel: Plan
typ: ansvar
ansvarig: [kommunen]
lagstöd: [HSL 16 kap. 1 §]
öppna-frågor: [{id: OF-2, fråga: Hur?, alternativ: [så, så här]}]
---
Planen är en plan.

Kommunen ska

1. skriva planen
2. svara, se [Svar](svar.md).

Det är bra.
"""
SVAR = "---\ntitel: Svar\nöppna-frågor: [{id: OF-1, fråga: När?}]\n---\nText.\n"
MAIN = "titel: Överenskommelse om hemmet\navtal: hemmet\ninnehåll:\n  - Ett: [hemmet/plan]\n  - Två: [hemmet/svar]\n"


def project(contents: str, main: str = MAIN, **registers: str) -> Snapshot:
    """A project whose document `bilaga` supports the agreement and holds the contents."""
    files = {f"clauses/register/{name}.yml": dedent(text) for name, text in {**REGISTERS, **registers}.items()}
    files |= {
        "clauses/hemmet/plan.md": PLAN,
        "clauses/hemmet/svar.md": SVAR,
        "clauses/underlag/syfte.md": "---\ntitel: Syfte\n---\nSe [Svar](../hemmet/svar.md).\n",
        "assemblies/hemmet.yml": main,
        "assemblies/bilaga.yml": f"titel: Underlag\nunderlag-till: hemmet\ninnehåll: {contents}\n",
    }
    return Snapshot({path: text.encode() for path, text in files.items()})


def made(snapshot: Snapshot, name: str = "bilaga") -> tuple[Document, tuple[Finding, ...]]:
    """A document with the findings made on the way to it."""
    library, findings = read(snapshot)
    draft, more = assemble(library, library.assemblies[name])
    said = edition(library, library.assemblies[name], library, library.revision)
    document, rest = resolve(draft, library, said)
    return document, (*findings, *more, *rest)


def table(snapshot: Snapshot, name: str = "bilaga") -> list[str]:
    """The document's only table, a line a row."""
    document, findings = made(snapshot, name)
    assert findings == ()
    (found,) = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    return [
        " | ".join(" / ".join(inlines(paragraph.content) for paragraph in cell.content) for cell in row.cells)
        for row in found.rows
    ]


def codes(snapshot: Snapshot) -> list[tuple[str, str, int]]:
    """What is wrong: code, file and line."""
    library, findings = read(snapshot)
    found = [*findings]
    for name in library.assemblies:
        found += made(snapshot, name)[1]
    found += lint.check(library, ())
    quiet = {"R708", "P403", "K203"}
    return sorted({(f.code, f.position.path.rpartition("/")[2], f.position.line) for f in found if f.code not in quiet})


# --- what a document shows -----------------------------------------------------------------------------


def test_each_column_prints_what_it_holds() -> None:
    assert table(project("[{tabell: risker}]")) == [
        "Nr | Risk | Part | Klausul | Sannolikhet | Konsekvens | Värde | Lagstöd | Slut | Läge",
        "BRAND | Brand, se [Plan](hemmet/plan hemmet@) (Hemmet, avsnitt 1.1), inom $30 minuter$. "
        "| Kommunen, Regionen | 1.1 [Plan](hemmet/plan hemmet@) | 2 | 3 | 6 "
        "| <HSL 16 kap. 1 §|HSL 16 kap. 1 §> | 2027-06-30 | öppen",
        "VATTEN | Vatten | Nässjö kommun |  |  |  |  |  |  | stängd",
    ]


def test_short_values_stand_beside_each_other() -> None:
    row = "en: {risk: X, lagstöd: [HSL 16 kap. 1 §, HSL 16 kap. 1 §], läge: [öppen, stängd]}"
    assert table(project("[{tabell: risker}]", risker=row))[1].endswith(
        "<HSL 16 kap. 1 §|HSL 16 kap. 1 §>; <HSL 16 kap. 1 §|HSL 16 kap. 1 §> |  | öppen; stängd"
    )


def test_a_view_shows_chosen_rows_and_columns() -> None:
    lines = table(project("[{tabell: öppna-risker}]"))
    assert [line.partition(", se")[0] for line in lines] == ["Risk | Värde", "Brand"]


def test_rows_made_of_clauses_hold_their_duties() -> None:
    assert table(project("[{tabell: krav}]")) == [
        "Klausul | Krav | Ansvarig | Nuläge",
        "1.1 [Plan](hemmet/plan hemmet@) | Kommunen ska / – skriva planen / "
        "– svara, se [Svar](hemmet/svar hemmet@). | Kommunen | ",
    ]


def test_open_questions_come_in_the_order_of_their_numbers() -> None:
    assert table(project("[{tabell: frågor}]")) == [
        "Nr | Fråga | Alternativ | Klausul",
        "OF-1 | När? |  | 2.1 [Svar](hemmet/svar hemmet@)",
        "OF-2 | Hur? | så / så här | 1.1 [Plan](hemmet/plan hemmet@)",
    ]


def test_a_row_reads_from_its_clauses() -> None:
    assert table(project("[{tabell: ämnen}]"))[1] == (
        "Planen | 1.1 [Plan](hemmet/plan hemmet@) / 2.1 [Svar](hemmet/svar hemmet@) "
        "| <HSL 16 kap. 1 §|HSL 16 kap. 1 §> | OF-2 / OF-1"
    )


def test_a_table_has_a_heading_and_a_number_at_its_place() -> None:
    document, _ = made(project("[underlag/syfte, Risker: [{tabell: risker}]]"))
    shown = [(section.number, section.kind, words(section.title), section.id) for section in document.sections]
    assert shown == [
        ("1", "clause", "Syfte", "underlag/syfte"),
        ("2", "chapter", "Risker", "kapitel/risker"),
        ("2.1", "table", "Risker", "tabell/risker"),
    ]


def test_a_table_may_be_an_annex_of_the_agreement_itself() -> None:
    lines = table(project("[underlag/syfte]", MAIN + "bilagor: [risker]\n"), "hemmet")
    assert "#1.1 [Plan](hemmet/plan)" in lines[1]


def test_a_supporting_document_refers_to_its_agreement_without_a_version() -> None:
    document, findings = made(project("[underlag/syfte]"))
    assert findings == ()
    assert block_shown(document.sections[0].blocks[0]) == "Se [Svar](hemmet/svar hemmet@) (Hemmet, avsnitt 2.1)."


# --- pictures ------------------------------------------------------------------------------------------

PICTURES = """
    matris: {titel: Riskmatris, slag: matris, ur: risker, vågrätt: sannolikhet, lodrätt: konsekvens}
    tidslinje: {titel: Tidslinje, slag: tidslinje, ur: risker, text: risk, från: slut, till: slut}
"""


@pytest.mark.parametrize(("name", "said"), [("matris", "BRAND"), ("tidslinje", "Brand")])
def test_a_picture_is_drawn_of_a_tables_rows(name: str, said: str) -> None:
    document, findings = made(project(f"[{{bild: {name}}}]", bilder=PICTURES))
    assert findings == ()
    (section,) = document.sections
    assert (section.kind, section.id) == ("picture", f"bild/{name}")
    (picture,) = section.blocks
    assert isinstance(picture, Picture)
    assert said in picture.alt


@pytest.mark.parametrize(
    ("picture", "line"),
    [
        ("matris: {titel: M, slag: matris, ur: risker, vågrätt: sannolikhet, lodrätt: risk}", 1),
        ("matris: {titel: M, slag: matris, ur: risker, vågrätt: sannolikhet}", 1),
        ("linje: {titel: M, slag: tidslinje, ur: risker, text: risk, från: risk, till: slut}", 1),
    ],
)
def test_a_picture_without_its_columns_is_told_of(picture: str, line: int) -> None:
    assert codes(project("[{tabell: risker}]", bilder=picture)) == [("R711", "bilder.yml", line)]


# --- one document for each party -----------------------------------------------------------------------


@pytest.mark.parametrize(("party", "rows"), [("nassjo", ["BRAND", "VATTEN"]), ("norr", ["BRAND"])])
def test_a_document_for_a_party_shows_its_rows(party: str, rows: list[str]) -> None:
    snapshot = project("[{tabell: risker}]\nför-varje: part")
    assert [line.partition(" |")[0] for line in table(snapshot, f"bilaga-{party}")[1:]] == rows


def test_there_is_one_document_for_each_party_but_none_for_roles() -> None:
    library = read(project("[{tabell: risker}]\nför-varje: part"))[0]
    titles = {name: item.title for name, item in library.assemblies.items() if item.party}
    assert titles == {"bilaga-nassjo": "Underlag – Nässjö kommun", "bilaga-norr": "Underlag – Region Norr"}


def test_a_column_of_an_agreement_shows_the_clauses_that_are_in_its_text() -> None:
    tables = (
        TABLES
        + """
    per:
      titel: Per avtal
      ur: risker
      kolumner: {risk: {}, hemmet: {avtal: hemmet}, rehab: {avtal: rehab}}
"""
    )
    agreements = "hemmet: {titel: Hemmet}\nrehab: {titel: Rehab}"
    files = {"tabeller": tables, "avtal": agreements, "risker": "en: {risk: X, klausul: hemmet/plan}"}
    assert table(project("[{tabell: per}]", **files)) == [
        "Risk | Hemmet | Rehab",
        "X | 1.1 [Plan](hemmet/plan hemmet@) | ",
    ]


# --- what is wrong -------------------------------------------------------------------------------------

RISK = "en: {{risk: X, part: kommunen, klausul: hemmet/plan{more}}}"
AGREES = """
    matris:
      titel: Matris
      kolumner: {utför: {slag: part, stämmer-med: ansvarig}, klausul: {slag: klausul}}
"""


@pytest.mark.parametrize(
    ("registers", "expected"),
    [
        ({"risker": "en: {part: kommunen}"}, [("H106", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, klausul: hemmet/plann}"}, [("K201", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, part: kommunn}"}, [("R701", "risker.yml", 1)]),
        ({"risker": 'en: {risk: X, sannolikhet: "4"}'}, [("H107", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, slut: i maj}"}, [("R705", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, läge: oklar}"}, [("H107", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, värde: 6}"}, [("H103", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, rsk: Y}"}, [("H103", "risker.yml", 1)]),
        ({"risker": 'en: {risk: "Se [a](../hemmet/borta.md)"}'}, [("K204", "risker.yml", 1)]),
        ({"risker": "en: {risk: X, lagstöd: 99 kap. 1 § HSL}"}, [("L604", "risker.yml", 1)]),
        ({"risker": "en: bara text"}, [("H104", "risker.yml", 1)]),
        ({"riskr": "en: {risk: X}"}, [("R706", "riskr.yml", 1)]),
        ({"tabeller": TABLES.replace("ur: risker", "ur: riskr")}, [("R707", "tabeller.yml", 15)]),
        ({"tabeller": TABLES.replace("av: [sann", "av: [san")}, [("R710", "tabeller.yml", 11)]),
        ({"tabeller": TABLES.replace("av: [sann", "lika-för: san, av: [sann")}, [("R710", "tabeller.yml", 11)]),
        ({"tabeller": TABLES.replace("hämtas: lagstöd", "avtal: inget")}, [("R710", "tabeller.yml", 38)]),
        ({"tabeller": TABLES.replace("slag: part", "slag: parter")}, [("H107", "tabeller.yml", 7)]),
        ({"tabeller": TABLES + AGREES, "matris": "en: {utför: regionen, klausul: hemmet/plan}"},
         [("R709", "matris.yml", 1)]),
        ({"tabeller": TABLES + AGREES, "matris": "en: {utför: nassjo, klausul: hemmet/plan}"}, []),
        ({"tabeller": TABLES + AGREES, "matris": "en: {utför: parterna, klausul: hemmet/plan}"}, []),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_row(registers: dict[str, str], expected: list[tuple[str, str, int]]) -> None:
    assert codes(project("[{tabell: risker}]", **registers)) == expected


@pytest.mark.parametrize(
    ("contents", "expected"),
    [
        ("[{tabell: riskr}]", [("K214", "bilaga.yml", 3)]),
        ("[{bild: riskr}]", [("K214", "bilaga.yml", 3)]),
        ("[{tabell: risker}, {tabell: risker}]", [("K202", "bilaga.yml", 3)]),
        ("[underlag/syfte]\nbilagor: [riskr]", [("K211", "bilaga.yml", 4)]),
    ],
)
def test_a_document_that_names_no_table_is_told_so(contents: str, expected: list[tuple[str, str, int]]) -> None:
    assert codes(project(contents)) == expected


QUESTIONS = "lista: {titel: Frågor, rad-för-varje: öppen-fråga, kolumner: {vem: {}}}"


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ("of-1: {vem: A}\nof-2: {vem: B}", []),
        ("of-1: {vem: A}", [("R712", "plan.md", 6)]),
        ("of-1: {vem: A}\nof-2: {vem: B}\nof-3: {vem: C}", [("R712", "lista.yml", 3)]),
    ],
)
def test_every_question_has_its_row_and_every_row_its_question(rows: str, expected: list[tuple[str, str, int]]) -> None:
    tables = dedent(TABLES) + QUESTIONS
    assert codes(project("[{tabell: lista}]", tabeller=tables, lista=rows)) == expected


# --- laws ----------------------------------------------------------------------------------------------

CELLS = st.text(st.sampled_from(string.ascii_letters + " åäö§*_`[](){}<>#&|\\\"'.,:-0123456789\n"), max_size=60)


@given(CELLS)
def test_any_words_in_a_cell_are_shown_or_told_of(cell: str) -> None:
    quoted = '"' + cell.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
    snapshot = project("[{tabell: risker}]", risker=f"en: {{risk: {quoted}, part: kommunen}}")
    document, findings = made(snapshot)
    (found,) = [block for section in document.sections for block in section.blocks if isinstance(block, Table)]
    shown = "".join(c for c in block_shown(found) if c.isalnum())
    if not findings:
        wanted = "".join(c for c in cell if c.isalpha())
        assert all(letter in shown for letter in wanted)
    assert all(1 <= finding.position.line <= 1 + cell.count("\n") + 3 for finding in findings)


@given(st.lists(st.sampled_from(["kommunen", "regionen", "nassjo", "norr", "parterna"]), max_size=3))
def test_every_row_of_a_party_document_is_in_the_whole_table(parties: list[str]) -> None:
    rows = "".join(f"rad-{number}: {{risk: X, part: {party}}}\n" for number, party in enumerate(parties))
    whole = table(project("[{tabell: risker}]", risker=rows))[1:]
    for party in ("nassjo", "norr"):
        shown = table(project("[{tabell: risker}]\nför-varje: part", risker=rows), f"bilaga-{party}")[1:]
        assert [line for line in whole if line in shown] == shown


def test_the_library_keeps_each_row_with_its_place() -> None:
    library: Library = read(project("[{tabell: risker}]"))[0]
    (first, second) = library.records["risker"]
    assert (first.id, second.id) == ("brand", "vatten")
    assert first.position is not None
    assert (first.position.path, first.position.line) == ("clauses/register/risker.yml", 2)
