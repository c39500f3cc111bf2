"""Terms in running text. The forms below are written by hand, not made by the rules they test."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language.terms import is_form, term_finder
from builder.library import Term

FORMS = {
    "patient": "patient patients patienten patientens patienter patienters patienterna patienternas",
    "huvudman": "huvudman huvudmans huvudmannen huvudmannens huvudmän huvudmäns huvudmännen huvudmännens",
    "vårdgivare": "vårdgivare vårdgivares vårdgivaren vårdgivarens vårdgivarna vårdgivarnas",
    "vårdcentral": "vårdcentral vårdcentralen vårdcentralens vårdcentraler vårdcentralerna vårdcentralernas",
    "primärvård": "primärvård primärvårds primärvården primärvårdens",
    "hemtjänst": "hemtjänst hemtjänsten hemtjänstens hemtjänster",
    "länsdel": "länsdel länsdelen länsdelens länsdelar länsdelars länsdelarna länsdelarnas",
    "korttidsboende": "korttidsboende korttidsboendet korttidsboendets korttidsboenden korttidsboendena",
    "dagverksamhet": "dagverksamhet dagverksamheten dagverksamhetens dagverksamheter dagverksamheterna",
    "närstående": "närstående närståendes närståendena",
    "fysioterapeut": "fysioterapeut fysioterapeuts fysioterapeuten fysioterapeuter fysioterapeuternas",
    "sjuksköterska": "sjuksköterska sjuksköterskan sjuksköterskans sjuksköterskor sjuksköterskorna sjuksköterskornas",
    "tröskelprincipen": "tröskelprincipen tröskelprincipens Tröskelprincipen",
    "vårdplan": "vårdplan vårdplanen vårdplanens vårdplaner vårdplanerna",
    "utskrivningsklar": "utskrivningsklar utskrivningsklart utskrivningsklara",
    "inskrivningsmeddelande": "inskrivningsmeddelande inskrivningsmeddelandet inskrivningsmeddelanden"
    " inskrivningsmeddelandena inskrivningsmeddelandets",
    "brytpunktssamtal": "brytpunktssamtal brytpunktssamtalet brytpunktssamtals brytpunktssamtalen brytpunktssamtalens",
    "delegering": "delegering delegeringen delegerings delegeringar delegeringarna",
    "ordination": "ordination ordinationen ordinationer ordinationerna ordinationernas",
    "hjälpmedel": "hjälpmedel hjälpmedlet hjälpmedlets hjälpmedlen hjälpmedlens hjälpmedels",
    "förbrukningsartikel": "förbrukningsartikel förbrukningsartikeln förbrukningsartiklar förbrukningsartiklarna"
    " förbrukningsartiklarnas",
    "läkemedelsförråd": "läkemedelsförråd läkemedelsförrådet läkemedelsförrådens läkemedelsförråden",
    "avvikelse": "avvikelse avvikelsen avvikelsens avvikelser avvikelserna avvikelsernas",
    "vardag": "vardag vardagen vardagar vardagarna vardagars",
    "bostad": "bostad bostads bostaden bostäder bostädernas bostäderna",
    "nämnd": "nämnd nämnden nämndens nämnder nämnderna",
    "hem": "hem hemmet hemmets hemmen",
    "centrum": "centrum centret centrumet",
    "ledamot": "ledamot ledamoten ledamöter ledamöterna",
    "område": "område området områdets områden områdena",
    "nummer": "nummer numret numren",
    "pojke": "pojke pojken pojkar pojkarna pojkens",
    "samordnad individuell plan": "samordnad individuell plan|samordnade individuella planen|"
    "samordnade individuella planer|samordnade individuella planerna|samordnad individuell plans|"
    "samordnade individuella planens",
    "särskilt boende": "särskilt boende|särskilda boendet|särskilda boenden|särskilda boendena|särskilda boendets",
    "ordinärt boende": "ordinärt boende|ordinära boendet|ordinära boenden|Ordinärt boende",
    "specialiserad vård": "specialiserad vård|specialiserade vården|specialiserade vårdens",
    "öppen vård": "öppen vård|öppna vården|öppna vårdens",
    "sluten vård": "sluten vård|slutna vården|slutna vårdens",
    "fast vårdkontakt": "fast vårdkontakt|fasta vårdkontakten|fasta vårdkontakter|fasta vårdkontakterna",
    "kommunal primärvård": "kommunal primärvård|kommunala primärvården|kommunala primärvårdens",
    "legitimerad personal": "legitimerad personal|legitimerade personalen|legitimerade personalens",
    "medicinskt ansvarig sjuksköterska": "medicinskt ansvarig sjuksköterska|medicinskt ansvariga sjuksköterskan|"
    "medicinskt ansvariga sjuksköterskor|medicinskt ansvariga sjuksköterskans",
    "medicinskt ansvarig för rehabilitering": "medicinskt ansvarig för rehabilitering|"
    "medicinskt ansvariga för rehabilitering",
    "bostad med särskilt stöd": "bostad med särskilt stöd|bostaden med särskilt stöd|bostäder med särskilt stöd|"
    "bostäderna med särskilt stöd",
    "hälso- och sjukvård i hemmet": "hälso- och sjukvård i hemmet|hälso- och sjukvården i hemmet|"
    "Hälso- och sjukvård i hemmet",
    "daglig verksamhet": "daglig verksamhet|dagliga verksamheten|dagliga verksamheter",
    "gemensam nämnd": "gemensam nämnd|gemensamma nämnden|gemensamma nämnder",
    "likalydande beslut": "likalydande beslut|likalydande besluten|likalydande beslutet",
    "allmän handling": "allmän handling|allmänna handlingen|allmänna handlingar|allmänna handlingarna",
    "enkel bedömning": "enkel bedömning|enkla bedömningen|enkla bedömningar",
    "nytt ärende": "nytt ärende|nya ärendet|nya ärenden",
}  # fmt: skip
"""Term: its forms, phrases parted by |."""


def _forms(written: str) -> list[str]:
    return written.split("|") if "|" in written else written.split()


CASES = [(term, form) for term, written in FORMS.items() for form in _forms(written)]


def _finds(term: str, text: str, **more: object) -> list[str]:
    finder = term_finder({"t": Term("t", term, **more)})  # type: ignore[arg-type]
    return [text[hit.start : hit.end] for hit in finder.find(text)]


def test_almost_every_form_is_found() -> None:
    lost = [(term, form) for term, form in CASES if _finds(term, f"Om {form} finns.") != [form]]
    assert len(lost) <= 0.04 * len(CASES), lost


def test_the_table_is_large_enough_to_mean_something() -> None:
    assert len(CASES) > 220


@pytest.mark.parametrize(
    ("term", "text"),
    [
        ("vård", "vårdenhet"),
        ("vård", "hemvård"),
        ("vård", "vård-"),
        ("patient", "patientnämnd"),
        ("patient", "inpatient"),
        ("patient", "patientsäkerhet"),
        ("region", "regional"),
        ("region", "regionfullmäktige"),
        ("plan", "planering"),
        ("vardag", "vardaglig"),
        ("hemtjänst", "hemtjänstpersonal"),
        ("avvikelse", "avvikelserapport"),
        ("särskilt boende", "särskilt"),
        ("särskilt boende", "särskilt. Boende"),
        ("särskilt boende", "särskilt bra boende"),
        ("fast vårdkontakt", "fast läkarkontakt"),
        ("ordination", "samordination"),
        ("hjälpmedel", "hjälpmedelsnämnden"),
        ("dagtid", "dagtidsläkare"),
        ("hälso- och sjukvård i hemmet", "hälso- och sjukvård"),
    ],
)
def test_false_friends_are_left_alone(term: str, text: str) -> None:
    assert _finds(term, f"Om {text} finns.") == []


@pytest.mark.parametrize("form", ["SIP", "SIP:s", "SIP:en", "SIP:er", "SIP:erna", "SIP:ens"])
def test_an_abbreviation_is_found_in_its_forms(form: str) -> None:
    assert _finds("samordnad individuell plan", f"en {form} görs", abbreviation="SIP") == [form]


@pytest.mark.parametrize("word", ["sip", "Sip", "SIP-möte", "SIPA", "at"])
def test_an_abbreviation_keeps_its_letters(word: str) -> None:
    assert _finds("samordnad individuell plan", f"en {word} görs", abbreviation="SIP") == []
    assert _finds("arbetsterapeut", f"en {word} görs", abbreviation="AT") == []


def test_forms_that_no_rule_makes_come_from_the_register() -> None:
    assert _finds("gås", "två gäss", forms=("gäss",)) == ["gäss"]
    assert _finds("vårdbegäran om vård", "en vårdbegäran", forms=("vårdbegäran",)) == ["vårdbegäran"]


def test_the_longest_term_wins() -> None:
    terms = {
        "vard": Term("vard", "vård"),
        "hemvard": Term("hemvard", "vård i hemmet"),
        "plan": Term("plan", "plan för vård i hemmet"),
    }
    text = "En plan för vård i hemmet, vård i hemmet och vård."
    found = [(hit.value.term, text[hit.start : hit.end]) for hit in term_finder(terms).find(text)]
    assert found == [("plan", "plan för vård i hemmet"), ("hemvard", "vård i hemmet"), ("vard", "vård")]


def test_words_may_be_parted_by_any_space() -> None:
    assert _finds("sluten vård", "i sluten\u00a0vård och slutna  vården") == ["sluten\u00a0vård", "slutna  vården"]


def test_another_language_keeps_its_words() -> None:
    finder = term_finder({"t": Term("t", "care plan")}, "en")
    assert [hit.end for hit in finder.find("care plan, care plans, care planen")] == [9, 21]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("uppföljningen", "Uppföljning", True),
        ("samordnade individuella planen", "Samordnad individuell plan", True),
        ("en uppföljning", "Uppföljning", True),
        ("den", "Uppföljning", False),
        ("uppföljning", "§", False),
        ("uppföljning av vården", "Uppföljning", False),
        ("uppfoljning", "Uppföljning", False),
        ("", "Uppföljning", False),
    ],
)
def test_is_form(text: str, phrase: str, expected: bool) -> None:
    assert is_form(text, phrase) is expected


SIGNS = ["patient", "vård", "SIP", "hälso-", "och", "§", "i", "hemmet", "Å", "–", " ", ".", "ß"]
WORDS = st.lists(st.sampled_from(SIGNS))


@given(WORDS.map(" ".join) | st.text())
def test_hits_stand_in_order_and_apart(text: str) -> None:
    terms = {t: Term(t, t, abbreviation="SIP") for t in ("patient", "vård", "hälso- och vård i hemmet", "§", "")}
    hits = list(term_finder(terms).find(text))
    assert all(hit.start < hit.end <= len(text) for hit in hits)
    assert all(one.end <= other.start for one, other in pairwise(hits))


@given(st.permutations(["patient", "patienter", "sluten vård", "vård", "plan"]))
def test_the_registers_order_does_not_matter(order: list[str]) -> None:
    text = "Patienter i sluten vård har en plan för vård."
    terms = {term: Term(term, term) for term in order}
    found = [(hit.start, hit.end, hit.value.term) for hit in term_finder(terms).find(text)]
    assert found == [(0, 9, "patient"), (12, 23, "sluten vård"), (31, 35, "plan"), (40, 44, "vård")]


@pytest.mark.parametrize("unit", ["hälso- och ", "a-a-a-", "vård i ", "(", "§ ", "å" * 50 + " "])
def test_the_time_grows_with_the_length_of_the_text(unit: str) -> None:
    finder = term_finder({"t": Term("t", "hälso- och vård i hemmet i länet"), "v": Term("v", "vård")})
    text = unit * (100_000 // len(unit))
    begin = time.process_time()
    list(finder.find(text))
    assert time.process_time() - begin < 2
