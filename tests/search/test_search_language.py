"""Stems and compounds, and that the browser cuts words as Python does."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from playwright.sync_api import Page

from builder.language.compounds import Compounds
from builder.language.stem import stem

FORMS = {
    "kommun": "kommunen kommuner kommunerna kommunernas kommuns",
    "läk": "läkaren läkarna läkarnas",
    "överenskomm": "överenskommelse överenskommelsen överenskommelser överenskommelserna",
    "delegering": "delegeringen delegeringar delegeringarna delegeringens",
    "medverkan": "medverkan medverkans",
}
WORDS = (
    "hem", "sjukvård", "sjuk", "vård", "läkare", "medverkan", "läkemedel", "förråd", "sjuksköterska", "bedömning",
    "tröskel", "principen", "samtal", "ingen",
)  # fmt: skip


@pytest.mark.parametrize(("cut", "word"), [(cut, word) for cut, words in FORMS.items() for word in words.split()])
def test_forms_of_a_word_share_a_stem(cut: str, word: str) -> None:
    assert stem(word) == cut


@given(st.text(alphabet="abcdefghijklmnoprstuvyåäö", max_size=20))
def test_a_stem_begins_the_word_and_is_never_shorter_than_a_syllable(word: str) -> None:
    assert word.startswith(stem(word)) or stem(word) + "t" == word[: len(stem(word)) + 1]
    assert len(stem(word)) >= min(3, len(word))


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("hemsjukvård", ("hem", "sjukvård", "sjuk", "vård")),
        ("läkarmedverkan", ("läkare", "medverkan")),
        ("läkemedelsförråd", ("läkemedel", "förråd")),
        ("sjuksköterskebedömning", ("sjuksköterska", "bedömning")),
        ("tröskelprincipen", ("tröskel", "principen")),
        ("brytpunktssamtal", ("samtal",)),
        ("vården", ()),
        ("bedömningen", ()),
        ("hem", ()),
        ("", ()),
    ],
)
def test_compounds_are_split_by_the_vocabulary(word: str, parts: tuple[str, ...]) -> None:
    assert Compounds(WORDS).parts(word) == parts


@given(
    st.lists(st.text(alphabet="abdefåäös", min_size=1, max_size=9), max_size=12),
    st.text(alphabet="abdefåäös", max_size=24),
)
def test_parts_stand_in_the_vocabulary_or_are_forms_of_its_words(words: list[str], word: str) -> None:
    known = {stem(one) for one in words}
    assert all(stem(part) in known for part in Compounds(words).parts(word))


@pytest.mark.slow
@pytest.mark.xdist_group("search")
def test_the_browser_cuts_every_word_of_the_texts_alike(page: Page, address: str, built: Path) -> None:
    said = (built / "sok" / "ord.js").read_text("utf-8")
    words = re.findall(r"[^\W\d_]+", said.split('"')[1])
    assert len(words) > 3000
    page.goto(address + "sok/")
    assert page.evaluate("words => words.map(overensSprak.stem)", words) == [stem(word) for word in words]


@pytest.mark.slow
@pytest.mark.xdist_group("search")
@pytest.mark.parametrize(
    ("typed", "groups"),
    [
        ("vem ringer jag", [["ringer"]]),
        ("14 kap. 1 § HSL", [["14kap1hsl"]]),
        ("16 a kap. 2 § HSL", [["16akap2hsl"]]),
        ("säga upp", [["uppsäg", "säga"]]),
        ("lakarmedverkan", [["lakarmedverkan"]]),
        ("läkarsamtycke", [["läkare"], ["samtycke"]]),
        ("vad är det", [["vad"], ["är"], ["det"]]),
    ],
)
def test_a_question_is_understood(page: Page, address: str, typed: str, groups: list[list[str]]) -> None:
    page.goto(address + "sok/")
    found = page.evaluate("async typed => (await overensSok.begin()).understood(typed).groups", typed)
    assert [sorted(group) for group in found] == [sorted(group) for group in groups]
