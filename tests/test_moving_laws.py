"""The laws of a redline where parts of a text change place."""

import json

import pytest
from hypothesis import given

from builder.compare import compare
from builder.export import redline_json, redline_text
from builder.model import Document
from builder.redline import accept, is_changed, moved_parts, reject, unchanged
from builder.word import write
from tests.documents import renumbered
from tests.moving import moved_pairs
from tests.test_redline_laws import lines, printed_numbers, read
from tests.word.printed import numbered
from tests.word.test_word_rules import body, faults

pytestmark = pytest.mark.slow

Pair = tuple[Document, Document]


@given(moved_pairs())
def test_both_documents_are_read_out_of_the_redline(pair: Pair) -> None:
    old, new = pair
    redline = compare(old, new)
    assert accept(redline) == new.sections
    assert reject(redline) == old.sections
    assert list(printed_numbers(accept(redline))) == list(printed_numbers(new.sections))
    assert list(printed_numbers(reject(redline))) == list(printed_numbers(old.sections))


@given(moved_pairs())
def test_the_json_reads_as_both_documents(pair: Pair) -> None:
    data = json.loads(redline_json(compare(*pair)))
    assert read(data, "old") == list(lines(pair[0]))
    assert read(data, "new") == list(lines(pair[1]))
    assert redline_text(compare(*pair)) == redline_text(compare(*pair))


@given(moved_pairs())
def test_what_moved_has_two_places_and_no_noise(pair: Pair) -> None:
    moves = [move for section in compare(*pair).sections for move in moved_parts(section)]
    left, arrived = ([m.move for m in moves if m.kind == kind] for kind in ("move-from", "move-to"))
    assert sorted(left) == sorted(arrived) == sorted(set(left))
    assert not is_changed(compare(pair[1], renumbered(pair[1])))
    assert compare(pair[1], pair[1]).sections == unchanged(pair[1]).sections


@given(moved_pairs())
def test_the_word_file_breaks_no_rule_and_reads_both_ways(pair: Pair) -> None:
    old, new = map(numbered, pair)
    data = write(compare(old, new))
    assert faults(data) == []
    assert body(data, "accept") == body(write(unchanged(new)), "accept")
    assert body(data, "reject") == body(write(unchanged(old)), "reject")
