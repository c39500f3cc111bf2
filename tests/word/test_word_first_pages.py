"""The pages before the text: document control, the versions there have been, how to read, and what each page says."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from builder.assemble import assemble
from builder.build import Project
from builder.compare import compare
from builder.model import Control, Document, Edition, HistoryEntry
from builder.redline import Redline, unchanged
from builder.resolve import resolve
from builder.word import write
from tests.folder import Folder
from tests.open_xml_sdk import Validator
from tests.small_project import library
from tests.word.office import read
from tests.word.parts import W, part, raw
from tests.word.resolver import resolved
from tests.word.test_word_office import shown, validate
from tests.word.test_word_rules import faults, texts
from tests.word.word_examples import NEW, OLD

FOLLOWS = re.compile(r"utkast-\d|[\d-]{10}|[0-9a-f]{12}|[0-9a-f]{64}")
FIRST = HistoryEntry("utkast-1", "2026-11-01", "utkast")
SECOND = HistoryEntry("utkast-2", "2026-12-01", "remiss", 12)
THEN, NOW = (
    Control(history=(FIRST,)),
    Control(valid_from="1 januari 2028", adopted="Alla parter", history=(FIRST, SECOND)),
)


def edited(document: Document, **facts: object) -> Document:
    return replace(document, edition=replace(document.edition, **facts))  # type: ignore[arg-type]


def control(data: bytes) -> dict[str, str]:
    """The rows of the first table."""
    table = next(part(data).iter(W + "tbl"))
    rows = [
        ["".join(t.text or "" for t in cell.iter(W + "t")) for cell in row.iter(W + "tc")]
        for row in table.iter(W + "tr")
    ]
    return dict(rows)


def paragraphs(data: bytes, style: str, what: str = "accept") -> list[str]:
    return [text for name, text in resolved(data, what) if name.split("/")[0] == style]


def test_the_first_page_says_what_is_known_and_a_dash_where_validity_is_not() -> None:
    said = control(write(unchanged(edited(NEW, control=NOW))))
    assert said["Giltigt från"] == "1 januari 2028"
    assert said["Giltigt till"] == "–"
    assert said["Antagen"] == "Alla parter"
    assert "Godkänd av" not in said
    assert (said["Upplaga"], said["Version"], said["Diarienummer"]) == ("Arbetsversion", "utkast-2", "RN 2026/123")


def test_a_document_beside_an_agreement_has_neither_validity_guide_nor_references() -> None:
    data = write(unchanged(edited(NEW, supporting=True)))
    assert "Giltigt från" not in control(data)
    assert "Så läser du dokumentet" not in texts(data)
    assert paragraphs(data, "Klausulid") == []


def test_each_version_there_has_been_has_a_row() -> None:
    tables = list(part(write(unchanged(edited(NEW, control=NOW)))).iter(W + "tbl"))
    rows = [
        ["".join(t.text or "" for t in cell.iter(W + "t")) for cell in row.iter(W + "tc")]
        for row in tables[1].iter(W + "tr")
    ]
    assert rows == [
        ["Version", "Datum", "Status", "Vad som har ändrats"],
        ["utkast-1", "2026-11-01", "utkast", "Första versionen"],
        ["utkast-2", "2026-12-01", "remiss", "Ändringar i 12 klausuler"],
    ]


@pytest.mark.parametrize(("was", "is_"), [(THEN, NOW), (NOW, THEN), (Control(), NOW), (NOW, Control())])
def test_a_redline_of_the_first_pages_reads_both_ways(was: Control, is_: Control) -> None:
    old, new = edited(OLD, control=was), edited(NEW, control=is_, variant="remissversion")
    data = write(compare(old, new))
    assert faults(data) == []
    for what, document in (("accept", new), ("reject", old)):
        assert followed(resolved(data, what)) == followed(resolved(write(unchanged(document)), "accept"))


def followed(rows: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """What stands before the contents, without version, date, id and checksum, which only follow."""
    end = next(n for n, (_, text) in enumerate(rows) if text == "Innehåll")
    return [(style, text) for style, text in rows[:end] if not FOLLOWS.fullmatch(text)]


def test_the_guide_names_a_clause_of_the_document_and_fits_the_edition() -> None:
    draft, asked = (write(unchanged(edited(OLD, variant=v))) for v in ("arbetsversion", "remissversion"))
    assert "till exempel hemmet/parter." in texts(draft)
    assert "öppen fråga står i en ruta" in texts(draft)
    assert "numrerad ruta" in texts(asked)
    assert "Så läser du dokumentet" not in texts(write(unchanged(edited(OLD, variant="beslutsversion"))))


def test_each_clause_has_its_reference_below_its_heading_and_not_in_the_contents() -> None:
    data = write(unchanged(OLD))
    rows = resolved(data, "accept")
    clauses = [s.id for s in OLD.sections if s.kind == "clause"]
    assert paragraphs(data, "Klausulid") == clauses
    assert all(rows[n - 1][0].startswith("Heading") for n, (style, _) in enumerate(rows) if style == "Klausulid//")
    assert not any(clause in text for style, text in rows if style.startswith("TOC") for clause in clauses)


def test_a_renamed_clause_shows_both_references() -> None:
    new = replace(
        OLD,
        sections=(
            *OLD.sections[:2],
            replace(OLD.sections[2], id="hemmet/mal", former=("hemmet/syfte",)),
            *OLD.sections[3:],
        ),
    )
    data = write(compare(OLD, new))
    assert faults(data) == []
    assert "hemmet/mal" in paragraphs(data, "Klausulid", "accept")
    assert "hemmet/syfte" in paragraphs(data, "Klausulid", "reject")


def test_what_is_compared_has_a_line_of_its_own_in_the_header() -> None:
    def lines(redline: Redline) -> list[str]:
        (last,) = list(part(write(redline), "word/header1.xml").iter(W + "tc"))[-1:]
        pieces = (item for item in last.iter(W + "t", W + "br"))
        return "".join("|" if item.tag == W + "br" else item.text or "" for item in pieces).split("|")

    assert lines(unchanged(NEW)) == ["utkast-2 · UTKAST – REMISS"]
    assert lines(compare(OLD, NEW)) == ["utkast-2 · UTKAST – REMISS", "ändringar sedan utkast-1 är markerade"]


def test_headers_and_footers_fit_every_page_and_name_the_chapter() -> None:
    data = write(unchanged(NEW))
    for name in ("word/header1.xml", "word/header2.xml", "word/footer1.xml"):
        (table,) = part(data, name).iter(W + "tbl")
        assert table.find(f"{W}tblPr/{W}tblW").attrib == {W + "w": "5000", W + "type": "pct"}
        assert "".join(code for code in part(data, name).itertext() if "\t" in code) == ""
    assert "STYLEREF Kapitelnamn" in raw(data, "word/header1.xml")
    marked = [
        "".join(t.text or "" for t in r.iter(W + "t"))
        for r in part(data).iter(W + "r")
        if r.find(f"{W}rPr/{W}rStyle[@{W}val='Kapitelnamn']") is not None
    ]
    assert [words for words in marked if words] == ["Grunder", "Vägar in och ut", "Begreppslista"]
    said = texts(data, "word/footer1.xml")
    assert all(
        fact in said for fact in ("utkast-2", "remiss", "2026-12-01", "RN 2026/123", "abcdef012345", "0011223344556677")
    )


def test_the_register_of_agreements_and_of_versions_fill_the_first_page(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "p")
    folder.write("clauses/hemmet/a.md")
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [Ett: [hemmet/a]]\n")
    folder.write(
        "clauses/register/avtal.yml",
        "hemmet: {titel: Avtalet, gäller-från: 1 januari 2028, revideras-av: Systemledningen}\n",
    )
    first = folder.commit()
    row = f'hemmet:\n  - {{version: utkast-1, commit: {first}, datum: "2026-11-01", status: utkast}}\n'
    folder.write("clauses/register/versioner.yml", row)
    folder.write("clauses/hemmet/a.md", "---\ntitel: A\nändringar: [{till: utkast-2, varför: Skäl}]\n---\nNytt.\n")
    second = folder.commit("2026-12-01")
    folder.write(
        "clauses/register/versioner.yml",
        row + f'  - {{version: utkast-2, commit: {second}, datum: "2026-12-01", status: utkast}}\n',
    )
    folder.commit("2026-12-02")
    project = Project(folder.path)
    found = project.current.document("hemmet")[0].edition.control
    assert (found.valid_from, found.revised_by, found.working_group) == (
        "1 januari 2028",
        "Systemledningen",
        "Skrivgruppen",
    )
    assert [(entry.version, entry.changed) for entry in found.history] == [("utkast-1", 0), ("utkast-2", 1)]
    assert [
        entry.version for entry in project.at("utkast-1", "hemmet").document("hemmet")[0].edition.control.history
    ] == ["utkast-1"]
    assert list(project.altered()) == []


def test_a_page_to_sign_has_a_row_for_each_party_with_room_for_a_hand() -> None:
    made = library("Text.")
    assembly = replace(made.assemblies["hemmet"], annexes=("underskrifter",))
    document, findings = resolve(assemble(made, assembly)[0], made, Edition("Avtalet", agreement="hemmet"))
    assert findings == ()
    data = write(unchanged(document))
    table = list(part(data).iter(W + "tbl"))[-1]
    rows = [
        ["".join(t.text or "" for t in cell.iter(W + "t")) for cell in row.iter(W + "tc")]
        for row in table.iter(W + "tr")
    ]
    assert rows[0] == ["Part", "Ort och datum", "Underskrift", "Namnförtydligande"]
    assert rows[1:] == [[name, "", "", ""] for name in ("Region Norr", "Nässjö kommun", "Ängelholms kommun")]
    heights = [row.find(f"{W}trPr/{W}trHeight") is not None for row in table.iter(W + "tr")]
    assert heights == [False, True, True, True]


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_takes_back_what_came_on_the_first_pages(soffice: Path, uno_python: Path, tmp_path: Path) -> None:
    old, new = edited(OLD, control=THEN), edited(NEW, control=NOW)
    for name, value in (("old", unchanged(old)), ("new", unchanged(new)), ("red", compare(old, new))):
        (tmp_path / f"{name}.docx").write_bytes(write(value))
    work = [("plain", "old"), ("plain", "new"), ("accept", "red"), ("reject", "red")]
    was, is_, accepted, rejected = read(soffice, uno_python, [(what, tmp_path / f"{n}.docx") for what, n in work])
    assert shown(accepted) == shown(is_)
    assert shown(rejected) == shown(was)


@pytest.mark.slow
@pytest.mark.parametrize("variant", ["arbetsversion", "remissversion", "beslutsversion"])
def test_the_open_xml_sdk_finds_no_fault_on_the_first_pages(
    ooxml_validator: Validator, tmp_path: Path, variant: str
) -> None:
    new = edited(NEW, control=NOW, variant=variant)
    validate(ooxml_validator, tmp_path, write(unchanged(new)))
    validate(ooxml_validator, tmp_path, write(compare(edited(OLD, control=THEN, variant=variant), new)))
