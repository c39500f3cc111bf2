"""The file for those who are asked: motives as comments, numbered lines, changes tracked. No other edition has them."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given

from builder.compare import compare
from builder.library import Library
from builder.model import Document, Facts, Paragraph, Question, Section
from builder.redline import unchanged
from builder.variant import VARIANTS, dress
from builder.word import write
from tests.documents import pairs
from tests.open_xml_sdk import Validator
from tests.word.office import read, saved
from tests.word.parts import W, names, part, raw
from tests.word.printed import numbered as printed
from tests.word.test_word_landscape import GONE, lines, wide
from tests.word.test_word_office import shown, validate
from tests.word.test_word_rules import body, faults
from tests.word.test_word_templates import made
from tests.word.word_examples import EDITION, note, p, section, table

NOTHING = Library({}, {})
QUESTIONS = (Question("OF-1", "Hur ofta?", ("varje år", "varje månad")), Question("OF-2", "Av vem?"))
FACTS = Facts(motive="Så är det <i dag>.", basis=("1 kap. 2 § PL", "2 §"), questions=QUESTIONS, source="antagande")
CLAUSE = replace(
    section("hemmet/svar", "Svar", "1.1", p("Ansvarig: länet · Källa: antagande", kind="facts"), p("Länet svarar."),
            p("Öppen fråga (OF-1): Hur ofta?", kind="question"), p("Öppen fråga (OF-2): Av vem?", kind="question")),
    facts=FACTS,
)  # fmt: skip
SMALL = Document("hemmet", EDITION, (
    section("kapitel/grunder", "Grunder", "1", level=1), CLAUSE,
    section("hemmet/tyst", "Utan motiv", "1.2", p("Text.")),
    section("tabell/bred", "Bred tabell", "1.3", wide()),
    section("bilaga/ord", "Ord", "Bilaga 1", table(("Ord", "Källa"), ("hem", "antagande")), level=1),
))  # fmt: skip


ASKED = unchanged(dress(SMALL, "remissversion", NOTHING))


def asked(document: Document = SMALL) -> bytes:
    return write(unchanged(dress(document, "remissversion", NOTHING)))


@pytest.mark.slow
def test_footnotes_keep_their_words_in_libreoffice_beside_comments(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    names = ("ett", "två", "tre", "fyra")
    clauses = (
        replace(section(f"hemmet/{name}", name, f"1.{n}", noted(name)), facts=FACTS) for n, name in enumerate(names, 1)
    )
    path = tmp_path / "asked.docx"
    path.write_bytes(asked(Document("hemmet", EDITION, tuple(clauses))))
    (reading,) = read(soffice, uno_python, [("plain", path)])
    assert ["".join(words).strip() for words in reading["notes"]] == [f"Not {name}." for name in names]


def noted(name: str) -> Paragraph:
    return p(f"Länet svarar {name}.", note(f"Not {name}."))


def test_the_same_text_gives_the_same_bytes() -> None:
    assert asked() == asked()


def test_a_motive_stands_as_a_comment_on_the_heading_of_its_clause() -> None:
    data = asked()
    (comment,) = part(data, "word/comments.xml")
    assert [comment.get(W + name) for name in ("author", "initials", "date")] == [
        "Skrivgruppen", "S", "2026-11-02T00:00:00Z"
    ]  # fmt: skip
    assert [said(paragraph) for paragraph in comment] == ["Motiv: Så är det <i dag>.", "Stöd: 1 kap. 2 § PL; 2 §"]
    assert commented(data) == ["Svar"]


def said(element) -> str:  # type: ignore[no-untyped-def]
    return "".join(text.text for text in element.iter(W + "t"))


def commented(data: bytes) -> list[str]:
    """The words that comments are on."""
    found = re.findall(r"<w:commentRangeStart[^>]*>(.*?)<w:commentRangeEnd", raw(data), re.DOTALL)
    return ["".join(re.findall(r"<w:t[^>]*>([^<]*)", words)) for words in found]


@pytest.mark.parametrize("variant", [variant for variant in VARIANTS if variant != "remissversion"])
def test_no_other_edition_has_them(variant: str) -> None:
    data = write(unchanged(dress(SMALL, variant, NOTHING)))  # type: ignore[arg-type]
    assert "word/comments.xml" not in names(data)
    assert "trackRevisions" not in raw(data, "word/settings.xml")
    assert "lnNumType" not in raw(data)


def test_a_redline_has_no_comments_but_tracks_what_its_reader_changes() -> None:
    new = replace(SMALL, sections=(*SMALL.sections[:2], section("hemmet/ny", "Ny", "1.2", p("Ny text."))))
    data = write(compare(dress(SMALL, "remissversion", NOTHING), dress(new, "remissversion", NOTHING)))
    assert "word/comments.xml" not in names(data)
    assert "trackRevisions" in raw(data, "word/settings.xml")
    assert faults(data) == []


def test_changes_are_tracked_from_the_first_at_the_place_the_schema_gives() -> None:
    order = [child.tag.removeprefix(W) for child in part(asked(), "word/settings.xml")]
    place = order.index("trackRevisions")
    assert order[place - 1] == "zoom"
    assert order[place + 1] in ("defaultTabStop", "evenAndOddHeaders", "autoHyphenation")


def numbered(data: bytes) -> list[tuple[bool, str]]:
    """Of each section of the file whether its lines are numbered, and its last words."""
    found, last = [], ""
    for element in next(part(data).iter(W + "body")):
        last = said(element) or last
        end = element if element.tag == W + "sectPr" else element.find(f"{W}pPr/{W}sectPr")
        if end is not None:
            found.append((end.find(W + "lnNumType") is not None, last))
    return found


def test_lines_are_numbered_in_the_agreements_own_text_alone() -> None:
    counted = [is_numbered for is_numbered, _ in numbered(asked())]
    assert counted == [False, True, True, False]
    without_annex = replace(SMALL, sections=SMALL.sections[:3])
    assert [is_numbered for is_numbered, _ in numbered(asked(without_annex))] == [False, True]
    beside = replace(SMALL, edition=replace(EDITION, supporting=True))
    assert not any(is_numbered for is_numbered, _ in numbered(asked(beside)))


def counted(data: bytes, what: str) -> list[tuple[bool, str]]:
    """Whether the lines of each text and each row of a table have numbers, after accepting or rejecting all."""
    waiting: list[str] = []
    placed: list[tuple[bool, str]] = []
    for element in next(part(data).iter(W + "body")):
        waiting += filter(None, lines(element, GONE[what]))
        end = element if element.tag == W + "sectPr" else element.find(f"{W}pPr/{W}sectPr")
        mark = element.find(f"{W}pPr/{W}rPr")
        if end is not None and not (mark is not None and any(e.tag in GONE[what] for e in mark)):
            placed += [(end.find(W + "lnNumType") is not None, text) for text in waiting]
            waiting = []
    return placed


TEXTS, ANNEX = SMALL.sections[:3], SMALL.sections[4]


@pytest.mark.parametrize(
    ("old", "new"),
    [((*TEXTS, ANNEX), TEXTS), (TEXTS, (*TEXTS, ANNEX)), (SMALL.sections, (*TEXTS, ANNEX)), ((ANNEX,), TEXTS)],
)
def test_lines_are_numbered_as_in_each_text_whatever_came_or_went(
    old: tuple[Section, ...], new: tuple[Section, ...]
) -> None:
    before, after = (dress(replace(SMALL, sections=sections), "remissversion", NOTHING) for sections in (old, new))
    data = write(compare(before, after))
    assert faults(data) == []
    for what, document in (("accept", after), ("reject", before)):
        clean = {text: has for has, text in counted(write(unchanged(document)), "accept")}
        found = {text: has for has, text in counted(data, what)}
        named = ("Länet svarar.", "Text.", "Ord")
        assert [found.get(text) for text in named] == [clean.get(text) for text in named]


@given(pairs())
def test_any_redline_of_a_consultation_breaks_no_rule_and_reads_both_ways(pair: tuple[Document, Document]) -> None:
    old, new = (dress(printed(document), "remissversion", NOTHING) for document in pair)
    data = write(compare(old, new))
    assert faults(data) == []
    assert body(data, "accept") == body(write(unchanged(new)), "accept")
    assert body(data, "reject") == body(write(unchanged(old)), "accept")


def test_what_is_no_text_of_the_agreement_is_out_of_the_count_in_programs_with_one_count() -> None:
    styles = {style.get(W + "styleId"): style for style in part(asked(), "word/styles.xml").iter(W + "style")}
    silent = {name for name, style in styles.items() if style.find(f"{W}pPr/{W}suppressLineNumbers") is not None}
    beside = {"Fraga", "Klausulfakta", "Title", "TOC1", "TOC2", "Tabelltext", "Bilagerubrik", "Slutrad", "FootnoteText"}
    assert beside <= silent
    assert not silent & {"BodyText", "Heading1", "Heading2", "ListBullet", "ListNumber", "Normal"}


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_the_open_xml_sdk_finds_no_fault_in_any_edition(ooxml_validator: Validator, tmp_path: Path) -> None:
    for variant in VARIANTS:
        validate(ooxml_validator, tmp_path, write(unchanged(dress(SMALL, variant, NOTHING))))


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_comments_anchors_and_tracking_outlive_a_save_in_libreoffice(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    before = asked()
    (tmp_path / "a.docx").write_bytes(before)
    after = saved(soffice, uno_python, tmp_path / "a.docx", ".docx").read_bytes()
    assert commented(after) == commented(before) == ["Svar"]
    assert [said(c) for c in part(after, "word/comments.xml")] == [said(c) for c in part(before, "word/comments.xml")]
    assert "trackRevisions" in raw(after, "word/settings.xml")
    assert bookmarks(after) >= bookmarks(before)
    assert "Fråga 1 till remissinstanserna (OF-1)" in said(part(after))


def bookmarks(data: bytes) -> set[str]:
    return {name for name in re.findall(r'<w:bookmarkStart[^>]*w:name="([^"]*)"', raw(data)) if name.startswith("k_")}


COMMENTED = (
    f'<w:comments xmlns:w="{W[1:-1]}"><w:comment w:id="4" w:author="Prov"><w:p><w:r><w:t>Mallens.</w:t></w:r></w:p>'
    "</w:comment></w:comments>"
)


def test_comments_of_a_template_are_kept_beside_ours() -> None:
    def change(parts: dict[str, bytes]) -> None:
        relations = "word/_rels/document.xml.rels"
        kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
        line = f'<Relationship Id="rIdK" Type="{kind}" Target="comments.xml"/></Relationships>'
        parts[relations] = parts[relations].replace(b"</Relationships>", line.encode())
        parts["word/comments.xml"] = COMMENTED.encode()

    data = write(unchanged(dress(SMALL, "remissversion", NOTHING)), made(change))
    comments = list(part(data, "word/comments.xml"))
    assert [(c.get(W + "id"), c.get(W + "author")) for c in comments] == [("4", "Prov"), ("100000", "Skrivgruppen")]
    assert commented(data) == ["Svar"]


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_accepts_and_rejects_a_redline_of_a_consultation(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    more = (*QUESTIONS, Question("OF-3", "Hur länge?", ("ett år", "två år")))
    clause = replace(
        CLAUSE, blocks=(*CLAUSE.blocks[:1], p("Länet och kommunerna svarar.")), facts=replace(FACTS, questions=more)
    )
    sections = (SMALL.sections[0], section("hemmet/ny", "Ny", "1.1", p("Ny text.")), replace(clause, number="1.2"))
    old, new = (
        dress(replace(SMALL, sections=some), "remissversion", NOTHING) for some in (SMALL.sections, (*sections, ANNEX))
    )
    files = {"old": unchanged(old), "new": unchanged(new), "red": compare(old, new)}
    for name, value in files.items():
        (tmp_path / f"{name}.docx").write_bytes(write(value))
    jobs = (("plain", "old"), ("plain", "new"), ("accept", "red"), ("reject", "red"))
    was, is_, accepted, rejected = read(soffice, uno_python, [(what, tmp_path / f"{name}.docx") for what, name in jobs])
    assert shown(accepted) == shown(is_)
    assert shown(rejected) == shown(was)
    assert any("Fråga 3 till remissinstanserna (OF-3)" in text for text in shown(accepted))
