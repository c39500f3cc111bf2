"""Citations of law: a table of sentences with what is read from them."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language.citations import Cited, cite
from builder.language.finder import Finder
from builder.language.laws import Mention, law_phrases, numbers, with_numbers
from builder.library import Law

LISTED = ("12 kap. 1 §", "12 kap. 2 §", "14 kap. 1 §", "16 kap. 1 §", "16 kap. 2 §", "8 kap. 2 a §")
LAWS = {
    law.id: law
    for law in (
        Law("HSL", "2017:30", "hälso- och sjukvårdslagen", sections=dict.fromkeys(LISTED, "…")),
        Law("PL", "2014:821", "patientlagen"),
        Law("LSS", "1993:387", "lagen om stöd och service till vissa funktionshindrade"),
        Law("SoL", "2025:400", "socialtjänstlagen"),
        Law("SoL 2001", "2001:453", "den upphävda socialtjänstlagen", repealed="2025-07-01", replaced_by="SoL"),
        Law("LUS", "2017:612", "lagen om samverkan vid utskrivning från sluten hälso- och sjukvård"),
        Law("FL", "2017:900", "förvaltningslagen"),
        Law("lagen om egenvård", "2022:1250", "lagen om egenvård"),
        Law("SOSFS 2011:9", "SOSFS 2011:9", "föreskrifterna om ledningssystem"),
    )
}


def read(text: str, laws: dict[str, Law] = LAWS, last: str | None = None) -> Cited:
    finder = Finder(law_phrases((name, laws[name].name) for name in sorted(laws)))
    named = [Mention(hit.start, hit.end, hit.value.law) for hit in finder.find(text)]
    return cite(text, with_numbers(text, named, numbers(laws)), laws, last)


def shown(text: str, **more: str) -> str:
    """Each citation as `act: section, section`, in order."""
    return "; ".join(f"{c.law}: {', '.join(c.sections)}".strip(": ") for c in read(text, **more).citations)


def faults(text: str, **more: str) -> list[tuple[str, str]]:
    return [(fault.code, text[fault.start : fault.end]) for fault in read(text, **more).faults]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Enligt 14 kap. 1 § HSL ska", "HSL: 14 kap. 1 §"),
        ("12 kap. 1 och 2 §§ HSL", "HSL: 12 kap. 1 §, 12 kap. 2 §"),
        ("16 kap. 1 § tredje stycket hälso- och sjukvårdslagen (2017:30), HSL", "HSL: 16 kap. 1 §"),
        ("2 kap. 6–8 §§ PL", "PL: 2 kap. 6 §, 2 kap. 7 §, 2 kap. 8 §"),
        ("2 kap. 6-8 §§ PL", "PL: 2 kap. 6 §, 2 kap. 7 §, 2 kap. 8 §"),
        ("2 kap. 6 till 8 §§ PL", "PL: 2 kap. 6 §, 2 kap. 7 §, 2 kap. 8 §"),
        ("9 § 8 och 9 LSS", "LSS: 9 §"),
        ("9 § 2 LSS", "LSS: 9 §"),
        ("9 § punkt 2 LSS", "LSS: 9 §"),
        ("1 § första stycket 2 och andra stycket PL", "PL: 1 §"),
        ("6 kap. 2 § och 7 kap. 3 § patientlagen (2014:821)", "PL: 6 kap. 2 §, 7 kap. 3 §"),
        ("16 kap. 1 § och 2 § HSL", "HSL: 16 kap. 1 §, 16 kap. 2 §"),
        ("13 a kap. 1 § PL", "PL: 13 a kap. 1 §"),
        ("8 kap. 2 a § HSL", "HSL: 8 kap. 2 a §"),
        ("8 kap. 2a § HSL", "HSL: 8 kap. 2 a §"),
        ("2–4 §§ förvaltningslagen", "FL: 2 §, 3 §, 4 §"),
        ("3 kap. 3, 5 och 8 §§ patientlagens krav", "PL: 3 kap. 3 §, 3 kap. 5 §, 3 kap. 8 §"),
        ("2 § lagen om egenvård", "lagen om egenvård: 2 §"),
        ("1 § i förvaltningslagen", "FL: 1 §"),
        ("5 kap. 4 § lagen (2017:612) om samverkan vid utskrivning från sluten hälso- och sjukvård, LUS",
         "LUS: 5 kap. 4 §"),
        ("HSL 14 kap. 1 §", "HSL: 14 kap. 1 §"),
        ("lagen om egenvård 2 §", "lagen om egenvård: 2 §"),
        ("HSL:s 14 kap. 1 §", "HSL: 14 kap. 1 §"),
        ("13 a kap. PL gäller", "PL"),
        ("6 kap. 2 § PL och 9 § LSS", "PL: 6 kap. 2 §; LSS: 9 §"),
        ("Enligt HSL gäller 14 kap. 1 §.", "HSL; HSL: 14 kap. 1 §"),
        ("I HSL finns 16 kap. 1 § och 2 §. Se även 1 § samma lag.", "HSL; HSL: 16 kap. 1 §, 16 kap. 2 §; HSL: 1 §"),
        ("16 kap. 1 § HSL 16 kap. 2 §", "HSL: 16 kap. 1 §; HSL: 16 kap. 2 §"),
        ("1 § (PL)", "PL: 1 §; PL"),
        ("SOSFS 2011:9 gäller", "SOSFS 2011:9"),
        ("socialtjänstlagen (2025:400), SoL, och förvaltningslagen", "SoL; FL"),
        ("12\u00a0kap. 1\u00a0§ HSL", "HSL: 12 kap. 1 §"),
        ("Mål (2017:1) och paragrafen", ""),
        ("HSLU och hsl", ""),
    ],
)  # fmt: skip
def test_citations(text: str, expected: str) -> None:
    assert shown(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 kap. 1 § HSL", []),
        ("7 kap. 2 § socialtjänstlagen (2001:453)", [("L601", "7 kap. 2 § socialtjänstlagen (2001:453)")]),
        ("SoL 2001 gällde", [("L601", "SoL 2001")]),
        ("1 § lagen (1999:99) om något", [("L602", "lagen (1999:99)")]),
        ("enligt lagen (1999:99) om något", [("L602", "lagen (1999:99)")]),
        ("3 § miljöbalken", [("L602", "miljöbalken")]),
        ("5 § ABL", [("L602", "ABL")]),
        ("patientlagen (2014:822)", [("L602", "patientlagen (2014:822)")]),
        ("9 § förslag", [("L603", "9 §")]),
        ("9 § gäller", [("L603", "9 §")]),
        ("Se 12 kap. 1 och 2 §§.", [("L603", "12 kap. 1 och 2 §§")]),
        ("1 § samma lag", [("L603", "1 § samma lag")]),
        ("99 kap. 1 § HSL", [("L604", "99 kap. 1 § HSL")]),
        ("99 kap. 1 § PL", []),
        ("PL gäller. Det följer av 9 §.", []),
        ("Se 5 § ABL. Även 6 § gäller.", [("L602", "ABL")]),
        ("inom 3 dagar, 5 år och 12 kap.", []),
    ],
)
def test_faults(text: str, expected: list[tuple[str, str]]) -> None:
    assert faults(text) == expected


def test_a_law_named_just_before_the_text_counts() -> None:
    assert shown("16 kap. 1 §", last="HSL") == "HSL: 16 kap. 1 §"
    assert faults("16 kap. 1 §", last="HSL") == []


def test_a_repealed_act_names_its_successor() -> None:
    assert "socialtjänstlagen (2025:400)" in read("SoL 2001").faults[0].words["suggestion"]


def test_an_unknown_act_gets_a_suggestion() -> None:
    assert read("3 § förvaltingslagen").faults[0].words["suggestion"] == "Menade du ”förvaltningslagen”?"


def test_each_section_is_marked_with_its_own_words() -> None:
    text = "enligt 6 kap. 2 och 3 §§ och 7 kap. 3 § PL."
    marks = [(text[start:end], use.section) for start, end, use in read(text).citations[0].marks]
    assert marks == [("6 kap. 2", "6 kap. 2 §"), ("3 §§", "6 kap. 3 §"), ("7 kap. 3 § PL", "7 kap. 3 §")]


PIECES = st.sampled_from(
    ["1", "12", " kap. ", " §", " §§", " och ", ", ", "–", "HSL", "PL", "a", " första stycket", "samma lag", "lagen",
     " (2017:30)", "(", ")", "patientlagen", " i ", ".", "SoL 2001", "\u00a0"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=30).map("".join) | st.text())
def test_citations_stand_in_order_and_name_known_acts(text: str) -> None:
    result = read(text)
    assert all(citation.law in LAWS and citation.start < citation.end <= len(text) for citation in result.citations)
    marks = [mark for citation in result.citations for mark in citation.marks]
    assert all(start < end for start, end, _ in marks)
    assert all(one[1] <= other[0] for one, other in pairwise(marks))
    assert all(text[fault.start : fault.end] for fault in result.faults)


@pytest.mark.parametrize(
    "unit",
    ["1, ", "1 och ", "1 kap. ", "1 § ", "1 § och ", "lagen ", "hälso- och ", "(2017:30) ", "(", "a- och ", "1–",
     "HSL ", "1 § första ", "1 § första och ", "1 § 1, ", "lagen om ", "x" * 70, "9 § lagen om ett två ", "-lag", "-"],
)  # fmt: skip
def test_the_time_grows_with_the_length_of_the_text(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    begin = time.process_time()
    read(text)
    assert time.process_time() - begin < 5
