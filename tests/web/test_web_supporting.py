"""Supporting documents on the site: where they stand, what they link to, and that sixteen copies flood nothing."""

from dataclasses import replace

import pytest
from reading import Page, read_markdown, without_front_matter
from supporting_examples import BESIDE, FALUN, GENERAL, MORA, PLAN, WITH_SUPPORTING
from web_examples import SITE, cell, comparing, para

from builder.model import Cell, Document, Edition, Row, Table
from builder.redline import unchanged
from builder.web import navigation, pages, with_tables

PAGES = pages(WITH_SUPPORTING)
PLAN_PAGE = "underlag/plan/index.md"


def source(path: str) -> str:
    return str(PAGES[path])


def page(path: str) -> Page:
    return read_markdown(without_front_matter(source(path)))


def paths(nav: object) -> list[str]:
    match nav:
        case str():
            return [nav]
        case list():
            return [path for entry in nav for path in paths(entry)]
        case dict():
            return paths(list(nav.values()))
    raise AssertionError(nav)


# --- where they stand --------------------------------------------------------------------------------


def test_a_supporting_document_has_one_page_with_all_its_sections() -> None:
    assert [path for path in PAGES if path.startswith("underlag/plan/")] == [PLAN_PAGE]
    assert {section.id for section in PLAN.sections} <= set(page(PLAN_PAGE).ids)
    assert page(PLAN_PAGE).tags.count("table") == 3


def test_its_page_tells_kind_agreement_draft_mark_and_checksum() -> None:
    text = page(PLAN_PAGE).text
    assert text.strip().startswith("UTKAST Gäller inte. Arbetskopia, 5 november 2026")
    assert "Införandeplan · Hör till Hälso- och sjukvård i hemmet · Kontrollsumma cdcdcdcdcdcd" in text
    assert "Hör till alla avtalen" in page("underlag/ordlista/index.md").text


def test_the_agreements_keep_their_pages() -> None:
    before, after = pages(SITE), set(PAGES)
    assert {path for path in before if path.startswith("avtal/")} <= after
    assert not any("plan" in path or "beslut" in path for path in after if path.startswith("avtal/"))


def test_documents_made_for_each_party_have_a_page_each_and_one_together() -> None:
    text = page("underlag/beslut/index.md").text
    assert {"underlag/beslut/mora.md", "underlag/beslut/falun.md"} <= set(PAGES)
    assert text.index("Falu kommun") < text.index("Mora kommun")
    assert "underlag/beslut/index.md" not in source("underlag/index.md")
    assert "beslut/index.md" in source("underlag/index.md")


def test_the_navigation_holds_all_pages_but_those_of_the_parties() -> None:
    party_pages = {"underlag/beslut/mora.md", "underlag/beslut/falun.md"}
    written = {path for path, text in PAGES.items() if isinstance(text, str)}
    shown = paths(navigation(WITH_SUPPORTING))
    assert len(shown) == len(set(shown))
    assert written - set(shown) == party_pages


def test_supporting_documents_stand_after_the_agreements_in_the_order_of_the_alphabet() -> None:
    shown = [path for path in paths(navigation(WITH_SUPPORTING)) if path.startswith(("avtal/", "underlag/"))]
    assert [path for path in shown if path.startswith("underlag/")] == shown[-4:]
    assert shown[-4:] == [
        f"underlag/{name}" for name in ("index.md", "beslut/index.md", "plan/index.md", "ordlista/index.md")
    ]


@pytest.mark.parametrize("path", ["index.md", "underlag/index.md"])
def test_lists_have_the_projects_headings_and_one_for_the_rest(path: str) -> None:
    text = page(path).text
    assert text.index("Införa\n") < text.index("Införandeplan") < text.index("Övrigt\n") < text.index("Beslutsunderlag")
    assert "Tomt" not in text
    assert text.count("Beslutsunderlag") == 1
    assert "ett för varje part" in text


def test_without_headings_the_list_is_plain() -> None:
    plain = str(pages(replace(WITH_SUPPORTING, headings={}))["underlag/index.md"])
    assert "Övrigt" not in plain
    assert "\n-   [Beslutsunderlag]" in plain


def test_a_site_without_supporting_documents_says_nothing_of_them() -> None:
    assert "underlag" not in str(navigation(SITE))
    assert not any(path.startswith("underlag") for path in pages(SITE))
    assert "Underlag" not in str(pages(SITE)["index.md"])


def test_supporting_documents_alone_are_no_agreements() -> None:
    front = str(pages(replace(WITH_SUPPORTING, documents=BESIDE))["index.md"])
    assert "Det finns inga avtal här än." in front


# --- links -------------------------------------------------------------------------------------------


def test_a_link_to_a_shared_clause_leads_to_the_agreement_that_it_names() -> None:
    assert "](../../avtal/rehab/gemensamt-uppfoljning.md#gemensamt/uppfoljning)" in source(PLAN_PAGE)


def test_a_link_that_names_no_agreement_leads_to_the_first_text_that_has_the_clause() -> None:
    general = source("underlag/ordlista/index.md")
    assert "](../../avtal/hemmet/gemensamt-uppfoljning.md#gemensamt/uppfoljning)" in general
    assert "](../plan/index.md#underlag/plan/roller)" in general


def test_links_inside_stay_on_the_page() -> None:
    assert "[roller](#underlag/plan/roller)" in source(PLAN_PAGE)


# --- nothing is flooded ------------------------------------------------------------------------------


def test_a_clause_names_a_supporting_document_once_and_no_party_document() -> None:
    page_of_clause = source("avtal/hemmet/vagar.md")
    assert page_of_clause.count("](../../underlag/plan/index.md#tabell/aktiviteter)") == 1
    assert "Tas upp i [Införandeplan]" in page_of_clause
    assert "underlag/beslut" not in page_of_clause


def test_a_table_made_of_the_clauses_is_no_reference_to_them() -> None:
    computed = tuple(section for section in PLAN.sections if section.id == "tabell/motivlogg")
    site = replace(WITH_SUPPORTING, documents=(*WITH_SUPPORTING.documents[:2], replace(PLAN, sections=computed)))
    assert "Tas upp i" not in str(pages(site)["avtal/hemmet/vagar.md"])


def test_a_question_is_listed_once_however_many_documents_ask_it() -> None:
    text = page("fragor.md").text
    assert text.count("Vem håller ihop införandet?") == 2
    assert "Beslutsunderlag\n" in text
    assert "Mora" not in text


def test_a_question_of_a_shared_clause_is_listed_once_and_counted_in_each_agreement() -> None:
    asking = tuple(
        replace(
            doc,
            sections=tuple(
                replace(s, facts=PLAN.sections[2].facts) if s.id.startswith("gemensamt") else s for s in doc.sections
            ),
        )
        for doc in WITH_SUPPORTING.documents[:2]
    )
    made = pages(replace(WITH_SUPPORTING, documents=asking))
    text = str(made["fragor.md"])
    assert text.count("Vem håller ihop införandet?") == 1
    assert text.count("[1 fråga i klausuler som avtalet delar med andra](#i-flera-avtal)") == 2
    assert "[1 öppen fråga](fragor.md#rehab)" in str(made["index.md"])


def test_a_question_asked_by_two_clauses_of_a_document_is_one() -> None:
    twice = replace(PLAN, sections=(*PLAN.sections, replace(PLAN.sections[2], id="underlag/plan/igen", number="3")))
    text = str(pages(replace(WITH_SUPPORTING, documents=(*WITH_SUPPORTING.documents[:2], twice)))["fragor.md"])
    assert text.count("Vem håller ihop införandet?") == 1
    assert "[3 Roller](underlag/plan/index.md#underlag/plan/igen)" in text


def test_the_search_leaves_out_copies_and_weighs_supporting_documents_less() -> None:
    assert "search:\n  exclude: true" in source("underlag/beslut/mora.md")
    assert "search:\n  boost: 0.5" in source(PLAN_PAGE)
    assert "search:" not in source("avtal/hemmet/vagar.md")
    assert "{#tabell/motivlogg data-search-exclude}" in source(PLAN_PAGE)
    assert "{#bilaga/parametrar data-search-exclude}" in source(PLAN_PAGE)
    assert "{#tabell/aktiviteter}" in source(PLAN_PAGE)


def test_comparisons_of_supporting_documents_are_listed_under_their_agreement() -> None:
    redline = replace(unchanged(PLAN), old=replace(PLAN.edition, version="utkast-3"))
    text = str(pages(comparing(WITH_SUPPORTING, redline))["versioner/index.md"])
    hemmet, rehab = text.split("\n## ")[1:]
    assert "Införandeplan: [Vad som ändrats från utkast-3 till arbetskopia](plan/utkast-3--arbetskopia.md)" in hemmet
    assert "Införandeplan" not in rehab


def test_short_paragraphs_of_a_cell_stand_side_by_side_and_long_ones_a_line_each() -> None:
    short, long = para("HSL 2 kap. 1 §"), para("Regionen ska svara samma dag.")
    rows = (Row((cell("Vad"), cell("Stöd")), header=True), Row((Cell((long, long)), Cell((short, short)))))
    shown = replace(PLAN.sections[4], blocks=(Table(rows, ("left", "left")),))
    text = str(pages(replace(WITH_SUPPORTING, documents=(replace(PLAN, sections=(shown,)),)))[PLAN_PAGE])
    assert "samma dag.<br>Regionen" in text
    assert "HSL 2 kap. 1 §, HSL 2 kap. 1 §" in text


# --- tables in pages written by hand -----------------------------------------------------------------


def test_a_line_becomes_the_table_with_links_as_seen_from_the_page() -> None:
    written = "# Ämnen\n\n```\nkod\n```\n\n{{ tabell: aktiviteter }}\n\nSlut.\n"
    text, missing = with_tables(WITH_SUPPORTING, "handbok/amnen.md", written)
    shown = read_markdown(text)
    assert missing == ()
    assert shown.tags.count("tr") == 21
    assert "../avtal/hemmet/vagar.md#hemmet/sip" in shown.links
    assert "Slut." in shown.text


def test_the_table_is_the_same_wherever_its_document_stands() -> None:
    turned = replace(WITH_SUPPORTING, documents=WITH_SUPPORTING.documents[::-1])
    line = "{{ tabell: aktiviteter }}"
    assert with_tables(turned, "a.md", line) == with_tables(WITH_SUPPORTING, "a.md", line)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{{ tabell: aktivteter }}", "Tabellen ”aktivteter” finns inte. Menade du ”aktiviteter”?"),
        ("{{ tabell: x }}", "Tabellen ”x” finns inte. Tabellerna står i clauses/register/tabeller.yml."),
        ("{{tabell:}}", "Tabellen ”” finns inte. Tabellerna står i clauses/register/tabeller.yml."),
        (
            "{{ tabell: osedd }}",
            "Tabellen ”osedd” kan inte visas, för inget dokument har med den. Lägg in den i ett dokument i assemblies: "
            "- tabell: osedd.",
        ),
        ("{{ tabell: <b>*x* }}", "Tabellen ”<b>*x*” finns inte. Tabellerna står i clauses/register/tabeller.yml."),
    ],
)
def test_a_table_that_is_not_there_is_named_on_the_page(line: str, said: str) -> None:
    text, missing = with_tables(WITH_SUPPORTING, "a.md", line)
    assert said in read_markdown(text).text
    assert missing == (said,)


@pytest.mark.parametrize(
    "text",
    [
        "```text\n{{ tabell: x }}\n```",
        "~~~\n\n{{ tabell: x }}",
        "Skriv `{{ tabell: x }}` så.",
        "    {{ tabell: x }}",
        "{{ bild: x }}",
        "{{ config }}",
    ],
)
def test_other_lines_stay_as_they_are(text: str) -> None:
    assert with_tables(WITH_SUPPORTING, "a.md", text) == (text, ())


def test_a_table_in_a_document_for_a_party_is_the_last_choice() -> None:
    shown = tuple(section for section in PLAN.sections if section.id == "tabell/aktiviteter")
    short = replace(shown[0], blocks=(replace(shown[0].blocks[0], rows=shown[0].blocks[0].rows[:2]),))  # type: ignore[arg-type, union-attr]
    mora = replace(MORA, sections=(*MORA.sections, short))
    site = replace(WITH_SUPPORTING, documents=(mora, FALUN, GENERAL, PLAN))
    assert read_markdown(with_tables(site, "a.md", "{{ tabell: aktiviteter }}")[0]).tags.count("tr") == 21


def test_an_empty_supporting_document_has_a_page() -> None:
    empty = Document("tom", Edition("Tom", supporting=True), ())
    assert "# Tom" in str(pages(replace(WITH_SUPPORTING, documents=(empty,)))["underlag/tom/index.md"])
