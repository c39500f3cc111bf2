"""Paragraphs that stand elsewhere are known again, and shown as moved."""

import json
from dataclasses import replace

import pytest

from builder.changes import changes, line
from builder.compare import compare
from builder.export import redline_json, redline_text
from builder.model import Block, Cell, Document, Edition, Note, Paragraph, Row, Section, Shape, Table, Text
from builder.redline import Redline, accept, moved_parts, reject

SVAR = "Läkaren ska svara inom en timme."
PLAN = "En plan upprättas tillsammans med den enskilde."
VARD = "Vården ges i hemmet alla dagar om året."
KORT = "Enligt ovan."


def clause(name: str, *texts: str | Block) -> Section:
    blocks = tuple(Paragraph((Text(text),)) if isinstance(text, str) else text for text in texts)
    return Section(f"h/{name}", "clause", 1, (Text(f"Om {name}"),), blocks)


def document(*sections: Section) -> Document:
    return Document("h", Edition("T", version="utkast-2", date="2027-01-15"), sections)


def marked(old: list[Section], new: list[Section]) -> Redline:
    redline = compare(document(*old), document(*new))
    assert accept(redline) == tuple(new)
    assert reject(redline) == tuple(old)
    return redline


def moves(redline: Redline) -> list[tuple[str, str]]:
    """Each section's halves of moves, as the name of the clause and where to or from."""
    return [(s.id[2:], move.kind[5:]) for s in redline.sections for move in moved_parts(s)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([clause("a", SVAR, PLAN)], [clause("a", PLAN, SVAR)], [("a", "from"), ("a", "to")]),
        ([clause("a", KORT, PLAN)], [clause("a", PLAN, KORT)], [("a", "from"), ("a", "to")]),
        ([clause("a", "Ja.", PLAN)], [clause("a", PLAN, "Ja.")], []),
        (
            [clause("a", SVAR, PLAN), clause("b", VARD)],
            [clause("a", PLAN), clause("b", VARD, SVAR)],
            [("a", "from"), ("b", "to")],
        ),
        ([clause("a", KORT, PLAN), clause("b", VARD)], [clause("a", PLAN), clause("b", VARD, KORT)], []),
        ([clause("a", SVAR, PLAN)], [clause("a", PLAN, "Läkaren ska svara inom två timmar.")], []),
        ([clause("a", SVAR, PLAN)], [clause("a", PLAN, SVAR.replace(" ", "\u00a0"))], [("a", "from"), ("a", "to")]),
        (
            [clause("a", Paragraph((Text(SVAR),), Shape("facts"))), clause("b", VARD)],
            [clause("a"), clause("b", VARD, Paragraph((Text(SVAR),), Shape("facts")))],
            [],
        ),
        (
            [clause("a", SVAR, PLAN), clause("b", VARD, VARD, VARD)],
            [clause("b", VARD, VARD, VARD), clause("a", PLAN, SVAR)],
            [("a", "from"), ("a", "to")],
        ),
    ],
)
def test_what_is_known_again(old: list[Section], new: list[Section], expected: list[tuple[str, str]]) -> None:
    assert sorted(moves(marked(old, new))) == sorted(expected)


KOMMUN = "Kommunen ansvarar för omvårdnaden alla dagar i veckan efter samråd med regionen."
EDITED = "Kommunen ansvarar för omvårdnaden alla vardagar i veckan efter samråd med regionen och patienten."
STRANGER = "Kommunen ansvarar för att utbilda all personal innan ett uppdrag lämnas till den enskilde."
WHERE = "(Överenskommelse om hälso- och sjukvård i hemmet, utkast-1, avsnitt 1.1)"
CITING, CITING_TOO = f"De är inte Parter {WHERE}.", f"Region Dalarna och länets kommuner är Parter {WHERE}."
LEVEL = "För rehabilitering och hjälpmedel gäller den nivå som följer av planen."
COST = "För hjälpmedel gäller den kostnad som följer av nämnden och av planen."


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([clause("a", KOMMUN, PLAN)], [clause("a", PLAN, EDITED)], [("a", "from"), ("a", "to")]),
        (
            [clause("a", KOMMUN, PLAN), clause("b", VARD)],
            [clause("a", PLAN), clause("b", VARD, EDITED)],
            [("a", "from"), ("b", "to")],
        ),
        ([clause("a", PLAN), clause("b", VARD, KOMMUN)], [clause("a", PLAN, EDITED)], [("b", "from"), ("a", "to")]),
        ([clause("a", KOMMUN, PLAN)], [clause("a", PLAN, STRANGER)], []),
        ([clause("a", KOMMUN, STRANGER, PLAN)], [clause("a", PLAN, EDITED)], [("a", "from"), ("a", "to")]),
        ([clause("a", CITING, PLAN)], [clause("a", PLAN, CITING_TOO)], []),
        ([clause("a", LEVEL, PLAN)], [clause("a", PLAN, COST)], []),
        (
            [clause("a", KOMMUN, PLAN), clause("b", VARD)],
            [clause("a", PLAN), clause("b", VARD, Paragraph((Text(EDITED),), Shape("code")))],
            [],
        ),
    ],
)
def test_what_is_known_again_though_it_was_edited(
    old: list[Section], new: list[Section], expected: list[tuple[str, str]]
) -> None:
    assert sorted(moves(marked(old, new))) == sorted(expected)


def test_a_paragraph_that_moved_under_another_party_is_of_substance_in_both_places() -> None:
    item = Paragraph((Text("köpa bilar till dem som reser"),), Shape(level=1, marker="bullet"))
    old = [clause("a", "Kommunen ska:", item, PLAN), clause("b", "Regionen ska:", VARD)]
    new = [clause("a", "Kommunen ska:", PLAN), clause("b", "Regionen ska:", item, VARD)]
    found = changes(replace(marked(old, new), bound=frozenset({"kommunen", "regionen"})))
    said = "part: Kommunen → Regionen (”Regionen ska: köpa bilar till dem som reser”)"
    assert [(change.graded.grade, line(change).what[-1]) for change in found] == [("i sak", said), ("i sak", said)]


def test_a_table_that_moved_to_another_clause_says_where_in_every_form() -> None:
    old, new = (
        [clause("a", SVAR, rows(0, 1, 2)), clause("b", PLAN)],
        [clause("a", SVAR), clause("b", PLAN, rows(0, 1, 2))],
    )
    redline = marked(old, new)
    assert [change.what for change in map(line, changes(redline))] == [
        ("Flyttat till Om b: 1 tabell",), ("Flyttat från Om a: 1 tabell",),
    ]  # fmt: skip
    text = redline_text(redline)
    assert "[tabellen flyttad härifrån till Om b]" in text
    assert "[tabellen flyttad hit från Om a]" in text
    assert "raden flyttad" not in text
    cells = [block for block in json.loads(redline_json(redline))["blocks"] if block["kind"] == "cell"]
    assert {(cell["clause"], cell["status"]) for cell in cells} == {("h/a", "moved-from"), ("h/b", "moved-to")}


def test_a_moved_paragraph_has_its_edits_inside() -> None:
    redline = marked([clause("a", KOMMUN, PLAN), clause("b", VARD)], [clause("a", PLAN), clause("b", VARD, EDITED)])
    blocks = [block for block in json.loads(redline_json(redline))["blocks"] if block.get("move")]
    assert [
        [span["text"].strip() for span in block["spans"] if span["status"] != "kept"] for block in blocks
    ] == [["dagar"], ["vardagar", "och patienten"]]  # fmt: skip
    assert [change.what for change in map(line, changes(redline))] == [
        ("Flyttat till Om b: 1 stycke", "Struket: ”… för omvårdnaden alla dagar i veckan efter …”"),
        (
            "Flyttat från Om a: 1 stycke",
            "Nytt: ”… för omvårdnaden alla vardagar i veckan efter …”; ”… samråd med regionen och patienten.”",
        ),
    ]


BEFORE = (("Vad", "När"), ("Besök", "Inom 14 dagar"), ("Såren läggs om", "Inom 7 dagar"), ("Plan", "I samråd"))
AFTER = (("Vad", "När"), ("Besök", "Inom 7 dagar"), ("Såren läggs om", "Inom 7 dagar"), ("Hjälpmedel", "I samråd"))


def grid(lines: tuple[tuple[str, ...], ...]) -> Table:
    cells = [tuple(Cell((Paragraph((Text(text),)),)) for text in line) for line in lines]
    return Table(tuple(Row(line, header=not n) for n, line in enumerate(cells)), ("left",) * len(lines[0]))


def test_a_moved_table_has_its_edits_inside() -> None:
    redline = marked(
        [clause("a", SVAR, grid(BEFORE)), clause("b", PLAN)], [clause("a", SVAR), clause("b", PLAN, grid(AFTER))]
    )
    assert moves(redline) == [("a", "from"), ("b", "to")]
    text = redline_text(redline)
    assert "[tabellen flyttad härifrån till Om b]\n| Vad | När |\n| Besök | Inom [-14-] dagar |" in text
    assert "| Såren läggs om | Inom 7 dagar |\n| {+Hjälpmedel+} | I samråd |" in text
    assert [(change.happened, change.grade, change.what[0]) for change in map(line, changes(redline))] == [
        ("Ändrad", "i sak", "Flyttat till Om b: 1 tabell"), ("Ändrad", "i sak", "Flyttat från Om a: 1 tabell"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "after",
    [
        grid((("Fält", "Värde"), ("Ort", "Falun"), ("Väg", "Slaggatan"), ("Län", "Dalarna"))),
        grid((("Besök inom", "Såren 14", "Läggs dagar", "Plan samråd", "Vad när", "Om 7"),)),
    ],
    ids=["another table", "no column in common"],
)
def test_a_table_that_is_another_is_not_said_to_have_moved(after: Table) -> None:
    old, new = [clause("a", SVAR, grid(BEFORE)), clause("b", PLAN)], [clause("a", SVAR), clause("b", PLAN, after)]
    assert moves(marked(old, new)) == []


def with_note(text: str, note: str) -> Paragraph:
    return Paragraph((Text(text), Note((Paragraph((Text(note),)),)), Text(" Mer sägs nedan.")))


@pytest.mark.parametrize("within", [True, False], ids=["within", "to another"])
@pytest.mark.parametrize(
    ("text", "note", "came"),
    [(KOMMUN, "Samråd sker på distans.", []), (EDITED, "Samråd sker på distans.", ["vardagar", "och patienten"]),
     (KOMMUN, "Samråd sker på plats.", ["plats"])],
)  # fmt: skip
def test_a_paragraph_with_a_footnote_moves_with_it(text: str, note: str, came: list[str], within: bool) -> None:
    was, now = with_note(KOMMUN, "Samråd sker på distans."), with_note(text, note)
    old = [clause("a", was, PLAN), clause("b", VARD)]
    new = [clause("a", PLAN, now), clause("b", VARD)] if within else [clause("a", PLAN), clause("b", VARD, now)]
    redline = marked(old, new)
    assert sorted(moves(redline)) == [("a", "from"), ("a" if within else "b", "to")]
    data = json.loads(redline_json(redline))["blocks"]
    spans = [span for block in data if block["status"] != "moved-from" for span in block["spans"]]
    assert [span["text"].strip() for span in spans if span["status"] == "inserted"] == came


ROWS = (("Vad", "Vem"), ("Ett sår", "Kommunen"), ("Två prov", "Regionen"), ("Tre besök", "Parterna"), ("Svar", "Alla"))
NY = "Två saker gäller för hela avtalet."
GONE = (
    "Om inget annat sägs ska beslutet fattas av nämnden.", "Ekonomin redovisas varje kvartal i en särskild bilaga.",
    "Tvister avgörs av allmän domstol när förhandlingen har strandat.",
)  # fmt: skip
FOUR = [clause("b", SVAR), clause("c", PLAN), clause("d", VARD), clause("e", NY)]


def rows(*order: int, turned: bool = False) -> Table:
    return grid(tuple(ROWS[n][::-1] if turned else ROWS[n] for n in order))


@pytest.mark.parametrize(
    ("old", "new", "happened", "grade", "what"),
    [
        ([SVAR, PLAN], [PLAN, SVAR], "Ändrad", "redaktionell", ["Flyttat inom avsnittet: 1 stycke"]),
        ([SVAR, VARD, PLAN], [PLAN, VARD, SVAR], "Ändrad", "redaktionell", ["Flyttat inom avsnittet: 2 stycken"]),
        ([rows(0, 1, 2, 3)], [rows(0, 2, 3, 1)], "Ändrad", "redaktionell", ["Flyttat inom avsnittet: 1 rad"]),
        ([rows(0, 1, 2, 3, 4)], [rows(0, 4, 3, 1, 2)], "Ändrad", "redaktionell", ["Flyttat inom avsnittet: 2 rader"]),
        ([rows(0, 1, 2)], [rows(0, 1, 2, turned=True)], "Ändrad", "redaktionell", ["Flyttat inom avsnittet: 1 kolumn"]),
        ([rows(0, 1, 2), SVAR, PLAN], [SVAR, PLAN, rows(0, 1, 2)], "Ändrad", "redaktionell",
         ["Flyttat inom avsnittet: 1 tabell"]),
        (
            [SVAR, PLAN], [PLAN, SVAR, "Beslutet gäller."], "Ändrad", "liten",
            ["Flyttat inom avsnittet: 1 stycke", "Nytt: ”Beslutet gäller.”"],
        ),
        (["Ja.", "Nej."], ["Nej.", "Ja."], "Ändrad", "redaktionell", ["Samma ord, annan form eller ordning"]),
    ],
)  # fmt: skip
def test_a_section_is_said_to_have_parts_that_moved(
    old: list[Block], new: list[Block], happened: str, grade: str, what: list[str]
) -> None:
    (told,) = map(line, changes(marked([clause("a", *old)], [clause("a", *new)])))
    assert (told.happened, told.grade, list(told.what)) == (happened, grade, what)


@pytest.mark.parametrize(
    ("old", "new", "happened", "grade", "what"),
    [
        (
            [clause("a", SVAR, PLAN, VARD, NY)], FOUR, "Utgår, delad i Om b, Om c, Om d och Om e", "liten",
            [*(f"Flyttat till Om {name}: 1 stycke" for name in "bcde"), "Struket: ”Om a”"],
        ),
        (
            FOUR, [clause("a", SVAR, PLAN, VARD, NY)], "Ny, sammanslagen med Om b, Om c, Om d och Om e", "liten",
            [*(f"Flyttat från Om {name}: 1 stycke" for name in "bcde"), "Nytt: ”Om a”"],
        ),
        (
            [clause("a", SVAR, *GONE, PLAN)], FOUR[:2],
            "Utgår, delad i Om b och Om c", "i sak",
            ["Flyttat till Om b: 1 stycke", "Flyttat till Om c: 1 stycke", "Resten av texten utgår"],
        ),
        ([clause("a", SVAR)], [clause("b", PLAN)], "Utgår", "i sak", ["Hela texten"]),
    ],
)  # fmt: skip
def test_the_list_says_where_the_text_of_a_clause_is_when_it_is_gone(
    old: list[Section], new: list[Section], happened: str, grade: str, what: list[str]
) -> None:
    told = next(told for told in map(line, changes(marked(old, new))) if told.id == "h/a")
    assert (told.happened, told.grade, list(told.what)) == (happened, grade, what)


def test_the_exports_show_it_as_moved_and_not_as_new_words() -> None:
    redline = marked([clause("a", SVAR, PLAN)], [clause("a", PLAN, SVAR)])
    data = json.loads(redline_json(redline))
    texts = [block for block in data["blocks"] if block["kind"] == "text"]
    assert [(block["status"], block.get("move")) for block in texts] == [
        ("moved-from", "flytt 1"), ("kept", None), ("moved-to", "flytt 1"),
    ]  # fmt: skip
    assert all(span["status"] == "kept" for block in texts for span in block["spans"])
    assert [change["grade"] for change in data["changes"]] == ["redaktionell"]
    text = redline_text(redline)
    assert "[stycket flyttat härifrån: Läkaren ska svara inom en timme.]" in text
    assert f"[stycket flyttat hit]\n{SVAR}" in text
    assert "{+" not in text.partition("formatering~}")[2]


TWO, THREE = NY, "Tredje regeln gäller bara för kommunen."


@pytest.mark.parametrize(
    ("old", "new", "kinds", "said"),
    [
        (
            [clause("a", SVAR, PLAN, VARD)],
            [clause("a", SVAR), clause("b", PLAN, VARD)],
            {"a": "split", "b": "inserted"},
            {"a": "Delad i Om a och Om b", "b": "Ny, avskild från Om a"},
        ),
        (
            [clause("a", SVAR, PLAN), clause("b", VARD, TWO, THREE)],
            [clause("a", SVAR, PLAN, VARD, TWO, THREE)],
            {"a": "merged", "b": "deleted"},
            {"a": "Sammanslagen med Om b", "b": "Utgår, sammanslagen med Om a"},
        ),
        (
            [clause("a", SVAR, PLAN, VARD, TWO, THREE)],
            [clause("b", SVAR), clause("c", PLAN, VARD), clause("d", TWO, THREE)],
            {"b": "inserted", "c": "split", "d": "inserted"},
            {"c": "Delad i Om c, Om b och Om d", "d": "Ny, avskild från Om c"},
        ),
        (
            [clause("a", SVAR, PLAN, TWO, THREE, VARD)],
            [clause("b", SVAR), clause("c", PLAN), clause("d", TWO), clause("e", THREE), clause("f", VARD)],
            {"a": "deleted", "b": "inserted", "c": "inserted", "d": "inserted", "e": "inserted", "f": "inserted"},
            {"a": "Utgår, delad i Om b, Om c, Om d, Om e och Om f", "c": "Ny, avskild från Om a"},
        ),
        (
            [clause("a", SVAR, PLAN)],
            [clause("a", PLAN), clause("b", SVAR, VARD, TWO, THREE)],
            {"a": "changed", "b": "inserted"},
            {"a": "Ändrad", "b": "Ny"},
        ),
    ],
)
def test_a_clause_that_was_divided_or_joined_is_said_to_be(
    old: list[Section], new: list[Section], kinds: dict[str, str], said: dict[str, str]
) -> None:
    found = {change.section.id[2:]: change for change in changes(marked(old, new))}
    assert {name: change.kind for name, change in found.items()} == kinds
    assert {name: line(found[name]).happened for name in said} == said


def test_what_goes_on_elsewhere_is_not_a_change_of_what_binds() -> None:
    redline = marked([clause("a", SVAR, PLAN, VARD)], [clause("a", SVAR), clause("b", PLAN, VARD)])
    assert {change.section.id: change.graded.grade for change in changes(redline)} == {
        "h/a": "redaktionell", "h/b": "liten",
    }  # fmt: skip
    assert "(ändrat; delad i Om a och Om b)" in redline_text(redline)
    assert json.loads(redline_json(redline))["changes"][1]["related"] == "avskild från Om a"
