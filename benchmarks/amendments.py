"""Redlines of other people's amended texts against the least number of words that can be marked."""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.judged import SHARED, Pair, Verdict, judged
from benchmarks.outside import amendments, compare_pairs
from benchmarks.report import Row
from benchmarks.workshop import Workshop

__all__ = ["fits", "measure"]

TOTAL, EACH, SPARE, MOVED = 1.15, 1.4, 10, 1.5


def measure(workshop: Workshop) -> Iterator[Row]:
    """Both collections: how many are right both ways, their size, and the largest of all."""
    if not SHARED.is_dir():
        raise RuntimeError(f"the outside data are not at {SHARED}: set OVERENS_SHARED")
    for name, pairs in (("amendments", amendments(SHARED)), ("compare-pairs", compare_pairs(SHARED))):
        folder = workshop.folder / name
        folder.mkdir()
        yield from _rows(name, _verdicts(pairs, folder))


def _verdicts(pairs: Iterable[Pair], folder: Path) -> list[Verdict]:
    return [judged(pair, folder) for pair in pairs]


def _rows(name: str, verdicts: Sequence[Verdict]) -> Iterator[Row]:
    wrong = [v.name for v in verdicts if not v.right or not v.json or v.faults]
    what = f"{name}: pairs of {len(verdicts)} that are not exact both ways in Word and JSON"
    yield Row(what, 0, len(wrong), "", ", ".join(wrong))
    plain = [v for v in verdicts if not v.has_moves]
    marked, least = sum(v.marked for v in plain), sum(v.minimum for v in plain)
    what = f"{name}: words marked over the least, {len(plain)} pairs without moves"
    yield Row(what, TOTAL, marked / least, "×", f"{marked:,} of {least:,}", _shown(plain))
    large = [v for v in verdicts if not fits(v)]
    moved = _shown(v for v in verdicts if v.has_moves)
    yield Row(f"{name}: pairs larger than allowed", 0, len(large), "", _shown(large), moved)


def fits(verdict: Verdict) -> bool:
    """Whether one redline is small enough; moved words are not counted as marked."""
    if verdict.has_moves:
        return verdict.marked <= verdict.floor * MOVED or verdict.marked <= verdict.floor + SPARE
    return verdict.marked <= verdict.minimum * EACH or verdict.excess <= SPARE


def _shown(verdicts: Iterable[Verdict]) -> str:
    """Those that are not the least, and those that are large."""
    told = [v for v in verdicts if v.excess or v.has_moves or v.minimum > 20]
    return "; ".join(_told(verdict) for verdict in told)


def _told(verdict: Verdict) -> str:
    beside = f" (floor {verdict.floor}, moved {verdict.moved})" if verdict.has_moves else ""
    return f"{verdict.name} {verdict.marked}/{verdict.minimum}{beside}"
