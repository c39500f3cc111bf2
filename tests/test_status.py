"""How far the work has come, on one screen, and what each gate still asks for."""

import json
from pathlib import Path

import pytest

from tests.folder import Folder
from tests.test_cli import overens

pytestmark = pytest.mark.slow

GATES = """klar:
  grind: Klar för remiss
  ägare: Skrivgruppen
  krav:
    - {krav: Inga fel i texterna, prövas: inga-fel}
    - {krav: Inga frågor, prövas: inga-öppna-frågor}
    - {krav: Sändlistan är klar, klart: nej, ägare: Registratorn}
oppen:
  grind: Påbörjad
  krav:
    - {krav: Inga fel i texterna, prövas: inga-fel}
    - {krav: Uppdraget är givet, klart: ja}
"""


@pytest.fixture
def project(tmp_path: Path) -> Folder:
    folder = Folder(tmp_path / "avtal")
    folder.write(
        "clauses/hemmet/svar.md", "---\ntitel: Svar\nöppna-frågor: [{id: of-1, fråga: Hur länge?}]\n---\nText.\n"
    )
    folder.write("assemblies/hemmet.yml", "titel: Avtalet\navtal: hemmet\ninnehåll: [hemmet/svar]\n")
    folder.write("clauses/register/avtal.yml", 'hemmet: {titel: Avtalet, beslut-senast: "2027-06-30"}\n')
    folder.write("clauses/register/parter.yml", "nord: {namn: Region Nord, kort: Nord, slag: region}\n"
                 "aby: {namn: Åby kommun, slag: kommun}\n")  # fmt: skip
    folder.write("clauses/register/beslutsgang.yml", 'namnd: {steg: Nämnden bereder, dagar: "-14"}\n')
    folder.write("clauses/register/grindar.yml", GATES)
    folder.commit("2027-03-01")
    return folder


def test_the_state_is_one_screen(project: Folder) -> None:
    assert overens("status", folder=project.path).stdout.splitlines() == [
        "Avtalet (hemmet)",
        "  Senaste version   ingen version är sparad",
        "  Återstår          0 fel, 1 öppen fråga, 0 antaganden",
        "  Att läsa om       inget",
        "  Beslut            0 av 2 parter",
        "  Klar för remiss   saknas: 1 öppen fråga, Sändlistan är klar (Registratorn). Ansvarar: Skrivgruppen",
        "  Påbörjad          klar",
        "  2027-06-16        Nämnden bereder (2 parter)",
    ]


def test_a_gate_opens_when_nothing_is_missing(project: Folder) -> None:
    project.write("clauses/hemmet/svar.md", "---\ntitel: Svar\n---\nText.\n")
    project.write("clauses/register/grindar.yml", GATES.replace("klart: nej", "klart: ja"))
    (place,) = json.loads(overens("status", "--format", "json", folder=project.path).stdout)
    assert [(gate["id"], gate["open"]) for gate in place["gates"]] == [("klar", True), ("oppen", True)]


def test_json_says_who_owns_what_is_missing(project: Folder) -> None:
    (place,) = json.loads(overens("status", "--format", "json", folder=project.path).stdout)
    assert [(row["demand"], row["owner"]) for row in place["gates"][0]["missing"]] == [
        ("Inga frågor", "Skrivgruppen"), ("Sändlistan är klar", "Registratorn"),
    ]  # fmt: skip


def test_a_gate_that_is_the_same_for_all_agreements_is_told_once(project: Folder) -> None:
    project.write("clauses/rehab/lan.md", "---\ntitel: Lån\n---\nText.\n")
    project.write("assemblies/rehab.yml", "titel: Rehab\navtal: rehab\ninnehåll: [rehab/lan]\n")
    project.write("clauses/register/avtal.yml", "hemmet: {titel: Avtalet}\nrehab: {titel: Rehab}\n")
    lines = overens("status", folder=project.path).stdout.splitlines()
    assert sum(line.startswith("  Klar för remiss") for line in lines) == 2
    assert [line for line in lines[-2:] if line] == ["Alla avtal", "  Påbörjad          klar"]


def test_days_gone_by_are_left_out(project: Folder) -> None:
    project.write("clauses/hemmet/ny.md", "---\ntitel: Ny\n---\nText.\n")
    project.commit("2027-06-17")
    assert "Nämnden" not in overens("status", folder=project.path).stdout


def test_a_gate_may_ask_the_questions_of_a_register(project: Folder) -> None:
    project.write(
        "clauses/register/start.yml",
        "a: {fråga: Är ägaren utsedd?, svar: ja}\nb: {fråga: Finns en budget?, svar: nej}\n",
    )
    project.write("clauses/register/grindar.yml", "start: {grind: Start, frågor-ur: start}\n")
    assert "  Start             saknas: Finns en budget?" in overens("status", folder=project.path).stdout.splitlines()


def test_an_unknown_demand_is_a_finding(project: Folder) -> None:
    project.write("clauses/register/grindar.yml", GATES.replace("prövas: inga-fel", "prövas: inga-felen"))
    result = overens("check", folder=project.path)
    assert (result.returncode, "inga-fel" in result.stdout) == (1, True)
