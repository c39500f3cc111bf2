"""Commands that look back: the versions there are, a clause as it was, and what has happened to it."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import PROJECT, complete_documents, open_project
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.build import Project
    from builder.build.past import Step
    from builder.library import Version
    from builder.model import Document

__all__: list[str] = []

LOST = "texten finns inte i den här kopian; hämta den med git fetch --unshallow --tags"


@overens.command("versions", options_metavar="[FLAGGOR]")
@PROJECT
def list_versions(folder: Path) -> int:
    """Lista de sparade versionerna av varje överenskommelse.

    \b
    Exempel:
      overens versions
    """
    project = open_project(folder)
    library = project.current.library
    agreements = list(dict.fromkeys(version.agreement for version in library.versions))
    if not agreements:
        console.say("Inga versioner är sparade ännu. De står i clauses/register/versioner.yml.")
    for agreement in agreements:
        row = library.agreements.get(agreement)
        console.write(f"{agreement}{f': {row.title}' if row else ''}\n")
        found = [version for version in library.versions if version.agreement == agreement]
        console.write("".join(f"{text}\n" for version in found for text in _version_lines(project, version)) + "\n")
    return 0


def _version_lines(project: "Project", version: "Version") -> Iterator[str]:
    facts = (version.date, version.status, f"dnr {version.diary}" if version.diary else "")
    lost = LOST if project.is_lost(version) else ""
    yield f"  {version.label:<14}{', '.join(filter(None, (*facts, lost)))}"
    for day, what in version.events:
        yield f"  {'':<14}{day} {what}"


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("clause", metavar="KLAUSUL")
@PROJECT
@click.option("--version", "revision", metavar="VERSION", default=".", help="Förval: det du skriver nu.")
@click.option(
    "--document", metavar="DOKUMENT", shell_complete=complete_documents,
    help="Dokumentet den ska visas ur. Förval: det första som har klausulen.",
)  # fmt: skip
def show(clause: str, folder: Path, revision: str, document: str | None) -> int:
    """Visa en klausul som den löd i en version.

    \b
    Exempel:
      overens show hemmet/lakarmedverkan
      overens show hemmet/lakarmedverkan --version utkast-1
    """
    from builder.build.past import as_printed
    from builder.export import section_text

    printed = as_printed(open_project(folder), clause, revision, document)
    console.write(f"{_named(printed.document)}\n\n{section_text(printed.section)}\n")
    return 0


@overens.command(options_metavar="[FLAGGOR]")
@click.argument("clause", metavar="KLAUSUL")
@PROJECT
def log(clause: str, folder: Path) -> int:
    """Visa vad som har hänt med en klausul.

    Den senaste ändringen står först.

    \b
    Exempel:
      overens log hemmet/lakarmedverkan
    """
    from builder.build.past import steps

    project = open_project(folder)
    with console.progress() as tell:
        tell("Jämför versionerna")
        found = list(steps(project, clause))
    for document, told in found:
        console.write(f"{document.edition.title}\n\n")
        console.write("".join(f"{text}\n" for step in told for text in _step_lines(step)))
    return 0


def _step_lines(step: "Step") -> Iterator[str]:
    edition = step.edition
    yield f"{edition.version}, {edition.status}, {edition.date}, {edition.author}"
    if step.told is None:
        yield "  Fanns när den första versionen sparades."
    else:
        yield f"  {step.told.happened}, {step.told.grade}"
        yield from (f"  {what}" for what in step.told.what)
        yield from (f"  Varför: {why}" for why in step.told.why)
    yield ""


def _named(document: "Document") -> str:
    edition = document.edition
    return f"{edition.title}, {', '.join(filter(None, (edition.version, edition.status, edition.date)))}"
