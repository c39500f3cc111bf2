"""Commands that make one file of one document."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from builder import console
from builder.cli.arguments import DOCUMENT, OUTPUT, PROJECT, REVISION, open_project, require_ending, show_findings
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.build import Project
    from builder.finding import Finding
    from builder.model import Variant

__all__: list[str] = []

VARIANT = click.option(
    "--upplaga", "variant", default=None,
    type=click.Choice(["arbetsversion", "remissversion", "beslutsversion", "gällande"]),
    help="Vad filen ska visa. Förval: den upplaga som hör till versionens status, arbetsversion för ett utkast.",
)  # fmt: skip

Maker = Callable[["Project"], "tuple[bytes, tuple[Finding, ...]]"]


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@VARIANT
@click.option("--sidnummer", "pages", is_flag=True, help="Sidnummer i innehållet. Behöver LibreOffice.")
@OUTPUT
def word(document: str, folder: Path, revision: str, variant: "Variant | None", pages: bool, target: Path) -> int:
    """Gör en Word-fil av ett dokument.

    Upplagan avgör vad som visas bredvid texten. Arbetsversionen visar allt. Remissversionen har motiven
    som kommentarer, numrerade frågor och radnummer. Beslutsversionen är ren text, och görs först när
    inga frågor, antaganden eller fel återstår. Gällande görs av en version med den statusen.

    \b
    Exempel:
      overens word hemmet -o utkast.docx
      overens word hemmet --upplaga remissversion -o remiss.docx
      overens word hemmet --revision utkast-1 -o utkast-1.docx
      overens word hemmet --sidnummer -o utkast.docx
    """
    require_ending(target, ".docx", "utkast")

    def make(project: "Project") -> "tuple[bytes, tuple[Finding, ...]]":
        return project.word(document, revision, variant, pages=pages)

    made = _made(f"Word: {document}", folder, target, document, revision, make)
    console.suggest(f"overens redline {document} VERSION . -o andringar.docx", "visar vad som har ändrats")
    return made


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@OUTPUT
def excel(document: str, folder: Path, revision: str, target: Path) -> int:
    """Gör en Excel-fil av ett dokuments tabeller.

    Kolumner som läsaren ska fylla i är tomma och färgade.

    \b
    Exempel:
      overens excel gapanalys -o gapanalys.xlsx
    """
    require_ending(target, ".xlsx", "tabeller")
    return _made(f"Excel: {document}", folder, target, document, revision, lambda p: p.excel(document, revision))


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@OUTPUT
def slides(document: str, folder: Path, revision: str, target: Path) -> int:
    """Gör ett bildspel i PowerPoint av ett dokument.

    Varje kapitel blir en bild, eller flera när texten inte ryms. I anteckningarna står det som den
    som talar kan behöva.

    \b
    Exempel:
      overens slides presentation -o presentation.pptx
    """
    require_ending(target, ".pptx", "bildspel")
    return _made(f"Bildspel: {document}", folder, target, document, revision, lambda p: p.slides(document, revision))


def _made(what: str, folder: Path, target: Path, document: str, revision: str, make: Maker) -> int:
    """Make the file, write it and show what is wrong in its text."""
    from builder.repository import write_file

    project = open_project(folder)
    with console.progress() as tell:
        tell(what)
        data, findings = make(project)
    write_file(target, data)
    show_findings(findings, project.then(document, revision).library)
    console.say(f"Klart: {target}")
    return 0
