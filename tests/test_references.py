"""Links in a clause become references, each written as in a file and shown as small_project.py says."""

from dataclasses import replace

import pytest
from markdown.extensions.toc import slugify
from small_project import PATH, REGISTERS, block_shown, codes, document, hint, library, shown

from builder.anchors import anchors, slug
from builder.markdown import parse
from builder.model import Paragraph, Text
from builder.resolve.places import locate


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("se [samordnad individuell plan](sip.md).", "se [samordnad individuell plan](hemmet/sip) (avsnitt #1.1)."),
        ("[planen](./sip.md)", "[planen](hemmet/sip) (avsnitt #1.1)"),
        ("[planen](../hemmet/sip.md)", "[planen](hemmet/sip) (avsnitt #1.1)"),
        ("[planen](../hemmet/%73ip.md)", "[planen](hemmet/sip) (avsnitt #1.1)"),
        ("[planen](sip.md#mal-och-syfte)", "[planen](hemmet/sip#mal-och-syfte) (avsnitt #1.1)"),
        ("[planen](sip.md#mal-och-syfte_1)", "[planen](hemmet/sip#mal-och-syfte_1) (avsnitt #1.1)"),
        ("(se [planen](sip.md))", "(se [planen](hemmet/sip), avsnitt #1.1)"),
        ("(a) [planen](sip.md)", "(a) [planen](hemmet/sip) (avsnitt #1.1)"),
        ("se [4.2](sip.md)", "se #1.1"),
        ("se [avsnitt 4.2](sip.md)", "se [avsnitt ](hemmet/sip)#1.1"),
        ("[plan *en*](sip.md)", "[plan ](hemmet/sip)[en](hemmet/sip) (avsnitt #1.1)"),
        ("[ett](sip.md)[två](klausul.md)", "[ett](hemmet/sip) (avsnitt #1.1)[två](hemmet/klausul) (avsnitt #1.2)"),
        ("[sidan](https://example.org/a.md)", "[sidan](https://example.org/a.md)"),
        ("[upp](#rubrik)\n\n## Rubrik", "[upp](hemmet/klausul#rubrik)\nRubrik"),
        ("- punkt [planen](sip.md)", "punkt [planen](hemmet/sip) (avsnitt #1.1)"),
        ("|a|\n|-|\n|[planen](sip.md)|", "a\n[planen](hemmet/sip) (avsnitt #1.1)"),
        ("a[^1]\n\n[^1]: [planen](sip.md)", "a^[[planen](hemmet/sip) (avsnitt #1.1)]"),
        ("`[planen](sip.md)`", "[planen](sip.md)"),
    ],
)
def test_links_to_clauses_get_numbers(written: str, expected: str) -> None:
    assert shown(written) == expected
    assert codes(written) == []


@pytest.mark.parametrize(
    ("written", "expected", "found"),
    [
        (
            '[utprovning](../rehab/forskrivning.md "utkast-1")',
            "[utprovning](rehab/forskrivning rehab@utkast-1) (Avtal om patienter, utkast-1, avsnitt 1.2)",
            [],
        ),
        (
            '(se [utprovning](../rehab/forskrivning.md "utkast-1"))',
            "(se [utprovning](rehab/forskrivning rehab@utkast-1), Avtal om patienter, utkast-1, avsnitt 1.2)",
            [],
        ),
        (
            "en [utprovning](../rehab/forskrivning.md)",
            "en [utprovning](rehab/forskrivning rehab@) (Avtal om patienter, avsnitt 1.2)",
            [("K205", 4, 5)],
        ),
        (
            'en [utprovning](../rehab/forskrivning.md "utkast-9")',
            "en [utprovning](rehab/forskrivning rehab@utkast-9) (Avtal om patienter, utkast-9, avsnitt 1.2)",
            [("K208", 4, 5)],
        ),
        (
            '[det där](utanfor.md "utkast-1")',
            "[det där](hemmet/utanfor hemmet@utkast-1) (Överenskommelse om hemmet, utkast-1)",
            [],
        ),
    ],
)
def test_links_out_of_the_document_are_printed(written: str, expected: str, found: list[tuple[str, int, int]]) -> None:
    assert shown(written) == expected
    assert codes(written) == found


@pytest.mark.parametrize(
    ("written", "found", "advice"),
    [
        ("x [a](spi.md)", ("K204", 4, 4), "Menade du ”sip.md”?"),
        ("x [a](../rehab/forskivning.md)", ("K204", 4, 4), "Menade du ”../rehab/forskrivning.md”?"),
        ("x [a](../../../etc/passwd.md)", ("K204", 4, 4), "Adressen leder ut ur projektet."),
        ("x [a](/clauses/hemmet/sip.md)", ("K204", 4, 4), "Adressen leder ut ur projektet."),
        ("x [a](../register/parter.yml)", ("K204", 4, 4), "Länka till en klausul"),
        ("x [a](../register/termer.yml)", ("K204", 4, 4), "Ange vilken rad: termer.yml#id."),
        ("x [a](%00.md)", ("K204", 4, 4), ""),
        ("x [a](sip.md#mal)", ("K207", 4, 4), "Menade du ”mal-och-syfte”?"),
        ("x [Samordnade individuella vårdplaner](sip.md)", ("T308", 4, 4), "Kör overens fix"),
        ("x [a](../register/parametrar.yml#svarsti)", ("P402", 4, 4), "Menade du ”svarstid”?"),
        ("x [a](../register/termer.yml#sipp)", ("B501", 4, 4), "Menade du ”sip”?"),
        ("x [a](../register/lagar.yml#HSLU)", ("L602", 4, 4), "Menade du ”HSL”?"),
        ("x [a](../register/lagar.yml#SoL%202001)", ("L601", 4, 4), "Hänvisa till socialtjänstlagen (2025:400)."),
        ("rad ett\nx [20 minuter](../register/parametrar.yml#svarstid)", ("P401", 5, 4), "Kör overens fix"),
    ],
)
def test_faulty_links(written: str, found: tuple[str, int, int], advice: str) -> None:
    assert codes(written) == [found]
    assert advice in hint(written)


def test_a_link_to_a_broken_clause_is_not_reported_again() -> None:
    lib = replace(library("[a](trasig.md)"), broken=frozenset({"hemmet/trasig"}))
    made, findings = document(lib)
    assert findings == ()
    assert block_shown(made.sections[2].blocks[0]) == "a"


def test_a_former_id_leads_to_the_clause() -> None:
    clause = "titel: Ny\ntidigare-id: [hemmet/gammal]\n---\nText.\n"
    assert codes("[en](gammal.md)", **{"hemmet/ny": clause}) == [("T314", 4, 2), ("K205", 4, 2)]


def test_a_pin_is_accepted_while_no_version_is_recorded() -> None:
    registers = {name: text for name, text in REGISTERS.items() if name != "versioner"}
    assert document(library('[en](../rehab/lada.md "2027-1")', registers=registers))[1] == ()


@pytest.mark.parametrize(
    "text",
    ["Samordnad individuell plan", "samordnad individuell plan", "den samordnade individuella planen", "SIP",
     "samordnade individuella planer", "planeringen"],
)  # fmt: skip
def test_a_link_text_may_be_inflected_or_the_authors_own(text: str) -> None:
    assert codes(f"[{text}](sip.md)") == []


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Mål och syfte", "mal-och-syfte"), ("Vägar in & ut", "vagar-in-ut"), ("14 kap. 1 §", "14-kap-1"), ("§", "")],
)
def test_anchors_are_those_of_python_markdown(heading: str, expected: str) -> None:
    assert slug(heading) == slugify(heading, "-") == expected


def test_like_headings_get_anchors_of_their_own() -> None:
    blocks, _ = parse("## Mål\n\n## Mål\n\n## Mål\n", PATH, 1)
    assert anchors(blocks) == ("mal", "mal_1", "mal_2")


def test_words_are_found_again_over_line_breaks() -> None:
    source = "---\n---\n> ett två\n> tre ett två\n> tre"
    blocks, _ = parse("\n\n> ett två\n> tre ett två\n> tre", PATH, 1)
    paragraph = blocks[0]
    assert isinstance(paragraph, Paragraph)
    text = paragraph.content[0]
    assert isinstance(text, Text)
    assert text.position is not None
    place = locate(source, text.position, text.text, text.text.rindex("två tre"), len("två tre"))
    assert (place.line, place.column) == (4, 11)
