"""Parts that changed place, as the page shows them: both texts can be read, and what moved is said."""

from dataclasses import replace

import pytest
from test_web_redline import seen, words
from web_examples import DOCUMENT, para

from builder.compare import compare
from builder.model import Block, Cell, Document, Row, Section, Table, Text
from builder.web import redline_html

HEAD = ("Uppgift", "Ansvarig", "Tid")
ROWS = [("Sår läggs om", "Kommunen", "Dagligen"), ("Prov tas", "Kommunen", "Ibland"), ("Besök", "Regionen", "Genast")]


def table(*rows: tuple[str, ...]) -> Table:
    cells = (tuple(Cell((para(text),)) for text in row) for row in rows)
    return Table(tuple(Row(row, header=n == 0) for n, row in enumerate(cells)), ("left",) * len(rows[0]))


def document(version: str, *blocks: Block) -> Document:
    section = Section("hemmet/a", "clause", 1, (Text("Ansvar"),), blocks)
    return replace(DOCUMENT, edition=replace(DOCUMENT.edition, version=version), sections=(section,))


def page(old: list[Block], new: list[Block]) -> str:
    """The page, which must read as each of the texts."""
    before, after = document("utkast-1", *old), document("utkast-2", *new)
    html = redline_html(compare(before, after))
    assert seen(html, "gammal") == words(before.sections)
    assert seen(html, "ny") == words(after.sections)
    return html


OLD = table(HEAD, *ROWS)


@pytest.mark.parametrize(
    ("new", "said"),
    [
        (table(*(row[:2] for row in (HEAD, *ROWS))), ["Borttagen kolumn: "]),
        (table(*((*row, f"ny {n}") for n, row in enumerate((HEAD, *ROWS)))), ["Ny kolumn: "]),
        (
            table(*((row[2], row[0], row[1]) for row in (HEAD, *ROWS))),
            ["Kolumnen har flyttats härifrån:", "Kolumnen har flyttats hit:", "1 kolumn flyttad"],
        ),
        (
            table(HEAD, ROWS[1], ROWS[2], ROWS[0]),
            ["Raden har flyttats härifrån:", "Raden har flyttats hit:", "1 rad flyttad"],
        ),
        (table(HEAD, ROWS[2], *(row[:1] + row[:2] for row in ROWS)), []),
    ],
)
def test_columns_and_rows(new: Table, said: list[str]) -> None:
    html = page([OLD], [new])
    assert [words_ for words_ in said if words_ not in html] == []


FIRST, SECOND = para("Läkaren svarar inom en timme."), para("Kommunen har personal alla dagar.")


def test_a_paragraph_that_moved_to_another_clause_says_where_it_went_and_whence_it_came() -> None:
    stays = para("Regionen betalar för alla resor till och från mottagningen.")
    sides = (((stays, FIRST, SECOND), (stays,)), ((stays, FIRST), (stays, SECOND)))
    names = (("1", "Ett"), ("2", "Två"))
    made = [
        tuple(Section(f"a/{n}", "clause", 1, (Text(t),), b, n) for (n, t), b in zip(names, side, strict=True))
        for side in sides
    ]
    old, new = (replace(DOCUMENT, sections=sections) for sections in made)
    html = redline_html(compare(old, new))
    assert "Stycket har flyttats härifrån till 2 Två:" in html
    assert "Stycket har flyttats hit från 1 Ett:" in html


def test_a_paragraph_that_changed_place_is_shown_as_moved() -> None:
    html = page([FIRST, SECOND], [SECOND, FIRST])
    assert "Stycket har flyttats härifrån:" in html
    assert "Stycket har flyttats hit:" in html
    assert "1 stycke flyttat" in html
    assert "ord tillag" not in html
    assert "<ins><span" not in html


def test_a_table_that_changed_place_is_shown_as_moved_once() -> None:
    stay = [FIRST, SECOND, para("Regionen betalar för alla resor till och från mottagningen.")]
    html = page([OLD, *stay], [*stay, OLD])
    assert html.count("Tabellen har flyttats härifrån:") == html.count("Tabellen har flyttats hit:") == 1
    assert "1 tabell flyttad" in html
    assert "Raden har flyttats" not in html
    assert "Borttagen rad" not in html


def test_a_table_that_moved_and_was_edited_shows_its_edits_in_both_places() -> None:
    stays = [para("Det här stycket stannar där det står."), para("Det gör det här stycket också.")]
    edited = table(HEAD, ROWS[0], ("Prov tas", "Regionen", "Ibland"), ROWS[2])
    html = page([OLD, *stays], [*stays, edited])
    left, arrived = (part.split("</table>")[0] for part in html.split('class="tabell bara-')[1:])
    assert left.startswith("gammal flyttad")
    assert arrived.startswith("ny flyttad")
    assert left.count("<del>") == arrived.count("<ins>") == 1
    assert left.split("<del>")[1].split("</del>")[0].count("Kommunen") == 1
    assert arrived.split("<ins>")[1].split("</ins>")[0].count("Regionen") == 1
    assert "<ins>" not in left
    assert "<del>" not in arrived
