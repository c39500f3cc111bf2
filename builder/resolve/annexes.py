"""Annexes made from the registers: the terms and parameters a document uses, and the parties."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from builder.library import Library, Parameter, Party, Term
from builder.model import Alignment, Cell, Inline, Paragraph, Position, Row, Table, Text
from builder.phrases import Phrases

__all__ = ["ANNEXES", "AnnexSource"]

Mark = Callable[[str, Position], tuple[Inline, ...]]
LEFT: Alignment = "left"
ALPHABET = str.maketrans("åäöÅÄÖéÉüÜ", "{|}{|}eeyy")
"""Å, ä and ö come after z."""

KINDS = ("region", "kommun")


@dataclass(frozen=True, slots=True)
class AnnexSource:
    """What an annex is made from: the registers, what the document uses of them, and how to mark a text.

    `bound` are the parties and roles that its clauses bind. A `decided` document asks no questions.
    """

    library: Library
    words: Phrases
    mark: Mark
    terms: frozenset[str]
    parameters: frozenset[str]
    bound: frozenset[str] = frozenset()
    decided: bool = False


def glossary(source: AnnexSource) -> Table:
    """The terms that the document uses, or all of them when it marks none, in alphabetical order."""
    words, known = source.words, source.library.terms
    terms = sorted((known[name] for name in source.terms & set(known) or known), key=lambda t: (_order(t.term), t.id))
    return _table((words.term, words.meaning, words.source), [(t.id, _term(t, source)) for t in terms])


def parameters(source: AnnexSource) -> Table:
    """The parameters that the document uses, by id."""
    words, known = source.words, source.library.parameters
    used = [known[name] for name in sorted(source.parameters & set(known))]
    last = words.locked_by if source.decided else words.locked_or_question
    head = (words.parameter, words.value, words.source, last)
    return _table(head, [(p.id, _parameter(p, source)) for p in used])


def parties(source: AnnexSource) -> Table:
    """Regions, municipalities, then the roles that the document binds, each in alphabetical order."""
    words = source.words
    shown = [p for p in source.library.parties.values() if p.kind in KINDS or p.id in source.bound]
    ordered = sorted(shown, key=lambda p: (_rank(p), _order(p.name), p.id))
    return _table((words.party, words.code, words.description), [(p.id, _party(p)) for p in ordered])


def signatures(source: AnnexSource) -> Table:
    """A row to sign in for each of the parties: regions, then municipalities, in alphabetical order."""
    words = source.words
    signing = [p for p in source.library.parties.values() if p.kind in KINDS]
    ordered = sorted(signing, key=lambda p: (_rank(p), _order(p.name), p.id))
    head = (words.party, words.place_and_date, words.signature, words.name_in_print)
    return _table(head, [(p.id, (_plain(p.name), (), (), ())) for p in ordered])


ANNEXES: Mapping[str, Callable[[AnnexSource], Table]] = {
    "begreppslista": glossary,
    "parametrar": parameters,
    "parter": parties,
    "underskrifter": signatures,
}

Cells = Iterable[tuple[Inline, ...]]


def _term(term: Term, source: AnnexSource) -> Cells:
    name = f"{term.term} ({term.abbreviation})" if term.abbreviation else term.term
    place = term.position or Position("")
    return _plain(name), _plain(term.definition), source.mark(term.source, place)


def _parameter(parameter: Parameter, source: AnnexSource) -> Cells:
    place = parameter.position or Position("")
    question = "" if source.decided else parameter.question
    locked = source.mark(parameter.locked_by, place) if parameter.locked_by else _plain(question)
    return _plain(parameter.meaning or parameter.id), _plain(parameter.value), _plain(parameter.source), locked


def _party(party: Party) -> Cells:
    return _plain(party.name), _plain(party.code), _plain(party.description)


def _rank(party: Party) -> int:
    return KINDS.index(party.kind) if party.kind in KINDS else len(KINDS)


def _order(text: str) -> str:
    return text.lower().translate(ALPHABET)


def _plain(text: str) -> tuple[Inline, ...]:
    return (Text(text),) if text else ()


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, Cells]]) -> Table:
    first = Row(tuple(_cell(_plain(title)) for title in head), header=True)
    rest = (Row(tuple(map(_cell, cells)), key=key) for key, cells in rows)
    return Table((first, *rest), (LEFT,) * len(head))


def _cell(content: tuple[Inline, ...]) -> Cell:
    return Cell((Paragraph(content),))
