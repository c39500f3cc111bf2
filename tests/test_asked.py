"""The questions to those who answer stand in one series of numbers, whose ids outlive the numbers."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from builder.asked import REGISTER, AskedQuestion, asked, numbers
from builder.build import Project
from builder.library import Library
from builder.model import Document, Facts, Number, Paragraph, Question, Table, words
from builder.records import Record, Value
from builder.variant import dress
from tests.documents import documents
from tests.sending_project import sending_project
from tests.small_project import REGISTERS, document, library

GENERAL = """
    f01: {fråga: Tillstyrker ni?, klausul: [hemmet/klausul, hemmet/utanfor], svar: Motivera kort.}
    f02: {fråga: Hör ihop med ett annat dokument?, klausul: hemmet/utanfor, svar: Ja eller nej.}
    f03: {fråga: Hinner ni?, alternativ: [ja, nej], svar: Ange mötesdagar.}
"""
OPEN = "öppna-frågor: [{id: OF-1, fråga: Hur snart?, alternativ: [i dag, sen]}, {id: OF-2, fråga: Vem?}]\n"


def questions(**clauses: str) -> tuple[AskedQuestion, ...]:
    held = library("Text.\n", OPEN, {**REGISTERS, "remissfragor": GENERAL}, **clauses)
    return asked(document(held)[0], held)


def test_numbers_rise_from_those_of_no_clause_and_questions_of_other_documents_are_left_out() -> None:
    assert [(q.number, q.id, q.is_general) for q in questions()] == [
        (1, "f03", True),
        (2, "f01", True),
        (3, "hemmet/klausul#OF-1", False),
        (4, "hemmet/klausul#OF-2", False),
    ]


def test_a_question_has_its_words_its_alternatives_and_its_clauses() -> None:
    second, first, third, _ = questions()
    assert (first.text, first.guidance, first.clauses) == ("Tillstyrker ni?", "Motivera kort.", ("hemmet/klausul",))
    assert (second.alternatives, second.clauses) == (("ja", "nej"), ())
    assert (third.name, third.text, third.alternatives) == ("OF-1", "Hur snart?", ("i dag", "sen"))


def test_the_same_words_in_two_clauses_are_one_question() -> None:
    found = questions(**{"hemmet/sip": f"titel: Plan\n{OPEN}---\nText.\n"})
    assert [(q.id, q.clauses) for q in found] == [
        ("f03", ()),
        ("hemmet/sip#OF-1", ("hemmet/sip", "hemmet/klausul")),
        ("hemmet/sip#OF-2", ("hemmet/sip", "hemmet/klausul")),
        ("f01", ("hemmet/klausul",)),
    ]
    by_place = numbers(found)
    assert by_place["hemmet/sip", "OF-1", "Hur snart?"] == by_place["hemmet/klausul", "OF-1", "Hur snart?"] == 2


@given(documents())
def test_every_question_of_every_clause_has_one_number_and_no_id_is_used_twice(made: Document) -> None:
    twice = (Question("OF-1", "Hur?"), Question("OF-1", "När?"), Question("", "Var?"), Question("", "Var?"))
    sections = tuple(replace(section, facts=Facts(questions=twice)) for section in made.sections)
    found = asked(replace(made, sections=sections), library("Text.\n"))
    assert len({q.id for q in found}) == len(found)
    assert [q.number for q in found] == list(range(1, len(found) + 1))
    assert numbers(found).keys() == {(s.id, q.id, q.text) for s in sections for q in s.facts.questions}


@given(documents(), st.data())
def test_the_boxes_of_a_text_for_review_bear_numbers_that_rise_as_one_reads(
    made: Document, data: st.DataObject
) -> None:
    held = st.lists(st.sampled_from([*(s.id for s in made.sections), "annat/avtal"]), max_size=3)
    rows = tuple(
        Record(f"f{n}", {"fråga": (Value("Är ni med?"),), "klausul": tuple(map(Value, data.draw(held)))})
        for n in range(data.draw(st.integers(0, 6)))
    )
    own = st.lists(
        st.builds(Question, st.sampled_from(["OF-1", "OF-2"]), st.sampled_from(["Hur?", "När?"])), max_size=2
    )
    sections = tuple(replace(s, facts=Facts(questions=tuple(data.draw(own)))) for s in made.sections)
    shown = replace(made, sections=sections)
    library_ = Library({}, {}, records={REGISTER: rows})
    printed = list(dict.fromkeys(boxed(dress(shown, "remissversion", library_))))
    first = [question.number for question in asked(shown, library_) if not question.clauses]
    assert first + printed == list(range(1, len(asked(shown, library_)) + 1))


def boxed(shown: Document) -> list[int]:
    """The numbers of the boxes in the order in which they are read."""
    paragraphs = [block for section in shown.sections for block in section.blocks if isinstance(block, Paragraph)]
    content = [inline for paragraph in paragraphs if paragraph.shape.kind == "question" for inline in paragraph.content]
    return [int(inline.text) for inline in content if isinstance(inline, Number) and inline.clause.startswith("fråga/")]


def test_a_supporting_paper_lists_the_questions_with_the_numbers_of_the_text(tmp_path: Path) -> None:
    folder = sending_project(tmp_path)
    first = "f01: {fråga: Hinner ni?, klausul: hemmet/svar, svar: Ja.}\n"
    rows = first + "f02: {fråga: Vilka?, klausul: hemmet/parter, svar: Ange.}\n"
    folder.write("clauses/register/remissfragor.yml", rows)
    columns = "{id: {rubrik: Nr}, fråga: {rubrik: Fråga}, klausul: {rubrik: K, slag: klausul}}"
    tables = f"remissfragor: {{titel: Frågor, kolumner: {columns}}}\n"
    known = (tmp_path / "clauses/register/tabeller.yml").read_text()
    folder.write("clauses/register/tabeller.yml", known + tables)
    brev = "titel: Remiss\ntyp: remissmissiv\nunderlag-till: hemmet\ninnehåll: [tabell: remissfragor]\n"
    folder.write("assemblies/brev.yml", brev)
    table = Project(tmp_path).current.whole("brev").sections[0].blocks[0]
    assert isinstance(table, Table)
    said = [[words(cell.content[0].content) for cell in row.cells[:2]] for row in table.rows[1:]]
    assert said == [["1", "Vilka?"], ["2", "Hinner ni?"]]
