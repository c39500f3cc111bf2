"""500 generated documents and edits: shape, and the text both ways by the tests' own reader. Long: run by hand."""

from collections.abc import Iterator

from benchmarks.report import Row
from benchmarks.workshop import Workshop
from builder.compare import compare
from builder.export import redline_json
from builder.model import Document
from builder.redline import accept, reject, unchanged
from builder.word import write
from tests.word.drawn import drawn
from tests.word.test_word_rules import body, faults

__all__ = ["measure"]

NUMBER = 500


def measure(workshop: Workshop) -> Iterator[Row]:
    """How many are wrong in any way."""
    pairs = drawn(NUMBER)
    wrong = [f"{place}: {why}" for place, pair in enumerate(pairs) if (why := fault(*pair))]
    what = f"generated edits of {len(pairs)} that are wrong"
    yield Row(what, 0, len(wrong), "", "; ".join(wrong[:9]))


def fault(old: Document, new: Document) -> str:
    """What is wrong with the redline of a pair, or nothing."""
    redline = compare(old, new)
    if accept(redline) != new.sections or reject(redline) != old.sections:
        return "the value"
    data = write(redline)
    if found := faults(data):
        return f"shape: {found[0]}"
    if body(data, "accept") != body(write(unchanged(new)), "accept"):
        return "accepted"
    if body(data, "reject") != body(write(unchanged(old)), "reject"):
        return "rejected"
    return "" if redline_json(redline) == redline_json(compare(old, new)) else "not the same twice"
