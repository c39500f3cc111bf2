"""The annex of process cards: for each everyday question, the steps of the clause that answers it.

The steps are read from the clauses as the document prints them, by the same function as the site reads them by.
"""

from collections.abc import Callable, Iterator, Sequence

from builder.finding import Finding
from builder.library import Library
from builder.model import Alignment, Block, Cell, Inline, Paragraph, Position, Row, Section, Shape, Table, Text
from builder.phrases import Phrases
from builder.records import Record, value_texts
from builder.steps import Step, first_steps

__all__ = ["PROCESS_CARDS", "process_cards", "without_cards"]

PROCESS_CARDS = "processkort"
"""What an assembly calls the annex."""

QUESTIONS = "frågor"
LEFT: Alignment = "left"
HEADING, SMALL = Shape("heading", depth=1), Shape("facts")

UNANSWERED = "ingen fråga i {} besvaras av en klausul i dokumentet som har steg och säger vem som gör dem"
NO_VIEW = "ingen vy i vyer.yml har slag: frågor"
ANSWER = "Låt en fråga peka på en klausul med en tabell som har kolumnerna Vem och Gör, eller ta bort bilagan."
DECLARE = "Lägg till en vy med frågor i vyer.yml, eller ta bort bilagan."

Named = Callable[[str, Position], tuple[Inline, ...]]
Card = tuple[Record, Section, tuple[Step, ...]]


def process_cards(library: Library, sections: Sequence[Section], words: Phrases, named: Named) -> tuple[Block, ...]:
    """What the cards are for, and each card: the question, the clause that answers it, and its steps. Nothing where no
    question is answered by steps of a clause in the document."""
    cards = [block for card in _cards(library, sections) for block in _card(*card, words, named)]
    return (Paragraph((Text(words.cards_note),)), *cards) if cards else ()


def without_cards(library: Library, sections: Sequence[Section], place: Position) -> Iterator[Finding]:
    """K217: the annex has no card, because nothing is asked or no question is answered by steps."""
    if next(_cards(library, sections), None) is None:
        asked = ", ".join(f"{source}.yml" for source in _asked_in(library))
        why, advice = (UNANSWERED.format(asked), ANSWER) if asked else (NO_VIEW, DECLARE)
        yield Finding("K217", place, {"annex": PROCESS_CARDS, "reason": why, "suggestion": advice})


def _asked_in(library: Library) -> tuple[str, ...]:
    """The registers of everyday questions."""
    return tuple(dict.fromkeys(view.source for view in library.views.values() if view.kind == QUESTIONS))


def _cards(library: Library, sections: Sequence[Section]) -> Iterator[Card]:
    """One card a clause, under the first question that it answers."""
    clauses = {section.id: section for section in sections if section.kind == "clause"}
    for row in (row for source in _asked_in(library) for row in library.records.get(source, ())):
        answering = (clauses[name] for name in value_texts(row, "klausul") if name in clauses)
        if found := first_steps(answering):
            del clauses[found[0].id]
            yield row, *found


def _card(row: Record, section: Section, steps: tuple[Step, ...], words: Phrases, named: Named) -> Iterator[Block]:
    place = row.position or Position(section.path)
    asked = next(iter(value_texts(row, "fråga")), row.id)
    yield Paragraph((Text(asked),), HEADING, place)
    yield Paragraph((Text(f"{words.source}: "), *named(section.id, place)), SMALL, place)
    yield _table(steps, words)


def _table(steps: tuple[Step, ...], words: Phrases) -> Table:
    """A row a step, without a column that would be empty."""
    columns = (
        (words.step, [_plain(step.number) for step in steps]),
        (words.who, [step.who for step in steps]),
        (words.does, [step.does for step in steps]),
        (words.when, [step.when for step in steps]),
    )
    shown = [(head, cells) for head, cells in columns if any(p.content for cell in cells for p in cell.content)]
    head = Row(tuple(_plain(head) for head, _ in shown), header=True)
    rows = zip(*(cells for _, cells in shown), strict=True)
    return Table((head, *map(Row, rows)), (LEFT,) * len(shown))


def _plain(text: str) -> Cell:
    return Cell((Paragraph((Text(text),)),))
