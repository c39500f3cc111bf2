"""What a writer may have meant: the nearest known word."""

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

__all__ = ["did_you_mean", "similarity"]


def did_you_mean(wrong: str, known: Iterable[str], otherwise: str = "") -> str:
    """ "Menade du ”…”?" with the nearest of the known words, or another sentence when none is near."""
    words = sorted(known)
    close = get_close_matches(wrong, words, 1) or [word for word in words if wrong and word.startswith(wrong)]
    return f"Menade du ”{close[0]}”?" if close else otherwise


def similarity(one: str, other: str) -> float:
    """How alike two texts are, 0 to 1."""
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
