"""Numbers of pages in the contents: what is read out of a PDF, and that they are right when LibreOffice lays out."""

from pathlib import Path

import pytest

from builder.build import BuildError
from builder.build.office import printed
from builder.build.page_numbers import numbered, pages_of
from builder.redline import unchanged
from builder.word import write
from tests.open_xml_sdk import Validator
from tests.word.parts import W, part
from tests.word.test_word_rules import faults
from tests.word.word_examples import NEW

pytestmark = pytest.mark.slow

PDF = (
    b"9 0 obj\n<</Type/Pages\n/Resources 2 0 R\n/Kids[ 4 0 R 7 0 R ]\n/Count 2>>\nendobj\n"
    b"8 0 obj\n<</k5Fhemmet5Fa[7 0 R/XYZ 1 2 0]\n/k5Fb[4 0 R/XYZ 1 2 0]\n/lost[5 0 R/XYZ 1 2 0]>>\nendobj\n"
)


def test_pages_are_read_from_the_destinations() -> None:
    assert pages_of(PDF) == {"k_hemmet_a": 2, "k_b": 1}
    assert pages_of(b"%PDF-1.7 empty") == {}


def entries(data: bytes) -> list[tuple[str, str]]:
    """Each entry of the contents that ends with the number of a page: its bookmark, and the number."""
    found = []
    for link in part(data).iter(W + "hyperlink"):
        texts = [t.text or "" for t in link.iter(W + "t")]
        if any("PAGEREF" in (code.text or "") for code in link.iter(W + "instrText")):
            found.append((link.get(W + "anchor") or "", texts[-1]))
    return found


def test_without_being_asked_there_is_no_number() -> None:
    data = write(unchanged(NEW))
    assert entries(data) == []
    assert " \\n " in "".join(code.text or "" for code in part(data).iter(W + "instrText"))


def test_with_pages_every_entry_has_a_field_and_its_number() -> None:
    listed = dict(entries(write(unchanged(NEW), None, {})))
    pages = {bookmark: place for place, bookmark in enumerate(listed, 3)}
    data = write(unchanged(NEW), None, pages)
    assert dict(entries(data)) == {bookmark: str(place) for bookmark, place in pages.items()}
    assert faults(data) == []


def test_without_libreoffice_the_fault_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _: None)
    with pytest.raises(BuildError, match="utan --sidnummer"):
        numbered(lambda _: b"")


@pytest.mark.xdist_group("libreoffice")
def test_the_numbers_are_those_of_the_pages_and_stay_at_a_third_pass(soffice: Path) -> None:
    assert soffice.exists()
    data = numbered(lambda pages: write(unchanged(NEW), None, pages))
    laid = pages_of(printed(data))
    listed = entries(data)
    assert len(listed) == len(NEW.sections)
    assert all(laid[bookmark] == int(number) for bookmark, number in listed)
    assert len(set(laid.values())) > 1


def test_the_validator_reads_a_contents_with_numbers(ooxml_validator: Validator, tmp_path: Path) -> None:
    file = tmp_path / "a.docx"
    file.write_bytes(write(unchanged(NEW), None, {}))
    assert ooxml_validator.faults(file) == []
