"""A row that came or went says so itself: else an empty row stays when its words are gone."""

from lxml import etree

from builder.compare import compare
from builder.model import Document
from builder.word import write
from tests.word.parts import W, part
from tests.word.word_examples import EDITION, section, table

TEXTS = (W + "t", W + "delText")
HEAD = ("Vad", "Vem")
STAYS = ("Besök i hemmet", "Kommunen")
GOES, COMES = ("Provtagning varje vecka", "Länet"), ("Genomgång av läkemedel", "Båda")


def rows(*old_and_new: tuple[tuple[str, ...], ...]) -> list[tuple[str, str]]:
    """What is said of each row of the table, and its words."""
    old, new = (Document("d", EDITION, (section("a/b", "R", "1", table(*made)),)) for made in old_and_new)
    found = list(part(write(compare(old, new))).iter(W + "tbl"))[-1]
    return [(_said(row), "".join(t.text or "" for t in row.iter(*TEXTS))) for row in found.findall(W + "tr")]


def _said(row: etree._Element) -> str:
    marks = {W + "ins": "came", W + "del": "went"}
    return " ".join(marks[child.tag] for child in row.find(W + "trPr") if child.tag in marks)


def test_a_row_bears_the_mark_of_its_own_change() -> None:
    assert rows((HEAD, STAYS, GOES), (HEAD, COMES, STAYS)) == [
        ("", "VadVem"), ("came", "".join(COMES)), ("", "".join(STAYS)), ("went", "".join(GOES)),
    ]  # fmt: skip


def test_all_rows_of_a_table_that_went_bear_it() -> None:
    old = Document("d", EDITION, (section("a/b", "R", "1", table(HEAD, STAYS)), section("a/c", "S", "2")))
    new = Document("d", EDITION, (section("a/b", "R", "1"), section("a/c", "S", "2")))
    gone = list(part(write(compare(old, new))).iter(W + "tbl"))[-1]
    assert {_said(row) for row in gone.iter(W + "tr")} == {"went"}
