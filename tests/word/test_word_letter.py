"""A letter begins under its title; a file that is sent says to whom, and nothing else in it changes."""

from dataclasses import replace

from builder.model import Document
from builder.redline import unchanged
from builder.word import stamped, write
from tests.word.parts import W, names, part, raw
from tests.word.word_examples import NEW

LETTER: Document = replace(NEW, edition=replace(NEW.edition, letter=True))


def styles(data: bytes) -> list[str]:
    return [style.get(f"{W}val", "") for style in part(data).iter(f"{W}pStyle")]


def test_a_letter_has_no_front_page_and_no_contents() -> None:
    found = styles(write(unchanged(LETTER)))
    assert found[:2] == ["Dokumenttyp", "Title"]
    assert found[2].startswith("Heading")
    assert not [style for style in found if style.startswith("TOC")]
    assert "TOCHeading" in styles(write(unchanged(NEW)))


def test_a_letter_says_version_and_checksum_at_the_foot_of_each_page() -> None:
    data = write(unchanged(LETTER))
    feet = "".join(raw(data, name) for name in names(data) if name.startswith("word/footer"))
    assert LETTER.edition.version in feet
    assert LETTER.edition.checksum[:16] in feet


def test_a_stamped_file_differs_only_in_what_it_says_of_its_recipient() -> None:
    plain = write(unchanged(NEW))
    marked = stamped(plain, "s02")
    assert names(marked) == names(plain)
    assert [n for n in names(plain) if raw(plain, n) != raw(marked, n)] == [
        "customXml/item1.xml",
        "docProps/custom.xml",
    ]
    assert part(marked, "customXml/item1.xml").get("mottagare") == "s02"
    assert raw(marked, "docProps/custom.xml").count('name="Mottagare"') == 1


def test_a_stamp_is_the_same_each_time_and_as_if_written_for_the_recipient() -> None:
    plain = write(unchanged(NEW))
    written = write(unchanged(replace(NEW, edition=replace(NEW.edition, recipient="s02"))))
    assert stamped(plain, "s02") == stamped(plain, "s02")
    assert dict(part(written, "customXml/item1.xml").attrib) == dict(
        part(stamped(plain, "s02"), "customXml/item1.xml").attrib
    )
