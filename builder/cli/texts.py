"""Commands on the texts: look through them, build everything, begin a clause, mend what has one right answer."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import PROJECT, REVISION, open_project, show_findings, show_warnings
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.finding_view import Form

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@REVISION
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github", "gitlab", "gitea"]),
    default="text",
    help="Hur fynden skrivs.",
)
@click.option("--strict", is_flag=True, help="Alla fynd räknas som fel, också varningar och frågor.")
def check(folder: Path, revision: str, form: "Form", strict: bool) -> int:
    """Granska texterna och visa alla fynd.

    \b
    Exempel:
      overens check
      overens check --revision utkast-1 --format json
    """
    from builder import finding_view
    from builder.finding import has_errors

    with console.progress() as tell:
        tell("Granskar")
        findings, library = open_project(folder).check(revision)
    console.write(finding_view.view(findings, library.sources, form, colour=console.coloured()))
    if has_errors(findings) or (strict and findings):
        console.suggest("overens fix", "rättar det som har ett enda rätt svar")
        return 1
    console.suggest("overens build", "gör Word, webbplats och ändringar")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
@click.option(
    "--out",
    metavar="MAPP",
    default=None,
    type=click.Path(file_okay=False, path_type=Path),
    help="Förval: build i projektet.",
)
def build(folder: Path, out: Path | None) -> int:
    """Gör Word, Excel, bildspel, webbplats, JSON och ändringar.

    Ändringarna är mellan varje version och nästa, och från den senaste till det du skriver nu.

    \b
    Exempel:
      overens build
      overens build --out leverans
    """
    from builder.build import outputs
    from builder.finding import has_errors

    project = open_project(folder)
    target = (out or project.folder / "build").resolve()
    with console.progress() as tell:
        waiting = outputs.everything(project, target, tell)
        tell("Granskar")
        checked, library = project.check()
        findings = (*checked, *project.altered())
    show_warnings(project, project.comparisons())
    show_findings(findings, library)
    for sentence in waiting:
        console.say(sentence)
    console.say(f"Klart: {target}")
    console.suggest("overens preview", "visar webbplatsen medan du skriver")
    return 1 if waiting or has_errors(findings) else 0


@overens.group(options_metavar="[FLAGGOR]", subcommand_metavar="VAD …")
def new() -> None:
    """Börja på något nytt."""


@new.command(options_metavar="[FLAGGOR]")
@click.argument("path", metavar="KLAUSUL")
@click.option("--title", metavar="TITEL", required=True, help="Klausulens rubrik.")
@PROJECT
def clause(path: str, title: str, folder: Path) -> int:
    """Gör en ny klausul som går igenom granskningen.

    \b
    Exempel:
      overens new clause hemmet/nattlig-tillsyn --title "Nattlig tillsyn"
    """
    from builder import new_clause
    from builder.repository import write_file

    project = open_project(folder)
    made = new_clause.new_clause(project.current.library, path, title)
    write_file(inside(project.folder, made.path), made.text.encode())
    console.say(f"Klart: {made.path}")
    for sentence in made.advice:
        console.say(sentence)
    console.suggest("overens check", "granskar texterna")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@PROJECT
def fix(folder: Path) -> int:
    """Rätta det som har ett enda rätt svar.

    Texten rättas på plats i filen. Det som rättades visas.

    \b
    Exempel:
      overens fix
    """
    from builder import fix as mending
    from builder.repository import write_file

    project = open_project(folder)
    findings, library = project.check()
    edits = mending.fix(library, findings)
    for path in sorted({edit.position.path for edit in edits}):
        file = project.folder / path
        write_file(file, mending.mended(file.read_bytes(), (e for e in edits if e.position.path == path)))
    console.write(mending.view(edits))
    console.suggest("overens check", "granskar texterna igen")
    return 0


def inside(folder: Path, path: str) -> Path:
    """A file of the project; a folder that is a link could lead out of it."""
    from builder.build import BuildError

    if not (folder / path).resolve().is_relative_to(folder.resolve()):
        raise BuildError(f"{path} ligger utanför projektet: en mapp på vägen är en symbolisk länk. Välj en annan mapp.")
    return folder / path
