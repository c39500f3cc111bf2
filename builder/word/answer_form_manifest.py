"""What an answer form says to a program: the text that is answered, and the bookmark of every answer."""

from collections.abc import Iterator

from builder.answers import AnswerForm
from builder.model import Edition
from builder.word.anchors import bookmark
from builder.word.manifest import attributes, manifest_element
from builder.word.xml import escape

__all__ = ["form_manifest"]


def form_manifest(form: AnswerForm, edition: Edition) -> str:
    """A manifest whose lines are answers instead of clauses."""
    return manifest_element(form.document, edition, "".join(_lines(form)), {"formulär": "svar"})


def _lines(form: AnswerForm) -> Iterator[str]:
    for field in (*form.respond, *form.decision, *form.attachments):
        yield _line(field.id, field.label, {"slag": "uppgift"})
    for asked in (row for group in form.questions for row in group.rows):
        yield _line(asked.id, asked.question.text, {"slag": "fråga", "nummer": str(asked.question.number)})
    for row in (row for group in form.clauses for row in group.rows):
        facts = {"slag": "klausul", "nummer": row.number, "klausul": row.clause, "fingeravtryck": row.fingerprint}
        yield _line(row.id, row.title, facts)


def _line(id_: str, label: str, facts: dict[str, str]) -> str:
    said = attributes({"id": id_, "bokmärke": bookmark(id_), **facts})
    return f"<svar{said}>{escape(label)}</svar>"
