"""The questions to those who answer stand in one series of numbers, whose ids outlive the numbers."""

from dataclasses import replace

from hypothesis import given

from builder.asked import AskedQuestion, asked, numbers
from builder.model import Document, Facts, Question
from tests.documents import documents
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


def test_the_registers_questions_come_first_and_those_of_other_documents_are_left_out() -> None:
    assert [(q.number, q.id, q.is_general) for q in questions()] == [
        (1, "f01", True),
        (2, "f03", True),
        (3, "hemmet/klausul#OF-1", False),
        (4, "hemmet/klausul#OF-2", False),
    ]


def test_a_question_has_its_words_its_alternatives_and_its_clauses() -> None:
    first, second, third, _ = questions()
    assert (first.text, first.guidance, first.clauses) == ("Tillstyrker ni?", "Motivera kort.", ("hemmet/klausul",))
    assert (second.alternatives, second.clauses) == (("ja", "nej"), ())
    assert (third.name, third.text, third.alternatives) == ("OF-1", "Hur snart?", ("i dag", "sen"))


def test_the_same_words_in_two_clauses_are_one_question() -> None:
    found = questions(**{"hemmet/sip": f"titel: Plan\n{OPEN}---\nText.\n"})
    assert [(q.id, q.clauses) for q in found[2:]] == [
        ("hemmet/sip#OF-1", ("hemmet/sip", "hemmet/klausul")),
        ("hemmet/sip#OF-2", ("hemmet/sip", "hemmet/klausul")),
    ]
    by_place = numbers(found)
    assert by_place["hemmet/sip", "OF-1", "Hur snart?"] == by_place["hemmet/klausul", "OF-1", "Hur snart?"] == 3


@given(documents())
def test_every_question_of_every_clause_has_one_number_and_no_id_is_used_twice(made: Document) -> None:
    twice = (Question("OF-1", "Hur?"), Question("OF-1", "När?"), Question("", "Var?"), Question("", "Var?"))
    sections = tuple(replace(section, facts=Facts(questions=twice)) for section in made.sections)
    found = asked(replace(made, sections=sections), library("Text.\n"))
    assert len({q.id for q in found}) == len(found)
    assert [q.number for q in found] == list(range(1, len(found) + 1))
    assert numbers(found).keys() == {(s.id, q.id, q.text) for s in sections for q in s.facts.questions}
