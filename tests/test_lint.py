import time
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder import lint
from builder.finding import Finding
from builder.library import Acceptance, Assembly, Chapter, Clause, Include, Law, Library, Parameter, Party, Term
from builder.lint.analysis import analyse
from builder.model import Document, Edition, Facts, Position, Section, Text

HEAD = "---\ntitel: Ett\n---\n"


def library(*bodies: str, **registers: object) -> Library:
    """Clauses a/k0, a/k1 … in one assembly, with the given bodies."""
    clauses, sources = {}, {}
    for index, body in enumerate(bodies):
        id, path = f"a/k{index}", f"clauses/a/k{index}.md"
        clauses[id] = Clause(id, path, "Ett", keys={"titel": Position(path, 2, 8)}, body_line=4)
        sources[path] = HEAD + body
    contents = (Chapter("Kapitel", tuple(Include(id) for id in clauses)),)
    assembly = Assembly("a", "assemblies/a.yml", "Avtal", contents=contents)
    return Library(clauses, {"a": assembly}, sources=sources, **registers)  # type: ignore[arg-type]


def documents(made: Library) -> tuple[Document, ...]:
    sections = tuple(Section(id, "clause", 1, (Text("Ett"),)) for id in made.clauses)
    return (Document("a", Edition("Avtal"), sections),)


def found(made: Library) -> list[Finding]:
    return list(lint.check(made, documents(made)))


def shown(body: str, **registers: object) -> list[str]:
    """Code and place below the header: "T301 1:4 avsnitt 4.2"."""
    return [
        f"{f.code} {f.position.line - 3}:{f.position.column} {f.words.get('text', '')}"
        for f in found(library(body, **registers))
    ]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Se avsnitt 4.2.", "1:4 avsnitt 4.2"),
        ("Avsnitt 12 gäller.", "1:1 Avsnitt 12"),
        ("Enligt punkt 3.1 ska\nkommunen", "1:8 punkt 3.1"),
        ("Det följer av kap. 5 ovan.", "1:15 kap. 5"),
        ("Det följer av kapitel 5.", "1:15 kapitel 5"),
        ("Ett, se 4.2 ovan.", "1:6 se 4.2"),
        ("Reglerna i 4.2 ovan gäller.", "1:12 4.2"),
        ("Text i\navsnitt\n4.2 gäller.", "2:1 avsnitt 4.2"),
        ("> Text i avsnitt\n> 4.2 gäller.", "1:10 avsnitt 4.2"),
        ("Se [avsnitt 4.2](sip.md).", "1:5 avsnitt 4.2"),
        ("Se [4.2](../b/sip.md).", "1:5 4.2"),
        ("Se [5](sip.md#mal).", "1:5 5"),
        ("Se avsnitt 4.2–4.5.", "1:4 avsnitt 4.2"),
        ("Se avsnitt\u00a04.2.", "1:4 avsnitt 4.2"),
        ("Se avsnitt 4.2 i denna överenskommelse.", "1:4 avsnitt 4.2"),
        ("- ett\n- klausul 7", "2:3 klausul 7"),
        ("Enligt avsnitt 4.2 och 16 kap. 1 § HSL.", "1:8 avsnitt 4.2"),
    ],
)
def test_a_typed_number_is_found_at_its_place(body: str, text: str) -> None:
    assert shown(body) == [f"T301 {text}"]


def test_the_advice_for_a_number_in_a_link_is_to_have_it_mended() -> None:
    assert [f.hint[:12] for f in found(library("Se [avsnitt 4.2](a.md) och avsnitt 4.2."))] == [
        "Kör overens ",
        "Länka till k",
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Enligt 16 kap. 1 § hälso- och sjukvårdslagen.",
        "Enligt kap. 5 HSL.",
        "Enligt 6 § första stycket punkt 2 förvaltningslagen.",
        "Kommunen betalar enligt 4.2 procent.",
        "Version 4.2 gäller från 2027-01-01 klockan 8.30.",
        "Priset är 4.2 kronor, se 1.5 miljoner.",
        "`avsnitt 4.2`",
        "```\navsnitt 4.2\n```",
        "~~~\navsnitt 4.2\n",
        "Två ``avsnitt ` 4.2`` ord.",
        "Se avsnitt 4.2 i Socialstyrelsens handbok.",
        "Se [avsnitt 4.2 i handboken](https://example.org/).",
        "Svara inom [30](../register/parametrar.yml#svarstid).",
        'Se [Plan](https://example.org/4.2 "avsnitt").',
        "Steg 2 och nivå 3, bilaga 2.",
        "Se [Plan](plan.md).",
        "Målpunkt 3 nås.",
    ],
)
def test_other_numbers_are_let_be(body: str) -> None:
    assert shown(body) == []


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("TODO: skriv klart", "1:1 TODO"),
        ("Text FIXME.", "1:6 FIXME"),
        ("Inom XXX dagar.", "1:6 XXX"),
        ("Inom xxx dagar.", "1:6 xxx"),
        ("Vem???", "1:4 ???"),
        ("Avsnittet är Under uppbyggnad.", "1:14 Under uppbyggnad"),
        ("Läkaren [RN2] svarar.", "1:9 [RN2]"),
        ("Text.\n<<<<<<< HEAD\nText.", "2:1 <<<<<<<"),
        ("Text.\r\n>>>>>>> annan\r\nText.", "2:1 >>>>>>>"),
        ("Läkaren \\[RN2\\] svarar.", "1:10 [RN2]"),
    ],
)
def test_a_leftover_mark_is_found_at_its_place(body: str, text: str) -> None:
    assert shown(body) == [f"T302 {text}"]


@pytest.mark.parametrize(
    "body",
    [
        "Fotnot[^1] här.\n\n[^1]: Text.",
        "- [x] klart\n- [ ] kvar",
        "Se [AB1](https://example.org/todo/TODO).",
        "`TODO`",
        "Vad?? Todo el mundo.",
        "Se [AB1].\n\n[AB1]: https://example.org/xxx",
    ],
)
def test_marks_of_the_text_itself_are_let_be(body: str) -> None:
    assert [line for line in shown(body) if "T302 1:4 [AB1]" not in line] == []


def test_a_mark_in_the_header_is_found() -> None:
    made = library("Text.")
    made = replace(made, sources={"clauses/a/k0.md": "---\ntitel: TODO\n---\nText."})
    assert [(f.code, f.position) for f in found(made)] == [("T302", Position("clauses/a/k0.md", 2, 8))]


def test_a_clause_in_no_document() -> None:
    made = replace(library("Ett.", "Två."), assemblies={})
    assert [(f.code, f.position.line, f.position.column) for f in found(made)] == [("K203", 2, 8)] * 2


def test_a_withdrawn_clause_needs_no_document() -> None:
    made = library("Ett.")
    gone = replace(made.clauses["a/k0"], facts=Facts(status="utgår"))
    assert found(replace(made, assemblies={}, clauses={"a/k0": gone})) == []


def test_silent_about_documents_while_one_cannot_be_read() -> None:
    made = library("Ett.")
    assert found(replace(made, assemblies={}, sources={**made.sources, "assemblies/b.yml": "["})) == []


def test_a_template_that_is_not_there() -> None:
    made = library("Ett.")
    place = Position("assemblies/a.yml", 2, 7)
    assembly = replace(made.assemblies["a"], template="mallar/remis.docx", keys={"mall": place})
    made = replace(made, assemblies={"a": assembly}, templates={"mallar/remiss.docx": b""})
    assert [(f.code, f.position, f.hint) for f in found(made)] == [("K210", place, "Menade du ”mallar/remiss.docx”?")]
    assert found(replace(made, templates={"mallar/remis.docx": b""})) == []


def test_an_unused_parameter() -> None:
    row = {id: Parameter(id, "30", position=Position("clauses/register/parametrar.yml", 1)) for id in ("ett", "två")}
    assert [f.sentence for f in found(library("Inom [30](../register/parametrar.yml#ett).", parameters=row))] == [
        "Parametern ”två” används inte i någon klausul."
    ]


def test_an_unknown_party_gets_a_suggestion() -> None:
    made = library(
        "Ett.", parties={"kommunen": Party("kommunen", "Kommunen"), "regionen": Party("regionen", "Regionen")}
    )
    clause = made.clauses["a/k0"]
    keys = {"ansvarig": Position(clause.path, 3, 11), "ansvarig.1": Position(clause.path, 3, 22)}
    clause = replace(clause, facts=Facts(responsible=("kommunen", "regonen")), keys=keys)
    (finding,) = found(replace(made, clauses={"a/k0": clause}))
    assert (finding.code, finding.position.column, finding.hint) == ("R701", 22, "Menade du ”regionen”?")


def test_without_a_register_of_parties_anyone_may_be_responsible() -> None:
    made = library("Ett.")
    clause = replace(made.clauses["a/k0"], facts=Facts(responsible=("byalaget",)))
    assert found(replace(made, clauses={"a/k0": clause})) == []


TERMS = {
    "vard": Term("vard", "hälso- och sjukvård i hemmet", avoid=("hemsjukvård",), position=Position("t.yml", 1)),
    "plan": Term("plan", "samordnad plan", abbreviation="SIP", avoid=("plan",), position=Position("t.yml", 5)),
}


def test_words_to_avoid_in_inflected_forms() -> None:
    assert shown("Kommunens **Hemsjukvården** och hemsjukvårdens.", terms=TERMS) == [
        "B504 1:13 Hemsjukvården",
        "B504 1:33 hemsjukvårdens",
    ]


def test_a_word_to_avoid_is_allowed_inside_the_term() -> None:
    assert shown("En samordnad plan och en plan.", terms=TERMS) == ["B504 1:26 plan"]


def test_terms_and_abbreviations_defined_twice() -> None:
    laws = {"SIP": Law("SIP", "2020:1", "lag", position=Position("l.yml", 3))}
    twice = {**TERMS, "annan": Term("annan", "Samordnad plan", position=Position("t.yml", 9))}
    words = [
        (f.code, f.position.line, f.words["form"], f.words["line"]) for f in found(library("", terms=twice, laws=laws))
    ]
    assert words == [("B502", 5, "sip", "3"), ("B502", 9, "samordnad plan", "5")]


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("Kommunen ska MDR följa ABC.", ["1:14 MDR", "1:24 ABC"]),
        ("ABC och ABC.", ["1:1 ABC"]),
        ("SIP och SIP:en, LoUR", ["1:17 LoUR"]),
        ("Ett nytt sätt (NYP) och NYP.", []),
        ("NYP (nytt sätt) och NYP.", []),
        ("EU, HSLF-FS 2017:27, kapitel IV, MAS-funktion", ["1:34 MAS"]),
        ("`ABC` [Text](ABC.md) https://ABC.example", []),
        ("MASen och SoL, SoLs", ["1:1 MASen"]),
    ],
)
def test_abbreviations(body: str, text: list[str]) -> None:
    laws = {"SoL": Law("SoL", "2025:400", "socialtjänstlagen")}
    assert shown(body, terms=TERMS, laws=laws) == [f"B503 {line}" for line in text]


def test_an_abbreviation_is_reported_once_a_document_at_its_first_use() -> None:
    assert [(f.code, f.position.path) for f in found(library("ABC.", "ABC.", terms=TERMS))] == [
        ("B503", "clauses/a/k0.md")
    ]
    assert found(library("Ett nytt sätt (NYP).", "NYP.", terms=TERMS)) == []
    assert found(library("ABC.")) == []


# --- accepted findings ---------------------------------------------------------------------------------


def accepting(code: str, body: str, text: str = "") -> Library:
    made = library(body, terms=TERMS)
    clause = replace(
        made.clauses["a/k0"], accepted=(Acceptance(code, "skäl", text),), keys={"godtagna.0.kod": Position("k", 3, 9)}
    )
    return replace(made, clauses={"a/k0": clause})


@pytest.mark.parametrize(
    ("code", "body", "codes"),
    [
        ("B503", "ABC.", []),
        ("B503", "Ord.", ["A801"]),
        ("T301", "Se avsnitt 4.2.", ["T301", "A802"]),
        ("B530", "Ord.", ["A802"]),
    ],
)
def test_accepted_findings(code: str, body: str, codes: list[str]) -> None:
    made = accepting(code, body)
    assert [f.code for f in lint.accept(made, found(made))] == codes


@pytest.mark.parametrize(
    ("text", "body", "left"),
    [
        ("ABC", "Först ABC, sedan DEF.", ["B503 DEF"]),
        ("abc", "Först ABC, sedan DEF.", ["B503 DEF"]),
        ("sedan  DEF", "Först ABC,\nsedan\nDEF.", ["B503 ABC"]),
        ("GHI", "Först ABC.", ["A801 ", "B503 ABC"]),
        ("AB", "Först ABC.", ["A801 ", "B503 ABC"]),
        ("Först", "Först ABC.", ["A801 ", "B503 ABC"]),
        ("", "Först ABC, sedan DEF.", []),
    ],
)
def test_one_finding_is_accepted_by_its_words(text: str, body: str, left: list[str]) -> None:
    made = accepting("B503", body, text)
    assert sorted(f"{f.code} {f.words.get('text', '')}" for f in lint.accept(made, found(made))) == left


def test_an_acceptance_without_its_words_says_which() -> None:
    made = accepting("B503", "ABC.", "den andra planen")
    assert "Det godtagna fyndet B503 om ”den andra planen” finns inte längre." in [
        f.sentence for f in lint.accept(made, found(made))
    ]


def test_an_unknown_code_gets_a_suggestion_at_its_place() -> None:
    (finding,) = lint.accept(accepting("b503", "Ord."), [])
    assert (finding.position.column, finding.hint) == (9, "Menade du ”B503”?")


# --- laws ----------------------------------------------------------------------------------------------

PIECES = [
    "`",
    "``",
    "```\n",
    "~~~\n",
    "\n",
    "\n\n",
    "[",
    "](",
    ")",
    "a.md",
    "avsnitt 4.2 ",
    "TODO ",
    "ABC ",
    "> ",
    '"',
    "ord ",
    "\r\n",
]


@given(st.lists(st.sampled_from(PIECES)).map("".join))
def test_blanking_keeps_length_and_line_breaks_and_every_finding_points_at_its_text(body: str) -> None:
    made = library(body, terms=TERMS)
    source = made.sources["clauses/a/k0.md"]
    sheet = analyse(made, ()).sheets["a/k0"]
    for blanked in (sheet.text, sheet.prose):
        assert len(blanked) == len(source)
        assert all(new in (old, " ") for old, new in zip(source, blanked, strict=True))
        assert blanked.count("\n") == source.count("\n")
    for finding in found(made):
        rest = source[sheet.starts[finding.position.line - 1] + finding.position.column - 1 :]
        assert rest.split()
        assert finding.words["text"].startswith(rest.split()[0][:3])


@given(st.text(alphabet="`~ \nab"))
def test_code_is_blanked_as_commonmark_reads_it(body: str) -> None:
    """Wherever the text outside lists and quotations is code for markdown-it, no letter is left."""
    from markdown_it import MarkdownIt

    code = [token for token in MarkdownIt().parse(body) if token.type == "fence"]
    left = analyse(library(body), ()).sheets["a/k0"].text[len(HEAD) :].split("\n")
    for token in code:
        first, last = token.map or (0, 0)
        assert "".join(left[first:last]).strip() == ""


@pytest.mark.parametrize(
    "piece",
    [
        "avsnitt 1 ",
        "[1](",
        "[1](a ",
        "`a``b```",
        "(ABC",
        '](x "',
        "```a` ",
        "plan ",
        "se 1.1.1.1.1",
        "A",
        "[RN2",
        "x ?? ",
        "\n> ",
        "Aaa",
    ],
)
def test_time_is_linear_for_hostile_texts(piece: str) -> None:
    def seconds(size: int) -> float:
        made = library(piece * (size // len(piece)), terms=TERMS)
        start = time.perf_counter()
        found(made)
        return time.perf_counter() - start

    assert seconds(200_000) < 4.0
