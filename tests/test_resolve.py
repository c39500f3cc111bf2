"""Drafts become documents. Clauses are written as files, and a document is shown as words with its marks:
[text](target) a link, #1.2 a number, {text|term}, <text|act section>, $value$, ^[note].
"""

from collections.abc import Mapping
from dataclasses import replace
from textwrap import dedent

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builder.anchors import anchors, slug
from builder.assemble import assemble
from builder.finding import Finding
from builder.fingerprint import document_fingerprint
from builder.library import Library
from builder.markdown import parse
from builder.model import (
    Block,
    Break,
    ClauseLink,
    Document,
    Edition,
    Inline,
    LawUse,
    Marks,
    Note,
    Number,
    OutsideLink,
    Paragraph,
    ParameterUse,
    Section,
    Table,
    TermUse,
    Text,
    Url,
    join,
    words,
)
from builder.places import locate
from builder.read import read
from builder.resolve import resolve
from builder.snapshot import Snapshot

REGISTERS = {
    "termer": """
        sip: {term: samordnad individuell plan, förkortning: SIP, definition: En plan., källa: 16 kap. 4 § HSL}
        patient: {term: patient, definition: Den som får vård.}
        arende: {term: ärende, definition: Något.}
    """,
    "lagar": """
        HSL: {sfs: "2017:30", namn: hälso- och sjukvårdslagen, paragrafer: {"16 kap. 1 §": {}, "16 kap. 4 §": {}}}
        SoL: {sfs: "2025:400", namn: socialtjänstlagen}
        "SoL 2001": {sfs: "2001:453", namn: den upphävda socialtjänstlagen, upphävd: "2025-07-01", ersatt-av: SoL}
    """,
    "parametrar": """
        svarstid: {värde: 30 minuter, betydelse: Tid att ringa upp., källa: antagande, fråga: Hur snabbt?}
        dygn: {värde: 3 dagar, betydelse: Tid att betala., källa: känd, låst-av: SoL 5 kap. 4 §}
    """,
    "parter": """
        kommunen: {namn: Kommunen, kort: kommunen, slag: roll}
        regionen: {namn: Regionen, kort: regionen, slag: roll}
        nassjo: {namn: Nässjö kommun, kod: "0682", slag: kommun, beskrivning: En kommun.}
        angelholm: {namn: Ängelholms kommun, slag: kommun}
        norr: {namn: Region Norr, slag: region}
    """,
    "avtal": """
        hemmet: {titel: Överenskommelse om hemmet}
        rehab: {titel: Avtal om patienter}
    """,
    "versioner": """
        rehab:
          - {version: utkast-1, commit: 0123456789012345678901234567890123456789, datum: "2026-01-01", status: utkast}
    """,
}
CLAUSES = {
    "hemmet/sip": "titel: Samordnad individuell plan\n---\nText.\n\n## Mål och syfte\n\nText.\n\n## Mål och syfte\n",
    "hemmet/utanfor": "titel: Utanför dokumentet\n---\nText.\n",
    "rehab/forskrivning": "titel: Förskrivning\n---\nText.\n",
    "rehab/lada": "titel: Låda\n---\nText.\n",
}
ASSEMBLIES = {
    "hemmet": "titel: Avtalet\navtal: hemmet\ninnehåll: [Ett: [hemmet/sip, hemmet/klausul]]\n"
    "bilagor: [begreppslista, parametrar, parter]\n",
    "rehab": "titel: Rehab\navtal: rehab\ninnehåll: [Ett: [rehab/lada, rehab/forskrivning]]\n",
}
PATH = "clauses/hemmet/klausul.md"
EDITION = Edition("Avtalet")


def library(body: str, header: str = "", registers: Mapping[str, str] = REGISTERS, **clauses: str) -> Library:
    files = {
        PATH: f"---\ntitel: Klausulen\n{dedent(header)}---\n{body}",
        **{f"clauses/{id}.md": f"---\n{text}" for id, text in {**CLAUSES, **clauses}.items()},
        **{f"clauses/register/{name}.yml": dedent(text) for name, text in registers.items()},
        **{f"assemblies/{name}.yml": text for name, text in ASSEMBLIES.items()},
    }
    return read(Snapshot({path: text.encode() for path, text in files.items()}))[0]


def document(lib: Library, edition: Edition = EDITION) -> tuple[Document, tuple[Finding, ...]]:
    return resolve(assemble(lib, lib.assemblies["hemmet"])[0], lib, edition)


def section(body: str, header: str = "", **more: str) -> tuple[Section, list[tuple[str, int, int]]]:
    made, findings = document(library(body, header, **more))
    clause = next(section for section in made.sections if section.id == "hemmet/klausul")
    return clause, [(f.code, f.position.line, f.position.column) for f in findings if f.position.path == PATH]


def shown(body: str, **more: str) -> str:
    return "\n".join(map(block_shown, section(body, **more)[0].blocks))


def codes(body: str, **more: str) -> list[tuple[str, int, int]]:
    """The findings of a clause, its body beginning on line 4."""
    return section(body, **more)[1]


def hint(body: str) -> str:
    return document(library(body))[1][0].hint


def block_shown(block: Block) -> str:
    if isinstance(block, Table):
        return "\n".join(" | ".join(inlines(p.content) for c in row.cells for p in c.content) for row in block.rows)
    return inlines(block.content)


def inlines(content: tuple[Inline, ...]) -> str:
    return "".join(map(inline_shown, content))


def inline_shown(inline: Inline) -> str:
    match inline:
        case Text(text=text, marks=marks):
            return link_shown(about_shown(text, marks), marks)
        case Number(text=text):
            return f"#{text}"
        case Note(content=content):
            return f"^[{' '.join(inlines(p.content) for p in content)}]"
        case Break():
            return "/"


def about_shown(text: str, marks: Marks) -> str:
    match marks.about:
        case TermUse(term=term):
            return f"{{{text}|{term}}}"
        case LawUse(law=law, section=part):
            return f"<{text}|{f'{law} {part}'.strip()}>"
        case ParameterUse():
            return f"${text}$"
        case None:
            return text


def link_shown(text: str, marks: Marks) -> str:
    match marks.link:
        case ClauseLink(clause=clause, anchor=anchor):
            return f"[{text}]({clause}{'#' * bool(anchor)}{anchor})"
        case OutsideLink(clause=clause, agreement=agreement, version=version):
            return f"[{text}]({clause} {agreement}@{version})"
        case Url(address=address):
            return f"[{text}]({address})"
        case None:
            return text


# --- references --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("se [samordnad individuell plan](sip.md).", "se [samordnad individuell plan](hemmet/sip) (avsnitt #1.1)."),
        ("[planen](./sip.md)", "[planen](hemmet/sip) (avsnitt #1.1)"),
        ("[planen](../hemmet/sip.md)", "[planen](hemmet/sip) (avsnitt #1.1)"),
        ("[planen](../hemmet/%73ip.md)", "[planen](hemmet/sip) (avsnitt #1.1)"),
        ("[planen](sip.md#mal-och-syfte)", "[planen](hemmet/sip#mal-och-syfte) (avsnitt #1.1)"),
        ("[planen](sip.md#mal-och-syfte_1)", "[planen](hemmet/sip#mal-och-syfte_1) (avsnitt #1.1)"),
        ("(se [planen](sip.md))", "(se [planen](hemmet/sip), avsnitt #1.1)"),
        ("(a) [planen](sip.md)", "(a) [planen](hemmet/sip) (avsnitt #1.1)"),
        ("se [4.2](sip.md)", "se #1.1"),
        ("se [avsnitt 4.2](sip.md)", "se [avsnitt ](hemmet/sip)#1.1"),
        ("[plan *en*](sip.md)", "[plan ](hemmet/sip)[en](hemmet/sip) (avsnitt #1.1)"),
        ("[ett](sip.md)[två](klausul.md)", "[ett](hemmet/sip) (avsnitt #1.1)[två](hemmet/klausul) (avsnitt #1.2)"),
        ("[sidan](https://example.org/a.md)", "[sidan](https://example.org/a.md)"),
        ("[upp](#rubrik)\n\n## Rubrik", "[upp](hemmet/klausul#rubrik)\nRubrik"),
        ("- punkt [planen](sip.md)", "punkt [planen](hemmet/sip) (avsnitt #1.1)"),
        ("|a|\n|-|\n|[planen](sip.md)|", "a\n[planen](hemmet/sip) (avsnitt #1.1)"),
        ("a[^1]\n\n[^1]: [planen](sip.md)", "a^[[planen](hemmet/sip) (avsnitt #1.1)]"),
        ("`[planen](sip.md)`", "[planen](sip.md)"),
    ],
)
def test_links_to_clauses_get_numbers(written: str, expected: str) -> None:
    assert shown(written) == expected
    assert codes(written) == []


@pytest.mark.parametrize(
    ("written", "expected", "found"),
    [
        (
            '[utprovning](../rehab/forskrivning.md "utkast-1")',
            "[utprovning](rehab/forskrivning rehab@utkast-1) (Avtal om patienter, utkast-1, avsnitt 1.2)",
            [],
        ),
        (
            '(se [utprovning](../rehab/forskrivning.md "utkast-1"))',
            "(se [utprovning](rehab/forskrivning rehab@utkast-1), Avtal om patienter, utkast-1, avsnitt 1.2)",
            [],
        ),
        (
            "en [utprovning](../rehab/forskrivning.md)",
            "en [utprovning](rehab/forskrivning rehab@) (Avtal om patienter, avsnitt 1.2)",
            [("K205", 4, 5)],
        ),
        (
            'en [utprovning](../rehab/forskrivning.md "utkast-9")',
            "en [utprovning](rehab/forskrivning rehab@utkast-9) (Avtal om patienter, utkast-9, avsnitt 1.2)",
            [("K208", 4, 5)],
        ),
        (
            '[det där](utanfor.md "utkast-1")',
            "[det där](hemmet/utanfor hemmet@utkast-1) (Överenskommelse om hemmet, utkast-1)",
            [],
        ),
    ],
)
def test_links_out_of_the_document_are_printed(written: str, expected: str, found: list[tuple[str, int, int]]) -> None:
    assert shown(written) == expected
    assert codes(written) == found


@pytest.mark.parametrize(
    ("written", "found", "advice"),
    [
        ("x [a](spi.md)", ("K204", 4, 4), "Menade du ”sip.md”?"),
        ("x [a](../rehab/forskivning.md)", ("K204", 4, 4), "Menade du ”../rehab/forskrivning.md”?"),
        ("x [a](../../../etc/passwd.md)", ("K204", 4, 4), "Adressen leder ut ur projektet."),
        ("x [a](/clauses/hemmet/sip.md)", ("K204", 4, 4), "Adressen leder ut ur projektet."),
        ("x [a](../register/parter.yml)", ("K204", 4, 4), "Länka till en klausul"),
        ("x [a](../register/termer.yml)", ("K204", 4, 4), "Ange vilken rad: termer.yml#id."),
        ("x [a](%00.md)", ("K204", 4, 4), ""),
        ("x [a](sip.md#mal)", ("K207", 4, 4), "Menade du ”mal-och-syfte”?"),
        ("x [Samordnade individuella vårdplaner](sip.md)", ("T308", 4, 4), "Kör overens fix"),
        ("x [a](../register/parametrar.yml#svarsti)", ("P402", 4, 4), "Menade du ”svarstid”?"),
        ("x [a](../register/termer.yml#sipp)", ("B501", 4, 4), "Menade du ”sip”?"),
        ("x [a](../register/lagar.yml#HSLU)", ("L602", 4, 4), "Menade du ”HSL”?"),
        ("x [a](../register/lagar.yml#SoL%202001)", ("L601", 4, 4), "Hänvisa till socialtjänstlagen (2025:400)."),
        ("rad ett\nx [20 minuter](../register/parametrar.yml#svarstid)", ("P401", 5, 4), "Kör overens fix"),
    ],
)
def test_faulty_links(written: str, found: tuple[str, int, int], advice: str) -> None:
    assert codes(written) == [found]
    assert advice in hint(written)


def test_a_link_to_a_broken_clause_is_not_reported_again() -> None:
    lib = replace(library("[a](trasig.md)"), broken=frozenset({"hemmet/trasig"}))
    made, findings = document(lib)
    assert findings == ()
    assert block_shown(made.sections[2].blocks[0]) == "a"


def test_a_former_id_leads_to_the_clause() -> None:
    clause = "titel: Ny\ntidigare-id: [hemmet/gammal]\n---\nText.\n"
    assert codes("[en](gammal.md)", **{"hemmet/ny": clause}) == [("K205", 4, 2)]


def test_a_pin_is_accepted_while_no_version_is_recorded() -> None:
    registers = {name: text for name, text in REGISTERS.items() if name != "versioner"}
    assert document(library('[en](../rehab/lada.md "2027-1")', registers=registers))[1] == ()


@pytest.mark.parametrize(
    "text",
    ["Samordnad individuell plan", "samordnad individuell plan", "den samordnade individuella planen", "SIP",
     "samordnade individuella planer", "planeringen"],
)  # fmt: skip
def test_a_link_text_may_be_inflected_or_the_authors_own(text: str) -> None:
    assert codes(f"[{text}](sip.md)") == []


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


def annex(body: str, name: str) -> list[tuple[str, str]]:
    made, _ = document(library(body))
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


def test_parties_stand_by_kind_and_in_swedish_order() -> None:
    assert [key for key, _ in annex("", "parter")] == ["", "norr", "nassjo", "angelholm", "kommunen", "regionen"]


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


# --- places and anchors ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("heading", "expected"),
    [("Mål och syfte", "mal-och-syfte"), ("Vägar in & ut", "vagar-in-ut"), ("14 kap. 1 §", "14-kap-1"), ("§", "")],
)
def test_anchors_are_those_of_python_markdown(heading: str, expected: str) -> None:
    from markdown.extensions.toc import slugify

    assert slug(heading) == slugify(heading, "-") == expected


def test_like_headings_get_anchors_of_their_own() -> None:
    blocks, _ = parse("## Mål\n\n## Mål\n\n## Mål\n", PATH, 1)
    assert anchors(blocks) == ("mal", "mal_1", "mal_2")


def test_words_are_found_again_over_line_breaks() -> None:
    source = "---\n---\n> ett två\n> tre ett två\n> tre"
    blocks, _ = parse("\n\n> ett två\n> tre ett två\n> tre", PATH, 1)
    paragraph = blocks[0]
    assert isinstance(paragraph, Paragraph)
    text = paragraph.content[0]
    assert isinstance(text, Text)
    assert text.position is not None
    place = locate(source, text.position, text.text, text.text.rindex("två tre"), len("två tre"))
    assert (place.line, place.column) == (4, 11)
