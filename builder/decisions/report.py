"""The state of the decisions as an ordinary document, which every writer can print."""

from collections.abc import Iterable, Iterator, Sequence

from builder.decisions.calendar import Day, days
from builder.decisions.standing import STATES, Outcome, Standing, State, all_or_named, outcome
from builder.library import Library
from builder.model import Alignment, Block, Cell, Document, Edition, Marks, Paragraph, Row, Section, Shape, Table, Text

__all__ = ["MEANING", "decisions_document"]

MEANING: dict[State, str] = {
    "likalydande": "bifall till samma text som de andra",
    "avvikande": "bifall till en annan text, räknas inte",
    "återremiss": "ärendet ska beredas igen",
    "nej": "avslag",
    "oklart": "det framgår inte vilken text beslutet gäller, räknas inte",
    "planerat": "dagen är bestämd",
    "väntar": "inget är infört",
}
HEADS = ("Part", "Läge", "Organ och dag", "Paragraf och diarienummer", "Text", "Anslaget och laga kraft", "Anmärkning")
STEPS = ("Part", "Steg", "Organ", "Senast", "Planerat", "Stöd", "Anmärkning")


def decisions_document(library: Library, edition: Edition, agreement: str) -> Document:
    """Where the parties stand on an agreement. `edition`: that of its text as it is now."""
    found = outcome(library, agreement)
    chapters = [
        _chapter("lage", "1", "Läget", _state(found)),
        _chapter("parter", "2", "Parternas beslut", [_table(HEADS, (_row(standing) for standing in found.standings))]),
    ]
    if steps := days(library, agreement):
        names = {party.id: party.short or party.name for party in library.parties.values()}
        rows = ([names[day.party], *_step(day)] for day in steps)
        intro = _words("Dagarna är räknade från det möte där parten beslutar, eller från sista dagen för beslut.")
        chapters.append(_chapter("kalender", "3", "Vägen till beslut", [intro, _table(STEPS, rows)]))
    return Document(f"beslutslage-{agreement}", edition, tuple(chapters))


def _chapter(name: str, number: str, title: str, blocks: Iterable[Block]) -> Section:
    return Section(f"kapitel/{name}", "chapter", 1, (Text(title),), tuple(blocks), number)


def _state(found: Outcome) -> Iterator[Block]:
    yield _words(f"{found.counted} av {len(found.standings)} parter har fattat likalydande beslut.")
    if found.fingerprint:
        yield _words(f"Texten som de flesta har beslutat om har kontrollsumman {found.fingerprint[:16]}.")
    yield _words(f"Överenskommelsen börjar gälla {found.valid_from}." if found.valid_from else found.why)
    for state in STATES:
        named = [s.party.short or s.party.name for s in found.standings if s.state == state]
        if named:
            bold = Text(f"{state.capitalize()} ({MEANING[state]}): ", Marks(strong=True))
            yield Paragraph(
                (bold, Text(f"{all_or_named(named, len(found.standings))}.")), Shape(level=1, marker="bullet")
            )


def _row(standing: Standing) -> list[str]:
    decision, name = standing.decision, standing.party.name
    if decision is None:
        return [name, standing.state, "–", "–", "–", "–", standing.why or "–"]
    text = _joined(decision.version, decision.checksum[:16])
    final = f"laga kraft {standing.final}" if standing.final else ""
    remarks = _joined(standing.why, decision.reservation and f"Reservation: {decision.reservation}")
    return [
        name, standing.state, _joined(decision.body, decision.date), _joined(decision.section, decision.diary), text,
        _joined(decision.announced, final), remarks,
    ]  # fmt: skip


def _step(day: Day) -> list[str]:
    return [day.step, day.body or "–", day.latest, day.planned or "–", day.basis or "–", day.fault or "–"]


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part) or "–"


def _words(sentence: str) -> Paragraph:
    return Paragraph((Text(sentence),))


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    left: Alignment = "left"
    head = Row(tuple(Cell((_words(name),)) for name in heads), header=True)
    body = (Row(tuple(Cell((_words(text),)) for text in row)) for row in rows)
    return Table((head, *body), (left,) * len(heads))
