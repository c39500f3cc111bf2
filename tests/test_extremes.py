"""Texts at the edge, smaller than those measured by hand: the same text both ways, in time that grows with length."""

from random import Random
from time import process_time

import pytest

from benchmarks.extremes import CASES
from builder.compare import compare
from builder.model import Cell, Document, Edition, Paragraph, Row, Section, Table, Text
from builder.redline import accept, reject, unchanged
from builder.word import write


@pytest.fixture
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"TOTAL": 2_000, "LONG_CLAUSE": 11_000, "ROWS": 60}.items():
        monkeypatch.setattr(f"benchmarks.extremes.{name}", value)


@pytest.mark.slow
@pytest.mark.usefixtures("small")
@pytest.mark.parametrize("case", CASES)
def test_an_extreme_text_is_exact_both_ways(case: str) -> None:
    old, new = CASES[case](Random(3))
    redline = compare(Document("prov", Edition("P"), old), Document("prov", Edition("P"), new))
    assert accept(redline) == new
    assert reject(redline) == old
    assert write(redline)


def table(rows: int) -> Document:
    cells = tuple(Cell((Paragraph((Text(f"ord {n}"),)),)) for n in range(4))
    grid = Table(tuple(Row(cells, n == 0) for n in range(rows)), ("left",) * 4)
    return Document("prov", Edition("P"), (Section("prov/a", "clause", 1, (Text("A"),), (grid,), "1"),))


def seconds(rows: int) -> float:
    """The lesser of two runs, in processor time."""
    redline = unchanged(table(rows))
    taken = []
    for _ in range(2):
        begun = process_time()
        write(redline)
        taken.append(process_time() - begun)
    return min(taken)


@pytest.mark.slow
def test_a_long_table_is_written_in_proportion_to_its_length() -> None:
    assert seconds(2_000) < 7 * seconds(500)
