"""How much a change matters: a table of Swedish examples, and laws that hold for any two texts."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_project import REGISTERS, library

from builder.assemble import assemble
from builder.changes import GRADES, Cause, Graded, cause_words, grade
from builder.compare import compare
from builder.model import Document, Edition
from builder.pictures import matrix
from builder.redline import MarkedSection, is_changed, unchanged
from builder.resolve import resolve
from tests.documents import documents

PARTIES = frozenset({"kommunen", "regionen", "parterna"})


def document(body: str, header: str) -> Document:
    lib = library(body, header, REGISTERS)
    return resolve(assemble(lib, lib.assemblies["hemmet"])[0], lib, Edition("Avtalet"))[0]


def graded(old: str, new: str, old_header: str = "", new_header: str = "") -> Graded:
    redline = compare(document(old, old_header), document(new, new_header))
    section = next(s for s in redline.sections if s.id == "hemmet/klausul")
    return grade(section, None, "sv", PARTIES)


def causes(result: Graded) -> list[str]:
    return [f"{cause.matter}: {cause.old} → {cause.new}{cause.unit}" for cause in result.causes]


# --- a table of examples -------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kommunen svarar.", "Kommunen svarar."),
        ("Kommunen **svarar** nu.", "Kommunen svarar nu."),
        ("Kommunen svarar nu", "Kommunen svarar nu."),
        ("Kommunen\nsvarar.", "Kommunen   svarar."),
        ("Första stycket.\n\nAndra stycket här.", "Andra stycket här.\n\nFörsta stycket."),
        ("- en sak\n- en annan", "1. en sak\n2. en annan"),
        ("kommunen svarar.", "Kommunen svarar."),
    ],
)
def test_the_same_words_are_editorial(old: str, new: str) -> None:
    assert graded(old, new) == Graded("redaktionell")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Kommunen lämnar en beskrivning.", "Kommunen lämnar en redogörelse."),
        ("Det är bra för vården.", "Det är mycket bra för vården."),
        ("Bilden visar huset.", "Bilden visar huset. Den är gul."),
        ("|Steg|Vad|\n|-|-|\n|1|Gult hus.|", "|Steg|Vad|\n|-|-|\n|1|Vi ser.|\n|2|Gult hus.|"),
        ("Text.", "Text. Kommunens patienter är alla äldre."),
        (
            "Svar ges [30 minuter](../register/parametrar.yml#svarstid).\n\nDet är bra för oss.",
            "Det är bra.\n\nDet ges [30 minuter](../register/parametrar.yml#svarstid) om du vill.",
        ),
        ("Vi har ett avtal.", "Vi har ett avtal om vård."),
        ("Vi svarar parten.", "Vi svarar den andra parten."),
        ("Se 16 kap. 1 § HSL. Det är bra.", "Det är bra. Se 16 kap. 1 § HSL i brevet."),
        ("Kommunens bil är röd.", "Kommunens bil är blå."),
        ("Se hemmet, utkast-1, avsnitt 1.3, om det.", "Se hemmet, utkast-2, avsnitt 2.4, om det."),
    ],
)
def test_other_words_that_bind_nobody_are_small(old: str, new: str) -> None:
    assert graded(old, new) == Graded("liten")


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("Kommunen bör svara.", "Kommunen ska svara.", ["modal: bör → ska"]),
        ("Kommunen ska svara.", "Kommunen ska inte svara.", ["negation:  → inte"]),
        ("Kommunen svarar alltid.", "Kommunen svarar.", ["scope: alltid → "]),
        ("Alla patienter får vård.", "Vissa patienter får vård.", ["scope: Alla → "]),
        ("Kommunen ska svara.", "Regionen ska svara.", ["party: Kommunen → Regionen"]),
        ("Kommunen ska svara.", "Kommunen och regionen ska svara.", ["party:  → regionen"]),
        ("Läkaren ger patienten vård.", "Läkaren ger SIP vård.", ["term: patienten → SIP"]),
        ("Svar ges inom 14 dagar.", "Svar ges inom 7 dagar.", ["number: 14 → 7 dagar"]),
        ("Det tar två dagar.", "Det tar tre dagar.", ["number: två → tre dagar"]),
        ("Det tar 1 dag.", "Det tar 2 dagar.", ["number: 1 dag → 2 dagar"]),
        ("Det tar 2 dagar.", "Det tar 2 veckor.", ["number: 2 dagar → 2 veckor"]),
        ("Steg 6 är det sista.", "Steg 7 är det sista.", ["number: 6 → 7"]),
        ("Det kostar 5 % mer.", "Det kostar 7 % mer.", ["number: 5 → 7 %"]),
        ("Högst 1 500 kronor.", "Högst 2 500 kronor.", ["number: 1 500 → 2 500 kronor"]),
        ("Före klockan 12.00 på dagen.", "Före klockan 16.00 på dagen.", ["number: 12.00 → 16.00"]),
        ("Det står i andra stycket.", "Det står i tredje stycket.", ["number: andra → tredje"]),
        ("Vården ges.", "Vården ges om du vill.", ["scope:  → om"]),
        ("Läkaren svarar.", "Läkaren svarar inte för det.", ["negation:  → inte"]),
        ("Läkaren har det i sitt brev.", "Läkaren har ansvaret i sitt brev.", ["modal:  → ansvaret"]),
        (
            "Stöd finns i 16 kap. 1 § HSL och 16 kap. 4 § HSL.",
            "Stöd finns i 16 kap. 4 § HSL.",
            ["law: 16 kap. 1 § HSL → "],
        ),
        (
            "Stöd finns i 16 kap. 1 § HSL.",
            "Stöd finns i 16 kap. 4 § HSL och 16 kap. 1 § HSL.",
            ["law:  → 16 kap. 4 § HSL"],
        ),
        (
            "Stödet finns i 16 kap. 1 § HSL.",
            "Stödet finns i 16 kap. 4 § HSL.",
            ["law: 16 kap. 1 § HSL → 16 kap. 4 § HSL"],
        ),
        ("Den som får vård bestämmer.", "Patienten bestämmer.", ["modal: får → "]),
        (
            "Inom [30 minuter](../register/parametrar.yml#svarstid).",
            "Inom [3 dagar](../register/parametrar.yml#dygn).",
            ["parameter: 30 minuter → 3 dagar"],
        ),
        ("Text.", "Text.\n\nKommunen ska betala.", ["modal:  → ska"]),
        ("|Vem|Dagar|\n|-|-|\n|läkaren|3|", "|Vem|Dagar|\n|-|-|\n|läkaren|5|", ["number: 3 → 5"]),
        ("|Vem|\n|-|\n|Kommunen|", "|Vem|\n|-|\n|Regionen|", ["party: Kommunen → Regionen"]),
        ("Text[^1].\n\n[^1]: Det gäller 5 dagar.", "Text[^1].\n\n[^1]: Det gäller 6 dagar.", ["number: 5 → 6 dagar"]),
    ],
)
def test_what_binds_is_of_substance_and_says_why(old: str, new: str, why: list[str]) -> None:
    result = graded(old, new)
    assert (result.grade, causes(result)) == ("i sak", why)


DUTIES = "Kommunen ska:\n\n- ordna vård\n{}\n{}:\n\n- ordna läkare\n{}"
CARS = "- köpa bilar\n"
HEADINGS = "## Kommunens del\n\nVården ordnas.\n\n{}## Regionens del\n\n{}Läkare ordnas."
WHO = "|Vad|Kommunen|Regionen|\n|-|-|-|\n|Vård|x|ja|\n|Bilar|{}|{}|"
STEPS = "|Steg|Vem|\n|-|-|\n|Tvätt|vi|\n{}|Bilar|vi|"
MOVED = "{}Det här är bra för oss alla och står kvar.\n\n{}"
SVAR = "Läkaren lämnar sitt svar efter 5 {}.\n\n"


@pytest.mark.parametrize(
    ("old", "new", "why", "said"),
    [
        (DUTIES.format(CARS, "Regionen ska", ""), DUTIES.format("", "Regionen ska", CARS),
         "party: Kommunen → Regionen", "Regionen ska: köpa bilar"),
        (DUTIES.format(CARS, "Kommunen får", ""), DUTIES.format("", "Kommunen får", CARS),
         "modal: ska → får", "Kommunen får: köpa bilar"),
        (HEADINGS.format("Köp bilar nu.\n\n", ""), HEADINGS.format("", "Köp bilar nu.\n\n"),
         "party: Kommunens → Regionens", "Köp bilar nu."),
        (WHO.format("ordnar", ""), WHO.format("", "ordnar"), "party: Kommunen → Regionen", "Bilar · ordnar"),
        (STEPS.format(""), STEPS.format("|Resor|kommunen|\n"), "party:  → kommunen", "Resor · kommunen"),
        (MOVED.format(SVAR.format("dagar"), ""), MOVED.format("", SVAR.format("vardagar")),
         "number: 5 dagar → ", "… svar efter 5 dagar."),
    ],
)  # fmt: skip
def test_the_same_words_bind_another_where_they_stand_under_another(old: str, new: str, why: str, said: str) -> None:
    for before, after in ((old, new), (new, old)):
        assert graded(before, after).grade == "i sak"
    first = graded(old, new).causes[0]
    assert (causes(graded(old, new))[0], first.said) == (why, said)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (DUTIES.format(CARS, "Kommunen ska", ""), DUTIES.format("", "Kommunen ska", CARS)),
        (HEADINGS.replace("Regionens", "Kommunens").format("Köp bilar nu.\n\n", ""),
         HEADINGS.replace("Regionens", "Kommunens").format("", "Köp bilar nu.\n\n")),
        ("Kommunen ska:\n\n- ordna vård\n- köpa bilar", "Kommunen ska:\n\n- köpa bilar\n- ordna vård"),
    ],
)  # fmt: skip
def test_what_moves_under_the_same_words_is_editorial(old: str, new: str) -> None:
    assert graded(old, new) == Graded("redaktionell")


def test_a_row_that_explains_a_word_gives_nobody_a_duty() -> None:
    assert graded(STEPS.format(""), STEPS.format("|Resor|Det som kommunen gör hemma|\n")) == Graded("liten")


def test_another_responsible_party_is_of_substance() -> None:
    result = graded("Text.", "Text.", "ansvarig: [kommunen]\n", "ansvarig: [regionen]\n")
    assert (result.grade, causes(result)) == ("i sak", ["responsible: kommunen → regionen"])


def test_another_source_of_the_facts_is_small() -> None:
    assert graded("Text.", "Text.", "källa: antagande\n", "källa: känd\n") == Graded("liten")


def test_an_open_question_is_small_whatever_its_words() -> None:
    asked = "öppna-frågor:\n  - {id: q1, fråga: Ska kommunen betala inom 5 dagar?, alternativ: [ja, nej]}\n"
    result = graded("Text.", "Text.", "", asked)
    assert result == Graded("liten")
    assert [cause.matter for cause in result.others] == ["question"]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("Läkaren kommer.", "Läkaren kommer. Kommunen ska betala resan.", "Kommunen ska betala resan."),
        ("Då får läkaren i hemmet veta det genast.", "Då får inte läkaren i hemmet veta det genast.",
         "Då får inte läkaren i hemmet …"),
        ("|A|B|\n|-|-|\n|ett|x|", "|A|B|\n|-|-|\n|ett|x|\n|Tid att svara|3 dagar|", "Tid att svara · 3 dagar"),
    ],
)  # fmt: skip
def test_what_came_is_told_with_the_words_around_it(old: str, new: str, said: str) -> None:
    assert [cause.said for cause in graded(old, new).causes] == [said]


def test_a_picture_that_was_redrawn_is_small() -> None:
    made = document("Text.", "")
    section = next(section for section in made.sections if section.id == "hemmet/klausul")
    drawn = [matrix([("R1", x, 4)], "Troligt", "Illa", key="r") for x in (2, 3)]
    old, new = (replace(made, sections=(replace(section, blocks=(picture,)),)) for picture in drawn)
    assert [grade(section) for section in compare(old, new).sections] == [Graded("liten")]


def test_a_section_that_came_or_went_is_of_substance() -> None:
    old, new = document("Text.", ""), document("Text.", "")
    shorter = Document(new.name, new.edition, new.sections[:1])
    came = [s for s in compare(shorter, old).sections if s.id == "hemmet/klausul"]
    went = [s for s in compare(old, shorter).sections if s.id == "hemmet/klausul"]
    assert [causes(grade(s)) for s in (*came, *went)] == [["came:  → "], ["went:  → "]]


@pytest.mark.parametrize(
    ("cause", "said"),
    [
        (Cause("modal", "bör", "ska"), "bör → ska"),
        (Cause("negation", "", "inte"), "”inte” har kommit till"),
        (Cause("scope", "alltid", ""), "”alltid” har strukits"),
        (Cause("responsible", "kommunen", "regionen"), "ansvarig: kommunen → regionen"),
        (Cause("law", "", "16 kap. 1 § HSL"), "lagrum: ”16 kap. 1 § HSL” har kommit till"),
        (Cause("came"), "ny"),
        (Cause("went"), "utgår"),
    ],
)
def test_a_cause_is_told_in_short(cause: Cause, said: str) -> None:
    assert cause_words(cause, "sv") == said


NEUTRAL = ("brevet", "sedan", "läkaren", "huset", "gult", "dit", "tidigt", "lugnt")
WORDS = st.lists(st.sampled_from(NEUTRAL), min_size=1, max_size=4)
SWAPPED = [
    ("bör", "ska", Cause("modal", "bör", "ska")),
    ("kan", "måste", Cause("modal", "kan", "måste")),
    ("14 dagar", "7 dagar", Cause("number", "14", "7", " dagar")),
    ("3 timmar", "3 dygn", Cause("number", "3 timmar", "3 dygn")),
    ("kommunen", "regionen", Cause("party", "kommunen", "regionen")),
    ("patienten", "SIP", Cause("term", "patienten", "SIP")),
    ("16 kap. 1 § HSL", "16 kap. 4 § HSL", Cause("law", "16 kap. 1 § HSL", "16 kap. 4 § HSL")),
    (
        "[30 minuter](../register/parametrar.yml#svarstid)",
        "[3 dagar](../register/parametrar.yml#dygn)",
        Cause("parameter", "30 minuter", "3 dagar"),
    ),
    ("", "inte", Cause("negation", "", "inte")),
    ("", "endast", Cause("scope", "", "endast")),
    ("", "kommunen", Cause("party", "", "kommunen")),
    ("", "16 kap. 1 § HSL", Cause("law", "", "16 kap. 1 § HSL")),
]


def sentence(before: list[str], word: str, after: list[str]) -> str:
    return " ".join(["Det", *before, *([word] if word else []), *after]) + "."


@given(WORDS, st.sampled_from(SWAPPED), WORDS)
def test_one_word_that_binds_is_of_substance_wherever_it_stands_and_both_ways(
    before: list[str], swapped: tuple[str, str, Cause], after: list[str]
) -> None:
    old, new, cause = swapped
    texts = [sentence(before, word, after) for word in (old, new)]
    there, back = graded(*texts), graded(*texts[::-1])
    assert there == Graded("i sak", (cause,))
    assert back == Graded("i sak", (replace(cause, old=cause.new, new=cause.old),))


@given(st.permutations(NEUTRAL), st.permutations(NEUTRAL))
def test_the_same_words_in_another_form_are_editorial(old: list[str], new: list[str]) -> None:
    plain, bold = "\n\n".join(f"{word} {word}." for word in old), "\n\n".join(f"**{word} {word}**" for word in new)
    assert graded(plain, bold) == Graded("redaktionell")


# --- laws ----------------------------------------------------------------------------------------------


@given(documents())
def test_nothing_changed_is_editorial(made: Document) -> None:
    assert {grade(section).grade for section in unchanged(made).sections} <= {"redaktionell"}


@given(documents(), documents())
def test_every_section_has_a_grade_and_substance_has_a_cause(old: Document, new: Document) -> None:
    redline = compare(old, new)
    left = {s.fate[0].move: s for s in redline.sections if s.fate and s.fate[0].kind == "move-from"}
    for section in redline.sections:
        result = grade(section, _half(section, left), "sv", PARTIES)
        assert result.grade in GRADES
        assert (result.grade == "i sak") == bool(result.causes)
    if not is_changed(redline):
        assert all(grade(section).grade == "redaktionell" for section in redline.sections)


def _half(section: MarkedSection, left: dict[str, MarkedSection]) -> MarkedSection | None:
    return left.get(section.fate[0].move) if section.fate else None


# --- references pinned to a version -------------------------------------------------------------------

PINNED = 'Lånet följer [Förskrivning](../rehab/forskrivning.md "2026-1") i {} dagar.'


def test_a_version_that_a_reference_is_made_to_counts_nothing() -> None:
    moved = graded(PINNED.format(3), PINNED.format(3).replace("2026-1", "2027-2"))
    assert (moved.grade, moved.causes) == ("liten", ())
    both = graded(PINNED.format(3), PINNED.format(5).replace("2026-1", "2027-2"))
    assert causes(both) == ["number: 3 → 5 dagar"]
    assert graded("Det dröjer 10-14 dagar.", "Det dröjer 10-15 dagar.").grade == "i sak"
