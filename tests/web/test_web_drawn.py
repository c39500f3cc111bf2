"""Steps read from clauses, and the page of pictures."""

from dataclasses import replace

import pytest

from builder.library import Library
from builder.model import Block, Cell, Paragraph, Row, Table
from builder.pictures import Step
from builder.records import PictureSpec, RecordColumn, TableSpec
from builder.steps import steps_of
from builder.web import Site, navigation, pages
from tests.web.reading import read_markdown, without_front_matter
from tests.web.views_examples import HOSTILE, STEPS, VIEWED, VIEWED_LIBRARY, _rows, viewed
from tests.web.web_examples import LIBRARY, para


def item(text: str, marker: str = "number", level: int = 1) -> Paragraph:
    return para(text, marker=marker, level=level)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ((STEPS,), [
            ("1", "Kommunens sköterska", "Ringer läkaren (genast)"), ("2", "Läkaren", "Ringer upp (inom 30 minuter)"),
            ("3", "Kommunens sköterska", "Skriver upp"),
        ]),
        ((para("Regionen ska"), item("bedöma"), item("ange"), item("sända"), item("namn", "bullet", 2)), [
            ("1", "Regionen", "Bedöma"), ("2", "Regionen", "Ange"), ("3", "Regionen", "Sända namn"),
        ]),
        ((item("Kommunen ska, genast, svara. Mer text."), item("Den som vet säger till."), item("Läkaren ska gå.")), [
            ("1", "Kommunen", "Genast, svara."), ("2", "", "Den som vet säger till."), ("3", "Läkaren", "Gå."),
        ]),
        ((item("Kommunen ska svara."), item("Läkaren ska gå.")), []),
        ((item("Patienten samtycker."), item("Behovet är stort."), item("Vården kan ges.")), []),
        ((para("Kommunen ska inte lämna över"), item("bedömning"), item("beslut"), item("ansvar")), []),
        ((item("a", "bullet"), item("b", "bullet"), item("c", "bullet")), []),
        ((Table((Row((Cell((para("Belopp"),)),), header=True),) * 5, ("left",)),), []),
        ((), []),
    ],
)  # fmt: skip
def test_steps_are_those_of_a_table_or_a_numbered_list(text: tuple[Block, ...], found: list[Step]) -> None:
    assert [(step.number, step.actor, step.short) for step in steps_of(text)] == found


def page(path: str, site: Site = VIEWED) -> str:
    return without_front_matter(str(pages(site)[path]))


def test_a_question_shows_its_steps_drawn() -> None:
    text = page("vyer/nar/samre.md")
    assert "<figcaption>Stegen i bild</figcaption>" in text
    assert "2. Läkaren: Ringer upp (inom 30 minuter)." in text
    assert "figcaption" not in page("vyer/nar/borta.md")


def test_the_page_of_pictures_is_reached_from_the_front_page_and_the_menu() -> None:
    assert "[Bilder](bilder.md)" in page("index.md")
    assert "bilder.md" in str(navigation(VIEWED))
    assert "[Läs texten](vyer/nar/samre.md)" in page("bilder.md")


def test_without_anything_to_draw_there_is_no_such_page() -> None:
    bare = replace(VIEWED, library=LIBRARY)
    assert "bilder.md" not in pages(bare)
    assert "bilder.md" not in page("index.md", bare) + str(navigation(bare))


RISKS = TableSpec("risker", "Risker", "risker", (RecordColumn("a", "Sannolikhet"), RecordColumn("b", "Konsekvens")))


def drawn(library: Library = VIEWED_LIBRARY, **fields: tuple[str, ...]) -> Site:
    """The site with a grid of one risk."""
    made = {name: PictureSpec(name, "Risker <i>", "matris", source, "a", "b") for name, source in (("r", "risker"),)}
    records = {**library.records, "risker": _rows(("r-1", fields))}
    tables = {**library.tables, "risker": RISKS}
    return viewed(replace(library, pictures=made, records=records, tables=tables))


def test_what_registers_draw_stands_there_too() -> None:
    text = page("bilder.md", drawn(a=("4",), b=("5",)))
    assert "R-1 (Sannolikhet 4, Konsekvens 5)" in text
    assert 'class="bildruta bildruta--smal"' in text
    assert "<i>" not in text


def test_a_table_of_clauses_is_drawn_only_where_it_stands() -> None:
    site = drawn(a=("4",), b=("5",))
    made = {"r": replace(site.library.pictures["r"], source="finns-inte")}
    assert "R-1" not in page("bilder.md", viewed(replace(site.library, pictures=made)))


def test_hostile_rows_are_words() -> None:
    read = read_markdown(page("bilder.md", drawn(a=(HOSTILE,), b=(HOSTILE,))))
    assert not {"script", "img", "i"} & {*read.tags}
