"""Recording a version of one agreement or several."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import PROJECT, open_project
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.build.releasing import Release
    from builder.gates import Passage

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("label", metavar="VERSION")
@PROJECT
@click.option(
    "--status", required=True, help="Vad texten är.",
    type=click.Choice(["utkast", "remiss", "beslutsförslag", "beslutad", "gällande"]),
)  # fmt: skip
@click.option(
    "--avtal", "agreements", metavar="AVTAL", multiple=True,
    help="Bara det avtalet. Kan anges flera gånger. Förval: alla.",
)  # fmt: skip
@click.option("--diarienummer", "diary", metavar="NR", default="", help="Ärendets diarienummer.")
@click.option("--prova", "trial", is_flag=True, help="Visa bara vad som skulle sparas.")
def release(label: str, folder: Path, status: str, agreements: tuple[str, ...], diary: str, trial: bool) -> int:
    """Spara texten som en version som aldrig ändras.

    Versionen sparas inte så länge det finns fel. En text för beslut får inte ha öppna frågor eller
    antaganden, och kallas beslutad eller gällande först när alla parter har beslutat om just den.
    Först visas vad som har ändrats sedan förra versionen.

    \b
    Exempel:
      overens release remiss-1 --status remiss --diarienummer "RD 2027/12"
      overens release utkast-4 --status utkast --avtal hemmet --prova
    """
    from builder.build.releasing import Wanted, plan, record

    project = open_project(folder)
    with console.progress() as tell:
        tell("Granskar och jämför med förra versionen")
        planned = plan(project, Wanted(label, status, tuple(dict.fromkeys(agreements)), diary))
    console.write("".join(map(_shown, planned)))
    if trial:
        console.say("Inget är sparat. Kör igen utan --prova för att spara.")
        return 0
    written = record(project, planned)
    console.say(f"Klart: {', '.join(f'{item.row.agreement}@{label}' for item in planned)}")
    console.say("Spara de här filerna i git och skicka iväg dem tillsammans med taggarna (git push --tags):")
    for path in written:
        console.say(f"  {path}")
    return 0


def _shown(planned: "Release") -> str:
    gates = "".join(f"  {_gate(passage)}\n" for passage in planned.unpassed)
    return f"{_changed(planned)}{gates}\n"


def _gate(passage: "Passage") -> str:
    """What is missing does not stop the version, unless the gate says so: it is told, with who answers for it."""
    from builder.gates import lacking

    missing = ", ".join(f"{words} ({owner})" if owner else words for words, owner in lacking(passage))
    return f"Grinden {passage.gate.name} är inte passerad: {missing}."


def _changed(planned: "Release") -> str:
    from builder.changes import counted, line

    head = f"{planned.title}: {planned.row.label}, {planned.row.status}, {planned.row.date}\n"
    if not planned.since:
        number = len(planned.prints)
        return f"{head}  Första versionen, {number} klausul{'er' * (number > 1)}.\n"
    said = counted(planned.changed) or "inga ändringar"
    binding = [line(change) for change in planned.changed if change.graded.grade == "i sak"]
    rows = "".join(f"    {told.number} {told.clause}: {told.happened.lower()}\n" for told in binding)
    return f"{head}  Sedan {planned.since}: {said}.\n{rows}"
