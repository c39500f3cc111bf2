"""Grades on the page: the same as in the JSON, told by word and shape, counted, filtered, sorted, stepped through."""

import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest
from hypothesis import given
from playwright.sync_api import Browser, Page
from test_web_moves import HEAD, ROWS, document, table
from test_web_redline import CAME, FROM, TO, edited, redline
from web_examples import DOCUMENT, SITE, clause, comparing, para

from builder.changes import GRADES, Change, ChangeKind, changes
from builder.compare import compare
from builder.export import redline_json
from builder.model import Document, Drawing, Facts, Picture, Reason, Section, Text
from builder.redline import MarkedPicture, Redline, Span, keep_section
from builder.web import pages, redline_html
from builder.web.assets import asset
from builder.web.cards import KINDS
from builder.web.comparison import comparison
from tests.accessible import violations
from tests.documents import pairs

HEMMET = replace(DOCUMENT, edition=replace(DOCUMENT.edition, version="utkast-1"))
WHY = Facts(reasons=(Reason("utkast-2", "Två kommuner saknade en gräns."),))


@dataclass
class Shown:
    """A card as it stands in the page: its clause, its grade as data and as a word, and all its words."""

    grade: str
    badges: list[str] = field(default_factory=list)
    clause: str = ""
    text: str = ""


class Cards(HTMLParser):
    """Reads the cards, and the grades of the rows of the overview."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.cards: list[Shown] = []
        self.rows: list[str] = []
        self.inside = ""
        self.is_card = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        names = given.get("class", "").split()
        if "andring" in names:
            self.cards.append(Shown(given["data-grad"]))
            self.is_card = True
        if tag == "tr" and "data-grad" in given:
            self.rows.append(given["data-grad"])
        self.inside = next((name for name in names if name in ("grad", "klausulfot")), "")

    def handle_endtag(self, tag: str) -> None:
        self.is_card = self.is_card and tag != "section"
        self.inside = ""

    def handle_data(self, data: str) -> None:
        if not self.is_card:
            return
        card = self.cards[-1]
        card.text += data
        if self.inside == "grad":
            card.badges.append(data)
        if self.inside == "klausulfot":
            card.clause = data.removesuffix(" · ")


def listed(marked: Redline) -> list[tuple[str, str]]:
    return [(change["clause"], change["grade"]) for change in json.loads(redline_json(marked))["changes"]]


@given(pairs())
def test_every_listed_change_has_one_card_with_its_grade(pair: tuple[Document, Document]) -> None:
    marked = compare(*pair)
    read = Cards(redline_html(marked))
    assert [(card.clause, card.grade) for card in read.cards] == listed(marked)
    assert read.rows == [card.grade for card in read.cards]
    assert all(card.badges == [card.grade] for card in read.cards)


@given(pairs())
def test_sections_are_either_changed_or_listed_as_unchanged(pair: tuple[Document, Document]) -> None:
    old, new = pair
    marked = compare(old, new)
    told = json.loads(redline_json(marked))["changes"]
    same = len(new.sections) - sum(change["kind"] != "deleted" for change in told)
    assert (f"Oförändrade avsnitt: {same}<" in redline_html(marked)) == bool(same)


def test_every_kind_of_change_has_a_name_on_the_page() -> None:
    assert set(KINDS) == set(get_args(ChangeKind))


def version(label: str, *sections: Section) -> Document:
    return replace(HEMMET, edition=replace(HEMMET.edition, version=label), sections=sections)


OLD = (
    clause("hemmet/svar", "1", "Svarstid", para("Läkaren bör svara inom 14 dagar.")),
    clause("hemmet/ord", "2", "Orden", para("Planen är bra.")),
    clause("hemmet/flytt", "3", "Flyttad", para("Texten här är som den var.")),
    clause("hemmet/lika", "4", "Lika", para("Ingenting har hänt med det här stycket om planen.")),
)
NEW = (
    replace(OLD[2], number="1"),
    clause("hemmet/svar", "2", "Svarstid", para("Läkaren ska svara inom 7 dagar."), facts=WHY),
    clause("hemmet/ord", "3", "Orden", para("Planen är mycket god.")),
    OLD[3],
)
THREE = compare(version("utkast-1", *OLD), version("utkast-2", *NEW))


def test_a_card_says_its_grade_what_it_rests_on_and_why() -> None:
    moved, answer, words = Cards(redline_html(THREE)).cards
    assert [moved.grade, answer.grade, words.grade] == ["redaktionell", "i sak", "liten"]
    assert "I sak: bör → ska; 14 → 7 dagarVarför: Två kommuner saknade en gräns." in answer.text
    assert "Liten: ”bra” → ”mycket god”Varför: Inget skäl är angivet." in words.text
    assert "Redaktionell: Bara platsen. Texten är oförändrad." in moved.text
    assert "Varför" not in moved.text


def test_the_overview_counts_each_grade() -> None:
    html = redline_html(THREE)
    for grade in GRADES:
        assert f'grad--{grade.replace(" ", "-")}">{grade}</span> <strong>1</strong>: ' in html


def test_a_moved_section_with_another_picture_is_moved_and_changed() -> None:
    before = replace(edited((), fate=(FROM,)), blocks=())
    drawn = MarkedPicture(Picture("En karta", Drawing(10, 10, ())), (TO, *CAME))
    read = Cards(redline_html(redline(before, replace(edited((), fate=(TO,)), blocks=(drawn,)))))
    assert "Flyttad och ändrad" in read.cards[0].text


def test_a_renamed_file_says_what_it_was_called() -> None:
    read = Cards(redline_html(redline(replace(edited((Span(Text("x")),)), old_id="hemmet/plan"))))
    assert "Ny rubrik" in read.cards[0].text
    assert "Hette hemmet/plan." in read.cards[0].text


def test_the_site_says_how_much_has_changed() -> None:
    written = pages(comparing(SITE, THREE))
    said = "utkast-1--utkast-2.md): 1 ändring i sak, 1 liten ändring och 1 redaktionell ändring"
    assert said in str(written["versioner/index.md"])
    assert said in str(written["index.md"])
    same = keep_section(clause("hemmet/lika", "4", "Lika", para("Lika.")))
    assert "utkast-1--utkast-2.md): inga ändringar" in str(pages(comparing(SITE, redline(same)))["index.md"])


PARTIES = {"kommunen": "Kommunen", "regionen": "Regionen", "staten": "Staten"}


def bound(change: Change) -> tuple[str, ...]:
    """The first clause binds both, the second one of them; the others nobody."""
    return {"hemmet/svar": ("kommunen", "regionen"), "hemmet/ord": ("kommunen",)}.get(change.section.id, ())


def for_parties() -> str:
    return comparison(THREE, changes(THREE), lambda _: "", PARTIES, bound)


def test_only_those_whom_a_changed_clause_binds_can_be_chosen() -> None:
    html = for_parties()
    assert [part for part in ("", *PARTIES) if f'data-visa-part="{part}"' in html] == ["", "kommunen", "regionen"]
    assert 'data-visa-part="' not in redline_html(THREE)


# --- in a browser --------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> str:
    path = tmp_path_factory.mktemp("sida") / "andringar.html"
    path.write_text(redline_html(THREE), "utf-8")
    return path.as_uri()


@pytest.fixture
def page(browser: Browser, file: str) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    page.goto(file)
    yield page
    context.close()


def seen(page: Page, selector: str) -> list[str]:
    """The grades of what is visible, in the order it stands."""
    shown = [part for part in page.locator(selector).all() if part.is_visible()]
    return [part.get_attribute("data-grad") or "" for part in shown]


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name).click()


@pytest.mark.slow
def test_grades_are_chosen_and_sorted(page: Page) -> None:
    status = page.get_by_role("status").last
    press(page, "I sak (1)")
    assert seen(page, ".andring") == seen(page, "tr[data-grad]") == ["i sak"]
    assert status.inner_text() == "Visar 1 av 3 ändringar: i sak, i textens ordning."
    press(page, "Liten (1)")
    press(page, "Efter grad")
    assert seen(page, ".andring") == seen(page, "tr[data-grad]") == ["i sak", "liten"]
    assert status.inner_text() == "Visar 2 av 3 ändringar: i sak och liten, de som betyder mest först."
    assert [b.inner_text() for b in page.locator("[aria-pressed=true]").all()] == [
        "I sak (1)", "Liten (1)", "Efter grad",
    ]  # fmt: skip
    press(page, "Alla (3)")
    assert seen(page, ".andring") == ["i sak", "liten", "redaktionell"]
    press(page, "Efter plats")
    assert seen(page, ".andring") == seen(page, "tr[data-grad]") == ["redaktionell", "i sak", "liten"]


@pytest.mark.slow
def test_changes_are_shown_for_one_party_and_one_grade(browser: Browser, tmp_path: Path) -> None:
    path = tmp_path / "parter.html"
    path.write_text(f"<!doctype html><body>{for_parties()}<script>{asset('redline.js').decode()}</script>", "utf-8")
    page = browser.new_page()
    page.goto(path.as_uri())
    press(page, "Kommunen")
    assert seen(page, ".andring") == seen(page, "tr[data-grad]") == ["i sak", "liten"]
    assert page.get_by_role("status").last.inner_text() == (
        "Visar 2 av 3 ändringar, som binder Kommunen, i textens ordning."
    )
    press(page, "Liten (1)")
    assert seen(page, ".andring") == ["liten"]
    press(page, "Regionen")
    assert seen(page, ".andring") == []
    page.get_by_role("button", name="Alla", exact=True).click()
    assert seen(page, ".andring") == ["liten"]
    page.close()


@pytest.mark.slow
def test_steps_skip_what_is_filtered_out(page: Page) -> None:
    page.keyboard.press("n")
    assert page.evaluate("document.activeElement.id") == "andring-1"
    press(page, "Liten (1)")
    press(page, "I sak (1)")
    met = []
    for key in ("n", "n", "n", "p", "p"):
        page.keyboard.press(key)
        met.append(page.evaluate("document.activeElement.id"))
    assert met == ["andring-2", "andring-3", "andring-3", "andring-2", "andring-2"]
    assert page.get_by_role("status").first.inner_text() == "1 av 2"


@pytest.mark.slow
def test_a_link_to_what_is_filtered_out_shows_all_again(page: Page) -> None:
    press(page, "I sak (1)")
    page.evaluate("location.hash = '#andring-3'")
    page.locator("#andring-3").wait_for()
    assert len(seen(page, ".andring")) == 3
    assert page.get_by_role("button", name="Alla (3)").get_attribute("aria-pressed") == "true"


@pytest.mark.slow
def test_without_a_script_all_is_shown_and_nothing_to_press(browser: Browser, file: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    plain = context.new_page()
    plain.goto(file)
    assert plain.locator("button:visible").count() == 0
    assert Counter(seen(plain, ".andring")) == Counter(GRADES)
    context.close()


@pytest.mark.slow
@pytest.mark.parametrize("media", ["screen", "print"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_grades_differ_in_shape_and_not_in_colour_alone(page: Page, media: Any, scheme: Any) -> None:
    page.emulate_media(media=media, color_scheme=scheme)
    shapes = page.evaluate(
        """[...document.querySelectorAll(".andring .grad")].map((badge) => {
            const own = getComputedStyle(badge);
            const before = getComputedStyle(badge, "::before").content;
            return [own.borderTopStyle, own.borderTopWidth, own.borderTopLeftRadius, before].join(" ");
        })"""
    )
    assert len(set(shapes)) == 3


@pytest.mark.slow
def test_the_choice_is_accessible(page: Page, axe: Path) -> None:
    press(page, "I sak (1)")
    assert violations(page, axe) == []


@pytest.mark.slow
def test_a_printed_choice_says_that_it_is_one(page: Page) -> None:
    page.emulate_media(media="print")
    line = page.get_by_text("Visar 1 av 3 ändringar")
    assert page.locator(".urval").is_hidden()
    page.emulate_media(media="screen")
    press(page, "I sak (1)")
    page.emulate_media(media="print")
    assert line.is_visible()
    assert page.locator(".urval button").first.is_hidden()


@pytest.mark.slow
@pytest.mark.parametrize("shown", ["ny", "gammal"])
def test_a_row_of_the_text_that_is_read_alone_is_neither_struck_nor_underlined(
    browser: Browser, tmp_path: Path, shown: str
) -> None:
    old = document("utkast-1", table(HEAD, *ROWS))
    new = document("utkast-2", table(HEAD, *ROWS[1:], ("Vaccin ges", "Regionen", "Varje höst")))
    (tmp_path / "rader.html").write_text(redline_html(compare(old, new)), "utf-8")
    page = browser.new_page()
    page.goto((tmp_path / "rader.html").as_uri())
    page.locator(f"input[value={shown}]").check()
    cell = page.locator(f"tr.bara-{shown} td").first
    assert cell.is_visible()
    assert cell.evaluate("cell => getComputedStyle(cell).textDecorationLine") == "none"
    page.close()
