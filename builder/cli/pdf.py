"""The command that makes a PDF to keep."""

from pathlib import Path
from typing import TYPE_CHECKING, Literal

import click

from builder import console
from builder.cli.arguments import DOCUMENT, OUTPUT, PROJECT, REVISION, open_project, require_ending, show_findings
from builder.cli.documents import VARIANT
from builder.cli.group import overens

if TYPE_CHECKING:
    from builder.build import Project
    from builder.finding import Finding
    from builder.model import Variant

__all__: list[str] = []

Way = Literal["typst", "libreoffice"]


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@OUTPUT
@VARIANT
@click.option(
    "--via", "way", type=click.Choice(["typst", "libreoffice"]), default="typst",
    help="Med libreoffice blir filen som Word-filen ser ut. Förval: typst, en fil att arkivera.",
)  # fmt: skip
def pdf(document: str, folder: Path, revision: str, target: Path, variant: "Variant | None", way: Way) -> int:
    """Gör en PDF av ett dokument, att diarieföra och arkivera.

    Filen är tillgänglig (PDF/UA-1) och gjord för arkiv (PDF/A-2a).

    \b
    Exempel:
      overens pdf hemmet -o hemmet.pdf
      overens pdf hemmet --revision utkast-1 -o hemmet-utkast-1.pdf
      overens pdf hemmet --via libreoffice -o hemmet-som-word.pdf
    """
    from builder.repository import write_file

    require_ending(target, ".pdf", "dokument")
    project = open_project(folder)
    with console.progress() as tell:
        tell(f"PDF: {document}")
        data, findings = _made(project, document, revision, variant, way)
    write_file(target, data)
    show_findings(findings, project.then(document, revision).library)
    console.say(f"Klart: {target}")
    return 0


def _made(
    project: "Project", document: str, revision: str, variant: "Variant | None", way: Way
) -> "tuple[bytes, tuple[Finding, ...]]":
    if way == "typst":
        return project.pdf(document, revision, variant)
    from builder.build import office

    word, findings = project.word(document, revision, variant)
    return office.printed(word), findings
