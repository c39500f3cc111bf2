"""The answer form as values: its parts in order, its ids lasting and never the same."""

from dataclasses import replace

from hypothesis import given

from builder.answers import AnswerForm, Recipient, addressed, form, recipients
from builder.fingerprint import wording_fingerprint
from builder.model import Document, Facts, Question, plain_text
from tests.answer_examples import FORM, made
from tests.documents import documents
from tests.small_project import REGISTERS, document, library


def ids(shown: AnswerForm) -> list[str]:
    rows = [row for group in (*shown.questions, *shown.clauses) for row in group.rows]
    return [item.id for item in (*shown.respond, *rows, *shown.decision, *shown.attachments)]


def test_the_parts_stand_in_the_order_in_which_they_are_filled_in() -> None:
    assert ids(FORM) == [
        "svar/instans", "svar/diarienummer", "svar/kontakt", "svar/helhet", "svar/sammanfattning",
        "fråga/f02", "fråga/f03", "fråga/hemmet/klausul#OF-1", "fråga/hemmet/klausul#OF-2",
        "klausul/hemmet/sip", "klausul/hemmet/klausul",
        "beslut/slag", "beslut/organ", "beslut/dag", "beslut/paragraf", "beslut/senare", "beslut/avvikande",
        "bilaga/1", "bilaga/2", "bilaga/3", "bilaga/4",
    ]  # fmt: skip


def test_a_question_about_the_whole_is_asked_once_and_keeps_its_number() -> None:
    whole = next(field for field in FORM.respond if field.id == "svar/helhet")
    assert (whole.label, whole.choices) == (
        "Fråga 1. Tillstyrker ni?",
        ("Tillstyrker", "Tillstyrker med ändring", "Avstyrker", "Avstår"),
    )
    assert [row.question.number for group in FORM.questions for row in group.rows] == [2, 3, 4, 5]


def test_without_such_a_question_the_form_asks_by_itself() -> None:
    whole = next(field for field in made(registers={}).respond if field.id == "svar/helhet")
    assert whole.label == "Tillstyrker ni förslaget i sin helhet?"


def test_alternatives_are_offered_with_a_way_out_and_free_questions_offer_none() -> None:
    choices = {row.question.name: row.choices for group in FORM.questions for row in group.rows}
    assert choices == {
        "f02": ("Ja, hela", "Nej & nej", "Annat svar, se kommentaren"),
        "f03": (),
        "OF-1": ("I dag", "Sen", "Annat svar, se kommentaren"),
        "OF-2": (),
    }


def test_questions_and_clauses_stand_under_their_chapters() -> None:
    assert [group.title for group in FORM.questions] == ["Kapitel 1. Ett"]
    assert [group.title for group in FORM.clauses] == ["Kapitel 1. Ett"]
    plan, clause = FORM.clauses[0].rows
    assert (plan.number, plan.title, plan.questions) == ("1.1", "Samordnad individuell plan", ())
    assert (clause.clause, clause.questions) == ("hemmet/klausul", (4, 5))


def test_a_question_that_no_clause_holds_is_general_and_comes_first() -> None:
    rows = "\n    f1: {fråga: Hur?, klausul: hemmet/klausul, svar: .}\n    f2: {fråga: Vad?, svar: .}\n"
    found = made(registers={"remissfragor": rows}).questions
    shown = [(group.title, [row.question.name for row in group.rows]) for group in found]
    assert shown == [("Allmänna frågor", ["f2"]), ("Kapitel 1. Ett", ["f1", "OF-1", "OF-2"])]


def test_a_clause_bears_the_fingerprint_of_the_words_that_are_answered() -> None:
    held = library("Text.\n")
    shown = document(held)[0]
    rows = {row.clause: row.fingerprint for group in form(shown, held).clauses for row in group.rows}
    assert rows == {s.id: wording_fingerprint(plain_text(s)) for s in shown.sections if s.kind == "clause"}


def test_a_recipient_finds_its_name_filled_in_and_others_an_empty_field() -> None:
    assert [made(id_).respond[0].value for id_ in ("s01", "s02", "s99")] == [
        "Nässjö kommun",
        "Föreningen & vännerna",
        "",
    ]
    assert recipients(library("Text.\n", registers=REGISTERS)) == {}


def test_a_form_made_once_can_be_addressed_to_each() -> None:
    bare = made("s99")
    assert addressed(bare, Recipient("s01", "Nässjö kommun", "nassjo")) == FORM
    assert addressed(FORM, Recipient("s02", "Föreningen & vännerna")) == made("s02")
    assert (FORM.edition.recipient, bare.edition.recipient) == ("s01", "")


def test_the_form_never_asks_for_a_persons_name() -> None:
    asked = " ".join(f"{f.label} {f.hint}" for f in (*FORM.respond, *FORM.decision))
    assert "Inga namn" in asked
    assert "handläggare" not in asked.lower()


def test_the_form_speaks_the_language_of_the_text() -> None:
    held = library("Text.\n")
    shown = document(held)[0]
    english = form(replace(shown, edition=replace(shown.edition, language="en-GB")), held)
    assert english.words.title == "Answer form"
    assert ids(english) == ids(form(shown, held))


@given(documents())
def test_every_clause_has_one_row_and_no_id_is_used_twice(shown: Document) -> None:
    asks = Facts(questions=(Question("OF-1", "Hur?", ("ja", "ja", " ")), Question("OF-1", "När?")))
    sections = tuple(replace(section, facts=asks) for section in shown.sections)
    found = form(replace(shown, sections=sections), library("Text.\n"))
    assert len(set(ids(found))) == len(ids(found))
    numbers = [row.question.number for group in found.questions for row in group.rows]
    assert numbers == list(range(1, len(numbers) + 1))
    printed = [row.clause for group in found.clauses for row in group.rows]
    assert printed == list(dict.fromkeys(section.id for section in shown.sections if section.kind == "clause"))


def test_a_clause_that_is_printed_twice_is_answered_once_where_it_first_stands() -> None:
    held = library("Text.\n")
    shown = document(held)[0]
    twice = replace(shown, sections=(*shown.sections, *shown.sections))
    assert form(twice, held).clauses == form(shown, held).clauses
