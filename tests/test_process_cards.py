"""The annex of process cards: which steps it shows, how they are read, and what is said where there are none."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.changes import changes
from builder.compare import compare
from builder.library import Library
from builder.model import Block, ClauseLink, Number, Paragraph, Shape, Table, Text, words
from builder.redline import accept, reject
from builder.remaining import remaining
from builder.steps import first_steps, steps_of
from builder.variant import dress
from tests.small_project import ASSEMBLIES, REGISTERS, block_shown, document, library

VIEWS = {
    "tabeller": "fragor: {titel: Frågor, kolumner: {fråga: {krävs: ja}, klausul: {slag: klausul}}}",
    "vyer": "nar: {titel: Vad gör jag?, slag: frågor, ur: fragor}",
    "fragor": """
        brand: {fråga: Vad gör jag om det brinner?, klausul: [hemmet/utanfor, hemmet/klausul]}
        igen: {fråga: Och sedan?, klausul: hemmet/klausul}
        plan: {fråga: Vad är planen?, klausul: hemmet/sip}
    """,
}
TABLE = """
| Steg | Vem | Gör | När |
|---|---|---|---|
| 1 | Kommunen | Larmar, se [planen](sip.md) | Genast |
| 2 | Regionen | Svarar | Inom [30 minuter](../register/parametrar.yml#svarstid) |
| 3 | Kommunen | Skriver upp | |
"""
ITEMS = """
1. Kommunen ska larma. Det gäller även på natten.
2. Regionen ska
   - svara enligt [planen](sip.md)
   - åka ut.
3. Alla hjälps åt.

Slut.
"""


def asked(body: str, registers: dict[str, str] = VIEWS) -> Library:
    """The small project, with the annex last."""
    lib = library(body, registers={**REGISTERS, **registers})
    assembly = replace(lib.assemblies["hemmet"], annexes=("begreppslista", "processkort"))
    return replace(lib, assemblies={**lib.assemblies, "hemmet": assembly})


def cards(body: str, registers: dict[str, str] = VIEWS) -> list[Block]:
    return list(document(asked(body, registers))[0].sections[-1].blocks)


def shown(body: str, registers: dict[str, str] = VIEWS) -> str:
    return "\n".join(map(block_shown, cards(body, registers)))


NOTE = "Varje kort visar stegen i en klausul. Det är klausulen som gäller."
TOP = f"{NOTE}\nVad gör jag om det brinner?\nKälla: #1.2 [Klausulen](hemmet/klausul)\n"


def test_a_card_has_the_steps_of_the_table_with_their_references() -> None:
    assert shown(TABLE) == (
        f"{TOP}Steg | Vem | Gör | När\n"
        "1 | Kommunen | Larmar, se [planen](hemmet/sip) (avsnitt #1.1) | Genast\n"
        "2 | Regionen | Svarar | Inom $30 minuter$\n"
        "3 | Kommunen | Skriver upp | "
    )


def test_a_card_has_the_items_of_a_list_whole_and_no_empty_column() -> None:
    assert shown(ITEMS) == (
        f"{TOP}Steg | Vem | Gör\n"
        "1 | Kommunen | Larma. Det gäller även på natten.\n"
        "2 | Regionen | svara enligt [planen](hemmet/sip) (avsnitt #1.1) | åka ut.\n"
        "3 |  | Alla hjälps åt."
    )


def test_what_stands_under_an_item_is_a_list_in_its_cell() -> None:
    (table,) = (block for block in cards(ITEMS) if isinstance(block, Table))
    assert [p.shape for p in table.rows[2].cells[2].content] == [Shape(level=1, marker="bullet")] * 2


def test_who_acts_in_all_items_is_read_from_what_stands_before_them() -> None:
    lines = shown("Regionen ska:\n\n1. bedöma\n2. besluta\n3. skriva\n").splitlines()
    assert lines[-3:] == ["1 | Regionen | Bedöma", "2 | Regionen | Besluta", "3 | Regionen | Skriva"]


def test_a_clause_has_one_card_and_its_question_is_a_heading_under_the_annex() -> None:
    headings = [b for b in cards(TABLE) if isinstance(b, Paragraph) and b.shape.kind == "heading"]
    assert [(words(h.content), h.shape) for h in headings] == [
        ("Vad gör jag om det brinner?", Shape("heading", depth=1))
    ]


def test_the_row_of_heads_is_told_as_such() -> None:
    (table,) = (block for block in cards(TABLE) if isinstance(block, Table))
    assert [row.header for row in table.rows] == [True, False, False, False]


@pytest.mark.parametrize(
    ("body", "registers", "said"),
    [
        ("Text.", VIEWS, "ingen fråga i fragor.yml besvaras"),
        ("1. Dörren är stängd.\n2. Lampan är släckt.\n3. Spisen är kall.\n", VIEWS, "säger vem som gör dem"),
        (TABLE, {"tabeller": VIEWS["tabeller"], "fragor": VIEWS["fragor"]}, "ingen vy i vyer.yml har slag: frågor"),
        (TABLE, {**VIEWS, "fragor": ""}, "ingen fråga i fragor.yml besvaras"),
    ],
)
def test_an_annex_without_cards_is_a_finding_and_holds_nothing(body: str, registers: dict[str, str], said: str) -> None:
    made, findings = document(asked(body, registers))
    (finding,) = (finding for finding in findings if finding.code == "K217")
    assert said in finding.sentence
    assert finding.position.path == "assemblies/hemmet.yml"
    assert made.sections[-1].id == "bilaga/processkort"
    assert made.sections[-1].blocks == ()


def test_the_cards_are_the_steps_that_the_site_reads() -> None:
    made, _ = document(asked(ITEMS))
    clause = next(section for section in made.sections if section.id == "hemmet/klausul")
    found = first_steps([clause])
    (table,) = (block for block in made.sections[-1].blocks if isinstance(block, Table))
    assert found is not None
    assert [row.cells[2] for row in table.rows[1:]] == [step.does for step in found[1]]


def test_without_the_annex_nothing_is_asked_of_it() -> None:
    assert "processkort" not in ASSEMBLIES["hemmet"]
    assert not [f for f in document(library("Text."))[1] if f.code == "K217"]


# --- laws --------------------------------------------------------------------------------------------

WHO = st.sampled_from(["Kommunen ska ", "Regionen ska, ", "Den som vet ", "Alla ska", ""])
PIECES = st.sampled_from(["svara", " ska ", ", ", ". ", "Och", "\n", "ö", " ", ""])
INLINES = st.lists(
    st.one_of(
        st.lists(PIECES, max_size=5).map(lambda parts: Text("".join(parts))),
        st.just(Number("hemmet/sip", "1.1")),
    ),
    max_size=4,
)
PARAGRAPHS = st.builds(
    lambda who, content, level, marker: Paragraph((Text(who), *content), Shape(level=level, marker=marker)),
    WHO, INLINES, st.sampled_from([1, 1, 1, 2, 0]), st.sampled_from(["number", "number", "bullet", "none"]),
)  # fmt: skip


@given(st.lists(PARAGRAPHS, max_size=9).map(tuple))
def test_each_line_of_a_card_is_the_end_of_what_a_paragraph_says(text: tuple[Paragraph, ...]) -> None:
    said = [words(paragraph.content).lower() for paragraph in text]
    for step in steps_of(text):
        lines = [words(paragraph.content).lower() for paragraph in step.does.content]
        assert lines
        assert all(any(each.endswith(line) for each in said) for line in lines)
        assert any(each.startswith(step.actor.lower()) for each in said)
        assert not any(p.shape.level for p in (*step.who.content, *step.does.content[:1]) if p.shape.marker == "none")


def test_a_reference_in_who_acts_keeps_its_place() -> None:
    link = Text("Regionen", replace(Text("").marks, link=ClauseLink("hemmet/sip")))
    items = tuple(Paragraph((link, Text(" ska gå.")), Shape(level=1, marker="number")) for _ in range(3))
    step = steps_of(items)[0]
    assert (step.who.content[0].content, step.does.content[0].content) == ((link,), (Text("Gå."),))


# --- compared ----------------------------------------------------------------------------------------


def followed(old: str, new: str, registers: dict[str, str] = VIEWS) -> tuple[str, list[str]]:
    """What happened to the annex, and the clauses that the change follows."""
    found = list(changes(compare(document(asked(old))[0], document(asked(new, registers))[0])))
    (change,) = (each for each in found if each.section.id == "bilaga/processkort")
    return change.kind, [section.id for section in change.follows]


MORE = TABLE.replace("| 2 | Reg", "| 2 | Kommunen | Möter, se [planen](sip.md) | Vid dörren |\n| 3 | Reg").replace(
    "| 3 | K", "| 4 | K"
)
OTHER = {**VIEWS, "fragor": VIEWS["fragor"].replace("Vad gör jag om det brinner?", "Det brinner. Vad gör jag?")}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (TABLE, TABLE.replace("Svarar", "Åker ut")),
        (TABLE, MORE),
        (MORE, TABLE),
        (TABLE, ITEMS),
        ("Text.", TABLE),
        (TABLE, "Text."),
    ],
)
def test_a_change_of_a_card_follows_its_clause_alone(old: str, new: str) -> None:
    assert followed(old, new) == ("changed", ["hemmet/klausul"])


def test_a_question_in_other_words_follows_no_clause() -> None:
    assert followed(TABLE, TABLE, OTHER) == ("changed", [])


def test_an_annex_that_came_follows_no_clause() -> None:
    lib = asked(TABLE)
    without = replace(lib, assemblies={**lib.assemblies, "hemmet": replace(lib.assemblies["hemmet"], annexes=())})
    found = changes(compare(document(without)[0], document(asked(TABLE.replace("Svarar", "Åker ut")))[0]))
    assert [(each.kind, each.follows) for each in found if each.section.id == "bilaga/processkort"] == [
        ("inserted", ())
    ]


@pytest.mark.parametrize(("old", "new"), [(TABLE, MORE), (TABLE, ITEMS), ("Text.", TABLE), (ITEMS, MORE)])
def test_the_redline_of_cards_holds_both_texts(old: str, new: str) -> None:
    was, is_ = (document(asked(body))[0] for body in (old, new))
    for before, after in ((was, is_), (is_, was)):
        redline = compare(before, after)
        assert accept(redline) == after.sections
        assert reject(redline) == before.sections


def test_those_who_decide_see_the_clause_of_each_card() -> None:
    made = document(asked(TABLE))[0]
    assert TOP in "\n".join(map(block_shown, dress(made, "beslutsversion", asked(TABLE)).sections[-1].blocks)) + "\n"


def test_what_is_open_in_a_step_remains_once_and_where_it_is_written() -> None:
    lib = asked(TABLE.replace("Skriver upp", "Öppen fråga"))
    left = [item for item in remaining(document(lib)[0], lib, []) if item.kind == "rad"]
    assert [(item.position.path, item.said) for item in left] == [
        ("clauses/hemmet/klausul.md", "Raden ”3” i Klausulen säger öppen fråga")
    ]
