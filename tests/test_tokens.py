"""What is the same to a reader is the same token, whatever its bytes, and what is not is marked."""

from unicodedata import normalize

from builder.compare.paragraphs import Pen, mark_inlines
from builder.compare.tokens import tokenise
from builder.model import ClauseLink, Inline, Marks, Number, Text, Url

PEN = Pen("Skrivgruppen", "2027-01-15", {"hemmet/gammal": "hemmet/ny"})


def marked(old: tuple[Inline, ...], new: tuple[Inline, ...]) -> list[str]:
    """The inlines that came or went."""
    return [span.inline.text for span in mark_inlines(old, new, PEN) if span.fate]  # type: ignore[union-attr]


def test_the_encoding_of_letters_is_no_change() -> None:
    text = "Läkaren i Älvdalen svarar på en gång, även på natten."
    assert marked((Text(normalize("NFD", text)),), (Text(text),)) == []


def test_a_run_of_white_space_is_one_space() -> None:
    assert marked((Text("ett  två\u00a0tre"),), (Text("ett två tre"),)) == []


def test_a_number_that_followed_is_no_change_beside_one_that_is() -> None:
    old = (Text("Se avsnitt "), Number("hemmet/gammal", "2.1"), Text(" i dag."))
    new = (Text("Se avsnitt "), Number("hemmet/ny", "3.4"), Text(" i morgon."))
    assert marked(old, new) == ["dag", "morgon"]


def test_a_number_of_another_section_is_a_change() -> None:
    old, new = ((Text("Se avsnitt "), Number(f"hemmet/{name}", "2.1"), Text(".")) for name in ("a", "b"))
    assert marked(old, new) == ["2.1", "2.1"]


def test_a_web_link_to_another_place_is_another_text_and_a_link_to_a_clause_is_not() -> None:
    links = (Url("https://a.example"), Url("https://b.example"), ClauseLink("hemmet/a"), ClauseLink("hemmet/b"))
    a, b, c, d = (tokenise((Text("ord", Marks(link=link)),), {})[0].key for link in links)
    assert a != b
    assert c == d


def test_a_word_keeps_its_inner_marks() -> None:
    found = [t.text for t in tokenise((Text("hälso- och sjukvårdslagen (2017:30), 3,5 km, e-post."),), {})]
    assert [text for text in found if text.strip()] == [
        "hälso-", "och", "sjukvårdslagen", "(", "2017:30", ")", ",", "3,5", "km", ",", "e-post", ".",
    ]  # fmt: skip
