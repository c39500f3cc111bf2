"""Rules of shape on the raw XML of what is written: what Word repairs or refuses must never be there."""

import re
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from lxml import etree

from builder.compare import compare
from builder.model import Document, Edition, Text
from builder.redline import Redline, unchanged
from builder.word import write
from tests.documents import documents, pairs
from tests.word.parts import W, names, part, raw, stories
from tests.word.printed import numbered
from tests.word.resolver import resolved
from tests.word.word_examples import EDITION, NEW, OLD, p, redline, section, table

REVISIONS = {W + name for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange", "rPrChange")}
SMALL = re.compile(r"(?<=Tabelltext)liten|(?<=Tabellrubrik)liten")
HEAD = re.compile(r"Slutrad|TOC|Innehallsnot")


def faults(data: bytes) -> list[str]:
    """Every rule that a file breaks."""
    found: list[str] = []
    ids: Counter[str] = Counter()
    for root in stories(data):
        found += [*_deleted(root), *_cells(root), *_paragraphs(root)]
        ids += Counter(e.get(W + "id") or "" for e in root.iter() if e.tag in REVISIONS or e.tag == W + "bookmarkStart")
    found += [f"id {number} twice" for number, times in ids.items() if times > 1]
    return found + _moves(data) + _references(data)


def _deleted(root: etree._Element) -> list[str]:
    found = []
    for element in root.iter(W + "t", W + "instrText", W + "delText", W + "delInstrText"):
        gone = any(e.tag == W + "del" for e in element.iterancestors())
        if gone != element.tag.startswith(W + "del"):
            found.append(f"{element.tag.removeprefix(W)} {'in' if gone else 'outside'} a deletion: {element.text}")
    found += [f"deletion in {e.getparent().tag}" for e in root.iter(W + "del") if e.getparent().tag == W + "moveTo"]
    return found + ["revision without author" for e in root.iter() if e.tag in REVISIONS and not e.get(W + "author")]


def _cells(root: etree._Element) -> list[str]:
    return ["cell without a last paragraph" for cell in root.iter(W + "tc") if cell[-1].tag != W + "p"]


def _paragraphs(root: etree._Element) -> list[str]:
    tables = [e for e in root.iter(W + "tbl") if e.getnext() is not None and e.getnext().tag == W + "tbl"]
    empty = [e for name in ("ins", "del", "moveFrom", "moveTo") for e in root.iter(W + name) if not len(e)]
    wrong = [e for e in empty if e.getparent().tag not in (W + "rPr", W + "trPr")]
    fields = Counter(e.get(W + "fldCharType") for e in root.iter(W + "fldChar"))
    uneven = ["uneven fields"] if len(set(fields.values())) > 1 else []
    return ["tables that touch"] * len(tables) + ["empty revision"] * len(wrong) + uneven


def _moves(data: bytes) -> list[str]:
    root = part(data)
    halves = {name: [e.get(W + "name") for e in root.iter(f"{W}{name}RangeStart")] for name in ("moveFrom", "moveTo")}
    ends = {e.get(W + "id") for name in halves for e in root.iter(f"{W}{name}RangeEnd")}
    starts = {e.get(W + "id") for name in halves for e in root.iter(f"{W}{name}RangeStart")}
    found = [] if sorted(halves["moveFrom"]) == sorted(halves["moveTo"]) else [f"moves without a half: {halves}"]
    found += [f"{name} range twice" for name, all_ in halves.items() if len(set(all_)) < len(all_)]
    return found + ([] if starts == ends else ["move range without an end"]) + _outside(root)


def _outside(root: etree._Element) -> list[str]:
    """Moved words that stand in no range."""
    open_, found = 0, []
    for element in root.iter():
        name = str(element.tag).removeprefix(W)
        open_ += name.endswith("RangeStart")
        open_ -= name.endswith("RangeEnd")
        if name in ("moveFrom", "moveTo") and len(element) and not open_:
            found.append(f"{name} outside a range")
    return found


def _references(data: bytes) -> list[str]:
    marks = [e.get(W + "name") or "" for e in part(data).iter(W + "bookmarkStart")]
    asked = {m for root in stories(data) for m in re.findall(r"REF (\S+)", "".join(root.itertext()))}
    asked |= {
        e.get(W + "anchor") or "" for root in stories(data) for e in root.iter(W + "hyperlink") if e.get(W + "anchor")
    }
    bad = [mark for mark in marks if not re.fullmatch(r"[A-Za-z]\w{0,39}", mark, re.ASCII)]
    twice = [mark for mark, times in Counter(marks).items() if times > 1]
    return [f"bookmark {mark}" for mark in (*bad, *twice)] + [f"no target {mark}" for mark in asked - set(marks)]


def body(data: bytes, what: str) -> list[tuple[str, str]]:
    """What a reader of the agreement reads; contents and document control apart, and the size of letters in a table:
    it follows the page, which in a redline lies on its side where either text needs it."""
    rows = resolved(data, what)
    start = next(n for n, (_, text) in enumerate(rows) if text == "Kontrollsumma") + 2
    read = ((SMALL.sub("", style), text) for style, text in rows[start:] if not HEAD.match(style))
    return [(style, re.sub(r"[\d.#]+", "#", text)) for style, text in read]


@pytest.mark.parametrize("example", [unchanged(OLD), unchanged(NEW), redline], ids=["old", "new", "redline"])
def test_examples_break_no_rule(example: Redline) -> None:
    assert faults(write(example)) == []


def test_a_redline_reads_as_the_new_or_the_old_document() -> None:
    data = write(redline)
    assert body(data, "accept") == body(write(unchanged(NEW)), "accept")
    assert body(data, "reject") == body(write(unchanged(OLD)), "reject")


def test_a_clean_document_has_no_change() -> None:
    assert not [e.tag for root in stories(write(unchanged(NEW))) for e in root.iter() if e.tag in REVISIONS]


def test_writing_twice_gives_the_same_bytes() -> None:
    assert write(redline) == write(redline)


@given(documents())
def test_any_document_breaks_no_rule(document: Document) -> None:
    assert faults(write(unchanged(numbered(document)))) == []


@given(pairs())
def test_any_redline_breaks_no_rule_and_reads_both_ways(pair: tuple[Document, Document]) -> None:
    old, new = map(numbered, pair)
    data = write(compare(old, new))
    assert faults(data) == []
    assert body(data, "accept") == body(write(unchanged(new)), "accept")
    assert body(data, "reject") == body(write(unchanged(old)), "reject")


def texts(data: bytes, name: str = "word/document.xml") -> str:
    return "".join(t.text or "" for t in part(data, name).iter(W + "t", W + "delText"))


def test_numbers_are_counted_by_word_and_never_typed() -> None:
    data = write(unchanged(OLD))
    headings = [q for q in part(data).iter(W + "p") if style(q).startswith("Heading")]
    assert ["".join(t.text or "" for t in q.iter(W + "t")) for q in headings][:2] == ["Grunder", "Parter"]
    second = next(s for s in part(data, "word/styles.xml").iter(W + "style") if s.get(W + "styleId") == "Heading2")
    assert second.find(f"{W}pPr/{W}numPr/{W}ilvl").get(W + "val") == "1"


def style(paragraph: etree._Element) -> str:
    return paragraph.find(f"{W}pPr/{W}pStyle").get(W + "val") or ""


def test_contents_stand_ready_with_numbers_and_links() -> None:
    data = write(unchanged(OLD))
    entries = [q for q in part(data).iter(W + "p") if re.fullmatch(r"TOC\d", style(q))]
    shown = [(style(q), "".join(t.text or "" for t in q.iter(W + "t"))) for q in entries]
    assert shown[:3] == [("TOC1", "1Grunder"), ("TOC2", "1.1Parter"), ("TOC2", "1.2Syfte & mål <viktigt>")]
    assert shown[-1] == ("TOC1", "Bilaga 2 Tider")
    assert all(q.find(W + "hyperlink") is not None for q in entries)
    assert "updateFields" not in raw(data, "word/settings.xml")
    assert "w:dirty" not in raw(data)


def test_a_reference_is_a_field_with_its_number_in_place() -> None:
    assert re.search(
        r" REF k_hemmet_syfte_\w{8} \\r \\h .*?<w:t xml:space=\"preserve\">1\.2</w:t>", raw(write(unchanged(OLD)))
    )


def test_a_number_that_only_followed_is_not_marked() -> None:
    section_ = OLD.sections[1]
    later = replace(OLD, sections=(section("hemmet/forst", "Först", "1", level=1), *OLD.sections))
    data = write(compare(OLD, later))
    assert section_.id == "hemmet/parter"
    assert "delInstrText" not in raw(data)


def test_every_page_of_a_draft_says_so_and_a_valid_text_does_not() -> None:
    draft, valid = write(unchanged(OLD)), write(unchanged(replace(OLD, edition=replace(EDITION, status="gällande"))))
    headers = [name for name in names(draft) if name.startswith("word/header")]
    assert len(headers) == 2
    assert all("UTKAST" in texts(draft, name) for name in headers)
    assert all('string="UTKAST"' in raw(draft, name) for name in headers)
    assert not any("UTKAST" in raw(valid, name) for name in names(valid) if name.endswith(".xml"))


def test_the_manifest_names_every_clause() -> None:
    data = write(unchanged(OLD))
    rows = part(data, "customXml/item1.xml")
    assert [row.get("id") for row in rows] == [s.id for s in OLD.sections]
    marks = {e.get(W + "name") for e in part(data).iter(W + "bookmarkStart")}
    assert {row.get("bokmärke") for row in rows} <= marks
    assert [row.get("nummer") for row in rows] == [s.number for s in OLD.sections]


def test_properties_carry_title_language_version_and_the_text_s_own_date() -> None:
    core = raw(write(unchanged(OLD)), "docProps/core.xml")
    for said in (
        "<dc:title>Överenskommelse om stöd i hemmet<",
        "<dc:language>sv-SE<",
        "<cp:version>utkast-1<",
        ">2026-11-02T00:00:00Z<",
    ):
        assert said in core
    assert ">0123456789abcdef0123456789abcdef01234567<" in raw(write(unchanged(OLD)), "docProps/custom.xml")


def test_tables_repeat_their_header_and_describe_themselves() -> None:
    tables = list(part(write(unchanged(OLD))).iter(W + "tbl"))
    assert all(t.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for t in tables)
    assert all(t.find(f"{W}tblPr/{W}tblCaption").get(W + "val") for t in tables)
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for t in tables for row in t.iter(W + "tr"))


def test_a_line_that_leads_to_a_list_or_a_table_stays_on_its_page_also_where_its_looks_changed() -> None:
    item, grid = p("Först.", level=1, marker="bullet"), table(("A", "B"), ("1", "2"))
    blocks = (p("Parterna ska:"), item, p("Så här:"), grid, p("Ett stycke."), p("Ord " * 90), item, p("Sist."))
    old = Document("d", EDITION, (section("a/x", "X", "1", *blocks),))
    new = replace(old, sections=(section("a/x", "X", "1", p("Parterna ska:", quote=1), *blocks[1:]),))
    for shown in (unchanged(old), compare(old, new)):
        root = part(write(shown))
        kept = [looks for looks in root.iter(W + "pPr") if looks.find(W + "keepNext") is not None]
        changed = [looks for looks in kept if looks.getparent().tag == W + "pPrChange"]
        said = ["".join(looks.getparent().itertext()) for looks in kept if looks not in changed]
        assert said == ["Parterna ska:", "Så här:"]
        assert len(changed) == len(list(root.iter(W + "pPrChange")))


def test_lists_count_anew_and_from_where_they_should() -> None:
    data = write(unchanged(OLD))
    starts = [e.get(W + "val") for e in part(data, "word/numbering.xml").iter(W + "startOverride")]
    assert starts == ["1", "3"]


def test_text_that_xml_forbids_is_replaced() -> None:
    document = Document("d", Edition("T\x00itel"), (section("a/b", "Rub\x0brik", "1", p("a\x01b\ufffe\ud800c")),))
    assert "a\ufffdb\ufffd\ufffdc" in texts(write(unchanged(document)))


def test_an_address_is_a_link_only_when_it_is_harmless() -> None:
    from builder.model import Marks, Url

    links = [
        Text(name, Marks(link=Url(name))) for name in ("javascript:alert(1)", "file:///etc/x", "https://x.example/")
    ]
    data = write(unchanged(Document("d", Edition("T"), (section("a/b", "R", "1", p(*links)),))))
    assert "javascript" not in raw(data, "word/_rels/document.xml.rels")
    assert "https://x.example/" in raw(data, "word/_rels/document.xml.rels")
    assert "javascript:alert(1)" in texts(data)


def test_a_changed_title_is_tracked_on_the_cover_itself() -> None:
    data = write(redline)
    cover = [text for style, text in resolved(data, "reject") if style.startswith("Title")]
    assert cover == ["Överenskommelse om stöd i hemmet"]
    assert "stöd och vård" in texts(data, "word/header1.xml")
    assert not [e for e in part(data, "word/header1.xml").iter() if e.tag in REVISIONS]


@pytest.mark.slow
def test_a_text_of_many_megabytes_and_a_very_wide_table_can_be_written() -> None:
    wide = table(tuple(f"k{n}" for n in range(40)), tuple("v" * 300 for _ in range(40)))
    document = Document("d", Edition("T" * 400), (section("a/b", "R", "1", p("ord " * 3_000_000), wide),))
    assert faults(write(unchanged(document))) == []


def test_an_empty_document_and_an_unknown_language_can_be_written() -> None:
    data = write(unchanged(Document("tom", Edition("", language="xx"), ())))
    assert faults(data) == []
    assert "End of document" in texts(data)
