"""A made-up agreement as a value: chapters of clauses, the same for the same number and seed.

In a text `@id@` stands for a reference to a clause and `%id%` for a parameter's value.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Literal

from benchmarks import words

__all__ = ["COLUMNS", "LAWS", "PARAMETERS", "Block", "Book", "Chapter", "Clause", "generate", "new_clause"]

Kind = Literal["text", "bullets", "steps", "table"]
COLUMNS = 3
CHAPTER_SIZE = 10
PARAMETERS = {f"tid-{number}": f"{number + 1} dagar" for number in range(1, 21)}
LAWS = tuple(
    f"{chapter} kap. {section} § {law}" for law in ("KL", "FL") for chapter in (2, 5, 8) for section in (1, 2, 3)
)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a list or a table; `parts` are its items, or its cells row by row."""

    kind: Kind
    parts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A clause. `basis` is the law it stands on, or empty."""

    id: str
    title: str
    basis: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """A heading and its clauses."""

    title: str
    clauses: tuple[Clause, ...]


@dataclass(frozen=True, slots=True)
class Book:
    """A whole agreement."""

    chapters: tuple[Chapter, ...]

    @property
    def clauses(self) -> Iterator[Clause]:
        """All clauses in order."""
        return (clause for chapter in self.chapters for clause in chapter.clauses)

    @property
    def paragraphs(self) -> int:
        """Headings, paragraphs, items and cells."""
        return len(self.chapters) + sum(1 + bool(c.basis) + sum(len(b.parts) for b in c.blocks) for c in self.clauses)


def generate(count: int, seed: int = 1) -> Book:
    """An agreement of `count` clauses."""
    chance = Random(seed)
    ids = [f"klausul-{number:05}" for number in range(1, count + 1)]
    clauses = [new_clause(chance, id, ids) for id in ids]
    return Book(
        tuple(Chapter(words.title(chance), tuple(clauses[n : n + CHAPTER_SIZE])) for n in range(0, count, CHAPTER_SIZE))
    )


def new_clause(chance: Random, id: str, ids: list[str]) -> Clause:
    """A clause of about a hundred words, with references to some of `ids`."""
    basis = chance.choice(LAWS) if chance.random() < 0.3 else ""
    blocks = (_text(chance, ids), _middle(chance), _text(chance, ids))
    return Clause(id, words.title(chance), basis, blocks)


def _text(chance: Random, ids: list[str]) -> Block:
    sentences = [words.sentence(chance) for _ in range(chance.randint(2, 3))]
    return Block("text", (" ".join([*sentences, *_asides(chance, ids)]),))


def _asides(chance: Random, ids: list[str]) -> Iterator[str]:
    if chance.random() < 0.25:
        yield f"Vid tvekan gäller @{chance.choice(ids)}@."
    if chance.random() < 0.15:
        yield f"Skyldigheten följer av {chance.choice(LAWS)}."
    if chance.random() < 0.15:
        yield f"Svar lämnas inom %{chance.choice(tuple(PARAMETERS))}%."


def _middle(chance: Random) -> Block:
    match chance.random():
        case draw if draw < 0.05:
            return Block("table", tuple(_cell(chance) for _ in range(COLUMNS * 3)))
        case draw if draw < 0.40:
            kind: Kind = "bullets" if chance.random() < 0.5 else "steps"
            return Block(kind, tuple(_item(chance) for _ in range(chance.randint(2, 4))))
        case _:
            return Block("text", (" ".join(words.sentence(chance) for _ in range(2)),))


def _item(chance: Random) -> str:
    return f"{words.noun(chance)} {words.phrase(chance)} {words.phrase(chance)} {words.phrase(chance)}"


def _cell(chance: Random) -> str:
    return f"{words.noun(chance)} {words.phrase(chance)}"
