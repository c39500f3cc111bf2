"""Texts at the edge: very long, rewritten, sorted, unrelated or empty; time and memory of a process of its own each."""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

from benchmarks import words
from benchmarks.report import Row
from benchmarks.stopwatch import Command, run
from benchmarks.workshop import Workshop
from builder.compare import compare
from builder.model import Cell, Document, Edition, Paragraph, Section, Table, Text
from builder.model import Row as TableRow
from builder.redline import accept, reject
from builder.word import write

__all__ = ["CASES", "measure"]

SECONDS, MEGABYTES = 15.0, 1_000.0
TOTAL, PART, SHARE = 200_000, 50, 0.01
LONG_CLAUSE, ROWS, COLUMNS, CELL = 50_000, 2_000, 4, 6
Sections = tuple[Section, ...]
Pair = tuple[Sections, Sections]


def measure(workshop: Workshop) -> Iterator[Row]:
    """Each case once: the texts are made, compared, read back both ways and written as Word."""
    for name in CASES:
        taken = run(Command((sys.executable, "-m", "benchmarks.extremes", name), Path(__file__).parent.parent))
        yield Row(f"extreme: {name}, CPU time", SECONDS, taken["cpu"], f" s (wall {taken['seconds']:.1f} s)")
        yield Row(f"extreme: {name}, memory", MEGABYTES, taken["megabytes"], " MB")


def _words(chance: Random, count: int) -> list[str]:
    found: list[str] = []
    while len(found) < count:
        found += words.sentence(chance).split()
    return found[:count]


def _edited(chance: Random, text: str, share: float = SHARE) -> str:
    return " ".join(words.noun(chance) if chance.random() < share else word for word in text.split())


def _text(chance: Random, count: int) -> str:
    return " ".join(_words(chance, count))


def _paragraph(text: str) -> Paragraph:
    return Paragraph((Text(text),))


def _clauses(texts: Sequence[str], name: str = "klausul") -> Sections:
    """Two paragraphs a clause."""
    return tuple(
        Section(
            f"prov/{name}-{n}", "clause", 1, (Text(f"Rubrik {n}"),), tuple(map(_paragraph, texts[n : n + 2])), str(n)
        )
        for n in range(0, len(texts), 2)
    )


def _parts(chance: Random) -> list[str]:
    return [_text(chance, PART) for _ in range(TOTAL // PART)]


def _slightly(chance: Random) -> Pair:
    old = _parts(chance)
    return _clauses(old), _clauses([_edited(chance, text) for text in old])


def _rewritten(chance: Random) -> Pair:
    return _clauses(_parts(chance)), _clauses(_parts(chance))


def _unrelated(chance: Random) -> Pair:
    return _clauses(_parts(chance)), _clauses(_parts(chance), "annan")


def _from_nothing(chance: Random) -> Pair:
    return (), _clauses(_parts(chance))


def _to_nothing(chance: Random) -> Pair:
    return _clauses(_parts(chance)), ()


def _long(share: float) -> Callable[[Random], Pair]:
    def made(chance: Random) -> Pair:
        old = _text(chance, LONG_CLAUSE)
        return _clauses([old]), _clauses([_edited(chance, old, share)])

    return made


def _rows(chance: Random) -> list[list[str]]:
    return [[_text(chance, CELL) for _ in range(COLUMNS)] for _ in range(ROWS)]


def _table(rows: Sequence[Sequence[str]]) -> Sections:
    made = tuple(TableRow(tuple(Cell((_paragraph(c),)) for c in row), n == 0) for n, row in enumerate(rows))
    return (Section("prov/tabell", "clause", 1, (Text("Tabell"),), (Table(made, ("left",) * COLUMNS),), "1"),)


def _table_edited(chance: Random) -> Pair:
    old = _rows(chance)
    return _table(old), _table([[_edited(chance, cell) for cell in row] for row in old if chance.random() > SHARE])


def _table_sorted(chance: Random) -> Pair:
    old = _rows(chance)
    return _table(old), _table([old[0], *sorted(old[1:])])


def _table_rewritten(chance: Random) -> Pair:
    return _table(_rows(chance)), _table(_rows(chance))


CASES: Mapping[str, Callable[[Random], Pair]] = {
    "200,000 words, 1 % edited": _slightly,
    "200,000 words, rewritten": _rewritten,
    "200,000 words, unrelated documents": _unrelated,
    "200,000 words from an empty document": _from_nothing,
    "200,000 words to an empty document": _to_nothing,
    "a paragraph of 50,000 words, 1 % edited": _long(SHARE),
    "a paragraph of 50,000 words, 40 % edited": _long(0.4),
    "a paragraph of 50,000 words, rewritten": _long(1.0),
    "a table of 2,000 rows, 1 % edited": _table_edited,
    "a table of 2,000 rows, sorted": _table_sorted,
    "a table of 2,000 rows, rewritten": _table_rewritten,
}


def main(name: str) -> None:
    """One case. What is read back is the old and the new text, or the process fails."""
    old, new = CASES[name](Random(3))
    edition = Edition("Provning", date="2027-01-15")
    redline = compare(Document("prov", edition, old), Document("prov", edition, new))
    if accept(redline) != new or reject(redline) != old:
        raise SystemExit("not the same text")
    write(redline)


if __name__ == "__main__":
    main(sys.argv[1])
