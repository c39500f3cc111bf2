"""Which tokens of two paragraphs are the same: stretches kept and stretches changed.

As many tokens as possible are kept, counted exactly. What that costs is counted before it is done: in
paragraphs where it is too much, sentences that stand unchanged are found first, and a stretch between
them that still costs too much is shown as rewritten.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from builder.compare.matches import equal_run, matches
from builder.compare.readable import SENTENCE_ENDS, Stretch, is_rewritten
from builder.compare.tokens import Token

__all__ = ["stretches"]

TABLE = 400_000_000
"""Old tokens × new tokens that are compared with each other: two stretches of 10,000 words each, 50 MB."""


def stretches(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """Kept and changed stretches in order, covering both paragraphs."""
    if _strangers(old, new):
        return [Stretch(0, len(old), 0, len(new), kept=False)]
    return list(_by_sentence(old, new) if _is_too_much(_keys(old), _keys(new)) else _compared(old, new))


def _is_too_much(old: Sequence[Hashable], new: Sequence[Hashable]) -> bool:
    """True where what stands between an equal beginning and an equal end is too long to compare thing by thing."""
    if len(old) * len(new) <= TABLE:
        return False
    start = equal_run(old, new)
    end = equal_run(old[start:][::-1], new[start:][::-1])
    return (len(old) - start - end) * (len(new) - start - end) > TABLE


def _keys(tokens: Sequence[Token]) -> list[Hashable]:
    return [token.key for token in tokens]


def _strangers(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """True when too few words could survive however they are matched."""
    words_old = Counter(token.key for token in old if token.word)
    words_new = Counter(token.key for token in new if token.word)
    return is_rewritten((words_old & words_new).total(), words_old.total(), words_new.total())


def _compared(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Stretch]:
    return _covering(list(_matched(old, new)), len(old), len(new))


def _covering(found: Sequence[tuple[int, int]], old: int, new: int) -> Iterator[Stretch]:
    """The stretches that matches make of sequences of the given lengths."""
    done_old = done_new = 0
    for i, j, size in [*_runs(found), (old, new, 0)]:
        if i > done_old or j > done_new:
            yield Stretch(done_old, i, done_new, j, kept=False)
        if size:
            yield Stretch(i, i + size, j, j + size, kept=True)
        done_old, done_new = i + size, j + size


def _matched(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Words first, then the white space and marks between them: else seven spaces weigh more than three words."""
    words_old, words_new = ([k for k, token in enumerate(side) if token.weighs] for side in (old, new))
    keys_old, keys_new = _keys(old), _keys(new)
    found = matches([keys_old[k] for k in words_old], [keys_new[k] for k in words_new])
    done_old = done_new = 0
    for i, j in [*((words_old[a], words_new[b]) for a, b in found), (len(old), len(new))]:
        between_old, between_new = keys_old[done_old:i], keys_new[done_new:j]
        if between_old == between_new:
            yield from zip(range(done_old, i), range(done_new, j), strict=True)
        else:
            yield from ((done_old + a, done_new + b) for a, b in matches(between_old, between_new))
        if i < len(old):
            yield i, j
        done_old, done_new = i + 1, j + 1


def _runs(found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Where each stretch of matches begins on both sides, and its size."""
    for _, group in groupby(enumerate(found), lambda entry: (entry[1][0] - entry[0], entry[1][1] - entry[0])):
        first, *rest = (pair for _, pair in group)
        yield *first, 1 + len(rest)


def _by_sentence(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Stretch]:
    """Whole sentences that are kept, and what stands between them word by word where that is not too much."""
    sentences_old, sentences_new = list(_sentences(old)), list(_sentences(new))
    ends_old, ends_new = ([0, *accumulate(map(len, side))] for side in (sentences_old, sentences_new))
    found = [] if _is_too_much(sentences_old, sentences_new) else matches(sentences_old, sentences_new)
    parts: list[Stretch] = []
    for part in _covering(found, len(sentences_old), len(sentences_new)):
        within = Stretch(
            ends_old[part.old_start],
            ends_old[part.old_end],
            ends_new[part.new_start],
            ends_new[part.new_end],
            part.kept,
        )
        parts += [within] if part.kept else _between(old, new, within)
    return _united(parts)


def _sentences(tokens: Sequence[Token]) -> Iterator[tuple[Hashable, ...]]:
    """The keys of each sentence, or line, with the white space after it."""
    keys: list[Hashable] = []
    before = ""
    for token in tokens:
        keys.append(token.key)
        if "\n" in token.text or (token.text.isspace() and before in SENTENCE_ENDS):
            yield tuple(keys)
            keys = []
        before = token.text
    if keys:
        yield tuple(keys)


def _between(old: Sequence[Token], new: Sequence[Token], gap: Stretch) -> Iterator[Stretch]:
    tokens_old, tokens_new = old[gap.old_start : gap.old_end], new[gap.new_start : gap.new_end]
    if _is_too_much(_keys(tokens_old), _keys(tokens_new)):
        yield replace(gap, uncounted=True)
        return
    for part in _compared(tokens_old, tokens_new):
        yield Stretch(
            gap.old_start + part.old_start, gap.old_start + part.old_end,
            gap.new_start + part.new_start, gap.new_start + part.new_end, part.kept,
        )  # fmt: skip


def _united(parts: Sequence[Stretch]) -> Iterator[Stretch]:
    """Neighbouring stretches that are kept as one."""
    for kept, group in groupby(parts, lambda part: part.kept):
        first, *rest = group
        if kept and rest:
            yield replace(first, old_end=rest[-1].old_end, new_end=rest[-1].new_end)
        else:
            yield from (first, *rest)
