"""Paragraphs that stand elsewhere are known again, and shown as moved."""

import json

import pytest

from builder.compare import compare
from builder.export import redline_json, redline_text
from builder.model import Document, Edition, Paragraph, Section, Shape, Text
from builder.redline import Redline, accept, moved_parts, reject

SVAR = "Läkaren ska svara inom en timme."
PLAN = "En plan upprättas tillsammans med den enskilde."
VARD = "Vården ges i hemmet alla dagar om året."
KORT = "Enligt ovan."


def clause(name: str, *texts: str | Paragraph) -> Section:
    blocks = tuple(Paragraph((Text(text),)) if isinstance(text, str) else text for text in texts)
    return Section(f"h/{name}", "clause", 1, (Text(f"Om {name}"),), blocks)


def document(*sections: Section) -> Document:
    return Document("h", Edition("T", version="utkast-2", date="2027-01-15"), sections)


def marked(old: list[Section], new: list[Section]) -> Redline:
    redline = compare(document(*old), document(*new))
    assert accept(redline) == tuple(new)
    assert reject(redline) == tuple(old)
    return redline


def moves(redline: Redline) -> list[tuple[str, str]]:
    """Each section's halves of moves, as the name of the clause and where to or from."""
    return [(s.id[2:], move.kind[5:]) for s in redline.sections for move in moved_parts(s)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ([clause("a", SVAR, PLAN)], [clause("a", PLAN, SVAR)], [("a", "from"), ("a", "to")]),
        ([clause("a", KORT, PLAN)], [clause("a", PLAN, KORT)], [("a", "from"), ("a", "to")]),
        ([clause("a", "Ja.", PLAN)], [clause("a", PLAN, "Ja.")], []),
        (
            [clause("a", SVAR, PLAN), clause("b", VARD)],
            [clause("a", PLAN), clause("b", VARD, SVAR)],
            [("a", "from"), ("b", "to")],
        ),
        ([clause("a", KORT, PLAN), clause("b", VARD)], [clause("a", PLAN), clause("b", VARD, KORT)], []),
        ([clause("a", SVAR, PLAN)], [clause("a", PLAN, "Läkaren ska svara inom två timmar.")], []),
        ([clause("a", SVAR, PLAN)], [clause("a", PLAN, SVAR.replace(" ", "\u00a0"))], [("a", "from"), ("a", "to")]),
        (
            [clause("a", Paragraph((Text(SVAR),), Shape("facts"))), clause("b", VARD)],
            [clause("a"), clause("b", VARD, Paragraph((Text(SVAR),), Shape("facts")))],
            [],
        ),
        (
            [clause("a", SVAR, PLAN), clause("b", VARD, VARD, VARD)],
            [clause("b", VARD, VARD, VARD), clause("a", PLAN, SVAR)],
            [("a", "from"), ("a", "to")],
        ),
    ],
)
def test_what_is_known_again(old: list[Section], new: list[Section], expected: list[tuple[str, str]]) -> None:
    assert sorted(moves(marked(old, new))) == sorted(expected)


def test_the_exports_show_it_as_moved_and_not_as_new_words() -> None:
    redline = marked([clause("a", SVAR, PLAN)], [clause("a", PLAN, SVAR)])
    data = json.loads(redline_json(redline))
    texts = [block for block in data["blocks"] if block["kind"] == "text"]
    assert [(block["status"], block.get("move")) for block in texts] == [
        ("moved-from", "flytt 1"), ("kept", None), ("moved-to", "flytt 1"),
    ]  # fmt: skip
    assert all(span["status"] == "kept" for block in texts for span in block["spans"])
    assert [change["grade"] for change in data["changes"]] == ["redaktionell"]
    text = redline_text(redline)
    assert "[stycket flyttat härifrån: Läkaren ska svara inom en timme.]" in text
    assert f"[stycket flyttat hit]\n{SVAR}" in text
    assert "{+" not in text.partition("formatering~}")[2]
