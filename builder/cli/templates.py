"""The command on templates: a fresh one to restyle in Word, and a look through one that has been restyled."""

from pathlib import Path

import click

from builder import console
from builder.cli.arguments import require_ending
from builder.cli.group import overens

__all__: list[str] = []

FILE = click.Path(dir_okay=False, path_type=Path)


@overens.command(options_metavar="[FLAGGOR]")
@click.option("-o", "--output", "target", metavar="FIL", type=FILE, help="Skriv en ny mall hit.")
@click.option(
    "--check", "checked", metavar="FIL", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Granska den här mallen.",
)  # fmt: skip
def template(target: Path | None, checked: Path | None) -> int:
    """Gör en mall för Word, eller granska en som har ändrats.

    Mallen är en vanlig Word-fil. Ändra teckensnitt, färger, sidhuvud och logotyp i Word, och lägg den
    i assemblies/mallar.

    \b
    Exempel:
      overens template -o assemblies/mallar/region.docx
      overens template --check assemblies/mallar/region.docx
    """
    if (target is None) == (checked is None):
        raise click.UsageError("Ange antingen -o FIL för en ny mall eller --check FIL för att granska en.")
    return _write(target) if target else _check(checked) if checked else 2


def _write(target: Path) -> int:
    from builder import word
    from builder.build import BuildError
    from builder.repository import write_file

    require_ending(target, ".docx", "mall")
    if target.exists():
        raise BuildError(f"{target} finns redan. Välj ett annat namn, så att ingen mall går förlorad.")
    write_file(target, word.default_template())
    console.say(f"Klart: {target}")
    console.suggest(f"overens template --check {target}", "granskar mallen när den har fått nytt utseende")
    return 0


def _check(file: Path) -> int:
    from builder import word

    try:
        found = word.check_template(file.read_bytes())
    except word.TemplateError as fault:
        console.write(f"{file}: fel: {fault}\n")
        return 1
    for remark in found:
        kind = "fel" if remark.error else "råd"
        console.write(f"{file}: {remark.place}: {kind}: {remark.sentence}\n")
    if not found:
        console.write(f"{file}: Inga fynd.\n")
    return 1 if any(remark.error for remark in found) else 0
