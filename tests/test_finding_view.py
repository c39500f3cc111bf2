import json
import re

from hypothesis import given
from hypothesis import strategies as st

from builder import finding_view
from builder.finding import RULES, Finding
from builder.model import Position

SOURCE = "---\ntitel: Ett\n---\nLäkaren svarar, se avsnitt 4.2 nedan.\n"
TYPED = Finding("T301", Position("clauses/a/ett.md", 4, 20), {"text": "avsnitt 4.2", "suggestion": "Länka."})
WORK = Finding("K203", Position("clauses/a/två.md", 1, 1), {"clause": "a/två"})


def test_text_shows_place_line_mark_and_hint() -> None:
    shown = finding_view.as_text([TYPED], {"clauses/a/ett.md": SOURCE})
    assert shown == (
        "clauses/a/ett.md:4:20: T301 fel: Numret ”avsnitt 4.2” är skrivet för hand.\n"
        "    4 | Läkaren svarar, se avsnitt 4.2 nedan.\n"
        "      |                    ^^^^^^^^^^^\n"
        "  Länka.\n"
        "\n"
        "1 fel\n"
    )


def test_findings_are_sorted_and_shown_once() -> None:
    places = re.findall(r"^clauses/\S+", finding_view.as_text([WORK, TYPED, WORK], {}), re.M)
    assert places == ["clauses/a/ett.md:4:20:", "clauses/a/två.md:1:1:"]


def test_counts_in_words() -> None:
    question = Finding("B504", Position("x"), {"text": "a", "term": "b"})
    assert finding_view.count([TYPED, TYPED, WORK, WORK, WORK, question]) == "2 fel, 3 varningar, 1 fråga"
    assert finding_view.count([]) == "Inga fynd."


def test_colours_only_when_asked() -> None:
    sources = {"clauses/a/ett.md": SOURCE}
    assert "\x1b" not in finding_view.as_text([TYPED], sources)
    assert "\x1b[31mT301 fel:\x1b[0m" in finding_view.as_text([TYPED], sources, colour=True)


def test_trace_says_how_the_text_was_included() -> None:
    finding = Finding(
        "K201", Position("assemblies/a.yml", 3, 5), {"clause": "a/x"}, (Position("assemblies/b.yml", 7, 3),)
    )
    assert "Ingår genom assemblies/b.yml:7:3" in finding_view.as_text([finding], {})


def test_mark_stands_under_its_column_after_wide_and_combining_signs() -> None:
    line = "日本 e\u0301 avsnitt 4.2"
    found = Finding("T301", Position("a.md", 1, line.index("a") + 1), {"text": "avsnitt 4.2"})
    _, excerpt, mark, *_ = finding_view.as_text([found], {"a.md": line}).splitlines()
    assert excerpt == "    1 | " + line
    assert mark == "      | " + " " * 7 + "^" * 11


def test_a_very_long_line_is_cut_around_the_place() -> None:
    line = "a" * 1_000_000 + "TODO" + "b" * 1_000_000
    found = Finding("T302", Position("a.md", 1, 1_000_001), {"text": "TODO"})
    _, excerpt, mark, *_ = finding_view.as_text([found], {"a.md": line}).splitlines()
    assert len(excerpt) < 200
    assert excerpt[mark.index("^") : mark.rindex("^") + 1] == "TODO"


def test_the_line_number_counts_every_kind_of_line_break() -> None:
    found = Finding("T302", Position("a.md", 4, 1), {"text": "TODO"})
    assert "    4 | TODO" in finding_view.as_text([found], {"a.md": "ett\r\ntvå\rtre\u2028\nTODO"})


def test_github_escapes_what_would_end_a_command() -> None:
    found = Finding("T302", Position("a,b:c%.md", 2, 3), {"text": "x\n::error::falsk 100 %"})
    assert finding_view.as_github([found]) == (
        "::error file=a%2Cb%3Ac%25.md,line=2,col=3,title=T302 fel::Arbetsmärket ”x%0A::error::falsk 100 %25” "
        "står kvar i texten.%0ATa bort märket, eller gör det till en öppen fråga i huvudet.\n"
    )


def test_json_holds_every_field() -> None:
    (entry,) = json.loads(finding_view.as_json([TYPED]))
    assert entry == {
        "code": "T301",
        "severity": "fel",
        "path": "clauses/a/ett.md",
        "line": 4,
        "column": 20,
        "sentence": "Numret ”avsnitt 4.2” är skrivet för hand.",
        "hint": TYPED.hint,
        "why": RULES["T301"].why,
    }


def test_each_form_by_its_name() -> None:
    assert finding_view.view([TYPED], {}, "text") == finding_view.as_text([TYPED], {})
    assert finding_view.view([TYPED], {}, "json") == finding_view.as_json([TYPED])
    assert finding_view.view([TYPED], {}, "github") == finding_view.as_github([TYPED])


def test_nothing_found() -> None:
    assert finding_view.as_text([], {}) == "Inga fynd.\n"
    assert json.loads(finding_view.as_json([])) == []
    assert finding_view.as_github([]) == ""


ANYTHING = st.text(st.characters(codec=None), max_size=30)


@given(path=ANYTHING, source=ANYTHING, text=ANYTHING, line=st.integers(-1, 9), column=st.integers(-1, 40))
def test_no_text_from_a_file_reaches_the_screen_raw(path: str, source: str, text: str, line: int, column: int) -> None:
    found = [Finding("T302", Position(path, line, column), {"text": text})]
    shown = finding_view.as_text(found, {path: source})
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", shown)
    assert shown.count("\n") <= 6
    assert finding_view.as_github(found).count("\n") == 1
    finding_view.as_github(found).encode()
    json.loads(finding_view.as_json(found).encode())
