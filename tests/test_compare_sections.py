"""Which sections are the same, which moved, and where what left and arrived stands."""

from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.compare import compare
from builder.compare.order import longest
from builder.compare.pairing import pair_sections
from builder.model import ClauseLink, Document, Edition, Marks, Number, Paragraph, Section, Shape, Text
from builder.redline import Redline, accept, is_changed, reject

SENTENCES = {
    "a": "Läkaren bedömer vårdbehovet tillsammans med sjuksköterskan.",
    "b": "Kommunen tillhandahåller personal alla dagar i veckan.",
    "c": "Kostnaden för transporter bärs av regionen.",
    "d": "Parterna följer upp samarbetet två gånger om året.",
    "e": "Tvister löses i första hand genom förhandling.",
}


def chapter(name: str, title: str = "") -> Section:
    return Section(f"kapitel/{name}", "chapter", 1, (Text(title or f"Kapitel {name}"),))


def clause(name: str, text: str = "", level: int = 2, former: tuple[str, ...] = ()) -> Section:
    body = (Paragraph((Text(text or SENTENCES[name[0]]),)),)
    return Section(f"h/{name}", "clause", level, (Text(f"Om {name}"),), body, former=former)


def document(*sections: Section) -> Document:
    return Document("hemmet", Edition("Överenskommelse", version="utkast-2", date="2027-01-15"), sections)


def marked(old: tuple[Section, ...], new: tuple[Section, ...]) -> Redline:
    redline = compare(document(*old), document(*new))
    assert accept(redline) == new
    assert reject(redline) == old
    return redline


SIGNS = {"insertion": "+", "deletion": "-", "move-from": "<", "move-to": ">"}


def outline(redline: Redline) -> str:
    """Each section as its name with + came, - went, < moved from here, > moved here."""
    return " ".join((SIGNS[s.fate[0].kind] if s.fate else "") + s.id.split("/")[1] for s in redline.sections)


A, B = chapter("A"), chapter("B")
a1, a2, b1, b2, e = clause("a"), clause("b"), clause("c"), clause("d"), clause("e")


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ((A, a1, B, b1), (A, a1, B, b1), "A a B c"),
        ((A, a1, B), (A, a1, a2, B), "A a +b B"),
        ((A, a1, a2, B), (A, a2, B), "A -a b B"),
        ((A, a1, B, b1), (A, a1, b1), "A a -B c"),
        ((A, a1, b1), (A, a1, B, b1), "A a +B c"),
        ((A, a1, B, b1), (A, B, a1, b1), "A <a B >a c"),
        ((A, a1, a2, B, b1, b2), (A, a2, B, b1, b2, a1), "A <a b B c d >a"),
        ((A, a1, a2, B, b1), (B, b1, A, a1, a2), ">B >c A a b <B <c"),
        ((A, a1, a2), (A, e), "A -a -b +e"),
        ((), (A, a1), "+A +a"),
        ((A, a1), (), "-A -a"),
    ],
)
def test_sections_stay_move_come_and_go(old: tuple[Section, ...], new: tuple[Section, ...], expected: str) -> None:
    assert outline(marked(old, new)) == expected


def test_what_stands_under_a_moved_clause_moves_with_it() -> None:
    under = clause("b", level=3)
    assert outline(marked((a1, under, b1, b2, e), (b1, b2, e, a1, under))) == "<a <b c d e >a >b"


def test_a_clause_with_a_former_id_is_the_same_clause() -> None:
    new = clause("nytt", SENTENCES["e"], former=("h/a",))
    redline = marked((a1, b1), (new, b1))
    assert [(s.id, s.old_id, s.fate) for s in redline.sections] == [("h/nytt", "h/a", ()), ("h/c", "", ())]
    assert is_changed(redline)


def test_a_renamed_file_with_the_same_text_is_found_by_likeness() -> None:
    new = Section("h/z", "clause", 2, a1.title, a1.blocks)
    redline = marked((a1, b1), (new, b1))
    assert outline(redline) == "z c"
    assert not is_changed(redline)


def test_two_clauses_on_different_matters_are_not_one() -> None:
    assert outline(marked((a1,), (b1,))) == "-a +c"
    common = "Parterna ska i varje kommun utse en kontaktperson."
    old = clause("a", f"{common} {SENTENCES['b']} {SENTENCES['c']}")
    new = clause("e", f"{common} {SENTENCES['d']} {SENTENCES['e']}")
    assert outline(marked((old,), (new,))) == "-a +e"


def test_a_chapter_with_a_new_heading_and_the_same_clauses_is_the_same_chapter() -> None:
    redline = marked((A, a1, a2), (chapter("vagar", "Vägar in och ut"), a1, a2))
    assert outline(redline) == "vagar a b"


def test_the_same_clause_twice_is_two_sections() -> None:
    assert outline(marked((a1, b1, a1), (a1, b1, a1))) == "a c a"
    assert outline(marked((a1, b1), (a1, b1, a1))) == "a c +a"


def test_each_move_has_one_name_for_its_two_halves() -> None:
    redline = marked((a1, a2, b1, b2, e), (b1, a1, e, b2, a2))
    names: dict[str, list[str]] = {}
    for section in redline.sections:
        for revision in section.fate:
            names.setdefault(revision.move, []).append(revision.kind)
    assert names
    assert all(sorted(kinds) == ["move-from", "move-to"] for kinds in names.values())


def test_a_moved_clause_keeps_its_old_shapes_where_it_stood() -> None:
    item = Paragraph((Text(SENTENCES["a"]),), Shape(level=1, marker="bullet"))
    redline = marked((a1, b1, b2), (b1, b2, replace(a1, blocks=(item,))))
    assert outline(redline) == "<a c d >a"


def test_author_and_date_are_the_new_versions_unless_given() -> None:
    fate = compare(document(), document(a1)).sections[0].fate[0]
    assert (fate.author, fate.date) == ("Skrivgruppen", "2027-01-15")
    fate = compare(document(), document(a1), "Regionen", "2027-02-01").sections[0].fate[0]
    assert (fate.author, fate.date) == ("Regionen", "2027-02-01")


def test_a_changed_title_is_marked_on_the_cover() -> None:
    old, new = document(), Document("hemmet", Edition("Överenskommelse om vård"), ())
    redline = compare(old, new)
    assert is_changed(redline)
    assert [span.inline for span in redline.cover.spans] == [Text("Överenskommelse"), Text(" om vård")]


@given(st.permutations(range(6)), st.lists(st.integers(1, 9), min_size=6, max_size=6))
def test_the_heaviest_order_is_found(values: list[int], weights: list[int]) -> None:
    best = max(
        sum(weights[k] for k in chosen)
        for size in range(7)
        for chosen in combinations(range(6), size)
        if [values[k] for k in chosen] == sorted(values[k] for k in chosen)
    )
    found = longest(values, weights)
    assert [values[k] for k in found] == sorted(values[k] for k in found)
    assert sum(weights[k] for k in found) == best


def test_a_reference_to_a_renamed_clause_is_unchanged() -> None:
    def referring(target: str) -> Section:
        content = (Text("Läs mer i avsnitt ", Marks(link=ClauseLink(target))), Number(target, "1.1"))
        return Section("h/ref", "clause", 2, (Text("Läs"),), (Paragraph(content),))

    new = clause("nytt", SENTENCES["a"], former=("h/a",))
    redline = marked((a1, referring("h/a")), (replace(new, title=a1.title), referring("h/nytt")))
    assert not is_changed(redline)


def test_clauses_that_all_got_new_ids_are_known_again_however_many_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builder.compare.near.NEAR", 5)
    texts = [
        f"Kommunen och regionen ska se till att insats {n} sker inom {n * 7} dagar i område {n % 9}." for n in range(60)
    ]
    old = tuple(clause(f"a{n}", text) for n, text in enumerate(texts))
    new = tuple(clause(f"b{n}", text.replace("ska", "bör")) for n, text in enumerate(texts))
    pairs = pair_sections(old, new)
    assert pairs == {n: n for n in range(60)}
