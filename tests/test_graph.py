"""Who refers to whom, as values, pictures, data and a command."""

import json
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.assemble import assemble
from builder.export import graph_json
from builder.model import Edition, Label, Picture, Stroke
from builder.pictures import network, strands
from builder.read import read
from builder.resolve import resolve
from builder.review import Graph, agreements_picture, chapters_picture, clause_picture, graph
from builder.snapshot import Snapshot
from builder.web import Site, pages, svg_file
from tests.folder import Folder

pytestmark = pytest.mark.slow

FILES = {
    "clauses/register/avtal.yml": "hemmet: {titel: Hemmet}\nrehab: {titel: Rehab}\ngemensamt: {titel: Gemensamt}\n",
    "clauses/register/versioner.yml": "{}\n",
    "clauses/hemmet/a.md": "---\ntitel: Klausul a\n---\nSe [B](b.md), [B](b.md) och [C](../rehab/c.md). "
    "Se [D](../gemensamt/d.md).\n",
    "clauses/hemmet/b.md": "---\ntitel: Klausul b\n---\nSe [C](../rehab/c.md).\n",
    "clauses/rehab/c.md": "---\ntitel: Klausul c\n---\nSe [A](../hemmet/a.md).\n",
    "clauses/gemensamt/d.md": "---\ntitel: Klausul d\n---\nText.\n",
    "assemblies/hemmet.yml": "titel: H\navtal: hemmet\n"
    "innehåll: [Ett: [hemmet/a], Två: [hemmet/b], Tre: [gemensamt/d]]\n",
    "assemblies/rehab.yml": "titel: R\navtal: rehab\ninnehåll: [Ett: [rehab/c], Två: [gemensamt/d]]\n",
}


def made() -> Graph:
    library, _ = read(Snapshot({path: text.encode() for path, text in FILES.items()}))
    drafts = [assemble(library, item)[0] for item in library.own_texts()]
    return graph((resolve(d, library, Edition(d.title, agreement=d.agreement))[0] for d in drafts), library)


def test_a_reference_is_counted_once_and_clauses_know_their_chapter() -> None:
    found = made()
    assert [(edge.clause, edge.target.id) for edge in found.edges] == [
        ("hemmet/a", "gemensamt/d"), ("hemmet/a", "hemmet/b"), ("hemmet/a", "rehab/c"), ("hemmet/b", "rehab/c"),
        ("rehab/c", "hemmet/a"),
    ]  # fmt: skip
    assert found.between_groups()["hemmet", "rehab"] == 2
    assert {node.clause: node.chapter for node in found.nodes.values()} == {
        "hemmet/a": "1 Ett", "hemmet/b": "2 Två", "gemensamt/d": "", "rehab/c": "1 Ett",
    }  # fmt: skip


def labels(picture: Picture) -> list[str]:
    return [part.text for part in picture.drawing.parts if isinstance(part, Label)]


def test_the_pictures_say_in_words_what_they_show() -> None:
    found = made()
    whole = agreements_picture(found)
    assert {"Hemmet", "Rehab", "Gemensamt", "2", "1"} <= {*labels(whole)}
    assert "Hemmet: 1 inom, till Rehab 2, Gemensamt 1." in whole.alt
    mine = chapters_picture(found, "hemmet")
    assert labels(mine) == ["Hemmet", "1 Ett", "2 Två", "Rehab", "1 Ett", "Gemensamt", "Alla klausuler"]
    assert "1 Ett: till 1 Ett i Rehab 1." in mine.alt
    near = clause_picture(found, "hemmet/b")
    assert "Hit hänvisar: Klausul a (Hemmet). Klausulen hänvisar till: Klausul c (Rehab)." in near.alt


def test_a_file_of_its_own_is_well_formed_with_plain_colours() -> None:
    drawn = svg_file(agreements_picture(made()))
    assert ElementTree.fromstring(drawn).tag.endswith("svg")
    assert "var(" not in drawn
    assert drawn == svg_file(agreements_picture(made()))


def test_the_data_holds_clauses_references_and_counts() -> None:
    shown = json.loads(graph_json(made()))
    assert [row["id"] for row in shown["agreements"]] == ["hemmet", "rehab", "gemensamt"]
    assert {"from": "hemmet/b", "to": "rehab/c"} in shown["references"]
    assert {"from": "hemmet", "to": "rehab", "references": 2} in shown["counts"]


@given(st.integers(0, 12), st.dictionaries(st.tuples(st.integers(0, 11), st.integers(0, 11)), st.integers(0, 99)))
def test_a_ring_of_any_size_stays_on_its_sheet(size: int, counts: dict[tuple[int, int], int]) -> None:
    kept = {pair: count for pair, count in counts.items() if max(pair) < size}
    drawing = network([(f"Avtal {n}", "") for n in range(size)], kept)
    assert all(0 <= part.x <= drawing.width and 0 <= part.y <= drawing.height
               for part in drawing.parts if isinstance(part, Label))  # fmt: skip
    drawn = {frozenset(pair) for pair, count in kept.items() if count and pair[0] != pair[1]}
    assert sum(isinstance(part, Stroke) for part in drawing.parts) == len(drawn)


def test_a_line_to_a_box_that_is_not_there_is_not_drawn() -> None:
    drawing = strands([[("a", "A")], [("b", "B")]], [(0, "a", "b", 3), (0, "a", "borta", 1)])
    assert [part.text for part in drawing.parts if isinstance(part, Label)] == ["3", "A", "B"]
    assert sum(isinstance(part, Stroke) for part in drawing.parts) == 1


def command(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    asked = [sys.executable, "-m", "builder.cli", "graph", "--project", str(folder), *words]
    return subprocess.run(asked, cwd=Path(__file__).parents[1], capture_output=True, text=True, encoding="utf-8")


def test_the_command_writes_what_the_file_is_named_for(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "p")
    for path, text in FILES.items():
        folder.write(path, text)
    folder.commit()
    for about, name in [((), "alla.svg"), (("hemmet",), "hemmet.svg"), (("rehab/c",), "c.svg"), ((), "alla.json")]:
        done = command(folder.path, *about, "-o", str(tmp_path / name))
        assert (done.returncode, (tmp_path / name).stat().st_size > 300) == (0, True), done.stderr
    lost = command(folder.path, "hemet", "-o", str(tmp_path / "x.svg"))
    assert (lost.returncode, "Menade du ”hemmet”?" in lost.stderr) == (2, True), lost.stderr
    other = command(folder.path, "-o", str(tmp_path / "x.png"))
    assert (other.returncode, "-o graf.svg" in other.stderr) == (2, True), other.stderr


def test_the_page_lists_counts_and_links_each_clause() -> None:
    library, _ = read(Snapshot({path: text.encode() for path, text in FILES.items()}))
    drafts = [assemble(library, item)[0] for item in library.own_texts()]
    documents = tuple(resolve(d, library, Edition(d.title, agreement=d.agreement))[0] for d in drafts)
    page = str(pages(Site(library, documents))["hanvisningar.md"])
    assert "| Hemmet | Rehab | 2 |" in page
    assert "| Hemmet | klausuler i samma avtal | 1 |" in page
    assert "[Klausul b](avtal/hemmet/" in page
    alone = str(pages(Site(library, ()))["hanvisningar.md"])
    assert "Inget avtal hänvisar till något annat än." in alone
