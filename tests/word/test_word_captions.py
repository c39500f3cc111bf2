"""Tables with captions that come, go, move and are called something else, in LibreOffice and for the Open XML SDK."""

import re
from pathlib import Path

import pytest

from builder.compare import compare
from builder.model import Block, Document, Section
from builder.redline import unchanged
from builder.word import write
from tests.open_xml_sdk import Validator
from tests.word.office import read, saved
from tests.word.parts import raw
from tests.word.test_word_office import shown, validate
from tests.word.word_examples import EDITION, p, section, table, titled

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("libreoffice")]

WHO = table(("Vad", "Vem"), ("Sår", "Kommunen"), ("Prov", "Regionen"))
WHEN = table(("Steg", "När"), ("Begäran", "Första dagen"), ("Besked", "Inom fem vardagar"))
COST = table(("Insats", "Bekostar"), ("Hjälpmedel", "Regionen"), ("Grundutrustning", "Kommunen"))
STAYS, LAST = p("Ett stycke som står kvar."), p("Sist i klausulen.")


def clause(name: str, *blocks: Block) -> Section:
    return section(f"hemmet/{name}", f"Klausul {name}", "1", *blocks, level=1)


def pair(old: tuple[Section, ...], new: tuple[Section, ...]) -> tuple[Document, Document]:
    return Document("d", EDITION, old), Document("d", EDITION, new)


PAIRS = {
    "another name": pair(
        (clause("a", STAYS, titled("1", "Vem som gör vad"), WHO),),
        (clause("a", STAYS, titled("1", "Vem som utför vad"), WHO),),
    ),
    "a table came before": pair(
        (clause("a", STAYS), clause("b", titled("1", "Tider"), WHEN, LAST)),
        (clause("a", STAYS, titled("1", "Vem som gör vad"), WHO), clause("b", titled("2", "Tider"), WHEN, LAST)),
    ),
    "a table went": pair(
        (clause("a", titled("1", "Vem som gör vad"), WHO, STAYS), clause("b", titled("2", "Tider"), WHEN, LAST)),
        (clause("a", STAYS), clause("b", titled("1", "Tider"), WHEN, LAST)),
    ),
    "only the caption came": pair((clause("a", STAYS, WHO),), (clause("a", STAYS, titled("1", "Tider"), WHO),)),
    "only the caption went": pair((clause("a", titled("1", "Tider"), WHO, LAST),), (clause("a", WHO, LAST),)),
    "the paragraph before became a caption": pair(
        (clause("a", STAYS, p("Vem som gör vad"), WHO),), (clause("a", STAYS, titled("1", "Vem som gör vad"), WHO),)
    ),
    "a table moved within its clause": pair(
        (clause("a", STAYS, titled("1", "Vem som gör vad"), WHO, p("Text emellan."), titled("2", "Tider"), WHEN,
                LAST),),
        (clause("a", STAYS, titled("1", "Tider"), WHEN, p("Text emellan."), titled("2", "Vem som gör vad"), WHO,
                LAST),),
    ),
    "a table moved to another clause": pair(
        (clause("a", STAYS, titled("1", "Vem som gör vad i hemmet"), WHO), clause("b", LAST)),
        (clause("a", STAYS), clause("b", titled("1", "Vem som gör vad i hemmet"), WHO, LAST)),
    ),
    "clauses changed places": pair(
        (clause("a", titled("1", "Vem som gör vad"), WHO), clause("b", titled("2", "Tider"), WHEN), clause("c", LAST)),
        (clause("b", titled("1", "Tider"), WHEN), clause("a", titled("2", "Vem som gör vad"), WHO), clause("c", LAST)),
    ),
    "another table under another name": pair(
        (clause("a", STAYS, titled("1", "Vem som gör vad"), WHO, LAST),),
        (clause("a", STAYS, titled("1", "Kostnader"), COST, LAST),),
    ),
}  # fmt: skip


def test_libreoffice_accepts_to_the_new_and_rejects_to_the_old(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    jobs = (("plain", "old"), ("plain", "new"), ("accept", "red"), ("reject", "red"))
    work: list[tuple[str, Path]] = []
    for n, (old, new) in enumerate(PAIRS.values()):
        for name, value in {"old": unchanged(old), "new": unchanged(new), "red": compare(old, new)}.items():
            (tmp_path / f"{n}{name}.docx").write_bytes(write(value))
        work += [(what, tmp_path / f"{n}{name}.docx") for what, name in jobs]
    readings = read(soffice, uno_python, work)
    wrong = {}
    for n, name in enumerate(PAIRS):
        was, is_, accepted, rejected = (shown(reading) for reading in readings[4 * n : 4 * n + 4])
        if (accepted, rejected) != (is_, was):
            wrong[name] = [line for line in (*accepted, *rejected) if line not in (*was, *is_)] or (accepted, rejected)
    assert wrong == {}
    assert {reading["changes"] for reading in readings} == {0}


def test_the_open_xml_sdk_finds_no_fault(ooxml_validator: Validator, tmp_path: Path) -> None:
    for old, new in PAIRS.values():
        validate(ooxml_validator, tmp_path, write(compare(old, new)))


def test_a_save_in_libreoffice_keeps_the_field_and_its_number(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    _, new = PAIRS["a table came before"]
    (tmp_path / "a.docx").write_bytes(write(unchanged(new)))
    text = raw(saved(soffice, uno_python, tmp_path / "a.docx", ".docx").read_bytes())
    counted = re.findall(r'<w:instrText[^>]*> SEQ Tabell \\\* ARABIC </w:instrText>.*?"separate"/>.*?<w:t>(\d+)<', text)
    assert counted == ["1", "2"]
    styles = re.findall(r'<w:pStyle w:val="(Caption\w*)"/>(?:(?!</w:p>).)*?SEQ Tabell', text)
    assert len(styles) == 2
