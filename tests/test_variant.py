"""Editions: what they show beside the text, that they leave the text alone, and what stops one for those who decide."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.library import Library, Parameter
from builder.model import (
    Block,
    Cell,
    Document,
    Edition,
    Facts,
    Marks,
    Paragraph,
    ParameterUse,
    Position,
    Question,
    Row,
    Section,
    Shape,
    Table,
    Text,
    plain_text,
    words,
)  # fmt: skip
from builder.records import Record, RecordColumn, TableSpec, Value
from builder.remaining import counts, remaining
from builder.variant import VARIANTS, dress, lettered, variant_of
from tests.documents import documents

FACTS = st.builds(
    Facts, source=st.sampled_from(["", "känd", "antagande"]), motive=st.sampled_from(["", "Därför."]),
    questions=st.lists(st.builds(Question, st.just("OF-1"), st.sampled_from(["Hur?", "När?"])), max_size=2).map(tuple),
)  # fmt: skip
NOTHING = Library({}, {})
DAYS = Text("14 dygn", Marks(about=ParameterUse("dygn")))
PARAMETERS = {"dygn": Parameter("dygn", "14 dygn", source="antagande", question="OF-2: Hur länge?")}
ASKED = (Question("OF-1", "Hur ofta?", ("varje år", "varje månad")),)
ROWS = (
    Record("f01", {"fråga": (Value("Är ni med?"),), "klausul": (Value("a/svar"),), "svar": (Value("Ja eller nej."),)}),
)


@st.composite
def with_facts(draw: st.DrawFn) -> Document:
    document = draw(documents())
    edition = replace(
        document.edition, supporting=draw(st.booleans()), status=draw(st.sampled_from(["utkast", "beslutad"]))
    )
    sections = tuple(replace(section, facts=draw(FACTS)) for section in document.sections)
    return replace(document, sections=sections, edition=edition)


def own_text(document: Document) -> list[object]:
    return [
        (s.id, s.number, s.title, s.level, s.facts, [block for block in s.blocks if not beside(block)])
        for s in document.sections
        if s.kind == "clause"
    ]


def beside(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.shape.kind in ("facts", "question")


def small(*, source: str = "antagande", supporting: bool = False, status: str = "utkast") -> Document:
    small_print = Paragraph((Text("Ansvarig: A · Källa: antagande"),), Shape("facts"))
    asks = Paragraph((Text("Öppen fråga (OF-1): Hur ofta?"),), Shape("question"))
    body = Paragraph((Text("Svar ges inom "), DAYS, Text(".")))
    answer = Section("a/svar", "clause", 1, (Text("Svar"),), (small_print, body, asks), "1",
                     Facts(source=source, questions=ASKED, motive="Så är det."), "clauses/a/svar.md")  # fmt: skip
    head = Row((cell("Värde"), cell("Låst av eller öppen fråga")), header=True)
    grid = Table((head, Row((cell("14 dygn"), cell("antagande")), key="r1")), ("left", "left"))
    annex = Section("bilaga/tider", "annex", 1, (Text("Tider"),), (grid,), "Bilaga 1")
    return Document("a", Edition("A", agreement="a", supporting=supporting, status=status), (answer, annex))


def cell(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))


def library(*, rows: tuple[Record, ...] = ROWS) -> Library:
    spec = TableSpec("tider", "Tider", "tider", (RecordColumn("källa", "Källa"),))
    records = {"remissfragor": rows, "tider": (Record("r1", {}, Position("clauses/register/tider.yml", 7)),)}
    return Library({}, {}, parameters=PARAMETERS, records=records, tables={"tider": spec})


def said(document: Document) -> list[str]:
    return list(lines(document))


def lines(document: Document) -> Iterator[str]:
    for section in document.sections:
        yield from plain_text(section)


@given(with_facts())
def test_the_working_edition_is_the_document(document: Document) -> None:
    assert dress(document, "arbetsversion", NOTHING) is document


@given(with_facts(), st.sampled_from(VARIANTS))
def test_no_edition_touches_the_text_of_a_clause_or_the_checksum(document: Document, variant: str) -> None:
    dressed = dress(document, variant, NOTHING)  # type: ignore[arg-type]
    assert own_text(dressed) == own_text(document)
    assert [section.id for section in dressed.sections] == [section.id for section in document.sections]
    assert dressed.edition.checksum == document.edition.checksum
    assert dressed.edition.variant == variant


@given(with_facts())
def test_clean_text_is_the_same_whatever_edition_it_is_taken_from(document: Document) -> None:
    clean = dress(document, "beslutsversion", NOTHING)
    assert dress(dress(document, "remissversion", NOTHING), "gällande", NOTHING).sections == clean.sections
    assert not any(beside(block) for section in clean.sections for block in section.blocks)


@given(with_facts())
def test_a_document_with_nothing_beside_its_text_is_clean_already(document: Document) -> None:
    bare = replace(document, sections=dress(document, "beslutsversion", NOTHING).sections)
    assert dress(bare, "beslutsversion", NOTHING).sections == bare.sections


def test_those_who_are_asked_see_numbered_questions_and_what_is_only_proposed() -> None:
    assert said(dress(small(), "remissversion", library())) == [
        "Svar",
        "Ansvarig: A · Förslag, ej beslutat · Ej beslutat värde: 14 dygn",
        "Svar ges inom 14 dygn.",
        "Fråga 1 till remissinstanserna Är ni med? Ja eller nej.",
        "Fråga 2 till remissinstanserna (OF-1) Hur ofta? A. varje år B. varje månad",
        "Tider", "Värde", "Låst av eller öppen fråga", "14 dygn", "Förslag, ej beslutat",
    ]  # fmt: skip


def test_a_number_that_only_followed_is_no_change() -> None:
    one, two = (dress(small(), "remissversion", library(rows=rows)) for rows in ((), ROWS))
    asked = [section.blocks[-1] for section in (one.sections[0], two.sections[0])]
    assert asked[0] == asked[1]
    assert [words(block.content)[:7] for block in asked if isinstance(block, Paragraph)] == ["Fråga 1", "Fråga 2"]


def test_a_document_beside_the_agreement_shows_general_questions_and_keeps_its_own() -> None:
    texts = said(dress(small(supporting=True), "remissversion", library()))
    assert texts[1] == "Ansvarig: A · Källa: antagande"
    assert texts[3:5] == ["Öppen fråga (OF-1): Hur ofta?", "Fråga 1 till remissinstanserna Är ni med? Ja eller nej."]


def test_a_decided_text_asks_nothing() -> None:
    assert not any("Fråga" in text for text in said(dress(small(status="beslutad"), "remissversion", library())))


def test_those_who_decide_see_the_text_alone() -> None:
    dressed = dress(small(), "beslutsversion", library())
    assert said(dressed) == ["Svar", "Svar ges inom 14 dygn.", "Tider", "Värde", "Låst av", "14 dygn", "antagande"]
    assert (dressed.edition.status, dressed.edition.variant) == ("beslutsförslag", "beslutsversion")
    assert dress(small(status="beslutad"), "beslutsversion", library()).edition.status == "beslutad"


@pytest.mark.parametrize(
    ("status", "variant"),
    [("utkast", "arbetsversion"), ("remiss", "remissversion"), ("beslutsförslag", "beslutsversion"),
     ("beslutad", "beslutsversion"), ("gällande", "gällande"), ("upphävd", "beslutsversion"), ("", "arbetsversion")],
)  # fmt: skip
def test_the_status_chooses_the_edition(status: str, variant: str) -> None:
    assert variant_of(Edition("A", status=status)) == variant
    beside = "remissversion" if variant == "remissversion" else "arbetsversion"
    assert variant_of(Edition("A", status=status, supporting=True)) == beside


def test_all_that_remains_is_listed_with_its_place() -> None:
    left = remaining(small(), library(), ())
    assert [(item.kind, item.position.path, item.position.line, item.said) for item in left] == [
        ("fråga", "clauses/a/svar.md", 1, "OF-1 Hur ofta?"),
        ("värde", "clauses/register/parametrar.yml", 1, "OF-2: Hur länge?"),
        ("antagande", "clauses/a/svar.md", 1, "Klausulen ”Svar”"),
        ("antagande", "clauses/register/parametrar.yml", 1, "Värdet ”14 dygn” (dygn)"),
        ("antagande", "clauses/register/tider.yml", 7, "Raden ”r1” i Tider"),
    ]


def test_a_row_that_says_that_something_is_open_remains() -> None:
    grid = Table((Row((cell("Öppen fråga"),), header=True), Row((cell("Skola"), cell("Öppen fråga OF-9.")))), ("left",),
                 position=Position("clauses/a/b.md", 9))  # fmt: skip
    clause = Section("a/b", "clause", 1, (Text("B"),), (grid,), path="clauses/a/b.md")
    (left,) = remaining(Document("a", Edition("A"), (clause,)), NOTHING, ())
    assert (left.kind, left.position.line, left.said) == ("rad", 9, "Raden ”Skola” i B säger öppen fråga")


def test_a_question_that_two_clauses_put_is_counted_once() -> None:
    asks = Facts(questions=(Question("OF-1", "Hur länge?", position=Position("clauses/a.md", 3)),))
    again = Facts(questions=(Question("OF-1", "Hur länge?", position=Position("clauses/b.md", 3)),))
    clauses = tuple(
        Section(name, "clause", 1, (Text(name),), facts=facts) for name, facts in (("a", asks), ("b", again))
    )
    left = remaining(Document("d", Edition("D"), clauses), NOTHING, ())
    assert [item.position.path for item in left] == ["clauses/a.md", "clauses/b.md"]
    assert counts(left) == {"fel": 0, "fråga": 1, "värde": 0, "rad": 0, "antagande": 0}


def test_letters_end_in_numbers() -> None:
    assert [letter for letter, _ in lettered(["x"] * 28)][-3:] == ["Z", "27", "28"]
