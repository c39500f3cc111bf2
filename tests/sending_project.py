"""A small project with something to send: an agreement with two recorded versions, a missiv, three recipients."""

from pathlib import Path

from tests.folder import Folder

__all__ = ["sending_project"]

FILES = {
    "clauses/hemmet/parter.md": "---\ntitel: Parter\nmotiv: Bas.\n---\nParter är länet och kommunerna.\n",
    "clauses/hemmet/svar.md": "---\ntitel: Svarstider\n---\nKommunen ska svara inom 3 dagar.\n\n- Först.\n- Sedan.\n",
    "clauses/underlag/brev.md": (
        "---\ntitel: Så svarar ni\nkälla: antagande\n---\n"
        "Svara senast [31 mars 2027 klockan 12.00](../register/parametrar.yml#remiss-svar).\n"
    ),
    "clauses/underlag/plan.md": "---\ntitel: Plan\n---\nPlanen är kort.\n",
    "clauses/register/avtal.yml": "hemmet: {titel: Avtalet om hemmet}\n",
    "clauses/register/projekt.yml": "avsändare: Region Norr\n",
    "clauses/register/parametrar.yml": "remiss-svar: {värde: 31 mars 2027 klockan 12.00}\n",
    "clauses/register/tabeller.yml": (
        "sandlista:\n  titel: Sändlista\n  kolumner:\n    mottagare: {rubrik: Mottagare}\n    part: {rubrik: Part}\n"
        "    sätt: {rubrik: Sätt}\n    svar: {rubrik: Svar}\n"
        "handlingar:\n  titel: Handlingar\n  kolumner:\n    handling: {rubrik: H}\n    dokument: {rubrik: D}\n"
        "    form: {rubrik: F}\n"
    ),
    "clauses/register/sandlista.yml": (
        "s1: {mottagare: Åmåls kommun, part: amal, sätt: Kommunens registrator}\n"
        "s2: {mottagare: Region Norr, sätt: Regionens registrator, svar: 2027-04-15}\n"
        "s3: {mottagare: Föreningen}\n"
    ),
    "clauses/register/handlingar.yml": "h1: {handling: Planen, dokument: plan, form: Word}\n",
    "assemblies/hemmet.yml": "titel: Avtalet om hemmet\ntyp: överenskommelse\navtal: hemmet\n"
    "innehåll: [Grunder: [hemmet/parter, hemmet/svar]]\n",
    "assemblies/brev.yml": "titel: Remiss\ntyp: remissmissiv\nunderlag-till: hemmet\ninnehåll: [underlag/brev]\n",
    "assemblies/plan.yml": "titel: Plan\ntyp: plan\nunderlag-till: hemmet\ninnehåll: [underlag/plan]\n",
    "assemblies/ordning.yml": "titel: Ordning för alla avtal\ntyp: plan\ninnehåll: [underlag/plan]\n",
}
VERSION = """\
  - version: {label}
    commit: {commit}
    datum: "{day}"
    status: {status}
    diarienummer: RN 2027/1
"""


def sending_project(path: Path) -> Folder:
    """The project, saved, with the versions utkast-1 and remiss-1."""
    folder = Folder(path)
    for name, text in FILES.items():
        folder.write(name, text)
    first = folder.commit("2026-12-01")
    folder.write("clauses/hemmet/svar.md", FILES["clauses/hemmet/svar.md"].replace("3 dagar", "5 dagar"))
    second = folder.commit("2027-01-04")
    rows = [
        VERSION.format(label="utkast-1", commit=first, day="2026-12-01", status="utkast"),
        VERSION.format(label="remiss-1", commit=second, day="2027-01-04", status="remiss"),
    ]
    folder.write("clauses/register/versioner.yml", "# Äldst först.\nhemmet:\n" + "".join(rows))
    folder.commit("2027-01-05")
    return folder
