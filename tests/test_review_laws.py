"""The laws of versions that hold together, each in a real git over drawn agreements."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.build import Project
from builder.build.releasing import Wanted, plan, record
from builder.build.reviewing import mark_reviewed, work_list
from tests.folder import Folder

pytestmark = pytest.mark.slow

COUNT = 5
NAMES = [f"k{number}" for number in range(COUNT)]
SAID = ["Kommunen ska svara inom {} dagar, om inte annat är sagt.", "Regionen bör ha svarat efter {} timmar.",
        "Högst {} patienter får skrivas in samtidigt."]  # fmt: skip
LOOKS = [("svara", "**svara**"), ("om inte", "*om inte*"), ("inom", "inom"), ("Regionen", "__Regionen__")]

few = settings(max_examples=12)
edges = st.sets(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda e: e[0] != e[1]), max_size=9)
sentences = st.lists(st.tuples(st.sampled_from(SAID), st.integers(2, 90)), min_size=1, max_size=3)
books = st.tuples(edges, st.lists(sentences, min_size=COUNT, max_size=COUNT))
Book = tuple[set[tuple[str, str]], list[list[tuple[str, int]]]]


def clause(book: Book, name: str) -> str:
    """A clause: its sentences, and a sentence for each clause it refers to."""
    refers, texts = book
    said = [pattern.format(number) for pattern, number in texts[NAMES.index(name)]]
    said += [f"Läs också [Klausul {other}]({other}.md) här." for one, other in sorted(refers) if one == name]
    return f"---\ntitel: Klausul {name}\n---\n{' '.join(said)}\n"


@contextmanager
def project(book: Book) -> Iterator[Folder]:
    with TemporaryDirectory() as place:
        folder = Folder(Path(place) / "avtal")
        for name in NAMES:
            folder.write(f"clauses/hemmet/{name}.md", clause(book, name))
        folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\n")
        listing = ", ".join(f"hemmet/{name}" for name in NAMES)
        folder.write("assemblies/hemmet.yml", f"titel: Avtalet\navtal: hemmet\ninnehåll: [{listing}]\n")
        folder.commit("2027-01-01")
        yield folder


def stale(folder: Folder) -> set[tuple[str, str]]:
    found = work_list(Project(folder.path))
    return {(s.citation.clause.removeprefix("hemmet/"), s.citation.target.id.removeprefix("hemmet/")) for s in found}


def body(folder: Folder, name: str) -> str:
    return (folder.path / f"clauses/hemmet/{name}.md").read_text("utf-8").split("---\n", 2)[2]


def rewrite(folder: Folder, name: str, text: str) -> None:
    folder.write(f"clauses/hemmet/{name}.md", f"---\ntitel: Klausul {name}\n---\n{text}")


@few
@given(books, st.sets(st.sampled_from(NAMES), min_size=1), st.integers(12, 60), st.sets(st.sampled_from(LOOKS)))
def test_other_line_breaks_and_looks_never_make_anything_stale(
    book: Book, touched: set[str], width: int, looks: set[tuple[str, str]]
) -> None:
    with project(book) as folder:
        for name in touched:
            text = body(folder, name)
            for plain, dressed in looks:
                text = text.replace(plain, dressed)
            rewrite(folder, name, wrapped(text, width))
        assert stale(folder) == set()
        folder.commit("2027-01-02")
        assert stale(folder) == set()


def wrapped(text: str, width: int) -> str:
    """Lines of about a width; a link is not cut, and no line begins with what would begin a list."""
    lines, line = [], ""
    for word in text.split(" "):
        if len(line) > width and not word[:1].isdigit() and line.count("[") == line.count("]"):
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return "\n".join([*lines, line])


@few
@given(books, st.sampled_from(NAMES), st.booleans())
def test_one_number_changed_makes_exactly_its_citers_stale(book: Book, name: str, saved: bool) -> None:
    with project(book) as folder:
        number = book[1][NAMES.index(name)][0][1]
        rewrite(folder, name, body(folder, name).replace(f" {number} ", f" {number + 100} ", 1))
        if saved:
            folder.commit("2027-01-02")
        assert stale(folder) == {(one, other) for one, other in book[0] if other == name}


@few
@given(books.filter(lambda book: len(book[0]) >= 2), st.randoms(use_true_random=False))
def test_two_writers_marks_merge_without_conflict(book: Book, chance: object) -> None:
    with project(book) as folder:
        for name in NAMES:
            rewrite(folder, name, body(folder, name) + "\nKommunen ska betala 7 kronor.\n")
        folder.commit("2027-01-02")
        found = sorted(stale(folder))
        assert set(found) == book[0]
        chance.shuffle(found)  # type: ignore[attr-defined]
        half = len(found) // 2
        folder.git("branch", "annan")
        mark(folder, found[:half], "2027-01-03")
        folder.git("checkout", "-q", "annan")
        mark(folder, found[half:], "2027-01-04")
        folder.git("merge", "-q", "--no-edit", "main", day="2027-01-05")
        assert stale(folder) == set()


def mark(folder: Folder, references: list[tuple[str, str]], day: str) -> None:
    for one, other in references:
        for path, text in mark_reviewed(Project(folder.path), [f"hemmet/{one}"], f"klausul hemmet/{other}").items():
            folder.write(path, text)
    folder.commit(day)


@settings(max_examples=6)
@given(books, books, st.sets(st.sampled_from(NAMES)), st.booleans())
def test_a_version_built_after_any_later_commit_is_the_same_bytes(
    before: Book, after: Book, gone: set[str], renamed: bool
) -> None:
    with project(before) as folder:
        opened = Project(folder.path)
        record(opened, plan(opened, Wanted("utkast-1", "utkast")))
        folder.commit("2027-01-02")
        first = Project(folder.path)
        word, pdf = first.word("hemmet", "utkast-1")[0], first.pdf("hemmet", "utkast-1")[0]
        left = [name for name in NAMES if name not in gone]
        for name in NAMES:
            (folder.path / f"clauses/hemmet/{name}.md").unlink()
            if name in left:
                folder.write(f"clauses/hemmet/{name}.md", clause(after, name))
        title = "Ett annat avtal" if renamed else "Avtalet"
        folder.write("clauses/register/avtal.yml", f"hemmet: {{titel: {title}}}\n")
        listing = ", ".join(f"hemmet/{name}" for name in reversed(left))
        folder.write("assemblies/hemmet.yml", f"titel: {title}\navtal: hemmet\ninnehåll: [{listing}]\n")
        folder.commit("2027-02-01")
        later = Project(folder.path)
        assert later.word("hemmet", "utkast-1")[0] == word
        assert later.pdf("hemmet", "utkast-1")[0] == pdf
        assert list(later.altered()) == []
