"""The sentences of meningar.md, each a clause of its own."""

import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import lint
from builder.finding import RULES, Finding
from builder.library import Library
from builder.lint.analysis import analyse
from builder.read import read
from builder.snapshot import Snapshot

DOCUMENT = Path(__file__).parent / "meningar.md"
HEADING = re.compile(r"^## .*$", re.MULTILINE)
HEAD = re.compile(r"^`(.*)`$", re.MULTILINE)
ROW = re.compile(r"^\| (?!Text )(.*) \| (.*) \|$", re.MULTILINE)
PARAMETERS = "tid:\n  värde: 5 vardagar\nett:\n  värde: 3 dagar\nannat:\n  värde: 3 vardagar\n"
PARTIES = "regionen:\n  namn: Regionen\n  slag: roll\nkommunen:\n  namn: Kommunen\n  slag: roll\n"
PATH = "clauses/avtal/ett.md"


def cases() -> Iterator[tuple[str, str, str]]:
    for part in HEADING.split(DOCUMENT.read_text("utf-8"))[1:]:
        head = HEAD.search(part)
        yield from ((head[1] if head else "", row[1], row[2]) for row in ROW.finditer(part))


@cache
def library(head: str, body: str, language: str = "sv") -> Library:
    lines = head[1:-1].replace(", lagstöd", "\nlagstöd") if head.startswith("{") else head
    files = {
        PATH: f"---\ntitel: Ett\nspråk: {language}\n{lines}\n---\n{body}\n",
        "clauses/register/parametrar.yml": PARAMETERS,
        "clauses/register/parter.yml": PARTIES,
        "assemblies/avtal.yml": "titel: Avtal\ninnehåll: [avtal/ett]\n",
    }
    return read(Snapshot({path: text.encode() for path, text in files.items()}))[0]


def found(made: Library) -> list[Finding]:
    return [finding for finding in lint.check(made, ()) if finding.code.startswith("S")]


@pytest.mark.parametrize(("head", "body", "expected"), list(cases()))
def test_the_document(head: str, body: str, expected: str) -> None:
    told = [f"{f.code} {f.words['text']}" for f in found(library(head, body))]
    assert (", ".join(told) or "–") == expected


BETWEEN_AGREEMENTS = {"S915"}
"""What one clause alone cannot show; its examples are in test_harmony."""


def test_the_document_shows_every_rule() -> None:
    shown = {code for _, _, expected in cases() for code in re.findall(r"S\d{3}", expected)}
    assert shown == {code for code in RULES if code.startswith("S")} - BETWEEN_AGREEMENTS
    assert len(list(cases())) > 100


@pytest.mark.parametrize(("head", "body", "expected"), [case for case in cases() if case[2] != "–"])
def test_other_languages_have_no_words(head: str, body: str, expected: str) -> None:
    """Only personal data is found in any language."""
    codes = {f.code for f in found(library(head, body, "en"))}
    assert codes == set(re.findall(r"S\d{3}", expected)) & {"S908", "S909", "S910"}


def test_personal_data_is_found_in_headers_registers_and_assemblies() -> None:
    files = {
        PATH: "---\ntitel: Anna 121212-1212\nmotiv: Ring 070-174 06 05.\nöppna-frågor:\n  - id: a\n"
        "    fråga: Svarar anna@kommun.se?\n---\nText.\n",
        "clauses/register/parter.yml": "kommunen:\n  namn: Kommunen\n  beskrivning: bo@kommun.se\n",
        "clauses/register/projekt.yml": "namn: P\nsynpunkter: synpunkter@kommun.se\nadress: bo@kommun.se\n",
        "assemblies/avtal.yml": "titel: Avtal 070-174 06 05\ninnehåll: [avtal/ett]\n",
    }
    made = read(Snapshot({path: text.encode() for path, text in files.items()}))[0]
    assert [(f.position.path.rpartition("/")[2], f.position.line, f.code) for f in found(made)] == [
        ("avtal.yml", 1, "S909"),
        ("ett.md", 2, "S908"),
        ("ett.md", 3, "S909"),
        ("ett.md", 6, "S910"),
        ("parter.yml", 3, "S910"),
        ("projekt.yml", 3, "S910"),
    ]


@pytest.mark.parametrize("line", ["\n  ", "\r\n    ", "\n"])
def test_words_are_found_across_lines(line: str) -> None:
    body = line.join(("- Kommunen ska vid", "behov svara inom", "en vardag."))
    assert [(f.code, f.position.line) for f in found(library("typ: ansvar", body))] == [("S903", 6), ("S907", 8)]


def test_a_known_value_is_suggested() -> None:
    hints = [f.hint for f in found(library("typ: ansvar", "Kommunen svarar inom 5 vardagar, sedan 6 vardagar."))]
    assert hints == [
        "Registret har redan ”tid”: skriv [5 vardagar](../register/parametrar.yml#tid) om det är samma sak.",
        "Lägg en rad i parametrar.yml och skriv [6 vardagar](../register/parametrar.yml#id).",
    ]


def test_without_a_register_of_parameters_amounts_may_stand() -> None:
    text = "---\ntitel: Ett\ntyp: ansvar\n---\nInom 5 vardagar.\n"
    assert found(read(Snapshot({PATH: text.encode()}))[0]) == []


# --- laws ----------------------------------------------------------------------------------------------

PIECES = [row for _, row, _ in cases()][::3]
PIECES += [
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "| ",
    " |",
    "> ",
    "# ",
    "[",
    "](",
    ")",
    "**",
    "`",
    "[^1]",
    "[^1]: ",
    "\r\n",
    "ska ",
    "”",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.sampled_from(["", "typ: ansvar"]))
def test_every_finding_points_at_its_words(body: str, head: str) -> None:
    made = library(head, body)
    source = made.sources[PATH]
    lines = re.split(r"\r\n?|\n", source)
    for finding in found(made):
        line = lines[finding.position.line - 1]
        first = finding.words["text"].split()[0].rstrip("*")
        assert line[finding.position.column - 1 :].startswith(first), (finding, line)


@given(st.text(max_size=300))
def test_a_page_is_as_long_as_its_file(body: str) -> None:
    made = analyse(library("", body), ())
    for id_, page in made.pages.items():
        assert len(page.text) == len(made.sheets[id_].text)
        for sentence in page.sentences:
            assert page.text[sentence.start : sentence.end] == sentence.text


HOSTILE = [
    "ska ", "bör göra det ", "1 ", "12", "12 kr ", "två ", "tio dagar ", "0", "0-", "07 ", "070-12 ", "+46", "a@", "a.",
    "121212-", "ta fram ", "rutin ", "ta a a a ", "](", "[^", "| ", "\n- ", "så  ", "etc ", "m.", "vid  ", "a-",
    "ska och ", "@a.a", "Ett. ", "12 § ", "\n> ", "1 000 ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_time_is_linear_for_hostile_texts(piece: str) -> None:
    made = library("typ: ansvar", piece * (40_000 // len(piece)))
    start = time.process_time()
    found(made)
    assert time.process_time() - start < 2.0
