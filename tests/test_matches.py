"""The smallest number of words in and out: against the table that everyone knows, and beside another engine."""

from functools import cache
from itertools import pairwise

from diff_match_patch import diff_match_patch
from hypothesis import given
from hypothesis import strategies as st

from builder.compare.matches import matches

letters = st.text("abc ", max_size=12)


def length(old: str, new: str) -> int:
    @cache
    def common(i: int, j: int) -> int:
        if not i or not j:
            return 0
        if old[i - 1] == new[j - 1]:
            return common(i - 1, j - 1) + 1
        return max(common(i - 1, j), common(i, j - 1))

    return common(len(old), len(new))


@given(letters, letters)
def test_matches_are_equal_rise_and_cannot_be_more(old: str, new: str) -> None:
    found = matches(old, new)
    assert all(old[i] == new[j] for i, j in found)
    assert all(a < c and b < d for (a, b), (c, d) in pairwise(found))
    assert len(found) == length(old, new)


long_letters = st.text("abcd ", max_size=40)


@given(long_letters, long_letters)
def test_no_less_is_found_than_by_another_engine(old: str, new: str) -> None:
    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    equal = sum(len(text) for fate, text in engine.diff_main(old, new, False) if fate == 0)
    assert len(matches(old, new)) >= equal
