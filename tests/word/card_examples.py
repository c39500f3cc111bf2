"""An annex of process cards before and after: steps that changed and came, a card that came and one that went."""

from dataclasses import replace

from builder.model import Block, Cell, ClauseLink, Document, Marks, Number, Table, Text
from tests.word.word_examples import EDITION, p, section, table

__all__ = ["NEW_CARDS", "OLD_CARDS", "card", "cards", "listing", "long_card"]

HEADS = ("Steg", "Vem", "Gör", "När")
LARM = (("1", "Kommunen", "Larmar räddningstjänsten", "Genast"), ("2", "Regionen", "Svarar", "Inom 30 minuter"),
        ("3", "Kommunen", "Skriver upp", "Samma dag"))  # fmt: skip
NEW_LARM = (*LARM[:1], ("2", "Regionen", "Svarar och åker ut", "Inom 20 minuter"),
            ("3", "Regionen", "Meddelar alla", ""), ("4", *LARM[2][1:]))  # fmt: skip
MOVE = (("1", "Regionen", "Säger till", "Före flytten"), ("2", "Kommunen", "Packar", "På dagen"),
        ("3", "Kommunen", "Bär", "På dagen"))  # fmt: skip
VISIT = (("1", "Läkaren", "Ringer på", "Vid besöket"), ("2", "Patienten", "Öppnar dörren", "När det ringer"),
         ("3", "Läkaren", "Undersöker", "Vid besöket"))  # fmt: skip


def card(asked: str, *steps: tuple[str, ...]) -> list[Block]:
    """A question, where its answer stands, and the steps."""
    source = p(
        "Källa: ", Number("hemmet/larm", "1"), " ", Text("Larm", Marks(link=ClauseLink("hemmet/larm"))), kind="facts"
    )
    return [p(asked, kind="heading", depth=1), source, table(HEADS, *steps)]


def listing(*items: str) -> list[Block]:
    """A card with a list in a step."""
    heading, source, steps = card("Vad bedömer läkaren?", *VISIT)
    assert isinstance(steps, Table)
    *rows, last = steps.rows
    does = Cell((p("Bedömer" if items else "Bedömer allt"), *(p(item, level=1, marker="bullet") for item in items)))
    return [heading, source, replace(steps, rows=(*rows, replace(last, cells=(*last.cells[:2], does, last.cells[3]))))]


def cards(*blocks: Block) -> Document:
    """A clause, and the annex."""
    larm = section("hemmet/larm", "Larm", "1", p("Kommunen ska larma."), level=1)
    annex = section(
        "bilaga/processkort", "Processkort", "Bilaga 1", p("Det är klausulen som gäller."), *blocks, level=1
    )
    return Document("hemmet", EDITION, (larm, annex))


def long_card(rows: int) -> list[Block]:
    """A card of so many steps."""
    return card("Vad är hela följden?", *((f"steg{n}", "Kommunen", "Gör något", "Genast") for n in range(1, rows + 1)))


OLD_CARDS = cards(*card("Det brinner. Vad gör jag?", *LARM), *card("Patienten flyttar. Vem gör vad?", *MOVE))
NEW_CARDS = cards(*card("Det brinner. Vad gör jag?", *NEW_LARM), *card("Läkaren kommer. Vem gör vad?", *VISIT))
