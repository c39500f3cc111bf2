"""Commands for those who answer."""

from pathlib import Path

import click

from builder import console
from builder.cli.arguments import DOCUMENT, OUTPUT, PROJECT, REVISION, open_project, show_findings
from builder.cli.group import overens

__all__: list[str] = []


@overens.command(options_metavar="[FLAGGOR]")
@DOCUMENT
@PROJECT
@REVISION
@click.option(
    "--mottagare",
    "recipient",
    metavar="ID",
    help="Den som ska svara, med id ur sändlistan. Namnet fylls i och filen bär id:t.",
)
@OUTPUT
def answer_form(document: str, folder: Path, revision: str, recipient: str | None, target: Path) -> int:
    """Gör ett svarsformulär till ett dokument.

    Formuläret frågar efter ett svar i sin helhet, svar på de numrerade frågorna och en rad för varje klausul.
    Filens ändelse väljer format: .docx eller .xlsx.

    \b
    Exempel:
      overens answer-form hemmet -o svar.docx
      overens answer-form hemmet --mottagare s02 -o svar.xlsx
    """
    from builder.build.answering import require_ending
    from builder.repository import write_file

    require_ending(target.suffix)
    project = open_project(folder)
    with console.progress() as tell:
        tell(f"Svarsformulär: {document}")
        data, findings = project.answer_form(document, revision, target.suffix, recipient)
    write_file(target, data)
    show_findings(findings, project.then(document, revision).library)
    console.say(f"Klart: {target}")
    return 0
