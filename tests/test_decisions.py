"""The parties' decisions: which of them count, when the agreement begins to apply, and the days on the way."""

import json
from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar

from builder.build import BuildError, Project
from builder.build.deciding import report_bytes, report_text
from builder.decisions import State, days, outcome, standings
from builder.export import decisions_text
from builder.library import Agreement, Decision, Library, Party, Step, Version
from builder.model import Control, Edition
from tests.folder import Folder
from tests.test_cli import overens

PARTIES = {
    name: Party(name, name.capitalize(), kind=kind)
    for name, kind in {"nord": "region", "aby": "kommun", "berg": "kommun", "kommunen": "roll"}.items()
}
ONE, TWO = "1" * 64, "2" * 64
VERSIONS = (
    Version("hemmet", "beslut-1", "a" * 40, "2027-03-01", "beslutsförslag", fingerprint=ONE),
    Version("hemmet", "beslut-2", "b" * 40, "2027-04-01", "beslutsförslag", fingerprint=TWO),
)
STEPS = (Step("namnd", "Nämnden", -28, "Nämnden"), Step("laga-kraft", "Laga kraft", 38))


def library(*decisions: Decision, valid_from: str = "2028-01-01", decide_by: str = "") -> Library:
    agreement = Agreement("hemmet", "Avtalet", control=Control(valid_from=valid_from), decide_by=decide_by)
    return Library(
        {}, {}, parties=PARTIES, versions=VERSIONS, agreements={"hemmet": agreement}, decisions=decisions, steps=STEPS
    )


def decision(party: str, outcome: str = "bifall", version: str = "beslut-1", **more: str) -> Decision:
    return Decision("hemmet", party, version, outcome=outcome, date="2027-06-14", **more)


def states(*decisions: Decision) -> dict[str, State]:
    return {standing.party.id: standing.state for standing in standings(library(*decisions), "hemmet")}


ALL = (decision("nord"), decision("aby"), decision("berg"))
EXAMPLES: list[tuple[str, tuple[Decision, ...], tuple[State, State, State]]] = [
    ("ingen har beslutat", (), ("väntar", "väntar", "väntar")),
    ("alla har sagt ja till samma text", ALL, ("likalydande",) * 3),
    ("en har planerat", (*ALL[:2], Decision("hemmet", "berg", date="2027-06-20")),
     ("likalydande", "likalydande", "planerat")),
    ("en har sagt ja till en annan text", (*ALL[:2], decision("berg", version="beslut-2")),
     ("likalydande", "likalydande", "avvikande")),
    ("en har ändrat", (*ALL[:2], decision("berg", "bifall med ändring")), ("likalydande", "likalydande", "avvikande")),
    ("en har sagt nej", (*ALL[:2], decision("berg", "avslag")), ("likalydande", "likalydande", "nej")),
    ("en har återremitterat", (*ALL[:2], decision("berg", "återremiss")), ("likalydande", "likalydande", "återremiss")),
    ("en säger inte vilken text", (*ALL[:2], decision("berg", version="")), ("likalydande", "likalydande", "oklart")),
    ("en har bara kontrollsumman", (*ALL[:2], decision("berg", version="", checksum=ONE[:16])), ("likalydande",) * 3),
    ("för kort kontrollsumma", (*ALL[:2], decision("berg", version="", checksum=ONE[:8])),
     ("likalydande", "likalydande", "oklart")),
    ("kontrollsumman är en annan", (*ALL[:2], decision("berg", checksum=TWO[:16])),
     ("likalydande", "likalydande", "avvikande")),
    ("lika många för två texter: den senaste", (decision("nord"), decision("aby", version="beslut-2")),
     ("avvikande", "likalydande", "väntar")),
    ("ett beslut om ett annat avtal räknas inte här", (Decision("annat", "nord", "beslut-1", outcome="bifall"),),
     ("väntar", "väntar", "väntar")),
]  # fmt: skip


@pytest.mark.parametrize(("decided", "expected"), [row[1:] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_where_each_party_stands(decided: tuple[Decision, ...], expected: tuple[State, State, State]) -> None:
    assert tuple(states(*decided).values()) == expected


def test_it_applies_from_its_day_when_all_have_decided_the_same() -> None:
    assert outcome(library(*ALL), "hemmet").valid_from == "2028-01-01"
    assert "gäller-från" in outcome(library(*ALL, valid_from=""), "hemmet").why


@given(st.lists(st.sampled_from(["bifall", "bifall med ändring", "avslag", "återremiss", ""]), min_size=3, max_size=3),
       st.lists(st.sampled_from(["beslut-1", "beslut-2", "", "okänd"]), min_size=3, max_size=3))  # fmt: skip
def test_no_day_is_told_unless_every_party_has_approved_one_text(outcomes: list[str], versions: list[str]) -> None:
    rows = [decision(party, o, v) for party, o, v in zip(("nord", "aby", "berg"), outcomes, versions, strict=True)]
    same = len(set(versions)) == 1 and versions[0] in ("beslut-1", "beslut-2")
    found = outcome(library(*rows), "hemmet")
    assert bool(found.valid_from) == (same and set(outcomes) == {"bifall"})
    assert found.counted == sum(standing.state == "likalydande" for standing in found.standings)


def test_what_lacks_is_named() -> None:
    assert outcome(library(*ALL[:1]), "hemmet").why == "Ett likalydande beslut saknas från Aby och Berg."


@given(st.dates(date(2026, 1, 1), date(2035, 1, 1)))
def test_the_time_for_appeal_is_three_weeks_from_the_announcement(announced: date) -> None:
    """13 kap. 5 § KL: the appeal must be in within three weeks from the day the minutes were announced."""
    row = decision("aby", announced=announced.isoformat())
    final = next(s.final for s in standings(library(row), "hemmet") if s.party.id == "aby")
    assert date.fromisoformat(final) - announced == timedelta(days=22)
    assert announced.isoweekday() % 7 + 1 == date.fromisoformat(final).isoweekday()


# --- the calendar ------------------------------------------------------------------------------------


def test_days_are_counted_from_the_partys_meeting_or_the_last_day() -> None:
    lib = library(Decision("hemmet", "aby", date="2027-06-14"), decide_by="2027-06-30")
    found = [(day.party, day.step, day.latest) for day in days(lib, "hemmet")]
    assert found == [
        ("nord", "Nämnden", "2027-06-02"), ("nord", "Laga kraft", "2027-08-07"),
        ("aby", "Nämnden", "2027-05-17"), ("aby", "Laga kraft", "2027-07-22"),
        ("berg", "Nämnden", "2027-06-02"), ("berg", "Laga kraft", "2027-08-07"),
    ]  # fmt: skip


def test_a_meeting_too_late_for_the_decision_is_told() -> None:
    late = Decision("hemmet", "aby", date="2027-06-14", meetings=(("Nämnden", "2027-05-20"),))
    faults = [day.fault for day in days(library(late), "hemmet") if day.fault]
    assert faults == ["Nämnden möts 2027-05-20, men det behöver vara senast 2027-05-17."]


def test_a_decision_after_the_last_day_is_told() -> None:
    faults = [day.fault for day in days(library(decision("aby"), decide_by="2027-06-01"), "hemmet") if day.fault]
    assert faults == ["Beslutet är planerat till 2027-06-14, efter 2027-06-01 som är sista dagen."]


# --- files and command, on a project -----------------------------------------------------------------

BESLUT = """hemmet:
  - part: aby
    version: utkast-1
    organ: Kommunfullmäktige
    datum: "2027-06-14"
    utfall: bifall
    paragraf: "§ 85"
    anslaget: "2027-06-16"
    möten: [{organ: Kommunstyrelsen, datum: "2027-05-31"}]
"""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = Folder(tmp_path_factory.mktemp("beslut") / "avtal")
    folder.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nText.\n")
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar]\n")
    folder.write("clauses/register/avtal.yml", 'hemmet: {titel: Avtalet, beslut-senast: "2027-06-30"}\n')
    folder.write("clauses/register/parter.yml", "nord: {namn: Region Nord, slag: region}\n"
                 "aby: {namn: Åby kommun, slag: kommun}\nkommunen: {namn: Kommunen, slag: roll}\n")  # fmt: skip
    folder.write(
        "clauses/register/beslutsgang.yml",
        'styrelsen: {steg: Styrelsen yttrar sig, organ: Kommunstyrelsen, dagar: "-14", lag: KL}\n',
    )
    folder.commit("2027-03-01")
    done = overens("release", "utkast-1", "--status", "utkast", folder=folder.path)
    assert done.returncode == 0, done.stderr
    folder.write("clauses/register/beslut.yml", BESLUT)
    folder.commit("2027-06-17")
    return folder.path


def test_the_state_reads_as_a_document(project: Path) -> None:
    said = report_text(Project(project), "hemmet", calendar=True).splitlines()
    assert "1 av 2 parter har fattat likalydande beslut." in said
    assert "Ett likalydande beslut saknas från Region Nord." in said
    assert any(line.startswith("| Åby kommun | likalydande | Kommunfullmäktige, 2027-06-14 | § 85 |") for line in said)
    assert any("laga kraft 2027-07-08" in line for line in said)


def test_the_screen_tells_what_comes_next_and_then_what_is_decided(project: Path) -> None:
    assert report_text(Project(project), "hemmet").splitlines() == [
        "Beslutsläge: Avtalet",
        "",
        "mellanversion, utkast, 2027-06-17",
        "",
        "1 av 2 parter har fattat likalydande beslut.",
        "Ett likalydande beslut saknas från Region Nord.",
        "",
        "Väntar (inget är infört): Region Nord.",
        "",
        "Likalydande (bifall till samma text som de andra):",
        "  Åby kommun: Kommunfullmäktige, 2027-06-14, § 85, utkast-1, anslaget 2027-06-16, laga kraft",
        "    2027-07-08.",
    ]


def test_a_step_that_parties_share_is_told_once_and_all_of_them_as_all() -> None:
    parties = {name: Party(name, name.capitalize(), kind="kommun") for name in ("aby", "berg", "dal")}
    lib = replace(library(decide_by="2027-06-30"), parties=parties)
    found = outcome(lib, "hemmet")
    assert found.why == "Ett likalydande beslut saknas från alla 3 parter."
    told = decisions_text(Edition("Läget", date="2027-03-01"), found, days(lib, "hemmet")).splitlines()
    steps = told[told.index("Nästa steg") + 1 :]
    assert [line.rpartition(": ")[2] for line in steps if line.startswith("  2027")] == ["alla 3 parter."]
    assert "Väntar (inget är infört): alla 3 parter." in told


def test_the_calendar_file_holds_every_day_and_the_same_bytes(project: Path) -> None:
    data = report_bytes(Project(project), "hemmet", ".ics")
    assert data == report_bytes(Project(project), "hemmet", ".ics")
    events = {str(event["summary"]): event["dtstart"].dt for event in Calendar.from_ical(data).walk("VEVENT")}
    assert events == {
        "Region Nord: Styrelsen yttrar sig": date(2027, 6, 16), "Åby kommun: Styrelsen yttrar sig": date(2027, 5, 31),
    }  # fmt: skip


def test_the_workbook_has_a_row_for_each_party(project: Path) -> None:
    book = openpyxl.load_workbook(BytesIO(report_bytes(Project(project), "hemmet", ".xlsx")))
    rows = [[cell.value for cell in row] for row in book["Parternas beslut"].iter_rows()]
    assert [row[:2] for row in rows] == [["Part", "Läge"], ["Region Nord", "väntar"], ["Åby kommun", "likalydande"]]


def test_json_tells_the_same(project: Path) -> None:
    data = json.loads(report_bytes(Project(project), "hemmet", ".json"))
    assert (data["counted"], data["of"], data["valid_from"]) == (1, 2, "")
    assert [row["state"] for row in data["parties"]] == ["väntar", "likalydande"]


@pytest.mark.parametrize("ending", [".docx", ".html"])
def test_other_files_are_made(project: Path, ending: str) -> None:
    assert len(report_bytes(Project(project), "hemmet", ending)) > 1000


def test_an_unknown_format_or_agreement_is_refused(project: Path) -> None:
    with pytest.raises(BuildError, match="inget format"):
        report_bytes(Project(project), "hemmet", ".pdf")
    done = overens("decisions", "hemmat", folder=project)
    assert (done.returncode, "Avtal som finns: hemmet" in done.stderr) == (2, True)
