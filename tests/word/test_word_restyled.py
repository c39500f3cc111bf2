"""Restyled templates: what is missed in them, what is refused, and that a real word processor may save them."""

import io
import random
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner
from PIL import Image

from builder.cli import overens
from builder.redline import unchanged
from builder.word import TemplateError, check_template, default_template, write
from builder.word.control import FORMERLY, VARIABLES
from tests.word.office import saved
from tests.word.parts import W, part, raw
from tests.word.test_word_rules import faults, texts
from tests.word.test_word_templates import Parts, made, swapped
from tests.word.word_examples import OLD

IMAGE = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rIdL" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/logga.png"/>'
    "</Relationships>"
)
DRAWING = (
    '<w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing">'
    '<wp:docPr id="9" name="Logga"{}/></wp:inline></w:drawing></w:r>'
)


def with_logo(data: bytes, described: str = ' descr="Länets vapen"') -> bytes:
    def change(parts: Parts) -> None:
        parts["word/media/logga.png"] = data
        parts["word/_rels/header1.xml.rels"] = IMAGE.encode()
        kinds = b'<Default Extension="png" ContentType="image/png"/></Types>'
        parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(b"</Types>", kinds)
        header = parts["word/header1.xml"].decode()
        parts["word/header1.xml"] = header.replace("</w:p>", DRAWING.format(described) + "</w:p>", 1).encode()

    return made(change)


def png(width: int = 20, height: int = 10) -> bytes:
    target = io.BytesIO()
    Image.new("RGB", (width, height), "navy").save(target, "PNG")
    return target.getvalue()


def said(template: bytes) -> list[tuple[str, str, bool]]:
    return [(remark.place, remark.sentence, remark.error) for remark in check_template(template)]


def test_the_built_in_template_has_nothing_to_mend() -> None:
    assert said(default_template()) == []


@pytest.mark.parametrize(
    ("lost", "error"),
    [("kontrollsumma", True), ("revisionshistorik", False), ("läsanvisning", False), ("avtalstext", False)],
)
def test_a_missing_field_is_named_with_what_to_do(lost: str, error: bool) -> None:
    def change(parts: Parts) -> None:
        for name in ("word/document.xml", "word/header1.xml", "word/footer1.xml"):
            parts[name] = parts[name].replace(f"{{{{ {lost}".encode(), b"{{ titel")

    found = said(made(change) if lost != "avtalstext" else swapped("{{ avtalstext }}", "Förord."))
    assert [(place, wrong) for place, _, wrong in found] == [("Mallens sidor", error)]
    assert f"{{{{ {lost} }}}} saknas" in found[0][1]
    assert "i Word" in found[0][1]


def test_missing_styles_are_told_together() -> None:
    bare = swapped('w:val="Tabelltext"', 'w:val="Annat"', "word/styles.xml")
    assert [place for place, _, _ in said(bare)] == ["Formatmallar"]
    assert "Tabelltext" in said(bare)[0][1]


def test_a_described_logo_is_taken_and_one_without_words_is_told() -> None:
    assert said(with_logo(png())) == []
    ((place, sentence, error),) = said(with_logo(png(), ""))
    assert (place, error) == ("Sidhuvud 1", True)
    assert "alternativtext" in sentence


BAD_LOGOS = {
    "no picture": (b"MZ\x90\x00 program", "ingen bild"),
    "web page": (b"<html><script>x</script></html>", "ingen bild"),
    "heavy": (png() + random.Random(1).randbytes(6_000_000), "7 MB"),
    "wide": (png(9000, 9000), "81 miljoner punkter"),
}


@pytest.mark.parametrize("name", BAD_LOGOS)
def test_a_logo_that_is_none_or_too_large_is_refused_in_plain_words(name: str) -> None:
    data, words = BAD_LOGOS[name]
    with pytest.raises(TemplateError, match=words):
        write(unchanged(OLD), with_logo(data))


def test_a_logo_of_50_mb_is_refused(tmp_path: Path) -> None:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(default_template())) as old, zipfile.ZipFile(target, "w") as archive:
        for name in old.namelist():
            archive.writestr(name, old.read(name))
        archive.writestr("word/media/logga.png", bytes(50_000_000))
    with pytest.raises(TemplateError, match="20 MB"):
        check_template(target.getvalue())


def test_the_command_writes_a_template_once_and_looks_through_it(tmp_path: Path) -> None:
    file = tmp_path / "mall.docx"
    words = ["template", "-o", str(file)]
    assert CliRunner().invoke(overens, words, standalone_mode=False).return_value == 0
    again = CliRunner().invoke(overens, words, standalone_mode=False)
    assert "finns redan" in str(again.exception)
    looked = CliRunner().invoke(overens, ["template", "--check", str(file)], standalone_mode=False)
    assert looked.return_value == 0
    assert looked.stdout.endswith("Inga fynd.\n")
    file.write_bytes(b"PK")
    assert CliRunner().invoke(overens, ["template", "--check", str(file)], standalone_mode=False).return_value == 1


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_a_template_that_libreoffice_has_saved_still_carries_the_text(
    soffice: Path, uno_python: Path, tmp_path: Path
) -> None:
    restyled = swapped('w:val="1F4E79"/><w:sz w:val="34"/>', 'w:val="00AA00"/><w:sz w:val="34"/>', "word/styles.xml")
    (tmp_path / "mall.docx").write_bytes(restyled)
    template = saved(soffice, uno_python, tmp_path / "mall.docx", ".docx").read_bytes()
    assert said(template) == []
    data = write(unchanged(OLD), template)
    assert faults(data) == []
    rows = part(data, "customXml/item1.xml")
    marks = {e.get(W + "name") for e in part(data).iter(W + "bookmarkStart")}
    assert {row.get("bokmärke") for row in rows} <= marks
    assert [row.get("id") for row in rows] == [s.id for s in OLD.sections]
    assert "00AA00" in raw(data, "word/styles.xml")
    assert "Överenskommelse om stöd i hemmet" in texts(data)


def test_the_handbook_tells_of_every_field(project: Path) -> None:
    page = (project / "site" / "handbok" / "mallen.md").read_text("utf-8")
    assert [name for name in sorted(VARIABLES - {FORMERLY}) if f"`{name}`" not in page] == []
