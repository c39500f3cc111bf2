"""A picture on a page: drawn in place, said in words, and readable on a small screen and in the dark."""

from collections.abc import Iterator
from dataclasses import replace
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Browser, Page
from reading import read, read_markdown
from web_examples import DOCUMENT, SITE, clause, para

from builder.compare import compare
from builder.model import Document, Picture
from builder.pictures import matrix, timeline
from builder.web import pages, redline_html
from builder.web.picture import figure

GRID = matrix([("R1", 5, 4), ("R2", 1, 2)], "Sannolikhet", "Konsekvens", caption="Risker <i bild>", key="risker")
LATER = matrix([("R1", 3, 4), ("R2", 1, 2)], "Sannolikhet", "Konsekvens", caption="Risker <i bild>", key="risker")
LINE = timeline([("Remiss", "2027-01-15", "2027-03-31")])[0]


RISKS = clause("hemmet/risker", "1", "Risker", para("Så ser det ut."))


def document(*pictures: Picture) -> Document:
    return replace(DOCUMENT, sections=(replace(RISKS, blocks=(*RISKS.blocks, *pictures)),))


def svg(html: str) -> ElementTree.Element:
    return ElementTree.fromstring(html[html.index("<svg") : html.index("</svg>") + 6])


def test_a_picture_is_named_and_described() -> None:
    root = svg(figure(GRID))
    assert root.get("role") == "img"
    assert [child.text for child in root[:2]] == ["Risker <i bild>", GRID.alt]
    assert [child.tag.rpartition("}")[2] for child in root[:2]] == ["title", "desc"]
    assert svg(figure(LINE))[0].text == LINE.alt


def test_its_words_can_be_read_beside_it_and_it_asks_no_one() -> None:
    page = read(figure(GRID))
    assert GRID.alt in page.text
    assert "Bilden i ord" in page.text
    assert page.links == []
    assert "style" not in {name for name, _ in page.attributes}


def test_markdown_leaves_it_whole() -> None:
    written = pages(replace(SITE, documents=(document(GRID, LINE),)))
    page = read_markdown(next(str(text) for path, text in written.items() if path.endswith("hemmet-risker.md")))
    assert page.tags.count("svg") == page.tags.count("figure") == 2
    assert "R1" in page.text
    assert "&lt;" not in page.text


def test_a_redrawn_picture_stands_as_old_and_new() -> None:
    html = redline_html(compare(document(GRID), document(LATER)))
    went, came = html.index('<del class="helt"><p class="bildmarke">Borttagen bild'), html.index("Tillagd bild</p>")
    assert went < came
    assert html.count("<svg") == 2
    assert "1 bild tillagd, 1 bild borttagen" in html.lower()


def test_a_picture_of_a_new_section_is_not_said_to_be_new_again() -> None:
    new = replace(DOCUMENT, sections=(*document().sections, clause("hemmet/ny", "2", "Ny", para("Ny."), GRID)))
    html = redline_html(compare(document(), new))
    assert "Tillagd bild" not in html
    assert "<svg" in html


@pytest.fixture
def phone(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 360, "height": 740}, color_scheme=request.param)
    yield context.new_page()
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("phone", ["light", "dark"], indirect=True)
def test_on_a_phone_the_picture_scrolls_and_the_page_does_not(phone: Page) -> None:
    phone.set_content(redline_html(compare(document(GRID), document(LATER))))
    assert phone.evaluate("document.documentElement.scrollWidth") == 360
    frame = phone.locator(".bildruta").first
    assert frame.evaluate("e => e.scrollWidth > e.clientWidth")
    letters = phone.locator("svg text", has_text="R1").first
    assert letters.evaluate("e => e.getBoundingClientRect().height") > 9
