"""The pages of the work: what is to be read again, and how far all has come."""

from dataclasses import replace

import pytest
from reading import read_markdown, without_front_matter
from web_examples import SITE
from work_examples import WITH_WORK, WORK

from builder.web import navigation, pages

PAGES = pages(WITH_WORK)
AGAIN = read_markdown(without_front_matter(str(PAGES["att-lasa-om/hemmet.md"])))
REACHED = read_markdown(without_front_matter(str(PAGES["laget.md"])))


SAID = [
    "hemmet/vag-3 har ändrats i sak.",
    "Ändrades 2026-11-02 av Skrivgruppen. Lästes senast 2026-10-01.",
    "bör → ska",
    "Värdet 30 minuter värdet har ändrats.",
    "a → b",
    "Löd: plan: <b>gammal</b>",
    "Infördes i lagregistret 2026-11-02 av Skrivgruppen. Lästes senast 2026-10-01.",
    "SFS 2026:9, gäller från 2027-01-01",
    "Se SoL 10 kap. 8 §.",
    "Markeringen är inte sparad än. Lästes senast 2026-10-01.",
    "utkast-2 sparades 2026-11-02 av Skrivgruppen.",
    'overens review hemmet/syfte --mot "version rehab/forskrivning" --granskad',
]


@pytest.mark.parametrize("said", SAID)
def test_each_entry_says_what_since_when_by_whom_and_what_to_do(said: str) -> None:
    assert said in " ".join(AGAIN.text.split())


def test_entries_stand_under_their_clauses_in_printed_order() -> None:
    text = str(PAGES["att-lasa-om/hemmet.md"])
    assert text.index("## [1.2 Syfte](../avtal/hemmet/grunder.md#hemmet/syfte)") < text.index("## [2.1 Samordnad")
    assert text.count("\n## ") == 2


def test_a_change_is_shown_once_where_it_stands_first_and_only_what_changed() -> None:
    text = str(PAGES["att-lasa-om/hemmet.md"])
    assert text.count("<details") == 1
    assert "[Ändringen visas längre upp](#andring-1)" in text
    shown = text[text.index("<details") : text.index("</details>")]
    assert "ska" in shown
    assert "Inom" in shown
    assert not any(left_out in shown for left_out in ("Lika.", "Annat"))


def test_every_link_of_the_pages_leads_somewhere() -> None:
    assert "../begrepp.md#sip" in AGAIN.links
    for link in AGAIN.links:
        path, _, anchor = link.removeprefix("../").partition("#")
        there = read_markdown(without_front_matter(str(PAGES[path]))) if path else AGAIN
        assert not anchor or anchor in there.ids, link


def test_the_list_of_agreements_counts_and_offers_the_data() -> None:
    text = str(PAGES["att-lasa-om/index.md"])
    assert "[Hälso- och sjukvård i hemmet](hemmet.md): 8 hänvisningar i 2 klausuler" in text
    assert "(att-lasa-om.json)" in text
    assert PAGES["att-lasa-om/att-lasa-om.json"] == b"[]\n"
    assert "Inget att läsa om." in str(pages(replace(SITE, work=replace(WORK, stale=())))["att-lasa-om/index.md"])


def test_progress_tells_what_is_missing_and_who_answers_for_it() -> None:
    text = str(PAGES["laget.md"])
    assert (
        text.index("## Hälso- och sjukvård i hemmet") < text.index("## Rehabilitering") < text.index("## Lika för alla")
    )
    row = "| Klar för remiss | 2 krav saknas | 7 hänvisningar att läsa om<br>Sändlistan är bestämd "
    assert row + "<small>(Registratorn)</small> | Skrivgruppen |" in text
    assert text.count("| Start | klar | – | – |") == 1
    assert "[8 hänvisningar](att-lasa-om/index.md)" in text
    assert "<strong>21 april 2027</strong> Nämnden bereder (2 parter)" in text


def test_decisions_are_offered_as_the_files_there_are() -> None:
    text = str(PAGES["beslutslage.md"])
    assert text.count("Hämta: ") == 1
    assert "[besluten som Excel](beslutslage/hemmet.xlsx)" in text
    assert "[dagarna till kalendern (ics)](beslutslage/hemmet.ics)" in text


def test_a_site_without_them_has_no_pages_and_no_links_to_them() -> None:
    written = pages(SITE)
    assert not any(path.startswith(("laget", "att-lasa-om")) for path in written)
    assert "laget.md" not in str(written["index.md"])
    assert {"Arbetet": ["laget.md", "att-lasa-om/index.md", "att-lasa-om/hemmet.md"]} in navigation(WITH_WORK)
    assert "Arbetet" not in str(navigation(SITE))
    assert "(laget.md)" in str(PAGES["index.md"])
