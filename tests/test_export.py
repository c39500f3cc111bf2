"""The exports by example: what stands in the JSON and what a person reads."""

import json
from dataclasses import replace

import pytest

from builder.compare import compare
from builder.export import redline_json, redline_text
from builder.model import ClauseLink, Document, Edition, Facts, Marks, Paragraph, Reason, Section, Shape, Text
from builder.redline import unchanged


def section(name: str, title: str, *texts: str, number: str, **more: object) -> Section:
    blocks = tuple(Paragraph((Text(text),)) for text in texts)
    return Section(name, "clause", 2, (Text(title),), blocks, number, **more)  # type: ignore[arg-type]


def document(version: str, *sections: Section) -> Document:
    return Document("hemmet", Edition("Vård i hemmet", version=version, date="2027-01-15"), sections)


WHY = Facts(reasons=(Reason("utkast-1", "Först så."), Reason("utkast-2", "Två kommuner saknade en tidsgräns.")))
SVAR = section("hemmet/svar", "Svarstid", "Läkaren bör svara inom 14 dagar.", number="1.1")
VARD = section("hemmet/vard", "Vård", "Vården ges i hemmet när den enskilde behöver det.", number="1.2")
SIP = section("hemmet/sip", "Plan", "En plan upprättas.", number="1.3")
SNABB = section("hemmet/svar", "Svarstid", "Läkaren ska svara inom 7 dagar.", number="1.1", facts=WHY)

KORT = section("hemmet/svar", "Svarstid", "Läkaren bör svara.", number="1.1")


def first_change(old: Document, new: Document) -> dict[str, object]:
    change: dict[str, object] = json.loads(redline_json(compare(old, new)))["changes"][0]
    return change


@pytest.mark.parametrize(
    ("old", "new", "kind", "clause"),
    [
        ([SVAR, VARD], [SNABB, VARD], "changed", "hemmet/svar"),
        ([VARD], [SVAR, VARD], "inserted", "hemmet/svar"),
        ([SVAR, VARD], [VARD], "deleted", "hemmet/svar"),
        ([SVAR, VARD], [VARD, SVAR], "moved", "hemmet/svar"),
        ([SVAR, VARD], [VARD, SNABB], "moved-and-changed", "hemmet/svar"),
        ([SVAR, VARD], [VARD, KORT], "moved-and-changed", "hemmet/svar"),
        ([SVAR], [replace(SVAR, title=(Text("Svar"),))], "renamed", "hemmet/svar"),
        ([SVAR], [replace(SVAR, id="hemmet/svarstid", former=("hemmet/svar",))], "renamed", "hemmet/svarstid"),
    ],
)
def test_each_changed_section_is_listed_once(old: list[Section], new: list[Section], kind: str, clause: str) -> None:
    changes = json.loads(redline_json(compare(document("utkast-1", *old), document("utkast-2", *new))))["changes"]
    assert [(change["kind"], change["clause"]) for change in changes] == [(kind, clause)]


def test_a_change_says_why_in_the_new_version() -> None:
    change = first_change(document("utkast-1", SVAR), document("utkast-2", SNABB))
    assert change["reasons"] == ["Två kommuner saknade en tidsgräns."]


def test_a_working_copy_takes_the_reasons_of_the_version_to_come() -> None:
    change = first_change(document("utkast-1", SVAR), document("arbetskopia", SNABB))
    assert change["reasons"] == ["Två kommuner saknade en tidsgräns."]
    made = compare(document("utkast-2", SVAR), document("arbetskopia", SNABB))
    (again,) = json.loads(redline_json(replace(made, other_versions=frozenset({"utkast-1"}))))["changes"]
    assert again["reasons"] == []


def test_a_change_has_its_grade_and_what_it_rests_on() -> None:
    change = first_change(document("utkast-1", SVAR), document("utkast-2", SNABB))
    assert (change["grade"], change["causes"]) == ("i sak", ["bör → ska", "14 → 7 dagar"])


def test_a_clean_document_has_no_changes() -> None:
    data = json.loads(redline_json(unchanged(document("utkast-1", SVAR))))
    assert data["old"] is None
    assert data["changes"] == []
    assert {block["status"] for block in data["blocks"]} == {"kept"}


def test_the_plain_text_shows_changes_and_counts_the_rest() -> None:
    new = document("utkast-2", SNABB, replace(SIP, number="1.2"), replace(VARD, number="1.3"))
    assert redline_text(compare(document("utkast-1", SVAR, VARD, SIP), new)) == EXPECTED


EXPECTED = f"""\
Vård i hemmet

Jämförelse mellan två versioner
Från: utkast-1, utkast, 2027-01-15
Till: utkast-2, utkast, 2027-01-15

Så läser du: [-det som tagits bort-] {{+det som kommit till+}} {{~samma ord med annan formatering~}}
Avsnitt som inte är ändrade är utelämnade. Nya avsnittsnummer räknas inte som ändring.

Avsnitt: 1 flyttat, 1 ändrat, 1 oförändrat.
Ändringar: 1 i sak, 1 redaktionell.

{"-" * 96}

1.1 Svarstid
(ändrat)
Ändring: i sak – bör → ska; 14 → 7 dagar

Varför: Två kommuner saknade en tidsgräns.

Läkaren [-bör-]{{+ska+}} svara inom [-14-]{{+7+}} dagar.

{"-" * 96}

1.2 Plan
(flyttat, texten är oförändrad; tidigare 1.3)
Ändring: redaktionell – Bara platsen. Texten är oförändrad.
"""


def test_lists_and_long_lines_keep_their_indent() -> None:
    item = Paragraph((Text("ord " * 40),), Shape(level=2, marker="bullet"))
    text = redline_text(unchanged(document("utkast-1", replace(SVAR, blocks=(item,)))))
    item_lines = text.splitlines()[-2:]
    assert item_lines[0].startswith("   –  ord")
    assert item_lines[1].startswith("      ord")
    assert max(map(len, item_lines)) <= 96


def test_numbered_items_keep_their_numbers() -> None:
    texts = [("Ett", 1), ("Under", 2), ("Två", 1), ("Tre", 1)]
    items = tuple(Paragraph((Text(text),), Shape(level=level, marker="number", start=3)) for text, level in texts)
    old = document("utkast-1", replace(SVAR, blocks=items))
    new = document("utkast-2", replace(SVAR, blocks=(*items[:2], items[3])))
    assert redline_text(compare(old, new)).splitlines()[-7:] == [
        "3. Ett",
        "",
        "   3. Under",
        "",
        "–  [-Två-]",
        "",
        "4. Tre",
    ]


def test_a_text_that_became_a_link_is_not_shown_as_formatted() -> None:
    link = Paragraph((Text("Läkaren bör svara inom 14 dagar.", Marks(link=ClauseLink("hemmet/vard"))),))
    redline = compare(document("utkast-1", SVAR), document("utkast-2", replace(SVAR, blocks=(link,))))
    assert "\nLäkaren bör svara inom 14 dagar.\n" in redline_text(redline)
    bold = Paragraph((Text("Läkaren bör svara inom 14 dagar.", Marks(strong=True)),))
    redline = compare(document("utkast-1", SVAR), document("utkast-2", replace(SVAR, blocks=(bold,))))
    assert "\n{~Läkaren bör svara inom 14 dagar.~}\n" in redline_text(redline)


def test_words_that_only_moved_are_kept_words_of_moved_blocks() -> None:
    redline = compare(document("utkast-1", SVAR, VARD), document("utkast-2", VARD, SNABB))
    blocks = json.loads(redline_json(redline))["blocks"]
    moved = [block for block in blocks if block["clause"] == SVAR.id and block["kind"] == "text"]
    assert [(block["status"], [span["status"] for span in block["spans"]]) for block in moved] == [
        ("moved-from", ["kept", "deleted", "kept", "deleted", "kept"]),
        ("moved-to", ["kept", "inserted", "kept", "inserted", "kept"]),
    ]


def test_a_section_that_is_gone_is_not_counted_among_the_unchanged() -> None:
    text = redline_text(compare(document("utkast-1", SVAR, VARD, SIP), document("utkast-2", VARD, SIP)))
    assert "Avsnitt: 1 borttaget, 2 oförändrade." in text
