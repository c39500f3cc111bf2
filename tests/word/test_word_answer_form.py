"""The answer form in Word: shape, access, and what is left of it when someone has filled it in and saved it."""

import json
import re
import subprocess
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from lxml import etree

from builder.answers import form
from builder.model import Document
from builder.word import default_template, write_answer_form
from builder.word.package import pack, unpack
from tests.answer_examples import FORM, made
from tests.documents import documents
from tests.open_xml_sdk import Validator
from tests.small_project import library
from tests.word import answer_reader
from tests.word.parts import W, names, part, raw
from tests.word.test_word_rules import faults

FILLER = Path(__file__).parent / "answer_filler.py"
DATED = replace(
    FORM, edition=replace(FORM.edition, version="remiss-1", date="2027-01-08", commit="a" * 40, recipient="s01")
)
DATA = write_answer_form(DATED, None)
ROOT = part(DATA)
ANSWERED = [
    ["hemmet/klausul", ["Avstyrker", "För snäv.\nOch för kort.", "Ny & bättre <lydelse>", "Två tjänster"]],
    ["f02", [None, "Ja, hela", "Före sommaren"]],
    ["Ert diarienummer", ["KS 2027/12"]],
]


def ids() -> list[str]:
    rows = [row for group in (*FORM.questions, *FORM.clauses) for row in group.rows]
    return [item.id for item in (*FORM.respond, *FORM.decision, *FORM.attachments, *rows)]


def words(element: etree._Element) -> str:
    return "".join(text.text or "" for text in element.iter(W + "t"))


def val(element: etree._Element | None) -> str:
    return "" if element is None else element.get(W + "val") or ""


def style(paragraph: etree._Element) -> str:
    return val(paragraph.find(f"{W}pPr/{W}pStyle"))


def test_every_answer_has_a_row_of_its_own_with_one_bookmark() -> None:
    found = answer_reader.answers(DATA)
    assert sorted(found) == sorted(ids())
    marks = [mark.get(W + "name") for mark in ROOT.iter(W + "bookmarkStart")]
    assert len(marks) == len(set(marks)) == len(found)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", str(mark), re.ASCII) for mark in marks)


def test_an_empty_form_holds_no_answers_but_the_recipients_name() -> None:
    said = {id_: texts for id_, texts in answer_reader.answers(DATA).items() if any(texts)}
    assert said.pop("svar/instans") == ["Nässjö kommun"]
    assert {id_.partition("/")[0] for id_ in said} == {"fråga"}, (
        "a free question shows its words to the right of its number"
    )


def test_the_id_is_printed_in_the_row_of_each_question_and_clause() -> None:
    rows = [words(row) for row in ROOT.iter(W + "tr")]
    printed = [id_.partition("/")[2] for id_ in ids() if id_.startswith(("fråga/", "klausul/"))]
    assert [id_ for id_ in printed if not any(row.endswith(id_) or id_ in row for row in rows)] == []


def test_a_list_has_a_name_and_shows_its_prompt_until_something_is_chosen() -> None:
    controls = list(ROOT.iter(W + "sdt"))
    assert len(controls) == 6
    for control in controls:
        properties = control.find(W + "sdtPr")
        assert properties is not None
        assert re.match(r"Svar|Fråga|Tillstyrker", val(properties.find(W + "alias")))
        assert 0 < len(val(properties.find(W + "tag"))) <= 40
        assert words(control) == "Välj svar"
        items = [item.get(W + "value") for item in properties.iter(W + "listItem")]
        assert len(items) == len(set(items)) > 2
        before, after = control.getprevious(), control.getnext()
        assert before is not None
        assert after is not None
        assert (before.tag, after.tag) == (W + "bookmarkStart", W + "bookmarkEnd")


def test_who_listens_or_uses_the_keyboard_is_told_the_same() -> None:
    for table in ROOT.iter(W + "tbl"):
        assert val(table.find(f"{W}tblPr/{W}tblCaption"))
        assert val(table.find(f"{W}tblPr/{W}tblDescription"))
        first = table.find(W + "tr")
        assert first is not None
        assert first.find(f"{W}trPr/{W}tblHeader") is not None
    assert not [*ROOT.iter(W + "gridSpan", W + "vMerge")]
    levels = [int(name[-1]) for p in ROOT.iter(W + "p") if (name := style(p)).startswith("Heading")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    body = ROOT.find(W + "body")
    assert body is not None
    assert [p for p in body.findall(W + "p") if not words(p)] == []
    assert 'w:lang w:val="sv-SE"' in raw(DATA, "word/styles.xml")


def test_the_pages_lie_on_their_side_and_bear_no_mark_across() -> None:
    size = next(ROOT.iter(W + "pgSz"))
    assert (size.get(W + "orient"), int(size.get(W + "w") or 0) > int(size.get(W + "h") or 0)) == ("landscape", True)
    headers = [name for name in names(DATA) if name.startswith("word/header")]
    assert headers
    assert not [name for name in headers if "textpath" in raw(DATA, name)]
    assert not [name for name in names(DATA) if re.search("vba|macro|embed|activeX", name, re.IGNORECASE)]


def test_the_file_says_to_a_program_which_text_it_is_of_and_for_whom() -> None:
    said = answer_reader.manifest(DATA).attrib
    assert {name: said[name] for name in ("dokument", "version", "version-id", "formulär", "mottagare")} == {
        "dokument": "hemmet", "version": "remiss-1", "version-id": "a" * 40, "formulär": "svar", "mottagare": "s01",
    }  # fmt: skip
    lines = {line.get("id"): line for line in answer_reader.manifest(DATA)}
    assert lines["klausul/hemmet/klausul"].get("fingeravtryck") == FORM.clauses[0].rows[1].fingerprint
    assert lines["fråga/f02"].get("nummer") == "2"


def test_the_same_form_gives_the_same_bytes_and_reads_the_same_with_a_copy_of_the_built_in_template() -> None:
    assert write_answer_form(DATED, None) == DATA
    copy = write_answer_form(DATED, default_template("sv"))
    assert raw(copy) == raw(DATA)


def test_a_choice_made_as_word_writes_it_is_read() -> None:
    """Word takes the prompt's mark away, writes the choice in its place and leaves the bookmark around the control."""
    changed = etree.fromstring(etree.tostring(ROOT))
    control = next(c for c in changed.iter(W + "sdt") if "Klausulen" in val(c.find(f"{W}sdtPr/{W}alias")))
    prompt = next(control.iter(W + "showingPlcHdr"))
    prompt.getparent().remove(prompt)
    next(control.iter(W + "t")).text = "Avstår"
    parts = {**unpack(DATA), "word/document.xml": etree.tostring(changed)}
    assert answer_reader.answers(pack(parts))["klausul/hemmet/klausul"][0] == "Avstår"


def test_what_a_template_sets_to_the_right_stands_to_the_right_of_a_page_on_its_side() -> None:
    parts = unpack(default_template("sv"))
    stop = b'<w:tabs><w:tab w:val="right" w:pos="9070"/></w:tabs>'
    sheet = re.sub(
        rb'(w:styleId="Header">.*?<w:pPr>)(<w:tabs>.*?</w:tabs>)?', rb"\1" + stop, parts["word/styles.xml"], count=1
    )
    made_of_it = write_answer_form(DATED, pack({**parts, "word/styles.xml": sheet}))
    header = next(s for s in part(made_of_it, "word/styles.xml") if s.get(W + "styleId") == "Header")
    table = next(part(made_of_it).iter(W + "tblW"))
    assert [tab.get(W + "pos") for tab in header.iter(W + "tab")] == [table.get(W + "w")]


@pytest.mark.slow
@settings(max_examples=20)
@given(documents())
def test_any_document_gives_a_form_without_faults(shown: Document) -> None:
    made_of_it = write_answer_form(form(shown, library("Text.\n")), None)
    assert faults(made_of_it) == []
    assert len(answer_reader.answers(made_of_it)) > 10


@pytest.mark.slow
def test_the_open_xml_sdk_finds_no_fault(ooxml_validator: Validator, tmp_path: Path) -> None:
    for name, data in (("full", DATA), ("bare", write_answer_form(made(registers={}), default_template("sv")))):
        (tmp_path / f"{name}.docx").write_bytes(data)
        assert ooxml_validator.faults(tmp_path / f"{name}.docx") == []


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_ids_choices_and_texts_outlive_filling_in_and_saving_in_libreoffice(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    (tmp_path / "svar.docx").write_bytes(DATA)
    saves = [("svar", "filled", ANSWERED), ("filled", "again", [])]
    work = [[str(tmp_path / f"{old}.docx"), str(tmp_path / f"{new}.docx"), given_] for old, new, given_ in saves]
    done = subprocess.run(
        [uno_python, FILLER, soffice], input=json.dumps(work), capture_output=True, text=True, timeout=300
    )
    assert done.returncode == 0, done.stderr
    for name in ("filled", "again"):
        data = (tmp_path / f"{name}.docx").read_bytes()
        found = answer_reader.answers(data)
        assert sorted(found) == sorted(ids())
        assert found["klausul/hemmet/klausul"] == ANSWERED[0][1]
        assert found["fråga/f02"] == ["Ja, hela", "Före sommaren"]
        assert found["svar/diarienummer"] == ["KS 2027/12"]
        assert found["klausul/hemmet/sip"] == ["", "", "", ""]
        assert answer_reader.manifest(data).get("mottagare") == "s01"
