import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.language.duties import is_duty, sentences, spans


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Ett. Två? Tre!", ["Ett.", "Två?", "Tre!"]),
        ("Kommunen ska svara", ["Kommunen ska svara"]),
        ("Enligt 12 kap. 1 § lagen. Kommunen svarar.", ["Enligt 12 kap. 1 § lagen.", "Kommunen svarar."]),
        ("Det gäller t.ex. Falun. Nytt.", ["Det gäller t.ex. Falun.", "Nytt."]),
        ("Stöd, t. ex. Hjälp, bl.a. Ett m.m. Två.", ["Stöd, t. ex. Hjälp, bl.a. Ett m.m. Två."]),
        ("Boendet som patienten bor i. Nytt.", ["Boendet som patienten bor i.", "Nytt."]),
        ("Klockan 12.00 ringer kl. 13. Nytt.", ["Klockan 12.00 ringer kl. 13.", "Nytt."]),
        ("1. Kommunen ska svara. Nytt.", ["1. Kommunen ska svara.", "Nytt."]),
        ("Det krävs.[^1] **Nytt ska ske.** Sist.", ["Det krävs.[^1]", "**Nytt ska ske.**", "Sist."]),
        ("Två\nrader. (I parentes.) Slut.", ["Två rader.", "(I parentes.)", "Slut."]),
        ("Nästa börjar smått. så här", ["Nästa börjar smått. så här"]),
        ("", []),
        ("  \n ", []),
    ],
)
def test_sentences(text: str, parts: list[str]) -> None:
    assert list(sentences(text)) == parts


DUTIES = """
Kommunen ska svara inom en vardag.
Den som har frågat ska dokumentera svaret.
Den part som ser behovet ska kalla till planeringen.
När patienten flyttar ska kommunen lämna uppgifterna vidare.
Om parterna är oense ska de följa trappan.
Kommunen ska
Parterna får inte flytta kostnader mellan varandra.
Regionen ansvarar för läkarinsatser.
Den part vars uppgift ändras ska rätta förteckningen.
Kommunen är skyldig att svara.
Regionen måste lämna uppgiften.
Parten som lämnar uppgifter skall kontrollera dem.
Kommunen ska kontrollera att den som ska hjälpa till vill och kan.
"""
OTHERS = """
Kommunen får samverka med andra kommuner.
Det framgår vad som ska göras och vem som ska göra det.
Ska kommunen svara inom en vardag?
Parterna är överens om hur vården ska ges.
Det behövs tider för när patienten ska skrivas ut.
Skatten betalas av regionen.
Patienten kan ringa.
Det beror på när parternas företrädare ska träffas.
"""


@pytest.mark.parametrize("sentence", DUTIES.strip().split("\n"))
def test_a_sentence_that_binds(sentence: str) -> None:
    assert is_duty(sentence, "sv")
    assert not is_duty(sentence, "en")


@pytest.mark.parametrize("sentence", OTHERS.strip().split("\n"))
def test_a_sentence_that_binds_nobody(sentence: str) -> None:
    assert not is_duty(sentence, "sv")


PIECES = ["Ett. ", "ska ", "som ", "t.ex. ", "kap. ", "[^1]", "?", "!", ".", "\n", "  ", "Ö", "12.", "**", ")", "är "]


@given(st.lists(st.sampled_from(PIECES)).map("".join) | st.text())
def test_nothing_is_lost_between_sentences(text: str) -> None:
    places = list(spans(text))
    assert "".join("".join(sentences(text)).split()) == "".join(text.split())
    assert places == sorted(places)
    for sentence in sentences(text):
        is_duty(sentence)


@pytest.mark.parametrize("piece", [". ", "a. ", "!", ")", "[^1]", ".[^1]", "  ", "t. ", "ska ", "som ", ".\n", "1. "])
def test_time_is_linear(piece: str) -> None:
    text = piece * (50_000 // len(piece))
    start = time.process_time()
    for sentence in sentences(text):
        is_duty(sentence)
    assert time.process_time() - start < 2.0
