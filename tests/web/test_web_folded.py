"""Rows that are as they were are folded on pages that compare: opened without script, on paper told by their number."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page
from reading import read
from web_examples import DOCUMENT, clause

from builder.compare import compare
from builder.model import Cell, Document, Paragraph, Row, Table, Text
from builder.web import redline_html
from tests.accessible import violations

LONG = 12


def table(changed: dict[int, str], rows: int = LONG) -> Table:
    lines = [("Nr", "Vad"), *((f"R{n}", changed.get(n, f"Rad {n} som den är.")) for n in range(1, rows + 1))]
    cells = (tuple(Cell((Paragraph((Text(text),)),)) for text in line) for line in lines)
    return Table(tuple(Row(line, header=not n) for n, line in enumerate(cells)), ("left", "left"))


def document(table: Table) -> Document:
    return Document(DOCUMENT.name, DOCUMENT.edition, (clause("hemmet/lista", "1", "Lista", table),))


def html(changed: dict[int, str], rows: int = LONG) -> str:
    return redline_html(compare(document(table({}, rows)), document(table(changed, rows))))


@pytest.mark.parametrize(
    ("changed", "rows", "folded"),
    [
        ({1: "En ny rad här."}, LONG, ["11"]),
        ({6: "En ny rad här."}, LONG, ["5", "6"]),
        ({4: "En ny rad här."}, LONG, ["8"]),
        ({5: "En ny rad här."}, 5, ["4"]),
        ({4: "En ny rad här."}, 7, []),
        (dict.fromkeys(range(1, LONG + 1), "En helt annan text."), LONG, []),
    ],
)
def test_stretches_of_four_rows_and_more_are_folded(changed: dict[int, str], rows: int, folded: list[str]) -> None:
    page = html(changed, rows)
    parts = page.split('<tbody class="lika">')[1:]
    assert [part.split("Visa </span>")[1].split()[0] for part in parts] == folded
    for part, number in zip(parts, folded, strict=True):
        assert part.split("</tbody>")[0].count("<tr>") == int(number)
    assert all(f">R{n}<" in page for n in range(1, rows + 1))
    assert read(page).text.count("oförändrade rader") == len(folded)


@pytest.mark.parametrize("now", [(), (table({}),)], ids=["gone", "come"])
def test_a_table_that_came_or_went_shows_all_its_rows(now: tuple[Table, ...]) -> None:
    old, new = ((table({}),), now) if not now else ((), now)
    both = (Document(DOCUMENT.name, DOCUMENT.edition, (clause("hemmet/lista", "1", "Lista", *blocks),))
            for blocks in (old, new))  # fmt: skip
    assert 'class="lika"' not in redline_html(compare(*both))


# --- in a browser without script -------------------------------------------------------------------------


@pytest.fixture(params=[1280, 360])
def page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": request.param, "height": 900}, java_script_enabled=False)
    page = context.new_page()
    page.set_content(html({6: "En ny rad här."}))
    yield page
    context.close()


def seen(page: Page) -> list[str]:
    rows = page.locator(".andring tr:not(.oppna) td:first-child").all()
    return [row.inner_text() for row in rows if row.is_visible()]


@pytest.mark.slow
def test_a_box_opens_the_rows_by_mouse_and_by_keyboard(page: Page) -> None:
    assert seen(page) == ["R6"]
    page.get_by_label("Visa 5 oförändrade rader").check()
    assert seen(page) == [f"R{n}" for n in range(1, 7)]
    page.get_by_label("Visa 6 oförändrade rader").focus()
    page.keyboard.press("Space")
    assert seen(page) == [f"R{n}" for n in range(1, LONG + 1)]


@pytest.mark.slow
def test_on_paper_the_number_of_rows_stands_without_a_box(page: Page) -> None:
    page.emulate_media(media="print")
    first = page.locator(".oppna").first
    assert first.inner_text().strip() == "5 oförändrade rader"
    assert not page.locator(".oppna input").first.is_visible()
    assert seen(page) == ["R6"]


@pytest.mark.slow
def test_one_text_alone_shows_all_its_rows(browser: Browser) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.set_content(html({6: "En ny rad här."}))
    page.get_by_label("Ny text").check()
    assert seen(page) == [f"R{n}" for n in range(1, LONG + 1)]
    assert not page.locator(".oppna").first.is_visible()
    context.close()


@pytest.mark.slow
def test_axe_finds_no_fault_in_folded_rows(browser: Browser, axe: Path) -> None:
    context = browser.new_context(bypass_csp=True)
    page = context.new_page()
    page.set_content(html({6: "En ny rad här."}))
    assert violations(page, axe) == []
    context.close()
