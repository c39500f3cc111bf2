"""Where the parties stand in their decisions."""

from pathlib import Path

import click

from builder import console
from builder.cli.arguments import PROJECT, open_project
from builder.cli.group import overens

__all__: list[str] = []


@overens.command("decisions", options_metavar="[FLAGGOR]")
@click.argument("agreement", metavar="[AVTAL]", required=False)
@PROJECT
@click.option(
    "-o", "--output", "target", metavar="FIL", type=click.Path(dir_okay=False, path_type=Path),
    help="Skriv en fil i stället: Word (.docx), webbsida (.html), Excel (.xlsx), JSON (.json) eller kalender (.ics).",
)  # fmt: skip
@click.option("--kalender", "calendar", is_flag=True, help="Visa också alla dagar på vägen, part för part.")
def decisions(agreement: str | None, folder: Path, target: Path | None, calendar: bool) -> int:
    """Visa hur långt parterna har kommit i sina beslut.

    Först visas nästa steg, sedan vad parterna har beslutat. Ett beslut räknas bara när det gäller samma
    text som de andra parternas. Besluten står i clauses/register/beslut.yml.

    \b
    Exempel:
      overens decisions
      overens decisions hemmet --kalender
      overens decisions hemmet -o beslutslage.xlsx
    """
    from builder.build import BuildError
    from builder.build.deciding import decided_agreements, report_bytes, report_text
    from builder.repository import write_file

    project = open_project(folder)
    asked = decided_agreements(project, agreement)
    if target is None:
        console.write("\n".join(report_text(project, name, calendar=calendar) for name in asked))
        return 0
    if len(asked) != 1:
        raise BuildError(f"Ange vilket avtal filen gäller: {', '.join(asked) or 'det finns inga'}.")
    write_file(target, report_bytes(project, asked[0], target.suffix))
    console.say(f"Klart: {target}")
    return 0
