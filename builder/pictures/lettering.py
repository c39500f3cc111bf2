"""How wide words are, and where lines break, without a font at hand."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

__all__ = ["LINE", "NARROW", "SIZE", "SMALL", "lines", "width"]

SIZE, SMALL, LINE = 30, 26, 37
"""Height of letters, of small letters, and from line to line, in tenths of a millimetre (30 is 8.5 points)."""

NARROW = 800
"""The width of a picture whose words are read without sideways scrolling on a telephone."""

WIDEST = 110
"""Sans-serif faces differ: room is made for one that is a tenth wider than the one measured."""

SHARES = {
    28: " ,.:;'|ijl’!()I·", 38: "[]{}frt\"-*", 48: "/?\\_zcsJ", 54: "akyxåävLeégE", 58: "bdhnopquöFST+=0123456789–",
    66: "PYZRBXK", 74: "ACVÅÄ&UGD", 82: "HNwOQÖ%—m@", 102: "MW…",
}  # fmt: skip
WIDTHS: Mapping[str, int] = MappingProxyType({letter: share for share, letters in SHARES.items() for letter in letters})
"""Hundredths of the height; measured in Lato, an unknown letter taken for a wide one."""
UNKNOWN = 80


def width(text: str, size: int) -> int:
    """The room that a text needs on one line."""
    return sum(WIDTHS.get(letter, UNKNOWN) for letter in text) * size * WIDEST // 10_000


def lines(text: str, room: int, size: int = SIZE, most: int = 8) -> tuple[str, ...]:
    """A text broken into lines of the given room; what would not fit in `most` lines ends in an ellipsis."""
    broken = tuple(_broken(text.split(), room, size))
    return broken if len(broken) <= most else (*broken[: most - 1], f"{broken[most - 1]}…")


def _broken(words: list[str], room: int, size: int) -> Iterator[str]:
    line = ""
    for word in (piece for whole in words for piece in _pieces(whole, room, size)):
        longer = f"{line} {word}".strip()
        if line and width(longer, size) > room:
            yield line
            longer = word
        line = longer
    if line:
        yield line


def _pieces(word: str, room: int, size: int) -> Iterator[str]:
    """A word in pieces that fit: after a hyphen where it has one, else anywhere."""
    piece = ""
    for part in word.replace("-", "-\0").split("\0") if width(word, size) > room else [word]:
        for letter in part if width(part, size) > room else [part]:
            if piece and width(piece + letter, size) > room:
                yield piece
                piece = ""
            piece += letter
    if piece:
        yield piece
