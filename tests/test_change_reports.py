"""The list of changes and the three columns: examples that read as the documents do, and laws for any two texts."""

import csv
import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_project import REGISTERS, library

from builder.assemble import assemble
from builder.changes import GRADES, Grade, Selection, bound_sections, changes, listed, narrowed, selected, three_columns
from builder.changes.halves import LEFT_OUT
from builder.compare import compare, edits
from builder.compare.edits import TABLE
from builder.export import changes_csv, changes_json, document_page, redline_json, redline_text
from builder.model import (
    Cell,
    Document,
    Edition,
    Facts,
    Marks,
    Note,
    Number,
    Paragraph,
    ParameterUse,
    Reason,
    Row,
    Section,
    Shape,
    Table,
    Text,
    join,
    words,
)
from builder.redline import Redline, Span, accept, is_changed, reject
from builder.resolve import resolve
from builder.web import redline_html
from tests.documents import documents, pairs, paragraphs

ALL = Selection()
IN_PLACE = Selection(order="plats")


def edition(version: str) -> Edition:
    return Edition("Avtalet", version=version, date="2027-01-15")


def resolved(body: str, version: str, header: str = "") -> Document:
    lib = library(body, header, REGISTERS)
    made = resolve(assemble(lib, lib.assemblies["hemmet"])[0], lib, edition(version))[0]
    clause = [section for section in made.sections if section.id == "hemmet/klausul"]
    return replace(made, sections=tuple(clause))


def redline(old: str, new: str, header: str = "") -> Redline:
    return compare(resolved(old, "utkast-1"), resolved(new, "utkast-2", header))


# --- documents as words --------------------------------------------------------------------------------


def shown(text: Text) -> str:
    marks = {(False, False): "{}", (True, False): "+{}+", (False, True): "-{}-"}
    return marks[text.marks.strong, text.marks.strike].format(text.text)


def paragraph(made: Paragraph) -> str:
    start = {"bullet": "* ", "number": "# ", "none": ""}[made.shape.marker]
    return start + "".join(shown(inline) for inline in made.content if isinstance(inline, Text))


def table_of(document: Document, chapter: int = 1) -> list[list[list[str]]]:
    tables = [block for block in document.sections[chapter].blocks if isinstance(block, Table)]
    return [[[paragraph(p) for p in cell.content] for cell in row.cells] for t in tables for row in t.rows[1:]]


def columns(made: Redline) -> list[list[list[str]]]:
    return table_of(three_columns([made], IN_PLACE))


def prose(document: Document, chapter: int = 1) -> list[str]:
    return [words(block.content) for block in document.sections[chapter].blocks if isinstance(block, Paragraph)]


REASON = "ändringar:\n  - till: utkast-2\n    varför: Två kommuner saknade en gräns.\n"


def test_a_changed_paragraph_stands_beside_the_old_with_its_motive() -> None:
    made = redline(
        "Läkaren bör svara.\n\nAllt annat är som förut.", "Läkaren ska svara.\n\nAllt annat är som förut.", REASON
    )
    assert columns(made) == [
        [
            ["1.2 Klausulen", "Läkaren -bör- svara."],
            ["1.2 Klausulen", "Läkaren +ska+ svara."],
            ["Ändrad. Ändring i sak.", "bör → ska", "Två kommuner saknade en gräns."],
        ],
        [["Allt annat är som förut."], ["Allt annat är som förut."], [""]],
    ]


OLD_LIST = "Vi gör detta:\n\n- en sak\n- en annan\n\nSlut."
OLD_TABLE = "| Steg | Vem |\n|---|---|\n| ett | läkaren |\n| två | patienten |\n| tre | ingen |\n"


@pytest.mark.parametrize(
    ("old", "new", "left", "middle"),
    [
        (OLD_LIST, OLD_LIST.replace("annan", "tredje"), "* en -annan-", "* en +tredje+"),
        ("Ett stycke.", "Ett stycke.\n\nEtt till.", "", "+Ett till.+"),
        ("Ett stycke.\n\nEtt till.", "Ett stycke.", "-Ett till.-", ""),
        ("Vi **lovar** det.", "Vi **lovar** allt.", "Vi lovar -det-.", "Vi lovar +allt+."),
        (OLD_TABLE, OLD_TABLE.replace("ingen", "alla"), f"{LEFT_OUT}\ntre | -ingen-", f"{LEFT_OUT}\ntre | +alla+"),
        (
            "Vi.[^1]\n\n[^1]: Ett ord.",
            "Vi.[^1]\n\n[^1]: Två ord.",
            "Vi. (fotnot: -Ett- ord.)",
            "Vi. (fotnot: +Två+ ord.)",
        ),
        ("Se [det](sip.md) nu.", "Se [det](sip.md) då.", "Se det (avsnitt 1.1) -nu-.", "Se det (avsnitt 1.1) +då+."),
    ],
)
def test_each_kind_of_change_in_its_columns(old: str, new: str, left: str, middle: str) -> None:
    rows = columns(redline(old, new))
    assert any("\n".join(row[0]).endswith(left) and "\n".join(row[1]).endswith(middle) for row in rows), rows


NONE = Facts()


def section(name: str, title: str, *texts: str, number: str, facts: Facts = NONE) -> Section:
    return Section(name, "clause", 1, (Text(title),), tuple(Paragraph((Text(t),)) for t in texts), number, facts)


def document(version: str, *sections: Section) -> Document:
    return Document("hemmet", edition(version), sections)


ONE = section("a/ett", "Ett", "Kommunen ska svara.", number="1", facts=Facts(("kommunen",)))
TWO = section("a/tva", "Två", "Regionen svarar.", number="2", facts=Facts(("regionen",), motive="Någon måste."))
TWO_FIRST = replace(TWO, number="1")
ONE_LAST = replace(ONE, number="2")


@pytest.mark.parametrize(
    ("old", "new", "row"),
    [
        (
            [ONE],
            [ONE, TWO],
            [["Finns inte."], ["2 Två", "Regionen svarar."], ["Ny. Ändring i sak.", "Någon måste."]],
        ),
        (
            [ONE, TWO],
            [ONE],
            [["2 Två", "Regionen svarar."], ["Klausulen utgår."], ["Utgår. Ändring i sak.", "Inget skäl är angivet."]],
        ),
        (
            [ONE, TWO],
            [TWO_FIRST, ONE_LAST],
            [
                ["2 Två", "[Texten under rubriken är oförändrad.]"],
                ["1 Två", "[Texten under rubriken är oförändrad.]"],
                ["Flyttad (var 2). Redaktionell ändring."],
            ],
        ),
        (
            [ONE],
            [replace(ONE, title=(Text("Etta"),))],
            [
                ["1 -Ett-", "[Texten under rubriken är oförändrad.]"],
                ["1 +Etta+", "[Texten under rubriken är oförändrad.]"],
                ["Ny rubrik. Liten ändring.", "Texten under rubriken är oförändrad.", "Inget skäl är angivet."],
            ],
        ),
    ],
    ids=["new", "withdrawn", "moved", "renamed"],
)
def test_new_withdrawn_moved_and_renamed_clauses_are_said_in_words(
    old: list[Section], new: list[Section], row: list[list[str]]
) -> None:
    assert columns(compare(document("utkast-1", *old), document("utkast-2", *new))) == [row]


STAYS = "Regionen ansvarar för läkarnas alla insatser i hemmet."
GOES = "Kommunen betalar för transporter som sker inom det egna området."


def test_a_paragraph_that_moved_to_another_clause_says_where_it_went() -> None:
    here, there = (section(name, name[2:], STAYS, number="1") for name in ("a/här", "a/där"))
    longer = Paragraph((Text(GOES),))
    old = (replace(here, blocks=(*here.blocks, longer)), replace(there, number="2"))
    new = (here, replace(there, number="2", blocks=(*there.blocks, longer)))
    rows = columns(compare(document("utkast-1", *old), document("utkast-2", *new)))
    assert [f"[Stycket är flyttat till 2 där] {GOES}"] in [row[0] for row in rows]
    assert [f"[Stycket är flyttat från 1 här] {GOES}"] in [row[1] for row in rows]


def test_a_paragraph_too_long_to_compare_word_by_word_is_told_in_every_list(monkeypatch: pytest.MonkeyPatch) -> None:
    old = "Läkaren bör svara. Patienten ska få en plan i tid. Vården ges hemma av kommunen."
    told = (
        "En del av ett mycket långt stycke jämförs inte ord för ord. Den visas som omskriven, även ord som är desamma."
    )
    for limit, said in ((TABLE, False), (0, True)):
        monkeypatch.setattr(edits, "TABLE", limit)
        made = redline(old, old.replace("bör", "ska"))
        lists = (str(table_of(listed([made], ALL))), changes_csv([made], ALL), changes_json([made], ALL))
        shown = (*lists, redline_json(made), " ".join(redline_text(made).split()), redline_html(made))
        assert [told in each for each in shown] == [said] * 6


def test_the_list_has_what_matters_most_first() -> None:
    small = replace(ONE, blocks=(Paragraph((Text("Kommunen ska besvara brevet."),)),))
    law = section("a/tre", "Tre", "Vi bör svara inom 3 dagar.", number="3")
    strict = section(
        "a/tre", "Tre", "Vi ska svara inom 5 dagar.", number="3", facts=Facts(reasons=(Reason("utkast-2", "Tiden."),))
    )
    made = compare(document("utkast-1", ONE, law), document("utkast-2", small, strict))
    by_grade, by_place = (table_of(listed([made], wanted)) for wanted in (ALL, IN_PLACE))
    assert by_grade == [
        [["3"], ["Tre"], ["Ändrad"], ["i sak"], ["bör → ska; 3 → 5 dagar"], ["Tiden."], ["a/tre"]],
        [
            ["1"],
            ["Ett"],
            ["Ändrad"],
            ["liten"],
            ["”svara” → ”besvara brevet”"],
            ["Inget skäl är angivet."],
            ["a/ett"],
        ],
    ]
    assert by_place == by_grade[::-1]
    assert prose(listed([made], ALL))[-1] == "Här står 1 ändring i sak och 1 liten ändring."
    only = listed([made], Selection(frozenset({"liten"})))
    assert [row[0] for row in table_of(only)] == [["1"]]
    assert prose(only)[-1] == "Här står 1 liten ändring. 1 andra visas inte."


def test_words_that_moved_within_a_clause_are_neither_new_nor_struck() -> None:
    made = redline("Inom två dygn svarar läkaren. Allt är bra.", "Allt är bra. Läkaren svarar inom två dygn.")
    told = table_of(listed([made], ALL))[0][4]
    assert told == ["Omskrivet: ”Inom två dygn svarar läkaren.” → ”Läkaren svarar inom två dygn.”"]


def test_several_documents_are_chapters_and_one_without_changes_says_so() -> None:
    changed = compare(document("utkast-1", ONE), document("utkast-2", ONE, TWO))
    same = compare(document("utkast-1", ONE), document("utkast-2", ONE))
    report = listed([changed, same], ALL)
    assert [words(chapter.title) for chapter in report.sections] == ["Så läser du", "Avtalet", "Avtalet"]
    assert len(table_of(report)) == 1
    assert prose(report, 2)[-1] == "Inget är ändrat."
    assert report.edition.agreement_title == "2 dokument"


def test_a_report_of_a_draft_is_a_draft_and_names_its_versions() -> None:
    made = listed([compare(document("utkast-1", ONE), document("utkast-2", ONE, TWO))], ALL).edition
    assert (made.title, made.status, made.version) == ("Ändringar från utkast-1 till utkast-2", "utkast", "utkast-2")
    assert made.checksum


PARTIES = {
    **REGISTERS,
    "parter": """
        alla: {namn: Alla, slag: roll}
        kommunen: {namn: Kommunen, slag: roll, ingår-i: alla}
        regionen: {namn: Regionen, slag: roll, ingår-i: alla}
        primar: {namn: Primärvården, slag: roll, ingår-i: regionen}
        special: {namn: Specialistvården, slag: roll, ingår-i: regionen}
        mora: {namn: Mora kommun, slag: kommun, ingår-i: kommunen}
        sala: {namn: Sala kommun, slag: kommun, ingår-i: kommunen}
        norr: {namn: Region Norr, slag: region, ingår-i: regionen}
    """,
}


@pytest.mark.parametrize(
    ("party", "binding"),
    [
        ("mora", {"mora", "kommunen", "alla"}),
        ("norr", {"norr", "regionen", "primar", "special", "alla"}),
        ("primar", {"primar", "regionen", "alla"}),
        ("kommunen", {"kommunen", "mora", "sala", "alla"}),
        ("alla", {"alla", "kommunen", "regionen", "primar", "special", "mora", "sala", "norr"}),
    ],
)
def test_what_binds_a_party(party: str, binding: set[str]) -> None:
    lib = library("Text.", "", PARTIES)
    names = ["alla", "kommunen", "regionen", "primar", "special", "mora", "sala", "norr"]
    clauses = (section(name, name, "Text.", number="1", facts=Facts((name,))) for name in names)
    assert bound_sections(lib, document("utkast-1", *clauses), party) == binding


def test_a_clause_that_bound_the_party_before_is_shown() -> None:
    shifted = replace(ONE, blocks=(Paragraph((Text("Regionen ska svara."),)),), facts=Facts(("regionen",)))
    made = compare(document("utkast-1", ONE, TWO), document("utkast-2", shifted, TWO))
    told = listed([made], Selection(party="Kommunen", sections=frozenset({"a/ett"})))
    assert [row[1] for row in table_of(told)] == [["Ett"]]
    assert "Här står bara ändringar i klausuler som binder Kommunen." in prose(told, 0)
    none = listed([made], Selection(party="Mora", sections=frozenset()))
    assert prose(none)[-1] == "Inga ändringar av det slag som är valt."


def test_the_list_for_programs_and_spreadsheets() -> None:
    hostile = section("a/ett", '=SUM(1;2)"\n', "Ord.", number="1")
    made = compare(document("utkast-1"), document("utkast-2", hostile))
    data = json.loads(changes_json([made], ALL))["documents"]
    assert [(d["document"], [c["clause"] for c in d["changes"]]) for d in data] == [("hemmet", ["a/ett"])]
    text = changes_csv([made], ALL)
    rows = list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=";"))
    assert rows[0][:4] == ["Dokument", "Nr", "Klausul", "Vad har hänt"]
    assert rows[1][:4] == ["Avtalet", "1", "'=SUM(1;2)\"", "Ny"]


def test_the_page_shows_struck_and_new_words_and_takes_text_as_text() -> None:
    made = redline("Ge <b>14</b> & 3. Läkaren bör svara.\n\n3. tre\n4. fyra", "Läkaren ska svara.\n\n3. tre\n4. fem")
    page = document_page(three_columns([made], IN_PLACE))
    assert "<del>" in page
    assert "<strong>ska</strong>" in page
    assert '<ol start="3"><li>tre</li>' in page
    assert "<b>" not in page
    assert re.findall(r"<th scope=\"col\">(\w+)", page) == ["Nuvarande", "Förslag", "Motiv"]
    assert not re.findall(r"(?:src|href)=", page)


def annexed(version: str, minutes: str) -> Document:
    text = Paragraph((Text("Läkaren svarar inom "), Text(minutes, Marks(about=ParameterUse("svarstid")))))
    row = Row((Cell((Paragraph((Text("Tid att svara"),)),)), Cell((Paragraph((Text(minutes),)),))), key="svarstid")
    annex = Section("bilaga/parametrar", "annex", 1, (Text("Tider"),), (Table((row,), ("left", "left")),), "2")
    return document(version, replace(ONE, blocks=(text,)), annex)


def test_an_annex_says_which_clauses_it_follows_or_the_reason_the_document_gives() -> None:
    made = compare(annexed("utkast-1", "30 minuter"), annexed("utkast-2", "60 minuter"))
    whys = [row[5] for row in table_of(listed([made], IN_PLACE))]
    assert whys == [["Inget skäl är angivet."], ["Följer av ändringen i 1 Ett."]]
    told = replace(made, reasons=(Reason("utkast-2", "Tiden höll inte.", "bilaga/parametrar"),))
    assert [row[5] for row in table_of(listed([told], IN_PLACE))][1] == ["Tiden höll inte."]


def test_a_new_title_says_why() -> None:
    old, new = document("utkast-1", ONE), document("utkast-2", ONE)
    named = replace(new, edition=replace(new.edition, title="Avtal om svar"))
    made = replace(compare(old, named), reasons=(Reason("utkast-2", "Kortare.", "titel"),))
    assert prose(listed([made], ALL))[1] == "Dokumentets titel var ”Avtalet” och är nu ”Avtal om svar”. Kortare."


def test_a_clause_that_moved_to_another_document_says_so_in_both() -> None:
    there = section("b/tva", "Två", "Regionen svarar.", number="7")
    here = compare(document("utkast-1", ONE, TWO), document("utkast-2", ONE))
    other = replace(
        compare(document("utkast-1", ONE_LAST), document("utkast-2", ONE_LAST, there)),
        new=replace(edition("utkast-2"), title="Det andra avtalet"), name="andra",
    )  # fmt: skip
    report = listed([here, other], ALL)
    gone, arrived = table_of(report)[0], table_of(report, 2)[0]
    assert gone[2] == ["Utgår, flyttad till Det andra avtalet, 7 Två"]
    assert arrived[2] == ["Ny, flyttad från Avtalet, 2 Två"]
    assert gone[4] == arrived[4] == ["Bara platsen. Texten är oförändrad."]
    data = json.loads(changes_json([here, other], ALL))["documents"]
    assert [[change.get("across") for change in made["changes"]] for made in data] == [
        ["till Det andra avtalet, 7 Två"],
        ["från Avtalet, 2 Två"],
    ]
    assert table_of(listed([here], ALL))[0][2] == ["Utgår"]


# --- some of the changes -------------------------------------------------------------------------------

NARROW_OLD = (ONE, TWO, section("a/tre", "Tre", "Vi är här.", number="3"))
NARROW_NEW = (
    replace(ONE, blocks=(Paragraph((Text("Kommunen bör svara."),)),)),
    replace(TWO, blocks=(Paragraph((Text("Regionen ska svara."),)),)),
    NARROW_OLD[2],
)


def shown_sections(made: Redline) -> list[list[str]]:
    return [["".join(printed_span(s) for s in b.spans) for b in s.blocks if hasattr(b, "spans")] for s in made.sections]


def printed_span(span: Span) -> str:
    return span.inline.text if isinstance(span.inline, Text) else ""


def test_a_redline_of_some_changes_keeps_the_headings_and_says_what_is_left_out() -> None:
    made = compare(document("utkast-1", *NARROW_OLD), document("utkast-2", *NARROW_NEW))
    some = narrowed(made, Selection(party="Regionen", sections=frozenset({"a/tva"})))
    assert [s.id for s in some.sections] == ["a/ett", "a/tva", "a/tre"]
    assert shown_sections(some)[0] == ["[Ändringen här visas inte i det här urvalet.]"]
    assert shown_sections(some)[2] == ["[Ingen ändring här.]"]
    assert [change.section.id for change in changes(some)] == ["a/tva"]
    assert "bara ändringar i klausuler som binder Regionen" in "".join(map(printed_span, some.cover.spans))
    assert narrowed(made, ALL) is made


@given(pairs(), st.sets(st.sampled_from(GRADES), min_size=1))
def test_a_redline_of_some_grades_has_just_those_changes(pair: tuple[Document, Document], grades: set[Grade]) -> None:
    made, wanted = compare(*pair), Selection(frozenset(grades), "plats")
    some = narrowed(made, wanted)
    assert {c.section.id for c in changes(some)} == {c.section.id for c in selected(changes(made), wanted)}
    assert {s.id for s in accept(some)} == {s.id for s in accept(made)}


# --- laws ----------------------------------------------------------------------------------------------


def keys(report: Document) -> Counter[str]:
    return Counter(
        row.key
        for block in report.sections[1].blocks
        if isinstance(block, Table)
        for row in block.rows
        if not row.header
    )


@given(pairs())
def test_every_changed_section_is_in_the_list_once(pair: tuple[Document, Document]) -> None:
    made = compare(*pair)
    assert keys(listed([made], ALL)) == Counter(change.section.id for change in changes(made))
    assert set(keys(three_columns([made], IN_PLACE))) == {change.section.id for change in changes(made)}


@given(documents())
def test_nothing_changed_gives_an_empty_list_that_says_so(document: Document) -> None:
    for make in (listed, three_columns):
        report = make([compare(document, document)], ALL)
        assert not keys(report)
        assert prose(report)[-1] == "Inget är ändrat."


def old_words(paragraphs: tuple[Paragraph, ...]) -> Iterator[str]:
    """The words of paragraphs as the left column has them, by a way of its own."""
    for made in paragraphs:
        yield "".join(old_inline(inline) for inline in made.content)


def old_inline(inline: object) -> str:
    match inline:
        case Text(text=text) | Number(text=text):
            return text
        case Note(content=content):
            return f" (fotnot: {' '.join(old_words(content))})"
        case _:
            return ""


@st.composite
def rewritten(draw: st.DrawFn) -> tuple[Document, Document]:
    """A clause of some paragraphs, edited, between two others, and sometimes moved past one."""
    old = draw(st.lists(paragraphs, min_size=1, max_size=4))
    new: list[Paragraph] = []
    for made in old:
        action = draw(st.sampled_from(["keep", "keep", "drop", "edit", "add"]))
        new += {
            "keep": [made],
            "drop": [],
            "edit": [replace(made, content=join((*made.content, Text("nu genast."))))],
            "add": [made, draw(paragraphs)],
        }[action]
    before = replace(TWO, id="a/klausul", blocks=tuple(old))
    after = replace(before, blocks=tuple(new))
    order = (after, ONE) if draw(st.booleans()) else (ONE, after)
    return document("utkast-1", ONE, before), document("utkast-2", *order)


def test_a_clause_that_moved_and_was_edited_stands_paragraph_by_paragraph() -> None:
    texts = ["Läkaren bör svara genast.", "Här står en mening som går.", "Kommunen betalar för allt som behövs."]
    before = section("a/klausul", "Klausul", *texts, number="2")
    after = section("a/klausul", "Klausul", "Läkaren ska svara genast.", texts[2], "En ny mening.", number="1")
    long = section("a/lang", "Lång", STAYS, GOES, STAYS, GOES, STAYS, number="1")
    rows = columns(compare(document("utkast-1", long, before), document("utkast-2", after, replace(long, number="2"))))
    assert [row[:2] for row in rows] == [
        [["2 Klausul", "Läkaren -bör- svara genast."], ["1 Klausul", "Läkaren +ska+ svara genast."]],
        [["-Här står en mening som går.-"], [""]],
        [[texts[2]], [texts[2]]],
        [[""], ["+En ny mening.+"]],
    ]


@given(rewritten())
def test_the_left_column_is_the_old_text_and_the_middle_the_new(pair: tuple[Document, Document]) -> None:
    made = compare(*pair)
    change = next((c for c in changes(made) if c.section.id == "a/klausul"), None)
    if change is None or change.kind in ("moved", "renamed"):
        return
    report = three_columns([made], IN_PLACE)
    for column, sections in enumerate((reject(made), pair[1].sections)):
        blocks = next(s.blocks for s in sections if s.id == "a/klausul")
        texts = old_words(tuple(block for block in blocks if isinstance(block, Paragraph)))
        assert printed(report, "a/klausul", column) == [text for text in texts if text]


TOLD = re.compile(r"^\[Stycket är flyttat [^]]+\] ")


def printed(report: Document, key: str, column: int) -> list[str]:
    """The paragraphs of a column under the heading of a clause."""
    rows = [r for b in report.sections[1].blocks if isinstance(b, Table) for r in b.rows if r.key == key]
    every = [p for row in rows for p in row.cells[column].content]
    texts = ["".join(i.text for i in p.content if isinstance(i, Text)) for p in every[1:]]
    return [text for text in (TOLD.sub("", text) for text in texts) if text]


@given(pairs())
def test_only_what_came_is_bold_and_only_what_went_is_struck(pair: tuple[Document, Document]) -> None:
    made = compare(*pair)
    report = three_columns([made], IN_PLACE)
    tables = [block for block in report.sections[1].blocks if isinstance(block, Table)]
    for row in (row for table in tables for row in table.rows):
        looks = [[i.marks for p in cell.content for i in p.content if isinstance(i, Text)] for cell in row.cells]
        assert not any(marks.strong for marks in looks[0] + looks[2])
        assert not any(marks.strike for marks in looks[1] + looks[2])
    assert is_changed(made) or not tables


def test_a_heading_in_a_column_is_no_heading_of_the_report() -> None:
    rows = three_columns([redline("## Mål\n\nEtt.", "## Mål\n\nTvå.")], IN_PLACE).sections[1].blocks[-1]
    assert isinstance(rows, Table)
    shapes = {p.shape for row in rows.rows for cell in row.cells for p in cell.content}
    assert shapes == {Shape()}
    assert Marks(emphasis=True) in {
        i.marks for r in rows.rows for c in r.cells for p in c.content for i in p.content if isinstance(i, Text)
    }
