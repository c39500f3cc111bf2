"""Any text comes out as it went in, wherever it stands, and is never code to the typesetter."""

from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.compare import compare
from builder.model import (
    Box,
    ClauseLink,
    Document,
    Drawing,
    Edition,
    Label,
    Marks,
    Note,
    Number,
    Picture,
    Section,
    Text,
    Url,
)  # fmt: skip
from builder.pdf import PdfError, write
from builder.redline import unchanged
from tests.documents import documents, edited
from tests.pdf.pdf_reading import faults, plain, shown
from tests.word.word_examples import EDITION, NEW, OLD, p, redline, section, table

pytestmark = pytest.mark.slow

HOSTILE = (
    '#panic("x")', '"); panic("x"); ("', '\\"); panic(1) //', "\\u{41}\\n\\", "$x^2$ $", "// bort /* bort */",
    "@ref <etikett>", "`rå` ```rå```", "*fet* _lutad_ = Rubrik", '#import "@preview/cetz:0.3.0"', "- punkt\n+ punkt",
    "[x]{y}(z);", "a\x00b\x07c\x1b[31m", "\u202eabc\u202c \u2066x\u2069", "~ -- --- ... 1--2", "'enkla' \"dubbla\"",
    "\ufeffx", "\\", '"', "{", "}", "#{", "#" * 20, "%PDF-1.7 %%EOF",
)  # fmt: skip


def only(*blocks: object) -> Document:
    return Document("d", EDITION, (section("hemmet/x", "Rubrik", "1", *blocks, level=1),))  # type: ignore[arg-type]


letters = st.one_of(
    st.characters(max_codepoint=0x17F, exclude_categories=()),
    st.characters(min_codepoint=0x391, max_codepoint=0x3C9, categories=("Lu", "Ll")),
    st.characters(min_codepoint=0x410, max_codepoint=0x44F),
    st.sampled_from('–—‘’“”„•…‰€≤≥→☐☑\u00a0\u2009\u202e\u2066\u2028\u0301""\\\\##$$@<>``{}[]()*_=~/'),
)
texts = st.text(letters, max_size=60)


@given(texts)
def test_a_text_reads_as_it_was_written(text: str) -> None:
    assert plain(f"början{text}slut") in shown(write(unchanged(only(p(f"början{text}slut")))))


@given(texts)
def test_a_literal_text_reads_as_it_was_written(text: str) -> None:
    assert plain(f"början{text}slut") in shown(write(unchanged(only(p(f"början{text}slut", kind="code")))))


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_is_text_wherever_it_stands(text: str) -> None:
    link = Text(text, Marks(link=Url(f"https://a.example/{text}"), strong=True, code=True))
    inside = Text(text, Marks(link=ClauseLink(text, text), emphasis=True, strike=True))
    drawing = Drawing(900, 300, (Box(0, 0, 100, 100, "low"), Label(10, 100, text, 30)))
    body = (
        p(text, kind="facts"), p(text, kind="heading", depth=1),
        p(text, link, inside, Number(text, text), Note((p(text),))),
        p(text, kind="question"), p(text, level=1, marker="bullet"), p(text, quote=1), p(text, kind="code"),
        p(text, kind="caption"), table((text, text), (text, text)), Picture(text, drawing, text, text),
    )  # fmt: skip
    document = Document(text, Edition(*(text,) * 5), (Section(text, "clause", 1, (Text(text),), body, text),))
    pdf = write(unchanged(document))
    assert shown(pdf).count(plain(text)) >= 18
    assert faults(pdf) == []


@given(st.data())
def test_any_redline_can_be_set(data: st.DataObject) -> None:
    old = data.draw(documents())
    new = data.draw(edited(old))
    value = compare(old, new)
    if "\N{HOUSE BUILDING}" in repr(value):
        with suppress(PdfError):
            write(value)
    else:
        assert faults(write(value)) == []


def test_a_letter_without_a_face_is_told_with_its_place() -> None:
    document = replace(OLD, sections=(*OLD.sections[:2], replace(
        OLD.sections[2], path="clauses/hemmet/syfte.md", blocks=(p("Ett hus \N{HOUSE BUILDING}."),))))  # fmt: skip
    with pytest.raises(PdfError) as told:
        write(unchanged(document))
    assert str(told.value) == (
        "Tecknet ”\N{HOUSE BUILDING}” (U+1F3E0) finns inte i de typsnitt som bäddas in i en PDF. Det står i avsnittet "
        "”1.2 Syfte & mål <viktigt>” (clauses/hemmet/syfte.md). Byt tecknet, eller gör filen med --via libreoffice."
    )


def test_a_letter_without_a_face_on_the_first_page_is_told() -> None:
    with pytest.raises(PdfError, match="på första sidan"):
        write(unchanged(replace(OLD, edition=replace(OLD.edition, parties="漢"))))


def test_a_redline_shows_old_and_new_words() -> None:
    text = shown(write(redline))
    for words in (
        "Enligt det nya registret", "alla dagar", "dygnet runt", "Nytt avsnitt", "Flyttat härifrån", "Flyttat hit",
        "Borttaget avsnitt", "Tillagt är understruket", "ändringar sedan utkast-1",
    ):  # fmt: skip
        assert plain(words) in text


def test_a_clean_document_tells_nothing_of_changes() -> None:
    text = shown(write(unchanged(NEW)))
    assert plain("Så läser du ändringarna") not in text
    assert plain("ändringar sedan") not in text


def test_the_same_text_is_the_same_file() -> None:
    assert write(redline) == write(redline)


def test_words_that_are_crossed_out_may_come_and_go() -> None:
    struck = p(Text("Utgår helt.", Marks(strike=True)))
    old, new = only(p("Står kvar."), struck), only(struck, p("Står kvar."), p(Text("Nytt ord.", Marks(strike=True))))
    for value in (compare(old, new), compare(new, old)):
        made = write(value)
        assert faults(made) == []
        assert plain("[överstruket i texten]") in shown(made)
    assert "överstruket" not in shown(write(unchanged(new)))
