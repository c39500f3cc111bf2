"""The views: who does what, everyday questions, professions, parties and contacts, as written pages."""

from dataclasses import replace
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from builder.library import Project, Version
from builder.web import Site, navigation, pages
from builder.web.remark import remark_address
from tests.web.reading import read_markdown, without_front_matter
from tests.web.views_examples import HOSTILE, VIEWED, VIEWED_LIBRARY, _rows, with_rows
from tests.web.web_examples import DOCUMENT, LIBRARY


def page(path: str, site: Site = VIEWED) -> str:
    return without_front_matter(str(pages(site)[path]))


def test_every_view_and_row_has_a_page() -> None:
    made = sorted(path for path in pages(VIEWED) if path.startswith("vyer/"))
    assert made == [
        "vyer/nar/borta.md", "vyer/nar/index.md", "vyer/nar/samre.md", "vyer/part/berg.md", "vyer/part/index.md",
        "vyer/part/lan.md", "vyer/tel/index.md", "vyer/vem/index.md", "vyer/yrke/index.md", "vyer/yrke/skot.md",
    ]  # fmt: skip


def test_who_does_what_is_two_taps_from_the_start() -> None:
    front = page("index.md")
    assert front.index("vyer/vem/index.md") < front.index("## Avtalen")
    assert "[Patienten blir sämre?](vyer/nar/samre.md)" in front
    assert navigation(VIEWED)[:3] == ["index.md", "vyer/vem/index.md", "vyer/nar/index.md"]


def test_a_project_without_views_has_none() -> None:
    bare = replace(VIEWED, library=LIBRARY)
    assert "Hitta svar" not in page("index.md", bare)
    assert not [path for path in pages(bare) if path.startswith("vyer/")]


def test_the_table_stands_whole_and_without_its_numbers() -> None:
    text = page("vyer/vem/index.md")
    assert "| Insats | Boende | Utför | Klausul |" in text
    assert text.count("\n| ") == 4
    assert "M-1" not in text


def test_a_choice_of_part_takes_in_those_within_it_and_one_of_value_takes_in_all() -> None:
    text = page("vyer/vem/index.md")
    assert '<option value="regionen|primärvården">Regionen</option>' in text
    assert '<option value="eget|alla">eget</option>' in text
    assert ">alla</option>" not in text


def test_a_question_is_answered_by_the_clause_and_says_where_it_stands() -> None:
    text = page("vyer/nar/samre.md")
    assert "| 1 | Kommunens sköterska | Ringer läkaren | Genast |" in text
    assert "Kommunens sköterska ska ha uppgifterna framme." in text
    assert "2.2 När det blir sämre](../../avtal/hemmet/vagar.md#hemmet/natt)" in text
    assert "Öppen fråga?" not in text


def test_a_question_whose_clause_is_nowhere_says_so() -> None:
    assert "Texten som svarar på frågan finns inte i något dokument än." in page("vyer/nar/borta.md")


def test_a_profession_has_its_steps_and_its_duties_and_no_others() -> None:
    text = page("vyer/yrke/skot.md")
    assert "| Ringer läkaren | Genast |" in text
    assert "Ringer upp" not in text
    assert "ska ha uppgifterna framme. <small>[2.2 När det blir sämre]" in text
    assert "[Patienten blir sämre?](../nar/samre.md)" in text


def test_a_party_sees_what_concerns_it_as_itself_or_as_what_it_is_part_of() -> None:
    berg, lan = page("vyer/part/berg.md"), page("vyer/part/lan.md")
    assert "| Bedömning |" in berg
    assert "| Utrustning |" not in berg
    assert "2.2 När det blir sämre" in berg
    assert "| Utrustning |" in lan
    assert "2.2 När det blir sämre" not in lan
    assert "| Invånare | Antagande |" in berg


def test_a_number_can_be_called_and_one_that_is_missing_is_not_made_up() -> None:
    assert "[010-123 45 67](tel:0101234567)" in page("vyer/tel/index.md")
    assert "Sköterska i tjänst" in page("vyer/part/berg.md")
    assert "Inga kontaktvägar är införda än." in page("vyer/part/lan.md")


EMPTY: dict[str, str] = {
    "vyer/nar/index.md": "Inga frågor är införda än.",
    "vyer/yrke/index.md": "Inga yrken är införda än.",
    "vyer/tel/index.md": "Inga kontaktvägar är införda än.",
}


@pytest.mark.parametrize(("path", "said"), EMPTY.items())
def test_an_empty_register_is_said_in_words(path: str, said: str) -> None:
    library = replace(VIEWED_LIBRARY, records={}, parties={})
    assert said in page(path, replace(VIEWED, library=library))


def test_without_the_table_or_parties_the_pages_say_so() -> None:
    bare = replace(VIEWED, library=replace(VIEWED_LIBRARY, tables={}, parties={}))
    assert "visas inte i något dokument än" in page("vyer/vem/index.md", bare)
    assert "Inga parter är införda än." in page("vyer/part/index.md", bare)


def test_hostile_rows_are_shown_as_text() -> None:
    told = dict.fromkeys(("fråga", "grupp", "namn", "ord", "funktion", "telefon", "när", "anmärkning"), (HOSTILE,))
    rows = _rows(("x", {**told, "part": (HOSTILE,), "klausul": ("hemmet/natt",), "yrken": ("x",)}))
    site = with_rows(fragor=rows, yrken=rows, kontakter=rows)
    for path, text in pages(site).items():
        if path.startswith("vyer/") or path == "index.md":
            read = read_markdown(without_front_matter(str(text)))
            assert not {"script", "img"} & {*read.tags}, path
            assert not [link for link in read.links if link.lower().startswith("javascript")], path
            assert "\u202e" not in str(text), path


@pytest.mark.parametrize("named", ["javascript:alert(1)", "någon", "", "a@b.se?bcc=x@y.se", "mailto:a@b.se"])
def test_remarks_go_nowhere_that_is_no_mailbox_or_page(named: str) -> None:
    assert remark_address(Project(remarks=named), DOCUMENT, DOCUMENT.sections[1]) == ""


def test_a_remark_is_begun_with_the_clause_and_its_version() -> None:
    written = remark_address(LIBRARY.project, DOCUMENT, DOCUMENT.sections[1]).replace("&amp;", "&")
    parts = urlsplit(written)
    said = parse_qs(parts.query)
    assert unquote(parts.path) == "synpunkter@overens.example"
    assert said["subject"] == ["Synpunkt på hemmet/parter, arbetskopia"]
    assert "Klausul: 1.1 Parter (hemmet/parter)" in said["body"][0]
    assert "2026-11-05" in said["body"][0]


def test_remarks_may_go_to_a_page() -> None:
    project = Project(remarks="https://svar.example/formular")
    assert remark_address(project, DOCUMENT, DOCUMENT.sections[1]) == "https://svar.example/formular"


@pytest.mark.parametrize(
    ("labels", "said"),
    [
        (["utkast-1"], "Skriven mot Rehabilitering utkast-1\n"),
        (["utkast-1", "utkast-2"], "Skriven mot Rehabilitering utkast-1 (utkast-2 är nyare)\n"),
        ([], "Skriven mot Rehabilitering utkast-1\n"),
    ],
)
def test_a_clause_says_which_version_of_another_agreement_it_was_written_against(labels: list[str], said: str) -> None:
    versions = tuple(Version("rehab", label, "c" * 40, "2026-10-02", "utkast") for label in labels)
    text = page("avtal/hemmet/vagar.md", replace(VIEWED, library=replace(VIEWED_LIBRARY, versions=versions)))
    assert said in text.replace(" · Hänvisas", "\nHänvisas")


def test_a_view_of_a_draft_says_what_is_valid_and_leads_there() -> None:
    row = Version("hemmet", "2027-1", "c" * 40, "2027-01-01", "gällande")
    frozen = {"v/hemmet/2027-1/index.html": b""}
    site = replace(VIEWED, library=replace(VIEWED_LIBRARY, versions=(row,)), frozen=frozen)
    made = {path: str(text) for path, text in pages(site).items() if path.startswith("vyer/")}
    assert made
    for path, text in made.items():
        title, said = text.split("\n# ", 1)[1].split("\n", 2)[::2]
        assert said.startswith("Sidan visar den text som är under arbete"), (path, title)
        assert "v/hemmet/2027-1/index.html)" in said.split("\n", 1)[0]
    assert "under arbete" not in page("vyer/vem/index.md")
