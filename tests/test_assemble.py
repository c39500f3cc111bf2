"""Contents of an assembly become numbered sections; what cannot be placed is reported and the rest stands."""

import time
from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.assemble import Draft, assemble
from builder.finding import Finding
from builder.library import Assembly, Chapter, Clause, Entry, Include, Library
from builder.model import Position

PATH = "assemblies/avtal.yml"


def library(*ids: str, broken: Iterable[str] = ()) -> Library:
    clauses = {id: Clause(id, f"clauses/{id}.md", id.rpartition("/")[2].capitalize()) for id in ids}
    return Library(clauses, {}, broken=frozenset(broken))


Put = tuple[Draft, list[Finding]]


def put(lib: Library, *contents: Entry, annexes: tuple[str, ...] = (), language: str = "") -> Put:
    keys = {f"bilagor.{index}": Position(PATH, 50 + index, 5) for index in range(len(annexes))}
    assembly = Assembly("avtal", PATH, "Avtalet", contents=contents, annexes=annexes, language=language, keys=keys)
    draft, findings = assemble(lib, assembly)
    return draft, list(findings)


def outline(draft: Draft) -> list[str]:
    return [f"{'  ' * (section.level - 1)}{section.number} {section.title}" for section in draft.sections]


def at(line: int) -> Position:
    return Position(PATH, line, 5)


ABC = library("a/a", "a/b", "a/c", "a/d")


def test_nesting_gives_levels_and_numbers() -> None:
    draft, findings = put(
        ABC,
        Chapter("Grunder", (Include("a/a"), Include("a/b", (Include("a/c"),)))),
        Chapter("Vägar in", (Chapter("Remiss", (Include("a/d"),)),)),
    )
    assert outline(draft) == [
        "1 Grunder",
        "  1.1 A",
        "  1.2 B",
        "    1.2.1 C",
        "2 Vägar in",
        "  2.1 Remiss",
        "    2.1.1 D",
    ]
    assert findings == []


def test_a_chapter_gets_an_id_of_its_title() -> None:
    draft, _ = put(ABC, Chapter("Vägar in & ut"), Chapter("Vägar in ut"), Chapter("§"), Chapter("Kapitel"))
    assert [section.id for section in draft.sections] == [
        "kapitel/vagar-in-ut",
        "kapitel/vagar-in-ut-1",
        "kapitel/kapitel",
        "kapitel/kapitel-1",
    ]


def test_clauses_may_stand_without_chapters() -> None:
    assert outline(put(ABC, Include("a/b"), Include("a/a"))[0]) == ["1 B", "2 A"]


def test_a_missing_clause_gets_a_suggestion_and_the_way_to_it() -> None:
    draft, findings = put(
        library("hemmet/sip", "hemmet/syfte"),
        Chapter("Ett", (Include("hemmet/spi", position=at(4)), Include("hemmet/syfte")), at(3)),
    )
    assert outline(draft) == ["1 Ett", "  1.1 Syfte"]
    assert [(f.code, f.position, f.hint, f.trace) for f in findings] == [
        ("K201", at(4), "Menade du ”hemmet/sip”?", (at(3),)),
    ]


def test_what_stood_under_a_missing_clause_moves_up() -> None:
    draft, _ = put(ABC, Include("a/x", (Include("a/a"), Include("a/b"))), Include("a/c"))
    assert outline(draft) == ["1 A", "2 B", "3 C"]


def test_a_broken_clause_is_not_reported_again() -> None:
    draft, findings = put(library("a/a", broken=["a/b"]), Include("a/b"), Include("a/a"))
    assert (outline(draft), findings) == (["1 A"], [])


def test_a_clause_stands_once() -> None:
    draft, findings = put(
        ABC,
        Include("a/a", position=at(2)),
        Chapter("Mer", (Include("a/b", (Include("a/a", position=at(5)),)),), at(3)),
    )
    assert outline(draft) == ["1 A", "2 Mer", "  2.1 B"]
    assert [(f.code, f.position.line, f.hint) for f in findings] == [
        ("K202", 5, "Den första står på rad 2. Ta bort den ena."),
    ]


def test_a_clause_cannot_contain_itself() -> None:
    draft, findings = put(ABC, Include("a/a", (Include("a/b", (Include("a/a", position=at(4)), Include("a/c"))),)))
    assert outline(draft) == ["1 A", "  1.1 B", "    1.1.1 C"]
    assert [(f.code, f.position.line) for f in findings] == [("K206", 4)]


def _nested(ids: Iterable[str]) -> tuple[Entry, ...]:
    entries: tuple[Entry, ...] = ()
    for line, id in reversed(list(enumerate(ids, 1))):
        entries = (Include(id, entries, at(line)),)
    return entries


def test_deeper_than_nine_levels_is_reported_once_and_nothing_is_lost() -> None:
    ids = [f"a/{letter}" for letter in "abcdefghijkl"]
    draft, findings = put(library(*ids), *_nested(ids))
    assert [section.level for section in draft.sections] == [*range(1, 10), 9, 9, 9]
    assert len({section.number for section in draft.sections}) == 12
    assert [(f.code, f.position.line) for f in findings] == [("K209", 10)]


def test_ten_thousand_levels_are_no_harder_than_ten_thousand_clauses() -> None:
    ids = [f"a/{index}" for index in range(10_000)]
    begin = time.process_time()
    draft, _ = put(library(*ids), *_nested(ids))
    assert len(draft.sections) == 10_000
    assert time.process_time() - begin < 5


@pytest.mark.parametrize(
    ("language", "expected"),
    [("sv", ["Bilaga 1 Begreppslista", "Bilaga 2 Parter"]), ("en", ["Annex 1 Glossary", "Annex 2 Parties"])],
)
def test_annexes_come_last_with_numbers_of_their_own(language: str, expected: list[str]) -> None:
    draft, findings = put(ABC, annexes=("begreppslista", "parter", "parter"), language=language)
    assert outline(draft) == expected
    assert [section.id for section in draft.sections] == ["bilaga/begreppslista", "bilaga/parter"]
    assert findings == []


def test_an_unknown_annex_is_reported_where_it_stands() -> None:
    draft, findings = put(ABC, annexes=("parter", "parametar"))
    assert outline(draft) == ["Bilaga 1 Parter"]
    assert [(f.code, f.position.line, f.hint) for f in findings] == [("K211", 51, "Menade du ”parametrar”?")]


IDS = st.sampled_from([f"a/{letter}" for letter in "abcdefx"])
ENTRIES = st.recursive(
    st.builds(Include, IDS),
    lambda inner: (
        st.builds(Chapter, st.text(max_size=5), st.lists(inner, max_size=3).map(tuple))
        | st.builds(Include, IDS, st.lists(inner, max_size=3).map(tuple))
    ),
    max_leaves=20,
)


@given(st.lists(ENTRIES, max_size=5), st.permutations(list("abcdef")))
def test_ids_and_numbers_are_unique_and_follow_one_another(contents: list[Entry], order: list[str]) -> None:
    draft, findings = put(library(*(f"a/{letter}" for letter in order)), *contents)
    again, same = put(library(*(f"a/{letter}" for letter in "abcdef")), *contents)
    assert (draft.sections, findings) == (again.sections, same)
    assert len({section.id for section in draft.sections}) == len(draft.sections)
    assert len({section.number for section in draft.sections}) == len(draft.sections)
    paths = [tuple(map(int, section.number.split("."))) for section in draft.sections]
    assert paths == sorted(paths)
    assert all(len(path) == section.level for path, section in zip(paths, draft.sections, strict=True))
