"""The page to search on, in Chromium: keyboard, filters, hostile words, without Pagefind and from a folder."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from playwright.sync_api import Browser, Page, Request, expect

from tests.accessible import violations

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("search")]

SEEN = """cell => {
    const { left, top, width } = cell.getBoundingClientRect();
    return cell.contains(document.elementFromPoint(left + width / 2, top + 4));
}"""


def typed(page: Page, words: str) -> None:
    page.get_by_label("Vad söker du?").fill(words)
    expect(page.get_by_role("status").filter(has_text=re.compile("klausul|Inga"))).to_be_visible()


def test_nothing_is_loaded_for_the_search_before_it_is_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "avtal/hemmet/grunder/", wait_until="networkidle")
    assert [url for url in asked if "/sok" in url and not url.endswith("/sok.css")] == []
    assert [url for url in asked if "sprak" in url or "pagefind" in url or "search" in url] == []
    assert [url for url in asked if not url.startswith((address, "data:"))] == []


def test_the_field_in_the_header_leads_to_the_hits(page: Page, address: str) -> None:
    page.goto(address + "avtal/hemmet/grunder/", wait_until="load")
    page.get_by_role("searchbox", name="Sök").fill("läkarmedverkan")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sok/?q=*")
    expect(page.locator("[data-slag=Klausul] h3").first).to_contain_text("Läkarmedverkan")


def test_on_a_phone_the_button_leads_to_the_field(browser: Browser, address: str) -> None:
    phone = browser.new_context(viewport={"width": 360, "height": 740}, has_touch=True).new_page()
    phone.goto(address, wait_until="load")
    phone.get_by_role("button", name="Sök").tap()
    expect(phone.get_by_label("Vad söker du?")).to_be_focused()
    phone.context.close()


def test_the_found_words_are_marked_on_the_hit_and_on_the_page_it_leads_to(page: Page, address: str) -> None:
    page.goto(address + "sok/")
    typed(page, "avvikelser rapporteras")
    first = page.locator("[data-slag=Klausul] li").first
    assert {"Avvikelser"} <= {mark.inner_text() for mark in first.locator("mark").all()}
    page.keyboard.press("ArrowDown")
    expect(page.locator("#sok-traffar h3 a").first).to_be_focused()
    first.get_by_role("link").press("Enter")
    page.wait_for_url("**gemensamt/avvikelser")
    marks = page.locator("mark.sokt")
    expect(marks.first).to_be_visible()
    clause = page.locator("[id='gemensamt/avvikelser']")
    assert clause.evaluate("e => e.querySelectorAll('mark.sokt').length") == 1
    assert {mark.inner_text().lower() for mark in marks.all()} >= {"avvikelser", "avvikelsen", "rapportera"}
    page.get_by_role("button", name="Sluta markera").click()
    expect(marks).to_have_count(0)
    assert clause.inner_text().endswith("Avvikelser mellan parterna")


def test_another_name_is_told_and_the_word_of_the_text_is_marked(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=KAD")
    first = page.locator("[data-slag=Klausul] li").first
    expect(first).to_contain_text("Texten säger ”förbrukningsartiklar” där du skrev ”KAD”.")
    first.get_by_role("link").click()
    expect(page.locator("mark.sokt").first).to_have_text(re.compile("förbrukningsartik", re.IGNORECASE))


def test_a_hit_shows_number_agreement_responsible_and_version(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=läkarmedverkan")
    first = page.locator("[data-slag=Klausul] li").first
    expect(first.locator("h3")).to_have_text(re.compile(r"^\d+\.\d+ Läkarmedverkan$"))
    expect(first.locator(".fakta")).to_contain_text(
        re.compile(r"Hälso- och sjukvård i hemmet.*Ansvarig: .*UTKAST|GÄLLER")
    )


def test_filters_narrow_and_stand_in_the_address(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=kostnadsansvar")
    page.locator("[data-slag=Klausul] h3").first.wait_for()
    page.get_by_text("Avgränsa").click()
    agreement = page.get_by_label("Avtal", exact=True)
    expect(agreement.locator("option")).to_have_count(5)
    agreement.select_option(label="Rehabilitering och hjälpmedel")
    chosen = agreement.input_value()
    expect(page.locator("[data-slag=Klausul]").locator(".fakta").first).to_contain_text(chosen)
    assert all(
        chosen in option.inner_text() for option in page.get_by_label("Kapitel").locator("option:not([value=''])").all()
    )
    assert f"avtal={chosen}" in unquote(page.url.replace("+", " "))
    page.get_by_label("Ansvarar").select_option("Regionen")
    facts = page.locator("[data-slag=Klausul]").locator(".fakta")
    expect(facts.first).to_contain_text("Regionen")
    assert all("Regionen" in fact.inner_text() for fact in facts.all())
    page.reload()
    expect(agreement).to_have_value(chosen)


def test_a_clause_that_agreements_share_is_one_hit_and_is_read_in_the_chosen_one(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=ikraftträdande")
    section = page.locator("[data-slag=Klausul]")
    hit = section.locator("li").filter(has=page.get_by_role("link", name=re.compile(r"Ikraftträdande$")))
    expect(hit).to_have_count(1)
    expect(hit).to_contain_text("finns också i 3 andra avtal")
    page.get_by_text("Avgränsa").click()
    page.get_by_label("Avtal", exact=True).select_option(label="Läkarmedverkan")
    expect(hit.get_by_role("link")).to_have_attribute("href", re.compile("/avtal/lakaransvar/"))


def test_an_earlier_version_is_searched_when_it_is_chosen(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=tröskelprincipen")
    page.locator("[data-slag=Klausul] h3").first.wait_for()
    assert page.get_by_role("heading", name="I en tidigare version").count() == 0
    page.get_by_text("Avgränsa").click()
    page.get_by_label("Version").select_option(label="Version utkast-1")
    section = page.locator("section", has=page.get_by_role("heading", name=re.compile("I en tidigare version")))
    expect(section.locator(".fakta").first).to_contain_text("Version utkast-1 – UTKAST")
    section.get_by_role("link").first.click()
    page.wait_for_url("**/v/hemmet/utkast-1/**")
    assert page.locator("[id='hemmet/troskelprincipen']").is_visible()


def test_an_everyday_question_and_a_profession_are_hits_before_the_clauses(page: Page, address: str) -> None:
    page.goto(address + "sok/?q=patienten har dött")
    headings = page.locator("#sok-traffar h2")
    expect(headings.first).to_have_text(re.compile("Frågor ur vardagen"))
    question = page.locator("[data-slag=Fråga] li").first
    expect(question).to_contain_text("Patienten har dött. Vad gör vi?")
    expect(question).to_contain_text("Dödsfall och intyg")
    question.get_by_role("link").click()
    page.wait_for_url("**/vyer/vad-gor-jag/dodsfall/**")
    page.goto(address + "sok/?q=fysioterapeut")
    page.locator("[data-slag=Yrke]").get_by_role("link").click()
    page.wait_for_url("**/vyer/ditt-yrke/rehabilitering/**")


def test_who_does_what_is_answered_among_the_hits_and_leads_to_the_rows(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + "sok/?q=vem byter kateter")
    row = page.locator("#sok-traffar section").first.locator("li").first
    expect(row).to_contain_text(re.compile("Urinkateter, byte.*Utför: "))
    assert page.get_by_text("Patienten byter vårdcentral").count() == 0
    row.get_by_role("link").click()
    page.wait_for_url("**/vyer/vem-gor-vad/**#urinkateter-byte*")
    expect(page.get_by_label("Insats")).to_have_value(re.compile("Urinkateter, byte"))
    shown = page.locator(".md-content tbody tr:visible")
    assert 1 <= shown.count() <= 4
    assert all("Urinkateter" in one for one in shown.all_inner_texts())
    assert shown.first.locator("td").first.evaluate(SEEN), "the header covers what the row is about"


def test_another_spelling_is_told_and_nothing_found_is_said(page: Page, address: str) -> None:
    page.goto(address + "sok/")
    typed(page, "tröskelpricipen")
    expect(page.get_by_role("status")).to_contain_text("Visar träffar för ”tröskelprincipen”")
    typed(page, "xyzzyq")
    expect(page.get_by_role("status")).to_contain_text("Inga träffar på ”xyzzyq”")
    expect(page.locator("#sok-traffar li")).to_have_count(0)


@pytest.mark.parametrize(
    "words", ['<img src=x onerror="window.hacked=1">', "__proto__ constructor", '"', "%", "a" * 5000]
)
def test_hostile_words_are_only_words(page: Page, address: str, words: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(address + "sok/")
    typed(page, words)
    assert page.evaluate("window.hacked") is None
    assert errors == []


def test_the_search_works_from_a_folder(page: Page, built: Path) -> None:
    asked: list[Request] = []
    page.on("request", lambda request: asked.append(request))
    page.goto((built / "sok" / "index.html").as_uri() + "?q=hemsjukvårdens läkare")
    expect(page.locator("[data-slag=Klausul] h3").first).to_be_visible()
    page.locator("[data-slag=Klausul] h3 a").first.click()
    page.locator("mark.sokt").first.wait_for()
    assert page.url.startswith("file://")
    assert [request.url for request in asked if not request.url.startswith(("file:", "data:"))] == []


def test_the_search_works_where_pagefind_made_no_index(page: Page, address: str) -> None:
    page.route("**/pagefind/**", lambda route: route.abort())
    page.goto(address + "sok/?q=läkarmedverkan")
    expect(page.locator("[data-slag=Klausul] h3").first).to_contain_text("Läkarmedverkan")


@pytest.mark.parametrize("width", [360, 1280])
def test_hits_filters_and_marks_are_accessible(browser: Browser, address: str, axe: Path, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800}, reduced_motion="reduce", bypass_csp=True)
    page = context.new_page()
    page.goto(address + "sok/", wait_until="load")
    assert violations(page, axe) == []
    typed(page, "delegring läkemedel")
    page.get_by_text("Avgränsa").click()
    expect(page.get_by_label("Avtal", exact=True).locator("option")).to_have_count(5)
    assert violations(page, axe) == []
    page.set_viewport_size({"width": 320, "height": 800} if width == 360 else {"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth")
    page.locator("[data-slag=Klausul] h3 a").first.click()
    page.get_by_role("button", name="Sluta markera").wait_for()
    assert violations(page, axe) == []
    context.close()


def test_hits_are_told_after_the_browser_has_thrown_away_what_nobody_holds(page: Page, address: str) -> None:
    page.goto(address + "sok/")
    page.evaluate("overensSok.ask('delegering', { slag: 'Klausul' }).then(({ hits }) => { window.kept = hits; })")
    session = page.context.new_cdp_session(page)
    for _ in range(3):
        session.send("HeapProfiler.collectGarbage")
        page.wait_for_timeout(200)
    told = page.evaluate("Promise.all(kept.map((hit) => hit.entry().then(Boolean)))")
    assert told
    assert all(told)
