import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.library import Library
from builder.new_clause import ClauseError, new_clause
from builder.read import read
from builder.snapshot import Snapshot

ASSEMBLY = "titel: Avtal\navtal: hemmet\ninnehåll: [hemmet/sip]\n"
OTHER = "titel: Annat\ninnehåll: [annat/ett]\n"
SIP = "---\ntitel: Plan\ntidigare-id: [hemmet/plan]\n---\nText.\n"
FILES = {"assemblies/hemmet.yml": ASSEMBLY, "assemblies/annat.yml": OTHER, "clauses/hemmet/sip.md": SIP}


def library(files: dict[str, str]) -> Library:
    return read(Snapshot({path: text.encode() for path, text in files.items()}))[0]


def test_a_new_clause_and_where_to_list_it() -> None:
    made = new_clause(library(FILES), "hemmet/nattlig-tillsyn", "Nattlig tillsyn")
    assert made.path == "clauses/hemmet/nattlig-tillsyn.md"
    assert made.text == "---\ntitel: Nattlig tillsyn\n---\nSkriv klausulens text här.\n"
    assert made.advice == (
        "Lägg till raden ”- hemmet/nattlig-tillsyn” under innehåll i assemblies/hemmet.yml, där klausulen ska stå.",
    )


def test_a_project_without_folders() -> None:
    files = {"assemblies/lease.yml": "titel: Lease\ninnehåll: [one]\n", "clauses/one.md": SIP}
    made = new_clause(library({**FILES, **files}), "two", "Rent")
    assert made.path == "clauses/two.md"
    assert made.advice == ("Lägg till raden ”- two” under innehåll i assemblies/lease.yml, där klausulen ska stå.",)


def test_advice_without_any_document() -> None:
    made = new_clause(library({}), "hemmet/tillsyn", "Tillsyn")
    assert made.advice == ("Gör en fil i mappen assemblies med titel och innehåll: [hemmet/tillsyn].",)


@pytest.mark.parametrize(
    "path", ["hemmet/tillsyn", "clauses/hemmet/tillsyn.md", "hemmet\\tillsyn", "hemmet/tillsyn.md"]
)
def test_the_path_may_be_written_as_a_file(path: str) -> None:
    assert new_clause(library(FILES), path, "Tillsyn").path == "clauses/hemmet/tillsyn.md"


@pytest.mark.parametrize(
    ("path", "sentence"),
    [
        ("hemmet/Läkare på natten", "Använd hemmet/lakare-pa-natten:"),
        ("hemmet/La\u0308kare", "Använd hemmet/lakare:"),
        ("../hemmet/x", "Använd hemmet/x:"),
        ("/hemmet/x", "Använd hemmet/x:"),
        ("hemmet/", "Använd hemmet:"),
        ("日本", "kan inte vara en klausuls id"),
        ("", "kan inte vara en klausuls id"),
        ("hemmet/sip", "finns redan i clauses/hemmet/sip.md"),
        ("hemmet/plan", "har tidigare använts av hemmet/sip"),
        ("register/ny", "Välj avtalets mapp"),
    ],
)
def test_ids_that_will_not_do(path: str, sentence: str) -> None:
    with pytest.raises(ClauseError, match=re.escape(sentence)):
        new_clause(library(FILES), path, "Tillsyn")


@pytest.mark.parametrize("title", ["", "  ", "två\nrader", "styr\x07tecken"])
def test_titles_that_will_not_do(title: str) -> None:
    with pytest.raises(ClauseError):
        new_clause(library(FILES), "hemmet/ny", title)


@given(
    st.text(min_size=1, max_size=40)
    | st.sampled_from(["a: b", "# x", "'x", '"x\\', "- x", "null", "Ja #1", "&a", "{a", "x:", "A, b"])
)
def test_the_title_is_read_back_as_it_was_given(title: str) -> None:
    try:
        made = new_clause(library(FILES), "hemmet/ny", title)
    except ClauseError:
        return
    files = {**FILES, "assemblies/hemmet.yml": ASSEMBLY.replace("sip]", "sip, hemmet/ny]"), made.path: made.text}
    read_back, findings = read(Snapshot({path: text.encode() for path, text in files.items()}))
    assert [f for f in findings if f.code != "F007"] == []
    assert read_back.clauses["hemmet/ny"].title.split() == unicodedata.normalize("NFC", title).split()
