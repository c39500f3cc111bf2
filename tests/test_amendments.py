"""Redlines of other people's amended texts: exact both ways by an outside judge and by LibreOffice, and small."""

from collections.abc import Sequence
from pathlib import Path

import pytest

from benchmarks.amendments import EACH, MOVED, SPARE, TOTAL, fits
from benchmarks.judged import Pair, Verdict, judged
from benchmarks.outside import amendments, compare_pairs
from tests.word.test_word_office import read, shown

SAMPLE = ("15-en-table-rows", "WC-1140", "WC-1220", "WC-1400", "WC-1480", "WC-1530")


def assert_exact_and_small(verdicts: Sequence[Verdict]) -> None:
    assert [v for v in verdicts if not v.right or not v.json or v.faults] == []
    assert [v for v in verdicts if not fits(v)] == []
    plain = [v for v in verdicts if not v.has_moves]
    assert sum(v.marked for v in plain) <= TOTAL * sum(v.minimum for v in plain)


def carried(shared: Path) -> list[Pair]:
    pytest.importorskip("pypandoc", reason="pandoc is only installed for measurements: `make benchmark`")
    return list(compare_pairs(shared))


@pytest.mark.slow
def test_every_amended_text_is_exact_and_small(shared: Path, tmp_path: Path) -> None:
    verdicts = [judged(pair, tmp_path) for pair in amendments(shared)]
    assert len(verdicts) >= 3
    assert_exact_and_small(verdicts)


@pytest.mark.slow
def test_every_pair_that_can_be_carried_into_markdown_is_exact_and_small(shared: Path, tmp_path: Path) -> None:
    verdicts = [judged(pair, tmp_path) for pair in carried(shared)]
    assert len(verdicts) >= 25
    assert_exact_and_small(verdicts)


@pytest.mark.slow
@pytest.mark.xdist_group("libreoffice")
def test_libreoffice_reads_outside_texts_both_ways(
    shared: Path, tmp_path: Path, soffice: Path, uno_python: Path
) -> None:
    pairs = [pair for pair in (*amendments(shared), *carried(shared)) if pair.name in SAMPLE]
    for pair in pairs:
        judged(pair, tmp_path)
    work = [
        (what, tmp_path / f"{pair.name}-{part}.docx")
        for pair in pairs
        for what, part in (("accept", "redline"), ("plain", "new"), ("reject", "redline"), ("plain", "old"))
    ]
    said = [shown(reading) for reading in read(soffice, uno_python, work)]
    for place, pair in enumerate(pairs):
        accepted, new, rejected, old = said[4 * place : 4 * place + 4]
        assert accepted == new, pair.name
        assert rejected == old, pair.name


@pytest.mark.parametrize(
    ("marked", "minimum", "floor", "small"),
    [(14, 10, 10, True), (20, 10, 10, True), (21, 10, 10, False), (1400, 1000, 1000, True), (1401, 1000, 1000, False),
     (150, 1000, 100, True), (151, 1000, 100, False)],
)  # fmt: skip
def test_the_bounds_are_those_agreed(marked: int, minimum: int, floor: int, small: bool) -> None:
    assert (TOTAL, EACH, SPARE, MOVED) == (1.15, 1.4, 10, 1.5)
    assert fits(Verdict("a", True, True, marked, 0, minimum, floor, {})) is small
