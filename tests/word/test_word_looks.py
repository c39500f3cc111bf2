"""Changes of form alone: LibreOffice gives the old look when all is rejected, and the new when all is accepted."""

from dataclasses import replace
from itertools import groupby
from pathlib import Path

import pytest

from builder.compare import compare
from builder.model import Block, Cell, Document, Marks, Note, Paragraph, Row, Table, Text, Url
from builder.pictures import matrix
from builder.redline import unchanged
from builder.word import write
from tests.word.test_word_office import Reading, read, shown
from tests.word.word_examples import EDITION, p, section, table, titled

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("libreoffice")]

BOLD, SLANTED, CODE = Marks(strong=True), Marks(emphasis=True), Marks(code=True)
LINK = Marks(link=Url("https://a.example"))
PICTURES = [matrix([("R1", n, 4)], "Sannolikhet", "Konsekvens", key="risker") for n in (3, 5)]


def said(*parts: str | tuple[str, Marks], **shape: object) -> Paragraph:
    return p(*(Text(part) if isinstance(part, str) else Text(*part) for part in parts), **shape)


def noted(marks: Marks) -> Paragraph:
    return p("Se noten", Note((p("I noten står ", Text("detta", marks), "."),)), ".")


def cells(*marks: Marks, right: bool = False) -> Table:
    rows = tuple(Row((Cell((p(Text("Sår", look)),)), Cell((p("Kommun"),)))) for look in marks)
    return Table(rows, ("left", "right" if right else "left"))


EXAMPLES: tuple[tuple[str, Block, Block], ...] = (
    ("bold", said("Detta ", "ord", " står."), said("Detta ", ("ord", BOLD), " står.")),
    ("no longer bold", said("Detta ", ("ord", BOLD), " står."), said("Detta ", "ord", " står.")),
    ("bold became slanted", said(("Ord", BOLD), " står."), said(("Ord", SLANTED), " står.")),
    ("struck", said("Detta ", "ord", " står."), said("Detta ", ("ord", Marks(strike=True)), " står.")),
    ("code", said("Detta ", "ord", " står."), said("Detta ", ("ord", CODE), " står.")),
    ("a link", said("Detta ", "ord", " står."), said("Detta ", ("ord", LINK), " står.")),
    ("half a word", said("Detta ordet står."), said("Detta ", ("ord", BOLD), "et står.")),
    ("looks and words", said("Detta ord står."), said("Detta ", ("nya ord", BOLD), " står.")),
    ("in a note", noted(Marks()), noted(BOLD)),
    ("in a cell", cells(Marks(), BOLD), cells(BOLD, Marks())),
    ("a column's side", cells(Marks()), cells(Marks(), right=True)),
    ("text became an item", p("En sak."), p("En sak.", level=1, marker="bullet")),
    ("an item became text", p("En sak.", level=1, marker="bullet"), p("En sak.")),
    ("bullet became number", p("En sak.", level=1, marker="bullet"), p("En sak.", level=1, marker="number")),
    ("one level in", p("En sak.", level=1, marker="bullet"), p("En sak.", level=2, marker="bullet")),
    ("a quotation", p("En sak."), p("En sak.", quote=1)),
    ("a heading", p("En sak."), p("En sak.", kind="heading", depth=1)),
    ("a caption", titled("1", "Gammalt namn"), titled("2", "Nytt namn")),
    ("text became a caption", p("Ett namn."), titled("1", "Ett namn.")),
    ("a picture redrawn", PICTURES[0], PICTURES[1]),
)  # fmt: skip


def documents() -> tuple[Document, Document]:
    """Each example in a clause of its own, under another title and beside an annex that changed."""
    sides = []
    for n, title in ((1, "Överenskommelse om stöd"), (2, "Överenskommelse om allt stöd")):
        clauses = (
            section(f"hemmet/k{k}", example[0], str(k), p("Före."), example[1:][n - 1], p("Efter."), level=1)
            for k, example in enumerate(EXAMPLES, 1)
        )
        annex = section("bilaga/tider", "Tider", "Bilaga 1", table(("Vad", "Värde"), ("Svar", f"{n} dagar")), level=1)
        sides.append(Document("d", replace(EDITION, title=title), (*clauses, annex)))
    return sides[0], sides[1]


def looks(reading: Reading) -> list[tuple[str, str]]:
    """Stretches of one look, without what follows the version."""
    stretches = groupby(reading["looks"], lambda stretch: stretch[0])
    return [(look, " ".join("".join(text for _, text in texts).split())) for look, texts in stretches]


def test_every_change_of_form_is_taken_back_and_taken(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    old, new = documents()
    for name, value in {"old": unchanged(old), "new": unchanged(new), "red": compare(old, new)}.items():
        (tmp_path / f"{name}.docx").write_bytes(write(value))
    jobs = (("plain", "old"), ("plain", "new"), ("accept", "red"), ("reject", "red"))
    work = [(what, tmp_path / f"{name}.docx") for what, name in jobs]
    was, is_, accepted, rejected = read(soffice, uno_python, work, "looks")
    for reading, wanted in ((accepted, is_), (rejected, was)):
        assert shown(reading) == shown(wanted)
        assert looks(reading) == looks(wanted)
        assert reading["changes"] == 0
    assert looks(was) != looks(is_)
