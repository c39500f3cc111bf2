"""What is printed about a clause around its text: who is bound and on what ground, and its open questions."""

from collections.abc import Iterable, Mapping

from builder.library import Party
from builder.model import Facts, Inline, Marks, Paragraph, Question, Shape, Text
from builder.phrases import Phrases

__all__ = ["basis_reason", "facts_paragraph", "question_paragraph"]

STRONG = Marks(strong=True)


def facts_paragraph(
    facts: Facts, basis: Iterable[tuple[Inline, ...]], parties: Mapping[str, Party], words: Phrases, decided: bool
) -> Paragraph | None:
    """Responsible parties · legal basis · source, or None when nothing is said. `basis`: each entry, marked."""
    named = ", ".join(_party(parties, name) for name in facts.responsible)
    grounds = _separated(basis, "; ")
    source = "" if decided else facts.source
    said: list[tuple[str, list[Inline]]] = [
        (words.responsible, [Text(named)] if named else []),
        (words.basis, grounds),
        (words.source, [Text(source)] if source else []),
    ]
    parts = [[Text(f"{label}: "), *value] for label, value in said if value]
    return Paragraph(tuple(_separated(parts, " · ")), Shape("facts")) if parts else None


def question_paragraph(question: Question, words: Phrases) -> Paragraph:
    """An open question with its id and the alternatives."""
    name = f"{words.question} ({question.id}): " if question.id else f"{words.question}: "
    content = [Text(name, STRONG), Text(question.text)]
    if question.alternatives:
        content.append(Text(f" {words.alternatives}: {' / '.join(question.alternatives)}."))
    return Paragraph(tuple(content), Shape("question"), question.position)


def basis_reason(entry: str) -> str | None:
    """Why a legal basis is missing ("saknas: skälet"), None when the entry is a citation."""
    word, colon, reason = entry.partition(":")
    return reason.strip() if colon and word.strip().lower() == "saknas" else None


def _party(parties: Mapping[str, Party], name: str) -> str:
    party = parties.get(name)
    return (party.short or party.name) if party else name


def _separated(parts: Iterable[Iterable[Inline]], mark: str) -> list[Inline]:
    made: list[Inline] = []
    for part in parts:
        made += [Text(mark), *part] if made else part
    return made
