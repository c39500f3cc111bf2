"""The longest common subsequence, beside diff-match-patch, which looks for the same by other means."""

from itertools import pairwise

from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from builder.compare.matches import matches

LETTERS = st.text(alphabet="abcd ", max_size=40)


@given(LETTERS, LETTERS)
def test_what_is_found_stands_in_both_in_order(old: str, new: str) -> None:
    found = matches(old, new)
    assert [old[i] for i, _ in found] == [new[j] for _, j in found]
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))


@given(LETTERS, LETTERS)
def test_no_less_is_found_than_by_another_engine(old: str, new: str) -> None:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    equal = sum(len(text) for fate, text in engine.diff_main(old, new, False) if fate == 0)
    assert len(matches(old, new)) >= equal


@given(LETTERS)
def test_a_text_is_all_in_itself(text: str) -> None:
    assert matches(text, text) == [(k, k) for k in range(len(text))]
