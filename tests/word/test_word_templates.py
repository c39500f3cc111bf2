"""Templates: what a communications office may send, and what an attacker may."""

import contextlib
import io
import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from builder.model.control import Control
from builder.redline import unchanged
from builder.word import TemplateError, default_template, write
from tests.word.parts import W, names, part, raw
from tests.word.test_word_rules import faults, texts
from tests.word.word_examples import NEW, OLD, redline

Parts = dict[str, bytes]


def made(change: Callable[[Parts], None]) -> bytes:
    """The built-in template with its parts changed."""
    with zipfile.ZipFile(io.BytesIO(default_template())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    change(parts)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return target.getvalue()


def swapped(old: str, new: str, name: str = "word/document.xml") -> bytes:
    def change(parts: Parts) -> None:
        assert old.encode() in parts[name]
        parts[name] = parts[name].replace(old.encode(), new.encode())

    return made(change)


def saying(expression: str) -> bytes:
    return swapped("{{ typ or avtal or 'Överenskommelse' }}", expression)


def refused(template: bytes) -> str:
    with pytest.raises(TemplateError) as fault:
        write(unchanged(OLD), template)
    assert "\n" not in str(fault.value)
    assert str(fault.value).endswith(".")
    return str(fault.value)


words = st.text(st.sampled_from("ab åÖ&<>'\"{}%·–5"), max_size=8).map(str.strip)
facts = st.fixed_dictionaries(dict.fromkeys(("kind", "agreement", "parties", "checksum", "diary"), words))
controls = st.fixed_dictionaries(dict.fromkeys(("valid_from", "working_group", "revised_by", "approved_by"), words))


@given(facts, controls, st.sampled_from(["", "2026-11-23"]), st.booleans(), st.sampled_from(["utkast", "gällande"]))
def test_the_built_in_template_says_the_same_as_when_docxtpl_fills_it_in(
    facts: dict[str, str], controls: dict[str, str], date: str, supporting: bool, status: str
) -> None:
    edition = replace(
        NEW.edition, **facts, control=Control(**controls), date=date, supporting=supporting,
        party=facts["parties"], status=status,
    )  # fmt: skip
    changed = replace(redline, new=edition)
    own, filled = (read_parts(write(changed, template)) for template in (None, default_template()))
    assert own.keys() == filled.keys()
    for name in own.keys() - {"[Content_Types].xml", "_rels/.rels"}:
        assert own[name] == filled[name], name


def read_parts(data: bytes) -> Parts:
    """The parts in one way of writing, without what says nothing: runs that are empty, and how blanks are kept."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: plain(archive.read(name)) for name in archive.namelist()}


def plain(part: bytes) -> bytes:
    root = etree.fromstring(part)
    for run in [run for run in root.iter(f"{W}r") if not len(run) or (len(run) == 1 and says_nothing(run[0]))]:
        run.getparent().remove(run)
    for text in root.iter(f"{W}t"):
        text.attrib.pop("{http://www.w3.org/XML/1998/namespace}space", None)
    return bytes(etree.tostring(root, method="c14n"))


def says_nothing(element: etree._Element) -> bool:
    return element.tag == f"{W}t" and not element.text


@pytest.mark.parametrize(
    ("expression", "named"),
    [
        ("{{ titeln }}", "titeln"),
        ("{{ ''.__class__.__mro__ }}", "__mro__"),
        ("{{ titel.__class__.__subclasses__() }}", "subclasses"),
        ("{{ titel|upper }}", "|upper"),
        ("{% for x in titel %}{{ x }}{% endfor %}", "for"),
        ("{{ range(10000000) }}", "range"),
        ("{{ 'a' * 1000000000 }}", "1000000000"),
        ("{% import 'os' %}", "import"),
        ("{% set titel = 1 %}", "set titel"),
        ("{{ titel[0] }}", "titel[0]"),
        ("{{ titel", "läsa"),
        ("{% if titel %}", "läsa"),
        ("{{ self }}", "self"),
    ],
)
def test_an_unknown_or_forbidden_expression_is_refused_by_name(expression: str, named: str) -> None:
    said = refused(saying(expression))
    assert named in said
    assert "Mallen" in said


def test_every_documented_field_can_be_used_with_conditions_and_pieces() -> None:
    fields = ("titel", "typ", "avtal", "version", "status", "datum", "commit", "kontrollsumma", "diarienummer",
              "parter", "utkast", "språk", "jämförelse", "upplaga", "underlag", "part", "versions_id",
              "giltigt_från", "giltigt_till", "arbetsgrupp", "brukarorganisationer", "revideras_av",
              "antagen", "godkänd_av")  # fmt: skip
    text = (
        "".join(f"[{{{{ {field} }}}}]" for field in fields)
        + "{% if utkast and not jämförelse %}{{ commit[:4] }}{% endif %}"
    )
    said = texts(write(unchanged(OLD), saying(text)))
    assert "[utkast-1][utkast][2026-11-02][0123456789ab]" in said
    assert "[UTKAST][sv][][Arbetsversion][][][0123456789ab][–][–][][][][][]0123" in said


def test_values_are_text_and_never_markup_or_expressions() -> None:
    edition = replace(OLD.edition, parties="<w:b/> A & B {{ 7*7 }} {% x %}", diary="{{ titel }}")
    said = texts(write(unchanged(replace(OLD, edition=edition))))
    assert "<w:b/> A & B {{ 7*7 }} {% x %}" in said
    assert "49" not in said


@pytest.mark.parametrize("place", ["{{ avtalstext }}{{ avtalstext }}", "här: {{ avtalstext }}"])
def test_the_text_needs_a_paragraph_of_its_own(place: str) -> None:
    assert "avtalstext" in refused(swapped("{{ avtalstext }}", place))


def test_without_a_place_the_text_comes_last() -> None:
    data = write(unchanged(OLD), swapped("{{ avtalstext }}", "Förord."))
    assert texts(data).index("Förord.") < texts(data).index("Grunder")
    assert faults(data) == []


def test_a_template_may_give_relations_another_prefix() -> None:
    def renamed(parts: Parts) -> None:
        text = parts["word/document.xml"].decode()
        parts["word/document.xml"] = text.replace(" r:", " q:").replace("xmlns:r=", "xmlns:q=").encode()

    kept = made(renamed)
    assert "xmlns:r=" not in raw(kept, "word/document.xml")
    assert texts(write(redline, kept)) == texts(write(redline))


def test_a_draft_says_so_on_every_page_of_any_template() -> None:
    def bare(parts: Parts) -> None:
        for name in ("word/header1.xml", "word/header2.xml"):
            parts[name] = f'<w:hdr xmlns:w="{W[1:-1]}"><w:p><w:r><w:t>Logotyp</w:t></w:r></w:p></w:hdr>'.encode()

    data = write(unchanged(OLD), made(bare))
    assert all("UTKAST" in texts(data, name) for name in ("word/header1.xml", "word/header2.xml"))


def test_a_template_without_headers_gets_one_in_a_draft() -> None:
    def headless(parts: Parts) -> None:
        document = parts["word/document.xml"].decode()
        for kind, number in (("default", 5), ("first", 6)):
            document = document.replace(f'<w:headerReference w:type="{kind}" r:id="rId{number}"/>', "")
        parts["word/document.xml"] = document.encode()

    data = write(unchanged(OLD), made(headless))
    kinds = [e.get(W + "type") for e in part(data).iter(W + "headerReference")]
    assert sorted(kinds) == ["default", "first"]


def test_a_restyled_template_keeps_its_own_styles() -> None:
    own = swapped('w:val="1F4E79"/><w:sz w:val="34"/>', 'w:val="00AA00"/><w:sz w:val="34"/>', "word/styles.xml")
    assert "00AA00" in raw(write(unchanged(OLD), own), "word/styles.xml")


def test_a_foreign_template_gets_the_styles_and_lists_it_lacks() -> None:
    def foreign(parts: Parts) -> None:
        space = f'xmlns:w="{W[1:-1]}"'
        heading = (
            '<w:style w:type="paragraph" w:styleId="Rubrik1"><w:name w:val="heading 1"/><w:rPr><w:b/></w:rPr></w:style>'
        )
        normal = '<w:style w:type="paragraph" w:default="1" w:styleId="Normalny"><w:name w:val="Normal"/></w:style>'
        parts["word/styles.xml"] = f"<w:styles {space}>{normal}{heading}</w:styles>".encode()
        parts["word/numbering.xml"] = (
            f'<w:numbering {space}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>'
            "</w:abstractNum>"
            '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        ).encode()

    data = write(redline, made(foreign))
    assert faults(data) == []
    styles = {s.get(W + "styleId"): s for s in part(data, "word/styles.xml").iter(W + "style")}
    assert styles["Rubrik1"].find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "2"
    assert styles["Heading2"].find(f"{W}pPr/{W}numPr/{W}numId").get(W + "val") == "2"
    assert 'w:val="Rubrik1"' in raw(data)


# --- hostile -----------------------------------------------------------------------------------------


def with_part(name: str, data: bytes) -> bytes:
    return made(lambda parts: parts.__setitem__(name, data))


RELATIONS = '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
OUTSIDE = (
    '<Relationship Id="x" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{}" '
    'Target="http://x.example/a" TargetMode="External"/>'
)


def linked(part: str, kind: str) -> bytes:
    return with_part(f"word/_rels/{part}.xml.rels", RELATIONS.format(OUTSIDE.format(kind)).encode())


INSERTED = '</w:t></w:r><w:ins w:id="9" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins><w:r><w:t>'
BAD = {
    "no zip": (b"hej", "ingen Word-fil"),
    "empty": (b"", "ingen Word-fil"),
    "old word": (b"\xd0\xcf\x11\xe0" + bytes(600), "gamla Word-formatet"),
    "macro": (with_part("word/vbaProject.bin", b"x"), "makron"),
    "embedded": (with_part("word/embeddings/a.bin", b"x"), "inbäddade"),
    "traversal": (with_part("../PWNED.xml", b"<x/>"), "otillåtet namn"),
    "absolute": (with_part("/etc/PWNED.xml", b"<x/>"), "otillåtet namn"),
    "backslash": (with_part("word\\PWNED.xml", b"<x/>"), "otillåtet namn"),
    "doctype": (with_part("word/a.xml", b'<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>'), "dokumenttyp"),
    "late doctype": (with_part("word/a.xml", b"<!--" + b"x" * 9000 + b"--><!DOCTYPE a><a/>"), "dokumenttyp"),
    "utf-16 doctype": (with_part("word/a.xml", "<!DOCTYPE a><a/>".encode("utf-16")), "dokumenttyp"),
    "broken xml": (with_part("word/a.xml", b"<a>"), "läsbar XML"),
    "bomb": (with_part("word/a.xml", b"<a>" + b" " * 30_000_000 + b"</a>"), "hårt packad"),
    "attached template": (linked("settings", "attachedTemplate"), "utifrån"),
    "outside picture": (linked("header1", "image"), "utifrån"),
    "not word": (swapped("<w:document", "<w:dokument"), "läsbar XML"),
    "revised": (saying(INSERTED), "spårade ändringar"),
    "macro type": (swapped("document.main+xml", "document.macroEnabled.main+xml", "[Content_Types].xml"), "makron"),
    "many parts": (made(lambda parts: parts.update({f"word/{n}.bin": b"" for n in range(600)})), "för många"),
}  # fmt: skip


@pytest.mark.parametrize("name", BAD)
def test_a_bad_template_is_refused_in_plain_words(name: str) -> None:
    template, said = BAD[name]
    assert said in refused(template)


def test_a_part_twice_is_refused() -> None:
    target = io.BytesIO(default_template())
    with zipfile.ZipFile(target, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr("word/styles.xml", b"<a/>")
    assert "två gånger" in refused(target.getvalue())


@given(st.lists(st.tuples(st.integers(0, len(default_template()) - 1), st.integers(0, 255)), min_size=1, max_size=5))
def test_a_template_that_was_damaged_on_the_way_is_refused_or_read(flips: list[tuple[int, int]]) -> None:
    data = bytearray(default_template())
    for place, byte in flips:
        data[place] = byte
    with contextlib.suppress(TemplateError):
        write(unchanged(OLD), bytes(data))


@pytest.mark.slow
def test_hostile_files_are_refused_or_read_and_never_crash(shared: Path) -> None:
    for file in sorted((shared / "data" / "hostile" / "docx").iterdir()):
        with contextlib.suppress(TemplateError):
            data = write(unchanged(OLD), file.read_bytes())
            assert not [name for name in names(data) if ".." in name or name.startswith("/")], file.name
            assert faults(data) == [], file.name


def test_hostile_strings_come_out_as_text(shared: Path) -> None:
    folder = shared / "data" / "hostile" / "jinja"
    strings = [
        *json.loads((folder / "strings.json").read_text()),
        *(folder / "patt-ssti.fuzz").read_text().splitlines(),
    ]
    edition = replace(NEW.edition, title=" ".join(strings), parties="\n".join(strings), diary=strings[0])
    said = texts(write(unchanged(replace(NEW, edition=edition))))
    assert "{{7*7}}" in said


def test_hostile_strings_in_a_template_are_never_run(shared: Path) -> None:
    folder = shared / "data" / "hostile" / "jinja"
    for string in json.loads((folder / "strings.json").read_text()):
        shown = string.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        with contextlib.suppress(TemplateError):
            assert "49" not in texts(write(unchanged(OLD), saying(shown)))
