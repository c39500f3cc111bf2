"""Paragraphs too long to compare word by word: the work is counted, and what is not compared is shown as rewritten."""

from collections.abc import Hashable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from builder.compare import edits
from builder.compare.matches import matches
from builder.compare.paragraphs import Pen, mark_paragraph
from builder.model import Paragraph, Text
from builder.redline import MarkedParagraph, Span, in_new, in_old

PEN = Pen("Skrivgruppen", "2027-01-15", {})
OLD = "Läkaren bör svara. Patienten ska få en plan i tid. Vården ges hemma av kommunen. Kommunen ska svara."
LIMIT = 100
"""Two stretches of ten tokens: five words each."""


@pytest.fixture(autouse=True)
def small(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(edits, "TABLE", LIMIT)


def marked(old: str, new: str) -> MarkedParagraph:
    return mark_paragraph(Paragraph((Text(old),)), Paragraph((Text(new),)), PEN)


def text(span: Span) -> str:
    assert isinstance(span.inline, Text)
    return span.inline.text


def shown(paragraph: MarkedParagraph) -> str:
    marks = {"deletion": "{{-{}-}}", "insertion": "{{+{}+}}"}
    return "".join((marks[s.fate[0].kind] if s.fate else "{}").format(text(s)) for s in paragraph.spans)


def test_between_sentences_that_stand_each_word_is_compared() -> None:
    made = marked(OLD, OLD.replace("bör", "ska", 1).replace("Kommunen ska", "Kommunen kan"))
    assert shown(made) == OLD.replace("bör", "{-bör-}{+ska+}").replace("Kommunen ska", "Kommunen {-ska-}{+kan+}")
    assert not made.uncounted


def test_what_is_too_long_between_sentences_that_stand_is_shown_as_rewritten() -> None:
    long = "Patienten ska få en plan i tid. "
    other = "Varje patient ska få en plan i rätt tid nu. "
    made = marked(OLD, OLD.replace(long, other))
    assert shown(made) == OLD.replace(long, f"{{-{long.strip()}-}}{{+{other.strip()}+}} ")
    assert made.uncounted


def test_a_paragraph_with_a_change_in_every_sentence_is_shown_as_rewritten() -> None:
    new = OLD.replace("bör", "ska").replace("tid", "dag").replace("hemma", "där").replace("Kommunen ska", "Vi ska")
    made = marked(OLD, new)
    assert shown(made) == f"{{-{OLD}-}}{{+{new}+}}"
    assert made.uncounted


def test_one_change_in_a_sentence_without_end_is_one_change() -> None:
    old = "Läkaren och patienten " + "och kommunen " * 50
    made = marked(old, old.replace("patienten", "vårdcentralen"))
    assert shown(made) == old.replace("patienten", "{-patienten-}{+vårdcentralen+}")
    assert not made.uncounted


def test_unrelated_paragraphs_are_rewritten_whatever_their_length() -> None:
    made = marked(OLD, "En två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton.")
    assert len(made.spans) == 2
    assert not made.uncounted


sentences = st.lists(
    st.lists(st.sampled_from(["vi", "du", "ska", "bör", "nu", "vård"]), min_size=1, max_size=7).map(" ".join),
    max_size=9,
).map(lambda found: "".join(f"{each}. " for each in found))


@given(sentences, sentences)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_long_paragraph_is_both_texts(old: str, new: str) -> None:
    made = marked(old, new)
    assert "".join(text(span) for span in made.spans if in_old(span.fate)) == old
    assert "".join(text(span) for span in made.spans if in_new(span.fate)) == new


@given(sentences, sentences)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_more_is_compared_than_the_bound(old: str, new: str) -> None:
    work: list[int] = []

    def counted(a: Sequence[Hashable], b: Sequence[Hashable]) -> list[tuple[int, int]]:
        found = matches(a, b)
        start = next((k for k, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
        end = next((k for k, (x, y) in enumerate(zip(a[start:][::-1], b[start:][::-1], strict=False)) if x != y), 0)
        work.append((len(a) - start - end) * (len(b) - start - end))
        return found

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(edits, "matches", counted)
        marked(old, new)
    assert max(work, default=0) <= LIMIT
