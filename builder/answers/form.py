"""From a document to the form: its parts in the order in which they are filled in."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import TypeVar

from builder.answers.recipients import Recipient
from builder.answers.wording import Field, Wording, wording
from builder.asked import AskedQuestion, asked
from builder.fingerprint import wording_fingerprint
from builder.library import Library
from builder.model import Document, Edition, Section, plain_text, words

__all__ = ["AnswerForm", "ClauseGroup", "ClauseRow", "QuestionGroup", "QuestionRow", "addressed", "form"]

T = TypeVar("T")

ATTACHMENTS = 4


@dataclass(frozen=True, slots=True)
class QuestionRow:
    """A question to answer: `choices` is empty where the answer is free. `concerns` names its clauses."""

    id: str
    question: AskedQuestion
    choices: tuple[str, ...]
    concerns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseRow:
    """A clause to take a position on. `clause` is its id, `fingerprint` that of the words that were answered,
    `questions` are the numbers of those that it puts."""

    id: str
    clause: str
    number: str
    title: str
    questions: tuple[int, ...]
    fingerprint: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions under one heading."""

    title: str
    rows: tuple[QuestionRow, ...]


@dataclass(frozen=True, slots=True)
class ClauseGroup:
    """The clauses of a chapter."""

    title: str
    rows: tuple[ClauseRow, ...]


@dataclass(frozen=True, slots=True)
class AnswerForm:
    """The whole form. `edition` is that of the text that is answered; `respond` is who answers and the answer as a
    whole, `decision` who decided."""

    document: str
    edition: Edition
    template: str
    recipient: Recipient | None
    respond: tuple[Field, ...]
    questions: tuple[QuestionGroup, ...]
    clauses: tuple[ClauseGroup, ...]
    decision: tuple[Field, ...]
    attachments: tuple[Field, ...]

    @property
    def words(self) -> Wording:
        """The form's own words in the language of the text."""
        return wording(self.edition.language)


def form(document: Document, library: Library, recipient: Recipient | None = None) -> AnswerForm:
    """The form for a document, to one recipient or to anyone. A question of the register whose alternatives are
    the positions on a proposal is the question of the whole, and stands first."""
    said = wording(document.edition.language)
    questions = asked(document, library)
    whole = next((question for question in questions if _is_whole(question, said)), None)
    rest = [question for question in questions if question != whole]
    made = AnswerForm(
        document.name, document.edition, document.template, None,
        tuple(_respond(said, whole)),
        tuple(_question_groups(document, rest, said)),
        tuple(_clause_groups(document, questions, said)),
        said.decision,
        tuple(_attachments(said)),
    )  # fmt: skip
    return addressed(made, recipient) if recipient else made


def addressed(made: AnswerForm, recipient: Recipient) -> AnswerForm:
    """A form to one recipient, with its name filled in."""
    edition = replace(made.edition, recipient=recipient.id)
    body, *others = made.respond
    return replace(made, edition=edition, recipient=recipient, respond=(replace(body, value=recipient.name), *others))


def _is_whole(question: AskedQuestion, said: Wording) -> bool:
    return tuple(map(_capital, question.alternatives)) == said.positions


def _respond(said: Wording, whole: AskedQuestion | None) -> Iterator[Field]:
    yield from said.who
    asked_so = said.overall if whole is None else said.overall_question.format(whole.number, whole.text)
    yield Field("svar/helhet", asked_so, "", said.positions)
    yield said.summary


def _attachments(said: Wording) -> Iterator[Field]:
    for number in range(1, ATTACHMENTS + 1):
        yield Field(f"bilaga/{number}", said.attachment.format(number), said.attachment_hint if number == 1 else "")


# --- questions ---------------------------------------------------------------------------------------


def _question_groups(document: Document, questions: Sequence[AskedQuestion], said: Wording) -> Iterator[QuestionGroup]:
    """The questions that no clause holds, then those of each chapter, so that their numbers rise as in the text."""
    titles = _chapter_of(document, said)
    names = {section.id: _name(section) for section in document.sections}
    under = _headed(questions, lambda q: titles[q.clauses[0]] if q.clauses else said.general)
    for title, group in under:
        yield QuestionGroup(title, tuple(_question(question, names, said) for question in group))


def _question(question: AskedQuestion, names: dict[str, str], said: Wording) -> QuestionRow:
    given = tuple(dict.fromkeys(_capital(text) for text in question.alternatives if text.strip()))
    choices = (*given, said.other) if given else ()
    return QuestionRow(f"fråga/{question.id}", question, choices, tuple(names[clause] for clause in question.clauses))


# --- clauses -----------------------------------------------------------------------------------------


def _clause_groups(document: Document, questions: Iterable[AskedQuestion], said: Wording) -> Iterator[ClauseGroup]:
    """The clauses under their chapters, one that is printed twice where it first stands."""
    titles = _chapter_of(document, said)
    clauses: dict[str, Section] = {}
    for section in document.sections:
        if section.kind == "clause":
            clauses.setdefault(section.id, section)
    put = [question for question in questions if not question.is_general]
    for title, group in _headed(clauses.values(), lambda section: titles[section.id]):
        yield ClauseGroup(title, tuple(_clause(section, put) for section in group))


def _clause(section: Section, questions: Iterable[AskedQuestion]) -> ClauseRow:
    numbers = tuple(question.number for question in questions if section.id in question.clauses)
    print_ = wording_fingerprint(plain_text(section))
    return ClauseRow(f"klausul/{section.id}", section.id, section.number, words(section.title), numbers, print_)


def _chapter_of(document: Document, said: Wording) -> dict[str, str]:
    """The heading that each section stands under."""
    found: dict[str, str] = {}
    title = said.no_chapter
    for section in document.sections:
        if section.kind == "chapter" and section.level == 1:
            title = said.chapter.format(section.number, words(section.title))
        found.setdefault(section.id, title)
    return found


def _headed(items: Iterable[T], title: Callable[[T], str]) -> Iterator[tuple[str, tuple[T, ...]]]:
    return ((heading, tuple(group)) for heading, group in groupby(items, title))


def _name(section: Section) -> str:
    return f"{section.number} {words(section.title)}".strip()


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
