"""Which tokens of two paragraphs are the same: stretches kept and stretches changed.

Tokens are encoded as characters for diff-match-patch, so that it never splits a word. Its clock is
off: no time limit decides what is shown. Long paragraphs are aligned in pieces first, so that work
grows with length and not with its square.
"""

from collections import Counter
from collections.abc import Hashable, Iterator, Sequence

from diff_match_patch import diff_match_patch

from builder.compare.align import Item, align
from builder.compare.readable import Stretch, is_rewritten, is_word
from builder.compare.tokens import Token

__all__ = ["stretches"]

TABLE = 1_000_000
"""Old tokens × new tokens up to which two paragraphs are compared whole. 1,000 unlike tokens on each
side take about a second; two paragraphs of that length are some pages each."""
PIECE = 200
FIRST_SURROGATE, AFTER_SURROGATES = 0xD800, 0xE000
DIFFER = diff_match_patch()
DIFFER.Diff_Timeout = 0


def stretches(old: Sequence[Token], new: Sequence[Token]) -> list[Stretch]:
    """Kept and changed stretches in order, covering both paragraphs."""
    if _strangers(old, new):
        return [Stretch(0, len(old), 0, len(new), kept=False)]
    if len(old) * len(new) <= TABLE:
        return list(_compared(old, new, 0, 0))
    return list(_in_pieces(old, new))


def _strangers(old: Sequence[Token], new: Sequence[Token]) -> bool:
    """True when too few words could survive however they are matched."""
    words_old = Counter(token.key for token in old if is_word(token.text))
    words_new = Counter(token.key for token in new if is_word(token.text))
    return is_rewritten((words_old & words_new).total(), words_old.total(), words_new.total())


def _compared(old: Sequence[Token], new: Sequence[Token], at_old: int, at_new: int) -> Iterator[Stretch]:
    codes: dict[Hashable, str] = {}
    sizes = {-1: 0, 0: 0, 1: 0}
    for operation, text in [*DIFFER.diff_main(_encode(old, codes), _encode(new, codes), False), (0, "")]:
        sizes[operation] += len(text)
        if operation == 0:
            yield from _stretch_pair(at_old, at_new, sizes[-1], sizes[1], sizes[0])
            at_old += sizes[-1] + sizes[0]
            at_new += sizes[1] + sizes[0]
            sizes = {-1: 0, 0: 0, 1: 0}


def _stretch_pair(at_old: int, at_new: int, gone: int, come: int, same: int) -> Iterator[Stretch]:
    if gone or come:
        yield Stretch(at_old, at_old + gone, at_new, at_new + come, kept=False)
    if same:
        yield Stretch(at_old + gone, at_old + gone + same, at_new + come, at_new + come + same, kept=True)


def _encode(tokens: Sequence[Token], codes: dict[Hashable, str]) -> str:
    return "".join(codes.setdefault(token.key, _character(len(codes))) for token in tokens)


def _character(number: int) -> str:
    """Lone surrogates cannot be written as UTF-8, so their range is passed over."""
    return chr(number if number < FIRST_SURROGATE else number - FIRST_SURROGATE + AFTER_SURROGATES)


# --- long paragraphs ---------------------------------------------------------------------------------


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
