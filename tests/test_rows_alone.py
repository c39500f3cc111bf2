"""Rows of a register cut out of its text read as they do in the whole file, or are not cut out."""

from pathlib import Path

import pytest

from builder.read import read, rows_alone
from builder.snapshot import Snapshot

REGISTERS = {"termer": "terms", "parametrar": "parameters", "lagar": "laws"}


@pytest.mark.parametrize("name", REGISTERS)
def test_every_row_of_the_registers_reads_the_same_alone(project: Path, name: str) -> None:
    path = f"clauses/register/{name}.yml"
    content = (project / path).read_bytes()
    whole = getattr(read(Snapshot({path: content}))[0], REGISTERS[name])
    cut = rows_alone(content)
    assert cut.keys() == whole.keys()
    for row, lines in cut.items():
        assert getattr(read(Snapshot({path: lines}))[0], REGISTERS[name])[row] == whole[row]


CUT: list[tuple[str, dict[str, str]]] = [
    ("a: {x: 1}\nb:\n  x: 2\n", {"a": "a: {x: 1}\n", "b": "b:\n  x: 2\n"}),
    ("# om a\na: 1\n# om b\nb: 2", {"a": "a: 1\n# om b\n", "b": "b: 2"}),
    ("\"SoL 2001\": 1\n'x y': 2\n", {"SoL 2001": '"SoL 2001": 1\n', "x y": "'x y': 2\n"}),
    ("a: {x: 1,\n}\nb: 1\n", {"a": "a: {x: 1,\n}\n", "b": "b: 1\n"}),
    ("---\na: 1\n", {"a": "a: 1\n"}),
    ("a: 1\na: 2\nb: 3\n", {"b": "b: 3\n"}),
    ('"a\\"b": 1\n', {}),
    ("{a: 1, b: 2}\n", {}),
    ("- a\n- b: 1\n", {}),
    ("", {}),
]


@pytest.mark.parametrize(("text", "rows"), CUT)
def test_a_row_is_the_lines_from_its_key_to_the_next(text: str, rows: dict[str, str]) -> None:
    assert {name: lines.decode() for name, lines in rows_alone(text.encode()).items()} == rows
