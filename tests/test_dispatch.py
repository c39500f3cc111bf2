"""What is sent: who gets it, under which names, and how the register tells of it."""

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.asked import AskedQuestion
from builder.dispatch import (
    CHECKSUMS,
    LONGEST,
    Addressee,
    Entry,
    Event,
    Occasion,
    addressed,
    checksums,
    day_of,
    fault,
    file_name,
    in_words,
    is_day,
    metadata,
    named,
    slip,
    summary,
    with_event,
)
from builder.model import (
    Cell,
    Document,
    Edition,
    Marks,
    Paragraph,
    ParameterUse,
    Row,
    Section,
    Shape,
    Table,
    Text,
    plain_text,
    words,
)  # fmt: skip
from builder.read import read
from builder.snapshot import Snapshot

AVESTA = Addressee("s02", "Avesta kommun", "Parter", "avesta", "Kommunens registrator", "Part som beslutar")
FALUN = Addressee("s04", "Falu kommun", "Parter", "falun", "Kommunens registrator")
EDITION = Edition("Avtalet", "överenskommelse", "hemmet", version="remiss-1", status="remiss", date="2027-01-04",
                  commit="ab" * 20, checksum="cd" * 32, diary="RD 2027/1")  # fmt: skip
OCCASION = Occasion("hemmet", EDITION, "Region Norr", "2027-01-08", "31 mars 2027 klockan 12.00")


# --- names -------------------------------------------------------------------------------------------


def test_a_file_name_says_first_what_the_file_is() -> None:
    assert file_name(("missiv", "Malung-Sälens kommun"), ".docx") == "missiv-malung-salens-kommun.docx"


def test_a_long_name_is_cut_at_a_word() -> None:
    name = file_name(("missiv", "Nätverket för medicinskt ansvariga sjuksköterskor och andra"), ".docx")
    assert name == "missiv-natverket-for-medicinskt-ansvariga.docx"


@given(st.lists(st.text(max_size=90), min_size=1, max_size=4), st.sampled_from([".docx", ".pdf", ""]))
def test_every_name_is_safe(parts: list[str], ending: str) -> None:
    name = file_name(["fil", *parts], ending)
    assert len(name) <= LONGEST
    assert name.isascii()
    assert not set(name.removesuffix(ending)) - set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert name.startswith("fil")


# --- days --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("31 mars 2027 klockan 12.00", "2027-03-31"), ("senast 2027-03-31", "2027-03-31"), ("1 Maj 2027", "2027-05-01"),
        ("31 februari 2027", ""), ("om tio veckor", ""), ("2027-13-01", ""),
    ],
)  # fmt: skip
def test_a_day_is_found_in_words(text: str, day: str) -> None:
    assert day_of(text) == day


def test_a_day_is_only_a_day() -> None:
    assert is_day("2027-01-08")
    assert not is_day("2027-02-30")
    assert not is_day("den 2027-01-08")
    assert in_words("2027-01-08") == "8 januari 2027"
    assert in_words("snart") == "snart"


# --- recipients --------------------------------------------------------------------------------------


def test_a_recipient_is_named_by_id_party_or_name() -> None:
    for word in ("s04", "S04", "falun", "Falu kommun"):
        assert named([word], (AVESTA, FALUN)) == ((FALUN,), ())
    assert named([], (AVESTA, FALUN)) == ((AVESTA, FALUN), ())
    assert named(["falun", "sala"], (AVESTA, FALUN)) == ((FALUN,), ("sala",))


@pytest.mark.parametrize(
    ("addressee", "said"),
    [
        (AVESTA, ""),
        (replace(AVESTA, address=""), "vart paketet ska skickas"),
        (replace(AVESTA, name=""), "saknar mottagare"),
        (replace(AVESTA, id="s09"), "två gånger"),
        (replace(AVESTA, deadline="2027-01-07"), "före den dag remissen sänds, 2027-01-08. Ändra svar i sandlista.yml"),
    ],
)
def test_what_keeps_a_recipient_from_getting_a_package_is_told(addressee: Addressee, said: str) -> None:
    why = fault(addressee, (AVESTA, FALUN, addressee), addressee.deadline or "2027-03-31", "2027-01-08")
    assert said in why
    assert bool(why) == bool(said)


# --- papers ------------------------------------------------------------------------------------------

MISSIVE = Document(
    "remissmissiv",
    replace(EDITION, title="Remiss: avtalet", kind="remissmissiv", supporting=True),
    (
        Section("u/svar", "clause", 1, (Text("Så svarar ni"),), (
            Paragraph((Text("Källa: antagande"),), Shape("facts")),
            Paragraph((Text("Svara den "), Text("31 mars 2027", Marks(about=ParameterUse("remiss-svar"))), Text("."))),
            Paragraph((Text("Öppen fråga: När?"),), Shape("question")),
        )),
    ),
)  # fmt: skip


def said(document: Document) -> str:
    return "\n".join(line for section in document.sections for line in plain_text(section))


def test_a_missiv_is_addressed_and_holds_nothing_for_the_writers() -> None:
    late = replace(AVESTA, deadline="2027-04-15")
    text = said(addressed(MISSIVE, OCCASION.to(late), late, ()))
    assert "Till Avesta kommun" in text
    assert "Svara den 15 april 2027." in text
    assert "RD 2027/1" in text
    assert "Källa" not in text
    assert "Öppen fråga" not in text


def test_the_missiv_numbers_its_questions_as_the_text_does() -> None:
    rows = [("F01", "Hinner ni?"), ("F02", "Är ni med?"), ("F03", "Hör till ett annat avtal?")]
    table = Table(
        (row("Fråga", "Vi vill veta"), *(row(name, text, key=name.lower()) for name, text in rows)), ("left",) * 2
    )
    letter = replace(MISSIVE, sections=(Section("tabell/remissfragor", "table", 1, (Text("Frågor"),), (table,)),))
    asked = {"f02": "Är ni med?", "a/b#OF-1": "När?", "f01": "Hinner ni?"}
    questions = [AskedQuestion(number, id_, id_, text) for number, (id_, text) in enumerate(asked.items(), 1)]
    shown = addressed(letter, OCCASION, AVESTA, questions).sections[1].blocks[0]
    assert isinstance(shown, Table)
    assert [[words(cell.content[0].content) for cell in one.cells] for one in shown.rows] == [
        ["Fråga", "Vi vill veta"],
        ["1", "Är ni med?"],
        ["3", "Hinner ni?"],
    ]


def row(*cells: str, key: str = "") -> Row:
    return Row(tuple(Cell((Paragraph((Text(cell),)),)) for cell in cells), not key, key)


def test_letters_to_two_recipients_differ_and_say_whose_they_are() -> None:
    one, other = (addressed(MISSIVE, OCCASION, to, ()).edition for to in (AVESTA, FALUN))
    assert (one.recipient, other.recipient) == ("s02", "s04")
    assert one.checksum != other.checksum
    assert one.letter


def test_the_slip_has_what_a_registrar_needs() -> None:
    text = said(slip(OCCASION, AVESTA, [Entry("missiv.docx", "Missiv", "ab" * 32)]))
    for needed in ("RD 2027/1", "8 januari 2027", "Region Norr", "Avesta kommun", "Avtalet", "remiss-1", "missiv.docx"):
        assert needed in text
    assert text.replace(" ", "").count("ab" * 32) == 1


def test_the_summary_says_when_it_is_the_first_version() -> None:
    text = said(summary(OCCASION, "", (), (), 74))
    assert "74 klausuler" in text
    assert "första versionen" in text


def test_the_summary_names_some_of_the_questions_and_counts_them_all() -> None:
    questions = [AskedQuestion(n, f"fråga/f{n:02}", f"f{n:02}", f"Vad nummer {n}?") for n in range(1, 9)]
    own = AskedQuestion(9, "fråga/one#OF-01", "OF-01", "Hur länge?")
    text = said(summary(OCCASION, "", (), (*questions, own), 74))
    assert "9 numrerade frågor, bland dem dessa:" in text
    assert [n for n in range(1, 10) if f"Fråga {n}:" in text] == [1, 2, 3, 4, 5, 6]
    assert "till" not in text.rpartition("Fråga 6:")[2]


def test_checksums_are_those_that_sha256sum_reads() -> None:
    assert checksums([Entry("a.pdf", "A", "ab" * 32)]) == b"ab" * 32 + b"  a.pdf\n"
    assert CHECKSUMS == "sha256.txt"


def test_metadata_is_json_with_the_recipient_and_the_files() -> None:
    told = json.loads(metadata(OCCASION, AVESTA, "utkast-3", [Entry("a.pdf", "A", "ab" * 32)]))
    assert told["mottagare"]["id"] == "s02"
    assert told["dokument"]["jämförd-med"] == "utkast-3"
    assert told["filer"] == [{"fil": "a.pdf", "vad": "A", "sha256": "ab" * 32}]


# --- the register ------------------------------------------------------------------------------------

REGISTER = """\
# Äldst först.
hemmet:
  - version: utkast-1   # den första
    commit: "0123456789012345678901234567890123456789"
    datum: "2026-11-02"
    status: utkast
    händelser:
      - datum: "2026-11-03"
        händelse: Visad.

  # den andra
  - version: remiss-1
    commit: "1123456789012345678901234567890123456789"
    datum: "2027-01-04"
    status: remiss
rehab: []
"""
EVENT = Event(
    "2027-01-08", 'Sänd till "2": \\ alla.',
    {"s02": "ab" * 32, "no": "cd" * 32}, {"a.pdf": "ef" * 32}, {"a.docx": "01" * 32},
)  # fmt: skip
PATH = "clauses/register/versioner.yml"


@pytest.mark.parametrize("line", [3, 12])
def test_an_event_is_added_and_nothing_else_changes(line: int) -> None:
    told = with_event(REGISTER, line, EVENT)
    assert told is not None
    lines = iter(told.splitlines())
    assert all(text in lines for text in REGISTER.splitlines())
    library, findings = read(Snapshot({PATH: told.encode()}))
    assert [f.code for f in findings if f.position.path == PATH and f.code[0] in "HT"] == []
    version = next(v for v in library.versions if v.position and v.position.line == line)
    assert version.events[-1] == (EVENT.day, EVENT.what)
    assert dict(version.sendings[-1].packages) == EVENT.packages
    assert dict(version.sendings[-1].files) == EVENT.files
    assert dict(version.sendings[-1].wordings) == EVENT.wordings
    assert len(library.versions) == 2


def test_an_event_goes_in_after_those_there_are() -> None:
    once = with_event(REGISTER, 12, EVENT)
    twice = with_event(once or "", 12, replace(EVENT, day="2027-02-01"))
    library, _ = read(Snapshot({PATH: (twice or "").encode()}))
    assert [day for day, _ in library.versions[1].events] == ["2027-01-08", "2027-02-01"]


@pytest.mark.parametrize("source", ["hemmet:\n  - {version: a, commit: b}\n", "", "hemmet: []\n"])
def test_a_register_written_in_another_way_is_left_alone(source: str) -> None:
    assert with_event(source, 2, EVENT) is None
