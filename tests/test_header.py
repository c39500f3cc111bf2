"""YAML as strings with places."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.model import Position
from builder.read.header import List, Node, Scalar, Table, parse, split_front_matter


def plain(node: Node | None) -> object:
    """The value without its places."""
    match node:
        case Scalar(text=text):
            return text
        case List(items=items):
            return [plain(item) for item in items]
        case Table(entries=entries):
            return {key: plain(entry.value) for key, entry in entries.items()}
    return None


def places(text: str, line: int = 1) -> list[tuple[str, int, int]]:
    _, findings = parse(text, "f.yml", line)
    return [(f.code, f.position.line, f.position.column) for f in findings]


def hint(text: str) -> str:
    _, (finding,) = parse(text, "f.yml")
    return f"{finding.sentence} {finding.hint}"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("sfs: 2017:30", {"sfs": "2017:30"}),
        ("avsnitt: 4.10", {"avsnitt": "4.10"}),
        ("datum: 2026-01-01", {"datum": "2026-01-01"}),
        ("no: no", {"no": "no"}),
        ("tal: 0o17", {"tal": "0o17"}),
        ("inget: ~", {"inget": "~"}),
        ("titel:", {"titel": ""}),
        ("lista: [ett, två]", {"lista": ["ett", "två"]}),
        ("- a\n- b: c", ["a", {"b": "c"}]),
        ('titel: "Ett: två"', {"titel": "Ett: två"}),
        ("text: |\n  rad\n  rad\n", {"text": "rad\nrad\n"}),
        ("", None),
        ("# bara en kommentar", None),
    ],
)
def test_every_value_is_its_own_text(text: str, value: object) -> None:
    assert plain(parse(text, "f.yml")[0]) == value
    assert parse(text, "f.yml")[1] == ()


def test_keys_and_values_know_their_place_in_the_file() -> None:
    node, _ = parse("titel: Åtgärd\nansvarig: [en, två]\n", "f.yml", line=2)
    assert isinstance(node, Table)
    title, parties = node.entries["titel"], node.entries["ansvarig"]
    assert (title.position.line, title.position.column) == (2, 1)
    assert (title.value.position.line, title.value.position.column) == (2, 8)
    assert isinstance(parties.value, List)
    assert [(i.position.line, i.position.column) for i in parties.value.items] == [(3, 12), (3, 16)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a: &x b", [("H108", 1, 4)]),
        ("a: *x", [("H108", 1, 4)]),
        ("a: !!str b", [("H108", 1, 4)]),
        ("<<: {a: b}", [("H108", 1, 1)]),
        ("? [a]\n: b", [("H108", 1, 3)]),
        ("a: 1\nb: 2\na: 3", [("H105", 3, 1)]),
        ("a\u030a: NFD\n\u00e5: NFC", [("H105", 2, 1)]),
        ("titel: Ansvar: region", [("H102", 1, 14)]),
        ("titel: [a, b\nc: d", [("H102", 1, 8)]),
        ("titel: 'a\nb: c", [("H102", 1, 8)]),
        ("a: b\n\tc: d", [("H102", 2, 1)]),
        ("--- a\n--- b", [("H102", 2, 1)]),
    ],
)
def test_what_is_refused_and_where(text: str, found: list[tuple[str, int, int]]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("titel: Ansvar: region", "Sätt citattecken"),
        ("a: b\n\tc: d", "tabb"),
        ("titel: 'a\nb: c", "citattecken saknas"),
        ("titel: [a, b\nc: d", "hakparentes"),
        ("titel: abc\nbcd", "saknar kolon"),
        ("titel: @abc", "särskild betydelse"),
        ("a:\n  - b\n - c", "indraget"),
    ],
)
def test_a_fault_is_told_in_plain_words(text: str, words: str) -> None:
    assert words in hint(text)


def test_the_first_of_two_equal_keys_counts() -> None:
    assert plain(parse("a: 1\na: 2", "f")[0]) == {"a": "1"}


@pytest.mark.parametrize("bomb", ["[" * 10_000, "{" * 10_000, "- " * 10_000, "a: [" * 5_000])
def test_deep_nesting_is_refused_at_once(bomb: str) -> None:
    node, findings = parse(bomb, "f.yml")
    assert node is None
    assert [f.code for f in findings] == ["H102"]


@pytest.mark.parametrize(
    ("text", "header", "body"),
    [
        ("---\ntitel: A\n---\ntext", "titel: A", 4),
        ("---\n---\ntext", "", 3),
        ("---  \ntitel: A\n...\ntext", "titel: A", 4),
        ("text", None, 1),
        ("---\ntitel: A\ntext", None, 1),
        ("---\n\ntext\n\n---\n\nmer", None, 1),
        ("```\n---\nid: X\n---\n```", None, 1),
        ("--- a\ntitel: A\n---", None, 1),
        ("", None, 1),
    ],
)
def test_a_thematic_break_is_no_front_matter(text: str, header: str | None, body: int) -> None:
    assert split_front_matter(text) == (header, body)


@given(st.text(alphabet=st.sampled_from("a:- \n[]{}'\"&*!|>#%@`,?\tå~<.=\\\x00\u2028")) | st.text())
def test_no_text_raises(text: str) -> None:
    node, findings = parse(text, "f.yml", 3)
    assert node is None or isinstance(node, Scalar | List | Table)
    assert all(f.position.line >= 3 and f.sentence for f in findings)


KEYS = st.from_regex(r"[a-zåäö][a-zåäö-]{0,8}", fullmatch=True)
VALUES = st.from_regex(r"[a-zåäö 0-9:.#&*-]{1,9}", fullmatch=True)


@given(st.dictionaries(KEYS, VALUES))
def test_quoted_values_come_back_as_written(rows: dict[str, str]) -> None:
    text = "\n".join(f"{key}: '{value}'" for key, value in rows.items())
    assert plain(parse(text, "f")[0]) == (rows or None)


def test_hostile_files_give_a_value_or_a_finding(shared: Path) -> None:
    files = sorted((shared / "data/hostile/yaml").rglob("*.yaml"))
    assert files
    for file in files:
        node, findings = parse(file.read_text("utf-8", "replace"), file.name)
        assert node is not None or findings, file.name


def test_a_control_character_written_as_an_escape_is_told_and_blanked() -> None:
    node, findings = parse('titel: "A\\x1b[31m\\0"', "a.md")
    assert isinstance(node, Table)
    assert node.entries["titel"].value == Scalar("A [31m ", Position("a.md"))
    assert [(f.code, f.position.column, f.words["char"]) for f in findings] == [
        ("F002", 8, "U+0000"), ("F002", 8, "U+001B"),
    ]  # fmt: skip
