"""Which things share words: each is held against those that have its rarest words, not against all."""

from collections.abc import Collection, Iterable, Mapping, Sequence

__all__ = ["Users", "near", "users"]

NEAR = 300
"""Things that one is held against, those with its rarest words first; of no more than these, all."""

Users = Mapping[str, Sequence[int]]
"""Each word's places in a sequence of things."""


def users(things: Iterable[Collection[str]]) -> Users:
    """Where each word is used."""
    found: dict[str, list[int]] = {}
    for place, words in enumerate(things):
        for word in words:
            found.setdefault(word, []).append(place)
    return found


def near(words: Iterable[str], of: Users) -> set[int]:
    """The places of those that share words. Ten thousand clauses cannot each be held against ten thousand."""
    found: set[int] = set()
    for _, sharing in sorted((len(of[word]), of[word]) for word in words if word in of):
        found.update(sharing)
        if len(found) >= NEAR:
            break
    return found
