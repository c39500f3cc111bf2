"""Which tokens of two paragraphs are the same: stretches kept and stretches changed.

As many tokens as possible are kept, counted exactly. Very long paragraphs are aligned in pieces
first, so that work and memory grow with length and not with its square.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from builder.compare.align import Item, align
from builder.compare.matches import matches
from builder.compare.readable import Stretch, is_rewritten, is_word
from builder.compare.tokens import Token

__all__ = ["is_too_much", "stretches"]

TABLE = 400_000_000
"""Old tokens × new tokens up to which two paragraphs are compared whole: two of 10,000 words each, 50 MB."""
PIECE = 200


def stretches(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """Kept and changed stretches in order, covering both paragraphs."""
    if _strangers(old, new):
        return [Stretch(0, len(old), 0, len(new), kept=False)]
    return list(_in_pieces(old, new) if is_too_much(old, new) else _compared(old, new, 0, 0))


def is_too_much(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """True where comparing every word with every other would take too long."""
    return len(old) * len(new) > TABLE


def _strangers(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """True when too few words could survive however they are matched."""
    words_old = Counter(token.key for token in old if is_word(token.text))
    words_new = Counter(token.key for token in new if is_word(token.text))
    return is_rewritten((words_old & words_new).total(), words_old.total(), words_new.total())


def _compared(old: Sequence[Token], new: Sequence[Token], at_old: int, at_new: int) -> Iterator[Stretch]:
    """Stretches of two sequences of tokens that stand at the given places."""
    done_old = done_new = 0
    for i, j, size in [*_runs(list(_matched(old, new))), (len(old), len(new), 0)]:
        if i > done_old or j > done_new:
            yield Stretch(at_old + done_old, at_old + i, at_new + done_new, at_new + j, kept=False)
        if size:
            yield Stretch(at_old + i, at_old + i + size, at_new + j, at_new + j + size, kept=True)
        done_old, done_new = i + size, j + size


def _matched(old: Sequence[Token], new: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Words first, then the white space and marks between them: else seven spaces weigh more than three words."""
    words_old, words_new = ([k for k, token in enumerate(side) if _weighs(token)] for side in (old, new))
    found = matches([old[k].key for k in words_old], [new[k].key for k in words_new])
    done_old = done_new = 0
    for i, j in [*((words_old[a], words_new[b]) for a, b in found), (len(old), len(new))]:
        between = matches([t.key for t in old[done_old:i]], [t.key for t in new[done_new:j]])
        yield from ((done_old + a, done_new + b) for a, b in between)
        if i < len(old):
            yield i, j
        done_old, done_new = i + 1, j + 1


def _weighs(token: Token) -> bool:
    """True for words, numbers, notes, breaks and links; not for white space and marks."""
    return isinstance(token.key, tuple) or is_word(token.text)


def _runs(found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
    """Where each stretch of matches begins on both sides, and its size."""
    for _, group in groupby(enumerate(found), lambda entry: (entry[1][0] - entry[0], entry[1][1] - entry[0])):
        first, *rest = (pair for _, pair in group)
        yield *first, 1 + len(rest)


def _in_pieces(old: Sequence[Token], new: Sequence[Token]) -> Iterator[Stretch]:
    pieces_old, pieces_new = list(_pieces(old)), list(_pieces(new))
    at_old = at_new = 0
    for i, j in align(pieces_old, pieces_new, _item):
        piece_old = pieces_old[i] if i is not None else []
        piece_new = pieces_new[j] if j is not None else []
        yield from _compared(piece_old, piece_new, at_old, at_new)
        at_old += len(piece_old)
        at_new += len(piece_new)


def _pieces(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Sentences with the white space after them; a sentence without end is cut."""
    start = 0
    for place, token in enumerate(tokens, start=1):
        sentence = token.key == " " and place > 1 and tokens[place - 2].text in ".;:?!"
        if sentence or place - start >= PIECE or place == len(tokens):
            yield tokens[start:place]
            start = place


def _item(tokens: Sequence[Token]) -> Item:
    return Item(tuple(token.key for token in tokens), tuple(t.text.casefold() for t in tokens if is_word(t.text)))
