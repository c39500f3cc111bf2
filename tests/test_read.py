"""Files become the library."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.finding import Finding, in_order
from builder.library import Acceptance, Chapter, Include, Library, Version
from builder.model import Paragraph, Position, words
from builder.read import clause_id, read, slug
from builder.snapshot import Snapshot

A = "clauses/avtal/a.md"
CLAUSE = "---\ntitel: Titel\n---\nText.\n"


def library(files: dict[str, str | bytes]) -> tuple[Library, tuple[Finding, ...]]:
    found, findings = read(Snapshot({p: t.encode() if isinstance(t, str) else t for p, t in files.items()}))
    return found, in_order(findings)


def codes(files: dict[str, str | bytes]) -> list[tuple[str, str, int, int]]:
    return [(f.code, f.position.path, f.position.line, f.position.column) for f in library(files)[1]]


def clause_codes(text: str | bytes) -> list[tuple[str, int, int]]:
    return [(code, line, column) for code, _, line, column in codes({A: text})]


def test_a_full_clause() -> None:
    text = """---
titel: Läkarmedverkan
ansvarig: [regionen, kommunen]
lagstöd: [HSL 16 kap. 1 §]
motiv: Varför
öppna-frågor:
  - id: tid
    fråga: Hur lång?
    alternativ: [30, 60]
typ: ansvar
boende: [ordinärt]
källa: antagande
status: klar för beslut
ändringar:
  - till: utkast-2
    varför: Därför.
ersätter: 4 §
tidigare-id: [avtal/b]
godtagna:
  - kod: T308
    skäl: Bättre så.
språk: sv
---
Brödtext.
"""
    found, findings = library({A: text})
    assert findings == ()
    clause = found.clauses["avtal/a"]
    assert (clause.title, clause.former, clause.replaces, clause.language) == (
        "Läkarmedverkan", ("avtal/b",), "4 §", "sv",
    )  # fmt: skip
    facts = clause.facts
    assert facts.responsible == ("regionen", "kommunen")
    assert facts.basis == ("HSL 16 kap. 1 §",)
    assert (facts.motive, facts.kind, facts.housing) == ("Varför", "ansvar", ("ordinärt",))
    assert (facts.source, facts.status) == ("antagande", "klar för beslut")
    assert [(q.id, q.text, q.alternatives) for q in facts.questions] == [("tid", "Hur lång?", ("30", "60"))]
    assert [(r.version, r.why) for r in facts.reasons] == [("utkast-2", "Därför.")]
    assert clause.accepted == (Acceptance("T308", "Bättre så."),)
    assert clause.keys["titel"] == Position(A, 2, 8)
    assert clause.keys["ansvarig.1"] == Position(A, 3, 22)
    assert clause.keys["öppna-frågor.0"] == Position(A, 7, 5)
    assert clause.body_line == 24
    (paragraph,) = clause.body
    assert isinstance(paragraph, Paragraph)
    assert paragraph.position == Position(A, 24, 1)
    assert found.sources == {A: text}


def test_only_a_title_is_needed() -> None:
    found, findings = library({"clauses/a.md": CLAUSE})
    assert (found.clauses["a"].title, findings) == ("Titel", ())


def test_a_single_legal_basis_may_be_a_text() -> None:
    found, findings = library({A: "---\ntitel: T\nlagstöd: 'saknas: ny fråga'\n---\n"})
    assert (found.clauses["avtal/a"].facts.basis, findings) == (("saknas: ny fråga",), ())


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", [("H101", 1, 1)]),
        ("Bara text.", [("H101", 1, 1)]),
        ("---\n\ntext\n\n---\n\nmer", [("H101", 1, 1)]),
        ("```\n---\nid: X\n---\n```", [("H101", 1, 1)]),
        ("---\ntitel: T\n\ntext", [("H102", 1, 1)]),
        ("---\ntitel: A: B\n---\n", [("H102", 2, 9)]),
        ("---\n- titel: A\n---\n", [("H102", 2, 1)]),
        ("---\ntitel: A\ntitle: B\n---\n", [("H103", 3, 1)]),
        ("---\ntitel: [A]\n---\n", [("H104", 2, 8)]),
        ("---\ntitel: A\nansvarig: regionen\n---\n", [("H104", 3, 11)]),
        ("---\ntitel: A\nöppna-frågor: [ja]\n---\n", [("H104", 3, 16)]),
        ("---\ntitel: A\ntitel: B\n---\n", [("H105", 3, 1)]),
        ("---\ntyp: ansvar\n---\n", [("H106", 2, 1)]),
        ("---\ntitel:\n---\n", [("H106", 2, 1)]),
        ("---\n---\n", [("H106", 1, 1)]),
        ("---\ntitel: A\ntyp: ansvr\n---\n", [("H107", 3, 6)]),
        ("---\ntitel: A\nboende: [ordinärt, hemma]\n---\n", [("H107", 3, 20)]),
        ("---\ntitel: &a A\n---\n", [("H108", 2, 8)]),
        (b"---\ntitel: A\n---\n\xe5terl\xe4mning", [("F001", 4, 1)]),
        (b"---\ntitel: A\n---\na\x00b", [("F002", 4, 2)]),
        ("---\ntitel: A\n---\nb\u2028c", [("F002", 4, 2)]),
        ("---\ntitel: A\n---\nb\u202ec\u00ad", [("F007", 4, 2), ("F007", 4, 4)]),
        ("\ufeff---\r\ntitel: A\r\n---\r\n[a](javascript:b)", [("T307", 4, 2)]),
        ("---\ntitel: A\n---\n<b>", [("T303", 4, 1)]),
    ],
)
def test_what_is_wrong_with_a_clause_and_where(text: str | bytes, found: list[tuple[str, int, int]]) -> None:
    assert clause_codes(text) == found


@pytest.mark.parametrize("text", ["", b"---\ntitel: A\n---\n\xe5", "---\ntitel: A: B\n---\n", "---\n- a: b\n---\n"])
def test_a_broken_clause_is_named_and_the_rest_is_read(text: str | bytes) -> None:
    found, _ = library({A: text, "clauses/avtal/b.md": CLAUSE})
    assert (found.broken, set(found.clauses)) == (frozenset({"avtal/a"}), {"avtal/b"})


def test_a_misspelt_key_gets_a_suggestion() -> None:
    _, (finding,) = library({A: "---\ntitel: A\nanvarig: [b]\n---\n"})
    assert finding.hint == "Menade du ”ansvarig”?"


def test_a_file_that_was_not_read_is_broken() -> None:
    finding = Finding("F003", Position(A), {"size": "5,0 MB", "limit": "2,0 MB"})
    found, _ = read(Snapshot({}, findings=(finding,)))
    assert found.broken == {"avtal/a"}


@pytest.mark.parametrize(
    ("path", "suggestion"),
    [
        ("clauses/avtal/Rätt vård.md", "clauses/avtal/ratt-vard.md"),
        ("clauses/avtal/a_b.md", "clauses/avtal/a-b.md"),
        ("clauses/avtal/-rf.md", "clauses/avtal/rf.md"),
        ("clauses/avtal/$(id).md", "clauses/avtal/id.md"),
        ("clauses/avtal/*.md", "clauses/avtal/namn.md"),
    ],
)
def test_a_name_that_cannot_be_an_id(path: str, suggestion: str) -> None:
    found, (finding,) = library({path: CLAUSE})
    assert finding.code == "F005"
    assert f"”{suggestion}”" in finding.hint
    assert found.clauses[clause_id(path)].title == "Titel"


def test_a_former_id_belongs_to_one_clause() -> None:
    header = "---\ntitel: T\ntidigare-id: [{}]\n---\n"
    taken = {A: header.format("avtal/b"), "clauses/avtal/b.md": CLAUSE}
    assert codes(taken) == [("K212", A, 3, 15)]
    shared = {A: header.format("avtal/x"), "clauses/avtal/c.md": header.format("avtal/x")}
    assert codes(shared) == [("K212", "clauses/avtal/c.md", 3, 15)]


ASSEMBLY = """titel: Avtalet
typ: överenskommelse
avtal: avtal
mall: mallar/a.docx
innehåll:
  - Grunder: [avtal/a, b]
  - avtal/c:
      - avtal/d
      - Mitt i: avtal/e
  - b: [avtal/f]
bilagor: [parter]
"""


def test_an_assembly() -> None:
    files: dict[str, str | bytes] = {
        "assemblies/x.yml": ASSEMBLY, "clauses/b.md": CLAUSE, "assemblies/mallar/a.docx": b"PK",
    }  # fmt: skip
    found, findings = library(files)
    assert findings == ()
    assembly = found.assemblies["x"]
    assert (assembly.title, assembly.kind, assembly.agreement) == ("Avtalet", "överenskommelse", "avtal")
    assert (assembly.template, assembly.annexes) == ("mallar/a.docx", ("parter",))
    assert assembly.contents == (
        Chapter("Grunder", (Include("avtal/a"), Include("b"))),
        Include("avtal/c", (Include("avtal/d"), Chapter("Mitt i", (Include("avtal/e"),)))),
        Include("b", (Include("avtal/f"),)),
    )
    assert assembly.contents[0].position == Position("assemblies/x.yml", 6, 5)
    assert found.templates == {"mallar/a.docx": b"PK"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("titel: A\n", [("H106", 1, 1)]),
        ("titel: A\ninnehåll: a\n", [("H104", 2, 11)]),
        ("titel: A\ninnehål: [a]\n", [("H103", 2, 1), ("H106", 1, 1)]),
        ("- a\n", [("H102", 1, 1)]),
    ],
)
def test_what_is_wrong_with_an_assembly(text: str, found: list[tuple[str, int, int]]) -> None:
    assert sorted((c, line, column) for c, _, line, column in codes({"assemblies/x.yml": text})) == found


VERSIONS = """avtal:
  - version: utkast-1
    commit: "{commit}"
    datum: 2026-11-22
    status: utkast
    händelser:
      - datum: 2026-12-01
        händelse: Sänd på remiss
"""


def test_registers() -> None:
    commit = "0" * 40
    files: dict[str, str | bytes] = {
        "clauses/register/parter.yml": "en:\n  namn: En kommun\n  slag: kommun\n",
        "clauses/register/parametrar.yml": "tid:\n  värde: 30 minuter\n  låst-av: X 1 §\n",
        "clauses/register/termer.yml": "ord:\n  term: ord\n  former: [orden]\n  undvik: [glosa]\n",
        "clauses/register/lagar.yml": (
            'X:\n  sfs: 2017:30\n  namn: xlagen\n  ändringar: [{sfs: 2018:1, paragrafer: ["1 §"]}]\n'
            '  paragrafer:\n    "1 §": {säger: Så här.}\n'
        ),
        "clauses/register/avtal.yml": "avtal: {titel: Avtalet}\n",
        "clauses/register/versioner.yml": VERSIONS.format(commit=commit),
        "clauses/register/projekt.yml": "namn: P\nspråk: nb\n",
        "clauses/register/annat.yml": "vad: som helst\n",
    }
    found, findings = library(files)
    assert [(finding.code, finding.position.path) for finding in findings] == [("R706", "clauses/register/annat.yml")]
    assert found.parties["en"].name == "En kommun"
    assert (found.parameters["tid"].value, found.parameters["tid"].locked_by) == ("30 minuter", "X 1 §")
    assert (found.terms["ord"].forms, found.terms["ord"].avoid) == (("orden",), ("glosa",))
    law = found.laws["X"]
    assert (law.sfs, dict(law.sections), law.amendments[0].sections) == ("2017:30", {"1 §": "Så här."}, ("1 §",))
    assert found.agreements["avtal"].title == "Avtalet"
    assert found.versions == (
        Version("avtal", "utkast-1", commit, "2026-11-22", "utkast", events=(("2026-12-01", "Sänd på remiss"),)),
    )
    assert (found.project.name, found.project.language, found.project.author) == ("P", "nb", "Skrivgruppen")


@pytest.mark.parametrize(
    ("name", "text", "found"),
    [
        ("versioner", VERSIONS.replace("2026-11-22", "2026-02-30"), [("R705", 4, 12)]),
        ("versioner", VERSIONS.replace("2026-12-01", "1 december"), [("R705", 7, 16)]),
        ("versioner", VERSIONS + VERSIONS.removeprefix("avtal:\n"), [("R703", 9, 14)]),
        ("versioner", VERSIONS.replace("status: utkast", "status: klart"), [("H107", 5, 13)]),
        ("versioner", "avtal: x\n", [("H104", 1, 8)]),
        ("lagar", "X: {sfs: 2017:30, namn: x, upphävd: snart}\n", [("R705", 1, 37)]),
        ("parter", "en: En kommun\n", [("H104", 1, 5)]),
        ("parter", "en: {nam: x, namn: y}\n", [("H103", 1, 6)]),
        ("parametrar", "a: {betydelse: b}\n", [("H106", 1, 4)]),
        ("projekt", "name: P\n", [("H103", 1, 1)]),
        ("annat", "a: [b\n", [("H102", 1, 4)]),
    ],
)
def test_what_is_wrong_with_a_register(name: str, text: str, found: list[tuple[str, int, int]]) -> None:
    assert [(c, line, column) for c, _, line, column in codes({f"clauses/register/{name}.yml": text})] == found


@pytest.mark.parametrize(("name", "made"), [("Rätt vård", "ratt-vard"), ("Åäö!", "aao"), ("  ", "")])
def test_a_slug(name: str, made: str) -> None:
    assert slug(name) == made


FILES = st.dictionaries(
    st.sampled_from(
        [A, "clauses/avtal/b.md", "clauses/å ä.md", "assemblies/x.yml", "assemblies/y.yml", "annat.md"]
        + [f"clauses/register/{name}.yml" for name in ("parter", "lagar", "termer", "versioner", "projekt")]
    ),
    st.binary(max_size=40)
    | st.text(max_size=40).map(str.encode)
    | st.lists(
        st.sampled_from(
            [
                "---\n",
                "titel: A\n",
                "innehåll:\n",
                "- avtal/a\n",
                "  - b: [c]\n",
                "x: {namn: y}\n",
                "tidigare-id: [avtal/b]\n",
            ]
        ),
        max_size=8,
    ).map(lambda parts: "".join(parts).encode()),
)


@given(FILES)
def test_no_files_raise_and_their_order_does_not_matter(files: dict[str, bytes]) -> None:
    found, findings = read(Snapshot(files))
    again, findings_again = read(Snapshot(dict(reversed(files.items()))))
    assert (found, findings) == (again, findings_again)
    assert all(finding.sentence for finding in findings)
    assert all(found.sources[path].encode() == files[path] for path in found.sources if b"\xef" not in files[path]
               and finding_free(findings, path))  # fmt: skip


def finding_free(findings: tuple[Finding, ...], path: str) -> bool:
    return not any(finding.code == "F001" and finding.position.path == path for finding in findings)


@given(
    st.lists(st.sampled_from(["Text", "- punkt", "", "| a | b |", "|---|---|", "> citat", "[a](javascript:b)", "<b>"]))
)
def test_carriage_returns_change_nothing(rows: list[str]) -> None:
    text = "---\ntitel: A\nansvarig: [b]\n---\n" + "\n".join(rows)
    unix, found = library({A: text})
    windows, found_too = library({A: text.replace("\n", "\r\n")})
    assert (unix.clauses, found) == (windows.clauses, found_too)


def test_hostile_texts_are_read(shared: Path) -> None:
    files = sorted((shared / "data/hostile/text").rglob("*.md"))
    assert files
    for file in files:
        found, _ = library({A: b"---\ntitel: A\n---\n" + file.read_bytes()})
        body = found.clauses["avtal/a"].body
        assert body
        assert all(words(block.content).isprintable() or "\u00ad" in words(block.content)
                   or any(ord(sign) > 0x2000 for sign in words(block.content))
                   for block in body if isinstance(block, Paragraph))  # fmt: skip
