"""What a returned answer form asks, held to the form as its version makes it. What is answered is no difference."""

from builder import dispatch
from builder.answers import AnswerForm, Recipient, addressed
from builder.build.answering import answer_bytes, answer_form
from builder.build.error import BuildError
from builder.build.project import Project
from builder.verify import (
    AnswerRows,
    Clause,
    Difference,
    Identity,
    asked,
    differences,
    read_word,
    word_form,
    workbook_form,
)

__all__ = ["form_differences"]

GONE = "mottagaren ”{}” finns inte i sändlistan."


def form_differences(
    project: Project, said: Identity, revision: str, ending: str, data: bytes
) -> tuple[Difference, ...]:
    """Where the questions, clauses or instructions of a form are not those of its version. Rows come one by one: one
    whose id is lost, so that no program finds its answer, is told as well."""
    empty = answer_form(project.then(said.document, revision), said.document)
    known = _known(empty)
    bare, full, file = (
        _read(content, ending, known)
        for content in (answer_bytes(empty, ending, None), answer_bytes(_to(project, said, empty), ending, None), data)
    )
    return differences(asked(full, bare), asked(file, bare), known)


def _to(project: Project, said: Identity, form: AnswerForm) -> AnswerForm:
    """The form as it was made for the recipient that the file names."""
    if not said.recipient:
        return form
    for one in dispatch.addressees(project.current.library):
        if one.id == said.recipient:
            return addressed(form, Recipient(one.id, one.name, one.party))
    raise BuildError(GONE.format(said.recipient))


def _known(form: AnswerForm) -> tuple[Clause, ...]:
    """What the form asks, by the ids and bookmarks that its Word file lists."""
    identity = read_word(answer_bytes(form, ".docx", None)).identity
    return identity.answers if identity else ()


def _read(data: bytes, ending: str, known: tuple[Clause, ...]) -> AnswerRows:
    if ending == ".docx":
        return word_form(data, {answer.bookmark: answer.id for answer in known})
    return workbook_form(data, [answer.id for answer in known])
