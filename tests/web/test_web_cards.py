"""Process cards on the site: real headings and heads of columns, and each card whole on a sheet of paper."""

from io import BytesIO
from pathlib import Path

import markdown
import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from builder.compare import compare
from builder.model import Block
from builder.web.block import blocks
from builder.web.inline import Pen
from builder.web.marked_blocks import marked_blocks
from builder.web.places import places
from tests.web.reading import EXTENSIONS
from tests.web.web_examples import SITE
from tests.word.card_examples import OLD_CARDS, card, cards, listing
from tests.word.word_examples import p

STYLE = Path(__file__).parents[2] / "builder" / "web" / "assets" / "text.css"
STEPS = [(f"steg{n}", "Kommunen", "Gör något", "Genast") for n in range(1, 13)]


def html(*content: Block) -> str:
    text = blocks(Pen(places(SITE), "hemmet", "x.md"), content, "bilaga/processkort", 1)
    return str(markdown.markdown(text, extensions=EXTENSIONS))


def test_a_card_is_a_heading_its_source_and_a_table_with_heads() -> None:
    made = html(*OLD_CARDS.sections[-1].blocks)
    assert made.count("<h2 ") == made.count("<table>") == 2
    assert made.count("</th>") == 8
    assert '<p class="fakta">Källa: ' in made
    assert "Källa: " in made[made.index("<h2 ") : made.index("<table>")]


def test_a_list_in_a_step_is_a_list_also_where_changes_are_marked() -> None:
    assert "Bedömer<ul><li>puls</li><li>vikt</li></ul>" in html(*listing("puls", "vikt"))
    one, two = (cards(*listing(*items)) for items in (("puls",), ("puls", "vikt")))
    (section,) = (each for each in compare(one, two).sections if each.kind == "annex")
    made = marked_blocks(section.blocks)
    assert "<ul><li>puls</li><li><ins>" in made
    assert made.count("<li>") == 2


@pytest.mark.slow
@pytest.mark.parametrize("lines", [0, 12, 18, 22, 26])
@pytest.mark.parametrize("framed", [False, True])
def test_a_card_that_fits_on_a_sheet_is_printed_on_one(browser: Browser, lines: int, framed: bool) -> None:
    body = html(*(p(f"Rad {n}.") for n in range(lines)), *card("Vad gör jag?", *STEPS))
    if framed:  # as the script frames a table
        body = body.replace("<table>", '<div class="md-typeset__scrollwrap"><table>').replace(
            "</table>", "</table></div>"
        )
    page = browser.new_page()
    page.set_content(f'<style>{STYLE.read_text("utf-8")}</style><div class="md-typeset">{body}</div>')
    sheets = PdfReader(BytesIO(page.pdf(format="A4", prefer_css_page_size=True))).pages
    page.close()
    (whole,) = [text for sheet in sheets if "steg" in (text := sheet.extract_text())]
    assert all(said in whole for said in ("Vad gör jag?", "Källa: ", "steg1 ", "steg12"))
