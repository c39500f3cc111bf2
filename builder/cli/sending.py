"""Commands for what is sent and what comes back: packages for each recipient, and what a file is."""

import gc
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import PROJECT, complete_documents, open_project
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.build.verifying import Verdict

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("version", metavar="VERSION")
@PROJECT
@click.option(
    "-o", "--out", metavar="MAPP", required=True, type=click.Path(file_okay=False, path_type=Path),
    help="Mappen som paketen läggs i. Den ska vara tom eller ha paket från förra gången.",
)  # fmt: skip
@click.option(
    "--document", metavar="DOKUMENT", default="", shell_complete=complete_documents,
    help="Vad som skickas. Förval: det som har ett missiv.",
)  # fmt: skip
@click.option(
    "--mottagare", "recipients", metavar="ID", multiple=True,
    help="Bara den mottagaren, med id ur sändlistan eller parternas register. Kan anges flera gånger.",
)  # fmt: skip
@click.option(
    "--datum", "day", metavar="DATUM", default="",
    help="Dagen då remissen sänds, till exempel 2027-01-08. Förval: versionens datum.",
)  # fmt: skip
@click.option("--zip", "zipped", is_flag=True, help="En zip-fil för varje mottagare i stället för en mapp.")
@click.option(
    "--registrera",
    "recorded",
    is_flag=True,
    help="Skriv i versionsregistret vad som har sänts till vem. Kräver --datum.",
)
def remiss(
    version: str, folder: Path, out: Path, document: str, recipients: tuple[str, ...], day: str, zipped: bool,
    recorded: bool,
) -> int:  # fmt: skip
    """Gör ett remisspaket för varje mottagare i sändlistan.

    I paketet: missiv, sammanfattning, remissversion (Word och PDF), ändringar sedan den version mottagaren fick
    senast, svarsformulär, handlingar, följesedel och kontrollsummor. I mappen läggs också en sändlista i Excel.

    Avslutas med 1 om någon mottagare inte fick sitt paket. De andras är gjorda.

    \b
    Exempel:
      overens remiss remiss-1 -o utskick
      overens remiss remiss-1 -o utskick --mottagare s02 --zip
      overens remiss remiss-1 -o utskick --datum 2027-01-08 --registrera
    """
    from builder.build import dispatching, recording

    gc.enable()  # unlike other commands it makes hundreds of files: without collecting it took 100 MB more
    project = open_project(folder)
    with console.progress() as tell:
        tell("Läser texten")
        plan = dispatching.plan(project, dispatching.Asked(version, document, recipients, day))
        if recorded:
            recording.refuse_unrecordable(plan, version, day)
        outcome = dispatching.make(plan, out, tell, zipped=zipped)
        if recorded:
            tell("Registrerar")
            recording.record(project.folder, plan, outcome)
    for line in dispatching.failures(outcome):
        console.say(f"Inget paket till {line}")
    console.say(f"Klart: {len(outcome.sent)} paket i {out}")
    if not recorded:
        console.suggest(
            f"overens remiss {version} -o {out} --datum DATUM --registrera", "när remissen sänds på riktigt"
        )
    return 1 if outcome.failed else 0


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("file", metavar="FIL", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@PROJECT
def verify(file: Path, folder: Path) -> int:
    """Säg vilken version en fil är, och om texten är versionens.

    Du får veta dokument, version och mottagare. En Word-fil jämförs ord för ord, också när den har sparats i ett annat
    program. En PDF jämförs i sin helhet. I ett svarsformulär, Word eller Excel, jämförs frågor, klausuler och listor,
    men inte det som har fyllts i.
    Där texten skiljer sig visas vilka klausuler det gäller.

    Avslutas med 0 när texten är versionens, 1 när den skiljer sig och 2 när det inte går att säga.

    \b
    Exempel:
      overens verify remissversion-hemmet-remiss-1.docx
    """
    from builder.build import verifying

    project = open_project(folder)
    with console.progress() as tell:
        tell(f"Jämför {file.name}")
        verdict = verifying.verify(project, file.name, file.read_bytes())
    console.write("".join(f"{line}\n" for line in _lines(verdict)))
    return CODES[verdict.answer]


CODES = {"same": 0, "differs": 1, "unknown": 2}


def _lines(verdict: "Verdict") -> Iterator[str]:
    yield from verdict.said
    for found in verdict.differences:
        yield ""
        yield f"  {found.number} {found.title}".rstrip() + (f" ({found.id})" if found.number else "")
        yield f"    I versionen: {found.old or '(saknas)'}"
        yield f"    I filen:     {found.new or '(saknas)'}"
