"""Process cards in the PDF of record: whole on a page where they fit, with their heads where they go on."""

import pytest

from builder.compare import compare
from builder.model import Block
from builder.pdf import write
from builder.redline import unchanged
from tests.pdf.pdf_reading import faults, opened, plain
from tests.word.card_examples import NEW_CARDS, OLD_CARDS, card, cards, long_card
from tests.word.word_examples import p

pytestmark = pytest.mark.slow

STEPS = [(f"steg{n}", "Kommunen", "Gör något", "Genast") for n in range(1, 13)]


def pages(*blocks: Block) -> list[str]:
    """The pages that show steps of a card."""
    sheets = opened(write(unchanged(cards(*blocks)))).pages
    return [text for sheet in sheets if "steg" in (text := plain(sheet.extract_text()))]


def test_a_card_that_fits_on_a_page_stands_on_one_with_its_heading_wherever_it_begins() -> None:
    for rows in (0, 10, 20, 26, 30, 34):
        (whole,) = pages(*(p(f"Rad {n}.") for n in range(rows)), *card("Vad gör jag?", *STEPS))
        assert all(plain(said) in whole for said in ("Vad gör jag?", "Källa: 1 Larm", "steg12"))


def test_a_card_longer_than_a_page_goes_on_with_its_heads() -> None:
    going_on = pages(*long_card(99))
    assert len(going_on) > 1
    assert all(plain("Vem Gör När") in page for page in going_on)
    assert plain("Vad är hela följden?") in going_on[0]
    assert sum(page.count("steg") for page in going_on) == 99


def test_cards_and_their_changes_are_valid() -> None:
    for value in (unchanged(NEW_CARDS), compare(OLD_CARDS, NEW_CARDS), unchanged(cards(*long_card(99)))):
        assert faults(write(value)) == []
