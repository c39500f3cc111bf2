"""Telephone numbers of functions may stand in the register of contacts, and nowhere else."""

import re
from pathlib import Path

import pytest

from tests.gallery_page import findings, snapshot

NUMBER = "vakt:\n  part: kommunen\n  funktion: I tjänst\n  telefon: 070-174 06 05\n  när: {}\n"
TABLES = """kontakter:
  titel: Kontakter
  kolumner:
    part: {slag: part}
    funktion: {}
    telefon: {}
    när: {}
"""
VIEWS = "kontakter:\n  titel: Kontakter\n  slag: kontakter\n  ur: kontakter\n"


def codes(contacts: str) -> list[str]:
    files = {
        "clauses/avtal/ett.md": "---\ntitel: Ett\n---\nText.\n",
        "assemblies/avtal.yml": "titel: Avtal\ninnehåll: [avtal/ett]\n",
        "clauses/register/parter.yml": "kommunen: {namn: Kommunen, slag: roll}\n",
        "clauses/register/tabeller.yml": TABLES,
        "clauses/register/vyer.yml": VIEWS,
        "clauses/register/kontakter.yml": contacts,
    }
    return [finding.code for finding in findings(snapshot({path: text.encode() for path, text in files.items()}))]


@pytest.mark.parametrize(
    ("contacts", "found"),
    [
        (NUMBER.format("Dygnet runt"), []),
        (NUMBER.format("ring annars 070-174 06 05"), ["S909"]),
        (NUMBER.format("annars anna.berg@kommun.se"), ["S910"]),
        (NUMBER.replace("kommunen", "komunen").format("Dygnet runt"), ["R701"]),
        ("# Inga nummer är införda än.\n", []),
    ],
)
def test_a_number_stands_where_a_function_is_called(contacts: str, found: list[str]) -> None:
    assert codes(contacts) == found


def test_the_pages_about_the_site_name_the_mailbox_of_the_project(project: Path) -> None:
    chosen = re.search(r"^synpunkter: (\S+)", (project / "clauses/register/projekt.yml").read_text("utf-8"), re.M)
    assert chosen
    told = (project / "site/om/tillganglighet.md").read_text("utf-8")
    assert {*re.findall(r"mailto:([^?)\s]+)", told)} == {chosen[1]}
