"""Process cards in Word: they stay on a page where they can, repeat their heads where not, and are compared exactly."""

import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from builder.compare import compare
from builder.model import Block, Document
from builder.redline import unchanged
from builder.word import write
from tests.open_xml_sdk import Validator
from tests.word.card_examples import NEW_CARDS, OLD_CARDS, card, cards, listing, long_card
from tests.word.office import read, saved
from tests.word.parts import W, part
from tests.word.test_word_office import shown, validate
from tests.word.word_examples import EDITION, p, section, table

FILLING = [p(f"Rad {n}.") for n in range(20)]
LISTED = [cards(*listing(*items)) for items in (("puls",), ("puls", "andning"), ("vikt",), ())]
STEPS = [(f"steg{n}", "Kommunen", "Gör något", "Genast") for n in range(1, 13)]
PAIRS = (
    (OLD_CARDS, NEW_CARDS),
    (NEW_CARDS, OLD_CARDS),
    (cards(), OLD_CARDS),
    (OLD_CARDS, cards()),
    (Document("hemmet", OLD_CARDS.edition, OLD_CARDS.sections[:1]), NEW_CARDS),
    (NEW_CARDS, Document("hemmet", OLD_CARDS.edition, OLD_CARDS.sections[:1])),
    *pairwise(LISTED), *pairwise(LISTED[::-1]),
)  # fmt: skip


def test_all_rows_of_a_card_but_the_last_keep_the_next_on_their_page() -> None:
    for made in part(write(unchanged(NEW_CARDS))).iter(W + "tbl"):
        rows = [[p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(W + "p")] for row in made.iter(W + "tr")]
        if len(rows[0]) == 4:
            assert all(map(all, rows[:-1]))
            assert not any(rows[-1])
            assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in made.iter(W + "tr")][:2] == [True, False]


def test_no_row_of_another_table_stands_alone_on_a_page() -> None:
    long = Document("d", EDITION, (section("a/b", "R", "1", table(*[(f"Rad {n}", "Text") for n in range(7)])),))
    rows = list(list(part(write(unchanged(long))).iter(W + "tbl"))[-1].iter(W + "tr"))
    kept = [all(p.find(f"{W}pPr/{W}keepNext") is not None for p in row.iter(W + "p")) for row in rows]
    assert kept == [False, True, False, False, False, True, False], "the style of headings keeps the first row"


def test_lines_of_cards_are_not_numbered_and_those_of_clauses_are() -> None:
    numbered = {
        "".join(text.text or "" for text in line.iter(W + "t")): line.find(f"{W}pPr/{W}suppressLineNumbers") is None
        for line in part(write(unchanged(NEW_CARDS))).iter(W + "p")
    }
    assert numbered["Kommunen ska larma."]
    assert not numbered["Det är klausulen som gäller."]
    assert not numbered["Det brinner. Vad gör jag?"]


def pages(soffice: Path, uno_python: Path, folder: Path, *blocks: Block) -> list[str]:
    """What each page says as LibreOffice lays it out."""
    (folder / "a.docx").write_bytes(write(unchanged(cards(*blocks))))
    printed = saved(soffice, uno_python, folder / "a.docx", ".pdf")
    done = subprocess.run(["pdftotext", "-layout", printed, "-"], capture_output=True, text=True, check=True)
    return done.stdout.split("\f")[:-1]


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_a_card_that_fits_on_a_page_stands_on_one_with_its_heading(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    with_card = [
        page for page in pages(soffice, uno_python, tmp_path, *FILLING, *card("Vad gör jag?", *STEPS)) if "steg" in page
    ]
    (whole,) = with_card
    assert "Rad 19." not in whole
    assert all(said in whole for said in ("Vad gör jag?", "Källa: 1 Larm", "Steg", "steg1 ", "steg12"))


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_a_card_longer_than_a_page_goes_on_with_its_heads(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    going_on = [page for page in pages(soffice, uno_python, tmp_path, *long_card(90)) if "steg" in page]
    assert len(going_on) > 1
    assert all("Vem" in page and "När" in page for page in going_on)
    assert sum(page.count("steg") for page in going_on) == 90


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_takes_changes_of_cards_and_takes_them_back(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    work: list[tuple[str, Path]] = []
    for n, (old, new) in enumerate(PAIRS):
        for name, value in (("old", unchanged(old)), ("new", unchanged(new)), ("red", compare(old, new))):
            (tmp_path / f"{n}{name}.docx").write_bytes(write(value))
        jobs = (("plain", "old"), ("plain", "new"), ("accept", "red"), ("reject", "red"))
        work += [(what, tmp_path / f"{n}{name}.docx") for what, name in jobs]
    readings = read(soffice, uno_python, work)
    for n in range(len(PAIRS)):
        was, is_, accepted, rejected = readings[4 * n : 4 * n + 4]
        assert shown(accepted) == shown(is_), n
        assert shown(rejected) == shown(was), n
        assert accepted["changes"] == rejected["changes"] == 0


@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_fault_in_cards(ooxml_validator: Validator, tmp_path: Path) -> None:
    for value in (unchanged(NEW_CARDS), *(compare(old, new) for old, new in PAIRS)):
        validate(ooxml_validator, tmp_path, write(value))
