"""The next version of a made-up agreement: clauses moved, inserted and removed, words changed; about 8 % in all."""

from collections.abc import Callable
from dataclasses import replace
from random import Random

from benchmarks import words
from benchmarks.text import Block, Book, Chapter, Clause, new_clause

__all__ = ["edited"]

MOVED, INSERTED, REMOVED, REWORDED = 0.02, 0.01, 0.01, 0.06


def edited(book: Book, seed: int = 2) -> Book:
    """The book as its writers leave it for the next version."""
    chance = Random(seed)
    chapters = [list(chapter.clauses) for chapter in book.chapters]
    count = sum(map(len, chapters))
    removed = [_take(chance, chapters) for _ in range(_share(count, REMOVED))]
    for _ in range(_share(count, MOVED)):
        _put(chance, chapters, _take(chance, chapters))
    ids = [clause.id for clauses in chapters for clause in clauses]
    for number in range(_share(count, INSERTED)):
        _put(chance, chapters, new_clause(chance, f"ny-klausul-{number + 1:04}", ids))
    titles = {f"@{clause.id}@": clause.title for clause in removed}
    change = _change(chance, titles)
    pairs = zip(book.chapters, chapters, strict=True)
    return Book(tuple(Chapter(chapter.title, tuple(map(change, clauses))) for chapter, clauses in pairs))


def _share(count: int, part: float) -> int:
    return max(1, round(count * part))


def _take(chance: Random, chapters: list[list[Clause]]) -> Clause:
    clauses = chance.choice([clauses for clauses in chapters if len(clauses) > 1])
    return clauses.pop(chance.randrange(len(clauses)))


def _put(chance: Random, chapters: list[list[Clause]], clause: Clause) -> None:
    clauses = chance.choice(chapters)
    clauses.insert(chance.randint(0, len(clauses)), clause)


def _change(chance: Random, titles: dict[str, str]) -> Callable[[Clause], Clause]:
    """Rewords some parts, and writes out the title where a reference has lost its target."""

    def part(text: str) -> str:
        for reference, title in titles.items():
            text = text.replace(reference, title)
        return _reworded(chance, text) if chance.random() < REWORDED else text

    def block(old: Block) -> Block:
        return replace(old, parts=tuple(map(part, old.parts)))

    return lambda clause: replace(clause, blocks=tuple(map(block, clause.blocks)))


def _reworded(chance: Random, text: str) -> str:
    """One to three words replaced, and at times a phrase put in."""
    parts = text.split(" ")
    plain = [index for index, word in enumerate(parts) if word.isalpha() and word.islower()]
    for index in chance.sample(plain, min(len(plain), chance.randint(1, 3))):
        parts[index] = words.noun(chance)
    if chance.random() < 0.3 and plain:
        parts.insert(chance.choice(plain), words.phrase(chance))
    return " ".join(parts)
