"""Drafts become documents: registers seen in the text, facts, questions, annexes and what holds for any text."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small_project import EDITION, PATH, block_shown, codes, document, inlines, library, section, shown

from builder.fingerprint import document_fingerprint
from builder.markdown import parse
from builder.model import Paragraph, Table, join, words

# --- registers ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("inom [30 minuter](../register/parametrar.yml#svarstid).", "inom $30 minuter$."),
        ('[a](../rehab/lada.md "utkast-1") patient', "[a](rehab/lada rehab@utkast-1) "
         "(Avtal om patienter, utkast-1, avsnitt 1.1) {patient|patient}"),
        ("inom [20 minuter](../register/parametrar.yml#svarstid).", "inom $30 minuter$."),
        ("Patienternas SIP:er", "{Patienternas|patient} {SIP:er|sip}"),
        ("en [plan](../register/termer.yml#sip)", "en {plan|sip}"),
        ("en [lag](../register/lagar.yml#HSL)", "en <lag|HSL>"),
        ("den samordnade **individuella** planen", "den {samordnade |sip}{individuella|sip}{ planen|sip}"),
        ("enligt 16 kap. 1 § HSL.", "enligt <16 kap. 1 § HSL|HSL 16 kap. 1 §>."),
        ("Enligt HSL ska\n\n- 16 kap. 1 § följas", "Enligt <HSL|HSL> ska\n<16 kap. 1 §|HSL 16 kap. 1 §> följas"),
        ("|a|b|\n|-|-|\n|HSL|16 kap. 1 §|", "a | b\n<HSL|HSL> | <16 kap. 1 §|HSL 16 kap. 1 §>"),
        ("## Patientens plan", "Patientens plan"),
        ("`patient` 9 §`", "patient 9 §`"),
        ("[patient 16 kap. 1 § HSL](https://a.se)",
         "[{patient|patient}](https://a.se)[ ](https://a.se)[<16 kap. 1 § HSL|HSL 16 kap. 1 §>](https://a.se)"),
    ],
)  # fmt: skip
def test_registers_are_seen_in_the_text(written: str, expected: str) -> None:
    assert shown(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Se 9 § först.", [("L603", 4, 4)]),
        ("Rad ett\nrad två 9 § och\nsedan 9 §.", [("L603", 5, 9), ("L603", 6, 7)]),
        ("> Rad ett\n> enligt 1 §\n> SoL och 3\n> § balken", [("L602", 7, 5)]),
        ("text **fet** socialtjänstlagen (2001:453)", [("L601", 4, 14)]),
        ("|a|b|\n|-|-|\n|x|enligt 9 §|", [("L603", 6, 11)]),
        ("16 kap. 9 § HSL", [("L604", 4, 1)]),
    ],
)
def test_faulty_citations_are_found_where_they_stand(written: str, expected: list[tuple[str, int, int]]) -> None:
    assert codes(written) == expected


def test_a_project_without_registers_has_nothing_to_check() -> None:
    made, findings = document(library("Se 9 § i lagen (1999:99), patient.", registers={}))
    assert findings == ()
    assert block_shown(made.sections[2].blocks[0]) == "Se 9 § i lagen (1999:99), patient."


# --- facts, questions, annexes -----------------------------------------------------------------------

HEADER = """\
ansvarig: [regionen, kommunen]
lagstöd: [HSL 16 kap. 1 §, SoL 2001 3 kap. 1 §]
källa: antagande
öppna-frågor:
  - {id: F-1, fråga: Hur fort?, alternativ: [fort, genast]}
"""


def test_facts_come_first_and_questions_last() -> None:
    clause, findings = section("Text.", HEADER)
    assert [(b.shape.kind, block_shown(b)) for b in clause.blocks if isinstance(b, Paragraph)] == [
        (
            "facts",
            "Ansvarig: regionen, kommunen · Stöd: <HSL 16 kap. 1 §|HSL 16 kap. 1 §>; "
            "<SoL 2001 3 kap. 1 §|SoL 2001 3 kap. 1 §> · Källa: antagande",
        ),
        ("text", "Text."),
        ("question", "Öppen fråga (F-1): Hur fort? Alternativ: fort / genast."),
    ]
    assert findings == [("L601", 4, 28)]


def test_a_missing_ground_is_said_with_its_reason() -> None:
    assert shown("", header='lagstöd: "saknas: eget åtagande"\n') == "Stöd: saknas – eget åtagande"


@pytest.mark.parametrize(("status", "kinds"), [("remiss", 3), ("beslutad", 2), ("gällande", 2)])
def test_a_decided_text_asks_nothing(status: str, kinds: int) -> None:
    made, _ = document(library("Text.", HEADER), replace(EDITION, status=status))
    assert len(made.sections[2].blocks) == kinds


def test_another_language_gets_its_own_words() -> None:
    made, _ = document(library("See [it](sip.md).", HEADER), replace(EDITION, language="en"))
    assert block_shown(made.sections[2].blocks[1]) == "See [it](hemmet/sip) (section #1.1)."


def annex(body: str, name: str, status: str = "utkast", header: str = "") -> list[tuple[str, str]]:
    made, _ = document(library(body, header), replace(EDITION, status=status))
    table = next(section for section in made.sections if section.id == f"bilaga/{name}").blocks[0]
    assert isinstance(table, Table)
    return [(row.key, " | ".join(inlines(p.content) for c in row.cells for p in c.content)) for row in table.rows]


def test_the_glossary_holds_the_terms_used() -> None:
    assert annex("En SIP.", "begreppslista") == [
        ("", "Begrepp | Betydelse | Källa"),
        ("sip", "samordnad individuell plan (SIP) | En plan. | <16 kap. 4 § HSL|HSL 16 kap. 4 §>"),
    ]


def test_the_glossary_holds_all_terms_when_none_is_used() -> None:
    assert [key for key, _ in annex("Ett träd.", "begreppslista")] == ["", "patient", "sip", "arende"]


def test_the_parameters_used_stand_with_their_ground_or_question() -> None:
    body = "[3 dagar](../register/parametrar.yml#dygn) [30 minuter](../register/parametrar.yml#svarstid)"
    assert annex(body, "parametrar") == [
        ("", "Vad det gäller | Värde | Källa | Låst av eller öppen fråga"),
        ("dygn", "Tid att betala. | 3 dagar | känd | <SoL 5 kap. 4 §|SoL 5 kap. 4 §>"),
        ("svarstid", "Tid att ringa upp. | 30 minuter | antagande | Hur snabbt?"),
    ]


def test_a_decided_text_shows_values_without_questions() -> None:
    body = "[30 minuter](../register/parametrar.yml#svarstid)"
    assert annex(body, "parametrar", "beslutad") == [
        ("", "Vad det gäller | Värde | Källa | Låst av"),
        ("svarstid", "Tid att ringa upp. | 30 minuter | antagande | "),
    ]


def test_parties_stand_by_kind_and_in_swedish_order() -> None:
    keys = [key for key, _ in annex("", "parter", header="ansvarig: [regionen, kommunen]\n")]
    assert keys == ["", "norr", "nassjo", "angelholm", "kommunen", "regionen"]


def test_roles_that_the_document_does_not_bind_are_left_out() -> None:
    keys = [key for key, _ in annex("", "parter", header="ansvarig: [regionen]\n")]
    assert keys == ["", "norr", "nassjo", "angelholm", "regionen"]


# --- laws --------------------------------------------------------------------------------------------


def test_the_checksum_is_that_of_the_document() -> None:
    made, _ = document(library("Text."))
    assert made.edition.checksum == document_fingerprint(made) != ""


PIECES = st.sampled_from(
    ["patient ", "16 kap. 1 § ", "HSL ", "[a](sip.md)", "[b](../rehab/lada.md)", "[3](sip.md)", "(", ")", "**", "*",
     "`", "\n", "\n\n- ", "[30 minuter](../register/parametrar.yml#svarstid)", "(2001:453)", "|a|\n|-|\n|",
     "[^1]", "§", "x"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=25).map("".join) | st.text(max_size=60))
def test_any_text_resolves_into_normal_form_and_says_the_same(body: str) -> None:
    lib = library("Text.")
    written, _ = parse(body, PATH, 1)
    clause = replace(lib.clauses["hemmet/klausul"], body=written)
    lib = replace(lib, clauses={**lib.clauses, "hemmet/klausul": clause}, sources={})
    made, _ = document(lib)
    blocks = made.sections[2].blocks
    assert all(join(p.content) == p.content for p in blocks if isinstance(p, Paragraph))
    for before, after in zip(written, blocks, strict=True):
        if isinstance(before, Paragraph) and isinstance(after, Paragraph) and "](" not in body:
            assert words(before.content) == words(after.content)


@given(st.data())
@settings(max_examples=10)
def test_the_order_of_files_and_rows_does_not_matter(data: st.DataObject) -> None:
    body = "Patienten har en SIP enligt 16 kap. 1 § HSL, se [en](../rehab/lada.md) och [a](finns-ej.md)."
    lib = library(body, HEADER)
    mixed = {
        name: dict(data.draw(st.permutations(list(getattr(lib, name).items()))))
        for name in ("clauses", "assemblies", "terms", "laws", "parameters", "parties", "agreements")
    }
    assert document(replace(lib, **mixed)) == document(lib)
