"""Amendments taken into the law register from a file: what they touch, and that nothing else changes."""

import csv
import json
import re
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.amendments import AmendmentsError, News, parse, with_news
from builder.build import BuildError, Project
from builder.build.amending import taken_in
from builder.build.reviewing import work_list
from builder.library import Law
from builder.read import read
from builder.snapshot import Snapshot
from tests.folder import Folder
from tests.test_cli import overens

LAWS = ("HSL", "SoL 2001", "SoL")
REGISTER = """# Lagar
HSL:
  sfs: "2017:30"  # grunden
  namn: hälso- och sjukvårdslagen
  ändringar:
    - sfs: "2019:973"
      gäller-från: "2020-01-01"
  paragrafer:
    "16 kap. 1 §": {säger: Läkare.}

# Äldre
"SoL 2001":
  sfs: "2001:453"
  namn: den äldre socialtjänstlagen
SoL:
  sfs: "2025:400"
  namn: socialtjänstlagen"""


def laws(text: str) -> dict[str, Law]:
    return dict(read(Snapshot({"clauses/register/lagar.yml": text.encode()}))[0].laws)


# --- the file ----------------------------------------------------------------------------------------

SAID: list[tuple[str, tuple[str, ...]]] = [
    ("12 kap. 1 §", ("12 kap. 1 §",)),
    ("12 kap. 1 och 2 §§, 13 a kap.", ("12 kap. 1 §", "12 kap. 2 §", "13 a kap.")),
    ("7 kap. 3 a §, 16 kap. 1 §", ("7 kap. 3 a §", "16 kap. 1 §")),
    ("5 §", ("5 §",)),
    ("", ()),
]


@pytest.mark.parametrize(("said", "sections"), SAID, ids=[row[0] or "inga" for row in SAID])
def test_sections_are_read_as_the_texts_write_them(said: str, sections: tuple[str, ...]) -> None:
    (news,) = parse(f"lag;sfs;paragrafer\nHSL;2026:1;{said}\n".encode(), ".csv", LAWS)
    assert news.sections == sections


FAULTS: list[tuple[str, str, str]] = [
    (".csv", "lag;sfs\nHSM;2026:1\n", "rad 2: lagen ”HSM” finns inte"),
    (".csv", "lag;sfs\nHSL;26-1\n", "”26-1” är inget SFS-nummer"),
    (".csv", "lag;sfs;gäller-från\nHSL;2026:1;2026-02-30\n", "ingen dag"),
    (".csv", "lag;sfs;paragrafer\nHSL;2026:1;första stycket\n", "”första stycket” är ingen paragraf"),
    (".csv", "lag;sfs\nHSL;\n", "varken sfs eller upphävd"),
    (".csv", "lag;sfs;paragraf\nHSL;2026:1;x\n", "nyckeln ”paragraf” känns inte igen"),
    (".csv", "lag;upphävd;ersatt-av\nHSL;2027-01-01;XYZ\n", "(ersatt-av) finns inte"),
    (".csv", "lag;sfs\n", "inga rader"),
    (".csv", "", "inga rader"),
    (".json", "{", "inte riktig JSON"),
    (".json", "{}", "ska vara en lista"),
    (".json", "[1]", "Post 1 är inget objekt"),
    (".json", "[" * 100_000, "inte riktig JSON"),
    (".xlsx", "x", "inget format"),
]


@pytest.mark.parametrize(("ending", "text", "said"), FAULTS, ids=[row[2] for row in FAULTS])
def test_a_fault_is_told_with_its_row(ending: str, text: str, said: str) -> None:
    with pytest.raises(AmendmentsError, match=re.escape(said)):
        parse(text.encode(), ending, LAWS)


def test_all_faults_are_told_at_once() -> None:
    with pytest.raises(AmendmentsError, match=r"(?s)rad 2: .*\n  rad 3: "):
        parse(b"lag;sfs\nHSM;2026:1\nHSL;x\n", ".csv", LAWS)


def test_what_is_not_utf8_is_refused() -> None:
    with pytest.raises(AmendmentsError, match="UTF-8"):
        parse("lag;sfs\nHSL;å".encode("latin-1"), ".csv", LAWS)


SECTIONS = st.builds("{} kap. {} §".format, st.integers(1, 40), st.integers(1, 99))
NEWS = st.lists(
    st.builds(
        News, st.sampled_from(LAWS), st.builds("{}:{}".format, st.integers(2026, 2040), st.integers(1, 2000)),
        st.dates().map(str), st.lists(SECTIONS, max_size=4, unique=True).map(tuple),
        st.one_of(st.just(""), st.dates().map(str)), st.sampled_from(["", *LAWS]), st.just(1),
    ), min_size=1, max_size=4,
)  # fmt: skip


@given(NEWS, st.booleans())
def test_a_file_of_either_kind_reads_back(news: list[News], as_json: bool) -> None:
    rows = [
        {"lag": n.law, "sfs": n.sfs, "gäller-från": n.from_date, "paragrafer": list(n.sections), "upphävd": n.repealed,
         "ersatt-av": n.replaced_by} for n in news
    ]  # fmt: skip
    written = (
        json.dumps(rows) if as_json else _csv([{**row, "paragrafer": ", ".join(row["paragrafer"])} for row in rows])
    )
    found = parse(written.encode(), ".json" if as_json else ".csv", LAWS)
    assert [(n.law, n.sfs, n.from_date, n.sections, n.repealed, n.replaced_by) for n in found] == [
        (n.law, n.sfs, n.from_date, n.sections, n.repealed, n.replaced_by) for n in news
    ]


def _csv(rows: list[dict[str, str]]) -> str:
    page = StringIO()
    writer = csv.DictWriter(page, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    return page.getvalue()


# --- the register ------------------------------------------------------------------------------------


@given(NEWS)
def test_the_register_keeps_all_it_had_and_gets_what_is_new(news: list[News]) -> None:
    before, text = laws(REGISTER), with_news(REGISTER, news)
    after = laws(text)
    for name, law in before.items():
        mine = [item for item in news if item.law == name]
        added = [(item.sfs, item.from_date, item.sections) for item in mine]
        kept = [(change.sfs, change.from_date, change.sections) for change in law.amendments]
        assert [(c.sfs, c.from_date, c.sections) for c in after[name].amendments] == kept + added
        ceased = [item.repealed for item in mine if item.repealed]
        assert after[name].repealed == (ceased[-1] if ceased else "")
        assert after[name].sections == law.sections
    left = iter(text.splitlines())
    assert all(line in left for line in REGISTER.splitlines())


# --- the command, on a project -----------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "avtal")
    folder.write("clauses/register/lagar.yml", REGISTER)
    folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\n")
    folder.write("clauses/hemmet/a.md", "---\ntitel: A\n---\nStödet finns i 16 kap. 1 § HSL.\n")
    folder.write("clauses/hemmet/b.md", "---\ntitel: B\n---\nStödet finns i 16 kap. 4 § HSL.\n")
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/a, hemmet/b]\n")
    folder.commit("2026-05-01")
    return folder


def test_the_clauses_touched_are_shown_before_and_listed_after(project: Folder, tmp_path: Path) -> None:
    file = tmp_path / "nytt.csv"
    file.write_text("lag;sfs;gäller-från;paragrafer\nHSL;2026:214;2026-07-01;16 kap. 1 §, 12 kap. 9 §\n", "utf-8")
    trial = overens("law", "import", file, "--prova", folder=project.path)
    assert trial.stdout.splitlines() == [
        "HSL ändras genom SFS 2026:214, gäller från 2026-07-01.",
        "  hemmet/a: HSL 16 kap. 1 §",
        "  Finns inte i lagregistret, kontrollera numren: 12 kap. 9 §.",
    ]
    assert (project.path / "clauses/register/lagar.yml").read_text("utf-8") == REGISTER
    assert overens("law", "import", file, folder=project.path).returncode == 0
    found = [(stale.citation.clause, stale.kind) for stale in work_list(Project(project.path))]
    assert found == [("hemmet/a", "ändrad lag")]
    again = overens("law", "import", file, folder=project.path)
    assert "Allt i filen finns redan" in again.stderr


def test_a_repealed_law_touches_all_who_cite_it(project: Folder) -> None:
    data = json.dumps([{"lag": "HSL", "upphävd": "2027-01-01", "ersatt-av": "SoL"}])
    ((_, cited),) = taken_in(Project(project.path), data.encode(), ".json").news
    assert [citation.clause for citation in cited] == ["hemmet/a", "hemmet/b"]


def test_a_project_without_laws_says_what_to_do(tmp_path: Path) -> None:
    folder = Folder(tmp_path / "avtal")
    folder.write("clauses/a.md")
    folder.commit()
    with pytest.raises(BuildError, match="inget lagregister"):
        taken_in(Project(folder.path), b"[]", ".json")


# --- what an act touches: sections, chapters, ranges, and from which day ------------------------------

ACTS = """HSL:
  sfs: "2017:30"
  namn: hälso- och sjukvårdslagen
  ändringar:
    - {sfs: "2025:446", gäller-från: "2025-07-01", paragrafer: ["12 kap. 1 §", "14 kap. 1 §"]}
    - {sfs: "2025:1399", gäller-från: "2026-01-01", paragrafer: ["16 a kap.", "2 kap. 9 §"]}
    - {sfs: "2025:1399", gäller-från: "2027-01-01", paragrafer: ["8 kap. 10 §"]}
    - {sfs: "2026:214", gäller-från: "2026-07-01", paragrafer: ["12 kap. 3 a §", "16 kap. 1 §"]}
"""
CITES = {
    "paragrafen": "Stödet finns i 12 kap. 1 § HSL.",
    "en-annan-paragraf": "Stödet finns i 12 kap. 2 § HSL och 12 kap. 11 § HSL.",
    "hela-kapitlet": "Reglerna finns i 12 kap. HSL.",
    "ett-annat-kapitel": "Reglerna finns i 2 kap. HSL.",
    "i-ett-nytt-kapitel": "Beredskapen följer 16 a kap. 3 § HSL.",
    "ett-nytt-kapitel": "Beredskapen följer 16 a kap. HSL.",
    "likt-kapitel": "Avtalet följer 16 kap. 1 § HSL.",
    "en-följd": "Reglerna finns i 14 kap. 0–2 §§ HSL.",
    "en-bokstav": "Bedömningen görs enligt 12 kap. 3 a § HSL.",
    "en-senare-dag": "Lager hålls enligt 8 kap. 10 § HSL.",
}
TOUCHED = [
    ("före allt", "2025-06-30", {
        "2025:446": {"paragrafen", "hela-kapitlet", "en-följd"},
        "2025:1399": {"i-ett-nytt-kapitel", "ett-nytt-kapitel", "en-senare-dag", "ett-annat-kapitel"},
        "2026:214": {"hela-kapitlet", "likt-kapitel", "en-bokstav"},
    }),
    ("samma dag som den första", "2025-07-01", {
        "2025:446": set(),
        "2025:1399": {"i-ett-nytt-kapitel", "ett-nytt-kapitel", "en-senare-dag", "ett-annat-kapitel"},
        "2026:214": {"hela-kapitlet", "likt-kapitel", "en-bokstav"},
    }),
    ("mellan två dagar i samma lag", "2026-03-01", {
        "2025:446": set(), "2025:1399": {"en-senare-dag"}, "2026:214": {"hela-kapitlet", "likt-kapitel", "en-bokstav"},
    }),
    ("efter allt", "2027-01-01", {"2025:446": set(), "2025:1399": set(), "2026:214": set()}),
]  # fmt: skip


@pytest.mark.parametrize(("day", "expected"), [row[1:] for row in TOUCHED], ids=[row[0] for row in TOUCHED])
def test_an_act_flags_what_cites_its_sections_and_chapters_written_before_its_day(
    tmp_path: Path, day: str, expected: dict[str, set[str]]
) -> None:
    folder = Folder(tmp_path / "avtal")
    names = {name: f"k{number}" for number, name in enumerate(CITES)}
    for name, said in CITES.items():
        folder.write(f"clauses/hemmet/{names[name]}.md", f"---\ntitel: {names[name]}\n---\n{said}\n")
    folder.write("clauses/register/lagar.yml", ACTS)
    listing = ", ".join(f"hemmet/{name}" for name in names.values())
    folder.write("assemblies/hemmet.yml", f"titel: Avtalet\navtal: hemmet\ninnehåll: [{listing}]\n")
    folder.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\n")
    folder.commit(day)
    found: dict[str, set[str]] = {act: set() for act in expected}
    for stale in work_list(Project(folder.path)):
        for new in set((stale.now or "").split("\n")) - set((stale.was or "").split("\n")):
            act = new.removeprefix("SFS ").partition(",")[0]
            found[act].add(next(name for name in CITES if f"hemmet/{names[name]}" == stale.citation.clause))
    assert found == expected


# --- the own agreements under two real amendments ----------------------------------------------------

OWN = Path(__file__).parent.parent
CITED = re.compile(r"(\d+(?: [a-z])? kap\. )?(\d+(?: [a-z])?(?:(?:, | och | eller |–)\d+(?: [a-z])?)*) §§?")


@pytest.mark.slow
@pytest.mark.parametrize(("act", "day"), [("2025:446", "2025-06-30"), ("2026:214", "2026-06-30")])
def test_an_act_flags_exactly_the_clauses_that_cite_a_section_it_amended(tmp_path: Path, act: str, day: str) -> None:
    """The clauses as if written the day before the act; the oracle reads the register's and the clauses' plain text."""
    folder = Folder(tmp_path / "avtal")
    for path in [*(OWN / "clauses").rglob("*.*"), *(OWN / "assemblies").rglob("*.*")]:
        if path.name != "versioner.yml" and path.is_file():
            folder.write(path.relative_to(OWN).as_posix(), path.read_bytes())
    folder.commit(day)
    project = Project(folder.path)
    law = project.current.library.laws["HSL"]
    (amended,) = (set(change.sections) for change in law.amendments if change.sfs == act)
    flagged = {
        (stale.citation.clause, section)
        for stale in work_list(project)
        for section in amended
        if str(stale.citation.target) == f"lag HSL {section}" and f"SFS {act}" in (stale.now or "")
    }
    assert flagged == set(_cited_in_source(folder.path, amended, project))
    assert len(flagged) > 10


def _cited_in_source(folder: Path, amended: set[str], project: Project) -> Iterator[tuple[str, str]]:
    held = {name for item in project.current.library.own_texts() for name in item.clauses}
    for name in held:
        text = (folder / f"clauses/{name}.md").read_text("utf-8")
        head, _, body = text.removeprefix("---\n").partition("\n---\n")
        basis = re.findall(r"HSL ((?:\d+(?: [a-z])? kap\. )?\d+(?: [a-z])? §)", head.partition("\nmotiv:")[0])
        for section in {*basis, *_sections(" ".join(body.split()))} & amended:
            yield name, section


def _sections(text: str) -> Iterator[str]:
    """Sections cited of HSL: each reference up to the name of the act that follows it."""
    act = re.compile(r"HSL\b|hälso- och sjukvårdslagen|\b[A-ZÅÄÖ]\w*L\b|\w+lagen\b|\w+förordningen\b|\w+balken\b")
    for match in CITED.finditer(text):
        name = act.search(text, match.end())
        if name and name[0] in ("HSL", "hälso- och sjukvårdslagen"):
            chapter = match[1] or ""
            yield from (f"{chapter}{number} §" for number in re.findall(r"\d+(?: [a-z](?!\w))?", match[2]))
