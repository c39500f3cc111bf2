"""What a file is: told of files as they were sent, as other programs save them, as people change them, and hostile."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from builder.build import Project, dispatching, recording, verifying
from builder.build.dispatching import Asked
from builder.build.verifying import Verdict
from builder.phrases import SWEDISH, document
from builder.verify import FileError, read_word
from tests.folder import Folder
from tests.sending_project import sending_project
from tests.test_cli import overens
from tests.word.office import saved
from tests.word.parts import raw

pytestmark = pytest.mark.slow

DAY = "2027-01-08"
TEXT = "remissversion-hemmet-remiss-1.docx"
CHANGED = "andringar-hemmet-utkast-1-till-remiss-1.docx"


@pytest.fixture(scope="module")
def sent(tmp_path_factory: pytest.TempPathFactory) -> tuple[Folder, Path]:
    """A project that has sent utkast-1 and remiss-1, and the package of the first recipient."""
    top = tmp_path_factory.mktemp("verify")
    folder = sending_project(top / "projekt")
    for label, day in (("utkast-1", "2026-12-02"), ("remiss-1", DAY)):
        project = Project(folder.path)
        plan = dispatching.plan(project, Asked(label, day=day))
        recording.record(folder.path, plan, dispatching.make(plan, top / label, lambda step: None, zipped=False))
    return folder, top / "remiss-1" / "remiss-remiss-1-amals-kommun"


def verdict(sent: tuple[Folder, Path], name: str, data: bytes | None = None) -> Verdict:
    content = (sent[1] / name).read_bytes() if data is None else data
    return verifying.verify(Project(sent[0].path), name, content)


def edited(data: bytes, *parts: tuple[str, Callable[[str], str]]) -> bytes:
    """A Word file with parts rewritten, packed as another program would."""
    made, change = BytesIO(), dict(parts)
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            text = old.read(name)
            new.writestr(name, change[name](text.decode()).encode() if name in change else text)
    return made.getvalue()


def body(change: Callable[[str], str]) -> tuple[str, Callable[[str], str]]:
    return "word/document.xml", change


# --- as they were sent -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "name",
    [
        TEXT, CHANGED, "missiv-amals-kommun.docx", "sammanfattning-hemmet-remiss-1.docx", "plan-remiss-1.docx",
        "remissversion-hemmet-remiss-1.pdf", "foljesedel-amals-kommun.pdf",
    ],
)  # fmt: skip
def test_each_paper_of_a_package_is_what_it_says(sent: tuple[Folder, Path], name: str) -> None:
    found = verdict(sent, name)
    assert (found.answer, found.differences) == ("same", ()), found.said


def test_a_paper_of_no_agreement_says_the_version_it_was_sent_with(sent: tuple[Folder, Path]) -> None:
    data, _ = Project(sent[0].path).word("ordning", "hemmet@remiss-1")
    found = verdict(sent, "ordning.docx", data)
    assert (found.answer, "Version: remiss-1, 2027-01-04" in found.said) == ("same", True)


def test_a_folder_without_texts_is_told_to_be_no_project(sent: tuple[Folder, Path], tmp_path: Path) -> None:
    for name in (TEXT, "foljesedel-amals-kommun.pdf"):
        found = verifying.verify(Project(Folder(tmp_path / name).path), name, (sent[1] / name).read_bytes())
        assert (found.answer, "--project" in found.said[0]) == ("unknown", True)


def test_a_file_says_its_version_and_recipient(sent: tuple[Folder, Path]) -> None:
    said = "\n".join(verdict(sent, TEXT).said)
    assert "Dokument: Avtalet om hemmet (hemmet)" in said
    assert "Version: remiss-1, 2027-01-04" in said
    assert "Mottagare: Åmåls kommun (s1)" in said
    assert re.search(r"Versions-id: [0-9a-f]{40}", said)


def test_the_pdf_of_record_is_told_by_the_register_alone(sent: tuple[Folder, Path]) -> None:
    found = verdict(sent, "okänd.pdf", (sent[1] / "remissversion-hemmet-remiss-1.pdf").read_bytes())
    assert (
        found.said[1] == f"Filen är exakt den som registrerades när versionen sändes {DAY}, lika för alla 2 mottagare."
    )


@pytest.fixture
def later_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that has come to write other words around the texts."""
    later = replace(SWEDISH, responsible="Svarar för", document_control="Uppgifter om handlingen")
    monkeypatch.setattr(document, "LANGUAGES", {"sv": later})


@pytest.mark.usefixtures("later_program")
def test_a_text_that_was_sent_is_known_by_the_register_when_the_program_has_changed(sent: tuple[Folder, Path]) -> None:
    for name in (TEXT, "plan-remiss-1.docx"):
        found = verdict(sent, name)
        assert found.answer == "same"
        assert found.said[-1] == f"Texten är exakt den som registrerades när versionen sändes {DAY}."


@pytest.mark.usefixtures("later_program")
def test_a_text_that_nobody_registered_differs_and_the_program_is_named_as_a_cause(sent: tuple[Folder, Path]) -> None:
    data = edited((sent[1] / TEXT).read_bytes(), body(lambda text: text.replace("5 dagar", "9 dagar")))
    found = verdict(sent, TEXT, data)
    assert found.answer == "differs"
    assert "annan version av programmet" in found.said[-1]
    assert "hemmet/svar" in {one.id for one in found.differences}


def test_a_text_that_was_sent_as_one_version_does_not_pass_as_another(sent: tuple[Folder, Path]) -> None:
    def renamed(text: str) -> str:
        return text.replace("remiss-1", "utkast-1")

    parts = [("customXml/item1.xml", renamed), ("docProps/custom.xml", renamed)]
    assert verdict(sent, TEXT, edited((sent[1] / TEXT).read_bytes(), *parts)).answer == "differs"


def test_a_changed_pdf_is_another_file(sent: tuple[Folder, Path]) -> None:
    data = (sent[1] / "remissversion-hemmet-remiss-1.pdf").read_bytes() + b"\n"
    assert verdict(sent, "x.pdf", data).answer == "differs"


# --- changed by people -------------------------------------------------------------------------------


def test_a_changed_word_is_found_in_its_clause(sent: tuple[Folder, Path]) -> None:
    data = edited((sent[1] / TEXT).read_bytes(), body(lambda text: text.replace("5 dagar", "9 dagar")))
    found = verdict(sent, TEXT, data)
    assert found.answer == "differs"
    (one,) = found.differences
    assert (one.id, one.number, one.title) == ("hemmet/svar", "1.2", "Svarstider")
    assert "5 dagar" in one.old
    assert "9 dagar" in one.new


def test_a_changed_front_page_is_found(sent: tuple[Folder, Path]) -> None:
    data = edited((sent[1] / TEXT).read_bytes(), body(lambda text: text.replace("RN 2027/1", "RN 2027/2")))
    assert verdict(sent, TEXT, data).differences[0].title == "Första sidorna"


def test_a_clause_that_is_gone_is_found(sent: tuple[Folder, Path]) -> None:
    def without(text: str) -> str:
        return re.sub(r"<w:t[^>]*>Parter är[^<]*</w:t>", "<w:t/>", text)

    (one,) = verdict(sent, TEXT, edited((sent[1] / TEXT).read_bytes(), body(without))).differences
    assert (one.id, one.new) == ("hemmet/parter", "")


def test_looks_and_ids_do_not_matter(sent: tuple[Folder, Path]) -> None:
    def restyled(text: str) -> str:
        text = re.sub(r'<w:pStyle w:val="[^"]*"/>', '<w:pStyle w:val="Normal"/>', text)
        return re.sub(r"<w:rPr>.*?</w:rPr>", "<w:rPr><w:b/></w:rPr>", text)

    assert verdict(sent, TEXT, edited((sent[1] / TEXT).read_bytes(), body(restyled))).answer == "same"


INS = '<w:ins w:id="9001" w:author="A" w:date="2027-02-01T00:00:00Z">{}</w:ins>'
DEL = '<w:del w:id="9002" w:author="A" w:date="2027-02-01T00:00:00Z">{}</w:del>'


def tracked(text: str) -> str:
    """ "dagar" struck and "veckor" put in."""
    run = re.search(r"<w:r>(?:(?!<w:r>).)*?inom 5 dagar\.</w:t></w:r>", text)
    assert run is not None
    words = run[0]
    gone = DEL.format(words.replace("<w:t", "<w:delText").replace("</w:t>", "</w:delText>"))
    return text.replace(words, gone + INS.format("<w:r><w:t>Kommunen ska svara snart.</w:t></w:r>"))


def test_tracked_changes_are_counted_and_the_text_without_them_compared(sent: tuple[Folder, Path]) -> None:
    found = verdict(sent, TEXT, edited((sent[1] / TEXT).read_bytes(), body(tracked)))
    assert found.answer == "same"
    assert "Filen har 2 spårade ändringar som inte är godkända. Jämförelsen gäller texten utan dem." in found.said


def test_tracked_changes_do_not_hide_a_change(sent: tuple[Folder, Path]) -> None:
    def both(text: str) -> str:
        return tracked(text).replace("länet och", "länet,")

    found = verdict(sent, TEXT, edited((sent[1] / TEXT).read_bytes(), body(both)))
    assert [one.id for one in found.differences] == ["hemmet/parter"]


def test_a_redline_is_held_to_both_its_versions(sent: tuple[Folder, Path]) -> None:
    redline = (sent[1] / CHANGED).read_bytes()
    for old, new in ((">3<", ">4<"), (">5<", ">6<")):
        data = edited(redline, body(lambda text, old=old, new=new: text.replace(old, new)))  # type: ignore[misc]
        assert data != edited(redline)
        assert [one.id for one in verdict(sent, CHANGED, data).differences] == ["hemmet/svar"]


def test_a_file_that_says_another_version_is_held_to_that(sent: tuple[Folder, Path]) -> None:
    data = edited(
        (sent[1] / TEXT).read_bytes(),
        ("customXml/item1.xml", lambda text: text.replace('version="remiss-1"', 'version="utkast-1"')),
    )
    assert "hemmet/svar" in [one.id for one in verdict(sent, TEXT, data).differences]


def test_the_command_tells_by_its_code(sent: tuple[Folder, Path], tmp_path: Path) -> None:
    folder, package = sent
    changed, other = tmp_path / "ändrad.docx", tmp_path / "annan.docx"
    changed.write_bytes(edited((package / TEXT).read_bytes(), body(lambda text: text.replace("5 dagar", "9 dagar"))))
    other.write_bytes(b"PK nej")
    results = [overens("verify", path, folder=folder.path) for path in (package / TEXT, changed, other)]
    assert [result.returncode for result in results] == [0, 1, 2]
    assert "1.2 Svarstider (hemmet/svar)\n    I versionen: Kommunen ska svara inom 5 dagar." in results[1].stdout
    assert not [result for result in results if "Traceback" in result.stderr]


# --- forms that are filled in ------------------------------------------------------------------------

FORM = "svarsformular-amals-kommun"


@pytest.mark.parametrize("ending", [".docx", ".xlsx"])
def test_a_form_as_it_was_sent_is_told_with_version_and_recipient(sent: tuple[Folder, Path], ending: str) -> None:
    found = verdict(sent, FORM + ending)
    assert (found.answer, found.differences) == ("same", ()), found.said
    assert "Version: remiss-1, 2027-01-04" in found.said
    assert "Mottagare: Åmåls kommun (s1)" in found.said


def answered(data: bytes) -> bytes:
    """A form in Word with every list chosen in and every empty cell written in."""

    def fill(text: str) -> str:
        text = text.replace("<w:showingPlcHdr/>", "").replace(">Välj svar</w:t>", ">Avstyrker</w:t>")
        said = "<w:r><w:t>Vi svarar &lt;nej&gt;.</w:t></w:r></w:p><w:p><w:r><w:t>Skäl.</w:t></w:r></w:p></w:tc>"
        return re.sub(r'(<w:p><w:pPr><w:pStyle w:val="Tabelltext"/></w:pPr>)</w:p></w:tc>', rf"\1{said}", text)

    return edited(data, body(fill))


def written(data: bytes, change: Callable[[Worksheet], None]) -> bytes:
    """A form in Excel as another program saves it."""
    book, made = load_workbook(BytesIO(data)), BytesIO()
    for sheet in book.worksheets:
        change(sheet)
    book.save(made)
    return made.getvalue()


def answer_all(sheet: Worksheet) -> None:
    for row in sheet.iter_rows():
        for cell in row:
            if not cell.protection.locked:
                cell.value = "Vi svarar <nej>."


def test_what_is_filled_in_is_no_difference(sent: tuple[Folder, Path]) -> None:
    text = answered((sent[1] / f"{FORM}.docx").read_bytes())
    assert raw(text).count("Vi svarar") > 10
    book = written((sent[1] / f"{FORM}.xlsx").read_bytes(), answer_all)
    assert [verdict(sent, name, data).answer for name, data in (("a.docx", text), ("a.xlsx", book))] == ["same", "same"]


def test_a_changed_question_and_a_changed_list_are_found_in_their_rows(sent: tuple[Folder, Path]) -> None:
    changes = {"Svarstider<": "Svarstiden<", '"Avstår" w:value="Avstår"': '"Jublar" w:value="Jublar"'}
    for old, new in changes.items():
        data = edited(answered((sent[1] / f"{FORM}.docx").read_bytes()), body(lambda text: text.replace(old, new)))  # noqa: B023
        found = verdict(sent, "a.docx", data)
        assert found.answer == "differs"
        assert "klausul/hemmet/svar" in [one.id for one in found.differences]


def test_a_row_that_has_lost_its_id_is_told(sent: tuple[Folder, Path]) -> None:
    lose = re.compile(r'<w:bookmarkStart w:id="\d+" w:name="k_klausul_hemmet_svar[^>]*>')
    data = edited((sent[1] / f"{FORM}.docx").read_bytes(), body(lambda text: lose.sub("", text)))
    (one,) = verdict(sent, "a.docx", data).differences
    assert (one.id, one.old, one.new) == ("klausul/hemmet/svar", "Id: klausul/hemmet/svar", "")


def test_a_changed_row_of_a_workbook_is_found(sent: tuple[Folder, Path]) -> None:
    def change(sheet: Worksheet) -> None:
        answer_all(sheet)
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value in ("Svarstider", "klausul/hemmet/parter"):
                    cell.value = "annat"

    found = verdict(sent, "a.xlsx", written((sent[1] / f"{FORM}.xlsx").read_bytes(), change))
    assert [one.id for one in found.differences] == ["", "klausul/hemmet/parter", "klausul/hemmet/svar"]


def test_a_form_to_somebody_who_is_not_in_the_list_is_not_judged(sent: tuple[Folder, Path]) -> None:
    other = ("customXml/item1.xml", lambda text: text.replace('mottagare="s1"', 'mottagare="s99"'))
    found = verdict(sent, "a.docx", edited((sent[1] / f"{FORM}.docx").read_bytes(), other))
    assert found.answer == "unknown"
    assert "”s99” finns inte i sändlistan" in found.said[0]


@given(st.binary(max_size=300), st.sampled_from(["xl/worksheets/sheet3.xml", "xl/sharedStrings.xml"]))
@settings(max_examples=40, deadline=None)
def test_no_bytes_in_a_form_make_more_than_a_sentence(sent: tuple[Folder, Path], content: bytes, name: str) -> None:
    with zipfile.ZipFile(sent[1] / f"{FORM}.xlsx") as book:
        parts = [(part, content if part == name else book.read(part)) for part in book.namelist()]
    assert verdict(sent, "a.xlsx", archive(*parts)).answer in ("differs", "unknown")


# --- saved by another program ------------------------------------------------------------------------


@pytest.mark.xdist_group("libreoffice")
@pytest.mark.parametrize("name", [TEXT, CHANGED, "missiv-amals-kommun.docx", f"{FORM}.docx", f"{FORM}.xlsx"])
def test_a_save_in_libreoffice_changes_no_word(
    sent: tuple[Folder, Path], name: str, soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    file = tmp_path / name
    file.write_bytes((sent[1] / name).read_bytes())
    content = saved(soffice, uno_python, file, file.suffix).read_bytes()
    assert content != file.read_bytes()
    found = verdict(sent, name, content)
    assert (found.answer, found.differences) == ("same", ()), found.said


# --- from outside ------------------------------------------------------------------------------------


def archive(*parts: tuple[str, bytes]) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in parts:
            made.writestr(name, content)
    return data.getvalue()


BOMB = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
DOCUMENT = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "ingen Word-fil"),
        (b"%PDF-1.7", "ingen Word-fil"),
        (b"PK\x03\x04", "skadad"),
        (b"\xd0\xcf\x11\xe0" * 40, "lösenordsskyddad"),
        (b"PK" + b"x" * 20_000_001, "för stor"),
        (archive(("word/document.xml", b"<a>" * 300_000)), "skadad"),
        (archive(("word/document.xml", b" " * 30_000_000)), "hårt packad"),
        (archive(("word/document.xml", BOMB)), "dokumenttyp"),
        (archive(("word/document.xml", BOMB.decode().encode("utf-16"))), "dokumenttyp"),
        (archive(("../../etc/passwd", b"")), "utanför"),
        (archive(("word/vbaProject.bin", b"")), "makron"),
        (archive(*((f"word/{n}.xml", b"") for n in range(501))), "fler än 500"),
        (archive(("word/other.xml", b"<a/>")), "skadad"),
        (archive(("word/document.xml", DOCUMENT)), "säger inte vilket dokument"),
    ],
    # A process that a test begins is told the test's name, which cannot hold a whole file.
    ids=lambda value: value if isinstance(value, str) else f"{len(value)} bytes",
)
def test_a_hostile_file_is_refused_with_a_sentence(sent: tuple[Folder, Path], data: bytes, said: str) -> None:
    found = verdict(sent, "fil.docx", data)
    assert found.answer == "unknown"
    assert said in found.said[0]


def test_a_file_may_not_choose_what_git_is_asked(sent: tuple[Folder, Path]) -> None:
    for version in ("--output=/x", "HEAD", "main", "../..", "\x1b[2J"):
        data = edited(
            (sent[1] / TEXT).read_bytes(),
            (
                "customXml/item1.xml",
                lambda text, to=version: re.sub('version(-id)?="[^"]*"', f'version\\1="{to}"', text),
            ),  # type: ignore[misc]
        )
        found = verdict(sent, TEXT, data)
        assert found.answer == "unknown"
        assert "\x1b" not in "".join(found.said)


def test_a_clause_deep_down_is_read_without_recursion() -> None:
    deep = DOCUMENT.replace(b"<w:body/>", b"<w:body>" + b"<w:p>" * 240 + b"</w:p>" * 240 + b"</w:body>")
    assert read_word(archive(("word/document.xml", deep))).identity is None


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_make_more_than_a_sentence(data: bytes) -> None:
    for start in (b"", b"PK\x03\x04", archive(("word/document.xml", DOCUMENT))[:-40]):
        with pytest.raises(FileError):
            read_word(start + data)


@pytest.mark.parametrize("name", ["fil.doc", "fil.xlsm", "fil"])
def test_another_kind_of_file_is_told(sent: tuple[Folder, Path], name: str) -> None:
    assert "känns inte igen" in verdict(sent, name, b"").said[0]
